import type { Method } from '../hex/http.ts'
import type { LimitGroup } from '../hex/operations.ts'

/** What is known of a call by its method and path: Hex's name for it, for the remedies, and its rate limit. */
export interface Endpoint {
  readonly operation: string
  readonly group: LimitGroup
}

/** The rate limits as Hex's OpenAPI document (mid-2026) notes them; what it says nothing about is general. */
const known: ReadonlyArray<readonly [method: Method | '*', path: RegExp, Endpoint]> = [
  ['POST', /^projects\/[^/]+\/runs$/, { operation: 'RunProject', group: 'hex-run-kernel' }],
  ['DELETE', /^projects\/[^/]+\/runs\/[^/]+$/, { operation: 'CancelRun', group: 'general' }],
  ['GET', /^projects\/[^/]+\/runs$/, { operation: 'GetProjectRuns', group: 'hex-api' }],
  ['GET', /^projects\/[^/]+\/runs\/[^/]+$/, { operation: 'GetRunStatus', group: 'hex-api' }],
  ['GET', /^projects\/[^/]+\/queriedTables$/, { operation: 'GetQueriedTables', group: 'general' }],
  ['POST', /^projects\/export$/, { operation: 'ExportProject', group: 'hex-api' }],
  ['GET', /^projects\/[^/]+$/, { operation: 'GetProject', group: 'hex-api' }],
  ['PATCH', /^projects\/[^/]+$/, { operation: 'UpdateProject', group: 'hex-api' }],
  ['*', /\/image$/, { operation: 'GetChartImage', group: 'hex-chart-image' }],
  ['GET', /^data-connections(\/[^/]+)?$/, { operation: 'GetDataConnections', group: 'hex-api' }],
  ['POST', /^threads(\/[^/]+\/followup)?$/, { operation: 'Threads', group: 'hex-run-kernel' }],
]

/** Recognises a call; one that is not known here counts against the general limit. */
export function endpointOf(method: Method, pathname: string): Endpoint {
  const path = pathname.replace(/^\/v1\//, '')
  const found = known.find(
    ([verb, pattern]) => (verb === '*' || verb === method) && pattern.test(path),
  )
  return found?.[2] ?? { operation: 'Request', group: 'general' }
}
