import { sleep } from '../clock.ts'
import type { Failure } from '../hex/errors.ts'
import { mayRepeat, waitBeforeRepeatMs } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import { hasEnded, type Trouble } from '../run/outcome.ts'
import { hexErrorOf, troubleOf } from '../run/persist.ts'
import type { CallWorld } from '../run/plan.ts'
import { maxPageSize } from '../run/recent-runs.ts'
import type { RunResult } from './outcome.ts'

/** A run whose cancel Hex accepted. */
export type Taken = RunResult & { readonly result: 'requested' }

/** Waits between requests: short at first, because a cancelled run usually ends within seconds. */
const looksMs = [300, 700, 1_500, 3_000, 5_000, 10_000]
/** A request that takes longer is better retried. */
const lookDeadlineMs = 10_000
/** Up to this many runs are read one by one. For more, one page of the project's list shows most of them. */
const fewRuns = 2

/**
 * Watches runs until they have ended, the deadline, or an abort. Runs whose end is not confirmed by then are
 * `unconfirmed`. Results are by run id.
 * @param untilMs no request begins after it but for a last look, milliseconds since the epoch.
 */
export async function watchThemEnd(
  taken: ReadonlyArray<Taken>,
  untilMs: number,
  world: CallWorld,
): Promise<ReadonlyMap<string, RunResult>> {
  const { clock, abort } = world
  const results = new Map<string, RunResult>()
  const troubles = new Map<string, Trouble>()
  let going = taken
  let waitMs = pauseMs(0)
  for (let look = 1; going.length > 0; look += 1) {
    await sleep(clock, Math.min(waitMs, untilMs - clock.now()), abort.signal)
    if (abort.signal.aborted) break
    const isLast = clock.now() >= untilMs
    waitMs = pauseMs(look)
    for (const [projectId, ours] of byProject(going)) {
      const { seen, trouble, failure } = await lookAtAll(projectId, ours, untilMs, world)
      for (const each of seen) {
        if (!hasEnded(each.run.status)) continue
        const result = each.run.status === 'KILLED' ? 'cancelled' : 'ended'
        results.set(each.run.runId, { ...each, result })
      }
      if (trouble === undefined || failure === undefined) troubles.delete(projectId)
      else {
        troubles.set(projectId, trouble)
        if (mayRepeat('GET', failure))
          waitMs = Math.max(waitMs, waitBeforeRepeatMs(failure, look, world.random()))
        else going = going.filter((each) => each.projectId !== projectId)
      }
    }
    going = going.filter((each) => !results.has(each.run.runId))
    if (isLast) break
  }
  for (const each of taken) {
    if (results.has(each.run.runId)) continue
    const trouble = troubles.get(each.projectId)
    const why = trouble === undefined ? {} : { trouble }
    results.set(each.run.runId, { ...each, result: 'unconfirmed', ...why })
  }
  return results
}

function pauseMs(looks: number): number {
  return looksMs[Math.min(looks, looksMs.length - 1)] ?? 10_000
}

function byProject(runs: ReadonlyArray<Taken>): ReadonlyMap<string, ReadonlyArray<Taken>> {
  return Map.groupBy(runs, (each) => each.projectId)
}

/** The runs that could be read, and the failed call that prevented reading the others. */
interface Looked {
  readonly seen: ReadonlyArray<Taken>
  readonly trouble?: Trouble
  readonly failure?: Failure
}

async function lookAtAll(
  projectId: string,
  ours: ReadonlyArray<Taken>,
  untilMs: number,
  { hex, abort }: CallWorld,
): Promise<Looked> {
  const options = { signal: abort.signal, notAfterMs: untilMs, deadlineMs: lookDeadlineMs }
  const seen: Array<Taken> = []
  try {
    const listed = new Map<string, Run>()
    if (ours.length > fewRuns) {
      const page = await hex.getProjectRuns(
        projectId,
        { limit: maxPageSize, trigger: 'ALL' },
        options,
      )
      for (const run of page.runs) listed.set(run.runId, run)
    }
    for (const each of ours) {
      const { runId } = each.run
      const run = listed.get(runId) ?? (await hex.getRunStatus(projectId, runId, options))
      seen.push({ ...each, run: { ...each.run, ...run } })
    }
    return { seen }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    return { seen, failure, trouble: troubleOf(error) }
  }
}
