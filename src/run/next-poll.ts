import type { Typical } from './history.ts'

/** What the decision rests on. All times in milliseconds. */
export interface Waited {
  /** Since Hex accepted the start, or since we began to follow. */
  readonly elapsedMs: number
  /** Since the run left PENDING; undefined as long as it has not. */
  readonly runningMs: number | undefined
  /** What recent runs of the project took; undefined when they do not tell. */
  readonly typical?: Pick<Typical, 'earliestMs' | 'latestMs' | 'pendingMs'>
  /** The user's own interval: it is kept whatever else is known. */
  readonly fixedMs?: number
  /** The quota was used up a short while ago. */
  readonly isScarce: boolean
  /** Since the step began. */
  readonly stepMs: number
  /** How many projects this process follows now, this one included. */
  readonly followed: number
  /** No other process uses the quota, as far as responses show. */
  readonly isAlone: boolean
}

/**
 * Without a history the wait follows from the run's age. Nobody knows how many jobs share the token, and four jobs of
 * 30 s on 30 requests a minute, 8 of them spent before the starts, leave each 5 status requests: the steps up to 36 s
 * are made of that (`bench/fleet.ts`). After it a lone run is noticed within 2.5 s on average, later within 3.5 s.
 */
const firstMs = 5_000
const youngMaxMs = 6_800
const youngBaseMs = 8_500
const youngShare = 0.1
const minMs = 4_500
const maxMs = 6_300
const ageShare = 0.04
/** A job that responses show to be alone can afford more: at most 20 status requests in its first minute. */
const aloneFirstMs = 1_200
const aloneNextMs = 2_900
/**
 * While the quota is scarce, a run is polled less often than the plain poller (Kestra's 5 s) does it, and the less often
 * the older it is, so that a window lasts longer (docs/performance.md).
 */
const scarceMinMs = 9_000
const scarceMaxMs = 17_000
const scarceAgeShare = 0.05
/** Several projects in one process: 30 requests a minute is the figure that Hex's API reference gave. */
const documentedPaceMs = 2_000
/**
 * The step's first window, and the beginning of the next, can be used up: ten runs of a minute are all done after 73 s
 * (plain pollers: 72 s), and with even polling from the start after 80 s (`bench/fleet.ts`).
 */
const unpacedMs = 90_000
const unpacedMaxMs = 6_000
/** What is known of a run's end is not sharper than this. */
const sharpestMs = 2_000
/** Half of it is the lag when the end is expected. */
const watchMs = 4_000
/**
 * Long before the expected end, requests find only early failures, and keep the log alive: one each third of the time
 * to the earliest end, within these bounds.
 */
const looksBefore = 3
const minLookMs = 20_000
const maxLookMs = 60_000

/**
 * When to ask for the status next, in milliseconds from now. Where recent runs tell when the end may come, that time
 * is watched evenly, and before it there is one request a minute at least. Where they do not, or the run has outlived
 * them all, the run's age decides. A scarce quota lengthens either.
 */
export function nextPollMs(waited: Waited): number {
  const { elapsedMs, typical, fixedMs } = waited
  if (fixedMs !== undefined) return fixedMs
  const allowedMs = minWaitMs(waited)
  const byAgeMs = Math.max(allowedMs, waitByAgeMs(waited))
  if (typical === undefined) return byAgeMs
  const stepMs = Math.max(allowedMs, clamp(elapsedMs * ageShare, watchMs, maxMs))
  return byHistoryMs(waited, typical, stepMs) ?? byAgeMs
}

/** The shortest wait that the quota allows, as far as it is known. */
function minWaitMs({ elapsedMs, stepMs, isScarce, followed }: Waited): number {
  // What this process itself follows it knows from the start.
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

/** The wait as recent runs suggest it; undefined when this run has outlived them. */
function byHistoryMs(
  waited: Waited,
  { earliestMs, latestMs, pendingMs }: NonNullable<Waited['typical']>,
  evenMs: number,
): number | undefined {
  const { elapsedMs, runningMs: knownRunningMs } = waited
  // A run that is PENDING may begin any moment, but no sooner than others did: below 0 until then.
  const runningMs = knownRunningMs ?? Math.min(0, elapsedMs - pendingMs)
  const rangeMs = latestMs - earliestMs
  // Even steps, so that the last one ends where the range does.
  const steps = Math.max(1, Math.ceil(rangeMs / evenMs))
  const stepMs = Math.max(sharpestMs, minWaitMs(waited), rangeMs / steps)
  // A poll at the range's very begin would find the end almost never.
  const untilWatchMs = earliestMs + stepMs - runningMs
  if (untilWatchMs > stepMs) {
    const lookMs = clamp(earliestMs / looksBefore, minLookMs, maxLookMs)
    // A request shortly before the watch begins is wasted.
    return untilWatchMs < lookMs * 1.5 ? untilWatchMs : lookMs
  }
  return runningMs < latestMs ? stepMs : undefined
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
