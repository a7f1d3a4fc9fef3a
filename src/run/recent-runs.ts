import type { CallOptions, HexClient } from '../hex/client.ts'
import type { Run } from '../hex/wire.ts'
import type { RunPlan, RunWorld } from './plan.ts'
import { hexErrorOf } from './trouble.ts'

/** Hex's largest page. */
const pageSize = 100
/** A project with more active API runs than this does not exist: a user has 25 kernels. */
const mostPages = 3

/** The runs of a project at one moment. */
export interface Listing {
  readonly runs: ReadonlyArray<Run>
  /** When they were asked for, by our clock: what came later is not in it. */
  readonly atMs: number
}

/** Lists the runs before a start. It is free to fail: it serves the estimate, and finding a lost run. */
export async function listBeforeStart(
  plan: RunPlan,
  world: RunWorld,
): Promise<Listing | undefined> {
  const atMs = world.clock.now()
  try {
    const options = {
      signal: world.abort.signal,
      deadlineMs: 10_000,
      notAfterMs: plan.deadlineAtMs,
    }
    return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs }
  } catch (error) {
    hexErrorOf(error)
    return undefined
  }
}

/**
 * The project's recent API-triggered runs, the active ones for certain among them. The order of
 * GetProjectRuns is documented nowhere: where a full page may hold the oldest runs, the active ones are
 * asked for by their status, which finds a run that was just started whatever the order is.
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
  for (let index = 0; index < mostPages; index += 1) {
    const filter = { limit: pageSize, offset: index * pageSize, trigger: 'API', status } as const
    const page = await hex.getProjectRuns(projectId, filter, options)
    runs.push(...page.runs)
    if (!page.hasNextPage) break
  }
  return runs
}

function isNewestFirst(runs: ReadonlyArray<Run>): boolean {
  const times = runs.flatMap((run) => run.startTime ?? [])
  return Date.parse(times[0] ?? '') > Date.parse(times.at(-1) ?? '')
}

/** Older Hex does not know the trigger filter and lists API runs only; newer says of each what started it. */
function isApiRun(run: Run): boolean {
  return run.runTrigger === undefined || run.runTrigger === 'API'
}

function unique(runs: ReadonlyArray<Run>): ReadonlyArray<Run> {
  return [...new Map(runs.map((run) => [run.runId, run])).values()]
}
