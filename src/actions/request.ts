import { pathText } from '../inputs/api-path.ts'
import { InputError, InvalidValue } from '../inputs/problems.ts'
import {
  type RequestInputs,
  readRequestInputs,
  type requestOutputNames,
} from '../inputs/request-inputs.ts'
import { messageOf } from '../plain-text.ts'
import { logMasks, matchesAny, secretsAt, secretsInBody, withoutSecrets } from '../request/mask.ts'
import { makeRequest, type RequestOutcome } from '../request/request.ts'
import { openResponseFile, type WriteResponse } from '../runner/files.ts'
import { withConnection } from './connect.ts'
import { openStep, runCompanion } from './step.ts'

/**
 * GitHub limits an output to 1 MB and counts UTF-16, two bytes per character (GitHub docs, "Passing information between
 * jobs").
 */
const maxCharacters = 500_000
/** An output's characters take at most 6 bytes each as a JSON escape. A file can hold more. */
const maxResponseBytes = { output: 4_000_000, file: 64_000_000 }
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
  const bodySecrets = secretsInBody(inputs.body, inputs.mask)
  hideInLog(bodySecrets)
  const write = await openFile(inputs.saveTo)
  const plan = {
    ...inputs,
    deadlineAtMs: step.beganAtMs + inputs.timeoutMs,
    maxResponseBytes: maxResponseBytes[write === undefined ? 'output' : 'file'],
  }
  const outcome = await withConnection(step, inputs, (world) => makeRequest(plan, world))
  // Sets the exit code before anything that can fail to be written.
  if (outcome.kind !== 'answered') {
    const level = outcome.kind === 'aborted' ? 'warning' : 'error'
    return failed(outcome, 'Hex request failed', failureLine(outcome), level)
  }
  const { body } = outcome
  const secrets = [...bodySecrets, ...secretsAt(body, inputs.mask)]
  hideInLog(secrets)
  warnOfUnusedMasks(inputs, body)
  const call = `${inputs.method} ${pathText(inputs.path)}`
  if (write !== undefined) {
    try {
      // Complete, because the file is the only way to masked values.
      await write(body === undefined ? '' : `${JSON.stringify(body, null, 2)}\n`)
    } catch (error) {
      const words = `The request succeeded, but its response could not be written: ${messageOf(error)}`
      return failed(outcome, 'Response not saved', words)
    }
    runner.line(answeredLine(call, outcome, inputs.saveTo))
    return requestOutputs(outcome, '')
  }
  const data = body === undefined ? '' : JSON.stringify(withoutSecrets(body, inputs.mask, secrets))
  const complaint = tooLarge(data)
  if (complaint !== undefined)
    return failed(outcome, 'Response too large for an output', `${call}: ${complaint}`)
  runner.line(answeredLine(call, outcome, undefined))
  return requestOutputs(outcome, data)
}

function failed(
  outcome: RequestOutcome,
  title: string,
  message: string,
  level: 'error' | 'warning' = 'error',
): RequestOutputs {
  runner.fail()
  runner.annotate(level, title, message)
  return requestOutputs(outcome, '')
}

async function openFile(saveTo: string | undefined): Promise<WriteResponse | undefined> {
  if (saveTo === undefined) return undefined
  try {
    return await openResponseFile(saveTo, runner.env)
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error
    throw new InputError([{ input: 'save-to', message: error.message }])
  }
}

function hideInLog(secrets: ReadonlyArray<string>) {
  for (const mask of logMasks(secrets)) runner.mask(mask)
}

function warnOfUnusedMasks({ mask, body }: RequestInputs, response: unknown) {
  for (const path of mask) {
    if (matchesAny(body, path) || matchesAny(response, path)) continue
    runner.annotate(
      'warning',
      "Input 'mask'",
      `'mask': "${path.join('.')}" matches nothing in the request body or the response. Check the spelling.`,
    )
  }
}

/** The request action's outputs. Unknown facts are ''. */
type RequestOutputs = Readonly<Record<(typeof requestOutputNames)[number], string>>

/** The outputs. `data` is the response with secrets masked. */
function requestOutputs(outcome: RequestOutcome, data: string): RequestOutputs {
  return {
    status: outcome.status === undefined ? '' : String(outcome.status),
    data,
    'trace-id': outcome.traceId ?? '',
  }
}

/** The log line after a response. It contains nothing from the body, which can be secret. */
function answeredLine(
  call: string,
  { status, pages, traceId }: Extract<RequestOutcome, { readonly kind: 'answered' }>,
  savedTo: string | undefined,
): string {
  const facts = [
    `${call}: ${status}`,
    ...(pages > 1 ? [`${pages} pages`] : []),
    ...(savedTo === undefined ? [] : [`saved to ${savedTo}`]),
    ...(traceId === undefined ? [] : [`trace ID ${traceId}`]),
  ]
  return facts.join(', ')
}

/** The error: what was tried, Hex's response, and whether Hex may have processed the request. */
function failureLine(outcome: Exclude<RequestOutcome, { readonly kind: 'answered' }>): string {
  const { kind, text, unsure } = outcome
  return [
    ...(kind === 'aborted' ? ['This step was stopped.'] : []),
    text,
    ...(unsure
      ? [
          'Hex may have processed the request anyway. Before you send the request again, check in Hex whether it was processed.',
        ]
      : []),
  ].join(' ')
}

/** Why a response can't be an output; undefined if it can. */
function tooLarge(data: string): string | undefined {
  return data.length <= maxCharacters
    ? undefined
    : `The request succeeded, but its response has ${data.length} characters. An output can hold at most ${maxCharacters} (GitHub's limit of 1 MB). To write the response to a file, set 'save-to'.`
}
