import type { CallOptions, HexClient } from '../hex/client.ts'
import { type Failure, HexError } from '../hex/errors.ts'
import { isOverLimit, isRateLimit } from '../hex/retry.ts'
import { hasTrigger, type Run, type RunPage, timeInId } from '../hex/wire.ts'
import { hexErrorOf } from './calls.ts'
import type { Listing } from './job-runs.ts'
import type { RunPlan, RunWorld } from './plan.ts'

/** Hex's largest page (OpenAPI document, mid-2026). */
export const maxPageSize = 100
/** Three pages of active API runs are enough: a user has 25 kernels (API overview). */
const maxActivePages = 3

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
    const options = { signal: world.abort.signal, timeoutMs: 10_000, notAfterMs: atMs }
    return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs }
  } catch (error) {
    return { atMs: world.clock.now(), isThrottled: isThrottled(hexErrorOf(error).failure) }
  }
}

/** Hex's rate limit, or our own limiter: another request now would fail too. */
export function isThrottled(failure: Failure): boolean {
  return isOverLimit(failure) || isRateLimit(failure)
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
  const filter = { limit: maxPageSize, trigger: 'API' } as const
  const page = await hex.getProjectRuns(projectId, filter, options)
  if (!page.hasNextPage || isNewestFirst(page.runs)) return page.runs.filter(isApiRun)
  const found = new Map(page.runs.map((run) => [run.runId, run]))
  for (const status of ['PENDING', 'RUNNING']) {
    const { runs, isComplete } = await listPages(maxActivePages, (paging) =>
      hex.getProjectRuns(projectId, { ...paging, trigger: 'API', status }, options),
    )
    // In an incomplete list, someone else's run could look like the only new one.
    if (!isComplete) {
      throw new HexError({
        operation: 'GetProjectRuns',
        method: 'GET',
        path: `/v1/projects/${projectId}/runs`,
        failure: { kind: 'unreadable', status: 200 },
        words: `The project has more than ${runs.length} runs with the status ${status}.`,
        remedy: '',
      })
    }
    for (const run of runs) found.set(run.runId, run)
  }
  return [...found.values()].filter(isApiRun)
}

/** Runs of several pages, by their ids: a run that a newer one moved to the next page is on both. */
export interface ListedPages {
  readonly runs: ReadonlyArray<Run>
  readonly pages: number
  /** Hex has no further page, or they were not needed. */
  readonly isComplete: boolean
}

/**
 * Lists runs page by page.
 * @param isEnough whether the first page makes the others unnecessary.
 */
export async function listPages(
  maxPages: number,
  read: (paging: { readonly limit: number; readonly offset: number }) => Promise<RunPage>,
  isEnough: (runs: ReadonlyArray<Run>) => boolean = () => false,
): Promise<ListedPages> {
  const found = new Map<string, Run>()
  for (let pages = 1; ; pages += 1) {
    const page = await read({ limit: maxPageSize, offset: (pages - 1) * maxPageSize })
    for (const run of page.runs) found.set(run.runId, run)
    const isComplete = !page.hasNextPage || (pages === 1 && isEnough(page.runs))
    if (isComplete || pages === maxPages) return { runs: [...found.values()], pages, isComplete }
  }
}

/**
 * No source states the order of GetProjectRuns. A page is newest first when its times never rise, be it those of the
 * ids or those of the starts, which differ where runs were queued.
 */
export function isNewestFirst(runs: ReadonlyArray<Run>): boolean {
  const ids = runs.flatMap(({ runId }) => timeInId(runId) ?? [])
  const starts = runs.flatMap(({ startTime }) =>
    startTime === undefined ? [] : Date.parse(startTime),
  )
  return [ids, starts].some(
    (times) =>
      // A few known times among many unknown ones prove nothing.
      times.length * 2 > runs.length &&
      times.every((time, at) => time <= (times[at - 1] ?? time)) &&
      (times[0] ?? 0) > (times.at(-1) ?? 0),
  )
}

function isApiRun(run: Run): boolean {
  return hasTrigger(run, 'API')
}
