import { createHexClient } from '../hex/client.ts'
import { readVerifyInputs, type VerifyInputs } from '../inputs/verify-inputs.ts'
import {
  projectName,
  projectWords,
  renewWords,
  tokenLines,
  type VerifyVerdict,
  verifyHeadline,
  verifyOutputs,
  verifySummary,
  verifyVerdictOn,
} from '../report/verify.ts'
import { isRed, type VerifyOutcome } from '../verify/outcome.ts'
import { verify } from '../verify/verify.ts'
import { withConnection } from './connect.ts'
import { maxAnnotations, openStep, runCompanion } from './step.ts'

const step = openStep()
const { runner, abort } = step
await runCompanion(step, {
  failure: 'Hex token not verified',
  read: readVerifyInputs,
  act: check,
  report,
  outputs: verifyOutputs,
})

function check(inputs: VerifyInputs): Promise<VerifyOutcome> {
  const plan = { ...inputs, deadlineAtMs: step.beganAtMs + inputs.timeoutMs }
  return withConnection(step, inputs, (connection) =>
    verify(plan, { ...connection, hex: createHexClient(connection.caller) }),
  )
}

/** Sets the exit code first. Reports that can fail come later and don't change it. */
async function report(outcome: VerifyOutcome, inputs: VerifyInputs) {
  const { failWhenExpiring, baseUrl } = inputs
  const verdict = verifyVerdictOn(outcome, { failWhenExpiring, aborted: abort.signal.aborted })
  if (verdict === 'failed' || verdict === 'aborted') runner.fail()
  for (const line of tokenLines(outcome, baseUrl)) runner.line(line)
  for (const each of outcome.projects) runner.line(`${projectName(each)}: ${projectWords(each)}`)
  annotate(outcome, verdict)
  if (inputs.summary) await runner.summary(verifySummary(outcome, verdict, baseUrl))
}

function annotate(outcome: VerifyOutcome, verdict: VerifyVerdict) {
  const headline = `${verifyHeadline(outcome, verdict)}.`
  if (verdict === 'ready') runner.line(headline)
  else {
    const advice = [
      ...(outcome.trouble === undefined ? [] : [outcome.trouble.text]),
      ...(outcome.isExpiring ? [renewWords] : []),
    ]
    const level = verdict === 'failed' ? 'error' : 'warning'
    const title =
      verdict === 'expiring' ? 'Hex token expires soon' : 'Hex token or projects not ready'
    runner.annotate(level, title, [headline, ...advice].join(' '))
  }
  const notable = outcome.projects.filter(
    ({ result }) => result !== 'ready' && result !== 'not_checked',
  )
  for (const each of notable.slice(0, maxAnnotations - 1)) {
    const level = isRed(each) && verdict !== 'aborted' ? 'error' : 'warning'
    runner.annotate(level, projectName(each), projectWords(each))
  }
}
