import { sleep, timeLimit } from '../clock.ts'
import { HexError } from '../hex/errors.ts'
import { isOverLimit, retryWaitMs } from '../hex/retry.ts'
import { type Run, timeInId } from '../hex/wire.ts'
import { withoutUndefined } from '../json.ts'
import { hexErrorOf, troubleOf } from './calls.ts'
import type { Intent } from './journal.ts'
import { hasEnded, type Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'
import { listRecentRuns } from './recent-runs.ts'

/** The result of a search for a run whose start got no response. */
export type Lookup =
  | { readonly kind: 'one'; readonly run: Run }
  /** None of these is certainly ours. Empty if no new run appeared. */
  | { readonly kind: 'unclear'; readonly runs: ReadonlyArray<Run> }
  /** The list could not be read, or an abort left no time for it. */
  | { readonly kind: 'unseen'; readonly trouble?: Trouble }

/**
 * Waits between the searches, milliseconds. Hex may create the run after the connection was lost, and may list it later
 * than that. Both take seconds. The last searches find a start that Hex carries out slowly.
 */
const waitsMs = [1_000, 4_000, 5_000, 5_000, 10_000, 10_000, 10_000]
/** No run is adopted earlier than this: the first one that appears may belong to someone else. */
const minSearchMs = 14_000
/** A run that appears later than this more likely belongs to someone else. */
const maxFirstSeenMs = 20_000
/** Timeout of one request. Hex usually lists runs within a second. */
const searchRequestTimeoutMs = 8_000
/** Timeout of one search, with all its pages. */
const searchTimeoutMs = 12_000

/** Max duration of all searches if Hex does not respond, milliseconds: main has less time, see `afterDeadlineMs`. */
export const searchMs = { main: 90_000, post: 150_000 } as const

/**
 * Searches for the run of a lost start. A run is ours only if it was the only candidate in at least two searches, and a
 * search at least 14 s after the beginning showed no other. Anything less clear is left alone. A search that failed is
 * repeated, because it is no evidence.
 * @param limitMs ends the search with the evidence so far.
 * @param stop ends the search without a result.
 */
export async function searchForRun(
  intent: Intent,
  world: RunWorld,
  limitMs: number,
  stop: AbortSignal,
): Promise<Lookup> {
  const beganAtMs = world.clock.now()
  const isDisturbed = () => world.jobRuns.isDisturbed(intent.projectId)
  const seen = new Map<string, Sighting>()
  let searches = 0
  let lastSearchMs = 0
  let failures: ReadonlyArray<HexError> = []
  while (searches < waitsMs.length) {
    const waitMs = waitBeforeSearchMs(searches, failures, world.random())
    if (world.clock.now() + waitMs > beganAtMs + limitMs) break
    await sleep(world.clock, waitMs, stop)
    if (stop.aborted) return { kind: 'unseen' }
    const elapsedMs = world.clock.now() - beganAtMs
    const found = await searchOnce(intent, world, stop, beganAtMs + limitMs)
    if (found instanceof HexError) {
      failures = [...failures, found]
      // The rate limit lasts longer than the search can.
      if (isOverLimit(found.failure)) break
      continue
    }
    failures = []
    searches += 1
    lastSearchMs = elapsedMs
    for (const candidate of found) {
      const before = seen.get(candidate.run.runId)
      seen.set(candidate.run.runId, {
        ...candidate,
        // Once it was certain that the run was made in time, no later search changes that.
        isNew: candidate.isNew || before?.isNew === true,
        times: (before?.times ?? 0) + 1,
        firstSeenMs: before?.firstSeenMs ?? elapsedMs,
      })
    }
    // Another run of the job may have identified one of them as its own meanwhile.
    for (const runId of world.jobRuns.ids()) seen.delete(runId)
    world.onEvent({ kind: 'searched', candidates: seen.size })
    if (isDisturbed()) continue
    if (seen.size > 1) break
    const [only] = seen.values()
    // A run that has ended can wait for the last search: nothing is active, and another run may still appear.
    const isPressing = only !== undefined && only.times > 1 && !hasEnded(only.run.status)
    if (isPressing && elapsedMs >= minSearchMs) break
  }
  const [only, another] = seen.values()
  const isUndisturbed = intent.isDisturbed !== true && !isDisturbed()
  if (only !== undefined && another === undefined && isUndisturbed && isOurs(only, lastSearchMs))
    return { kind: 'one', run: only.run }
  if (seen.size > 0 || searches === waitsMs.length)
    return { kind: 'unclear', runs: [...seen.values()].map(({ run }) => run) }
  const last = failures.at(-1)
  return { kind: 'unseen', ...withoutUndefined({ trouble: last && troubleOf(last) }) }
}

/**
 * The runs that one search shows as new since the intent; none if it fails. They are only shown to the user, because one
 * search can't tell our run from others.
 */
export async function newRunsSince(
  intent: Intent,
  world: RunWorld,
  stop: AbortSignal,
): Promise<ReadonlyArray<Run>> {
  await sleep(world.clock, waitsMs[0] ?? 0, stop)
  const found = await searchOnce(intent, world, stop, world.clock.now())
  const ours = world.jobRuns.ids()
  return found instanceof HexError
    ? []
    : found.flatMap(({ run }) => (ours.has(run.runId) ? [] : [run]))
}

/** The only candidate for long enough, seen at least twice, certainly new, and listed soon after the start. */
function isOurs({ isNew, times, firstSeenMs }: Sighting, lastSearchMs: number): boolean {
  return isNew && times > 1 && firstSeenMs <= maxFirstSeenMs && lastSearchMs >= minSearchMs
}

interface Sighting extends Candidate {
  readonly times: number
  /** Milliseconds from the beginning to the first search that showed it. */
  readonly firstSeenMs: number
}

async function searchOnce(
  intent: Intent,
  world: RunWorld,
  stop: AbortSignal,
  notAfterMs: number,
): Promise<ReadonlyArray<Candidate> | HexError> {
  const { hex, clock } = world
  // Includes the wait for a rate limit: the limiter rejects only waits that end after `notAfterMs`.
  const limitMs = Math.max(0, notAfterMs - clock.now()) + searchTimeoutMs
  const { signal, forget } = timeLimit(clock, limitMs, stop)
  try {
    const options = { signal, urgent: true, timeoutMs: searchRequestTimeoutMs, notAfterMs }
    const runs = await listRecentRuns(hex, intent.projectId, options)
    return candidatesFor(intent, runs, hex.serverNow()?.latestMs)
  } catch (error) {
    return hexErrorOf(error)
  } finally {
    forget()
  }
}

/** @param failures those since the last search that succeeded. */
function waitBeforeSearchMs(
  searches: number,
  failures: ReadonlyArray<HexError>,
  random: number,
): number {
  const waitMs = waitsMs[searches] ?? 0
  const last = failures.at(-1)
  if (last === undefined) return waitMs
  // After a rate limit without a time, search again earlier than after the usual minute.
  return Math.max(waitMs, Math.min(retryWaitMs(last.failure, failures.length, random), 30_000))
}

/** Tolerance for differences between the clocks of Hex's hosts. Hex documents no figure. */
const clockToleranceMs = 2_000
/** RunProject times out after a minute. A run that was created later than this is not from it. */
const maxCreationMs = 75_000

/** A run that may be from a start whose response was lost. */
export interface Candidate {
  readonly run: Run
  /** It was certainly made after the start was sent. */
  readonly isNew: boolean
}

/**
 * The runs that may be from a start whose response was lost: all that nothing rules out. A run contains nothing of the
 * start that made it, so one candidate is strong evidence, and two are none.
 * @param listedAtMs when the runs were listed, by Hex's clock; undefined if Hex reported no time.
 */
export function candidatesFor(
  intent: Intent,
  runs: ReadonlyArray<Run>,
  listedAtMs?: number,
): ReadonlyArray<Candidate> {
  const known = new Set(intent.known)
  // A run that such a list does not show was made after it.
  const hasFreshList = intent.known !== undefined && intent.isKnownStale !== true
  return runs.flatMap((run) => {
    if (known.has(run.runId)) return []
    if (intent.atMs === undefined) return [{ run, isNew: hasFreshList }]
    const startedAtMs = Date.parse(run.startTime ?? '')
    if (startedAtMs < intent.atMs - clockToleranceMs) return []
    const madeAtMs = timeInId(run.runId)
    if (madeAtMs !== undefined) {
      const isInTime =
        madeAtMs >= intent.atMs - clockToleranceMs && madeAtMs <= intent.atMs + maxCreationMs
      return isInTime ? [{ run, isNew: true }] : []
    }
    // Nothing shows when this run was made. Without the list from before the start, it may have been pending for long. A
    // run that was first seen, or started, long after our start may have been made at that time.
    const madeByMs = Number.isNaN(startedAtMs) ? listedAtMs : startedAtMs
    const isLate = madeByMs !== undefined && madeByMs > intent.atMs + maxCreationMs
    return [{ run, isNew: hasFreshList && !isLate }]
  })
}
