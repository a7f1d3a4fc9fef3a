import type { Typical } from './history.ts'

/** What the decision rests on. All times in milliseconds. */
export interface Waited {
  /** Since Hex took the start, or since we began to follow. */
  readonly elapsedMs: number
  /** Since the run left PENDING; undefined as long as it has not. */
  readonly runningMs: number | undefined
  /** What recent runs of the project took; undefined when they do not tell. */
  readonly typical?: Pick<Typical, 'earliestMs' | 'latestMs' | 'pendingMs'>
  /** The user's own interval: it is kept whatever else is known. */
  readonly fixedMs?: number
  /** Between two requests of this process at the pace that the budget allows now. */
  readonly paceMs: number
  /** How many runs this process follows now, this one included. */
  readonly followed: number
}

/** Half of it is the lag when the end is expected. Shorter buys a second at a run's price in requests. */
const watchMs = 4_000
/** What is known of a run's end is not sharper than this. */
const sharpestMs = 2_000
/** Without a history nothing is asked more often than the 5 s that other Hex integrations use (Kestra). */
const unknownShortestMs = 5_000
/** A lag of ten seconds is felt in a run of minutes; it is a quarter of a percent of an hour. */
const unknownLongestMs = 10_000
/** Without a history the wait is this part of the run's age: the lag stays a fortieth of it, on average. */
const ageShare = 1 / 20
/**
 * Long before the expected end, looks find only early failures, and keep the log alive: one each third of the time
 * to the earliest end, within these bounds.
 */
const looksBefore = 3
const shortestLookMs = 20_000
const longestLookMs = 60_000
/** What the slowest pace leaves for such looks: one request in five. */
const paceToLook = 5

/**
 * When to ask for the status next, in milliseconds from now. Where recent runs tell when the end may come, that time
 * is watched evenly, and before it there are only looks, one a minute at least. Where they do not, or the run has outlived them all, the wait grows with the run's age. Never is the
 * process's budget overdrawn: the more runs share it and the less the server grants, the rarer each is asked about.
 */
export function nextPollMs(waited: Waited): number {
  const { elapsedMs, typical, fixedMs, paceMs, followed } = waited
  if (fixedMs !== undefined) return fixedMs
  const leastMs = paceMs * Math.max(1, followed)
  const byAgeMs = Math.max(
    leastMs,
    clamp(elapsedMs * ageShare, unknownShortestMs, unknownLongestMs),
  )
  return typical === undefined ? byAgeMs : (byHistoryMs(waited, typical, leastMs) ?? byAgeMs)
}

/** The wait as recent runs suggest it; undefined when this run has outlived them. */
function byHistoryMs(
  { elapsedMs, runningMs: toldMs }: Waited,
  { earliestMs, latestMs, pendingMs }: NonNullable<Waited['typical']>,
  leastMs: number,
): number | undefined {
  // A run that is PENDING may begin any moment, but no sooner than others did: below 0 until then.
  const runningMs = toldMs ?? Math.min(0, elapsedMs - pendingMs)
  const rangeMs = latestMs - earliestMs
  // Even steps, so that the last one ends where the range does.
  const steps = Math.max(1, Math.ceil(rangeMs / Math.max(watchMs, leastMs)))
  const stepMs = Math.max(sharpestMs, rangeMs / steps)
  // A poll at the range's very begin would find the end almost never.
  const untilWatchMs = earliestMs + stepMs - runningMs
  if (untilWatchMs > stepMs) {
    const lookMs = Math.max(
      clamp(earliestMs / looksBefore, shortestLookMs, longestLookMs),
      leastMs * paceToLook,
    )
    // A look shortly before the watch begins is not worth its request.
    return Math.max(leastMs, untilWatchMs < lookMs * 1.5 ? untilWatchMs : lookMs)
  }
  return runningMs < latestMs ? Math.max(leastMs, stepMs) : undefined
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
