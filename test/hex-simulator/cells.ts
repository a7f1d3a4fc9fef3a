import { cursorPage } from './cursor-page.ts'
import { failure } from './errors.ts'
import { readJsonBody } from './json-body.ts'
import { accessibleProject } from './project-endpoints.ts'
import type { Cell, Project } from './projects.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord, json } from './wire.ts'

/** A cell, and the project it is in. */
export interface PlacedCell {
  readonly project: Project
  readonly cell: Cell
}

/** `GET /v1/cells?projectId=…`: the cells of the draft, which are those of the seed. */
export function listCells(world: WorldState, call: Call): ApiResponse {
  const parameters = { projectId: call.query.get('projectId') ?? '' }
  const project = accessibleProject(world, { ...call, parameters })
  if (isAnswer(project)) return project
  return cursorPage(call, project.cells, {
    idOf: ({ staticId }) => staticId,
    payloadOf: (cell) => payloadOf({ project, cell }),
  })
}

/** `GET /v1/cells/{cellId}` */
export function getCell(world: WorldState, call: Call): ApiResponse {
  const found = findCell(world, call)
  return isAnswer(found) ? found : json(200, payloadOf(found))
}

/** `POST /v1/cells` */
export function createCell(world: WorldState, call: Call): ApiResponse {
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const parameters = { projectId: String(body['projectId']) }
  const project = accessibleProject(world, { ...call, parameters })
  // The document lists no 404 for this one.
  if (isAnswer(project)) return failure(call.errors, 400, 'Project not found')
  const cellType = String(body['cellType'])
  const contents = isRecord(body['contents']) ? body['contents'] : {}
  const content = contents[`${cellType.toLowerCase()}Cell`]
  if (!isRecord(content)) return failure(call.errors, 400, 'contents do not match cellType')
  const { label } = body
  const cell: Cell = {
    staticId: world.identifiers.uuid(call.atMs),
    cellType,
    source: String(content['source']),
    ...(typeof label === 'string' ? { label } : {}),
  }
  replaceCells(world, project, [...project.cells, cell])
  return json(200, payloadOf({ project, cell }))
}

/** `PATCH /v1/cells/{cellId}`: its source, and the data connection of a SQL cell. */
export function updateCell(world: WorldState, call: Call): ApiResponse {
  const found = findCell(world, call)
  if (isAnswer(found)) return found
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const { project, cell } = found
  const contents = isRecord(body['contents']) ? body['contents'] : {}
  const content = contents[`${cell.cellType.toLowerCase()}Cell`]
  const { dataConnectionId } = body
  const updated: Cell = {
    ...cell,
    ...(isRecord(content) ? { source: String(content['source']) } : {}),
    ...(typeof dataConnectionId === 'string' || dataConnectionId === null
      ? { dataConnectionId }
      : {}),
  }
  const cells = project.cells.map((each) => (each === cell ? updated : each))
  replaceCells(world, project, cells)
  return json(200, payloadOf({ project, cell: updated }))
}

/** `DELETE /v1/cells/{cellId}` */
export function deleteCell(world: WorldState, call: Call): ApiResponse {
  const found = findCell(world, call)
  if (isAnswer(found)) return found
  const { project, cell } = found
  const kept = project.cells.filter((each) => each !== cell)
  replaceCells(world, project, kept)
  return json(200, { cellId: cell.staticId })
}

/** `GET /v1/cells/{cellId}/output`: of SQL cells alone. The table is always the same, with one row. */
export function getCellOutput(world: WorldState, call: Call): ApiResponse {
  const found = findCell(world, call)
  if (isAnswer(found)) return found
  const { project, cell } = found
  if (cell.cellType !== 'SQL') return failure(call.errors, 400, 'Cell is not a SQL cell')
  const { staticId, cellType } = cell
  return json(200, {
    projectId: project.id,
    runId: world.identifiers.uuid(call.atMs),
    cell: { id: staticId, staticId, cellType },
    result: {
      type: 'table',
      rowLimit: 100,
      rowsReturned: 1,
      totalRows: 1,
      totalRowsKind: 'EXACT',
      truncated: false,
      columns: [{ name: 'orders', type: 'NUMBER' }],
      rows: [{ orders: '42' }],
    },
  })
}

/** The cell that a path names, by its id; ours has the same in every version of the project. */
export function findCell(world: WorldState, call: Call): PlacedCell | ApiResponse {
  const { cellId } = call.parameters
  for (const project of world.projects.values()) {
    const cell = project.cells.find(({ staticId }) => staticId === cellId)
    if (cell !== undefined && project.access !== 'none') return { project, cell }
  }
  return failure(call.errors, 404, 'Cell not found')
}

function replaceCells(world: WorldState, project: Project, cells: ReadonlyArray<Cell>): void {
  world.projects.set(project.id.toLowerCase(), { ...project, cells })
}

function payloadOf({ project, cell }: PlacedCell): unknown {
  const { staticId, cellType, label = null, source = '', dataConnectionId = null } = cell
  return {
    id: staticId,
    staticId,
    cellType,
    label,
    dataConnectionId,
    contents: {
      codeCell: cellType === 'CODE' ? { source } : null,
      sqlCell: cellType === 'SQL' ? { source, outputDataframe: 'dataframe' } : null,
      markdownCell: cellType === 'MARKDOWN' ? { source } : null,
    },
    projectId: project.id,
  }
}
