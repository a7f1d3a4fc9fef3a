import { withoutUndefined } from '../json.ts'
import type { ClearedResult, ClearedRun } from '../run/outcome.ts'
import type { RunPlan, RunWorld } from '../run/plan.ts'
import { cancelActiveRuns, type RunChoice } from './cancel-active.ts'
import { type Result, runResultLine } from './outcome.ts'

/** Max time for cancelling, so that most of the default timeout of an hour is left for the run itself. */
const patienceMs = 120_000

/**
 * Cancels the project's other active API-triggered runs before ours is started (`cancel-active`), and logs each of them.
 * Runs that could not be cancelled don't prevent the start, but it may have to wait for a kernel.
 * @returns every run that was chosen, and its result.
 */
export async function cancelOtherRuns(
  plan: RunPlan,
  world: RunWorld,
): Promise<ReadonlyArray<ClearedRun>> {
  const { jobRuns, clock, abort, onEvent } = world
  const deadlineAtMs = Math.min(plan.deadlineAtMs, clock.now() + patienceMs)
  const choice: RunChoice = {
    statuses: ['PENDING', 'RUNNING'],
    trigger: 'API',
    except: async (runs) => {
      if (runs.every(({ runId }) => jobRuns.followed().has(runId))) return jobRuns.followed()
      // Hex lists a run before the step that starts it has the response with its ID.
      if (await jobRuns.isQuiet(plan.projectId, deadlineAtMs, abort.signal))
        return jobRuns.followed()
      const text =
        'Another step in this job is still starting a run of the project, so no runs were cancelled.'
      onEvent({ kind: 'note', text })
      return new Set(runs.map(({ runId }) => runId))
    },
  }
  const limits = { dryRun: false, wait: true, deadlineAtMs }
  const { runs, failures } = await cancelActiveRuns([plan.projectId], choice, limits, world)
  for (const { trouble } of failures) {
    world.onEvent({ kind: 'note', text: "The project's active runs could not be listed.", trouble })
  }
  for (const each of runs) {
    const trouble = withoutUndefined({ trouble: each.trouble })
    world.onEvent({ kind: 'note', text: runResultLine(each), ...trouble })
  }
  return runs.flatMap(({ run, result }) => (isCleared(result) ? [{ run, result }] : []))
}

/** The others are the results of `wait: false` and `dry-run: true`. */
function isCleared(result: Result): result is ClearedResult {
  return result !== 'requested' && result !== 'listed'
}
