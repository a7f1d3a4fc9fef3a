import { asSentence } from '../plain-text.ts'
import type { Method, OwnCode } from './http.ts'

/** Why a call to Hex failed. Every rule about failures branches on this union. */
export type Failure =
  /** Hex, or something in front of it, responded with a status outside 2xx. */
  | Refusal
  /** The status is a success, but the body is not this operation's. */
  | { readonly kind: 'unreadable'; readonly status: number }
  /** No complete response. `sent` is false if the request cannot have reached anyone. */
  | { readonly kind: 'no-response'; readonly code: string; readonly sent: boolean }

export interface Refusal {
  readonly kind: 'refused'
  readonly status: number
  /** True if the body has the shape of Hex's own errors, so a proxy did not write it. */
  readonly hexOwn: boolean
  /** The wait that the response asked for, milliseconds. */
  readonly askedWaitMs?: number
}

/** Is this the code of a request without a response? */
export function hasCode(failure: Failure, code: OwnCode): boolean {
  return failure.kind === 'no-response' && failure.code === code
}

/** The facts of a failed call. */
export interface FailedCall {
  readonly operation: string
  readonly method: Method
  readonly path: string
  readonly failure: Failure
  /** Hex's own words, or what happened if there was no response. */
  readonly words: string
  /** One sentence on what the reader can do; empty if there is nothing to add. */
  readonly remedy: string
  readonly traceId?: string
}

/** The error of every failed call to Hex: the request, Hex's words, the remedy, and the trace ID. */
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

/** The body is not this operation's. The message says what is wrong with it. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
}

function sentenceOf({ method, path, failure, words, remedy, traceId }: FailedCall): string {
  const status = failure.kind === 'refused' ? `${failure.status}. ` : ''
  const trace = traceId === undefined ? '' : ` (trace ID ${traceId})`
  return `${method} ${path}: ${status}${[asSentence(words), remedy].filter(Boolean).join(' ')}${trace}`
}
