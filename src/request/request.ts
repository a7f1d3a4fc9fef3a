import type { Call, Caller } from '../hex/call.ts'
import { type Failure, type HexError, hasCode } from '../hex/errors.ts'
import type { Method } from '../hex/http.ts'
import { mayHaveHappened, mayRetry } from '../hex/retry.ts'
import { pathText } from '../inputs/api-path.ts'
import type { RequestInputs, RetryPolicy } from '../inputs/request-inputs.ts'
import { asRecord, asText, withoutUndefined } from '../json.ts'
import { hexErrorOf, withRetries } from '../run/calls.ts'
import type { CallWorld } from '../run/plan.ts'
import { type Endpoint, endpointOf, pathHint } from './endpoint.ts'
import { joinedPages, listKeyOf, type NextPage, nextPageAfter } from './pages.ts'

/** A call to any endpoint. */
export interface RequestPlan extends Pick<RequestInputs, PlannedInput> {
  /** No request is sent after it, milliseconds since the epoch. */
  readonly deadlineAtMs: number
  readonly maxResponseBytes: number
}

type PlannedInput = 'method' | 'path' | 'body' | 'paginate' | 'maxPages' | 'retry'

/** The world of a request. It calls endpoints for which the client has no method. */
export type RequestWorld = Omit<CallWorld, 'hex'> & { readonly caller: Caller }

/** How a request ended. */
export type RequestOutcome =
  | ({ readonly kind: 'answered'; readonly pages: number } & HexResponse)
  | {
      readonly kind: 'failed' | 'aborted'
      /** The request, Hex's words, and the remedy in one line. */
      readonly text: string
      readonly status?: number
      readonly traceId?: string
      /** The request may have had its effect. */
      readonly unsure: boolean
    }

interface HexResponse {
  readonly status: number
  /** Undefined for a response without a body (204). */
  readonly body: unknown
  readonly traceId?: string
}

/** Long enough for the slowest documented operation, an export. A call that takes longer counts as lost. */
const callTimeoutMs = 60_000

/** Makes the call, and reads the other pages of a list. Every failure is an outcome; only unexpected errors are thrown. */
export async function makeRequest(plan: RequestPlan, world: RequestWorld): Promise<RequestOutcome> {
  const pages: Array<unknown> = []
  const endpoint = endpointOf(plan.method, plan.path.pathname)
  let query: Readonly<Record<string, string>> = {}
  try {
    for (;;) {
      const response = await send(plan, pathText(plan.path, query), endpoint, world)
      pages.push(response.body)
      const listKey = listKeyOf(pages[0])
      const next: NextPage = plan.paginate ? nextPageAfter(response.body) : { kind: 'last' }
      if (next.kind === 'last') {
        const isList = pages.length > 1 && listKey !== undefined
        const body = isList ? joinedPages(pages, listKey) : response.body
        return { kind: 'answered', ...response, body, pages: pages.length }
      }
      const complaint = complaintAboutNext(next, { listKey, query, pages: pages.length }, plan)
      if (complaint !== undefined) return incomplete(plan, response, complaint)
      if (next.kind === 'next') query = next.query
    }
  } catch (error) {
    return failedOutcome(hexErrorOf(error), plan, endpoint, world)
  }
}

interface Progress {
  readonly listKey: string | undefined
  /** The query of the last page that was read. */
  readonly query: Readonly<Record<string, string>>
  readonly pages: number
}

/** Why the next page can't be read; undefined if it can. */
function complaintAboutNext(
  next: Exclude<NextPage, { readonly kind: 'last' }>,
  { listKey, query, pages }: Progress,
  { maxPages }: RequestPlan,
): string | undefined {
  if (next.kind === 'unclear') return next.why
  if (listKey === undefined) return 'The response has several pages, but does not contain a list.'
  if (JSON.stringify(next.query) === JSON.stringify(query))
    return 'A page links to itself as the next page, so paging cannot finish.'
  return pages >= maxPages
    ? `The list exceeds the page limit of ${pages}. Increase 'max-pages', or filter the list with 'params'.`
    : undefined
}

/**
 * May this call be retried? `safe` follows the rule for all calls, except that it does not retry other POSTs and PATCHes
 * after Hex's own 503, which is documented to mean "nothing was done" for RunProject only. `always` is for calls that the
 * user knows to be idempotent.
 */
export function mayTryAgain(
  policy: RetryPolicy,
  method: Method,
  { operation }: Endpoint,
  failure: Failure,
): boolean {
  // The response would be too large again.
  if (hasCode(failure, 'TOO_LARGE')) return false
  switch (policy) {
    case 'never':
      return false
    case 'always':
      return mayRetry('GET', failure)
    case 'safe':
      return mayRetry(method, believed(failure, operation))
  }
  return policy satisfies never
}

/** The failure. Hex's own 5xx counts as someone else's, except for RunProject, where it proves that nothing was done. */
function believed(failure: Failure, operation: string): Failure {
  return failure.kind === 'refused' && failure.status >= 500 && operation !== 'RunProject'
    ? { ...failure, hexOwn: false }
    : failure
}

async function send(
  plan: RequestPlan,
  path: string,
  endpoint: Endpoint,
  { caller, ...world }: RequestWorld,
): Promise<HexResponse> {
  const { abort, clock } = world
  const spec: Call<HexResponse> = {
    ...endpoint,
    method: plan.method,
    path: `/api${path}`,
    read: (body, facts) => ({
      body,
      ...facts,
      ...withoutUndefined({ traceId: asText(asRecord(body)?.['traceId']) }),
    }),
    maxResponseBytes: plan.maxResponseBytes,
    ...(plan.body === undefined ? {} : { body: JSON.stringify(plan.body) }),
  }
  const call = () =>
    caller.call(spec, {
      timeoutMs: Math.max(1_000, Math.min(callTimeoutMs, plan.deadlineAtMs - clock.now())),
      notAfterMs: plan.deadlineAtMs,
      // An abort stops a request that was not sent. After that, only the response says whether it had an effect.
      unsentSignal: abort.signal,
      signal: plan.method === 'GET' ? abort.signal : abort.timeOver('start'),
    })
  return withRetries(world, plan.deadlineAtMs, call, {
    mayRetry: (failure) => mayTryAgain(plan.retry, plan.method, endpoint, failure),
  })
}

function failedOutcome(
  error: HexError,
  { method, path }: RequestPlan,
  { operation }: Endpoint,
  { abort }: RequestWorld,
): RequestOutcome {
  const { failure, traceId } = error.call
  const advice = hasCode(failure, 'TOO_LARGE')
    ? " To write the response to a file, set 'save-to'. To make the response smaller, filter it with 'params'."
    : failure.kind === 'refused' && failure.status === 404
      ? pathHint(path.pathname)
      : ''
  return {
    kind: abort.signal.aborted ? 'aborted' : 'failed',
    text: `${error.message}${advice}`,
    unsure: method !== 'GET' && mayHaveHappened(believed(failure, operation)),
    ...withoutUndefined({
      status: failure.kind === 'no-response' ? undefined : failure.status,
      traceId,
    }),
  }
}

function incomplete(
  { method, path }: RequestPlan,
  { body: _, ...facts }: HexResponse,
  why: string,
): RequestOutcome {
  return { kind: 'failed', text: `${method} ${path.pathname}: ${why}`, unsure: false, ...facts }
}
