import type { Clock } from '../clock.ts'
import type { CallOptions, HexClient } from '../hex/client.ts'
import type { Run, RunPage } from '../hex/wire.ts'
import { hasEnded } from './status.ts'

/** Hex's largest page. */
const pageSize = 100
/** The same list, asked for so shortly after, is the same request: twenty runs of one project begin at one moment. */
const sameMs = 50
/** News this young serve every run of the project; well below the shortest usual interval between two polls. */
const youngMs = 4_000

interface News {
  readonly atMs: number
  readonly runs: Promise<ReadonlyMap<string, Run>>
}

/**
 * A client for several runs, which asks once for what several want to know. A project is read once, and so are its runs
 * when several runs of it start at one moment. Status polls
 * share one GetProjectRuns where several runs of one project are followed: two requests would tell of two runs,
 * one tells of a hundred. Urgent looks, and runs the list does not show, are asked for one by one as before.
 */
export function shareReads(hex: HexClient, clock: Clock): HexClient {
  const projects = new Map<string, ReturnType<HexClient['getProject']>>()
  const followed = new Map<string, Set<string>>()
  const news = new Map<string, News>()
  const unlisted = new Set<string>()
  const lists = new Map<string, { readonly atMs: number; readonly page: Promise<RunPage> }>()

  const latest = (projectId: string, options: CallOptions): News['runs'] => {
    const known = news.get(projectId)
    if (known !== undefined && clock.now() - known.atMs < youngMs) return known.runs
    const runs = hex
      .getProjectRuns(projectId, { limit: pageSize, trigger: 'API' }, options)
      .then((page) => new Map(page.runs.map((run) => [run.runId, run])))
    const entry = { atMs: clock.now(), runs }
    news.set(projectId, entry)
    // A list that failed is nobody's news: the next poll asks anew.
    runs.catch(() => {
      if (news.get(projectId) === entry) news.delete(projectId)
    })
    return runs
  }

  return {
    ...hex,
    getProject(projectId, options) {
      const known = projects.get(projectId)
      if (known !== undefined) return known
      const project = hex.getProject(projectId, options)
      projects.set(projectId, project)
      project.catch(() => projects.delete(projectId))
      return project
    },
    getProjectRuns(projectId, filter, options = {}) {
      const key = JSON.stringify([projectId, filter])
      const known = lists.get(key)
      const isSame = known !== undefined && clock.now() - known.atMs <= sameMs
      if (isSame && options.urgent !== true) return known.page
      const page = hex.getProjectRuns(projectId, filter, options)
      lists.set(key, { atMs: clock.now(), page })
      // A list that failed is nobody's.
      page.catch(() => lists.delete(key))
      return page
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
