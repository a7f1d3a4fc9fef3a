import { type Clock, inTime } from '../clock.ts'
import type { CallOptions, HexClient } from '../hex/client.ts'
import { isOverLimit } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import { hexErrorOf } from './calls.ts'
import { hasEnded } from './outcome.ts'
import { maxPageSize } from './recent-runs.ts'

/** A younger snapshot serves every run of the project. Shorter than the usual interval between two polls of a run. */
const snapshotLifeMs = 4_000

/** Hex usually responds within this time. */
const responseMs = 10_000

interface Snapshot {
  readonly atMs: number
  readonly runs: Promise<ReadonlyMap<string, Run>>
}

/**
 * A client that shares reads among several runs. Each project is read once. If several runs of one project are followed,
 * status polls share one GetProjectRuns, because one request then shows up to a hundred runs. Urgent status requests, and
 * runs that the list does not show, use GetRunStatus.
 */
export function shareReads(hex: HexClient, clock: Clock): HexClient {
  const projects = new Map<string, ReturnType<HexClient['getProject']>>()
  /** Reads that several runs sent together because the one in `projects` took too long. */
  const again = new WeakMap<Promise<unknown>, ReturnType<HexClient['getProject']>>()
  const followed = new Map<string, Set<string>>()
  const snapshots = new Map<string, Snapshot>()
  const unlisted = new Set<string>()

  const latest = async (
    projectId: string,
    options: CallOptions,
  ): Promise<ReadonlyMap<string, Run>> => {
    const known = snapshots.get(projectId)
    if (known !== undefined && clock.now() - known.atMs < snapshotLifeMs) {
      try {
        return await known.runs
      } catch (error) {
        // The limiter left no room before the deadline of the run that requested it. This one may have more time.
        if (isOverLimit(hexErrorOf(error).failure)) return latest(projectId, options)
        throw error
      }
    }
    const runs = hex
      .getProjectRuns(projectId, { limit: maxPageSize, trigger: 'API' }, options)
      .then((page) => new Map(page.runs.map((run) => [run.runId, run])))
    const entry = { atMs: clock.now(), runs }
    snapshots.set(projectId, entry)
    // Drop a list that failed, so that the next poll requests it again.
    runs.catch(() => {
      if (snapshots.get(projectId) === entry) snapshots.delete(projectId)
    })
    return runs
  }

  return {
    ...hex,
    getProject(projectId, options = {}) {
      const known = projects.get(projectId)
      if (known !== undefined && options.uncached !== true) {
        // A request of another run may have more time than this one. `notAfterMs` limits only the wait for our limiter.
        const waitMs = Math.max((options.notAfterMs ?? 0) - clock.now(), responseMs)
        return inTime(clock, waitMs, known, () => {
          const second = again.get(known) ?? hex.getProject(projectId, options)
          again.set(known, second)
          second.catch(() => again.delete(known))
          return second
        })
      }
      const project = hex.getProject(projectId, options)
      projects.set(projectId, project)
      project.catch(() => projects.delete(projectId))
      return project
    },
    async getRunStatus(projectId, runId, options = {}) {
      const runs = followed.get(projectId) ?? new Set<string>()
      followed.set(projectId, runs)
      runs.add(runId)
      const alone = runs.size < 2 || options.urgent === true || unlisted.has(runId)
      const listed = alone ? undefined : (await latest(projectId, options)).get(runId)
      if (!alone && listed === undefined) unlisted.add(runId)
      const run = listed ?? (await hex.getRunStatus(projectId, runId, options))
      if (hasEnded(run.status)) runs.delete(runId)
      return run
    },
  }
}
