import { sleep } from '../clock.ts'
import { type Failure, HexError } from '../hex/errors.ts'
import { isOverLimit, isRateLimit, mayRetry, retryWaitMs } from '../hex/retry.ts'
import { withoutUndefined } from '../json.ts'
import type { Trouble } from './outcome.ts'
import type { CallWorld, WaitingFor } from './plan.ts'

/** What differs from the usual retries. */
interface RetryRule {
  /** No try starts after this time after a 429, milliseconds since the epoch; `untilMs` if undefined. */
  readonly rateLimitUntilMs?: number
  /** Which failures are retried, instead of those that the method of the failed request allows. */
  readonly mayRetry?: (failure: Failure) => boolean
}

/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure. Unless `rule` says otherwise, the method of the request that failed decides (`mayRetry` in `retry.ts`),
 * so a start whose response was lost is not sent twice.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 */
export async function withRetries<T>(
  world: Omit<CallWorld, 'hex'>,
  untilMs: number,
  call: () => Promise<T>,
  rule: RetryRule = {},
): Promise<T> {
  const { rateLimitUntilMs = untilMs } = rule
  for (let tries = 1; ; tries += 1) {
    try {
      return await call()
    } catch (error) {
      const { failure, call: failed } = hexErrorOf(error)
      const waitMs = retryWaitMs(failure, tries, world.random())
      const lastMs = isRateLimit(failure) ? rateLimitUntilMs : untilMs
      const inTime = world.clock.now() + waitMs < lastMs
      const isRetryable = rule.mayRetry?.(failure) ?? mayRetry(failed.method, failure)
      const isHopeless = isOverLimit(failure) || !isRetryable
      if (world.abort.signal.aborted || !inTime || isHopeless) throw error
      world.onEvent({
        kind: 'waiting',
        why: waitingFor(failure),
        waitMs,
        trouble: troubleOf(error),
      })
      await sleep(world.clock, waitMs, world.abort.signal)
      if (world.abort.signal.aborted) throw error
    }
  }
}

/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
export function waitingFor(failure: Failure, isStart = false): WaitingFor {
  if (failure.kind !== 'refused') return 'connection'
  if (failure.status === 429) return 'rate-limit'
  return isStart ? 'kernel' : 'hex'
}

/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
export function troubleOf(error: unknown): Trouble {
  const { call, message } = hexErrorOf(error)
  return { text: message, ...withoutUndefined({ traceId: call.traceId }) }
}

/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
export function hexErrorOf(error: unknown): HexError {
  if (error instanceof HexError) return error
  throw error
}
