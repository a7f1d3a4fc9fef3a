import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

/** Environment variables. */
export type Env = Readonly<Record<string, string | undefined>>

/**
 * Files in RUNNER_TEMP that the steps and post steps of one job exchange. Every step of a job can write there, so each line
 * is signed with the Hex token: an HMAC-SHA256 of the workflow run, attempt, job, file name, and line. Lines of other jobs,
 * other files, and steps without the token are ignored. A line can be copied within its file, so lines that must not be
 * repeated or removed contain a number.
 *
 * Failures are ignored: the runner's saved state has the same facts, and reports its own failures.
 */
export interface JobFolder {
  /** Creates a file that only this process extends; undefined if that fails. */
  create(name: string): LineFile | undefined
  /** Replaces a file with one of a single line, atomically. */
  replace(name: string, line: string): void
  /** @param maxBytes what to read at most, because any step can have written the file. */
  read(name: string, maxBytes?: number): SignedLines
  /** The names of this job's files that have this ending and begin with a signed line. */
  names(ending: string): ReadonlyArray<string>
  remove(name: string): void
}

export interface LineFile {
  /** Adds a line. Throws errors of the file system. */
  add(line: string): void
  close(): void
}

/** The contents of a file. */
export interface SignedLines {
  /** The signed lines, without their signatures. Empty if the file does not exist. */
  readonly lines: ReadonlyArray<string>
  /** The file contains anything else, or is not a regular file. */
  readonly hasForeign: boolean
}

/** A step of 1,000 runs writes about 2 MB: five lines of some 300 bytes per run. */
const maxFileBytes = 16_000_000
/** A signature has 64 characters, so a file with more lines is not ours. Splitting it would take long. */
const maxLines = maxFileBytes / 64
/** Far more files than the steps of a job create. */
const maxNames = 200
/** Enough for the first line of a file. Another step can have created thousands of files. */
const firstLineBytes = 1_000

/** Undefined if there is no folder, or no token to sign with. */
export function openJobFolder(env: Env, token: string): JobFolder | undefined {
  const folder = env['RUNNER_TEMP']
  if (folder === undefined || folder === '' || token === '') return undefined
  const scope = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB'].map((name) => env[name] ?? '')
  const prefix = `hex-run-${scope.map(fileNamePart).join('-')}.`
  const pathOf = (name: string) => path.join(folder, `${prefix}${name}`)
  const macOf = (name: string, line: string) =>
    createHmac('sha256', token)
      .update(JSON.stringify(['hex-run', ...scope, name, line]))
      .digest()
  const signed = (name: string, line: string) => `${macOf(name, line).toString('hex')} ${line}\n`
  const verified = (name: string, text: string) => {
    const [, mac = '', line = ''] = /^([0-9a-f]{64}) (.*)$/.exec(text) ?? []
    return mac !== '' && timingSafeEqual(Buffer.from(mac, 'hex'), macOf(name, line))
      ? line
      : undefined
  }
  const read = (name: string, maxBytes = maxFileBytes): SignedLines => {
    const text = textOf(pathOf(name), maxBytes)
    if (text === undefined) return { lines: [], hasForeign: false }
    // A process that was killed while writing leaves an incomplete last line.
    const all = text.split('\n', maxLines).slice(0, -1)
    const lines = all.flatMap((each) => verified(name, each) ?? [])
    const isCut = text.length >= maxBytes
    return { lines, hasForeign: text === '' || lines.length < all.length || isCut }
  }
  return {
    create: (name) =>
      attempt(() => {
        // `x` fails if a file or link exists, so that another step's link is never followed.
        const file = openSync(pathOf(name), 'ax', 0o600)
        return {
          add: (line) => void writeSync(file, signed(name, line)),
          close: () => closeSync(file),
        }
      }),
    replace(name, line) {
      const fresh = `${pathOf(name)}.${process.pid}`
      attempt(() => {
        rmSync(fresh, { force: true })
        writeFileSync(fresh, signed(name, line), { mode: 0o600, flag: 'wx' })
        renameSync(fresh, pathOf(name))
      })
    },
    read,
    names: (ending) =>
      (attempt(() => readdirSync(folder)) ?? [])
        .filter((each) => each.startsWith(prefix) && each.endsWith(ending))
        .map((each) => each.slice(prefix.length))
        .filter((name) => read(name, firstLineBytes).lines.length > 0)
        .slice(0, maxNames),
    remove: (name) => attempt(() => rmSync(pathOf(name), { force: true })),
  }
}

/** Makes any text usable as a part of a file name, which has at most 255 bytes and up to five such parts. */
export function fileNamePart(text: string): string {
  return text.replace(/[^\w-]/g, '_').slice(0, 50)
}

/** Undefined if the file does not exist; '' if it is not a regular file (a link, or a pipe that would never end). */
function textOf(file: string, maxBytes: number): string | undefined {
  let handle: number | undefined
  try {
    handle = openSync(
      file,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    )
    const stats = fstatSync(handle)
    if (!stats.isFile()) return ''
    const bytes = Buffer.alloc(Math.min(stats.size, maxBytes))
    return bytes.toString('utf8', 0, readSync(handle, bytes))
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : ''
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** The result; undefined after a failure, which is ignored (see `JobFolder`). */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
