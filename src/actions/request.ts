import { pathText } from '../inputs/api-path.ts'
import { InputError } from '../inputs/problems.ts'
import { type RequestInputs, readRequestInputs } from '../inputs/request-inputs.ts'
import { createProgress } from '../report/progress.ts'
import { answeredLine, failureLine, requestOutputs, tooLarge } from '../report/request.ts'
import {
  leadsSomewhere,
  logMasks,
  secretsAt,
  secretsInBody,
  withoutSecrets,
} from '../request/mask.ts'
import { makeRequest, type RequestOutcome, type RequestPlan } from '../request/request.ts'
import { createAbort } from '../run/abort.ts'
import { type AnswerFile, openAnswerFile } from '../runner/answer-file.ts'
import { systemClock } from '../runner/clock.ts'
import { openRunner } from '../runner/runner.ts'
import { keepTlsChecked } from './checked-tls.ts'
import { annotateProblems } from './input-problems.ts'
import { openCaller } from './open-caller.ts'
import { maskedToken } from './token.ts'

// Listen for signals before anything else, so that a cancelled job still gets its outputs.
const runner = openRunner(process)
const clock = systemClock
const abort = createAbort(clock)
const beganAtMs = clock.now()
runner.onStop(abort.request)
await main()

async function main() {
  const token = maskedToken(runner)
  keepTlsChecked(runner)
  let outputs = { status: '', data: '', 'trace-id': '' }
  try {
    const inputs = await readRequestInputs((name) =>
      name === 'token' ? token : runner.input(name),
    )
    const secrets = secretsInBody(inputs.body, inputs.mask)
    hideInLog(secrets)
    const file = inputs.saveTo === undefined ? undefined : await placeFor(inputs.saveTo)
    const outcome = await send(inputs, file)
    outputs = await report(outcome, inputs, secrets, file)
  } catch (error) {
    runner.fail()
    if (error instanceof InputError) annotateProblems(runner, error)
    else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      const words = `Unexpected error. Please report it with this line. ${detail}`
      runner.annotate('error', 'Hex request failed', words)
    }
  }
  abort.close()
  for (const [name, text] of Object.entries(outputs)) runner.output(name, text)
}

async function send(inputs: RequestInputs, file: AnswerFile | undefined): Promise<RequestOutcome> {
  const { caller, close } = await openCaller(inputs, runner.env, clock)
  const progress = createProgress()
  try {
    return await makeRequest(requestPlanOf(inputs, file), {
      caller,
      clock,
      random: Math.random,
      abort,
      onEvent: (event) => {
        for (const line of progress.lines(event, clock.now())) runner.line(line)
      },
    })
  } finally {
    await close()
  }
}

/** Masks secrets, then reports. Sets the exit code before anything that can fail to be written. */
async function report(
  outcome: RequestOutcome,
  inputs: RequestInputs,
  bodySecrets: ReadonlyArray<string>,
  file: AnswerFile | undefined,
) {
  if (outcome.kind !== 'answered') {
    runner.fail()
    const level = outcome.kind === 'aborted' ? 'warning' : 'error'
    runner.annotate(level, 'Hex request failed', failureLine(outcome))
    return requestOutputs(outcome, '')
  }
  const { body } = outcome
  const secrets = [...bodySecrets, ...secretsAt(body, inputs.mask)]
  hideInLog(secrets)
  warnOfIdleMasks(inputs, body)
  const call = `${inputs.method} ${pathText(inputs.path)}`
  if (file !== undefined) {
    const saved = await save(file, body)
    if (saved) runner.line(answeredLine(call, outcome, inputs.saveTo))
    return requestOutputs(outcome, '')
  }
  const data = body === undefined ? '' : JSON.stringify(withoutSecrets(body, inputs.mask, secrets))
  const complaint = tooLarge(data)
  if (complaint === undefined) {
    runner.line(answeredLine(call, outcome, undefined))
    return requestOutputs(outcome, data)
  }
  runner.fail()
  runner.annotate('error', 'Response too large for an output', `${call}: ${complaint}`)
  return requestOutputs(outcome, '')
}

/** Writes the complete response: the file is the only way to masked values. */
async function save(file: AnswerFile, body: unknown): Promise<boolean> {
  try {
    await file.write(body === undefined ? '' : `${JSON.stringify(body, null, 2)}\n`)
    return true
  } catch (error) {
    runner.fail()
    const words = error instanceof Error ? error.message : String(error)
    runner.annotate(
      'error',
      'Response not saved',
      `The request succeeded, but its response could not be written: ${words}`,
    )
    return false
  }
}

async function placeFor(saveTo: string): Promise<AnswerFile> {
  const place = await openAnswerFile(saveTo, runner.env)
  if (place.ok) return place.value
  throw new InputError([{ input: 'save-to', message: place.problem }])
}

function hideInLog(secrets: ReadonlyArray<string>) {
  for (const mask of logMasks(secrets)) runner.mask(mask)
}

function warnOfIdleMasks({ mask, body }: RequestInputs, answer: unknown) {
  for (const path of mask) {
    if (leadsSomewhere(body, path) || leadsSomewhere(answer, path)) continue
    const name = path.join('.')
    runner.annotate(
      'warning',
      "Input 'mask'",
      `'mask': "${name}" is neither in the request body nor in the response, so nothing is masked. Check the spelling.`,
    )
  }
}

function requestPlanOf(inputs: RequestInputs, file: AnswerFile | undefined): RequestPlan {
  const { method, path, body, paginate, maxPages, retry } = inputs
  return {
    method,
    path,
    paginate,
    maxPages,
    retry,
    deadlineAtMs: beganAtMs + inputs.timeoutMs,
    // An output can't contain more, but a file can.
    maxAnswerBytes: file === undefined ? 4_000_000 : 64_000_000,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}
