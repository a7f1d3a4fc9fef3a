import { type Clock, sleep } from '../clock.ts'
import { fileNamePart, type JobFolder, type LineFile } from './job-folder.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * What main and post of one step tell each other directly, through signed files in RUNNER_TEMP. In a job container
 * and after a background step post runs while main still does, and the state it was given is older than what main
 * did since, or missing (actions/runner, StepHost.cs and BackgroundStepCoordinator.cs). Post writes that main is to
 * stop, and then reads what main last noted; main notes what it is about to do, and then looks whether it is to
 * stop. So one of the two always sees the other, and no run is started behind post's back.
 */
export interface MainSide {
  /** Tells this main from every other; post asks for it, lest it takes another step's notes for ours. */
  readonly mark: string
  /**
   * Notes one line on a subject (a word) that must outlive this process, then looks whether it is to stop.
   * @returns how many lines there are now, by which post notices that one is missing; 0 when none can be written.
   */
  note(subject: string, line: string): number
  /** Stops looking. */
  close(): void
}

/** What post knows of main. */
export interface PostSide {
  /** Main's last line on each of its subjects; nothing where lines are missing. */
  latest(): ReadonlyMap<string, string>
  /** Somebody else has written into the notes, or taken lines out of them. */
  isTouched(): boolean
  /** Resolves when main is gone, the time is up, or the signal is aborted. */
  gone(clock: Clock, patienceMs: number, signal: AbortSignal): Promise<void>
  isRunning(): boolean
  /** Removes main's notes: nothing is left to do with them. */
  close(): void
}

/** How soon main hears that it is to stop while it waits for something else. */
const lookMs = 250
/** File clocks and process clocks differ by some milliseconds; a request from an earlier job is older by far. */
const toleranceMs = 2_000

/** A request to stop is one line with a time; main reads it over and over. */
const stopBytes = 1_000

const notesEnding = '.notes'

/**
 * Main's side. Without a folder main has the runner's signals and state alone.
 * @param onForeignStop called once when somebody without the token asks it to stop, which it does not.
 */
export function openMainSide(
  env: Env,
  folder: JobFolder | undefined,
  onStop: () => void,
  onForeignStop: () => void,
): MainSide {
  const mark = ownMark()
  if (folder === undefined) return { mark, note: () => 0, close: () => undefined }
  const names = namesOf(env, mark)
  const notes: LineFile | undefined = folder.create(names.notes)
  let count = 0
  let toldOfForeign = false
  const add = (text: string) => {
    try {
      notes?.add(`${count} ${text}`)
      if (notes !== undefined) count += 1
    } catch {
      // The state has the same facts.
    }
  }
  const look = () => {
    for (const name of [names.stop, names.anyStop]) {
      const { lines, hasForeign } = folder.read(name, stopBytes)
      // Hosts that keep RUNNER_TEMP may still have the request to another main, from before this process.
      if (lines.some((line) => Number(line) > performance.timeOrigin - toleranceMs)) onStop()
      else if (hasForeign && !toldOfForeign) {
        toldOfForeign = true
        onForeignStop()
      }
    }
  }
  add('main')
  const timer = setInterval(look, lookMs)
  timer.unref()
  return {
    mark,
    note(subject, line) {
      add(`${subject} ${line}`)
      look()
      return count
    },
    close() {
      clearInterval(timer)
      notes?.close()
    },
  }
}

/** Tells this process from every other of its job. */
export function ownMark(): string {
  return `${process.pid}-${Math.round(performance.timeOrigin * 1_000)}`
}

/** What main's state says of its notes. */
export interface Told {
  /** Main's mark; '' when the state is missing. */
  readonly mark: string
  /** How many lines main had noted, or more. */
  readonly noted: number
}

/**
 * Post's side: from now on main, if it still runs, starts nothing and cleans up what it has started.
 * @param isWanted picks among several mains whose step has the same id, where the state does not say which.
 * @returns undefined when this main left no notes.
 */
export function openPostSide(
  env: Env,
  folder: JobFolder | undefined,
  told: Told,
  isWanted: (latest: ReadonlyMap<string, string>) => boolean = () => true,
): PostSide | undefined {
  if (folder === undefined) return undefined
  const mark = told.mark === '' ? findMark(env, folder, isWanted) : told.mark
  const names = namesOf(env, mark ?? '')
  folder.replace(mark === undefined ? names.anyStop : names.stop, String(Date.now()))
  // A main may have begun while it was looked for.
  const known = mark ?? findMark(env, folder, isWanted)
  if (known === undefined || !/^\d+-\d+$/.test(known)) return undefined
  const { notes, stop } = namesOf(env, known)
  const isMainRunning = () => isRunning(known)
  return {
    latest: () => notesIn(folder, notes, told.noted).latest,
    isTouched: () => notesIn(folder, notes, told.noted).isTouched,
    isRunning: isMainRunning,
    async gone(clock, patienceMs, signal) {
      const untilMs = clock.now() + patienceMs
      while (isMainRunning() && clock.now() < untilMs && !signal.aborted)
        await sleep(clock, 50, signal)
    },
    close() {
      folder.remove(notes)
      if (!isMainRunning()) folder.remove(stop)
    },
  }
}

/** The last lines of every main of this job whose post step has not been, this one's included. */
export function notesOfJob(folder: JobFolder): ReadonlyArray<ReadonlyMap<string, string>> {
  return folder.names(notesEnding).map((name) => notesIn(folder, name, 0).latest)
}

/** Main's notes, where all of them are there: each number once, from the first to the last that the state knows of. */
function notesIn(folder: JobFolder, name: string, noted: number) {
  const { lines, hasForeign } = folder.read(name)
  const byNumber = new Map(lines.map(split).map(([number, text]) => [Number(number), text]))
  const isWhole =
    byNumber.size >= Math.max(1, noted) && [...byNumber.keys()].every((n) => n < byNumber.size)
  const inOrder = [...byNumber].sort(([a], [b]) => a - b).map(([, text]) => split(text))
  return {
    latest: new Map(isWhole ? inOrder.slice(1) : []),
    // A main that could note nothing has left nothing to touch.
    isTouched:
      hasForeign || byNumber.size < lines.length || (!isWhole && byNumber.size + noted > 0),
  }
}

function findMark(
  env: Env,
  folder: JobFolder,
  isWanted: (latest: ReadonlyMap<string, string>) => boolean,
): string | undefined {
  const before = `${stepOf(env)}.`
  const own = folder.names(notesEnding).filter((name) => name.startsWith(before))
  const name = own.find((each) => isWanted(notesIn(folder, each, 0).latest)) ?? own[0]
  return name?.slice(before.length, -notesEnding.length)
}

/** The runner gives both stages the same id of the step, and a job its own folder, emptied when it begins. */
function namesOf(env: Env, mark: string) {
  const step = stepOf(env)
  return {
    notes: `${step}.${mark}${notesEnding}`,
    stop: `${step}.${mark}.stop`,
    /** To whichever main of the step there is. */
    anyStop: `${step}.stop`,
  }
}

function stepOf(env: Env): string {
  return fileNamePart(env['GITHUB_ACTION'] ?? '')
}

function split(line: string): readonly [subject: string, rest: string] {
  const blank = line.indexOf(' ')
  return blank === -1 ? [line, ''] : [line.slice(0, blank), line.slice(blank + 1)]
}

/** Does the process of this mark still run? */
export function isRunning(mark: string): boolean {
  const pid = Number(mark.split('-')[0])
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It exists, and belongs to somebody whom we may not signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
