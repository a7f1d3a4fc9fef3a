import type { Call, Caller } from '../hex/call.ts'
import { type Failure, HexError } from '../hex/errors.ts'
import type { Method } from '../hex/http.ts'
import { mayHaveHappened, mayRepeat } from '../hex/retry.ts'
import { type ApiPath, pathText } from '../inputs/api-path.ts'
import type { RetryPolicy } from '../inputs/request-inputs.ts'
import { asRecord, asText } from '../json.ts'
import { hexErrorOf, persist } from '../run/persist.ts'
import type { CallWorld } from '../run/plan.ts'
import { type Endpoint, endpointOf, pathHint } from './endpoint.ts'
import { joinedPages, listKeyOf, nextPageAfter } from './pages.ts'

/** One call of any endpoint, after all inputs were parsed and validated. */
export interface RequestPlan {
  readonly method: Method
  readonly path: ApiPath
  /** JSON. */
  readonly body?: string
  /** Max pages of a list to read. */
  readonly maxPages: number
  readonly paginate: boolean
  readonly retry: RetryPolicy
  /** No try begins after it, milliseconds since the epoch. */
  readonly deadlineAtMs: number
  readonly maxAnswerBytes: number
}

/** The world of a request: it calls endpoints that the client has no method for. */
export type RequestWorld = Omit<CallWorld, 'hex'> & { readonly caller: Caller }

/** How a request ended. */
export type RequestOutcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** undefined for an answer without a body (204). */
      readonly body: unknown
      readonly traceId?: string
      readonly pages: number
    }
  | {
      readonly kind: 'failed' | 'aborted'
      /** The request, Hex's words, and the remedy in one line. */
      readonly text: string
      readonly status?: number
      readonly traceId?: string
      /** The request may have had its effect. */
      readonly unsure: boolean
    }

/** Enough for the slowest documented operation, an export. A call that takes longer counts as lost. */
const callDeadlineMs = 60_000

/** Makes the call, and those for further pages. Every failure is an outcome; only unexpected errors are thrown. */
export async function makeRequest(plan: RequestPlan, world: RequestWorld): Promise<RequestOutcome> {
  const pages: Array<unknown> = []
  const endpoint = endpointOf(plan.method, plan.path.pathname)
  let query: Readonly<Record<string, string>> = {}
  try {
    for (;;) {
      const answer = await answerTo(plan, pathText(plan.path, query), endpoint, world)
      pages.push(answer.body)
      const next = plan.paginate ? nextPageAfter(answer.body) : { kind: 'last' as const }
      const listKey = listKeyOf(pages[0])
      if (next.kind === 'last') {
        const body =
          pages.length > 1 && listKey !== undefined ? joinedPages(pages, listKey) : answer.body
        return { kind: 'answered', ...answer, body, pages: pages.length }
      }
      const complaint =
        next.kind === 'unclear'
          ? next.why
          : listKey === undefined
            ? 'The response has pages, but no list to join.'
            : JSON.stringify(next.query) === JSON.stringify(query)
              ? 'Hex links a page to itself, so paging cannot finish.'
              : pages.length >= plan.maxPages
                ? `There are more than ${pages.length} pages. Increase 'max-pages', or filter the list with 'params'.`
                : undefined
      if (complaint !== undefined) return incomplete(plan, answer, complaint)
      query = next.kind === 'next' ? next.query : query
    }
  } catch (error) {
    return failedOutcome(hexErrorOf(error), plan, endpoint, world)
  }
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
  if (isTooLarge(failure)) return false
  switch (policy) {
    case 'never':
      return false
    case 'always':
      return mayRepeat('GET', failure)
    case 'safe':
      return mayRepeat(method, believed(failure, operation))
  }
  return policy satisfies never
}

/** A retry would not help: the response would be too large again. */
function isTooLarge(failure: Failure): boolean {
  return failure.kind === 'no-answer' && failure.code === 'TOO_LARGE'
}

/** A failure with Hex's own 503 only believed where it proves something. */
function believed(failure: Failure, operation: string): Failure {
  return failure.kind === 'refused' && failure.status >= 500 && operation !== 'RunProject'
    ? { ...failure, hexOwn: false }
    : failure
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly traceId?: string
}

async function answerTo(
  plan: RequestPlan,
  path: string,
  endpoint: Endpoint,
  { caller, abort, ...world }: RequestWorld,
): Promise<Answer> {
  const spec: Call<Answer> = {
    ...endpoint,
    method: plan.method,
    path: `/api${path}`,
    read: (body, facts) => {
      const traceId = asText(asRecord(body)?.['traceId'])
      return { body, ...facts, ...(traceId === undefined ? {} : { traceId }) }
    },
    maxAnswerBytes: plan.maxAnswerBytes,
    ...(plan.body === undefined ? {} : { body: plan.body }),
  }
  const changesNothing = plan.method === 'GET'
  const tried = await persist({ ...world, abort }, plan.deadlineAtMs, async () => {
    try {
      const deadlineMs = Math.max(
        1_000,
        Math.min(callDeadlineMs, plan.deadlineAtMs - world.clock.now()),
      )
      return await caller.call(spec, {
        deadlineMs,
        notAfterMs: plan.deadlineAtMs,
        // An abort stops a request that was not sent yet. The response to one that was sent says whether it had its effect.
        unsentSignal: abort.signal,
        signal: changesNothing ? abort.signal : abort.timeOver('start'),
      })
    } catch (error) {
      const failed = hexErrorOf(error)
      if (mayTryAgain(plan.retry, plan.method, endpoint, failed.failure)) throw failed
      return failed
    }
  })
  if (tried instanceof HexError) throw tried
  return tried
}

function failedOutcome(
  error: HexError,
  { method, path }: RequestPlan,
  { operation }: Endpoint,
  world: RequestWorld,
): RequestOutcome {
  const { failure, traceId } = error.call
  const advice = isTooLarge(failure)
    ? " To write it to a file, set 'save-to'. To reduce it, use 'params'."
    : failure.kind === 'refused' && failure.status === 404
      ? pathHint(path.pathname)
      : ''
  return {
    kind: world.abort.signal.aborted ? 'aborted' : 'failed',
    text: `${error.message}${advice}`,
    unsure: method !== 'GET' && mayHaveHappened(believed(failure, operation)),
    ...(failure.kind === 'no-answer' ? {} : { status: failure.status }),
    ...(traceId === undefined ? {} : { traceId }),
  }
}

function incomplete({ method, path }: RequestPlan, answer: Answer, why: string): RequestOutcome {
  return {
    kind: 'failed',
    text: `${method} ${path.pathname}: ${why}`,
    unsure: false,
    status: answer.status,
    ...(answer.traceId === undefined ? {} : { traceId: answer.traceId }),
  }
}
