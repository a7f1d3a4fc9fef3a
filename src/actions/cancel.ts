import { cancelActiveRuns, cancelOneRun } from '../cancel/cancel-active.ts'
import type { CancelOutcome } from '../cancel/outcome.ts'
import { type CancelInputs, readCancelInputs } from '../inputs/cancel-inputs.ts'
import { InputError } from '../inputs/problems.ts'
import {
  type CancelVerdict,
  cancelHeadline,
  cancelOutputs,
  cancelSummary,
  cancelVerdictOn,
  runResultLine,
  sparedWords,
} from '../report/cancel.ts'
import { createProgress } from '../report/progress.ts'
import { createAbort } from '../run/abort.ts'
import { systemClock } from '../runner/clock.ts'
import { openRunner } from '../runner/runner.ts'
import { keepTlsChecked } from './checked-tls.ts'
import { connect } from './connect.ts'
import { annotateProblems } from './input-problems.ts'
import { maskedToken } from './token.ts'

// Listen for signals before anything else, so that a cancelled job still gets its outputs.
const runner = openRunner(process)
const clock = systemClock
const abort = createAbort(clock)
const beganAtMs = clock.now()
/** GitHub keeps ten annotations of a level per step; one is for the whole. */
const maxAnnotations = 9
runner.onStop(abort.request)
await main()

async function main() {
  const token = maskedToken(runner)
  keepTlsChecked(runner)
  let outcome: CancelOutcome | undefined
  try {
    const inputs = readCancelInputs((name) => (name === 'token' ? token : runner.input(name)))
    outcome = await clear(inputs)
    abort.close()
    await report(outcome, inputs)
  } catch (error) {
    runner.fail()
    if (error instanceof InputError) annotateProblems(runner, error)
    else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      const words = `Unexpected error. Please report it with this line. ${detail}`
      runner.annotate('error', 'Hex runs not cancelled', words)
    }
  }
  abort.close()
  for (const [name, text] of Object.entries(cancelOutputs(outcome))) runner.output(name, text)
}

async function clear(inputs: CancelInputs): Promise<CancelOutcome> {
  const { projectIds, runId, choice, dryRun, wait, timeoutMs } = inputs
  const connection = await connect(inputs, runner.env, clock)
  const progress = createProgress()
  const world = {
    hex: connection.hex,
    clock,
    random: Math.random,
    abort,
    onEvent: (event: Parameters<typeof progress.lines>[0]) => {
      for (const line of progress.lines(event, clock.now())) runner.line(line)
    },
  }
  const limits = { dryRun, wait, deadlineAtMs: beganAtMs + timeoutMs }
  try {
    return runId === undefined
      ? await cancelActiveRuns(projectIds, choice, limits, world)
      : await cancelOneRun(projectIds[0] ?? '', runId, limits, world)
  } finally {
    await connection.close()
  }
}

/** Sets the exit code first. Reports that can fail come later and don't change it. */
async function report(outcome: CancelOutcome, inputs: CancelInputs) {
  const verdict = cancelVerdictOn(outcome, abort.signal.aborted)
  if (verdict !== 'done') runner.fail()
  for (const run of outcome.runs) runner.line(runResultLine(run))
  const spared = sparedWords(outcome)
  if (spared !== '') runner.line(spared)
  const headline = `${cancelHeadline(outcome)}.`
  if (verdict === 'done') runner.line(headline)
  else annotate(outcome, verdict, headline)
  if (inputs.summary) await runner.summary(cancelSummary(outcome, verdict, clock.now()))
}

/** Adds an annotation per project that could not be read, then one for the whole. */
function annotate(outcome: CancelOutcome, verdict: CancelVerdict, headline: string) {
  const level = verdict === 'aborted' ? 'warning' : 'error'
  for (const { projectId, trouble } of outcome.failures.slice(0, maxAnnotations)) {
    runner.annotate(level, 'Hex runs not cancelled', `Project ${projectId}: ${trouble.text}`)
  }
  const stopped = verdict === 'aborted' ? 'This step was stopped. ' : ''
  const refused = outcome.runs.filter(({ result }) => result === 'refused').map(runResultLine)
  const words = [`${stopped}${headline}`, ...refused.slice(0, maxAnnotations)]
  runner.annotate(level, 'Hex runs not cancelled', words.join('\n'))
}
