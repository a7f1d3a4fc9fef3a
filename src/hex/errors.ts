import { asSentence } from '../plain-text.ts'
import type { Method } from './http.ts'

/** Why a call to Hex did not give what it should. One union: every rule about failures branches on it. */
export type Failure =
  /** Hex, or something in front of it, answered with a status that is no success. */
  | {
      readonly kind: 'refused'
      readonly status: number
      /** True when the body has one of the shapes of Hex's own errors: a proxy did not write it. */
      readonly hexOwn: boolean
      /** Milliseconds the server asked us to wait, where it did. */
      readonly askedWaitMs?: number
    }
  /** A success by its status, but not the answer that this call has. */
  | { readonly kind: 'unreadable'; readonly status: number }
  /** Nothing came back, or not all of it. `sent` is false when the request cannot have reached anyone. */
  | { readonly kind: 'no-answer'; readonly code: string; readonly sent: boolean }

/** The facts of a failed call. */
export interface FailedCall {
  readonly operation: string
  readonly method: Method
  readonly path: string
  readonly failure: Failure
  /** What Hex said, in its own words, or what happened when it said nothing. */
  readonly words: string
  /** What the reader can do about it; one sentence, empty when there is nothing to add. */
  readonly remedy: string
  readonly traceId?: string
}

/** The one error of every call to Hex: what was tried, what Hex said, what to do, the trace ID. */
export class HexError extends Error {
  readonly call: FailedCall

  constructor(call: FailedCall, options?: ErrorOptions) {
    super(sentenceOf(call), options)
    this.name = 'HexError'
    this.call = call
  }

  get failure(): Failure {
    return this.call.failure
  }
}

/** The body is not what this call answers; the message says what is wrong with it. */
export class UnreadableBody extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'UnreadableBody'
  }
}

function sentenceOf({ method, path, failure, words, remedy, traceId }: FailedCall): string {
  const status = failure.kind === 'refused' ? `${failure.status}. ` : ''
  const trace = traceId === undefined ? '' : ` (trace ID ${traceId})`
  return `${method} ${path}: ${status}${[asSentence(words), remedy].filter(Boolean).join(' ')}${trace}`
}
