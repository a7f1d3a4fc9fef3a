import { failure } from './errors.ts'
import { document, operationNamed, withBooleans } from './schema.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, isRecord } from './wire.ts'

type Body = Readonly<Record<string, unknown>>

/** The body as a mapping that keeps to Hex's document, or what Hex answers to one that does not. */
export function readJsonBody(world: WorldState, call: Call): Body | ApiResponse {
  const { errors, request, operation } = call
  // Stricter than any source: what is not declared as JSON might be ignored by the real Hex.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return failure(errors, 400, 'Request body must be sent as application/json')
  }
  let body: unknown
  try {
    body = JSON.parse(request.body)
  } catch {
    return failure(errors, 400, 'Request body is not valid JSON')
  }
  if (!isRecord(body)) return failure(errors, 422, 'Validation Failed', ['body must be an object'])

  const { stringBooleans, unknownBodyKeys } = world.behaviour
  const read = stringBooleans === 'coerced' ? withBooleans(operation, body) : body
  const { wrong, unknown } = document.bodyIssues(operation, read)
  const issues = unknownBodyKeys === 'refused' ? [...wrong, ...unknown] : wrong
  if (issues.length === 0) return read
  return operationNamed(operation).responses?.['422'] === undefined
    ? failure(errors, 400, 'Invalid input data', issues)
    : failure(errors, 422, 'Validation Failed', issues)
}
