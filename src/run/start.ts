import { sleep } from '../clock.ts'
import { type RunSettings, startTimeoutMs } from '../hex/client.ts'
import { type Failure, HexError } from '../hex/errors.ts'
import {
  isOverLimit,
  isRefusedInFront,
  mayHaveHappened,
  mayRetry,
  namesNoWait,
  retrySpreadMs,
  retryWaitMs,
} from '../hex/retry.ts'
import type { KnownRun } from '../hex/wire.ts'
import { withoutUndefined } from '../json.ts'
import { hexErrorOf, troubleOf, waitingFor } from './calls.ts'
import { end, endUnstarted } from './ends.ts'
import type { Listing, Turn } from './job-runs.ts'
import { type Intent, ownRun } from './journal.ts'
import { newRunsSince, searchForRun, searchMs } from './lookup.ts'
import type { Outcome, Trouble } from './outcome.ts'
import { afterDeadlineMs, type Life, type RunWorld } from './plan.ts'
import { listBeforeStart, listingLifeMs } from './recent-runs.ts'

/** Hex accepted the start. */
export interface Started {
  readonly run: KnownRun
  /** The run was found by a search after the response to its start was lost. */
  readonly adopted: boolean
}

/**
 * Starts a run, once. The start is retried only if the response or failure proves that no run was created
 * (`mayHaveHappened`). After a lost response, this searches for the run and never starts a second one.
 * @param listed the project's runs a moment ago, to distinguish ours from them.
 * @returns the run, or the life's outcome without one.
 */
export async function startRun(
  life: Life,
  settings: RunSettings,
  listed: Listing,
): Promise<Started | Outcome> {
  const { plan, world } = life
  let trouble: Trouble | undefined
  for (let tries = 1; ; tries += 1) {
    const result = await inTurn(life, (turn) => tryStart(life, settings, listed, turn))
    if (result === undefined) return endUnstarted(life, trouble)
    if (!(result instanceof HexError)) return result
    const { failure } = result
    trouble = troubleOf(result)
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

/**
 * Lists the runs, sends one start, and searches for its run if the response is lost.
 * @returns the error if no run was created and the start can be retried; undefined if an abort or the deadline came first.
 */
async function tryStart(
  life: Life,
  settings: RunSettings,
  listed: Listing | undefined,
  turn: Turn,
): Promise<Started | Outcome | HexError | undefined> {
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
  if (isOver(life)) return undefined

  const intent = intentOf(life, listing, claim === 'disturbed')
  const sent = await sendStart(life, settings, intent)
  const isLost = sent instanceof HexError && isReal && mayHaveHappened(sent.failure)
  if (isLost) return findLostRun(life, intent, turn, troubleOf(sent))
  turn.settle()
  if (!(sent instanceof HexError)) return sent
  const { failure } = sent
  const trouble = troubleOf(sent)
  if (abort.signal.aborted) return undefined
  if (isOverLimit(failure)) {
    // A start of another project used the limit in the meantime. The turn begins again, with a new list.
    return hasPlaceInTime ? tryStart(life, settings, undefined, turn) : endUnstarted(life, trouble)
  }
  if (mayRetry('POST', failure)) return sent
  const candidates =
    isReal && isRefusedInFront(failure) ? await newRunsSince(intent, world, abort.signal) : []
  return end(life, 'failure', 'start_refused', {
    trouble,
    candidates: candidates.length === 0 ? undefined : candidates,
  })
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
): Promise<Started | HexError> {
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
      timeoutMs: Math.min(startTimeoutMs, plan.deadlineAtMs + afterDeadlineMs.start - clock.now()),
    })
    // In this order: the post step would think that a run belongs to another step if they know it and the journal doesn't.
    if (isOurs) journal({ phase: 'started', ...ownRun(plan.projectId, run) })
    world.jobRuns.add(run.runId)
    return { run, adopted: false }
  } catch (error) {
    const failed = hexErrorOf(error)
    if (isReal && !mayHaveHappened(failed.failure)) journal({ phase: 'settled' })
    return failed
  }
}

async function findLostRun(
  life: Life,
  intent: Intent,
  turn: Turn,
  trouble: Trouble,
): Promise<Started | Outcome> {
  const { plan, world } = life
  world.onEvent({ kind: 'response-lost', trouble })
  const limitMs = plan.deadlineAtMs + afterDeadlineMs.search - world.clock.now()
  const signal = world.abort.timeOver('search')
  const lookup = await searchForRun(intent, world, Math.min(searchMs.main, limitMs), signal)
  if (lookup.kind === 'one') {
    const { run } = lookup
    if (plan.wait) world.journal({ phase: 'started', ...ownRun(intent.projectId, run) })
    world.jobRuns.add(run.runId)
    return { run, adopted: true }
  }
  turn.lost()
  const candidates = lookup.kind === 'unclear' ? lookup.runs : undefined
  const conclusion = world.abort.signal.aborted ? 'cancelled' : 'failure'
  return end(life, conclusion, 'start_unknown', { trouble, candidates })
}

function isOver({ plan, world: { abort, clock } }: Life): boolean {
  return abort.signal.aborted || clock.now() >= plan.deadlineAtMs
}

function intentOf(
  { plan, world }: Life,
  listing: Listing | undefined,
  isDisturbed: boolean,
): Intent {
  const { hex, jobRuns } = world
  const runs = listing?.runs
  return {
    projectId: plan.projectId,
    ...withoutUndefined({
      atMs: hex.serverNow()?.earliestMs,
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
