import { sleep } from '../clock.ts'
import type { RunSettings } from '../hex/client.ts'
import type { Run, StartedRun } from '../hex/wire.ts'
import { afterDeadlineMs } from './after-deadline.ts'
import { type CancelTime, cancelRun } from './cancel.ts'
import {
  end,
  endedBy,
  endFinished,
  endUnstarted,
  type Facts,
  type RunFacts,
  troubleIn,
} from './ends.ts'
import type { RunEvent } from './events.ts'
import { type Followed, followRun } from './follow.ts'
import { followExisting } from './follow-existing.ts'
import { freshnessOf } from './freshness.ts'
import { ownRun } from './journal.ts'
import {
  type ClearedRun,
  type Conclusion,
  isSettled,
  type Outcome,
  type Reason,
} from './outcome.ts'
import type { LifeWorld, Listing, RunPlan, RunWorld } from './plan.ts'
import { type Learned, learnBeside, preflight } from './preflight.ts'
import { inTurn, kernelWaitMs, startRun } from './start.ts'
import { progressOf } from './status.ts'

/**
 * Lives one run's life: checks the project, starts the run, follows it to its end, and cancels it if it must not
 * continue. Every end is an Outcome; only unexpected errors are thrown. At every moment, the journal says what the post
 * step would have to finish.
 */
export async function liveRun(plan: RunPlan, world: LifeWorld): Promise<Outcome> {
  const outcome =
    plan.start.kind === 'new'
      ? await liveNewRun(plan, plan.start.settings, world)
      : await followExisting(plan, plan.start, world)
  // Only a confirmed end closes the journal, because the post step has minutes where this step had seconds.
  const isLeft = outcome.reason === 'detached' || outcome.stop?.kind === 'left'
  if (plan.start.kind === 'new' && !isLeft && isSettled(outcome))
    world.journal.settled(outcome.run && ownRun(plan.projectId, outcome.run))
  return outcome
}

async function liveNewRun(
  plan: RunPlan,
  settings: RunSettings,
  world: LifeWorld,
): Promise<Outcome> {
  const facts: Facts = { plan, world, attempt: 0, adopted: false }
  // Its place among several runs came free too late.
  if (world.clock.now() >= plan.deadlineAtMs) return end(facts, 'timed_out', 'not_started_in_time')
  const before = await preflight(plan, world)
  if (before.kind === 'stopped') return end(facts, 'cancelled', 'aborted')
  if (before.kind === 'failed')
    return end(facts, 'failure', 'start_refused', { trouble: before.trouble })
  if (before.kind === 'not-runnable') {
    return end({ ...facts, project: before.project }, 'failure', 'not_runnable', {
      detail: before.detail,
    })
  }
  const learned: Learned = {
    ...(before.project === undefined ? {} : { project: before.project }),
    ...(before.typical === undefined ? {} : { typical: before.typical }),
  }
  const fresh = freshnessOf(plan, before.project, world)
  if (fresh !== undefined) return end({ ...facts, ...learned }, 'skipped', 'fresh', { fresh })
  const cleared =
    plan.cancelActive === true && settings.dryRun !== true
      ? ((await inTurn(plan, world, () => world.cancelOtherRuns(plan, world))) ?? [])
      : undefined
  let stopLearning: (() => void) | undefined
  const onStarted = () => {
    if (before.isThrottled) stopLearning ??= learnBeside(plan, world, learned)
  }
  try {
    return await liveAttempts(plan, settings, world, learned, before.listing, onStarted, cleared)
  } finally {
    stopLearning?.()
  }
}

/** Starts and follows a run; starts another one if it found no kernel, or if it ERRORED and attempts are left. */
async function liveAttempts(
  plan: RunPlan,
  settings: RunSettings,
  world: RunWorld,
  learned: Learned,
  listing: Listing | undefined,
  onStarted: () => void,
  cleared: ReadonlyArray<ClearedRun> | undefined,
): Promise<Outcome> {
  const clearing = cleared === undefined ? {} : { cleared }
  const known = (): Facts => ({ plan, world, attempt: 0, adopted: false, ...learned, ...clearing })
  let previous = known()
  let earlierRuns: ReadonlyArray<Run> = []
  for (let attempt = 1; ; ) {
    const start = await startRun(plan, settings, world, listing)
    if (start.kind !== 'started') return endUnstarted(previous, start)

    const run = asRun(start.run)
    const facts: RunFacts = { ...known(), attempt, adopted: start.adopted, run, earlierRuns }
    // The run id in the response to a dry run does not exist, so no report links to it.
    if (settings.dryRun === true)
      return end({ ...known(), attempt, adopted: false }, 'dry_run', 'dry_run')
    world.onEvent({ kind: 'started', run: start.run, attempt, adopted: start.adopted })
    if (!plan.wait) {
      world.journal.detached(ownRun(plan.projectId, run))
      return end(facts, 'detached', 'detached')
    }

    onStarted()
    const followed = await followRun(run, plan, world, learned)
    const seen: RunFacts = { ...facts, ...learned, run: followed.run }
    if (followed.kind !== 'ended') return endUnfinished(seen, followed)
    const again = await nextAttempt(plan, world, followed.run, attempt)
    if (again === undefined) return endFinished(seen)
    previous = { ...known(), run: followed.run, attempt, earlierRuns }
    if (again > attempt) earlierRuns = [...earlierRuns, followed.run]
    attempt = again
  }
}

