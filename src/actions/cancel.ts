import { cancelActiveRuns, cancelOneRun } from '../cancel/cancel-active.ts'
import type { CancelOutcome } from '../cancel/outcome.ts'
import { createHexClient } from '../hex/client.ts'
import { type CancelInputs, readCancelInputs } from '../inputs/cancel-inputs.ts'
import { cancelOutputs, cancelReport } from '../report/cancel.ts'
import { withConnection } from './connect.ts'
import { openStep, runCompanion } from './step.ts'

const step = openStep()
await runCompanion(step, {
  failure: 'Hex runs not cancelled',
  read: readCancelInputs,
  act: cancel,
  report: (outcome) => cancelReport(outcome, step.abort.signal.aborted, step.clock.now()),
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
