import { asRecord, asText } from '../json.ts'
import type { NoReply, Reply } from './exchange.ts'

/**
 * How long to wait before a failed request is sent again, in milliseconds; undefined when it must not be.
 * GitHub refuses what passes a limit before it does anything, so every request may repeat that. After a 5xx or
 * no answer at all the request may have had its effect, and only what may happen twice is repeated.
 * @param tries how many tries have failed, from 1.
 */
export function waitBeforeRepeatMs(
  failure: Reply | NoReply,
  repeatable: boolean,
  tries: number,
  nowMs: number,
): number | undefined {
  if (!('status' in failure)) return repeatable ? backoffMs(tries) : undefined
  if (failure.status === 403 || failure.status === 429) return limitWaitMs(failure, nowMs)
  return failure.status >= 500 && repeatable ? backoffMs(tries) : undefined
}

/** A 403 is a limit only when it says so ("Best practices for using the REST API" of GitHub's docs). */
function limitWaitMs({ status, headers, data }: Reply, nowMs: number): number | undefined {
  const retryAfter = headers['retry-after'] ?? ''
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000
  const reset = headers['x-ratelimit-reset'] ?? ''
  if (headers['x-ratelimit-remaining'] === '0' && /^\d+$/.test(reset)) {
    return Math.max(1_000, Number(reset) * 1_000 - nowMs)
  }
  const isSecondary = /secondary rate limit/i.test(asText(asRecord(data)?.['message']) ?? '')
  return isSecondary || status === 429 ? 60_000 : undefined
}

function backoffMs(tries: number): number {
  return 500 * 2 ** (tries - 1)
}
