import type { Run } from '../hex/wire.ts'
import { persist } from '../run/persist.ts'
import type { CallWorld } from '../run/plan.ts'
import { listPages } from '../run/recent-runs.ts'
import type { RunChoice } from './choice.ts'

/** 2,000 active runs per status. A user has 25 kernels (API overview). */
const maxPages = 20

/**
 * Lists all active runs of a project, every page of every status, before anything is cancelled: a list that is paged by
 * offset skips runs if others leave it meanwhile. Throws the HexError of a list that can't be read.
 * @param untilMs no request begins after it, milliseconds since the epoch.
 */
export async function collectActiveRuns(
  projectId: string,
  { statuses, trigger }: RunChoice,
  world: CallWorld,
  untilMs: number,
): Promise<ReadonlyArray<Run>> {
  const options = { signal: world.abort.signal, notAfterMs: untilMs }
  const found = new Map<string, Run>()
  for (const status of statuses) {
    const { runs, isComplete } = await listPages(maxPages, (paging) =>
      persist(world, untilMs, () =>
        world.hex.getProjectRuns(projectId, { ...paging, status, trigger }, options),
      ),
    )
    if (!isComplete) {
      world.onEvent({
        kind: 'note',
        text: `Project ${projectId} has more than ${runs.length} ${status} runs. Only these are cancelled. To cancel the rest, run the step again.`,
      })
    }
    // A run that started between the two lists is in both. The later list is newer.
    for (const run of runs) found.set(run.runId, run)
  }
  return [...found.values()]
}
