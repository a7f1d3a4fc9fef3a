import { randomUUID } from 'node:crypto'
import { lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type Parsed, problem, quoted, value } from '../inputs/problems.ts'
import { messageOf } from '../plain-text.ts'

/** A validated path for a response. Its folder exists. */
export interface AnswerFile {
  readonly path: string
  /** Replaces the file with one that only this user can read. Throws errors of the file system. */
  readonly write: (text: string) => Promise<void>
}

/**
 * Resolves `save-to` relative to the workspace, and creates its folder. After links are followed, the path must be in the
 * workspace or in the runner's temporary folder. It can't be among the files with which a step sets environment variables
 * and outputs, or in a `.git` folder, whose hooks and settings are executed.
 */
export async function openAnswerFile(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Parsed<AnswerFile>> {
  const workspace = env['GITHUB_WORKSPACE'] ?? ''
  const roots = [workspace, env['RUNNER_TEMP'] ?? ''].filter((root) => root !== '')
  const path = resolve(workspace, text)
  const outside = problem(
    `${quoted(text)} is not a file in the workspace or in the runner's temporary folder (RUNNER_TEMP). Use a path in one of them.`,
  )
  const reserved = problem(
    `${quoted(text)} is in a folder that is reserved for the runner or Git. Use a different path.`,
  )
  if (/[\p{Cc}]/u.test(text) || workspace === '') return outside
  if (/[\\/]$/.test(text)) return problem(`${quoted(text)} is a folder. Add a file name.`)
  if (!roots.some((root) => isInside(root, path))) return outside
  if (isReserved(path)) return reserved
  try {
    const folder = dirname(path)
    const existing = await nearestExisting(folder)
    const realRoots = await Promise.all(roots.map((root) => realpath(root)))
    const real = join(await realpath(existing), relative(existing, folder))
    if (!realRoots.some((root) => real === root || isInside(root, real))) return outside
    if (isReserved(real)) return reserved
    const kind = await kindOf(path)
    if (kind === 'folder') return problem(`${quoted(text)} is a folder. Add a file name.`)
    if (kind === 'link') return problem(`${quoted(text)} is a symbolic link. Use a regular file.`)
    await mkdir(folder, { recursive: true })
    return value({ path, write: (answer) => replaceFile(path, answer) })
  } catch (error) {
    return problem(`${quoted(text)} cannot be written: ${messageOf(error)}`)
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * Windows and macOS ignore case. Windows also ignores dots and spaces at the end, and accepts `git~1` and streams (`:`) as
 * other names of the same folder.
 */
function isReserved(path: string): boolean {
  return path
    .toLowerCase()
    .split(/[\\/]/)
    .some((part) => /^(?:_runner_file_commands|\.git|git~\d+)[ .]*(?::.*)?$/.test(part))
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
