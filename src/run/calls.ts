import { sleep } from '../clock.ts'
import { HexError } from '../hex/errors.ts'
import { isOverLimit, mayRetry, retryWaitMs } from '../hex/retry.ts'
import { withoutUndefined } from '../json.ts'
import { waitingFor } from './events.ts'
import type { Trouble } from './outcome.ts'
import type { CallWorld } from './plan.ts'

/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 * @param rateLimitUntilMs the same after a 429.
 */
export async function withRetries<T>(
  world: Omit<CallWorld, 'hex'>,
  untilMs: number,
  call: () => Promise<T>,
  rateLimitUntilMs = untilMs,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call()
    } catch (error) {
      const { failure } = hexErrorOf(error)
      const waitMs = retryWaitMs(failure, tries, world.random())
      const isRateLimit = waitingFor(failure) === 'rate-limit'
      const inTime = world.clock.now() + waitMs < (isRateLimit ? rateLimitUntilMs : untilMs)
      const isHopeless = isOverLimit(failure) || !mayRetry('GET', failure)
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
