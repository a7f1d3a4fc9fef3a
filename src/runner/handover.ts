import { type Clock, sleep } from '../clock.ts'
import { type Env, fileNamePart, type JobFolder } from './job-folder.ts'

// What main and post of one step exchange directly, through signed files in RUNNER_TEMP. In a job container and after a
// background step, post runs while main is still running, and the state that post received is older than main's last
// changes, or missing (actions/runner, StepHost.cs and BackgroundStepCoordinator.cs).
//
// Post writes a request to stop, then reads main's notes. Main writes a note before each change, then checks for a request
// to stop. So at least one of them sees the other, and main never starts a run that post does not know about.

/** How often main checks for a request to stop while it waits. Post waits 10 s for main to clean up. */
const checkMs = 250
/** How often post checks whether main has ended. */
const endCheckMs = 50
/** File clocks and process clocks differ by milliseconds. A request from an earlier job is much older. */
const toleranceMs = 2_000
/** A request to stop is one line with a time. Main reads it often. */
const maxStopBytes = 1_000

const notesEnding = '.notes'

/**
 * Opens main's side. Without a folder, main relies on the runner's signals and state. Post uses the mark to find the notes of
 * its own main step.
 */
export function openMainSide(env: Env, folder: JobFolder | undefined, onStop: () => void) {
  const mark = ownMark()
  if (folder === undefined) return { mark, note: () => 0, close: () => undefined }
  const names = namesOf(env, mark)
  const notes = folder.create(names.notes)
  let count = 0
  const add = (text: string) => {
    // If this fails, the runner's state has the same facts, and the number of lines tells post that one is missing.
    notes?.add(`${count} ${text}`)
    if (notes !== undefined) count += 1
  }
  const check = () => {
    for (const name of [names.stop, names.anyStop]) {
      // A self-hosted runner can keep RUNNER_TEMP, with a request to an earlier main.
      const sinceMs = performance.timeOrigin - toleranceMs
      if (folder.read(name, maxStopBytes).some((line) => Number(line) > sinceMs)) onStop()
    }
  }
  add('main')
  const timer = setInterval(check, checkMs)
  timer.unref()
  return {
    mark,
    /**
     * Writes a line about a subject (one word) that post needs if this process is killed, then checks for a request to stop.
     * @returns the number of lines so far, so that post notices if one is missing; 0 if none could be written.
     */
    note(subject: string, line: string) {
      add(`${subject} ${line}`)
      check()
      return count
    },
    /**
     * Stops checking. The notes stay even if nothing is left to clean up: a post step that is already running may know only
     * an older state, and would search for a run that main has cleaned up.
     */
    close() {
      clearInterval(timer)
      notes?.close()
    },
  }
}

/** Identifies this process among all processes of its job. */
export function ownMark(): string {
  return `${process.pid}-${Math.round(performance.timeOrigin * 1_000)}`
}

/** What main's saved state says about its notes. */
export interface SavedNotes {
  /** Main's mark; '' if the state is missing. */
  readonly mark: string
  /** The number of lines when the state was saved. There can be more now. */
  readonly noted: number
}

/**
 * Opens post's side, and asks main to stop: if main is still running, it starts nothing more and cleans up.
 * @param isWanted chooses among several mains whose step has the same id if the state is missing.
 * @returns undefined if main left no notes.
 */
export function openPostSide(
  env: Env,
  folder: JobFolder | undefined,
  saved: SavedNotes,
  isWanted: (latest: ReadonlyMap<string, string>) => boolean = () => true,
) {
  if (folder === undefined) return undefined
  const findMark = () => {
    const before = `${stepOf(env)}.`
    const own = folder.names(notesEnding).filter((name) => name.startsWith(before))
    const name = own.find((each) => isWanted(notesIn(folder, each, 0))) ?? own[0]
    return name?.slice(before.length, -notesEnding.length)
  }
  const savedMark = saved.mark === '' ? findMark() : saved.mark
  const { stop: savedStop, anyStop } = namesOf(env, savedMark ?? '')
  folder.replace(savedMark === undefined ? anyStop : savedStop, String(Date.now()))
  // Main may have begun during the search.
  const mark = savedMark ?? findMark()
  if (mark === undefined || !/^\d+-\d+$/.test(mark)) return undefined
  const { notes, stop } = namesOf(env, mark)
  const isMainRunning = () => isRunning(mark)
  return {
    /** Main's last line about each subject; empty if lines are missing. */
    latest: () => notesIn(folder, notes, saved.noted),
    isRunning: isMainRunning,
    /** Resolves when main has ended, after `patienceMs`, or when the signal is aborted. */
    async ended(clock: Clock, patienceMs: number, signal: AbortSignal) {
      const untilMs = clock.now() + patienceMs
      while (isMainRunning() && clock.now() < untilMs && !signal.aborted)
        await sleep(clock, endCheckMs, signal)
    },
    /** Removes main's notes. */
    close() {
      folder.remove(notes)
      if (!isMainRunning()) folder.remove(stop)
    },
  }
}

/** The last lines of each main of this job whose post step has not run, including this post step's own. */
export function notesOfJob(folder: JobFolder): ReadonlyArray<ReadonlyMap<string, string>> {
  return folder.names(notesEnding).map((name) => notesIn(folder, name, 0))
}

/**
 * Main's last line about each subject, if all its lines are there: each number once, from 0 to at least the last that the
 * state knows. Otherwise empty.
 */
function notesIn(folder: JobFolder, name: string, noted: number): ReadonlyMap<string, string> {
  const byNumber = new Map(
    folder
      .read(name)
      .map(split)
      .map(([number, text]) => [Number(number), text]),
  )
  const isWhole =
    byNumber.size >= Math.max(1, noted) && [...byNumber.keys()].every((n) => n < byNumber.size)
  const inOrder = [...byNumber].sort(([a], [b]) => a - b).map(([, text]) => split(text))
  return new Map(isWhole ? inOrder.slice(1) : [])
}

/** File names. The runner gives main and post the same step id. */
function namesOf(env: Env, mark: string) {
  const step = stepOf(env)
  return {
    notes: `${step}.${mark}${notesEnding}`,
    stop: `${step}.${mark}.stop`,
    /** For any main of the step. */
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

/** Is the process with this mark still running? */
export function isRunning(mark: string): boolean {
  const pid = Number(mark.split('-')[0])
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: the process exists, but belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
