import type { Run } from '../hex/wire.ts'
import { end, endFinished, type RunFacts, troubleIn } from './ends.ts'
import { type Followed, followRun } from './follow.ts'
import type { Outcome } from './outcome.ts'
import type { RunPlan, RunWorld } from './plan.ts'
import { type Learned, learnBeside, type Preflight, preflight } from './preflight.ts'
import { unseen } from './status.ts'

/** Follows a run that something else started. It is not ours, so nothing here ever cancels it. */
export async function followExisting(
  plan: RunPlan,
  runId: string,
  world: RunWorld,
): Promise<Outcome> {
  const before = await preflight(plan, world)
  const { project, listing, typical, isThrottled }: Known = before.kind === 'go' ? before : {}
  const listed = listing?.runs?.find((each) => each.runId === runId)
  const run: Run = listed ?? { runId, status: unseen }
  const learned: Learned = {
    ...(project === undefined ? {} : { project }),
    ...(typical === undefined ? {} : { typical }),
  }
  const facts: RunFacts = {
    plan,
    world,
    attempt: 1,
    adopted: false,
    run,
    ...learned,
  }
  if (before.kind === 'stopped')
    return end(facts, 'cancelled', 'aborted', { stop: { kind: 'left' } })
  if (before.kind === 'failed') {
    return end(facts, 'failure', 'lost_contact', {
      trouble: before.trouble,
      stop: { kind: 'left' },
    })
  }
  world.tell({ kind: 'following', runId })
  const stopLearning = isThrottled === true ? learnBeside(plan, world, learned) : undefined
  const followed = await followRun(run, plan, world, learned)
  stopLearning?.()
  const last: RunFacts = { ...facts, ...learned, run: followed.run }
  switch (followed.kind) {
    case 'ended':
      return endFinished(last)
    case 'aborted':
      return end(last, 'cancelled', 'aborted', { stop: { kind: 'left' } })
    case 'deadline':
      return end(last, 'timed_out', 'timed_out', { ...troubleIn(followed), stop: { kind: 'left' } })
    case 'lost-contact':
      return end(last, 'failure', isNotFound(followed) ? 'run_not_found' : 'lost_contact', {
        ...troubleIn(followed),
        stop: { kind: 'left' },
      })
  }
  return followed satisfies never
}

/** What was learned before; nothing where it was cut short. */
type Known = Partial<Extract<Preflight, { readonly kind: 'go' }>>

/** Hex has never shown this run and says that there is none: `run-id` is wrong, or the token may not see it. */
function isNotFound({
  run,
  failure,
}: Extract<Followed, { readonly kind: 'lost-contact' }>): boolean {
  return run.status === unseen && failure.kind === 'refused' && failure.status === 404
}
