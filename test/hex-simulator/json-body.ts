import { failure } from './errors.ts'
import type { Call } from './state.ts'
import { type ApiResponse, isRecord } from './wire.ts'

/** The body as a mapping, or what Hex answers to one that it cannot read. */
export function readJsonBody(call: Call): Readonly<Record<string, unknown>> | ApiResponse {
  const { errors, request } = call
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
  return isRecord(body)
    ? body
    : failure(errors, 422, 'Validation Failed', ['body must be an object'])
}
