import type { Call, Caller, CallOptions } from './call.ts'
import type { LimitGroup } from './limiter.ts'
import {
  readChartImage,
  readIdentity,
  readNothing,
  readProject,
  readRun,
  readRunPage,
  readStartedRun,
  type Trigger,
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
  readonly trigger?: Trigger
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
export const startTimeoutMs = 60_000
/** A chart image of 2000 by 2000 pixels is a few MB; base64 adds a third. */
const maxImageBytes = 24_000_000

/** The limit that each operation of the client counts against, by their names in Hex's OpenAPI document. */
export const limitGroupOf = {
  RunProject: 'hex-run-kernel',
  GetRunStatus: 'hex-api',
  GetProjectRuns: 'hex-api',
  GetProject: 'hex-api',
  CancelRun: 'general',
  Me: 'general',
  GetChartImageFromRun: 'hex-chart-image',
} as const satisfies Readonly<Record<string, LimitGroup>>

type Operation = keyof typeof limitGroupOf

export type HexClient = ReturnType<typeof createHexClient>

type Spec<T> = Omit<Call<T>, 'operation' | 'group' | 'method'> & Partial<Pick<Call<T>, 'method'>>

/** Hex's API. Each method makes one attempt and throws a HexError if it fails; callers decide on retries (`retry.ts`). */
export function createHexClient(caller: Caller) {
  const project = (projectId: string) => `/api/v1/projects/${encodeURIComponent(projectId)}`
  const run = (projectId: string, runId: string) =>
    `${project(projectId)}/runs/${encodeURIComponent(runId)}`
  const call = <T>(operation: Operation, options: CallOptions | undefined, spec: Spec<T>) =>
    caller.call({ method: 'GET', operation, group: limitGroupOf[operation], ...spec }, options)

  return {
    runProject: (projectId: string, settings: RunSettings, options?: CallOptions) =>
      call('RunProject', options, {
        method: 'POST',
        path: `${project(projectId)}/runs`,
        body: settingsOnTheWire(settings),
        read: readStartedRun,
        timeoutMs: startTimeoutMs,
        ownConnection: true,
      }),
    getRunStatus: (projectId: string, runId: string, options?: CallOptions) =>
      call('GetRunStatus', options, {
        path: run(projectId, runId),
        read: (body) => readRun(body, runId),
      }),
    getProjectRuns: (
      projectId: string,
      { limit, offset, status, trigger }: RunFilter,
      options?: CallOptions,
    ) =>
      call('GetProjectRuns', options, {
        path: `${project(projectId)}/runs${queryOf({ limit, offset, statusFilter: status, runTriggerFilter: trigger })}`,
        read: readRunPage,
      }),
    cancelRun: (projectId: string, runId: string, options?: CallOptions) =>
      call('CancelRun', options, {
        method: 'DELETE',
        path: run(projectId, runId),
        read: readNothing,
        bodyless: true,
      }),
    getProject: (projectId: string, options?: CallOptions) =>
      call('GetProject', options, {
        path: project(projectId),
        read: (body, { dateMs }) => readProject(body, dateMs),
      }),
    me: (options?: CallOptions) =>
      call('Me', options, { path: '/api/v1/users/me', read: readIdentity }),
    getChartImageFromRun: (
      projectId: string,
      runId: string,
      { staticId, ...size }: ChartExport,
      options?: CallOptions,
    ) =>
      call('GetChartImageFromRun', options, {
        path: `${run(projectId, runId)}/cells/${encodeURIComponent(staticId)}/image${queryOf(size)}`,
        read: readChartImage,
        maxResponseBytes: maxImageBytes,
      }),
    /** The server's time now, from `Date` headers; undefined before the first one. */
    serverNow: caller.serverNow,
    /** Milliseconds until no read was throttled for two minutes; 0 means now. */
    calmInMs: () => caller.calmInMs(limitGroupOf.GetProject),
    /** True while responses show that no other process uses the quota for status requests. */
    isAlone: () => caller.isAlone(limitGroupOf.GetRunStatus),
    /** Milliseconds until a start may be sent; 0 means now. */
    startWaitMs: () => caller.waitMs(limitGroupOf.RunProject),
  }
}

/** Hex rejects `null`, and an empty mapping together with published results, with a 422. Neither is ever sent. */
function settingsOnTheWire(settings: RunSettings): string {
  const entries = Object.entries(settings).filter(
    ([, value]) =>
      value !== null && !(typeof value === 'object' && Object.keys(value).length === 0),
  )
  return JSON.stringify(Object.fromEntries(entries))
}

function queryOf(facts: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const query = Object.entries(facts)
    .filter((entry) => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return query.length === 0 ? '' : `?${query.join('&')}`
}
