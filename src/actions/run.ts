import type { HexClient } from '../hex/client.ts'
import { InputError } from '../inputs/problems.ts'
import { type RunInputs, readRunInputs } from '../inputs/run-inputs.ts'
import { annotationOf } from '../report/annotation.ts'
import { detailLines } from '../report/details.ts'
import { outputsOf } from '../report/outputs.ts'
import { createProgress } from '../report/progress.ts'
import { type Asked, summaryOf } from '../report/summary.ts'
import { verdictLine } from '../report/verdict.ts'
import { createAbort } from '../run/abort.ts'
import type { RunEvent } from '../run/events.ts'
import { createJournal } from '../run/journal.ts'
import { liveRun } from '../run/life.ts'
import { isGreen, type Outcome } from '../run/outcome.ts'
import type { RunPlan } from '../run/plan.ts'
import { createTurns } from '../run/turns.ts'
import { systemClock } from '../runner/clock.ts'
import { openMainSide } from '../runner/handover.ts'
import { openRunner } from '../runner/runner.ts'
import { type Connection, connect } from './connect.ts'
import { annotateProblems } from './input-problems.ts'
import { noCharts, openReports, type Reports } from './reports.ts'
import { markName, stateName } from './state.ts'
import { maskedToken } from './token.ts'

// The signals are armed before anything else: from here on a cancelled job is heard.
const runner = openRunner(process)
const clock = systemClock
const abort = createAbort(clock)
const world = { clock, abort, random: Math.random }
const beganAtMs = clock.now()
runner.onStop(abort.request)
const handover = openMainSide(runner.env, abort.request)
runner.saveState(markName, handover.mark)
await main()

async function main() {
  const token = maskedToken(runner)
  let inputs: RunInputs | undefined
  let connection: Connection | undefined
  let reports: Reports | undefined
  let outcome: Outcome
  try {
    inputs = await readRunInputs((name) => (name === 'token' ? token : runner.input(name)))
    reports = await openReports(inputs.reports, [inputs.projectId], { ...world, runner })
    connection = await connect(inputs, runner.env, clock)
    outcome = await run(inputs, connection.hex, reports)
  } catch (error) {
    if (error instanceof InputError) annotateProblems(runner, error)
    outcome = outcomeOfError(error, inputs)
  }
  tellVerdict(outcome)
  const charts = (await (connection && reports?.charts([outcome], connection.hex))) ?? noCharts
  runner.output('chart-paths', JSON.stringify(charts.paths))
  if (inputs?.summary !== false)
    await runner.summary(summaryOf(outcome, askedOf(inputs), charts.shown))
  await reports?.ended([outcome], charts)
  abort.close()
  handover.close()
  await connection?.close()
}

async function run(inputs: RunInputs, hex: HexClient, reports: Reports): Promise<Outcome> {
  const progress = createProgress()
  const tell = (event: RunEvent) => {
    if (event.kind === 'started') {
      // From the moment Hex answered, whatever happens to this process.
      runner.output('run-id', event.run.runId)
      runner.output('run-url', event.run.runUrl ?? '')
      runner.output('project-id', inputs.projectId)
      reports.started(event.run)
    }
    for (const line of progress.lines(event, clock.now())) runner.line(line)
  }
  return liveRun(planOf(inputs), {
    ...world,
    hex,
    ownRuns: new Set(),
    turns: createTurns(),
    journal: createJournal((entry) => {
      const text = JSON.stringify(entry)
      runner.saveState(stateName, text)
      handover.note(text)
    }),
    tell,
  })
}

/** The verdict is set first; what can fail to be written comes after it and changes nothing. */
function tellVerdict(outcome: Outcome) {
  if (!isGreen(outcome.conclusion)) runner.fail()
  for (const [name, text] of Object.entries(outputsOf([outcome]))) runner.output(name, text)
  if (outcome.reason === 'invalid_input') return
  const annotation = annotationOf(outcome)
  if (annotation === undefined) runner.line(verdictLine(outcome))
  else runner.annotate(annotation.level, annotation.title, annotation.message)
  runner.group('Details', detailLines(outcome))
}

function planOf(inputs: RunInputs): RunPlan {
  return {
    projectId: inputs.projectId,
    start:
      inputs.runId === undefined
        ? { kind: 'new', settings: inputs.settings }
        : { kind: 'existing', runId: inputs.runId },
    wait: inputs.wait,
    beganAtMs,
    deadlineAtMs: beganAtMs + inputs.timeoutMs,
    cancelOnTimeout: inputs.cancelOnTimeout,
    maxAttempts: inputs.maxAttempts,
    ...(inputs.pollIntervalMs === undefined ? {} : { pollIntervalMs: inputs.pollIntervalMs }),
  }
}

function askedOf(inputs: RunInputs | undefined): Asked {
  const settings = inputs?.settings ?? {}
  return {
    parameterNames: Object.keys(settings.inputParams ?? {}),
    updatesPublishedResults: settings.updatePublishedResults === true,
    usesSqlCache: settings.useCachedSqlResults !== false,
    ...(settings.viewId === undefined ? {} : { viewId: settings.viewId }),
  }
}

function outcomeOfError(error: unknown, inputs: RunInputs | undefined): Outcome {
  const isInput = error instanceof InputError
  return {
    conclusion: 'failure',
    reason: isInput ? 'invalid_input' : 'internal_error',
    projectId: inputs?.projectId ?? '',
    attempt: 0,
    adopted: false,
    tookMs: clock.now() - beganAtMs,
    detail:
      error instanceof Error
        ? isInput
          ? error.message
          : (error.stack ?? error.message)
        : String(error),
  }
}
