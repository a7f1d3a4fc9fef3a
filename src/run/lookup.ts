import { sleep } from '../clock.ts'
import type { Failure } from '../hex/errors.ts'
import { isNoRoom, waitBeforeRepeatMs } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import type { Intent } from './journal.ts'
import type { Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'
import { listRecentRuns } from './recent-runs.ts'
import { hasEnded } from './status.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** What a search for a run whose start was never answered came to. */
export type Lookup =
  | { readonly kind: 'one'; readonly run: Run }
  | { readonly kind: 'none' }
  /** Or one that is not clear enough. */
  | { readonly kind: 'several'; readonly runs: ReadonlyArray<Run> }
  /** The list could not be read, or the abort left no time for it. */
  | { readonly kind: 'unseen'; readonly trouble?: Trouble }

/**
 * When to look, in milliseconds between looks. A run may be made after the connection was lost, and may show in
 * the list later than it was made; both are a matter of seconds, and a start that Hex is slow to carry out is still
 * caught by the last looks.
 */
const waitsMs = [1_000, 4_000, 5_000, 5_000, 10_000, 10_000, 10_000]
/** Before this no single run is taken for ours: the first to show up may be somebody else's. */
const patienceMs = 14_000
/** A run that shows up later than this is more likely somebody else's. */
const latestMs = 20_000
/** The list comes within a second where Hex is well. */
const lookDeadlineMs = 8_000
/** All pages of one look. */
const wholeLookMs = 12_000

/** How long a search may last where Hex does not answer it, milliseconds. */
export const searchMs = { main: 90_000, post: 150_000 } as const

/**
 * Looks for the run of a lost start. A run counts as ours only when it is the only candidate ever seen, in at
 * least two looks, and a look a quarter of a minute after the begin showed no other. Everything less clear is left
 * alone. A look that could not be read is made again: that it showed nothing new is no evidence.
 * @param limitMs the search ends then, with what it has.
 * @param stop ends the search early; then what was seen so far is no verdict.
 */
export async function lookForRun(
  intent: Intent,
  world: RunWorld,
  limitMs: number,
  stop: AbortSignal,
): Promise<Lookup> {
  const beganAtMs = world.clock.now()
  const isDisturbed = () =>
    intent.isDisturbed !== true && world.jobRuns.isDisturbed(intent.projectId)
  const seen = new Map<string, Sighting>()
  let looks = 0
  let seenUntilMs = 0
  let failure: FailedSearch | undefined
  while (looks < waitsMs.length) {
    const waitMs = waitBeforeLookMs(looks, failure, world.random())
    if (world.clock.now() + waitMs > beganAtMs + limitMs) break
    await sleep(world.clock, waitMs, stop)
    if (stop.aborted) return { kind: 'unseen' }
    const elapsedMs = world.clock.now() - beganAtMs
    const found = await searchOnce(
      intent,
      world,
      stop,
      beganAtMs + limitMs,
      (failure?.times ?? 0) + 1,
    )
    if (found.kind === 'failed') {
      failure = found
      // Reads stay closed for longer than the search may last.
      if (isNoRoom(found.failure)) break
      continue
    }
    failure = undefined
    looks += 1
    seenUntilMs = elapsedMs
    for (const candidate of found.candidates) {
      const before = seen.get(candidate.run.runId)
      seen.set(candidate.run.runId, {
        ...candidate,
        // What was told once, that it was made in time, no later look takes back.
        isNew: candidate.isNew || before?.isNew === true,
        times: (before?.times ?? 0) + 1,
        firstMs: before?.firstMs ?? elapsedMs,
      })
    }
    // A neighbour may have been told meanwhile that one of them is its, or is about to be.
    for (const runId of world.jobRuns.ids()) seen.delete(runId)
    world.tell({ kind: 'looked', candidates: seen.size })
    if (isDisturbed()) continue
    if (seen.size > 1) break
    const [only] = seen.values()
    // One that has ended can wait for the last look: nothing goes on, and another may still show up.
    const isPressing = only !== undefined && only.times > 1 && !hasEnded(only.run.status)
    if (isPressing && elapsedMs >= patienceMs) break
  }
  const [only, another] = seen.values()
  const isAlone = intent.isDisturbed !== true && !isDisturbed()
  if (only !== undefined && another === undefined && isAlone && isOurs(only, seenUntilMs))
    return { kind: 'one', run: only.run }
  if (seen.size > 0) return { kind: 'several', runs: [...seen.values()].map(({ run }) => run) }
  if (looks === waitsMs.length) return { kind: 'none' }
  return { kind: 'unseen', ...(failure === undefined ? {} : { trouble: failure.trouble }) }
}

/**
 * The runs that are new since the intent, at one look; none where it cannot be read. They are only for somebody to look
 * at: one look tells nobody's run from another's.
 */
export async function newRunsSince(
  intent: Intent,
  world: RunWorld,
  stop: AbortSignal,
): Promise<ReadonlyArray<Run>> {
  await sleep(world.clock, waitsMs[0] ?? 0, stop)
  if (stop.aborted) return []
  const nowMs = world.clock.now()
  const found = await searchOnce(intent, world, stop, nowMs + lookDeadlineMs, 1)
  return found.kind === 'seen' ? found.candidates.map(({ run }) => run) : []
}

/** Alone for long enough, seen again, new for certain, and there soon after the start. */
function isOurs({ isNew, times, firstMs }: Sighting, seenUntilMs: number): boolean {
  return isNew && times > 1 && firstMs <= latestMs && seenUntilMs >= patienceMs
}

interface Sighting extends Candidate {
  readonly times: number
  /** Milliseconds from the begin of the search to the first look that showed it. */
  readonly firstMs: number
}

interface FailedSearch {
  readonly kind: 'failed'
  readonly failure: Failure
  readonly trouble: Trouble
  /** In a row. */
  readonly times: number
}

type SearchResult =
  | { readonly kind: 'seen'; readonly candidates: ReadonlyArray<Candidate> }
  | FailedSearch

async function searchOnce(
  intent: Intent,
  world: RunWorld,
  stop: AbortSignal,
  notAfterMs: number,
  times: number,
): Promise<SearchResult> {
  const over = new AbortController()
  const end = () => over.abort()
  // The wait for closed reads included: the limiter gives up only what would end after `notAfterMs`.
  const limitMs = Math.max(0, notAfterMs - world.clock.now()) + wholeLookMs
  const forget = world.clock.after(limitMs, end)
  stop.addEventListener('abort', end)
  try {
    const options = { signal: over.signal, urgent: true, deadlineMs: lookDeadlineMs, notAfterMs }
    const runs = await listRecentRuns(world.hex, intent.projectId, options)
    const known = world.jobRuns.ids()
    const others = runs.filter((run) => !known.has(run.runId))
    const candidates = candidatesFor(
      withHexTime(intent, world),
      others,
      world.hex.serverNow()?.latestMs,
    )
    return { kind: 'seen', candidates }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    return { kind: 'failed', failure, trouble: troubleOf(error), times }
  } finally {
    forget()
    stop.removeEventListener('abort', end)
  }
}

/** Hex told no time before the start; a later response did. */
function withHexTime(intent: Intent, { hex, clock }: RunWorld): Intent {
  const serverNow = hex.serverNow()
  if (intent.atMs !== undefined || intent.runnerAtMs === undefined || serverNow === undefined)
    return intent
  return { ...intent, atMs: serverNow.earliestMs - (clock.now() - intent.runnerAtMs) }
}

function waitBeforeLookMs(looks: number, failed: FailedSearch | undefined, random: number): number {
  const waitMs = waitsMs[looks] ?? 0
  if (failed === undefined) return waitMs
  const { failure, times } = failed
  // A search is worth a request a little before the usual minute after a rate limit that named no time.
  return Math.max(waitMs, Math.min(waitBeforeRepeatMs(failure, times, random), 30_000))
}
