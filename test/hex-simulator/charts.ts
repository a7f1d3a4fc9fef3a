import { findCell } from './cells.ts'
import { failure } from './errors.ts'
import { drawChart } from './picture.ts'
import { accessibleProject } from './project-endpoints.ts'
import { findRun } from './run-endpoints.ts'
import { lifeAt } from './runs.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, json } from './wire.ts'

/** `GET /v1/projects/{projectId}/runs/{runId}/cells/{staticId}/image` */
export function getChartImageFromRun(world: WorldState, call: Call): ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project
  const run = findRun(world, call)
  if (isAnswer(run)) return run

  const size = imageSize(call.query)
  if (size === null) {
    return failure(call.errors, 400, 'Input validation failed', [sizeIssue])
  }

  const cell = project.cells.find((each) => each.staticId === call.parameters.staticId)
  if (cell === undefined) return failure(call.errors, 404, 'Cell not found')
  if (lifeAt(run, call.atMs).status !== 'COMPLETED') {
    return failure(call.errors, 422, 'Run has not completed')
  }
  // Pictures of code cells (Plotly included) were seen to be refused; native charts work.
  if (!chartTypes.has(cell.cellType)) return failure(call.errors, 422, 'Cell is not a chart')

  return json(200, {
    projectId: project.id,
    runId: run.id,
    staticId: cell.staticId,
    ...imageOf(cell.staticId, size),
  })
}

/** `GET /v1/cells/{cellId}/image`: the same picture, from the draft. */
export function getChartImageFromLogic(world: WorldState, call: Call): ApiResponse {
  const found = findCell(world, call)
  if (isAnswer(found)) return found
  const size = imageSize(call.query)
  if (size === null) return failure(call.errors, 400, 'Input validation failed', [sizeIssue])
  const { staticId, cellType } = found.cell
  if (!chartTypes.has(cellType)) return failure(call.errors, 400, 'Cell is not a chart')
  return json(200, { cellId: staticId, ...imageOf(staticId, size) })
}

function imageOf(staticId: string, { width, height }: ImageSize) {
  return {
    imageBase64: drawChart(staticId, width, height).toString('base64'),
    mimeType: 'image/png',
  }
}

const sizeIssue = 'width and height must be given together, each from 100 to 2000'

interface ImageSize {
  readonly width: number
  readonly height: number
}

/** In pixels; null for a size that Hex refuses. */
function imageSize(query: URLSearchParams): ImageSize | null {
  const [width, height] = [query.get('width'), query.get('height')]
  if (width === null && height === null) return { width: 640, height: 360 }
  if (width === null || height === null) return null
  const size = { width: Number(width), height: Number(height) }
  return isSide(size.width) && isSide(size.height) ? size : null
}

function isSide(pixels: number): boolean {
  return Number.isInteger(pixels) && pixels >= 100 && pixels <= 2_000
}

const chartTypes: ReadonlySet<string> = new Set(['CHART', 'EXPLORE', 'VEGA_CHART'])
