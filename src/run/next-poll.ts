import type { Typical } from './history.ts'

/** What the wait until the next poll depends on. All times in milliseconds. */
export interface Waited {
  /** Since Hex accepted the start, or since we began to follow. */
  readonly elapsedMs: number
  /** Since the run left PENDING; undefined until then. */
  readonly runningMs: number | undefined
  /** How long recent runs of the project took; undefined if they don't show it. */
  readonly typical?: Pick<Typical, 'earliestMs' | 'latestMs' | 'pendingMs'>
  /** The user's own interval (`poll-interval`), which replaces every other rule. */
  readonly fixedMs?: number
  /** The quota was used up a short while ago: by a 429, or by a response that says that nothing remains. */
  readonly isScarce: boolean
  /** Since the step began. */
  readonly stepMs: number
  /** How many projects this process follows now, this one included. */
  readonly followed: number
  /** No other process uses the quota, as far as responses show. */
  readonly isAlone: boolean
}

/**
 * Without a history, the wait depends on the run's age. How many jobs share the token is unknown. If four jobs with runs
 * of 30 s share 30 requests per minute and spend 8 of them before their starts, each job has 5 status requests left. The
 * intervals up to an age of 36 s are made for that (`bench/fleet.ts`). After that, the end of a run is noticed 2.5 s late
 * on average, and later 3.5 s late.
 */
const firstMs = 5_000
const youngMaxMs = 6_800
const youngBaseMs = 8_500
const youngShare = 0.1
const minMs = 4_500
const maxMs = 6_300
const ageShare = 0.04
/** A job that has the quota to itself, as far as responses show, sends up to 20 status requests in its first minute. */
const aloneFirstMs = 1_200
const aloneNextMs = 2_900
/**
 * While the quota is scarce, a run is polled less often than by a plain poller (Kestra polls every 5 s), and an old run
 * less often than a young one, so that the requests of a window last longer (docs/performance.md). Longer than about 9.5 s,
 * and twelve jobs of a minute end later than plain pollers (`test/run/fleet.test.ts`).
 */
const scarceMinMs = 9_000
const scarceMaxMs = 17_000
const scarceAgeShare = 0.05
/** Projects that one process follows take turns at this pace: Hex's API reference allowed 30 requests per minute. */
const documentedPaceMs = 2_000
/**
 * That pace begins this long after the step does. Until then, it makes no poll wait for more than 6 s, even if that
 * uses up the first window and the beginning of the next: ten runs of a minute have then all ended after 73 s (plain
 * pollers: 72 s). If the pace applied from the beginning, it would take 80 s (`bench/fleet.ts`).
 */
const unpacedMs = 90_000
const unpacedMaxMs = 6_000
/** Shortest interval while the run is expected to end. The expected end is not known more precisely than this. */
const sharpestMs = 2_000
/** Longest interval of a young run during that time. On average, its end is noticed half of this late. */
const watchMs = 4_000
/**
 * Long before the expected end, polls only detect an early failure and show in the log that the step is active. There is
 * one per third of the time until the earliest expected end, within these bounds.
 */
const looksBefore = 3
const minLookMs = 20_000
const maxLookMs = 60_000

/**
 * When to poll next, in milliseconds from now. If recent runs show when this one may end, it is polled evenly during that
 * time, and at least once a minute before it. If they don't, or the run has outlived them all, the run's age decides. A
 * scarce quota lengthens both kinds of waits.
 */
export function nextPollMs(waited: Waited): number {
  const { elapsedMs, typical, fixedMs } = waited
  if (fixedMs !== undefined) return fixedMs
  const allowedMs = minWaitMs(waited)
  const byAgeMs = Math.max(allowedMs, waitByAgeMs(waited))
  if (typical === undefined) return byAgeMs
  const evenMs = Math.max(allowedMs, clamp(elapsedMs * ageShare, watchMs, maxMs))
  return byHistoryMs(waited, typical, evenMs) ?? byAgeMs
}

/** The shortest wait that the quota allows, as far as it is known. */
function minWaitMs({ elapsedMs, stepMs, isScarce, followed }: Waited): number {
  // The process knows from the start how many projects it follows.
  const ownMs = followed > 1 ? documentedPaceMs * followed : 0
  const ownMinMs = stepMs < unpacedMs ? Math.min(ownMs, unpacedMaxMs) : ownMs
  return Math.max(
    ownMinMs,
    isScarce ? clamp(elapsedMs * scarceAgeShare, scarceMinMs, scarceMaxMs) : 0,
  )
}

function waitByAgeMs({ elapsedMs, isAlone }: Waited): number {
  if (isAlone && elapsedMs < 31_000) return elapsedMs < 10_000 ? aloneFirstMs : aloneNextMs
  // A job that seemed to be alone for a moment polls when the others do.
  if (!isAlone && elapsedMs < firstMs)
    return elapsedMs < 1_000 ? firstMs : firstMs + youngMaxMs - elapsedMs
  const youngMs = Math.min(youngMaxMs, youngBaseMs - elapsedMs * youngShare)
  return Math.max(isAlone ? 0 : youngMs, clamp(elapsedMs * ageShare, minMs, maxMs))
}

/**
 * The wait that recent runs suggest; undefined if this run has outlived them.
 * @param evenMs longest interval between two polls while the run is expected to end.
 */
function byHistoryMs(
  waited: Waited,
  { earliestMs, latestMs, pendingMs }: NonNullable<Waited['typical']>,
  evenMs: number,
): number | undefined {
  const { elapsedMs, runningMs: knownRunningMs } = waited
  // A PENDING run may leave PENDING at any moment, but no sooner than others did. Until then, this is below 0.
  const runningMs = knownRunningMs ?? Math.min(0, elapsedMs - pendingMs)
  const rangeMs = latestMs - earliestMs
  // The range is divided evenly, so that the last poll is at its end.
  const polls = Math.max(1, Math.ceil(rangeMs / evenMs))
  const spacingMs = Math.max(sharpestMs, minWaitMs(waited), rangeMs / polls)
  // At the very beginning of the range, almost no run has ended yet.
  const untilWatchMs = earliestMs + spacingMs - runningMs
  if (untilWatchMs > spacingMs) {
    const lookMs = clamp(earliestMs / looksBefore, minLookMs, maxLookMs)
    // A poll shortly before the first one in the range would be wasted.
    return untilWatchMs < lookMs * 1.5 ? untilWatchMs : lookMs
  }
  return runningMs < latestMs ? spacingMs : undefined
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