/** The number of the next attempt; undefined if this end is final. */
async function nextAttempt(
  plan: RunPlan,
  world: RunWorld,
  run: Run,
  attempt: number,
): Promise<number | undefined> {
  const progress = progressOf(run.status)
  const timeLeftMs = plan.deadlineAtMs - world.clock.now()
  if (progress === 'errored' && attempt < plan.maxAttempts && timeLeftMs > 0) {
    world.journal.settled(ownRun(plan.projectId, run))
    world.onEvent({ kind: 'again', run, attempt: attempt + 1, maxAttempts: plan.maxAttempts })
    return attempt + 1
  }
  if (progress !== 'no-kernel') return undefined
  world.journal.settled(ownRun(plan.projectId, run))
  const waitMs = kernelWaitMs(undefined, world.random())
  if (waitMs >= timeLeftMs) return undefined
  world.onEvent({ kind: 'no-kernel', run, waitMs })
  await sleep(world.clock, waitMs, world.abort.signal)
  return attempt
}

/** Ends a life that stopped following an active run: cancels it, unless the user wants it to continue. */
async function endUnfinished(
  facts: RunFacts,
  followed: Exclude<Followed, { readonly kind: 'ended' }>,
): Promise<Outcome> {
  const { plan, world } = facts
  const isAbort = followed.kind === 'aborted'
  const conclusion: Conclusion = isAbort
    ? 'cancelled'
    : followed.kind === 'deadline'
      ? 'timed_out'
      : 'failure'
  const reason: Reason = isAbort
    ? 'aborted'
    : followed.kind === 'deadline'
      ? 'timed_out'
      : 'lost_contact'
  if (!isAbort && !plan.cancelOnTimeout) {
    world.journal.detached(ownRun(plan.projectId, facts.run))
    return end(facts, conclusion, reason, { ...troubleIn(followed), stop: { kind: 'left' } })
  }
  world.onEvent({
    kind: 'cancelling',
    runId: facts.run.runId,
    ...whyCancelled(plan, world, followed),
  })
  const { stop, run } = await cancelRun(plan.projectId, facts.run, world, cancelTime(world))
  const last = { ...facts, run }
  // The run may have completed before the deadline. A run that ended later has timed out, however it ended. After an
  // abort the job is over, whatever the run did.
  if (
    !isAbort &&
    progressOf(run.status) === 'completed' &&
    endedBy(plan.deadlineAtMs, run, world)
  ) {
    return endFinished(last)
  }
  return end(last, conclusion, reason, { ...troubleIn(followed), stop })
}

function whyCancelled(
  plan: RunPlan,
  { abort }: RunWorld,
  { kind }: Exclude<Followed, { readonly kind: 'ended' }>,
): Pick<Extract<RunEvent, { readonly kind: 'cancelling' }>, 'why' | 'timeoutMs'> {
  if (kind === 'aborted') return { why: abort.cause() === 'fail-fast' ? 'fail-fast' : 'abort' }
  return kind === 'deadline'
    ? { why: 'timeout', timeoutMs: plan.deadlineAtMs - plan.beganAtMs }
    : { why: 'lost-contact' }
}

/** A minute, or less after an abort. */
function cancelTime(world: RunWorld): CancelTime {
  const untilMs = world.clock.now() + afterDeadlineMs.cancel
  return {
    untilMs: () => Math.min(untilMs, world.abort.endsAtMs('cancel')),
    signal: world.abort.timeOver('cancel'),
  }
}

/** RunProject returns no status, and a new run is PENDING. An adopted run has its own status. */
function asRun(run: StartedRun | Run): Run {
  return 'status' in run ? run : { ...run, status: 'PENDING' }
}
