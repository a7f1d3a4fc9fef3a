import { failure, notFound } from './errors.ts'
import { accessibleProject } from './project-endpoints.ts'
import type { Project } from './projects.ts'
import { isTerminal, lifeAt, type Run } from './runs.ts'
import { type Call, isUuid, timestamp, type WorldState } from './state.ts'
import { type ApiResponse, isAnswer, json, noContent } from './wire.ts'

/** `GET /v1/projects/{projectId}/runs/{runId}` */
export function getRunStatus(world: WorldState, call: Call): ApiResponse {
  const run = findRun(world, call)
  if (isAnswer(run)) return run
  const expanded = call.request.headers['enable-expanded-stats'] === 'true'
  return json(200, {
    ...runPayload(world, run, call.atMs),
    ...(expanded ? { stateEvents: stateEvents(world, run, call.atMs) } : {}),
  })
}

/** `GET /v1/projects/{projectId}/runs`: offset paging, one status and one trigger to filter by. */
export function getProjectRuns(world: WorldState, call: Call): ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project

  const query = listingQuery(world, call)
  const listed = listedRuns(world, project, query, call.atMs)
  const end = query.offset + query.limit
  return json(200, {
    runs: listed.slice(query.offset, end).map((run) => runPayload(world, run, call.atMs)),
    nextPage: end < listed.length ? pageUrl(world, call, query.limit, end) : null,
    previousPage:
      query.offset > 0
        ? pageUrl(world, call, query.limit, Math.max(0, query.offset - query.limit))
        : null,
    traceId: call.errors.traceId,
  })
}

/** `DELETE /v1/projects/{projectId}/runs/{runId}`: works whatever started the run. */
export function cancelRun(world: WorldState, call: Call): ApiResponse {
  const run = findRun(world, call)
  if (isAnswer(run)) return run
  run.cancelCount += 1

  if (isTerminal(lifeAt(run, call.atMs).status)) {
    // A connector that was compared with the live API says that Hex refuses; no body is recorded.
    if (world.behaviour.finishedRunCancel === 'accepted') return noContent()
    return failure(call.errors, 422, 'Run has already finished and cannot be cancelled')
  }
  if (run.plan.cancel === 'refused') return failure(call.errors, 422, 'Run cannot be cancelled')
  if (run.plan.cancel === 'ignored' || run.cancelledAtMs !== null) return noContent()

  run.cancelledAtMs = call.atMs
  run.killedAtMs = call.atMs + (run.plan.cancelTakesMs ?? world.behaviour.cancelTakesMs)
  return noContent()
}

/** The run that a path names, or the error Hex answers. */
export function findRun(world: WorldState, call: Call): Run | ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project

  const { runId = '' } = call.parameters
  if (!isUuid(runId)) return failure(call.errors, 400, 'Invalid run ID', ['runId must be a UUID'])
  const run = world.runs.get(runId.toLowerCase())
  const visible =
    run !== undefined &&
    run.projectId === project.id &&
    isVisible(run, world.behaviour.readingLagMs, call.atMs)
  return visible ? run : notFound(call, world, 'Run not found')
}

/** Where a run's result is opened; no public capture shows the real shape. */
export function runUrl(world: WorldState, projectId: string, runId: string): string {
  return `${world.behaviour.host}/hex/${projectId}/run/${runId}`
}

interface ListingQuery {
  readonly limit: number
  readonly offset: number
  readonly status: string | null
  readonly trigger: string
}

function runPayload(world: WorldState, run: Run, atMs: number): Record<string, unknown> {
  const { behaviour } = world
  const { status, startedAtMs, endedAtMs } = lifeAt(run, atMs)
  const asInteger = behaviour.projectVersionAs === 'integer' && run.projectVersion !== 'draft'
  return {
    projectId: run.projectId,
    projectVersion: asInteger ? run.projectVersion : `${run.projectVersion}`,
    runId: run.id,
    runUrl: runUrl(world, run.projectId, run.id),
    status,
    ...(behaviour.runTriggerShown ? { runTrigger: run.trigger } : {}),
    startTime: timestamp(world, startedAtMs),
    endTime: timestamp(world, endedAtMs),
    // Milliseconds, says the 2025 spec; null as long as the run has not started.
    elapsedTime: startedAtMs === null ? null : (endedAtMs ?? atMs) - startedAtMs,
    traceId: run.traceId,
    ...(run.notifications.length > 0 ? { notifications: run.notifications } : {}),
  }
}

/** The vocabulary of state events is undocumented: ours are the statuses, and nothing more. */
function stateEvents(world: WorldState, run: Run, atMs: number): ReadonlyArray<unknown> {
  const { status, startedAtMs, endedAtMs } = lifeAt(run, atMs)
  const events = [
    { value: 'PENDING', atMs: run.createdAtMs },
    { value: 'RUNNING', atMs: startedAtMs },
    { value: status, atMs: endedAtMs },
  ]
  return events
    .filter((event) => event.atMs !== null)
    .map((event) => ({
      type: 'STATUS',
      value: event.value,
      timestamp: timestamp(world, event.atMs),
    }))
}

function listingQuery(world: WorldState, { query }: Call): ListingQuery {
  const unfiltered = world.behaviour.listedByDefault === 'all' ? 'ALL' : 'API'
  return {
    limit: Number(query.get('limit') ?? 25),
    offset: Number(query.get('offset') ?? 0),
    status: query.get('statusFilter'),
    trigger: query.get('runTriggerFilter') ?? unfiltered,
  }
}

function listedRuns(
  world: WorldState,
  project: Project,
  query: ListingQuery,
  atMs: number,
): ReadonlyArray<Run> {
  const { listingLagMs, listingOrder } = world.behaviour
  const listed = [...world.runs.values()].filter(
    (run) =>
      run.projectId === project.id &&
      isVisible(run, listingLagMs, atMs) &&
      (query.trigger === 'ALL' || run.trigger === query.trigger) &&
      (query.status === null || lifeAt(run, atMs).status === query.status),
  )
  const oldestFirst = listed.sort((a, b) => a.createdAtMs - b.createdAtMs)
  return listingOrder === 'oldest-first' ? oldestFirst : oldestFirst.reverse()
}

/** Without a lag a run is visible at once, even to a clock that is a moment behind its creation. */
function isVisible(run: Run, lagMs: number, atMs: number): boolean {
  return lagMs === 0 || run.createdAtMs + lagMs <= atMs
}

function pageUrl(world: WorldState, call: Call, limit: number, offset: number): string {
  const query = new URLSearchParams(call.query)
  query.set('limit', `${limit}`)
  query.set('offset', `${offset}`)
  const path = call.request.path.split('?')[0] ?? ''
  return `${world.behaviour.host}${path}?${query.toString()}`
}
