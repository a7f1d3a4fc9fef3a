import { type Clock, secondsInWords, sleep, timeLimit } from '../clock.ts'
import { withoutUndefined } from '../json.ts'
import { type Failure, HexError, UnreadableBody } from './errors.ts'
import {
  createServerClock,
  type Http,
  type HttpResponse,
  type Method,
  NoResponse,
  type OwnCode,
  sentAtMsIn,
} from './http.ts'
import type { Limiter, LimitGroup } from './limiter.ts'
import { askedWaitMs, rateLimitOf } from './rate-headers.ts'
import { remedyFor } from './remedies.ts'
import { wordsOf } from './words.ts'

export interface CallerOptions {
  readonly http: Http
  readonly clock: Clock
  readonly limiter: Limiter
  /** Scheme and host, for instance `https://app.hex.tech`. */
  readonly baseUrl: string
  readonly token: string
  readonly userAgent: string
}

/** Options of one call. */
export interface CallOptions {
  /** Aborting it ends the call with a HexError of kind `no-response`, code `ABORTED`. */
  readonly signal?: AbortSignal
  /** Aborting it ends the call only while nothing was sent. The failure then has `sent: false`. */
  readonly unsentSignal?: AbortSignal
  /** Timeout in milliseconds from the moment of sending; replaces the operation's. */
  readonly timeoutMs?: number
  /** Skips this process's own pace, for a cancel request and what belongs to it. Only the wait of a 429 is kept. */
  readonly urgent?: boolean
  /** Fails with code `OVER_LIMIT` if the rate limit allows the request only later, milliseconds since the epoch. */
  readonly notAfterMs?: number
  /** Reads from Hex even if another run of this process has just read the same. */
  readonly uncached?: boolean
}

/** What one call sends, and how its response is read. */
export interface Call<T> {
  /** The operation's name in Hex's API, for remedies and the log. */
  readonly operation: string
  readonly group: LimitGroup
  readonly method: Method
  readonly path: string
  readonly body?: string
  /** Throws `UnreadableBody` if the body is not this operation's. The body of a 204 is undefined. */
  readonly read: (body: unknown, answer: ResponseFacts) => T
  readonly timeoutMs?: number
  readonly maxResponseBytes?: number
  /** As in `HttpRequest`. */
  readonly ownConnection?: boolean
  /** A success has no body (204). */
  readonly bodyless?: boolean
}

/** The facts of a response outside its body. */
export interface ResponseFacts {
  readonly status: number
  /** From the headers, as Hex wrote it. */
  readonly traceId?: string
  /** The response's `Date`, milliseconds since the epoch. */
  readonly dateMs?: number
}

export type Caller = ReturnType<typeof createCaller>

/** What applies if neither the operation nor the caller sets it. */
const defaults = {
  timeoutMs: 30_000,
  /** A page of 100 runs is about 60 kB. */
  maxResponseBytes: 4_000_000,
} as const

/** Everything that one attempt needs. The caller's options override the operation's. */
type Attempt<T> = CallerOptions &
  Call<T> &
  CallOptions & { readonly timeoutMs: number; readonly maxResponseBytes: number }

/** Makes one attempt per call, within the limits of rate, time, and size. Every failure is a HexError. */
export function createCaller(options: CallerOptions) {
  const { clock, limiter } = options
  const serverClock = createServerClock()
  return {
    async call<T>(spec: Call<T>, callOptions: CallOptions = {}): Promise<T> {
      const attempt = { ...defaults, ...options, ...spec, ...callOptions }
      const sentAtMs = await untilAllowed(attempt)
      const answer = await send(attempt, sentAtMs)
      const nowMs = clock.now()
      serverClock.learn(answer.headers, sentAtMs, nowMs)
      const refused = answer.status === 429
      const asked = refused ? askedWaitMs(answer, nowMs) : undefined
      const response = { ...rateLimitOf(answer.headers, nowMs), refused, askedWaitMs: asked }
      limiter.answered(spec.group, response, sentAtMs, nowMs)
      return resultOf(attempt, answer)
    },
    /** The server's time now, from `Date` headers; undefined before the first one. */
    serverNow: () => serverClock.at(clock.now()),
    /** As in `Limiter`. */
    calmInMs: (group: LimitGroup) => limiter.calmInMs(group, clock.now()),
    isAlone: limiter.isAlone,
    /** Milliseconds until a request of a group may be sent; 0 means now. */
    waitMs: (group: LimitGroup) => limiter.waitMs(group, false, clock.now()),
  }
}

