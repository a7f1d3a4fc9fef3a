import type { Project } from '../hex/wire.ts'
import type { Freshness } from './outcome.ts'
import type { RunPlan, RunWorld } from './plan.ts'

/** A time further in the future than this is invalid. Less is a difference between the clocks of Hex's hosts. */
const toleranceMs = 60_000

/**
 * The age of the published results when they are fresh enough to start nothing (`skip-if-newer-than`), else
 * undefined. In doubt the run is started, and the log says why. Both times are Hex's, from one response.
 */
export function freshnessOf(
  { skipIfNewerThanMs, isRerun }: RunPlan,
  project: Project | undefined,
  { onEvent }: Pick<RunWorld, 'onEvent'>,
): Freshness | undefined {
  if (skipIfNewerThanMs === undefined) return undefined
  const start = (why: string) => {
    onEvent({ kind: 'note', text: `${why} Ignoring 'skip-if-newer-than' and starting a run.` })
    return undefined
  }
  if (isRerun === true) {
    // A failed refresh may have changed the time, and whoever re-runs jobs wants a run.
    return start('This is a re-run.')
  }
  if (project === undefined) return start('The project could not be read.')
  const updatedAt = project.publishedResultsUpdatedAt
  if (updatedAt === undefined || project.readAtMs === undefined) {
    return start('Hex did not report when the published results were updated.')
  }
  const ageMs = project.readAtMs - Date.parse(updatedAt)
  if (ageMs < -toleranceMs) return start('Hex reported an update of the results in the future.')
  if (ageMs <= skipIfNewerThanMs) return { updatedAt, ageMs: Math.max(0, ageMs) }
  return undefined
}
