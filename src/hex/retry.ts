import { type Failure, hasCode, type Refusal } from './errors.ts'
import type { Method } from './http.ts'

/**
 * May this request be retried? A 429 is sent before any work begins, and a request that never left did nothing, so every
 * method may be retried after those. Hex's own 503 means that no run was created because no kernel was free (API
 * overview). After any other failure, a POST may already have had its effect and is not retried.
 */
export function mayRetry(method: Method, failure: Failure): boolean {
  switch (failure.kind) {
    case 'no-response':
      if (isUntrusted(failure.code)) return false
      return !failure.sent || isSafe(method)
    case 'unreadable':
      return isSafe(method)
    case 'refused':
      if (failure.status === 429) return true
      if (failure.status === 503 && failure.hexOwn) return true
      return isSafe(method) && mayHaveHappened(failure)
  }
  return failure satisfies never
}

/**
 * Statuses with which a proxy, a firewall, or a sign-in page responds without forwarding the request. The other 4xx (408,
 * 425, 499, and those that only applications use) do not prove that Hex never received it.
 */
const refusalsInFront: ReadonlySet<number> = new Set([
  401, 403, 404, 405, 407, 411, 413, 414, 415, 417, 421, 426, 431, 451,
])

/** Did something in front of Hex refuse this request? A redirect counts. */
export function isRefusedInFront(failure: Failure): boolean {
  if (failure.kind !== 'refused' || failure.hexOwn) return false
  return isRedirect(failure) || refusalsInFront.has(failure.status)
}

/** A rate limit, of Hex or of something in front of it. */
export function isRateLimit(failure: Failure): failure is Refusal & { readonly status: 429 } {
  return failure.kind === 'refused' && failure.status === 429
}

/**
 * Refused with a 4xx?
 * @param except statuses that do not count: by default those that can pass by waiting.
 */
export function isClientRefusal(
  failure: Failure,
  except: ReadonlyArray<number> = [408, 425, 429],
): boolean {
  return (
    failure.kind === 'refused' &&
    Math.floor(failure.status / 100) === 4 &&
    !except.includes(failure.status)
  )
}

/** Hex's API sends no redirects, so something else did. */
export function isRedirect(failure: Failure): boolean {
  return failure.kind === 'refused' && Math.floor(failure.status / 100) === 3
}

/**
 * May the request have had its effect? After a failed POST, only these prove that no run exists: a 429, any 4xx or a 503
 * in Hex's own error format, and a refusal by something in front of Hex.
 */
export function mayHaveHappened(failure: Failure): boolean {
  switch (failure.kind) {
    case 'no-response':
      return failure.sent
    case 'unreadable':
      return true
    case 'refused':
      if (failure.status === 429 || isRefusedInFront(failure)) return false
      return !failure.hexOwn || (failure.status >= 500 && failure.status !== 503)
  }
  return failure satisfies never
}

/**
 * Clients that were refused together retry spread over this time. A longer one would cost them their place in the window
 * (docs/performance.md).
 */
export const retrySpreadMs = 1_500

/**
 * The wait before the next try, in milliseconds. A wait that the server asked for is never shortened. Jitter is only added,
 * so that jobs that were refused together do not retry together.
 * @param tries failed tries in a row, from 1.
 * @param random from 0 up to 1.
 */
export function retryWaitMs(failure: Failure, tries: number, random: number): number {
  // Back off even if the server asks for a wait of 0.
  const base = Math.min(30_000, 1_000 * 2 ** Math.min(tries - 1, 10))
  const backoffMs = base / 2 + (random * base) / 2
  if (failure.kind !== 'refused') return backoffMs
  const { askedWaitMs } = failure
  if (isRateLimit(failure)) {
    // Hex's windows reset a minute after their first request (API overview), so a minute is enough.
    return askedWaitMs === undefined
      ? 60_000 + random * 15_000
      : askedWaitMs + random * retrySpreadMs
  }
  if (askedWaitMs === undefined) return backoffMs
  const jitterMs = random * Math.min(5_000, 250 + askedWaitMs / 4)
  return Math.max(askedWaitMs + jitterMs, backoffMs)
}

/**
 * A 429 that names no wait. A start and a poll then leave the wait to the limiter, which tries before the minute is over.
 * Cancel requests and the search for a lost run have shorter waits of their own. Other requests wait for the whole
 * minute (`retryWaitMs`), so that they leave the first places in the new window to starts and polls.
 */
export function namesNoWait(failure: Failure): boolean {
  return isRateLimit(failure) && failure.askedWaitMs === undefined
}

/** Our own limiter did not allow the request in time; nothing is wrong with Hex. */
export function isOverLimit(failure: Failure): boolean {
  return hasCode(failure, 'OVER_LIMIT')
}

/** The certificate is not trusted. A retry would only delay the message. */
export function isUntrusted(code: string): boolean {
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code)
}

function isSafe(method: Method): boolean {
  return method === 'GET' || method === 'DELETE'
}
