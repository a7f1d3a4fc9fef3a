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
  let leastAheadMs = Number.NEGATIVE_INFINITY
  let mostAheadMs = Number.POSITIVE_INFINITY
  return {
    learn(dateHeader, sentAtMs, receivedAtMs) {
      const dateMs = Date.parse(dateHeader ?? '')
      if (Number.isNaN(dateMs)) return
      // The header was written some time between the two, however slow the answer was.
      const leastMs = dateMs - receivedAtMs
      const mostMs = dateMs + cutMs - sentAtMs
      const fits = leastMs <= mostAheadMs && mostMs >= leastAheadMs
      leastAheadMs = fits ? Math.max(leastAheadMs, leastMs) : leastMs
      mostAheadMs = fits ? Math.min(mostAheadMs, mostMs) : mostMs
    },
    at: (ourMs) =>
      leastAheadMs === Number.NEGATIVE_INFINITY
        ? undefined
        : { earliestMs: ourMs + leastAheadMs, latestMs: ourMs + mostAheadMs },
  }
}
