import { failure } from './errors.ts'
import type { InputDeclaration, Project } from './projects.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, json } from './wire.ts'

/**
 * Holds the inputs against those of the published app. The 2025 spec answers a 422 that lists
 * `invalid` values and names `notFound`; 2026 answers `message` and `issues`.
 */
export function checkInputs(
  world: WorldState,
  call: Call,
  project: Project,
  inputParams: Readonly<Record<string, unknown>> | null,
): ApiResponse | null {
  if (inputParams === null) return null
  const invalid: Array<InvalidParam> = []
  const notFound: Array<string> = []
  for (const [name, value] of Object.entries(inputParams)) {
    const declared = project.inputs.find((input) => input.name === name)
    if (declared === undefined) notFound.push(name)
    else if (!fits(value, declared.dataType)) invalid.push(invalidParam(declared, value))
  }
  const unknown = world.behaviour.unknownInputs === 'refused' ? notFound : []
  if (invalid.length === 0 && unknown.length === 0) return null

  if (world.behaviour.generation === '2025') {
    return json(422, { traceId: call.errors.traceId, invalid, notFound: unknown })
  }
  return failure(call.errors, 422, 'Invalid input parameters', [
    ...invalid.map(
      (each) => `${each.paramName}: expected ${each.dataType}, got ${each.paramValue}`,
    ),
    ...unknown.map((name) => `${name}: no such input in the published app`),
  ])
}

/** The 2025 spec's InvalidParam. */
interface InvalidParam {
  readonly paramName: string
  /** Encoded as JSON. */
  readonly paramValue: string
  readonly dataType: string
  readonly inputCellType: string
}

function invalidParam(declared: InputDeclaration, value: unknown): InvalidParam {
  return {
    paramName: declared.name,
    paramValue: JSON.stringify(value),
    dataType: declared.dataType,
    inputCellType: declared.inputCellType ?? `${declared.dataType}_INPUT`,
  }
}

function fits(value: unknown, dataType: InputDeclaration['dataType']): boolean {
  switch (dataType) {
    case 'STRING':
      return typeof value === 'string'
    case 'NUMBER':
      return typeof value === 'number'
    case 'BOOLEAN':
      return typeof value === 'boolean'
    case 'DATE':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
    case 'ARRAY':
      return Array.isArray(value)
    case 'ANY':
      return true
    default:
      return dataType satisfies never
  }
}
