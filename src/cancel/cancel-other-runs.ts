import type { ClearedResult, ClearedRun } from '../run/outcome.ts'
import type { RunPlan, RunWorld } from '../run/plan.ts'
import { cancelActiveRuns } from './cancel-active.ts'
import { type Result, type RunResult, resultWords } from './outcome.ts'

/** Max time for cancelling, so that most of the timeout is left for the run itself. */
const patienceMs = 120_000

/**
 * Cancels the project's other active API-triggered runs before ours is started (`cancel-active`), and logs each of
 * them. What cannot be cancelled is logged too, and the run starts all the same: it may wait for a kernel, but nothing
 * stands against it.
 * @returns every run that was chosen, and what became of it.
 */
export async function cancelOtherRuns(
  plan: RunPlan,
  world: RunWorld,
): Promise<ReadonlyArray<ClearedRun>> {
  const choice = {
    statuses: ['PENDING', 'RUNNING'],
    trigger: 'API',
    except: world.jobRuns.followed(),
  } as const
  const deadlineAtMs = Math.min(plan.deadlineAtMs, world.clock.now() + patienceMs)
  const limits = { dryRun: false, wait: true, deadlineAtMs }
  const { runs, failures } = await cancelActiveRuns([plan.projectId], choice, limits, world)
  for (const { trouble } of failures) {
    world.onEvent({ kind: 'note', text: "The project's active runs could not be listed.", trouble })
  }
  for (const each of runs) {
    const { trouble } = each
    world.onEvent({
      kind: 'note',
      text: lineOf(each),
      ...(trouble === undefined ? {} : { trouble }),
    })
  }
  return runs.flatMap(({ run, result }) => (isCleared(result) ? [{ run, result }] : []))
}

function lineOf({ run, result }: RunResult): string {
  const origin = [
    ...(run.runTrigger === undefined ? [] : [`trigger ${run.runTrigger}`]),
    ...(run.startTime === undefined ? [] : [`started at ${run.startTime}`]),
  ].join(', ')
  const facts = origin === '' ? '' : ` (${origin})`
  const status = result === 'ended' ? ` (${run.status})` : ''
  const address = run.runUrl === undefined ? '' : ` ${run.runUrl}`
  return `Run ${run.runId}${facts} ${resultWords[result]}${status}.${address}`
}

/** The runs are waited for, and it is no dry run: the other results cannot occur. */
function isCleared(result: Result): result is ClearedResult {
  return result !== 'requested' && result !== 'listed'
}
