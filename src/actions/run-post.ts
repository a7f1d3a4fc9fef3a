import { parseBaseUrl } from '../inputs/base-url.ts'
import { runInputDefaults } from '../inputs/contract.ts'
import { leftoverReport } from '../report/leftover.ts'
import { createProgress } from '../report/progress.ts'
import { createAbort } from '../run/abort.ts'
import { createJournal, type Entry, readEntry } from '../run/journal.ts'
import { finishLeftovers, type Leftover } from '../run/leftovers.ts'
import { createTurns } from '../run/turns.ts'
import { systemClock } from '../runner/clock.ts'
import { openPostSide } from '../runner/handover.ts'
import { openRunner } from '../runner/runner.ts'
import { finishReports } from './reports.ts'
import { markName, stateName } from './state.ts'
import { maskedToken } from './token.ts'

const runner = openRunner(process)
const clock = systemClock
/** A main that was told to stop is done in about six seconds; the runner itself gives it ten. */
const mainPatienceMs = 10_000
const abort = createAbort(clock)
runner.onStop(abort.request)
await main()
await finishReports({ runner, clock, abort, random: Math.random })
abort.close()

/**
 * Finishes what a killed main step left behind. It never fails the job: the job's own end says what happened,
 * and what could not be cleaned up is a warning with links.
 */
async function main() {
  const token = maskedToken(runner)
  const text = await lastWords()
  const entry = text === '' ? undefined : readEntry(text)
  if (text !== '' && entry === undefined) {
    runner.annotate(
      'warning',
      'Hex run not cleaned up',
      'What the main step left for this one cannot be read: look at the runs of the project in Hex.',
    )
  }
  if (entry === undefined || entry.phase === 'settled' || entry.phase === 'detached') return
  try {
    await report(await finish(entry, token), entry)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    runner.annotate(
      'warning',
      'Hex run not cleaned up',
      `The clean-up itself failed; look at the runs of the project in Hex. ${detail}`,
    )
  }
}

/**
 * What main wrote last. A main that still runs and has a run, or is about to, is told to stop and cleans up by
 * itself: it knows more than post can, and two who cancel one run are one too many.
 */
async function lastWords(): Promise<string> {
  const main = openPostSide(runner.env, runner.state(markName))
  if (main === undefined) return runner.state(stateName)
  const isUnfinished = ['intent', 'started'].includes(readEntry(main.latest())?.phase ?? '')
  if (isUnfinished && main.isRunning()) {
    runner.line('The main step still runs beside this one; it was told to stop and to clean up.')
    await main.gone(clock, mainPatienceMs, abort.signal)
    if (readEntry(main.latest())?.phase === 'settled') runner.line('It has: no run of it goes on.')
  }
  return main.latest() || runner.state(stateName)
}

async function finish(entry: Entry, token: string): Promise<Leftover> {
  const base = parseBaseUrl(runner.input('base-url').trim() || runInputDefaults['base-url'])
  if (!base.ok) throw new Error(base.problem)
  // Most jobs end with nothing to clean up, and then nothing of the client is loaded.
  const { connect } = await import('./connect.ts')
  const connection = await connect({ baseUrl: base.value, token }, runner.env, clock)
  const progress = createProgress()
  try {
    return await finishLeftovers(entry, {
      hex: connection.hex,
      clock,
      random: Math.random,
      abort,
      ownRuns: new Set(),
      turns: createTurns(),
      journal: createJournal(() => undefined),
      tell: (event) => {
        for (const line of progress.lines(event, clock.now())) runner.line(line)
      },
    })
  } finally {
    await connection.close()
  }
}

async function report(leftover: Leftover, entry: Entry) {
  const { line, warning, markdown } = leftoverReport(leftover, entry)
  if (warning) runner.annotate('warning', 'Hex run may still be going', line)
  else runner.line(line)
  await runner.summary(markdown)
}
