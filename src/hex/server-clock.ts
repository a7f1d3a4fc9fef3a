/** What the `Date` headers of answers tell of the server's clock, as bounds: it is not known better. */
export interface ServerClock {
  /** Takes in one answer: when its request was sent and when it came, by our clock, in milliseconds. */
  learn(dateHeader: string | undefined, sentAtMs: number, receivedAtMs: number): void
  /** The server's time at this time of ours, milliseconds since the epoch; undefined until an answer told it. */
  at(ourMs: number): ServerTime | undefined
}

/** The server's time lies between these, inclusive. */
export interface ServerTime {
  readonly earliestMs: number
  readonly latestMs: number
}

/** A Date header is cut to the second. */
const cutMs = 999

/** A clock that knows nothing yet. Each answer narrows the bounds; one that contradicts them starts them anew. */
export function createServerClock(): ServerClock {
  let minAheadMs = Number.NEGATIVE_INFINITY
  let maxAheadMs = Number.POSITIVE_INFINITY
  return {
    learn(dateHeader, sentAtMs, receivedAtMs) {
      const dateMs = Date.parse(dateHeader ?? '')
      if (Number.isNaN(dateMs)) return
      // The header was written some time between the two, however slow the answer was.
      const minMs = dateMs - receivedAtMs
      const maxMs = dateMs + cutMs - sentAtMs
      const fits = minMs <= maxAheadMs && maxMs >= minAheadMs
      minAheadMs = fits ? Math.max(minAheadMs, minMs) : minMs
      maxAheadMs = fits ? Math.min(maxAheadMs, maxMs) : maxMs
    },
    at: (ourMs) =>
      minAheadMs === Number.NEGATIVE_INFINITY
        ? undefined
        : { earliestMs: ourMs + minAheadMs, latestMs: ourMs + maxAheadMs },
  }
}
