import { type Clock, secondsInWords, sleep } from '../clock.ts'
import { askedWaitMs } from './asked-wait.ts'
import { type Failure, HexError, UnreadableBody } from './errors.ts'
import { type Http, type HttpAnswer, type Method, NoAnswer } from './http.ts'
import type { Limiter, LimitResponse } from './limiter.ts'
import type { LimitGroup } from './operations.ts'
import { rateLimitOf } from './rate-headers.ts'
import { remedyFor } from './remedies.ts'
import { createServerClock, type ServerTime } from './server-clock.ts'
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
  /** Aborting it ends the call with a HexError of kind `no-answer`, code `ABORTED`. */
  readonly signal?: AbortSignal
  /** Aborting it ends the call only while nothing was sent. The failure then has `sent: false`. */
  readonly unsentSignal?: AbortSignal
  /** Timeout in milliseconds from the moment of sending; replaces the operation's. */
  readonly deadlineMs?: number
  /** Cancelling and what belongs to it does not queue behind our own budget for polling. */
  readonly urgent?: boolean
  /** A place in the budget that comes free only after this time is not waited for: code `NO_ROOM`. */
  readonly notAfterMs?: number
  /** Ask Hex, also where another run of this process has just asked the same. */
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
  readonly read: (body: unknown, answer: AnswerFacts) => T
  readonly deadlineMs?: number
  readonly maxAnswerBytes?: number
  /** As in `HttpRequest`. */
  readonly ownConnection?: boolean
  /** A success has no body (204). */
  readonly bodyless?: boolean
}

/** The facts of a response outside its body. */
export interface AnswerFacts {
  readonly status: number
  /** From the headers, as Hex wrote it. */
  readonly traceId?: string
  /** The response's `Date`, milliseconds since the epoch. */
  readonly dateMs?: number
}

/** Makes one attempt per call, within the limits of rate, time, and size. Every failure is a HexError. */
export interface Caller {
  call<T>(spec: Call<T>, options?: CallOptions): Promise<T>
  /** The server's time now, from `Date` headers; undefined before the first one. */
  serverNow(): ServerTime | undefined
  /** As in `Limiter`. */
  calmInMs(group: LimitGroup): number
  /** As in `Limiter`. */
  isAlone(group: LimitGroup): boolean
  /** Milliseconds until a request of a group may be sent; 0 means now. */
  waitMs(group: LimitGroup): number
}

const deadlineMs = 30_000
/** A page of 100 runs is about 60 kB. */
const maxAnswerBytes = 4_000_000

export function createCaller(options: CallerOptions): Caller {
  const { clock, limiter } = options
  const serverClock = createServerClock()
  return {
    async call(spec, callOptions = {}) {
      await untilAllowed(options, spec, callOptions)
      const sentAtMs = clock.now()
      const answer = await attempt(options, spec, callOptions)
      serverClock.learn(answer.headers['date'], sentAtMs, clock.now())
      limiter.answered(spec.group, limitResponseOf(answer, clock.now()), clock.now())
      return resultOf(options, spec, answer)
    },
    serverNow: () => serverClock.at(clock.now()),
    calmInMs: (group) => limiter.calmInMs(group, clock.now()),
    isAlone: (group) => limiter.isAlone(group),
    waitMs: (group) => limiter.waitMs(group, false, clock.now()),
  }
}

/** What the limiter learns from a response. */
function limitResponseOf(answer: HttpAnswer, nowMs: number): LimitResponse {
  const refused = answer.status === 429
  const asked = refused ? askedWaitMs(answer, nowMs) : undefined
  const date = Date.parse(answer.headers['date'] ?? '')
  return {
    ...rateLimitOf(answer.headers, Number.isNaN(date) ? nowMs : date),
    refused,
    ...(asked === undefined ? {} : { askedWaitMs: asked }),
  }
}

/** Waits until the limiter allows the request. An abort while waiting means that nothing was sent. */
async function untilAllowed(options: CallerOptions, spec: Call<unknown>, callOptions: CallOptions) {
  const { group } = spec
  const signals = [callOptions.signal, callOptions.unsentSignal].filter(
    (signal) => signal !== undefined,
  )
  for (;;) {
    if (signals.some((signal) => signal.aborted))
      throw failed(options, spec, notSent('ABORTED'), 'Stopped before the request was sent.')
    const { urgent = false } = callOptions
    const waitMs = options.limiter.waitMs(group, urgent, options.clock.now())
    if (waitMs <= 0) break
    if (options.clock.now() + waitMs > (callOptions.notAfterMs ?? Number.POSITIVE_INFINITY)) {
      throw failed(
        options,
        spec,
        notSent('NO_ROOM'),
        'The rate limit leaves no room for the request in time.',
      )
    }
    await sleep(options.clock, waitMs, ...signals)
  }
  options.limiter.sent(group, options.clock.now())
}

