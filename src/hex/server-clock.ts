import { type HttpResponse, sentAtMsIn } from './http.ts'

/** The server's time lies between these, inclusive. */
export interface ServerTime {
  readonly earliestMs: number
  readonly latestMs: number
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
    /** The server's time at a time by our clock, milliseconds since the epoch; undefined before the first `Date`. */
    at: (ourMs: number): ServerTime | undefined =>
      minAheadMs === Number.NEGATIVE_INFINITY
        ? undefined
        : { earliestMs: ourMs + minAheadMs, latestMs: ourMs + maxAheadMs },
  }
}
