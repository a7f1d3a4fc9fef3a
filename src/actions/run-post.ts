import { parseBaseUrl } from '../inputs/base-url.ts'
import { maxRuns, runInputDefaults } from '../inputs/contract.ts'
import { killedBy, type Leaving, leftoverReport } from '../report/leftover.ts'
import { createProgress } from '../report/progress.ts'
import { createAbort } from '../run/abort.ts'
import type { RunEvent } from '../run/events.ts'
import { createJobRuns } from '../run/job-runs.ts'
import { createJournal, type Entry, readEntry } from '../run/journal.ts'
import { type Finished, finishAllLeftovers, isOpen, shareMs } from '../run/leftovers.ts'
import { systemClock } from '../runner/clock.ts'
import { notesOfJob, openPostSide, ownMark } from '../runner/handover.ts'
import { openJobFolder } from '../runner/job-folder.ts'
import { openNeighbours } from '../runner/neighbours.ts'
import { openRunner } from '../runner/runner.ts'
import { keepTlsChecked } from './checked-tls.ts'
import type { LastWord } from './reports/contract.ts'
import { finishReports } from './reports.ts'
import { countName, endedName, markName, notedName, stateNameOf, stoppedName } from './state.ts'
import { maskedToken } from './token.ts'

const runner = openRunner(process)
const clock = systemClock
/** After a request to stop, main ends within about six seconds. The runner gives it ten. */
const mainPatienceMs = 10_000
const abort = createAbort(clock)
runner.onStop(abort.request)
const token = maskedToken(runner)
const folder = openJobFolder(runner.env, token)
const beganAtMs = noteBegin()
const handover = openPostSide(
  runner.env,
  folder,
  { mark: runner.state(markName), noted: Number(runner.state(notedName)) || 0 },
  hasOpen,
)
const lastWord = await main()
handover?.close()
await finishReports({ runner, clock, abort, random: Math.random }, lastWord)
abort.close()

/**
 * Cleans up after a killed main step. Never fails the job, because the job's own result says what happened. Runs that
 * could not be cleaned up are a warning with links.
 */
async function main(): Promise<LastWord | undefined> {
  // Main has already shown the warning.
  keepTlsChecked({ annotate: () => undefined })
  const { texts, leaving } = await lastWords()
  const entries = texts.flatMap((text) => readEntry(text) ?? [])
  if (entries.length < texts.length) {
    runner.annotate(
      'warning',
      'Hex run not cleaned up',
      "Could not read the main step's state. Check the project's runs in Hex.",
    )
  }
  if (!entries.some(isOpen)) return undefined
  try {
    return await report(await finish(entries, leaving), leaving)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    runner.annotate(
      'warning',
      'Hex run not cleaned up',
      `The cleanup failed. Check the project's runs in Hex. ${detail}`,
    )
    return undefined
  }
}

/**
 * The last journal entry of each of main's runs, and why main left them. If main is still running and has a run or is
 * about to start one, it is asked to stop and cleans up itself: it knows more than post, and only one of them should
 * cancel the run.
 */
async function lastWords(): Promise<{
  readonly texts: ReadonlyArray<string>
  readonly leaving: Leaving
}> {
  const isBusy = () => handover !== undefined && hasOpen(handover.latest())
  if (handover?.isRunning() && isBusy()) {
    runner.line('The main step is still running. It was asked to stop and clean up.')
    await handover.gone(clock, mainPatienceMs, abort.signal)
    if (!isBusy()) runner.line('The main step has cleaned up. None of its runs is active.')
  }
  if (handover?.isTouched()) {
    runner.line(
      "Another step changed the main step's notes in RUNNER_TEMP. The cleanup uses only signed notes and the saved state.",
    )
  }
  const notes = handover?.latest() ?? new Map<string, string>()
  const count = Math.max(
    Number(runner.state(countName)) || 0,
    ...[...notes.keys()].map((subject) => Number(subject) + 1 || 0),
  )
  const texts = Array.from(
    { length: Math.min(count, maxRuns) },
    (_, index) => notes.get(String(index)) ?? runner.state(stateNameOf(index)),
  )
  const noted = (name: string) => notes.has(name) || runner.state(name) !== ''
  const leaving = killedBy({
    jobStatus: runner.input('job-status').trim(),
    wasStopped: noted(stoppedName),
    hasEnded: noted(endedName),
  })
  return { texts: texts.filter((text) => text !== ''), leaving }
}

function hasOpen(latest: ReadonlyMap<string, string>): boolean {
  return [...latest.values()].some((text) => isOpen(readEntry(text)))
}

/** When the first post step of this job began, which can be this one, milliseconds since the epoch. */
function noteBegin(): number {
  const nowMs = clock.now()
  const name = 'post'
  const noted = Number(folder?.read(name).lines[0])
  if (noted > 0 && noted <= nowMs) return noted
  folder?.replace(name, String(nowMs))
  return nowMs
}

async function finish(
  entries: ReadonlyArray<Entry>,
  leaving: Leaving,
): Promise<ReadonlyArray<Finished>> {
  const base = parseBaseUrl(runner.input('base-url').trim() || runInputDefaults['base-url'])
  if (!base.ok) throw new Error(base.problem)
  // Most jobs end with nothing to clean up, and then the client is not loaded.
  const { connect } = await import('./connect.ts')
  const connection = await connect({ baseUrl: base.value, token }, runner.env, clock)
  const progress = createProgress(leaving.why)
  const world = {
    hex: connection.hex,
    clock,
    random: Math.random,
    abort,
    jobRuns: createJobRuns(clock, Math.random, openNeighbours(folder, ownMark())),
    journal: createJournal(() => undefined),
    onEvent: (event: RunEvent) => {
      for (const line of progress.lines(event, clock.now())) runner.line(line)
    },
  }
  const others = folder === undefined ? 0 : notesOfJob(folder).filter(hasOpen).length - 1
  const timeMs = shareMs(clock.now() - beganAtMs, Math.max(0, others))
  try {
    return await finishAllLeftovers(entries, world, timeMs)
  } finally {
    await connection.close()
  }
}

/** Reports runs whose end main could not confirm. */
async function report(finished: ReadonlyArray<Finished>, leaving: Leaving): Promise<LastWord> {
  const reports = finished.map(({ entry, leftover }) => leftoverReport(leftover, entry, leaving))
  for (const level of ['warning', 'notice'] as const) {
    const message = reports
      .filter((each) => each.level === level)
      .map(({ line }) => line)
      .join('\n')
    if (message !== '')
      runner.annotate(
        level,
        level === 'warning' ? 'Hex run may still be running' : 'Hex run cleaned up',
        message,
      )
  }
  const markdown = reports.map((each) => each.markdown).join('\n')
  await runner.summary(markdown)
  const what = reports.some(({ level }) => level === 'warning')
    ? 'One of its runs may still be active'
    : 'None of its runs is active'
  const headline = `${leaving.sentence} ${what}`
  return { conclusion: 'cancelled', headline, markdown }
}
