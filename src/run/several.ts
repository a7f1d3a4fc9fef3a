import { mapInParallel } from '../parallel.ts'
import { createFailFast } from './abort.ts'
import { end } from './ends.ts'
import { ownRun } from './journal.ts'
import { liveRun } from './life.ts'
import { isGreen, type Outcome } from './outcome.ts'
import { type LifeWorld, newLife, type RunPlan, type RunWorld } from './plan.ts'

/** How several runs share a step. */
export interface Together {
  /** Max runs at the same time, from 1. */
  readonly maxParallel: number
  /** The first run that fails stops the others. */
  readonly failFast: boolean
}

/** The part of a run's world that is not shared with the other runs. */
export type PerRun = Pick<RunWorld, 'journal' | 'onEvent'>

/**
 * Lives several runs in the order of the list, at most `maxParallel` at a time. Outcomes keep that order. An abort of the
 * job ends all of them, and those that are still waiting never start.
 * @param ownWorld the journal and the event listener of the run at this index.
 */
export async function liveRuns(
  plans: ReadonlyArray<RunPlan>,
  shared: Omit<LifeWorld, keyof PerRun>,
  ownWorld: (index: number) => PerRun,
  { maxParallel, failFast }: Together,
): Promise<ReadonlyArray<Outcome>> {
  const stop = failFast ? createFailFast(shared.clock, shared.abort) : undefined
  const abort = stop ?? shared.abort
  const lives = plans.map((plan, index) => ({
    plan,
    world: { ...shared, abort, ...ownWorld(index) },
  }))
  const outcomes = await mapInParallel(lives, maxParallel, async ({ plan, world }) => {
    // After an abort, the runs that were still waiting for their turn are not started.
    const outcome = abort.signal.aborted
      ? end(newLife(plan, world, abort.signal), 'cancelled', 'aborted')
      : await liveRun(plan, world)
    if (!isGreen(outcome.conclusion)) stop?.request()
    return outcome
  })
  stop?.close()
  // Keep the journal of an unidentified start open until here. From now on this step reports it, and not the post step.
  for (const [index, { plan, world }] of lives.entries()) {
    const { reason, candidates } = outcomes[index] ?? {}
    // A refused start has settled, and its candidates are others' runs, also of a lost start of this step.
    if (!plan.wait || reason !== 'start_unknown' || candidates === undefined) continue
    const [only, another] = candidates
    // Named, so that the post step doesn't take it for the run of another lost start.
    const isOnly = only !== undefined && another === undefined
    world.journal({ phase: 'settled', ...(isOnly && ownRun(plan.projectId, only)) })
  }
  return outcomes
}
