import type { Failure } from '../hex/errors.ts'
import type { Run } from '../hex/wire.ts'
import { end, endFinished, type Facts, type RunFacts, troubleIn } from './ends.ts'
import { followRun } from './follow.ts'
import { typicalOf } from './history.ts'
import { findNewestRun, type Newest } from './newest-run.ts'
import type { Outcome } from './outcome.ts'
import type { Listing, NewestChoice, RunPlan, RunWorld } from './plan.ts'
import { type Learned, learnBeside, type Preflight, preflight } from './preflight.ts'
import { unseen } from './status.ts'

type ExistingStart = Exclude<RunPlan['start'], { readonly kind: 'new' }>

/** Follows a run that something else started. It is not ours, so nothing here cancels it. */
export async function followExisting(
  plan: RunPlan,
  start: ExistingStart,
  world: RunWorld,
): Promise<Outcome> {
  if (world.clock.now() >= plan.deadlineAtMs) return endLate(plan, start, world)
  const before = await preflight(plan, world)
  const { project, listing, typical, isThrottled }: Known = before.kind === 'go' ? before : {}
  const named = start.kind === 'existing' ? { run: seenRun(start.runId, listing), attempt: 1 } : {}
  const learned: Learned = {
    ...(project === undefined ? {} : { project }),
    ...(typical === undefined ? {} : { typical }),
  }
  const facts: Facts = {
    plan,
    world,
    attempt: 0,
    adopted: false,
    ...learned,
    ...named,
  }
  const left = start.kind === 'existing' ? { stop: { kind: 'left' } as const } : {}
  if (before.kind === 'stopped') return end(facts, 'cancelled', 'aborted', left)
  if (before.kind === 'failed') {
    return end(facts, 'failure', 'lost_contact', { trouble: before.trouble, ...left })
  }
  if (start.kind === 'latest') return followNewest(facts, start.choice)
  const stopLearning = isThrottled === true ? learnBeside(plan, world, learned) : undefined
  try {
    return await followTo(facts, seenRun(start.runId, listing), learned)
  } finally {
    stopLearning?.()
  }
}

/** Its place among several runs came free too late: the time that a last request may take is over as well. */
function endLate(plan: RunPlan, start: ExistingStart, world: RunWorld): Outcome {
  const facts: Facts = { plan, world, attempt: 0, adopted: false }
  const stop = { kind: 'left' } as const
  return start.kind === 'latest'
    ? end(facts, 'timed_out', 'no_new_run', {
        detail:
          "Earlier entries in 'runs' used the whole timeout, so the project's runs were not listed.",
      })
    : end(
        { ...facts, attempt: 1, run: seenRun(start.runId, undefined) },
        'timed_out',
        'timed_out',
        {
          stop,
        },
      )
}

function seenRun(runId: string, listing: Listing | undefined): Run {
  return listing?.runs?.find((each) => each.runId === runId) ?? { runId, status: unseen }
}

/** Keeps following the run that was chosen first, even if a newer one starts meanwhile. */
async function followNewest(facts: Facts, choice: NewestChoice): Promise<Outcome> {
  const { plan, world } = facts
  const newest = await findNewestRun(choice, plan, world)
  if (newest.kind !== 'found') return endWithout(facts, newest)
  const typical = typicalOf(newest.runs)
  if (typical !== undefined) {
    const { typicalMs, latestMs, fromRuns } = typical
    world.onEvent({ kind: 'typical', typicalMs, latestMs, fromRuns })
  }
  const known = { ...facts, attempt: 1, ...(typical === undefined ? {} : { typical }) }
  return followTo(known, newest.run, typical === undefined ? {} : { typical })
}

/** @param learned can gain facts while the run is followed. */
async function followTo(facts: Facts, run: Run, learned: Learned): Promise<Outcome> {
  const { plan, world } = facts
  world.onEvent({ kind: 'following', run })
  const followed = await followRun(run, plan, world, learned)
  const last: RunFacts = { ...facts, ...learned, run: followed.run }
  switch (followed.kind) {
    case 'ended':
      return endFinished(last)
    case 'aborted':
      return end(last, 'cancelled', 'aborted', { stop: { kind: 'left' } })
    case 'deadline':
      return end(last, 'timed_out', 'timed_out', { ...troubleIn(followed), stop: { kind: 'left' } })
    case 'lost-contact': {
      const isUnknown = followed.run.status === unseen && isHidden(followed.failure)
      return end(last, 'failure', isUnknown ? 'run_not_found' : 'lost_contact', {
        ...troubleIn(followed),
        stop: { kind: 'left' },
      })
    }
  }
  return followed satisfies never
}

/** The outcome of a life without a run to follow. */
function endWithout(facts: Facts, newest: Exclude<Newest, { readonly kind: 'found' }>): Outcome {
  switch (newest.kind) {
    case 'aborted':
      return end(facts, 'cancelled', 'aborted')
    case 'none':
      return end(facts, 'timed_out', 'no_new_run', { ...troubleIn(newest), detail: newest.detail })
    case 'unclear':
      return end(facts, 'failure', 'newest_unknown', { detail: newest.detail })
    case 'failed':
      return end(facts, 'failure', isHidden(newest.failure) ? 'run_not_found' : 'lost_contact', {
        trouble: newest.trouble,
      })
  }
  return newest satisfies never
}

/** What was learned before; nothing where it was cut short. */
type Known = Partial<Extract<Preflight, { readonly kind: 'go' }>>

/**
 * Hex itself says that there is no such run, or that the token has no access to it. Its OpenAPI document lists 400, 403,
 * and 422 for that, and its overview page 404. A 401 is about the token, and a web page is not from Hex.
 */
function isHidden(failure: Failure): boolean {
  return (
    failure.kind === 'refused' && failure.hexOwn && [400, 403, 404, 422].includes(failure.status)
  )
}
