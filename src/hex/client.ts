import type { Call, Caller, CallOptions } from './call.ts'
import type { Method } from './http.ts'
import { limitGroupOf, type Operation } from './operations.ts'
import type { ServerTime } from './server-clock.ts'
import {
  type ChartImage,
  type Identity,
  type Project,
  type Run,
  type RunPage,
  readChartImage,
  readIdentity,
  readProject,
  readRun,
  readRunPage,
  readStartedRun,
  type StartedRun,
} from './wire.ts'

export type { CallOptions } from './call.ts'

/** The body of RunProject. Settings that are undefined are not sent. */
export interface RunSettings {
  readonly inputParams?: Readonly<Record<string, unknown>>
  readonly viewId?: string
  readonly updatePublishedResults?: boolean
  readonly useCachedSqlResults?: boolean
  readonly dryRun?: boolean
  readonly notifications?: ReadonlyArray<Readonly<Record<string, unknown>>>
}

/** Which runs of a project GetProjectRuns lists. */
export interface RunFilter {
  readonly limit?: number
  readonly offset?: number
  readonly status?: string
  readonly trigger?: 'API' | 'SCHEDULED' | 'APP_REFRESH' | 'ALL'
}

/** Hex's API. Each method makes one attempt and throws a HexError if it fails; callers decide on retries (`retry.ts`). */
export interface HexClient {
  runProject(projectId: string, settings: RunSettings, options?: CallOptions): Promise<StartedRun>
  getRunStatus(projectId: string, runId: string, options?: CallOptions): Promise<Run>
  getProjectRuns(projectId: string, filter: RunFilter, options?: CallOptions): Promise<RunPage>
  cancelRun(projectId: string, runId: string, options?: CallOptions): Promise<void>
  getProject(projectId: string, options?: CallOptions): Promise<Project>
  me(options?: CallOptions): Promise<Identity>
  getChartImageFromRun(
    projectId: string,
    runId: string,
    chart: ChartExport,
    options?: CallOptions,
  ): Promise<ChartImage>
  /** The server's time now, from `Date` headers; undefined before the first one. */
  serverNow(): ServerTime | undefined
  /** Milliseconds between two status requests at which this process's share of the quota lasts, see `Limiter`. */
  pollPaceMs(): number
  /** Milliseconds until no read was throttled for a minute; 0 means now. */
  calmInMs(): number
  /** True while responses show that no other process uses the quota for status requests. */
  isAlone(): boolean
  /** Milliseconds until a start may be sent; 0 means now. */
  startWaitMs(): number
}

/** Pixels, 100 to 2000 each. Hex requires both or neither. */
export interface ChartSize {
  readonly width?: number
  readonly height?: number
  readonly includeTitle?: boolean
}

/** A chart cell of a run's project, and how to draw it. */
export interface ChartExport extends ChartSize {
  readonly staticId: string
}

/** Timeout of RunProject: long enough that a slow start is not treated as lost. Hex documents no figure. */
export const startDeadlineMs = 60_000
/** A chart image of 2000 by 2000 pixels is a few MB; base64 adds a third. */
const maxImageBytes = 24_000_000

export function createHexClient(caller: Caller): HexClient {
  const { serverNow, paceMs, calmInMs, isAlone, waitMs } = caller
  const project = (projectId: string) => `/api/v1/projects/${encodeURIComponent(projectId)}`
  const run = (projectId: string, runId: string) =>
    `${project(projectId)}/runs/${encodeURIComponent(runId)}`
  const call = <T>(
    operation: Operation,
    spec: Omit<Call<T>, 'operation' | 'group' | 'method'> & { readonly method?: Method },
    options: CallOptions | undefined,
  ) => caller.call({ method: 'GET', operation, group: limitGroupOf[operation], ...spec }, options)

  return {
    runProject: (projectId, settings, options) =>
      call(
        'RunProject',
        {
          method: 'POST',
          path: `${project(projectId)}/runs`,
          body: settingsOnTheWire(settings),
          read: readStartedRun,
          deadlineMs: startDeadlineMs,
          ownConnection: true,
        },
        options,
      ),
    getRunStatus: (projectId, runId, options) =>
      call(
        'GetRunStatus',
        { path: run(projectId, runId), read: (body) => readRun(body, runId) },
        options,
      ),
    getProjectRuns: (projectId, filter, options) =>
      call(
        'GetProjectRuns',
        { path: `${project(projectId)}/runs${queryOf(runQuery(filter))}`, read: readRunPage },
        options,
      ),
    cancelRun: (projectId, runId, options) =>
      call(
        'CancelRun',
        { method: 'DELETE', path: run(projectId, runId), read: () => undefined, bodyless: true },
        options,
      ),
    getProject: (projectId, options) =>
      call(
        'GetProject',
        { path: project(projectId), read: (body, { dateMs }) => readProject(body, dateMs) },
        options,
      ),
    me: (options) => call('Me', { path: '/api/v1/users/me', read: readIdentity }, options),
    getChartImageFromRun: (projectId, runId, { staticId, ...size }, options) =>
      call(
        'GetChartImageFromRun',
        {
          path: `${run(projectId, runId)}/cells/${encodeURIComponent(staticId)}/image${queryOf(size)}`,
          read: readChartImage,
          maxResponseBytes: maxImageBytes,
        },
        options,
      ),
    serverNow,
    pollPaceMs: () => paceMs(limitGroupOf.GetRunStatus),
    calmInMs: () => calmInMs(limitGroupOf.GetProject),
    isAlone: () => isAlone(limitGroupOf.GetRunStatus),
    startWaitMs: () => waitMs(limitGroupOf.RunProject),
  }
}

/** Hex rejects `null`, and an empty mapping together with published results, with a 422. Neither is ever sent. */
function settingsOnTheWire(settings: RunSettings): string {
  const entries = Object.entries(settings).filter(
    ([, value]) =>
      value !== undefined &&
      value !== null &&
      !(typeof value === 'object' && Object.keys(value).length === 0),
  )
  return JSON.stringify(Object.fromEntries(entries))
}

function runQuery({ limit, offset, status, trigger }: RunFilter) {
  return { limit, offset, statusFilter: status, runTriggerFilter: trigger }
}

function queryOf(facts: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const query = Object.entries(facts)
    .filter((entry) => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return query.length === 0 ? '' : `?${query.join('&')}`
}
