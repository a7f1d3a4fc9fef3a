/** What the decision rests on. All times in milliseconds. */
export interface Waited {
  /** Since Hex took the start. */
  readonly elapsedMs: number
  /** What recent runs of the project took from their start to their end; undefined when they do not tell. */
  readonly typicalMs?: number
  /** The user's own interval. */
  readonly fixedMs?: number
}

/** Below this a poll tells nothing new; above that the news is stale when it comes. */
const shortestMs = 2_000
const longestMs = 30_000

/**
 * When to ask for the status next, in milliseconds from now. Without a history the interval grows with the
 * run's age, so that the wait after the end stays in proportion to the run. With one, the middle of the run
 * is slept through, and the time around its usual end is watched closely.
 */
export function nextPollMs({ elapsedMs, typicalMs, fixedMs }: Waited): number {
  if (fixedMs !== undefined) return fixedMs
  const byAgeMs = clamp(elapsedMs / 10, shortestMs, longestMs)
  if (typicalMs === undefined) return Math.max(byAgeMs, elapsedMs < 10_000 ? shortestMs : 5_000)
  const expectFromMs = typicalMs * 0.75
  if (elapsedMs < expectFromMs) return clamp(expectFromMs - elapsedMs, shortestMs, 60_000)
  if (elapsedMs < typicalMs * 1.5) return clamp(typicalMs / 20, shortestMs, 15_000)
  return byAgeMs
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
