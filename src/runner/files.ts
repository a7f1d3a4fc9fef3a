import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { InvalidValue, quoted, refuse } from '../inputs/problems.ts'
import { parsedJson } from '../json.ts'
import { messageOf } from '../plain-text.ts'
import type { Env } from './job-folder.ts'

/** The event payload; undefined if it can't be read. */
export async function readEvent(env: Env): Promise<unknown> {
  // Outside of GitHub Actions there is no event.
  return parsedJson(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8').catch(() => ''))
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

/** Replaces a file with one that only this user can read. Throws errors of the file system. */
export type WriteResponse = (text: string) => Promise<void>

/**
 * Resolves `save-to` relative to the workspace, and creates its folder. After links are followed, the path must be in the
 * workspace or in the runner's temporary folder, and not in a reserved folder. Throws an InvalidValue.
 */
export async function openResponseFile(text: string, env: Env): Promise<WriteResponse> {
  const workspace = env['GITHUB_WORKSPACE'] ?? ''
  const temp = env['RUNNER_TEMP'] ?? ''
  const path = resolve(workspace, text)
  const folder = dirname(path)
  if (/[\p{Cc}]/u.test(text) || workspace === '') refuseOutside(text)
  if (/[\\/]$/.test(text)) refuse(`${quoted(text)} is a folder. Add a file name.`)
  try {
    const existing = await nearestExisting(folder)
    checkPlace(text, join(await realpath(existing), relative(existing, path)), {
      workspace: await realpath(workspace),
      temp: temp === '' ? '' : await realpath(temp),
    })
    const kind = await kindOf(path)
    if (kind === 'folder') refuse(`${quoted(text)} is a folder. Add a file name.`)
    if (kind === 'link') refuse(`${quoted(text)} is a symbolic link. Use a regular file.`)
    await mkdir(folder, { recursive: true })
    return (response) => replaceFile(path, response)
  } catch (error) {
    if (error instanceof InvalidValue) throw error
    refuse(`${quoted(text)} cannot be written: ${messageOf(error)}`)
  }
}

/**
 * The runner's own folders in RUNNER_TEMP begin with an underscore: `_runner_file_commands`, with which a step sets
 * variables and outputs, `_github_workflow` with the event, `_github_home` with the settings of tools (actions/runner,
 * FileCommandManager.cs, ContainerOperationProvider.cs).
 */
const runnersFolder = /^_[^\\/]*[\\/]/
/**
 * Git executes hooks and settings in its folder. Windows and macOS ignore case. Windows also ignores dots and spaces at the
 * end, and accepts `git~1` and streams (`:`) as other names of the same folder.
 */
const gitFolder = /^(?:\.git|git~\d+)[ .]*(?::.*)?$/i

interface Roots {
  readonly workspace: string
  /** '' if there is none. */
  readonly temp: string
}

function checkPlace(text: string, path: string, { workspace, temp }: Roots) {
  const isInTemp = temp !== '' && isInside(temp, path)
  if (!isInTemp && !isInside(workspace, path)) refuseOutside(text)
  const isRunners = isInTemp && runnersFolder.test(relative(temp, path))
  // Also as written, because a `.git` can itself be a link.
  if (isRunners || `${text}/${path}`.split(/[\\/]/).some((part) => gitFolder.test(part))) {
    refuse(
      `${quoted(text)} is in a folder that is reserved for the runner or Git. Use a different path.`,
    )
  }
}

function refuseOutside(text: string): never {
  refuse(
    `${quoted(text)} is not a file in the workspace or in the runner's temporary folder (RUNNER_TEMP). Use a path in one of them.`,
  )
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Writes a new file and renames it, because an existing file would keep its mode. */
async function replaceFile(path: string, text: string): Promise<void> {
  const fresh = join(dirname(path), `.hex-${randomUUID()}.tmp`)
  try {
    await writeFile(fresh, text, { mode: 0o600, flag: 'wx' })
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

async function nearestExisting(folder: string): Promise<string> {
  const kind = await kindOf(folder)
  return kind === 'none' ? nearestExisting(dirname(folder)) : folder
}

async function kindOf(path: string): Promise<'none' | 'file' | 'folder' | 'link'> {
  try {
    const stats = await lstat(path)
    if (stats.isSymbolicLink()) return 'link'
    return stats.isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'none'
    throw error
  }
}
