import { HexError } from '../hex/errors.ts'
import type { Trouble } from './outcome.ts'

/** A failed call as the reports need it. What is no HexError is a fault of ours and goes on up. */
export function troubleOf(error: unknown): Trouble {
  const { call, message } = hexErrorOf(error)
  return { text: message, ...(call.traceId === undefined ? {} : { traceId: call.traceId }) }
}

/** Lets through only what calls to Hex throw, so that a fault of ours is never taken for Hex's. */
export function hexErrorOf(error: unknown): HexError {
  if (error instanceof HexError) return error
  throw error
}
