import { spawn } from 'node:child_process'

/** Opens a page in the browser where there is a desktop to show it on; says whether it did. */
export async function openPage(path: string): Promise<boolean> {
  const command = openCommand(process.platform, process.env)
  if (command === undefined) return false
  const [program, ...args] = command
  return new Promise((resolve) => {
    const opener = spawn(program, [...args, path], { detached: true, stdio: 'ignore' })
    // Without such a program the printed path is enough.
    opener.once('error', () => resolve(false))
    opener.once('spawn', () => {
      opener.unref()
      resolve(true)
    })
  })
}

/** The command that opens a file here; undefined in CI and on a machine without a desktop. */
export function openCommand(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly [program: string, ...args: ReadonlyArray<string>] | undefined {
  if ((env['CI'] ?? '') !== '') return undefined
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  return (env['DISPLAY'] ?? '') === '' && (env['WAYLAND_DISPLAY'] ?? '') === ''
    ? undefined
    : ['xdg-open']
}
