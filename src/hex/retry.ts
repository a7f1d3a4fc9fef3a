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
      return failure.status >= 500 && isSafe(method)
  }
  return failure satisfies never
}

/** After a failed POST nobody knows whether the run exists unless the failure itself says so. */
export function mayHaveHappened(failure: Failure): boolean {
  switch (failure.kind) {
    case 'no-answer':
      return failure.sent
    case 'unreadable':
      return true
    case 'refused':
      // A redirect is answered in place of the API, by whatever stands in front of it; so are HTML pages
      // with a 4xx, and the status says that the request was not carried out.
      return failure.status >= 500 && !(failure.status === 503 && failure.hexOwn)
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
  // The limiter keeps the group of a 429 closed, also where no wait was asked for.
  if (status === 429) return (askedWaitMs ?? 0) + random * spreadMs
  if (askedWaitMs === undefined) return backoffMs
  const jitterMs = random * Math.min(5_000, 250 + askedWaitMs / 4)
  return Math.max(askedWaitMs + jitterMs, backoffMs)
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