/** Sends one request. Its timeout aborts the request itself, not only the wait for the response. */
async function attempt(
  options: CallerOptions,
  spec: Call<unknown>,
  callOptions: CallOptions,
): Promise<HttpAnswer> {
  const limitMs = callOptions.deadlineMs ?? spec.deadlineMs ?? deadlineMs
  const controller = new AbortController()
  let endedBy: 'TIMEOUT' | 'ABORTED' | undefined
  const end = (by: 'TIMEOUT' | 'ABORTED') => {
    endedBy ??= by
    controller.abort()
  }
  const forget = options.clock.after(limitMs, () => end('TIMEOUT'))
  const onAbort = () => end('ABORTED')
  callOptions.signal?.addEventListener('abort', onAbort)
  try {
    return await options.http({
      method: spec.method,
      path: spec.path,
      headers: {
        authorization: `Bearer ${options.token}`,
        accept: 'application/json',
        'user-agent': options.userAgent,
        ...(spec.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(spec.body === undefined ? {} : { body: spec.body }),
      signal: controller.signal,
      ...(spec.ownConnection === true ? { ownConnection: true } : {}),
      ...(callOptions.unsentSignal === undefined ? {} : { unsentSignal: callOptions.unsentSignal }),
      maxAnswerBytes: spec.maxAnswerBytes ?? maxAnswerBytes,
    })
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    if (!error.sent) options.limiter.unsent(spec.group)
    const code = endedBy ?? error.code
    const words =
      endedBy === 'TIMEOUT'
        ? `No response within ${secondsInWords(limitMs)}.`
        : endedBy === 'ABORTED'
          ? 'Stopped before the response arrived.'
          : `${error.message.replace(/\.?$/, '.')}`
    throw failed(
      options,
      spec,
      { kind: 'no-answer', code, sent: error.sent },
      words,
      undefined,
      error,
    )
  } finally {
    forget()
    callOptions.signal?.removeEventListener('abort', onAbort)
  }
}

function resultOf<T>(options: CallerOptions, spec: Call<T>, answer: HttpAnswer): T {
  const { status } = answer
  // Some proxies echo the request in their error page. Remove the token from it.
  const body = answer.body.replaceAll(options.token, '***')
  const headerTrace = answer.headers['x-trace-id']?.replaceAll(options.token, '')
  const dateMs = Date.parse(answer.headers['date'] ?? '')
  const facts = {
    status,
    ...(headerTrace === undefined ? {} : { traceId: headerTrace }),
    ...(Number.isNaN(dateMs) ? {} : { dateMs }),
  }
  if (status < 200 || status >= 300) {
    const { words, traceId, hexOwn } = wordsOf(body)
    const isKernelQueue = spec.operation === 'RunProject' && status === 503 && hexOwn
    const asked = askedWaitMs(answer, options.clock.now(), isKernelQueue)
    const failure: Failure = {
      kind: 'refused',
      status,
      hexOwn,
      ...(asked === undefined ? {} : { askedWaitMs: asked }),
    }
    throw failed(options, spec, failure, words, traceId ?? headerTrace)
  }
  if (spec.bodyless) {
    // A 200 with a web page in it is not from Hex, so it does not confirm a cancel.
    if (status === 204 || body.trim() === '' || body.trim().startsWith('{'))
      return spec.read(undefined, facts)
    throw failed(
      options,
      spec,
      { kind: 'unreadable', status },
      `HTTP ${status}, but not a response from Hex.`,
      headerTrace,
    )
  }
  try {
    return spec.read(status === 204 && body === '' ? undefined : JSON.parse(body), facts)
  } catch (error) {
    if (!(error instanceof UnreadableBody || error instanceof SyntaxError)) throw error
    const what =
      error instanceof UnreadableBody
        ? error.message
        : `HTTP ${status}, but not JSON: ${wordsOf(body).words}`
    throw failed(options, spec, { kind: 'unreadable', status }, what, headerTrace, error)
  }
}

function failed(
  options: CallerOptions,
  spec: Call<unknown>,
  failure: Failure,
  words: string,
  traceId?: string,
  cause?: unknown,
): HexError {
  const { operation, method } = spec
  const path = spec.path.replace(/^\/api/, '')
  const remedy = remedyFor(operation, failure, options.baseUrl, words)
  const trace =
    traceId === undefined ? {} : { traceId: traceId.replace(/[^\w-]/g, '').slice(0, 100) }
  return new HexError({ operation, method, path, failure, words, remedy, ...trace }, { cause })
}

function notSent(code: string): Failure {
  return { kind: 'no-answer', code, sent: false }
}
