import { sleep } from '../clock.ts'
import type { RunSettings } from '../hex/client.ts'
import { withoutUndefined } from '../json.ts'
import { troubleOf } from './calls.ts'
import { cancelRun } from './cancel.ts'
import { end, endedBy, endFinished } from './ends.ts'
import { type Followed, followRun, isHidden } from './follow.ts'
import { ownRun } from './journal.ts'
import { findNewestRun } from './newest-run.ts'
import { type Conclusion, isSettled, type Outcome, progressOf, type Reason } from './outcome.ts'
import {
  afterDeadlineMs,
  type Life,
  type LifeWorld,
  newLife,
  type RunLife,
  type RunPlan,
} from './plan.ts'
import { freshnessOf, learnBeside, learnTypical, type Preflight, preflight } from './preflight.ts'
import { inTurn, kernelWaitMs, startRun } from './start.ts'

/**
 * Lives one run's life: checks the project, starts the run, follows it to its end, and cancels it if it must not
 * continue. Every end is an Outcome; only unexpected errors are thrown. At every moment, the journal says what the post
 * step would have to finish.
 */
export async function liveRun(plan: RunPlan, world: LifeWorld): Promise<Outcome> {
  const over = new AbortController()
  const life = newLife(plan, world, over.signal)
  try {
    if (plan.start.kind !== 'new') return await followExisting(life, plan.start)
    const outcome = await liveNewRun(life, plan.start.settings)
    // Only a confirmed end closes the journal, because the post step has minutes where this step had seconds.
    const isLeft = outcome.reason === 'detached' || outcome.stop?.kind === 'left'
    if (!isLeft && isSettled(outcome))
      world.journal({
        phase: 'settled',
        ...(outcome.run && ownRun(plan.projectId, outcome.run)),
      })
    return outcome
  } finally {
    over.abort()
  }
}

async function liveNewRun(life: Life, settings: RunSettings): Promise<Outcome> {
  const { plan, world } = life
  // Earlier runs of the step used the whole timeout.
  if (world.clock.now() >= plan.deadlineAtMs) return end(life, 'timed_out', 'not_started_in_time')
  const before = await preflight(life)
  if ('conclusion' in before) return before
  const fresh = freshnessOf(life)
  if (fresh !== undefined) return end(life, 'skipped', 'fresh', { fresh })
  if (!plan.cancelActive || settings.dryRun === true) return liveAttempts(life, settings, before)
  const cleared = await inTurn(life, () => world.cancelOtherRuns(plan, world))
  return liveAttempts({ ...life, cleared: cleared ?? [] }, settings, before)
}

/** Starts and follows a run; starts another one if it found no kernel, or if it ERRORED and attempts are left. */
async function liveAttempts(
  first: Life,
  settings: RunSettings,
  { listing, isThrottled }: Preflight,
): Promise<Outcome> {
  const { plan, world } = first
  let life = first
  let next: NextStart = { attempt: 1, earlierRuns: [] }
  for (;;) {
    const start = await startRun(life, settings, listing)
    if ('conclusion' in start) return start
    // The run id in the response to a dry run does not exist, so no report links to it.
    if (settings.dryRun === true) return end({ ...life, ...next }, 'dry_run', 'dry_run')

    const { run, adopted } = start
    const started: RunLife = { ...life, ...next, adopted, run }
    world.onEvent({ kind: 'started', run, attempt: next.attempt, adopted })
    if (!plan.wait) {
      world.journal({ phase: 'detached', ...ownRun(plan.projectId, run) })
      // Nothing reads its status. PENDING is the first one of every run, which Hex's CLI prints with `--no-wait` too.
      return end({ ...started, run: { status: 'PENDING', ...run } }, 'detached', 'detached')
    }

    if (isThrottled && life.attempt === 0) void learnBeside(life)
    const followed = await followRun(started)
    const seen = { ...started, run: followed.run }
    const again = followed.kind === 'ended' ? await nextStart(seen) : undefined
    if (again === undefined) return endFollowed(seen, followed)
    next = again
    life = seen
  }
}

/** What a life knows of its attempts once Hex accepts the next start. Until then, the run that ended is its last one. */
type NextStart = Pick<Life, 'attempt' | 'earlierRuns'>

