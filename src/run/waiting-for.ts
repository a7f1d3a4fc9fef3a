import type { Failure } from '../hex/errors.ts'

/** What a retry waits for. */
export type WaitingFor = 'kernel' | 'rate-limit' | 'connection' | 'hex'

/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
export function waitingFor(failure: Failure, isStart = false): WaitingFor {
  if (failure.kind !== 'refused') return 'connection'
  if (failure.status === 429) return 'rate-limit'
  return isStart ? 'kernel' : 'hex'
}
