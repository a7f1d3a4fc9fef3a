import { type ApiRequest, type ApiResponse, json } from './wire.ts'
import {
  readBehaviour,
  readFault,
  readForeignRun,
  readProject,
  readWorkspace,
} from './workspace-file.ts'
import type { World, WorldOptions } from './world.ts'

/**
 * The control door: what a test in another process (or a person with curl) does to the world.
 * Null for a request that is not for it. Nothing here shows in the log of requests.
 */
export function answerControl(
  world: World,
  request: ApiRequest,
  reset: (workspace: Partial<WorldOptions>) => void,
): ApiResponse | null {
  if (!request.path.startsWith(door)) return null
  try {
    const path = request.path.slice(door.length).split('?')[0] ?? ''
    const body: unknown = request.body === '' ? {} : JSON.parse(request.body)
    return act(world, `${request.method} ${path}`, body, reset)
  } catch (problem) {
    return json(400, { message: problem instanceof Error ? problem.message : String(problem) })
  }
}

const door = '/__control/'

function act(
  world: World,
  line: string,
  body: unknown,
  reset: (workspace: Partial<WorldOptions>) => void,
): ApiResponse {
  const [, projectId] = /^POST projects\/([^/]+)\/runs$/.exec(line) ?? []
  if (projectId !== undefined) return json(201, world.addRun(projectId, readForeignRun(body)))
  const [, runId] = /^PATCH runs\/([^/]+)$/.exec(line) ?? []
  if (runId !== undefined) return json(200, world.forceStatus(runId, readStatus(body)))

  switch (line) {
    case 'GET runs':
      return json(200, world.runs())
    case 'GET requests':
      return json(200, world.requests())
    case 'GET state':
      return json(200, {
        projects: world.projects(),
        runs: world.runs(),
        requestCount: world.requests().length,
        nextEffectAtMs: world.nextEffectAtMs(),
      })
    case 'POST faults': {
      const faults = (Array.isArray(body) ? body : [body]).map(readFault)
      for (const fault of faults) world.addFault(fault)
      return json(201, faults)
    }
    case 'DELETE faults':
      world.clearFaults()
      return json(200, [])
    case 'POST projects':
      return json(201, world.addProject(readProject(body)))
    case 'PATCH behaviour':
      world.changeBehaviour(readBehaviour(body))
      return json(200, {})
    case 'POST reset':
      reset(readWorkspace(body))
      return json(200, {})
    default:
      return json(404, { message: `The control door has no ${line}.` })
  }
}

function readStatus(body: unknown): string {
  const status = typeof body === 'object' && body !== null && 'status' in body ? body.status : null
  if (typeof status !== 'string') throw new Error('Say { "status": "ERRORED" } or the like.')
  return status
}