/** The next start; undefined if this end is final. */
async function nextStart(life: RunLife): Promise<NextStart | undefined> {
  const { plan, world, run, attempt, earlierRuns } = life
  const progress = progressOf(run.status)
  const timeLeftMs = plan.deadlineAtMs - world.clock.now()
  if (progress === 'errored' && attempt < plan.maxAttempts && timeLeftMs > 0) {
    world.journal({ phase: 'settled', ...ownRun(plan.projectId, run) })
    world.onEvent({ kind: 'again', run, attempt: attempt + 1, maxAttempts: plan.maxAttempts })
    return { attempt: attempt + 1, earlierRuns: [...earlierRuns, run] }
  }
  if (progress !== 'no_kernel') return undefined
  world.journal({ phase: 'settled', ...ownRun(plan.projectId, run) })
  const waitMs = kernelWaitMs(undefined, world.random())
  if (waitMs >= timeLeftMs) return undefined
  world.onEvent({ kind: 'no-kernel', run, waitMs })
  await sleep(world.clock, waitMs, world.abort.signal)
  return { attempt, earlierRuns }
}

/** Follows a run that something else started. It is not ours, so nothing cancels it. */
async function followExisting(
  life: Life,
  start: Exclude<RunPlan['start'], { readonly kind: 'new' }>,
): Promise<Outcome> {
  const { plan, world } = life
  const isNamed = start.kind === 'existing'
  // A run that is named is known before anything is read.
  const known: Life = isNamed ? { ...life, attempt: 1, run: { runId: start.runId } } : life
  if (world.clock.now() >= plan.deadlineAtMs) {
    // Earlier runs of the step used the whole timeout, and the time for a last request as well.
    return isNamed
      ? end(known, 'timed_out', 'timed_out')
      : end(known, 'timed_out', 'no_new_run', {
          detail:
            "Earlier entries in 'runs' used up the timeout, so the project's runs were not listed.",
        })
  }
  const before = await preflight(known)
  if ('conclusion' in before) return before
  if (isNamed) {
    if (before.isThrottled) void learnBeside(life)
    const listed = before.listing.runs?.find(({ runId }) => runId === start.runId)
    return followToEnd({ ...known, run: listed ?? { runId: start.runId } })
  }
  // Keeps following the run that was chosen first, even if a newer one starts meanwhile.
  const newest = await findNewestRun(start.choice, life)
  if ('conclusion' in newest) return newest
  learnTypical(life, newest.runs)
  return followToEnd({ ...life, attempt: 1, run: newest.run })
}

async function followToEnd(life: RunLife): Promise<Outcome> {
  life.world.onEvent({ kind: 'following', run: life.run })
  return endFollowed(life, await followRun(life))
}

const unfinishedEnds = {
  abort: ['cancelled', 'aborted'],
  timeout: ['timed_out', 'timed_out'],
  'lost-contact': ['failure', 'lost_contact'],
} as const satisfies Record<Exclude<Followed['kind'], 'ended'>, readonly [Conclusion, Reason]>

/** Ends a life that stopped following its run. Cancels an active run, unless it is not ours or is meant to continue. */
async function endFollowed(before: RunLife, { kind, run, error }: Followed): Promise<Outcome> {
  const life = { ...before, run }
  if (kind === 'ended') return endFinished(life)
  const { plan, world } = life
  const { abort, clock } = world
  const { runId, status } = run
  const trouble = error && troubleOf(error)
  const [conclusion, reason] = unfinishedEnds[kind]
  if (plan.start.kind !== 'new') {
    const isUnknown = kind === 'lost-contact' && status === undefined && isHidden(error?.failure)
    return end(life, conclusion, isUnknown ? 'run_not_found' : reason, { trouble })
  }
  if (kind !== 'abort' && !plan.cancelOnTimeout) {
    world.journal({ phase: 'detached', ...ownRun(plan.projectId, run) })
    return end(life, conclusion, reason, { trouble, stop: { kind: 'left' } })
  }
  const timeoutMs = kind === 'timeout' ? plan.deadlineAtMs - plan.beganAtMs : undefined
  const why = kind === 'abort' && abort.cause() === 'fail-fast' ? 'fail-fast' : kind
  world.onEvent({ kind: 'cancelling', runId, why, ...withoutUndefined({ timeoutMs }) })
  const lastMs = clock.now() + afterDeadlineMs.cancel
  const cancelled = await cancelRun(plan.projectId, run, world, {
    endsAtMs: () => Math.min(lastMs, abort.endsAtMs('cancel')),
    signal: abort.timeOver('cancel'),
  })
  const last = { ...life, run: cancelled.run }
  // The run may have completed before the deadline. A run that ended later has timed out, however it ended. After an
  // abort the job is over, whatever the run did.
  const isCompleted =
    progressOf(last.run.status) === 'completed' && endedBy(plan.deadlineAtMs, last)
  return kind !== 'abort' && isCompleted
    ? endFinished(last)
    : end(last, conclusion, reason, { trouble, stop: cancelled.stop })
}
