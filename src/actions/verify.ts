import { createHexClient } from '../hex/client.ts'
import { readVerifyInputs, type VerifyInputs } from '../inputs/verify-inputs.ts'
import { verifyOutputs, verifyReport } from '../report/verify.ts'
import type { VerifyOutcome } from '../verify/outcome.ts'
import { verify } from '../verify/verify.ts'
import { withConnection } from './connect.ts'
import { openStep, runCompanion } from './step.ts'

const step = openStep()
await runCompanion(step, {
  failure: 'Hex token not verified',
  read: readVerifyInputs,
  act: check,
  report: (outcome, inputs) => verifyReport(outcome, inputs, step.abort.signal.aborted),
  outputs: verifyOutputs,
})

function check(inputs: VerifyInputs): Promise<VerifyOutcome> {
  const plan = { ...inputs, deadlineAtMs: step.beganAtMs + inputs.timeoutMs }
  return withConnection(step, inputs, (connection) =>
    verify(plan, { ...connection, hex: createHexClient(connection.caller) }),
  )
}
