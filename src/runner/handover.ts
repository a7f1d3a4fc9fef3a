import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Clock, sleep } from '../clock.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * What main and post of one step tell each other directly, through two files in RUNNER_TEMP. In a job container
 * and after a background step post runs while main still does, and the state it was given is older than what main
 * did since, or missing (actions/runner, StepHost.cs and BackgroundStepCoordinator.cs). Post writes that main is to
 * stop, and then reads what main last noted; main notes what it is about to do, and then looks whether it is to
 * stop. So one of the two always sees the other, and no run is started behind post's back.
 */
export interface MainSide {
  /** Tells this main from every other; post asks for it, lest it takes another step's notes for ours. */
  readonly mark: string
  /** Notes one line on a subject (a word) that must outlive this process, then looks whether it is to stop. */
  note(subject: string, line: string): void
  /** Stops looking. */
  close(): void
}

/** What post knows of main. */
export interface PostSide {
  /** Main's last line on each of its subjects. */
  latest(): ReadonlyMap<string, string>
  /** Resolves when main is gone, the time is up, or the signal is aborted. */
  gone(clock: Clock, patienceMs: number, signal: AbortSignal): Promise<void>
  isRunning(): boolean
}

/** How soon main hears that it is to stop while it waits for something else. */
const lookMs = 250
/** File clocks and process clocks differ by some milliseconds; a request from an earlier job is older by far. */
const toleranceMs = 2_000

/** Main's side. A folder that cannot be written leaves main with the runner's signals and state alone. */
export function openMainSide(env: Env, onStop: () => void): MainSide {
  const mark = `${process.pid} ${performance.timeOrigin}`
  const files = filesOf(env)
  if (files === undefined) return { mark, note: () => undefined, close: () => undefined }
  const look = () => {
    if (isStopWanted(files.stop)) onStop()
  }
  attempt(() => writeFileSync(files.notes, `${mark}\n`))
  const timer = setInterval(look, lookMs)
  timer.unref()
  return {
    mark,
    note(subject, line) {
      attempt(() => appendFileSync(files.notes, `${subject} ${line}\n`))
      look()
    },
    close: () => clearInterval(timer),
  }
}

/**
 * Post's side: from now on main, if it still runs, starts nothing and cleans up what it has started.
 * @param mark main's, as the state has it; '' when the state is missing.
 * @returns undefined when this main left no notes.
 */
export function openPostSide(env: Env, mark: string): PostSide | undefined {
  const files = filesOf(env)
  if (files === undefined) return undefined
  attempt(() => writeFileSync(files.stop, String(Date.now())))
  const read = () => (textOf(files.notes) ?? '').split('\n')
  const [found = ''] = read()
  if (found === '' || (mark !== '' && found !== mark)) return undefined
  const isRunning = () => isAlive(Number(found.split(' ')[0]))
  return {
    // What follows the last line break was cut off by main's death.
    latest: () => new Map(read().slice(1, -1).map(split)),
    isRunning,
    async gone(clock, patienceMs, signal) {
      const untilMs = clock.now() + patienceMs
      while (isRunning() && clock.now() < untilMs && !signal.aborted) await sleep(clock, 50, signal)
    },
  }
}

/** The runner gives both stages the same id of the step, and a job its own folder, emptied when it begins. */
function filesOf(env: Env): { readonly notes: string; readonly stop: string } | undefined {
  const folder = env['RUNNER_TEMP']
  if (folder === undefined || folder === '') return undefined
  const name = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'GITHUB_ACTION']
    .map((variable) => (env[variable] ?? '').replace(/[^\w-]/g, '_'))
    .join('-')
  const file = path.join(folder, `hex-run-${name.slice(0, 150)}`)
  return { notes: `${file}.notes`, stop: `${file}.stop` }
}

/** Hosts that keep RUNNER_TEMP may still have the request to another main, from before this process. */
function isStopWanted(file: string): boolean {
  const text = textOf(file)
  if (text === undefined) return false
  return text === '' || Number(text) > performance.timeOrigin - toleranceMs
}

function split(line: string): readonly [subject: string, rest: string] {
  const blank = line.indexOf(' ')
  return [line.slice(0, blank), line.slice(blank + 1)]
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It exists, and belongs to somebody whom we may not signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Nobody has written it, or nobody may read it: either way there is nothing to know.
    return undefined
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
