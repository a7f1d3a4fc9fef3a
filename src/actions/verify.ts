import { InputError } from '../inputs/problems.ts'
import { readVerifyInputs, type VerifyInputs } from '../inputs/verify-inputs.ts'
import { createProgress } from '../report/progress.ts'
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
import { createAbort } from '../run/abort.ts'
import { systemClock } from '../runner/clock.ts'
import { openRunner } from '../runner/runner.ts'
import { isRed, type VerifyOutcome } from '../verify/outcome.ts'
import { verify } from '../verify/verify.ts'
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
  let outcome: VerifyOutcome | undefined
  try {
    const inputs = readVerifyInputs((name) => (name === 'token' ? token : runner.input(name)))
    outcome = await check(inputs)
    abort.close()
    await report(outcome, inputs)
  } catch (error) {
    runner.fail()
    if (error instanceof InputError) annotateProblems(runner, error)
    else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      const words = `Unexpected error. Please report it with this line. ${detail}`
      runner.annotate('error', 'Hex token not verified', words)
    }
  }
  abort.close()
  for (const [name, text] of Object.entries(verifyOutputs(outcome))) runner.output(name, text)
}

async function check(inputs: VerifyInputs): Promise<VerifyOutcome> {
  const { projectIds, dryRun, expiresWithinDays, timeoutMs } = inputs
  const connection = await connect(inputs, runner.env, clock)
  const progress = createProgress()
  try {
    return await verify(
      { projectIds, dryRun, expiresWithinDays, deadlineAtMs: beganAtMs + timeoutMs },
      {
        hex: connection.hex,
        clock,
        random: Math.random,
        abort,
        onEvent: (event) => {
          for (const line of progress.lines(event, clock.now())) runner.line(line)
        },
      },
    )
  } finally {
    await connection.close()
  }
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
    const title = verdict === 'expiring' ? 'Hex token expires soon' : 'Hex token not ready'
    runner.annotate(level, title, [headline, ...advice].join(' '))
  }
  const notable = outcome.projects.filter(
    ({ result }) => result !== 'ready' && result !== 'not_checked',
  )
  for (const each of notable.slice(0, maxAnnotations)) {
    const level = isRed(each) && verdict !== 'aborted' ? 'error' : 'warning'
    runner.annotate(level, projectName(each), projectWords(each))
  }
}
