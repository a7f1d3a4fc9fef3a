import type { Failure } from '../hex/errors.ts'

/** What has to come before a call that may be repeated is repeated. */
export type WaitingFor = 'kernel' | 'rate-limit' | 'connection' | 'hex'

/** A 503 in Hex's own words is the limit of 25 kernels a user, and only a start meets it (API overview). */
export function waitingFor(failure: Failure, isStart = false): WaitingFor {
  if (failure.kind !== 'refused') return 'connection'
  if (failure.status === 429) return 'rate-limit'
  return isStart ? 'kernel' : 'hex'
}
