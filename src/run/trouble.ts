import { HexError } from '../hex/errors.ts'
import type { Trouble } from './outcome.ts'

/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
export function troubleOf(error: unknown): Trouble {
  const { call, message } = hexErrorOf(error)
  return { text: message, ...(call.traceId === undefined ? {} : { traceId: call.traceId }) }
}

/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
export function hexErrorOf(error: unknown): HexError {
  if (error instanceof HexError) return error
  throw error
}
