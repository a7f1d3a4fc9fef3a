import type { Scope } from './auth.ts'
import { createCell, deleteCell, getCell, getCellOutput, listCells, updateCell } from './cells.ts'
import { getChartImageFromLogic, getChartImageFromRun } from './charts.ts'
import { createCollection, editCollection, getCollection, listCollections } from './collections.ts'
import {
  createDataConnection,
  editDataConnection,
  getDataConnection,
  listDataConnections,
} from './data-connections.ts'
import type { ErrorDialect } from './errors.ts'
import { createGroup, deleteGroup, editGroup, getGroup, listGroups } from './groups.ts'
import { readJsonBody } from './json-body.ts'
import { exportProject, getQueriedTables } from './project-content.ts'
import { createProject, getProject, listProjects, updateProject } from './project-endpoints.ts'
import {
  shareWithCollections,
  shareWithEveryone,
  shareWithGroups,
  shareWithUsers,
} from './project-sharing.ts'
import { cancelRun, getProjectRuns, getRunStatus } from './run-endpoints.ts'
import { runProject } from './run-project.ts'
import { documented, operationNamed, sampleBody } from './schema.ts'
import type { Handler } from './state.ts'
import { deactivateUser, listUsers, me } from './users.ts'
import { isAnswer, json, noContent } from './wire.ts'

/** The operation ids of Hex's OpenAPI document (mid-2026). */
export type Operation = (typeof operations)[number]

