/**
 * All that the client needs from a network: one request, one complete response. `transport.ts` implements it over
 * undici; tests in virtual time pass their own.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>

export interface HttpRequest {
  readonly method: Method
  /** Path and query, from the host's root. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Aborting it ends the request and rejects with `NoResponse`. */
  readonly signal: AbortSignal
  /** Aborting it ends the request only if nothing was sent yet. */
  readonly unsentSignal?: AbortSignal
  /** Sends the request on a new connection that carries nothing else. For a start, whose response must not be lost. */
  readonly ownConnection?: boolean
  /** A longer response is aborted and rejects with `NoResponse` code `TOO_LARGE`. */
  readonly maxResponseBytes: number
}

export type Method = 'GET' | 'POST' | 'DELETE' | 'PATCH' | 'PUT'

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** When the server sent the response, milliseconds since the epoch by its clock; undefined without a valid `Date`. */
export function sentAtMsIn(headers: HttpResponse['headers']): number | undefined {
  const sentAtMs = Date.parse(`${headers['date']}`)
  return Number.isNaN(sentAtMs) ? undefined : sentAtMs
}

/** A `Date` header drops the fraction of the second (RFC 9110 §5.6.7). */
const cutMs = 999

/**
 * The server's clock as lower and upper bounds, learned from the `Date` headers of responses. Each response narrows them;
 * one that contradicts them replaces them.
 */
export function createServerClock() {
  let minAheadMs = Number.NEGATIVE_INFINITY
  let maxAheadMs = Number.POSITIVE_INFINITY
  return {
    /** Learns from one response. Both times are by our clock, milliseconds since the epoch. */
    learn(headers: HttpResponse['headers'], sentAtMs: number, receivedAtMs: number) {
      const dateMs = sentAtMsIn(headers)
      if (dateMs === undefined) return
      // The server wrote the header between the two times, however slow the response was.
      const minMs = dateMs - receivedAtMs
      const maxMs = dateMs + cutMs - sentAtMs
      const fits = minMs <= maxAheadMs && maxMs >= minAheadMs
      minAheadMs = fits ? Math.max(minAheadMs, minMs) : minMs
      maxAheadMs = fits ? Math.min(maxAheadMs, maxMs) : maxMs
    },
    /**
     * The server's time at a time by our clock, milliseconds since the epoch: between the two, inclusive. Undefined before
     * the first `Date`.
     */
    at: (ourMs: number) =>
      minAheadMs === Number.NEGATIVE_INFINITY
        ? undefined
        : { earliestMs: ourMs + minAheadMs, latestMs: ourMs + maxAheadMs },
  }
}

/** Our own codes of requests without a response. All others are those of Node and undici. */
export type OwnCode = 'ABORTED' | 'TIMEOUT' | 'OVER_LIMIT' | 'TOO_LARGE' | 'PROXY'

/** There was no complete response. `sent` is false only if no byte of the request can have left. */
export class NoResponse extends Error {
  readonly code: string
  readonly sent: boolean

  constructor(code: string, sent: boolean, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NoResponse'
    this.code = code
    this.sent = sent
  }
}

/** A NoResponse with a code of our own. */
export function ownFailure(code: OwnCode, sent: boolean, message: string, options?: ErrorOptions) {
  return new NoResponse(code, sent, message, options)
}

/** Codes of Node and undici for a host name that cannot be looked up. */
export const notFoundCodes: ReadonlyArray<string> = ['ENOTFOUND', 'EAI_AGAIN']
/** Codes of Node and undici for a connection that cannot be made. */
export const unreachableCodes: ReadonlyArray<string> = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]
