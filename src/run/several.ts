import { inLanes } from '../lanes.ts'
import { type AbortSwitch, createFailFast } from './abort.ts'
import { end } from './ends.ts'
import { liveRun } from './life.ts'
import { isGreen, type Outcome } from './outcome.ts'
import type { LifeWorld, RunPlan, RunWorld } from './plan.ts'

/** How several runs live together. */
export interface Together {
  /** Runs at once, from 1. */
  readonly maxParallel: number
  /** The first run that does not end well stops the others. */
  readonly failFast: boolean
}

/** What one run of several needs of its own; the rest of its world is shared. */
export type PerRun = Pick<RunWorld, 'journal' | 'tell'>

/**
 * Lives several runs, some at once, in the order of the list; their outcomes come in that order too. An abort
 * of the job ends all of them, and those that wait for their place never begin.
 * @param ownWorld the journal and the ear of the run at this place of the list.
 */
export async function liveRuns(
  plans: ReadonlyArray<RunPlan>,
  shared: Omit<LifeWorld, keyof PerRun>,
  ownWorld: (index: number) => PerRun,
  { maxParallel, failFast }: Together,
): Promise<ReadonlyArray<Outcome>> {
  const stop: AbortSwitch | undefined = failFast
    ? createFailFast(shared.clock, shared.abort)
    : undefined
  const abort = stop ?? shared.abort
  const following = new Map<string, number>()
  const listings: NonNullable<RunWorld['listings']> = new Map()
  const lives = plans.map((plan, index) => {
    const world: LifeWorld = { ...shared, following, listings, abort, ...ownWorld(index) }
    return { plan, world }
  })
  const outcomes = await inLanes(lives, maxParallel, async ({ plan, world }) => {
    const outcome = abort.signal.aborted ? neverBegun(plan, world) : await liveRun(plan, world)
    if (!isGreen(outcome.conclusion)) stop?.request()
    return outcome
  })
  stop?.close()
  // A lost start that was looked for in vain is told with all the rest: only now has post nothing to say about it.
  for (const [index, { plan, world }] of lives.entries())
    if (plan.wait && outcomes[index]?.candidates !== undefined) world.journal.settled()
  return outcomes
}

function neverBegun(plan: RunPlan, world: RunWorld): Outcome {
  return end({ plan, world, attempt: 0, adopted: false }, 'cancelled', 'aborted')
}