/**
 * Waits until the limiter allows the request. An abort while waiting means that nothing was sent.
 * @returns when the limiter counted it.
 */
async function untilAllowed(attempt: Attempt<unknown>): Promise<number> {
  const { group, clock, limiter, signal, unsentSignal } = attempt
  const { urgent = false, notAfterMs = Number.POSITIVE_INFINITY } = attempt
  const signals = [signal, unsentSignal].filter((each) => each !== undefined)
  const notSent = (code: OwnCode, words: string) =>
    failed(attempt, { kind: 'no-response', code, sent: false }, words)
  for (;;) {
    if (signals.some(({ aborted }) => aborted))
      throw notSent('ABORTED', 'Stopped before the request was sent.')
    const waitMs = limiter.waitMs(group, urgent, clock.now())
    if (waitMs <= 0) break
    if (clock.now() + waitMs > notAfterMs)
      throw notSent('OVER_LIMIT', 'The rate limit would delay the request past the timeout.')
    await sleep(clock, waitMs, ...signals)
  }
  return limiter.sent(group, clock.now())
}

/** Sends one request. Its timeout aborts the request itself, not only the wait for the response. */
async function send(attempt: Attempt<unknown>, sentAtMs: number): Promise<HttpResponse> {
  const { clock, limiter, http, body, signal, timeoutMs } = attempt
  const limit = timeLimit(clock, timeoutMs, signal)
  try {
    return await http({
      ...withoutUndefined({
        body,
        unsentSignal: attempt.unsentSignal,
        ownConnection: attempt.ownConnection,
      }),
      method: attempt.method,
      path: attempt.path,
      headers: {
        authorization: `Bearer ${attempt.token}`,
        accept: 'application/json',
        'user-agent': attempt.userAgent,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      signal: limit.signal,
      maxResponseBytes: attempt.maxResponseBytes,
    })
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error
    const { sent, message } = error
    if (!sent) limiter.unsent(attempt.group, sentAtMs)
    const own: readonly [OwnCode, string] = limit.isOver()
      ? ['TIMEOUT', `No response within ${secondsInWords(timeoutMs)}.`]
      : ['ABORTED', 'Stopped before the response arrived.']
    const [code, words] = limit.signal.aborted ? own : [error.code, message]
    throw failed(attempt, { kind: 'no-response', code, sent }, words, { cause: error })
  } finally {
    limit.forget()
  }
}

function resultOf<T>(attempt: Attempt<T>, answer: HttpResponse): T {
  const { status, headers } = answer
  const { token, read } = attempt
  // Some proxies echo the request in their error page. Remove the token from it.
  const body = answer.body.replaceAll(token, '***')
  const traceId = headers['x-trace-id']?.replaceAll(token, '')
  const facts = {
    status,
    ...withoutUndefined({ traceId, dateMs: sentAtMsIn(headers) }),
  }
  if (status < 200 || status >= 300) {
    const { words, hexOwn, ...own } = wordsOf(body)
    const isKernelQueue = attempt.operation === 'RunProject' && status === 503 && hexOwn
    const askedMs = askedWaitMs(answer, attempt.clock.now(), isKernelQueue)
    const failure = {
      kind: 'refused',
      status,
      hexOwn,
      ...withoutUndefined({ askedWaitMs: askedMs }),
    } as const
    throw failed(attempt, failure, words, { traceId, ...own })
  }
  const unreadable = (what: string, cause?: unknown) =>
    failed(attempt, { kind: 'unreadable', status }, what, { traceId, cause })
  const isEmpty = body.trim() === '' && (status === 204 || attempt.bodyless === true)
  try {
    return read(isEmpty ? undefined : JSON.parse(body), facts)
  } catch (error) {
    if (error instanceof UnreadableBody) throw unreadable(error.message, error)
    if (!(error instanceof SyntaxError)) throw error
    throw unreadable(`HTTP ${status}, but the response is not JSON: ${wordsOf(body).words}`, error)
  }
}

function failed(
  { operation, method, baseUrl, ...attempt }: Attempt<unknown>,
  failure: Failure,
  words: string,
  { traceId, cause }: { readonly traceId?: string | undefined; readonly cause?: unknown } = {},
): HexError {
  const path = attempt.path.replace(/^\/api/, '')
  const remedy = remedyFor(operation, failure, baseUrl, words)
  const trace = withoutUndefined({ traceId: traceId?.replace(/[^\w-]/g, '').slice(0, 100) })
  return new HexError({ operation, method, path, failure, words, remedy, ...trace }, { cause })
}
