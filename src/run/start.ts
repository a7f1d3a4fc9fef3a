import { sleep } from '../clock.ts'
import { type RunSettings, startDeadlineMs } from '../hex/client.ts'
import type { Failure } from '../hex/errors.ts'
import {
  isOverLimit,
  isRefusedInFront,
  mayHaveHappened,
  mayRetry,
  namesNoWait,
  retrySpreadMs,
  retryWaitMs,
} from '../hex/retry.ts'
import type { KnownRun, Run } from '../hex/wire.ts'
import { withoutUndefined } from '../json.ts'
import { hexErrorOf, troubleOf } from './calls.ts'
import { waitingFor } from './events.ts'
import type { Listing, Turn } from './job-runs.ts'
import { type Intent, ownRun } from './journal.ts'
import { newRunsSince, searchForRun, searchMs } from './lookup.ts'
import type { Trouble } from './outcome.ts'
import { afterDeadlineMs, type Life, type RunWorld } from './plan.ts'
import { listBeforeStart, listingLifeMs } from './recent-runs.ts'

/** The result of a start. */
export type Start =
  | { readonly kind: 'started'; readonly run: KnownRun; readonly adopted: boolean }
  /** It was refused permanently. No run exists. */
  | {
      readonly kind: 'refused'
      readonly trouble: Trouble
      /** Something in front of Hex refused it: the runs that are new since then, to show to the user. */
      readonly candidates?: ReadonlyArray<Run>
    }
  /** An abort or the deadline came before Hex accepted it. No run exists. */
  | { readonly kind: 'not-started'; readonly why: 'abort' | 'deadline'; readonly trouble?: Trouble }
  /** The response was lost. A run may exist, but it could not be identified. */
  | {
      readonly kind: 'unknown'
      readonly trouble: Trouble
      /** What the search found; undefined if it was not finished. */
      readonly candidates?: ReadonlyArray<Run>
    }

/**
 * Starts a run, once. The start is retried only if the response or failure proves that no run was created
 * (`mayHaveHappened`). After a lost response, this searches for the run and never starts a second one.
 * @param listed the project's runs a moment ago, to distinguish ours from them; undefined if not known.
 */
export async function startRun(
  life: Life,
  settings: RunSettings,
  listed: Listing | undefined,
): Promise<Start> {
  const { plan, world } = life
  let trouble: Trouble | undefined
  for (let tries = 1; ; tries += 1) {
    const result =
      (await inTurn(life, (turn) => tryStart(life, settings, listed, turn))) ?? notStarted(life)
    if (result.kind === 'not-started') return { ...withoutUndefined({ trouble }), ...result }
    if (result.kind !== 'again') return result
    const { failure } = result
    trouble = result.trouble
    const why = waitingFor(failure, true)
    const waitMs =
      why === 'kernel'
        ? kernelWaitMs(failure, world.random())
        : namesNoWait(failure)
          ? world.hex.startWaitMs()
          : retryWaitMs(failure, tries, world.random())
    world.onEvent({ kind: 'waiting', why, waitMs, trouble })
    const timeLeftMs = plan.deadlineAtMs - world.clock.now()
    await sleep(world.clock, Math.min(waitMs, timeLeftMs), world.abort.signal)
  }
}

/** Does work that only one run of a project can do at a time; undefined if the deadline or an abort comes first. */
export function inTurn<T>(
  { plan, world }: Life,
  work: (turn: Turn) => Promise<T>,
): Promise<T | undefined> {
  return world.jobRuns.inTurn(plan.projectId, work, {
    untilMs: plan.deadlineAtMs,
    signal: world.abort.signal,
  })
}

/** No run was created, and the start can be retried. */
interface Again {
  readonly kind: 'again'
  readonly failure: Failure
  readonly trouble: Trouble
}

/** Lists the runs, sends one start, and searches for its run if the response is lost. */
async function tryStart(
  life: Life,
  settings: RunSettings,
  listed: Listing | undefined,
  turn: Turn,
): Promise<Start | Again> {
  const { plan, world } = life
  const { clock, hex, abort, jobRuns } = world
  let listing = listed
  // Waits for a place in the limit before the list is read, and not after it, when the list grows old.
  const waitMs = hex.startWaitMs()
  const hasPlaceInTime = clock.now() + waitMs < plan.deadlineAtMs
  if (hasPlaceInTime) await sleep(clock, waitMs, abort.signal)
  const isReal = settings.dryRun !== true
  const claim = isReal ? await turn.claim(plan.deadlineAtMs, abort.signal) : 'free'
  if (claim !== 'free') {
    // The list doesn't contain a run that another step started meanwhile.
    listing = undefined
    jobRuns.listings.delete(plan.projectId)
  }
  // Others start runs too, so only a fresh list distinguishes our run from theirs. A list that took long is old when it
  // arrives. It is not requested again; the intent records that it is stale.
  if (isReal && needsList(listing, world) && !isOver(life))
    listing = await listBeforeStart(plan, world)
  if (isOver(life)) return notStarted(life)

  const intent = intentOf(life, listing, claim === 'disturbed')
  const sent = await sendStart(life, settings, intent)
  if (sent.kind === 'started') {
    turn.settled()
    return sent
  }
  const { failure, trouble } = sent
  if (isReal && mayHaveHappened(failure)) {
    const found = await findLostRun(life, intent, trouble)
    if (found.kind === 'unknown') turn.abandon()
    return found
  }
  turn.settled()
  if (abort.signal.aborted) return { kind: 'not-started', why: 'abort', trouble }
  if (isOverLimit(failure)) {
    // A start of another project used the limit in the meantime.
    return hasPlaceInTime
      ? tryStart(life, settings, undefined, turn)
      : { kind: 'not-started', why: 'deadline', trouble }
  }
  if (isReal && isRefusedInFront(failure)) {
    const candidates = await newRunsSince(intent, world, abort.signal)
    return { kind: 'refused', trouble, ...(candidates.length === 0 ? {} : { candidates }) }
  }
  return mayRetry('POST', failure) ? sent : { kind: 'refused', trouble }
}

