import { sleep } from '../clock.ts'
import type { RunSettings } from '../hex/client.ts'
import type { Failure } from '../hex/errors.ts'
import {
  isNoRoom,
  isRefusedInFront,
  mayHaveHappened,
  mayRepeat,
  namesNoWait,
  waitBeforeRepeatMs,
} from '../hex/retry.ts'
import type { Run, StartedRun } from '../hex/wire.ts'
import { afterDeadlineMs } from './after-deadline.ts'
import type { Turn } from './job-runs.ts'
import { type Intent, ownRun } from './journal.ts'
import { lookForRun, newRunsSince, searchMs } from './lookup.ts'
import type { Trouble } from './outcome.ts'
import type { Listing, RunPlan, RunWorld } from './plan.ts'
import { listBeforeStart, listingLifeMs } from './recent-runs.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'
import { waitingFor } from './waiting-for.ts'

/** The result of a start. */
export type Start =
  | { readonly kind: 'started'; readonly run: StartedRun; readonly adopted: boolean }
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

const startPatienceMs = 60_000

/**
 * Starts a run, once. The start is retried only if the response or failure proves that no run was created
 * (`mayHaveHappened`). After a lost response, this searches for the run and never starts a second one.
 * @param listed the project's runs a moment ago, to distinguish ours from them; undefined if not known.
 */
export async function startRun(
  plan: RunPlan,
  settings: RunSettings,
  world: RunWorld,
  listed: Listing | undefined,
): Promise<Start> {
  const listing = listed
  let trouble: Trouble | undefined
  for (let tries = 1; ; tries += 1) {
    const taken: Taken = (await inTurn(plan, world, (turn) =>
      takeTurn(plan, settings, world, listing, turn),
    )) ?? { kind: 'over', start: stopBefore(plan, world) ?? neverBegun }
    if (taken.kind === 'over') {
      const { start } = taken
      return start.kind === 'not-started' && trouble !== undefined ? { trouble, ...start } : start
    }
    trouble = taken.trouble
    const why = waitingFor(taken.failure, true)
    const timeLeftMs = plan.deadlineAtMs - world.clock.now()
    const waitMs =
      why === 'kernel'
        ? kernelWaitMs(taken.failure, world.random())
        : namesNoWait(taken.failure)
          ? world.hex.startWaitMs()
          : waitBeforeRepeatMs(taken.failure, tries, world.random())
    world.onEvent({ kind: 'waiting', why, waitMs, trouble })
    await sleep(world.clock, Math.min(waitMs, timeLeftMs), world.abort.signal)
  }
}

/** The result of a start whose turn did not come before the deadline or an abort. */
const neverBegun = { kind: 'not-started', why: 'deadline' } as const

/** Does work that only one run of a project can do at a time; undefined if the deadline or an abort comes first. */
export async function inTurn<T>(
  { projectId, deadlineAtMs }: RunPlan,
  { jobRuns, clock, abort }: RunWorld,
  work: (turn: Turn) => Promise<T>,
): Promise<T | undefined> {
  const done = new AbortController()
  const patience = sleep(clock, deadlineAtMs - clock.now(), abort.signal, done.signal)
  try {
    return await jobRuns.turns(projectId, work, patience)
  } finally {
    done.abort()
  }
}

type Taken =
  | { readonly kind: 'over'; readonly start: Start }
  /** No run was created, and the start can be retried. */
  | { readonly kind: 'again'; readonly failure: Failure; readonly trouble: Trouble }

/** Lists the runs, sends one start, and searches for its run if the response is lost. */
async function takeTurn(
  plan: RunPlan,
  settings: RunSettings,
  world: RunWorld,
  listed: Listing | undefined,
  turn: Turn,
): Promise<Taken> {
  const over = (start: Start): Taken => ({ kind: 'over', start })
  let listing = listed
  // A place in the budget is waited for before the list and not after it, when the list grows old.
  if (hasPlaceInTime(plan, world)) {
    await sleep(world.clock, world.hex.startWaitMs(), world.abort.signal)
  }
  // Others start runs too, so only a fresh list distinguishes our run from theirs. A list that took long is old when it
  // arrives. It is not requested again; the intent records that it is stale.
  const isReal = settings.dryRun !== true
  const claim = isReal ? await turn.claim(plan.deadlineAtMs, world.abort.signal) : 'free'
  if (claim !== 'free') {
    // A run that a neighbour started meanwhile is not in it.
    listing = undefined
    world.listings?.delete(plan.projectId)
  }
  if (isReal && needsList(listing, world) && stopBefore(plan, world) === undefined)
    listing = await listBeforeStart(plan, world)
  const stopped = stopBefore(plan, world)
  if (stopped !== undefined) return over(stopped)

  const intent = intentOf(plan, world, listing, claim === 'disturbed')
  const attempt = await sendStart(plan, settings, intent, world)
  if (attempt.kind === 'answered' || !attempt.lost) turn.settled()
  if (attempt.kind === 'answered')
    return over({ kind: 'started', run: attempt.run, adopted: false })
  const { failure, trouble } = attempt
  if (attempt.lost) return over(await findLostRun(plan, intent, trouble, world))
  if (world.abort.signal.aborted) return over({ kind: 'not-started', why: 'abort', trouble })
  if (isNoRoom(failure)) {
    // A start of another project used the quota meanwhile.
    if (hasPlaceInTime(plan, world)) return takeTurn(plan, settings, world, undefined, turn)
    return over({ kind: 'not-started', why: 'deadline', trouble })
  }
  if (isReal && isRefusedInFront(failure)) {
    const candidates = await newRunsSince(intent, world, world.abort.signal)
    return over({ kind: 'refused', trouble, ...(candidates.length === 0 ? {} : { candidates }) })
  }
  if (!mayRepeat('POST', failure)) return over({ kind: 'refused', trouble })
  return { kind: 'again', failure, trouble }
}

