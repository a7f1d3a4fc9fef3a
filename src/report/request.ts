import type { requestOutputNames } from '../inputs/request-inputs.ts'
import type { RequestOutcome } from '../request/request.ts'

/** The request action's outputs. Unknown facts are ''. */
export type RequestOutputs = Readonly<Record<(typeof requestOutputNames)[number], string>>

/**
 * GitHub limits an output to 1 MB and counts UTF-16, two bytes per character (GitHub docs, "Passing information between
 * jobs").
 */
const maxCharacters = 500_000

/** The outputs. `data` is the response with secrets masked. */
export function requestOutputs(outcome: RequestOutcome, data: string): RequestOutputs {
  return {
    status: outcome.status === undefined ? '' : String(outcome.status),
    data,
    'trace-id': outcome.traceId ?? '',
  }
}

/** The log line after a response. It contains nothing from the body, which can be secret. */
export function answeredLine(
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
export function failureLine({
  kind,
  text,
  unsure,
}: Exclude<RequestOutcome, { readonly kind: 'answered' }>): string {
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
export function tooLarge(data: string): string | undefined {
  return data.length <= maxCharacters
    ? undefined
    : `The request succeeded, but its response has ${data.length} characters. An output can hold at most ${maxCharacters} (GitHub's limit of 1 MB). To write the response to a file, set 'save-to'.`
}
