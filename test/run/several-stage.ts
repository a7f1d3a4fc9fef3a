import type { Entry } from '../../src/run/journal.ts'
import type { RunPlan } from '../../src/run/plan.ts'
import { liveRuns, type Together } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import type { RunPlan as HexPlan } from '../hex-simulator/runs.ts'
import { type LifeStage, planWith, projectId } from './life-stage.ts'

/** Beside the project of all stories. */
export const otherId = '0198e0b4-11f6-7c82-8a53-d90e6b7f1c24'

/** A Hex with two projects, and what becomes of the runs of each. */
export const two = (first: ReadonlyArray<HexPlan>, second: ReadonlyArray<HexPlan>) => ({
  projects: [
    { id: projectId, title: 'Revenue', plans: first },
    { id: otherId, title: 'Orders', plans: second },
  ],
})

/** Lives runs of these projects, each with a journal of its own, as the action does it. */
export async function live(
  stage: LifeStage,
  ids: ReadonlyArray<string>,
  together: Partial<Together> = {},
  each: ReadonlyArray<Partial<RunPlan>> = [],
) {
  const journals: Array<Array<Entry>> = ids.map(() => [])
  const hex = shareReads(stage.runWorld.hex, stage.runWorld.clock)
  const outcomes = await stage.finish(
    liveRuns(
      ids.map((id, index) => planWith({ projectId: id, name: `run ${index}`, ...each[index] })),
      { ...stage.runWorld, hex },
      (index) => ({
        journal: (entry) => journals[index]?.push(entry),
        onEvent: stage.runWorld.onEvent,
      }),
      { maxParallel: 10, failFast: false, ...together },
    ),
  )
  return { outcomes, journals }
}
