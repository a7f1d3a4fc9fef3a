import type { RunPlan, RunWorld } from '../run/plan.ts'
import { cancelActiveRuns } from './cancel-active.ts'
import type { RunResult } from './outcome.ts'

/** Max time for cancelling, so that most of the timeout is left for the run itself. */
const patienceMs = 120_000

/**
 * Cancels the project's other active API-triggered runs before ours is started (`cancel-active`). What cannot be
 * cleared is told, and the run starts all the same: it may wait for a kernel, but nothing stands against it.
 */
export async function clearWay(plan: RunPlan, world: RunWorld): Promise<void> {
  const choice = {
    statuses: ['PENDING', 'RUNNING'],
    trigger: 'API',
    except: world.jobRuns.followed(),
  } as const
  const deadlineAtMs = Math.min(plan.deadlineAtMs, world.clock.now() + patienceMs)
  const limits = { dryRun: false, wait: true, deadlineAtMs }
  const { runs, failures } = await cancelActiveRuns([plan.projectId], choice, limits, world)
  for (const { trouble } of failures) {
    world.tell({ kind: 'note', text: "The project's active runs could not be listed.", trouble })
  }
  for (const { run, trouble } of runs.filter(isLeft)) {
    const text = `Run ${run.runId} could not be cancelled and may still be going.`
    world.tell({ kind: 'note', text, ...(trouble === undefined ? {} : { trouble }) })
  }
}

function isLeft({ result }: RunResult): boolean {
  return result === 'refused' || result === 'unconfirmed' || result === 'untried'
}
