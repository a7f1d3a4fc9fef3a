import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the event payload holds; undefined where there is none that can be read. */
export async function readEvent(
  env: Readonly<Record<string, string | undefined>>,
): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))
  } catch {
    // Runs of this action elsewhere than on GitHub have no event, and need none.
    return undefined
  }
}

/** Writes a file, its folder included, and gives its path. */
export async function writeFileIn(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
