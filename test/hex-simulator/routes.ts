import type { Scope } from './auth.ts'
import { getChartImageFromRun } from './charts.ts'
import { createCollection, editCollection, getCollection, listCollections } from './collections.ts'
import { editDataConnection, getDataConnection, listDataConnections } from './data-connections.ts'
import type { ErrorDialect } from './errors.ts'
import { createGroup, listGroups } from './groups.ts'
import { exportProject, getQueriedTables } from './project-content.ts'
import { getProject, listProjects, updateProject } from './project-endpoints.ts'
import { cancelRun, getProjectRuns, getRunStatus } from './run-endpoints.ts'
import { runProject } from './run-project.ts'
import type { Handler } from './state.ts'
import { listUsers, me } from './users.ts'

/** The operation ids of the OpenAPI spec that the simulator answers. */
export type Operation = (typeof operations)[number]

/** Every operation, for those who have to check a name that came from outside. */
export const operations = [
  'RunProject',
  'GetRunStatus',
  'GetProjectRuns',
  'CancelRun',
  'GetProject',
  'ListProjects',
  'GetChartImageFromRun',
  'Me',
  'UpdateProject',
  'ExportProject',
  'GetQueriedTables',
  'ListUsers',
  'ListGroups',
  'CreateGroup',
  'ListCollections',
  'GetCollection',
  'CreateCollection',
  'EditCollection',
  'ListDataConnections',
  'GetDataConnection',
  'EditDataConnection',
] as const

/** One line of the API: who may call it, how its errors look, who answers. */
export interface Route {
  readonly operation: Operation
  readonly method: string
  /** Below `/api/v1`; a segment that begins with a colon is a placeholder. */
  readonly segments: ReadonlyArray<string>
  /** Null: any valid token. */
  readonly scope: Scope | null
  readonly dialect: ErrorDialect
  readonly handler: Handler
}

/** The route of a request and its path's placeholders; null for a path Hex does not have. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly parameters: Record<string, string> } | null {
  const question = path.indexOf('?')
  const bare = question < 0 ? path : path.slice(0, question)
  if (!bare.startsWith(base)) return null
  const segments = bare.slice(base.length).split('/')
  for (const route of routes) {
    if (route.method !== method || route.segments.length !== segments.length) continue
    const parameters = match(route.segments, segments)
    if (parameters !== null) return { route, parameters }
  }
  return null
}

const base = '/api/v1/'

const routes: ReadonlyArray<Route> = [
  newer('GetRunStatus', 'GET projects/:projectId/runs/:runId', 'Read projects', getRunStatus),
  newer('GetProjectRuns', 'GET projects/:projectId/runs', 'Read projects', getProjectRuns),
  newer('RunProject', 'POST projects/:projectId/runs', 'Run projects', runProject),
  older('CancelRun', 'DELETE projects/:projectId/runs/:runId', 'Run projects', cancelRun),
  newer('GetProject', 'GET projects/:projectId', 'Read projects', getProject),
  older('ListProjects', 'GET projects', 'Read projects', listProjects),
  newer(
    'GetChartImageFromRun',
    'GET projects/:projectId/runs/:runId/cells/:staticId/image',
    'Read projects',
    getChartImageFromRun,
  ),
  newer('Me', 'GET users/me', null, me),
  newer('UpdateProject', 'PATCH projects/:projectId', 'Write projects', updateProject),
  newer('ExportProject', 'POST projects/export', 'Read projects', exportProject),
  older(
    'GetQueriedTables',
    'GET projects/:projectId/queriedTables',
    'Read queried tables',
    getQueriedTables,
  ),
  newer('ListUsers', 'GET users', 'Read users', listUsers),
  older('ListGroups', 'GET groups', 'Read groups', listGroups),
  older('CreateGroup', 'POST groups', 'Write groups', createGroup),
  older('ListCollections', 'GET collections', 'Read collections', listCollections),
  older('GetCollection', 'GET collections/:collectionId', 'Read collections', getCollection),
  older('CreateCollection', 'POST collections', 'Write collections', createCollection),
  older('EditCollection', 'PATCH collections/:collectionId', 'Write collections', editCollection),
  newer(
    'ListDataConnections',
    'GET data-connections',
    'Read data connections',
    listDataConnections,
  ),
  newer(
    'GetDataConnection',
    'GET data-connections/:dataConnectionId',
    'Read data connections',
    getDataConnection,
  ),
  older(
    'EditDataConnection',
    'PATCH data-connections/:dataConnectionId',
    'Write data connections',
    editDataConnection,
  ),
]

function newer(operation: Operation, line: string, scope: Scope | null, handler: Handler): Route {
  return { ...older(operation, line, scope, handler), dialect: 'newer' }
}

function older(operation: Operation, line: string, scope: Scope | null, handler: Handler): Route {
  const [method = '', path = ''] = line.split(' ')
  return { operation, method, segments: path.split('/'), scope, dialect: 'older', handler }
}

function match(
  pattern: ReadonlyArray<string>,
  segments: ReadonlyArray<string>,
): Record<string, string> | null {
  const parameters: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (!expected.startsWith(':')) {
      if (segment !== expected) return null
    } else {
      parameters[expected.slice(1)] = decoded(segment)
    }
  }
  return parameters
}

/** A segment that is not decodable stays as it is, and no id ever matches it. */
function decoded(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
