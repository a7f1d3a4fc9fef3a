import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Masks } from './masks.ts'
import type { StepLog } from './step-log.ts'
import type { CommandEffects } from './workflow-commands.ts'

/** FileCommandManager.cs, `_attachmentSizeLimit`: 1 MiB, counted in bytes. */
const SUMMARY_BYTES = 1024 * 1024

/** The files of one stage, by the name in the `github` context. */
export interface FileCommandPaths {
  readonly path: string
  readonly env: string
  readonly step_summary: string
  readonly state: string
  readonly output: string
}

/** What the files said. Pairs were already given to the effects. */
export interface FileCommandResult {
  readonly summary: string
  readonly errors: ReadonlyArray<string>
}

/** Creates the empty files; every stage has its own, under one fresh name. */
export function createFileCommands(temp: string): FileCommandPaths {
  const folder = path.join(temp, '_runner_file_commands')
  mkdirSync(folder, { recursive: true })
  const suffix = randomUUID()
  const create = (prefix: string) => {
    const file = path.join(folder, `${prefix}_${suffix}`)
    writeFileSync(file, '')
    return file
  }
  return {
    path: create('add_path'),
    env: create('set_env'),
    step_summary: create('step_summary'),
    state: create('save_state'),
    output: create('set_output'),
  }
}

/**
 * Reads the files in the runner's order. What stands before a mistake has been applied; the mistake
 * fails the step and does not keep the next file from being read (FileCommandManager.cs).
 */
export function processFileCommands(
  files: FileCommandPaths,
  log: StepLog,
  masks: Masks,
  effects: CommandEffects,
): FileCommandResult {
  const errors: Array<string> = []
  let summary = ''
  const process = (name: keyof FileCommandPaths, read: (file: string) => void) => {
    if (!existsSync(files[name])) return
    try {
      read(files[name])
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      errors.push(message)
      log.issue('error', `Unable to process file command '${name}' successfully.`)
      log.issue('error', message)
      effects.failStep()
    }
  }
  process('path', (file) => {
    for (const line of readText(file).split(/\r\n|\n|\r/)) if (line !== '') effects.addPath(line)
  })
  process('env', (file) => {
    for (const [name, value] of parsePairs(readText(file))) setEnv(name, value, log, effects)
  })
  process('step_summary', (file) => {
    const tooLarge = summaryError(file)
    if (tooLarge === null) summary = maskLines(readText(file), masks)
    else {
      errors.push(tooLarge)
      log.issue('error', tooLarge)
    }
  })
  process('state', (file) => {
    for (const [name, value] of parsePairs(readText(file))) effects.saveState(name, value)
  })
  process('output', (file) => {
    for (const [name, value] of parsePairs(readText(file))) effects.setOutput(name, value)
  })
  return { summary, errors }
}

/**
 * The pairs of an env, state or output file: `name=value`, or `name<<delimiter` and lines up to one
 * that equals the delimiter. Only LF ends a line; a CR stays in the value, as on Linux and macOS.
 * Lazy, so that the pairs before a mistake count.
 * @throws Error in the runner's words.
 */
export function* parsePairs(text: string): Generator<readonly [name: string, value: string]> {
  const lines = createLineReader(text)
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (line.text === '') continue
    const equals = line.text.indexOf('=')
    const heredoc = line.text.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.text.slice(0, equals), line.text.slice(equals + 1)]
    } else if (heredoc >= 0) {
      const name = line.text.slice(0, heredoc)
      const delimiter = line.text.slice(heredoc + 2)
      if (name === '' || delimiter === '') {
        throw new Error(
          `Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`,
        )
      }
      yield [name, readHeredoc(lines, delimiter)]
    } else {
      throw new Error(`Invalid format '${line.text}'`)
    }
  }
}

interface LineReader {
  readonly next: () => { readonly text: string; readonly isEnded: boolean } | null
}

function createLineReader(text: string): LineReader {
  let at = 0
  return {
    next: () => {
      if (at >= text.length) return null
      const feed = text.indexOf('\n', at)
      const end = feed < 0 ? text.length : feed
      const line = text.slice(at, end)
      at = end + 1
      return { text: line, isEnded: feed >= 0 }
    },
  }
}

function readHeredoc(lines: LineReader, delimiter: string): string {
  const value: Array<string> = []
  for (;;) {
    const line = lines.next()
    if (line?.text === delimiter) return value.join('\n')
    if (line === null) {
      throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    }
    if (!line.isEnded) throw new Error('Invalid value. EOF marker missing new line.')
    value.push(line.text)
  }
}

function setEnv(name: string, value: string, log: StepLog, effects: CommandEffects): void {
  if (name.toUpperCase() === 'NODE_OPTIONS') {
    log.issue(
      'error',
      "Can't update NODE_OPTIONS environment variable using '$GITHUB_ENV' command.",
    )
    return
  }
  effects.setEnv(name, value)
}

/** A summary that is too large is dropped whole; the step does not fail for it. */
function summaryError(file: string): string | null {
  const { length } = readFileSync(file)
  if (length <= SUMMARY_BYTES) return null
  return `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${SUMMARY_BYTES / 1024}k, got ${Math.floor(length / 1024)}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`
}

/** Secrets are looked for within a line, and every line ends with a line feed. */
function maskLines(text: string, masks: Masks): string {
  if (text === '') return ''
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => `${masks.mask(line)}\n`).join('')
}

/** .NET drops a byte order mark. */
function readText(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
}
