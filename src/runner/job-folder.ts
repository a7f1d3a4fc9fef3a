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

type Env = Readonly<Record<string, string | undefined>>

/**
 * Files in RUNNER_TEMP through which the steps of one job and their post steps talk to one another. Every step of a
 * job can write there, so each line is signed with the Hex token: an HMAC-SHA256 over workflow run, attempt, job,
 * the file's name and the line. What another job, another file or a step without the token wrote is not taken in.
 * A line that was written before can be written again: what must not be repeated or left out has a number in it.
 */
export interface JobFolder {
  /** Opens a new file to which only this process adds lines; undefined when it cannot be made. */
  create(name: string): LineFile | undefined
  /** Writes a file of one line, at once and whole. Failures are ignored: nothing stands on it alone. */
  replace(name: string, line: string): void
  /** @param maxBytes of the file, more is not read: a step may have put anything there. */
  read(name: string, maxBytes?: number): SignedLines
  /** The names of this job's files with that ending and a signed line at their beginning, at most 200. */
  names(ending: string): ReadonlyArray<string>
  remove(name: string): void
}

export interface LineFile {
  /** Adds a line; throws what the file system throws. */
  add(line: string): void
  close(): void
}

/** What a file holds. */
export interface SignedLines {
  /** Lines without their signature, in the file's order. Empty for a file that is not there. */
  readonly lines: ReadonlyArray<string>
  /** The file also holds, or is, something that was not signed here. */
  readonly hasForeign: boolean
}

/** Far more than a step of a thousand runs writes, and read in a fraction of a second. */
const mostBytes = 16_000_000
/** A line has a signature of 64 bytes: a file of shorter ones is not ours, and takes long to split. */
const mostLines = mostBytes / 64
const mostNames = 200
/** Where others have put thousands of files, so much of each is read. */
const beginBytes = 1_000

/** Undefined where there is no folder, or no token to sign with. */
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
  const read = (name: string, maxBytes = mostBytes): SignedLines => {
    const text = textOf(pathOf(name), maxBytes)
    if (text === undefined) return { lines: [], hasForeign: false }
    // What follows the last line break was cut off by the writer's death.
    const all = text.split('\n', mostLines).slice(0, -1)
    const lines = all.flatMap((each) => verified(name, each) ?? [])
    return {
      lines,
      hasForeign: text === '' || lines.length < all.length || text.length >= maxBytes,
    }
  }
  return {
    create(name) {
      try {
        // `x`: neither a file nor a link that somebody has put there is written through.
        const file = openSync(pathOf(name), 'ax', 0o600)
        return {
          add: (line) => void writeSync(file, signed(name, line)),
          close: () => closeSync(file),
        }
      } catch {
        return undefined
      }
    },
    replace(name, line) {
      const fresh = `${pathOf(name)}.${process.pid}`
      attempt(() => {
        rmSync(fresh, { force: true })
        writeFileSync(fresh, signed(name, line), { mode: 0o600, flag: 'wx' })
        renameSync(fresh, pathOf(name))
      })
    },
    read,
    names(ending) {
      try {
        return readdirSync(folder)
          .filter((each) => each.startsWith(prefix) && each.endsWith(ending))
          .map((each) => each.slice(prefix.length))
          .filter((name) => read(name, beginBytes).lines.length > 0)
          .slice(0, mostNames)
      } catch {
        return []
      }
    },
    remove: (name) => attempt(() => rmSync(pathOf(name), { force: true })),
  }
}

/** A part of a file's name; any text is made one. */
export function fileNamePart(text: string): string {
  return text.replace(/[^\w-]/g, '_').slice(0, 50)
}

/** Undefined when the file is not there; '' for what is no plain file (a link, a pipe that would never end). */
function textOf(file: string, maxBytes: number): string | undefined {
  let handle: number | undefined
  try {
    handle = openSync(
      file,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    )
    const { size } = fstatSync(handle)
    if (!fstatSync(handle).isFile()) return ''
    const bytes = Buffer.alloc(Math.min(size, maxBytes))
    return bytes.toString('utf8', 0, readSync(handle, bytes))
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : ''
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** The state that the runner hands on has the same facts, so that most jobs lose nothing by a failure here. */
function attempt(write: () => void): void {
  try {
    write()
  } catch {
    // Said above: it is a second way, and the first one reports its own failures.
  }
}
