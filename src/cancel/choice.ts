import { hasTrigger, type Run, type Trigger, timeOf } from '../hex/wire.ts'
import { withRetries } from '../run/calls.ts'
import type { CallWorld } from '../run/plan.ts'
import { listPages } from '../run/recent-runs.ts'

/** 2,000 active runs per status. A user has 25 kernels (API overview). */
const maxPages = 20

/** The statuses of runs that hold a kernel or wait for one (Hex's OpenAPI document, mid-2026). */
export type ActiveStatus = 'PENDING' | 'RUNNING'

/** Which of a project's runs to cancel. */
export interface RunChoice {
  readonly statuses: ReadonlyArray<ActiveStatus>
  readonly trigger: Trigger
  /** Only runs that are older; undefined matches any age. */
  readonly olderThanMs?: number
  /** Never cancel these of the runs. Asked for after they are listed, because other steps may have started some meanwhile. */
  readonly except?: (runs: ReadonlyArray<Run>) => Promise<ReadonlySet<string>>
}

/** Why an active run is not cancelled. */
export type Spared = 'ours' | 'other-trigger' | 'too-young' | 'age-unknown'

/**
 * Why this run must not be cancelled; undefined if it can be. In doubt, a run is left alone: cancelling the wrong run is
 * worse than leaving one active.
 */
export function whySpared(
  run: Run,
  choice: RunChoice,
  nowMs: number,
  ours: ReadonlySet<string> = new Set(),
): Spared | undefined {
  if (ours.has(run.runId)) return 'ours'
  if (!hasTrigger(run, choice.trigger)) return 'other-trigger'
  if (choice.olderThanMs === undefined) return undefined
  const age = ageMs(run, nowMs)
  if (age === undefined) return 'age-unknown'
  return age >= choice.olderThanMs ? undefined : 'too-young'
}

/** The age of a run in milliseconds, since its start, or before that, since its id was made. */
export function ageMs(run: Run, nowMs: number): number | undefined {
  const sinceMs = timeOf(run)
  return sinceMs === undefined ? undefined : Math.max(0, nowMs - sinceMs)
}

/**
 * Lists all active runs of a project, every page of every status, before anything is cancelled: a list that is paged by
 * offset skips runs if others leave it meanwhile. Throws the HexError of a list that can't be read.
 * @param untilMs no request begins after it, milliseconds since the epoch.
 */
export async function listActiveRuns(
  projectId: string,
  { statuses, trigger }: RunChoice,
  world: CallWorld,
  untilMs: number,
): Promise<ReadonlyArray<Run>> {
  const found = new Map<string, Run>()
  const options = { signal: world.abort.signal, notAfterMs: untilMs }
  for (const status of statuses) {
    const { runs, isComplete } = await listPages(maxPages, (paging) =>
      withRetries(world, untilMs, () =>
        world.hex.getProjectRuns(projectId, { ...paging, status, trigger }, options),
      ),
    )
    if (!isComplete) {
      world.onEvent({
        kind: 'note',
        text: `Project ${projectId} has more than ${runs.length} ${status} runs. This step cancels only ${runs.length} of them. To cancel the rest, run the job again.`,
      })
    }
    // A run that started between the two lists is in both. The later list is newer.
    for (const run of runs) found.set(run.runId, run)
  }
  return [...found.values()]
}
