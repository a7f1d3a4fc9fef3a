import type { Failure } from './errors.ts'
import type { Method } from './http.ts'

/**
 * May this request be sent again? A rate limit was refused before any work began, and a request that never
 * left did nothing, so every method may repeat those. Hex's own 503 says that no run was created (all
 * kernels of the user are taken; Hex's API overview). After anything else a POST may have done its work.
 */
export function mayRepeat(method: Method, failure: Failure): boolean {
  switch (failure.kind) {
    case 'no-answer':
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
 * What a proxy, a firewall or a sign-in page answers in place of Hex, without handing the request on. The other 4xx
 * (408, 425, 499 and those that only an application has a use for) do not say that Hex never got it.
 */
const refusalsInFront: ReadonlySet<number> = new Set([
  401, 403, 404, 405, 407, 411, 413, 414, 415, 417, 421, 426, 431, 451,
])

/** Did something in front of Hex refuse this request? Redirects count: they come in place of the API. */
export function isRefusedInFront(failure: Failure): boolean {
  if (failure.kind !== 'refused' || failure.hexOwn) return false
  return (failure.status >= 300 && failure.status < 400) || refusalsInFront.has(failure.status)
}

/**
 * After a failed POST nobody knows whether the run exists unless the failure itself says so: a 429 does, any 4xx and
 * the 503 in one of Hex's own shapes, and a refusal by what stands in front of Hex.
 */
export function mayHaveHappened(failure: Failure): boolean {
  switch (failure.kind) {
    case 'no-answer':
      return failure.sent
    case 'unreadable':
      return true
    case 'refused':
      if (failure.status === 429 || isRefusedInFront(failure)) return false
      return !failure.hexOwn || (failure.status >= 500 && failure.status !== 503)
  }
  return failure satisfies never
}

/** Those who were refused together are spread over so long; more would lose them their places (`limiter.ts`). */
const spreadMs = 1_500

/**
 * How long to wait before the next try, in milliseconds. A wait that the server asked for is kept to the
 * letter and only ever lengthened by jitter, so that jobs that were refused together do not come back together.
 * @param tries how many tries have failed in a row, from 1.
 * @param random a number from 0 up to 1.
 */
export function waitBeforeRepeatMs(failure: Failure, tries: number, random: number): number {
  // A server that asks for no wait at all must not be asked again and again without one.
  const base = Math.min(30_000, 1_000 * 2 ** Math.min(tries - 1, 10))
  const backoffMs = base / 2 + (random * base) / 2
  if (failure.kind !== 'refused') return backoffMs
  const { status, askedWaitMs } = failure
  if (status === 429) {
    // Hex's windows reset a minute after their first request (API overview), so a minute is always enough.
    return askedWaitMs === undefined ? 60_000 + random * 15_000 : askedWaitMs + random * spreadMs
  }
  if (askedWaitMs === undefined) return backoffMs
  const jitterMs = random * Math.min(5_000, 250 + askedWaitMs / 4)
  return Math.max(askedWaitMs + jitterMs, backoffMs)
}

/** A 429 that names no wait: where requests go through the limiter, it finds out when they may be sent again. */
export function namesNoWait(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.status === 429 && failure.askedWaitMs === undefined
}

/** Our own budget had no place for the request in time; nothing is wrong with Hex. */
export function isNoRoom(failure: Failure): boolean {
  return failure.kind === 'no-answer' && failure.code === 'NO_ROOM'
}

/** A certificate that is not trusted now is not trusted in a minute: repeating only delays the message. */
export function isUntrusted(code: string): boolean {
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code)
}

function isSafe(method: Method): boolean {
  return method === 'GET' || method === 'DELETE'
}
