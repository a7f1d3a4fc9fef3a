import { cursorPage } from './cursor-page.ts'
import { failure } from './errors.ts'
import { readJsonBody } from './json-body.ts'
import { accessibleProject } from './project-endpoints.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, json } from './wire.ts'

/** `GET /v1/projects/{projectId}/queriedTables`: on the Enterprise plan, of published projects. */
export function getQueriedTables(world: WorldState, call: Call): ApiResponse {
  if (!world.behaviour.enterprisePlan) {
    return failure(call.errors, 403, 'Queried tables are not available on your plan')
  }
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project
  if (project.lastPublishedAt === null) {
    return failure(call.errors, 422, 'Project has not been published')
  }
  return cursorPage(call, project.queriedTables, {
    idOf: ({ tableName, dataConnectionId }) => `${dataConnectionId}.${tableName}`,
    payloadOf: (table) => table,
    more: { traceId: call.errors.traceId },
  })
}

/** `POST /v1/projects/export`: the project as a file in YAML, where the organisation may export. */
export function exportProject(world: WorldState, call: Call): ApiResponse {
  if (!world.behaviour.exportsAllowed) return failure(call.errors, 403, 'Insufficient access')
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const { projectId } = body
  const parameters = { projectId: typeof projectId === 'string' ? projectId : '' }
  const project = accessibleProject(world, { ...call, parameters })
  if (isAnswer(project)) return project
  const content = [
    'schemaVersion: 3',
    'meta:',
    `  projectId: ${project.id}`,
    `  title: ${JSON.stringify(project.title)}`,
    project.cells.length === 0 ? 'cells: []' : 'cells:',
    ...project.cells.map((cell) => `  - cellType: ${cell.cellType}`),
  ]
  return json(200, { filename: `${project.title}.hex.yaml`, content: `${content.join('\n')}\n` })
}
