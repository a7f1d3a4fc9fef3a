import { maxRuns, runInputDefaults } from '../inputs/contract.ts'
import { parseBaseUrl } from '../inputs/scalars.ts'
import { messageOf } from '../plain-text.ts'
import { leftoverReport, whyLeft } from '../report/leftover.ts'
import type { Overview } from '../report/overview.ts'
import { createProgress } from '../report/progress.ts'
import { capitalised } from '../report/words.ts'
import { createJobRuns } from '../run/job-runs.ts'
import { type Entry, isOpen, readEntry } from '../run/journal.ts'
import { type Finished, finishAllLeftovers, shareMs } from '../run/leftovers.ts'
import { notesOfJob, openPostSide, ownMark } from '../runner/handover.ts'
import { openJobFolder } from '../runner/job-folder.ts'
import { openNeighbours } from '../runner/neighbours.ts'
import {
  checkStateName,
  countName,
  endedName,
  markName,
  notedName,
  readOpenCheck,
  stateNameOf,
  stoppedName,
} from './state.ts'
import { keepTlsChecked, openStep, printEvents } from './step.ts'

const step = openStep()
const { runner, clock, abort, token } = step
/** After a request to stop, main needs at most 7 s (`run/abort.ts`). The runner kills it after 10 s. */
const mainPatienceMs = 10_000
const folder = openJobFolder(runner.env, token)
const beganAtMs = beginOfPostSteps()
const handover = openPostSide(
  runner.env,
  folder,
  { mark: runner.state(markName), noted: Number(runner.state(notedName)) || 0 },
  hasOpen,
)
const lastWord = await main()
handover?.close()
await finishReports(lastWord)
abort.close()

/**
 * Cleans up after a killed main step. Never fails the job, because the job's own result says what happened. Runs that
 * could not be cleaned up are a warning with links.
 */
async function main(): Promise<Overview | undefined> {
  // Main has already shown the warning.
  keepTlsChecked({ annotate: () => undefined })
  const { texts, leaving } = await whatMainLeft()
  const entries = texts.flatMap((text) => readEntry(text) ?? [])
  if (entries.length < texts.length) {
    runner.annotate(
      'warning',
      'Hex run may not have been cancelled',
      "Could not read the main step's state. Check the project's runs in Hex.",
    )
  }
  if (!entries.some(isOpen)) return undefined
  try {
    return await report(await finish(entries, leaving), leaving)
  } catch (error) {
    runner.annotate(
      'warning',
      'Hex run may not have been cancelled',
      `The cleanup failed. Check the project's runs in Hex. ${messageOf(error)}`,
    )
    return undefined
  }
}

/**
 * The last journal entry of each of main's runs, and why main left them. If main is still running and has a run or is about
 * to start one, it gets time to clean up itself: it knows more than post, and only one of them should cancel the run.
 */
async function whatMainLeft(): Promise<{
  readonly texts: ReadonlyArray<string>
  readonly leaving: string
}> {
  const isBusy = () => handover !== undefined && hasOpen(handover.latest())
  if (handover?.isRunning() && isBusy()) {
    runner.line('Waiting for the main step to stop and clean up.')
    await handover.ended(clock, mainPatienceMs, abort.signal)
    if (!isBusy()) runner.line('The main step has cleaned up and has no active runs.')
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
  const leaving = whyLeft({
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
function beginOfPostSteps(): number {
  const nowMs = clock.now()
  const name = 'post'
  const noted = Number(folder?.read(name)[0])
  if (noted > 0 && noted <= nowMs) return noted
  folder?.replace(name, String(nowMs))
  return nowMs
}

async function finish(
  entries: ReadonlyArray<Entry>,
  leaving: string,
): Promise<ReadonlyArray<Finished>> {
  const baseUrl = parseBaseUrl(runner.input('base-url').trim() || runInputDefaults['base-url'])
  // Most jobs end with nothing to clean up, and then the client is not loaded.
  const [{ withConnection }, { createHexClient }] = await Promise.all([
    import('./connect.ts'),
    import('../hex/client.ts'),
  ])
  const world = {
    ...step,
    jobRuns: createJobRuns(clock, Math.random, openNeighbours(folder, ownMark(), clock)),
    journal: () => undefined,
    onEvent: printEvents(step, { progress: createProgress(leaving) }),
  }
  const others = folder === undefined ? 0 : notesOfJob(folder).filter(hasOpen).length - 1
  const timeMs = shareMs(clock.now() - beganAtMs, Math.max(0, others))
  return withConnection(step, { baseUrl, token }, ({ caller }) =>
    finishAllLeftovers(entries, { ...world, hex: createHexClient(caller) }, timeMs),
  )
}

/** Reports runs whose end main could not confirm. */
async function report(finished: ReadonlyArray<Finished>, leaving: string): Promise<Overview> {
  const reports = finished.map(({ entry, leftover }) => leftoverReport(leftover, entry, leaving))
  for (const [level, title] of [
    ['warning', 'Hex run may still be running'],
    ['notice', 'Hex run not active'],
  ] as const) {
    const lines = reports.flatMap((each) => (each.level === level ? each.line : []))
    if (lines.length > 0) runner.annotate(level, title, lines.join('\n'))
  }
  const markdown = reports.map((each) => each.markdown).join('\n')
  await runner.summary(markdown)
  const what = reports.some(({ level }) => level === 'warning')
    ? 'The step may still have an active run'
    : 'The step has no active runs'
  const headline = `${capitalised(leaving)}. ${what}`
  return { conclusion: 'cancelled', headline, body: markdown, pictures: '' }
}

/**
 * Completes the check run that a killed main step left open.
 * @param lastWord replaces what main reported in the comment and the check run of this use; undefined if the post step had
 *   nothing to clean up.
 */
async function finishReports(lastWord: Overview | undefined): Promise<void> {
  // Most jobs leave no check run open, and then no code for reports is loaded.
  const check = readOpenCheck(runner.state(checkStateName))
  const isOpen = check !== undefined && check.isCompleted !== true
  if (!isOpen && lastWord === undefined) return
  const { finishWantedReports } = await import('./reports/finish.ts')
  await finishWantedReports(step, check, lastWord)
}
