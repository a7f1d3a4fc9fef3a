import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { connectDevTools, type DevTools } from './dev-tools.ts'

/** No Chromium that could take a picture is installed; the message says how to get one. */
export class ChromiumNotFoundError extends Error {
  override readonly name = 'ChromiumNotFoundError'
}

/**
 * The path of the Chromium to start: `CHROMIUM_PATH` when it is set, otherwise the first of
 * `chromium`, `chromium-browser` and `google-chrome` on `PATH`.
 *
 * @throws ChromiumNotFoundError when there is none, or when `CHROMIUM_PATH` names a file that
 *   cannot be executed.
 */
export const findChromium = (environment: NodeJS.ProcessEnv): string => {
  const chosen = environment.CHROMIUM_PATH
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return chosen
    throw new ChromiumNotFoundError(`CHROMIUM_PATH is ${chosen}, which cannot be executed.`)
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const found = commandNames
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(isExecutable)
  if (found !== undefined) return found
  throw new ChromiumNotFoundError(
    `No Chromium found: none of ${commandNames.join(', ')} is on PATH. Install one (Debian: ` +
      '"apt-get install chromium"; macOS: "brew install --cask chromium"), or set CHROMIUM_PATH ' +
      'to the executable of an installed Chromium or Chrome.',
  )
}

/**
 * Starts a headless Chromium with an empty profile, hands its DevTools connection to `use`, and
 * stops it and removes the profile whatever `use` does. Gives what `use` gives.
 *
 * @throws ChromiumNotFoundError as `findChromium` does, and DevToolsError when Chromium does not
 *   start, ends early, or is not done after `timeLimitMs` milliseconds and is killed.
 */
export const withChromium = async <Result>(
  environment: NodeJS.ProcessEnv,
  timeLimitMs: number,
  use: (devTools: DevTools) => Promise<Result>,
): Promise<Result> => {
  const executable = findChromium(environment)
  const profile = await mkdtemp(join(tmpdir(), 'hex-run-action-render-'))
  try {
    const chromium = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      env: environment,
      // Its own process group, so that stopping it also stops the processes it has started.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    })
    const ended = new Promise<void>((resolve) => {
      chromium.once('close', () => resolve())
      chromium.once('error', () => resolve())
    })
    const timer = setTimeout(() => stopProcessGroup(chromium), timeLimitMs)
    try {
      return await use(connectDevTools(chromium))
    } finally {
      clearTimeout(timer)
      stopProcessGroup(chromium)
      await ended
    }
  } finally {
    // A process of the group may still be writing its last file while the folder goes.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

const commandNames: ReadonlyArray<string> = ['chromium', 'chromium-browser', 'google-chrome']

const flags: ReadonlyArray<string> = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  // Grey instead of coloured edges on letters: right on every screen, and smaller as a PNG.
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Nothing in an empty, throw-away profile is worth a slow, orderly end. */
const stopProcessGroup = (chromium: ChildProcess): void => {
  if (chromium.pid === undefined) return
  try {
    process.kill(-chromium.pid, 'SIGKILL')
  } catch {
    // The group has already ended.
  }
}
