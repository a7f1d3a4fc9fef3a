import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The event payload; undefined if it can't be read. */
export async function readEvent(
  env: Readonly<Record<string, string | undefined>>,
): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))
  } catch {
    // Outside of GitHub Actions there is no event.
    return undefined
  }
}

/** Writes a file, creates its folder if needed, and returns its path. */
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
