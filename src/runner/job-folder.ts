import { createHmac, timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
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
export type JobFolder = NonNullable<ReturnType<typeof openJobFolder>>

/** A file that only one process extends. */
export type LineFile = NonNullable<ReturnType<JobFolder['create']>>

/** A step of 1,000 runs writes about 2 MB: five lines of some 300 bytes per run. */
const maxFileBytes = 16_000_000
/** A signature has 64 characters, so a file with more lines is not ours. Splitting it would take long. */
const maxLines = maxFileBytes / 64
/** Far more files than the steps of a job create. */
const maxNames = 200
/** Enough for the first line of a file. Another step can have created thousands of files. */
const firstLineBytes = 1_000

/** Undefined if there is no folder, or no token to sign with. */
export function openJobFolder(env: Env, token: string) {
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
  /**
   * The signed lines, without their signatures. Empty if the file does not exist.
   * @param maxBytes what to read at most, because any step can have written the file.
   */
  const read = (name: string, maxBytes = maxFileBytes): ReadonlyArray<string> =>
    // A process that was killed while writing leaves an incomplete last line.
    textOf(pathOf(name), maxBytes)
      .split('\n', maxLines)
      .slice(0, -1)
      .flatMap((each) => verified(name, each) ?? [])
  return {
    /** Creates a file that only this process extends; undefined if that fails. */
    create: (name: string) =>
      attempt(() => {
        // `x` fails if a file or link exists, so that another step's link is never followed.
        const file = fs.openSync(pathOf(name), 'ax', 0o600)
        return {
          /** Adds a line. */
          add: (line: string) => void attempt(() => fs.writeSync(file, signed(name, line))),
          close: () => fs.closeSync(file),
        }
      }),
    /** Replaces a file with one of a single line, atomically. */
    replace(name: string, line: string) {
      const fresh = `${pathOf(name)}.${process.pid}`
      attempt(() => {
        fs.rmSync(fresh, { force: true })
        fs.writeFileSync(fresh, signed(name, line), { mode: 0o600, flag: 'wx' })
        fs.renameSync(fresh, pathOf(name))
      })
    },
    read,
    /** The names of this job's files that have this ending and begin with a signed line. */
    names: (ending: string) =>
      (attempt(() => fs.readdirSync(folder)) ?? [])
        .filter((each) => each.startsWith(prefix) && each.endsWith(ending))
        .map((each) => each.slice(prefix.length))
        .filter((name) => read(name, firstLineBytes).length > 0)
        .slice(0, maxNames),
    remove: (name: string) => attempt(() => fs.rmSync(pathOf(name), { force: true })),
  }
}

/** Makes any text usable as a part of a file name, which has at most 255 bytes and up to five such parts. */
export function fileNamePart(text: string): string {
  return text.replace(/[^\w-]/g, '_').slice(0, 50)
}

/** '' if the file does not exist, or is not a regular file (a link, or a pipe that would never end). */
function textOf(file: string, maxBytes: number): string {
  let handle: number | undefined
  try {
    handle = fs.openSync(
      file,
      fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0) | (fs.constants.O_NOFOLLOW ?? 0),
    )
    const stats = fs.fstatSync(handle)
    if (!stats.isFile()) return ''
    const bytes = Buffer.alloc(Math.min(stats.size, maxBytes))
    return bytes.toString('utf8', 0, fs.readSync(handle, bytes))
  } catch {
    return ''
  } finally {
    if (handle !== undefined) fs.closeSync(handle)
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
