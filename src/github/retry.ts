import { asRecord, asText } from '../json.ts'
import type { NoReply, Reply } from './exchange.ts'

/**
 * The wait before a retry, in milliseconds; undefined if the request must not be retried. GitHub checks rate limits before
 * it does anything, so every request can be retried after one. After a 5xx or a lost response, the request may have had
 * its effect, so only repeatable ones are retried.
 * @param tries failed tries, from 1.
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

/** A 403 is a rate limit only if it says so ("Best practices for using the REST API" in GitHub's docs). */
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
