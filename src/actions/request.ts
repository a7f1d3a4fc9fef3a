import { pathText } from '../inputs/api-path.ts'
import { InputError } from '../inputs/problems.ts'
import { type RequestInputs, readRequestInputs } from '../inputs/request-inputs.ts'
import { messageOf } from '../plain-text.ts'
import {
  answeredLine,
  failureLine,
  type RequestOutputs,
  requestOutputs,
  tooLarge,
} from '../report/request.ts'
import {
  leadsSomewhere,
  logMasks,
  secretsAt,
  secretsInBody,
  withoutSecrets,
} from '../request/mask.ts'
import { makeRequest, type RequestOutcome, type RequestPlan } from '../request/request.ts'
import { type AnswerFile, openAnswerFile } from '../runner/answer-file.ts'
import { connected } from './connect.ts'
import { openStep, runCompanion } from './step.ts'

const step = openStep()
const { runner } = step
await runCompanion(step, {
  failure: 'Hex request failed',
  read: readRequestInputs,
  act,
  outputs: (outputs) => outputs ?? { status: '', data: '', 'trace-id': '' },
})

/** Makes the request, reports it, and returns the outputs. */
async function act(inputs: RequestInputs): Promise<RequestOutputs> {
  const secrets = secretsInBody(inputs.body, inputs.mask)
  hideInLog(secrets)
  const file = inputs.saveTo === undefined ? undefined : await placeFor(inputs.saveTo)
  const outcome = await connected(step, inputs, (world) =>
    makeRequest(requestPlanOf(inputs, file), world),
  )
  return await report(outcome, inputs, secrets, file)
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
    runner.annotate(
      'error',
      'Response not saved',
      `The request succeeded, but its response could not be written: ${messageOf(error)}`,
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
    deadlineAtMs: step.beganAtMs + inputs.timeoutMs,
    // An output can't contain more, but a file can.
    maxAnswerBytes: file === undefined ? 4_000_000 : 64_000_000,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}
