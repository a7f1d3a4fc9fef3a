import type { Generation } from './behaviour.ts'
import type { Operation } from './routes.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, json } from './wire.ts'

/**
 * Which shape an endpoint's errors have. The older endpoints still answer
 * `{reason, details?, traceId}`; the newer ones do so in the 2025 spec and answer
 * `{message, code, issues?}` in the 2026 spec.
 */
export type ErrorDialect = 'older' | 'newer'

/** Where an error is written: the endpoint's dialect, the API's generation, the trace ID. */
export interface ErrorContext {
  readonly dialect: ErrorDialect
  readonly generation: Generation
  readonly traceId: string
}

/**
 * What Hex says of something that does not exist or that the token may not see. The 2026 document lists 400, 403
 * and 422 for the operations on runs, its overview page speaks of 404.
 */
export function notFound(
  call: Pick<Call, 'errors' | 'operation'>,
  world: WorldState,
  words: string,
) {
  const { notFoundAs } = world.behaviour
  const status = onRuns.has(call.operation) ? notFoundAs : 404
  return failure(call.errors, status, status === 403 ? 'Insufficient access' : words)
}

const onRuns: ReadonlySet<Operation> = new Set<Operation>([
  'RunProject',
  'GetRunStatus',
  'GetProjectRuns',
  'CancelRun',
])

/** An error in the shape that its endpoint has in its generation. */
export function failure(
  context: ErrorContext,
  status: number,
  words: string,
  issues: ReadonlyArray<string> = [],
): ApiResponse {
  const { traceId } = context
  if (context.dialect === 'newer' && context.generation === '2026') {
    const code = codes[status] ?? 'INTERNAL_SERVER_ERROR'
    if (issues.length === 0) return json(status, { message: words, code })
    return json(status, { message: words, code, issues: issues.map((message) => ({ message })) })
  }
  if (issues.length === 0) return json(status, { reason: words, traceId })
  // The 2026 document has a text here; bodies of 2025 carried a list of objects.
  const details =
    context.generation === '2026' ? issues.join('; ') : issues.map((message) => ({ message }))
  return json(status, { reason: words, details, traceId })
}

// The codes of the 2026 spec, and one for 429, which the spec does not describe.
const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
}
