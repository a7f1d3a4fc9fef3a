import type { CallOptions, HexClient } from '../hex/client.ts'
import { type Failure, HexError } from '../hex/errors.ts'
import { isNoRoom } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import type { Listing } from './job-runs.ts'
import { hexErrorOf } from './persist.ts'
import type { RunPlan, RunWorld } from './plan.ts'

/** Hex's largest page. */
const pageSize = 100
/** Three pages of active API runs are enough: a user has 25 kernels (API overview). */
const maxPages = 3

/** A list older than this does not show what others have started since. */
export const listingLifeMs = 3_000

/**
 * Lists the runs before a start. It may fail: it serves the estimate, and finding a lost run. It never waits for
 * the limit of reads, which is not the limit of starts. One response serves all runs of a project in this process.
 */
export function listBeforeStart(plan: RunPlan, world: RunWorld): Promise<Listing> {
  const atMs = world.clock.now()
  const known = world.jobRuns.listings.get(plan.projectId)
  if (known !== undefined && atMs - known.atMs <= listingLifeMs) return known.listing
  const listing = readListing(plan, world, atMs)
  world.jobRuns.listings.set(plan.projectId, { atMs, listing })
  return listing
}

async function readListing(plan: RunPlan, world: RunWorld, atMs: number): Promise<Listing> {
  try {
    const options = { signal: world.abort.signal, deadlineMs: 10_000, notAfterMs: atMs }
    return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs }
  } catch (error) {
    return { atMs: world.clock.now(), isThrottled: isThrottled(hexErrorOf(error).failure) }
  }
}

/** Hex's rate limit, or our own limiter: another request now would fail too. */
export function isThrottled(failure: Failure): boolean {
  return isNoRoom(failure) || (failure.kind === 'refused' && failure.status === 429)
}

/**
 * The project's recent API-triggered runs, including all active ones. The order of GetProjectRuns is not documented. If a
 * full page may contain the oldest runs, the active ones are listed by status, which finds a new run in any order.
 */
export async function listRecentRuns(
  hex: HexClient,
  projectId: string,
  options: CallOptions,
): Promise<ReadonlyArray<Run>> {
  const page = await hex.getProjectRuns(projectId, { limit: pageSize, trigger: 'API' }, options)
  if (!page.hasNextPage || isNewestFirst(page.runs)) return page.runs.filter(isApiRun)
  const active = [
    ...(await listByStatus(hex, projectId, 'PENDING', options)),
    ...(await listByStatus(hex, projectId, 'RUNNING', options)),
  ]
  return unique([...page.runs, ...active]).filter(isApiRun)
}

async function listByStatus(
  hex: HexClient,
  projectId: string,
  status: string,
  options: CallOptions,
): Promise<ReadonlyArray<Run>> {
  const runs: Array<Run> = []
  for (let index = 0; index < maxPages; index += 1) {
    const filter = { limit: pageSize, offset: index * pageSize, trigger: 'API', status } as const
    const page = await hex.getProjectRuns(projectId, filter, options)
    runs.push(...page.runs)
    if (!page.hasNextPage) return runs
  }
  // In an incomplete list, someone else's run could look like the only new one.
  throw new HexError({
    operation: 'GetProjectRuns',
    method: 'GET',
    path: `/v1/projects/${projectId}/runs`,
    failure: { kind: 'unreadable', status: 200 },
    words: `The project has more than ${maxPages * pageSize} runs that are ${status}.`,
    remedy: '',
  })
}

function isNewestFirst(runs: ReadonlyArray<Run>): boolean {
  const times = runs.flatMap((run) => run.startTime ?? [])
  return Date.parse(times[0] ?? '') > Date.parse(times.at(-1) ?? '')
}

/** Older Hex has no trigger filter and lists API runs only. Newer Hex reports each run's trigger. */
function isApiRun(run: Run): boolean {
  return run.runTrigger === undefined || run.runTrigger === 'API'
}

function unique(runs: ReadonlyArray<Run>): ReadonlyArray<Run> {
  return [...new Map(runs.map((run) => [run.runId, run])).values()]
}
