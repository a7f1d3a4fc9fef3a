import { sleep } from '../clock.ts'
import { mayRetry, retryWaitMs } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import { withoutUndefined } from '../json.ts'
import { hexErrorOf, troubleOf } from '../run/calls.ts'
import { hasEnded, type Trouble } from '../run/outcome.ts'
import type { CallWorld } from '../run/plan.ts'
import { maxPageSize } from '../run/recent-runs.ts'
import type { RunResult } from './outcome.ts'

/** A run whose cancel Hex accepted. */
export type AcceptedCancel = RunResult & { readonly result: 'requested' }

/** Waits before each poll: short at first, because a cancelled run usually ends within seconds. The last one repeats. */
const pollWaitsMs = [300, 700, 1_500, 3_000, 5_000]
const maxPollWaitMs = 10_000
/** A request that takes longer is better retried. */
const watchRequestTimeoutMs = 10_000
/** Up to this many runs are read one by one. For more, one page of the project's list shows most of them. */
const maxSingleReads = 2

/**
 * Watches runs until they have ended, the deadline, or an abort. Runs whose end is not confirmed by then are
 * `unconfirmed`. Results are by run id.
 * @param untilMs no request begins after it, except for a last poll, milliseconds since the epoch.
 */
export async function watchThemEnd(
  accepted: ReadonlyArray<AcceptedCancel>,
  untilMs: number,
  world: CallWorld,
): Promise<ReadonlyMap<string, RunResult>> {
  const { clock, abort } = world
  const results = new Map<string, RunResult>()
  const troubles = new Map<string, Trouble>()
  let open = accepted
  for (let polls = 0, waitMs = pollWaitsMs[0] ?? 0; open.length > 0; ) {
    await sleep(clock, Math.min(waitMs, untilMs - clock.now()), abort.signal)
    if (abort.signal.aborted) break
    const isLast = clock.now() >= untilMs
    polls += 1
    waitMs = pollWaitsMs[polls] ?? maxPollWaitMs
    for (const [projectId, ofProject] of Map.groupBy(open, (each) => each.projectId)) {
      const { seen, error } = await readRuns(projectId, ofProject, untilMs, world)
      for (const each of seen) {
        if (!hasEnded(each.run.status)) continue
        const result = each.run.status === 'KILLED' ? 'cancelled' : 'ended'
        results.set(each.run.runId, { ...each, result })
      }
      troubles.delete(projectId)
      if (error === undefined) continue
      troubles.set(projectId, troubleOf(error))
      const { failure } = hexErrorOf(error)
      if (mayRetry('GET', failure))
        waitMs = Math.max(waitMs, retryWaitMs(failure, polls, world.random()))
      else open = open.filter((each) => each.projectId !== projectId)
    }
    open = open.filter((each) => !results.has(each.run.runId))
    if (isLast) break
  }
  for (const each of accepted) {
    if (results.has(each.run.runId)) continue
    const trouble = withoutUndefined({ trouble: troubles.get(each.projectId) })
    results.set(each.run.runId, { ...each, result: 'unconfirmed', ...trouble })
  }
  return results
}

/** Reads runs of one project. Returns those that could be read, and the error that prevented reading the others. */
async function readRuns(
  projectId: string,
  ofProject: ReadonlyArray<AcceptedCancel>,
  untilMs: number,
  { hex, abort }: CallWorld,
): Promise<{ readonly seen: ReadonlyArray<AcceptedCancel>; readonly error?: unknown }> {
  const options = { signal: abort.signal, notAfterMs: untilMs, timeoutMs: watchRequestTimeoutMs }
  const seen: Array<AcceptedCancel> = []
  try {
    const listed = new Map<string, Run>()
    if (ofProject.length > maxSingleReads) {
      const page = await hex.getProjectRuns(
        projectId,
        { limit: maxPageSize, trigger: 'ALL' },
        options,
      )
      for (const run of page.runs) listed.set(run.runId, run)
    }
    for (const each of ofProject) {
      const { runId } = each.run
      const run = listed.get(runId) ?? (await hex.getRunStatus(projectId, runId, options))
      seen.push({ ...each, run: { ...each.run, ...run } })
    }
    return { seen }
  } catch (error) {
    return { seen, error }
  }
}
