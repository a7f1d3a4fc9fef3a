import type { Generation } from './behaviour.ts'
import { type ApiResponse, json } from './wire.ts'

/**
 * Which shape an endpoint's errors have. The older endpoints still answer
 * `{reason, details?, traceId}`; the newer ones do so in the 2025 spec and answer
 * `{message, code, issues?}` in the 2026 spec.
 */
export type ErrorDialect = 'older' | 'newer'

/** Where an error is written: the endpoint's dialect, the API's generation, the trace id. */
export interface ErrorContext {
  readonly dialect: ErrorDialect
  readonly generation: Generation
  readonly traceId: string
}

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
  // Validation errors of the older shape carry a list of objects instead of a sentence.
  return json(status, {
    reason: words,
    details: issues.map((message) => ({ message })),
    traceId,
  })
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
