import type { Method } from '../hex/http.ts'
import type { LimitGroup } from '../hex/limiter.ts'
import { suggestionFor } from '../inputs/suggestion.ts'

/** The facts of an operation: its name in Hex's API, for remedies, and its rate limit. */
export interface Endpoint {
  readonly operation: string
  readonly group: LimitGroup
}

/**
 * The operations that have a remedy or a rate limit other than the general one, from Hex's OpenAPI document (mid-2026).
 * `hex-api-30rpm` counts as `hex-api`: both allow 30 requests per minute.
 */
const known: ReadonlyArray<readonly [method: Method | '*', path: RegExp, Endpoint]> = [
  ['POST', /^projects\/[^/]+\/runs$/, { operation: 'RunProject', group: 'hex-run-kernel' }],
  ['DELETE', /^projects\/[^/]+\/runs\/[^/]+$/, { operation: 'CancelRun', group: 'general' }],
  ['GET', /^projects\/[^/]+\/runs$/, { operation: 'GetProjectRuns', group: 'hex-api' }],
  ['GET', /^projects\/[^/]+\/runs\/[^/]+$/, { operation: 'GetRunStatus', group: 'hex-api' }],
  ['GET', /^projects\/[^/]+\/queriedTables$/, { operation: 'GetQueriedTables', group: 'general' }],
  ['POST', /^projects$/, { operation: 'CreateProject', group: 'hex-api' }],
  ['POST', /^projects\/export$/, { operation: 'ExportProject', group: 'hex-api' }],
  ['GET', /^projects\/[^/]+$/, { operation: 'GetProject', group: 'hex-api' }],
  ['PATCH', /^projects\/[^/]+$/, { operation: 'UpdateProject', group: 'hex-api' }],
  [
    'PATCH',
    /^projects\/[^/]+\/sharing\/(users|groups|workspaceAndPublic)$/,
    { operation: 'EditProjectSharing', group: 'hex-api' },
  ],
  ['*', /\/image$/, { operation: 'GetChartImage', group: 'hex-chart-image' }],
  ['GET', /^data-connections(\/[^/]+)?$/, { operation: 'GetDataConnections', group: 'hex-api' }],
  ['*', /^cells(\/|$)/, { operation: 'Cells', group: 'hex-api' }],
  ['POST', /^threads(\/[^/]+\/followup)?$/, { operation: 'Threads', group: 'hex-run-kernel' }],
  ['GET', /^threads(\/|$)/, { operation: 'Threads', group: 'hex-api' }],
  ['GET', /^users(\/me)?$/, { operation: 'Users', group: 'hex-api' }],
  ['POST', /^users\/[^/]+\/deactivate$/, { operation: 'DeactivateUser', group: 'hex-api' }],
  ['GET', /^(context\/topics|guides\/draft\/list)$/, { operation: 'Context', group: 'hex-api' }],
]

/** The first segments of paths in Hex's API. */
const firstSegments = [
  'cells',
  'collections',
  'context',
  'data-connections',
  'embedding',
  'groups',
  'guides',
  'projects',
  'semantic-models',
  'semantic-projects',
  'threads',
  'users',
]

/**
 * A suggestion for a path that Hex's API does not have, such as `/v1/collection/…` in a sample in Hex's API overview. Empty
 * if the path starts like one of its paths.
 */
export function pathHint(pathname: string): string {
  const [, , first = ''] = pathname.split('/')
  if (firstSegments.includes(first)) return ''
  const meant = suggestionFor(first, firstSegments)
  return meant === undefined
    ? ` The Hex API has no paths that start with "/v1/${first}".`
    : ` The Hex API has no path "/v1/${first}". Did you mean "/v1/${meant}"?`
}

/** Finds the operation of a method and path. An unknown one counts against the general limit. */
export function endpointOf(method: Method, pathname: string): Endpoint {
  const path = pathname.replace(/^\/v1\//, '')
  const found = known.find(
    ([verb, pattern]) => (verb === '*' || verb === method) && pattern.test(path),
  )
  return found?.[2] ?? { operation: 'Request', group: 'general' }
}