/** A plain poller retries after 30 s (`bench/fleet-play.ts`). With the action, no job waits longer for a free kernel. */
const kernelRetryMs = 30_000
/** Jobs that queue together are spread over the last part of that time. */
const kernelSpread = 0.3

/**
 * How long to wait for a kernel before the next start: as long as Hex asks, else up to 30 s.
 * @param random a number from 0 up to 1.
 */
export function kernelWaitMs(failure: Failure | undefined, random: number): number {
  const ownMs = kernelRetryMs * (1 - kernelSpread * random)
  const askedMs = failure?.kind === 'refused' ? (failure.askedWaitMs ?? 0) : 0
  return askedMs > ownMs ? askedMs + random * retrySpreadMs : ownMs
}

/** Sends one start, and writes the journal before and after it. */
async function sendStart(
  { plan, world }: Life,
  settings: RunSettings,
  intent: Intent,
): Promise<Extract<Start, { readonly kind: 'started' }> | Again> {
  const { clock, abort, journal } = world
  const isReal = settings.dryRun !== true
  // With `wait: false` the run continues whatever happens to this job, so post has nothing to finish.
  const isOurs = isReal && plan.wait
  if (isOurs) journal({ phase: 'intent', ...intent })
  else if (isReal) journal({ phase: 'detached', projectId: plan.projectId })
  try {
    const run = await world.hex.runProject(plan.projectId, settings, {
      // An abort stops a request that was not sent yet. The response to one that was sent names the run, so wait for it.
      unsentSignal: abort.signal,
      signal: abort.timeOver('start'),
      notAfterMs: Math.min(plan.deadlineAtMs, clock.now() + listingLifeMs),
      deadlineMs: Math.min(
        startDeadlineMs,
        plan.deadlineAtMs + afterDeadlineMs.start - clock.now(),
      ),
    })
    // In this order: the post step would think that a run belongs to another step if they know it and the journal doesn't.
    if (isOurs) journal({ phase: 'started', ...ownRun(plan.projectId, run) })
    world.jobRuns.add(run.runId)
    return { kind: 'started', run, adopted: false }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    if (isReal && !mayHaveHappened(failure)) journal({ phase: 'settled' })
    return { kind: 'again', failure, trouble: troubleOf(error) }
  }
}

async function findLostRun(
  { plan, world }: Life,
  intent: Intent,
  trouble: Trouble,
): Promise<Start> {
  world.onEvent({ kind: 'response-lost', trouble })
  const limitMs = plan.deadlineAtMs + afterDeadlineMs.search - world.clock.now()
  const signal = world.abort.timeOver('search')
  const lookup = await searchForRun(intent, world, Math.min(searchMs.main, limitMs), signal)
  switch (lookup.kind) {
    case 'one':
      if (plan.wait) world.journal({ phase: 'started', ...ownRun(intent.projectId, lookup.run) })
      world.jobRuns.add(lookup.run.runId)
      return { kind: 'started', run: lookup.run, adopted: true }
    case 'several':
      return { kind: 'unknown', trouble, candidates: lookup.runs }
    case 'none':
      return { kind: 'unknown', trouble, candidates: [] }
    case 'unseen':
      return { kind: 'unknown', trouble }
  }
  return lookup satisfies never
}

function isOver({ plan, world: { abort, clock } }: Life): boolean {
  return abort.signal.aborted || clock.now() >= plan.deadlineAtMs
}

function notStarted({ world }: Life): Start {
  return { kind: 'not-started', why: world.abort.signal.aborted ? 'abort' : 'deadline' }
}

function intentOf(
  { plan, world }: Life,
  listing: Listing | undefined,
  isDisturbed: boolean,
): Intent {
  const { hex, clock, jobRuns } = world
  const serverNow = hex.serverNow()
  const runs = listing?.runs
  return {
    projectId: plan.projectId,
    ...(serverNow === undefined ? { runnerAtMs: clock.now() } : { atMs: serverNow.earliestMs }),
    ...withoutUndefined({
      // The list may be older than our last attempt. The post step knows only what is written here.
      known: runs && [...new Set([...runs.map(({ runId }) => runId), ...jobRuns.ids()])],
      isKnownStale: (runs !== undefined && isStale(listing, world)) || undefined,
      isDisturbed: isDisturbed || undefined,
    }),
  }
}

/**
 * A fresh list is better evidence than the time in an ID. While reads are throttled, though, each job that repeats its
 * start would take the place of another job's status request, so the first list is kept, or none.
 */
function needsList(listing: Listing | undefined, world: RunWorld): boolean {
  if (listing === undefined) return true
  return isStale(listing, world) && listing.isThrottled !== true && world.hex.calmInMs() <= 0
}

function isStale(listing: Listing | undefined, world: RunWorld): boolean {
  return listing === undefined || world.clock.now() - listing.atMs > listingLifeMs
}
