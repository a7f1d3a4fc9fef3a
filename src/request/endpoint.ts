import type { Method } from '../hex/http.ts'
import type { LimitGroup } from '../hex/operations.ts'
import { suggestionFor } from '../inputs/suggestion.ts'

/** What is known of a call by its method and path: Hex's name for it, for the remedies, and its rate limit. */
export interface Endpoint {
  readonly operation: string
  readonly group: LimitGroup
}

/**
 * The calls whose names matter to the remedies or whose rate limit is not the general one, as Hex's OpenAPI document
 * (mid-2026) notes them. `hex-api-30rpm` counts as `hex-api`: both allow 30 requests a minute.
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

/** What the paths of Hex's API begin with. */
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
 * What to write in the place of a path that Hex's API does not have, such as the `/v1/collection/…` of a sample in
 * Hex's own overview page. Empty for a path that begins as one of its paths does.
 */
export function pathHint(pathname: string): string {
  const [, , first = ''] = pathname.split('/')
  if (firstSegments.includes(first)) return ''
  const meant = suggestionFor(first, firstSegments)
  return meant === undefined
    ? ` The Hex API has no paths that start with "/v1/${first}".`
    : ` The Hex API has "/v1/${meant}", not "/v1/${first}".`
}

/** Recognises a call; one that is not known here counts against the general limit. */
export function endpointOf(method: Method, pathname: string): Endpoint {
  const path = pathname.replace(/^\/v1\//, '')
  const found = known.find(
    ([verb, pattern]) => (verb === '*' || verb === method) && pattern.test(path),
  )
  return found?.[2] ?? { operation: 'Request', group: 'general' }
}
