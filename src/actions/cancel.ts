import { cancelActiveRuns, cancelOneRun } from '../cancel/cancel-active.ts'
import type { CancelOutcome } from '../cancel/outcome.ts'
import { createHexClient } from '../hex/client.ts'
import { type CancelInputs, readCancelInputs } from '../inputs/cancel-inputs.ts'
import {
  type CancelVerdict,
  cancelHeadline,
  cancelOutputs,
  cancelSummary,
  cancelVerdictOn,
  runResultLine,
  sparedWords,
} from '../report/cancel.ts'
import { withConnection } from './connect.ts'
import { maxAnnotations, openStep, runCompanion } from './step.ts'

const step = openStep()
const { runner, clock, abort } = step
await runCompanion(step, {
  failure: 'Hex runs not cancelled',
  read: readCancelInputs,
  act: cancel,
  report,
  outputs: cancelOutputs,
})

function cancel(inputs: CancelInputs): Promise<CancelOutcome> {
  const { projectIds, runId, choice, dryRun, wait, timeoutMs } = inputs
  const limits = { dryRun, wait, deadlineAtMs: step.beganAtMs + timeoutMs }
  return withConnection(step, inputs, (connection) => {
    const world = { ...connection, hex: createHexClient(connection.caller) }
    return runId === undefined
      ? cancelActiveRuns(projectIds, choice, limits, world)
      : cancelOneRun(projectIds[0] ?? '', runId, limits, world)
  })
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

/** Adds an annotation per project that could not be read, then one for the step. */
function annotate(outcome: CancelOutcome, verdict: CancelVerdict, headline: string) {
  const level = verdict === 'aborted' ? 'warning' : 'error'
  for (const { projectId, trouble } of outcome.failures.slice(0, maxAnnotations - 1)) {
    runner.annotate(level, 'Hex runs not cancelled', `Project ${projectId}: ${trouble.text}`)
  }
  const stopped = verdict === 'aborted' ? 'This step was stopped. ' : ''
  const refused = outcome.runs.filter(({ result }) => result === 'refused').map(runResultLine)
  const words = [`${stopped}${headline}`, ...refused.slice(0, maxAnnotations - 1)]
  runner.annotate(level, 'Hex runs not cancelled', words.join('\n'))
}
