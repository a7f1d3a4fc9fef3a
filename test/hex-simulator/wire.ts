/** A request as it reaches Hex: everything the model may look at. */
export interface ApiRequest {
  readonly method: string
  /** With the query, from the root of the host: `/api/v1/projects/…?limit=25`. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** An answer as it leaves Hex. */
export interface ApiResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What the transport plays out after a request was received, be it a socket or a virtual clock.
 * `afterMs` counts from the receipt. An answer is asked for when it is due, because a slow path
 * may apply the request's effect only then; asked for early, the effect is applied early.
 */
export type Delivery =
  | { readonly kind: 'answer'; readonly afterMs: number; readonly respond: () => ApiResponse }
  /** The answer begins, and the connection dies in the middle of its body. */
  | { readonly kind: 'cut'; readonly afterMs: number; readonly respond: () => ApiResponse }
  /** Accepted, and never answered. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'reset'; readonly afterMs: number }
  /** The connection is refused: nothing was sent. */
  | { readonly kind: 'refuse' }

/** A JSON answer; the world adds `date` and the trace ID to its headers. */
export function json(status: number, value: unknown): ApiResponse {
  return { status, headers: jsonHeaders, body: JSON.stringify(value) }
}

/** A plain text answer, such as the `Unauthorized` of Hex's edge. */
export function text(status: number, body: string): ApiResponse {
  return { status, headers: textHeaders, body }
}

/** 204: no body and no content type. */
export function noContent(): ApiResponse {
  return { status: 204, headers: {}, body: '' }
}

/** True for what JSON calls an object: neither null nor an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells an answer from the thing that was looked for, where a look-up may end in either. */
export function isAnswer<Found extends object>(value: Found | ApiResponse): value is ApiResponse {
  return 'headers' in value && 'body' in value
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' }
const textHeaders = { 'content-type': 'text/plain; charset=utf-8' }
