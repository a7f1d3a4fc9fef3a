/**
 * What the client needs of a network, and nothing more: one request, one whole answer.
 * `transport.ts` is the real one; tests in virtual time bring their own.
 */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

export interface HttpRequest {
  readonly method: Method
  /** Path and query, from the host's root. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Aborting it ends the request and rejects with `NoAnswer`. */
  readonly signal: AbortSignal
  /** Aborting it ends the request only if nothing of it was sent yet. */
  readonly unsentSignal?: AbortSignal
  /** It goes out on a connection that carries nothing else and is not old: a start, which must not be lost. */
  readonly ownConnection?: boolean
  /** An answer longer than this many bytes is cut off and rejected with `NoAnswer` code `TOO_LARGE`. */
  readonly maxAnswerBytes: number
}

export type Method = 'GET' | 'POST' | 'DELETE' | 'PATCH' | 'PUT'

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** No whole answer came back. `sent` is false only when not one byte of the request can have left. */
export class NoAnswer extends Error {
  readonly code: string
  readonly sent: boolean

  constructor(code: string, sent: boolean, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NoAnswer'
    this.code = code
    this.sent = sent
  }
}