/** The plain poller tries again after 30 s; nobody waits longer for a kernel that is free. */
const kernelRetryMs = 30_000
/** Jobs that queue together are spread over the last part of that time. */
const kernelSpread = 0.3
const askedSpreadMs = 1_500

/**
 * How long to wait for a kernel before the next start: as long as Hex asks, else up to 30 s.
 * @param random a number from 0 up to 1.
 */
export function kernelWaitMs(failure: Failure | undefined, random: number): number {
  const ownMs = kernelRetryMs * (1 - kernelSpread * random)
  const askedMs = failure?.kind === 'refused' ? (failure.askedWaitMs ?? 0) : 0
  return askedMs > ownMs ? askedMs + random * askedSpreadMs : ownMs
}

type Attempt =
  | { readonly kind: 'answered'; readonly run: StartedRun }
  | {
      readonly kind: 'failed'
      readonly lost: boolean
      readonly failure: Failure
      readonly trouble: Trouble
    }

/** Sends one start, and writes the journal before and after it. */
async function sendStart(
  plan: RunPlan,
  settings: RunSettings,
  intent: Intent,
  world: RunWorld,
): Promise<Attempt> {
  const isReal = settings.dryRun !== true
  // With `wait: false` the run continues whatever happens to this job, so post has nothing to finish.
  const isOurs = isReal && plan.wait
  if (isOurs) world.journal.intent(intent)
  else if (isReal) world.journal.detached({ projectId: plan.projectId })
  try {
    const run = await world.hex.runProject(plan.projectId, settings, {
      // An abort stops a request that was not sent yet. The response to one that was sent names the run, so wait for it.
      unsentSignal: world.abort.signal,
      signal: world.abort.timeOver('start'),
      notAfterMs: Math.min(plan.deadlineAtMs, world.clock.now() + listingLifeMs),
      deadlineMs: Math.min(
        startPatienceMs,
        plan.deadlineAtMs + afterDeadlineMs.start - world.clock.now(),
      ),
    })
    // In this order: a run that other steps know, and the journal does not, would be taken for theirs by the post step.
    if (isOurs) world.journal.started(ownRun(plan.projectId, run))
    world.jobRuns.add(run.runId)
    return { kind: 'answered', run }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    const lost = isReal && mayHaveHappened(failure)
    if (isReal && !lost) world.journal.settled()
    return { kind: 'failed', lost, failure, trouble: troubleOf(error) }
  }
}

async function findLostRun(
  plan: RunPlan,
  intent: Intent,
  trouble: Trouble,
  world: RunWorld,
): Promise<Start> {
  world.onEvent({ kind: 'answer-lost', trouble })
  const limitMs = plan.deadlineAtMs + afterDeadlineMs.search - world.clock.now()
  const signal = world.abort.timeOver('search')
  const lookup = await lookForRun(intent, world, Math.min(searchMs.main, limitMs), signal)
  switch (lookup.kind) {
    case 'one':
      if (plan.wait) world.journal.started(ownRun(intent.projectId, lookup.run))
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

function stopBefore(
  plan: RunPlan,
  world: RunWorld,
): { kind: 'not-started'; why: 'abort' | 'deadline' } | undefined {
  if (world.abort.signal.aborted) return { kind: 'not-started', why: 'abort' }
  if (world.clock.now() >= plan.deadlineAtMs) return { kind: 'not-started', why: 'deadline' }
  return undefined
}

function hasPlaceInTime(plan: RunPlan, { clock, hex }: RunWorld): boolean {
  return clock.now() + hex.startWaitMs() < plan.deadlineAtMs
}

function intentOf(
  plan: RunPlan,
  world: RunWorld,
  listing: Listing | undefined,
  isDisturbed: boolean,
): Intent {
  const serverNow = world.hex.serverNow()
  return {
    projectId: plan.projectId,
    ...(serverNow === undefined
      ? { runnerAtMs: world.clock.now() }
      : { atMs: serverNow.earliestMs }),
    // The list may be older than our last attempt. The post step knows only what is written here.
    ...(listing?.runs === undefined
      ? {}
      : { known: [...new Set([...listing.runs.map((run) => run.runId), ...world.jobRuns.ids()])] }),
    ...(listing?.runs !== undefined && isStale(listing, world) ? { isKnownStale: true } : {}),
    ...(isDisturbed ? { isDisturbed } : {}),
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