/** Every operation, for those who have to check a name that came from outside. */
export const operations = [
  'CreatePresignedUrl',
  'ListProjects',
  'CreateProject',
  'GetProject',
  'UpdateProject',
  'ExportProject',
  'GetQueriedTables',
  'EditProjectSharingCollections',
  'EditProjectSharingGroups',
  'EditProjectSharingUsers',
  'EditProjectSharingOrgAndPublic',
  'RunProject',
  'GetRunStatus',
  'GetProjectRuns',
  'CancelRun',
  'GetChartImageFromRun',
  'GetChartImageFromLogic',
  'ListCells',
  'GetCell',
  'CreateCell',
  'UpdateCell',
  'DeleteCell',
  'GetCellOutput',
  'Me',
  'ListUsers',
  'DeactivateUser',
  'ListGroups',
  'GetGroup',
  'CreateGroup',
  'EditGroup',
  'DeleteGroup',
  'ListCollections',
  'GetCollection',
  'CreateCollection',
  'EditCollection',
  'ListDataConnections',
  'GetDataConnection',
  'CreateDataConnection',
  'EditDataConnection',
  'UpdateDataConnectionSchema',
  'IngestSemanticProject',
  'UpdateSemanticProject',
  'UpsertGuideDraft',
  'PublishGuideDrafts',
  'DeleteGuideDraft',
  'ListDraftGuides',
  'CreateThread',
  'ListThreads',
  'GetThread',
  'GetThreadMessages',
  'ContinueThread',
  'ListTopics',
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

/** An operation of which only the shape is played: its request is checked, and its answer is a sample. */
const answerWithSample: Handler = (world, call) => {
  // Semantic projects are sent as a file, whatever the document says of the body.
  const isJson = operationNamed(call.operation).body !== undefined && !isUpload(call.operation)
  const body = isJson ? readJsonBody(world, call) : {}
  if (isAnswer(body)) return body
  const sample = sampleBody(call.operation)
  return sample.body === undefined ? noContent() : json(sample.status, sample.body)
}

const handlers: Readonly<Record<Operation, readonly [scope: Scope | null, handler: Handler]>> = {
  CreatePresignedUrl: [null, answerWithSample],
  ListProjects: ['Read projects', listProjects],
  CreateProject: ['Write projects', createProject],
  GetProject: ['Read projects', getProject],
  UpdateProject: ['Write projects', updateProject],
  ExportProject: ['Read projects', exportProject],
  GetQueriedTables: ['Read queried tables', getQueriedTables],
  EditProjectSharingCollections: ['Write projects', shareWithCollections],
  EditProjectSharingGroups: ['Write projects', shareWithGroups],
  EditProjectSharingUsers: ['Write projects', shareWithUsers],
  EditProjectSharingOrgAndPublic: ['Write projects', shareWithEveryone],
  RunProject: ['Run projects', runProject],
  GetRunStatus: ['Read projects', getRunStatus],
  GetProjectRuns: ['Read projects', getProjectRuns],
  CancelRun: ['Run projects', cancelRun],
  GetChartImageFromRun: ['Read projects', getChartImageFromRun],
  GetChartImageFromLogic: ['Read projects', getChartImageFromLogic],
  ListCells: ['Read projects', listCells],
  GetCell: ['Read projects', getCell],
  CreateCell: ['Write projects', createCell],
  UpdateCell: ['Write projects', updateCell],
  DeleteCell: ['Write projects', deleteCell],
  GetCellOutput: ['Read projects', getCellOutput],
  Me: [null, me],
  ListUsers: ['Read users', listUsers],
  DeactivateUser: ['Write users', deactivateUser],
  ListGroups: ['Read groups', listGroups],
  GetGroup: ['Read groups', getGroup],
  CreateGroup: ['Write groups', createGroup],
  EditGroup: ['Write groups', editGroup],
  DeleteGroup: ['Write groups', deleteGroup],
  ListCollections: ['Read collections', listCollections],
  GetCollection: ['Read collections', getCollection],
  CreateCollection: ['Write collections', createCollection],
  EditCollection: ['Write collections', editCollection],
  ListDataConnections: ['Read data connections', listDataConnections],
  GetDataConnection: ['Read data connections', getDataConnection],
  CreateDataConnection: ['Write data connections', createDataConnection],
  EditDataConnection: ['Write data connections', editDataConnection],
  UpdateDataConnectionSchema: [null, answerWithSample],
  IngestSemanticProject: [null, answerWithSample],
  UpdateSemanticProject: [null, answerWithSample],
  UpsertGuideDraft: [null, answerWithSample],
  PublishGuideDrafts: [null, answerWithSample],
  DeleteGuideDraft: [null, answerWithSample],
  ListDraftGuides: [null, answerWithSample],
  CreateThread: [null, answerWithSample],
  ListThreads: [null, answerWithSample],
  GetThread: [null, answerWithSample],
  GetThreadMessages: [null, answerWithSample],
  ContinueThread: [null, answerWithSample],
  ListTopics: [null, answerWithSample],
}

/**
 * The paths that Airflow's, Dagster's and Prefect's Hex integrations call. No document has them, and the
 * integrations are in use, so Hex seems to answer them still.
 */
const singularPaths: ReadonlyArray<readonly [operation: Operation, path: string]> = [
  ['RunProject', '/v1/project/{projectId}/run'],
  ['GetRunStatus', '/v1/project/{projectId}/run/{runId}'],
  ['CancelRun', '/v1/project/{projectId}/run/{runId}'],
  ['GetProjectRuns', '/v1/project/{projectId}/runs'],
]

const routes: ReadonlyArray<Route> = [
  ...documented.flatMap(({ id, path }) => alternatives(path).map((each) => route(id, each))),
  ...singularPaths.map(([operation, path]) => route(operation, path)),
]

function route(operation: Operation, path: string): Route {
  const { method, responses } = operationNamed(operation)
  const [scope, handler] = handlers[operation]
  const older = JSON.stringify(responses).includes('TsoaErrorResponsePayload')
  const segments = path.slice('/v1/'.length).replaceAll(/\{(\w+)\}/g, ':$1')
  const dialect = older ? 'older' : 'newer'
  return { operation, method, segments: segments.split('/'), scope, dialect, handler }
}

/** `/semantic-(projects|models)` is two paths. */
function alternatives(path: string): ReadonlyArray<string> {
  const choice = /\((.*?)\)/.exec(path)
  return choice === null
    ? [path]
    : (choice[1] ?? '').split('|').map((each) => path.replace(choice[0], each))
}

function isUpload(operation: Operation): boolean {
  return operation === 'IngestSemanticProject'
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
