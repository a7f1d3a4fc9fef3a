import { parseBaseUrl } from '../inputs/base-url.ts'
import { runInputDefaults } from '../inputs/contract.ts'
import { leftoverReport } from '../report/leftover.ts'
import { createProgress } from '../report/progress.ts'
import { createAbort } from '../run/abort.ts'
import type { RunEvent } from '../run/events.ts'
import { createJournal, type Entry, readEntry } from '../run/journal.ts'
import { type Finished, finishAllLeftovers, isOpen } from '../run/leftovers.ts'
import { createTurns } from '../run/turns.ts'
import { systemClock } from '../runner/clock.ts'
import { openPostSide } from '../runner/handover.ts'
import { openRunner } from '../runner/runner.ts'
import { keepTlsChecked } from './checked-tls.ts'
import type { LastWord } from './reports/contract.ts'
import { finishReports } from './reports.ts'
import { countName, markName, stateNameOf } from './state.ts'
import { maskedToken } from './token.ts'

const runner = openRunner(process)
const clock = systemClock
/** A main that was told to stop is done in about six seconds; the runner itself gives it ten. */
const mainPatienceMs = 10_000
const abort = createAbort(clock)
runner.onStop(abort.request)
const lastWord = await main()
await finishReports({ runner, clock, abort, random: Math.random }, lastWord)
abort.close()

/**
 * Finishes what a killed main step left behind. It never fails the job: the job's own end says what happened,
 * and what could not be cleaned up is a warning with links.
 */
async function main(): Promise<LastWord | undefined> {
  const token = maskedToken(runner)
  // Main has warned of it.
  keepTlsChecked({ annotate: () => undefined })
  const texts = await lastWords()
  const entries = texts.flatMap((text) => readEntry(text) ?? [])
  if (entries.length < texts.length) {
    runner.annotate(
      'warning',
      'Hex run not cleaned up',
      'What the main step left for this one cannot be read: look at the runs of the project in Hex.',
    )
  }
  if (!entries.some(isOpen)) return undefined
  try {
    return await report(await finish(entries, token))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    runner.annotate(
      'warning',
      'Hex run not cleaned up',
      `The clean-up itself failed; look at the runs of the project in Hex. ${detail}`,
    )
    return undefined
  }
}

/**
 * What main wrote last of each of its runs. A main that still runs and has a run, or is about to, is told to stop
 * and cleans up by itself: it knows more than post can, and two who cancel one run are one too many.
 */
async function lastWords(): Promise<ReadonlyArray<string>> {
  const main = openPostSide(runner.env, runner.state(markName))
  const isBusy = () => [...(main?.latest().values() ?? [])].some((text) => isOpen(readEntry(text)))
  if (main?.isRunning() && isBusy()) {
    runner.line('The main step still runs beside this one; it was told to stop and to clean up.')
    await main.gone(clock, mainPatienceMs, abort.signal)
    if (!isBusy()) runner.line('It has: no run of it goes on.')
  }
  const notes = main?.latest() ?? new Map<string, string>()
  const count = Math.max(
    Number(runner.state(countName)) || 0,
    ...[...notes.keys()].map((subject) => Number(subject) + 1),
  )
  return Array.from(
    { length: count },
    (_, index) => notes.get(String(index)) ?? runner.state(stateNameOf(index)),
  ).filter((text) => text !== '')
}

async function finish(
  entries: ReadonlyArray<Entry>,
  token: string,
): Promise<ReadonlyArray<Finished>> {
  const base = parseBaseUrl(runner.input('base-url').trim() || runInputDefaults['base-url'])
  if (!base.ok) throw new Error(base.problem)
  // Most jobs end with nothing to clean up, and then nothing of the client is loaded.
  const { connect } = await import('./connect.ts')
  const connection = await connect({ baseUrl: base.value, token }, runner.env, clock)
  const progress = createProgress()
  const world = {
    hex: connection.hex,
    clock,
    random: Math.random,
    abort,
    turns: createTurns(),
    journal: createJournal(() => undefined),
    tell: (event: RunEvent) => {
      for (const line of progress.lines(event, clock.now())) runner.line(line)
    },
  }
  try {
    return await finishAllLeftovers(entries, world)
  } finally {
    await connection.close()
  }
}

async function report(finished: ReadonlyArray<Finished>): Promise<LastWord> {
  const reports = finished.map(({ entry, leftover }) => leftoverReport(leftover, entry))
  const warnings = reports.filter(({ warning }) => warning)
  for (const { line, warning } of reports) if (!warning) runner.line(line)
  if (warnings.length > 0) {
    const message = warnings.map(({ line }) => line).join('\n')
    runner.annotate('warning', 'Hex run may still be going', message)
  }
  const markdown = reports.map((each) => each.markdown).join('\n')
  await runner.summary(markdown)
  const headline =
    warnings.length > 0
      ? 'This step was stopped, and a run of it may still be going'
      : 'This step was stopped, and no run of it is going'
  return { conclusion: 'cancelled', headline, markdown }
}
