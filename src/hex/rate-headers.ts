import { withoutUndefined } from '../json.ts'
import { type HttpResponse, sentAtMsIn } from './http.ts'

/** The rate limit in a response's headers. Missing facts are undefined. */
export interface RateLimit {
  /** Requests per window. */
  readonly limit?: number
  /** Requests left in this window. */
  readonly remaining?: number
  /** Milliseconds until the window resets, at most an hour. */
  readonly resetMs?: number
}

type Headers = HttpResponse['headers']

/**
 * Hex's API overview promises on every response how many requests remain and when the limit resets, but names no
 * headers. These are the usual prefixes: the IETF drafts up to 07, and two older ones.
 */
const prefixes = ['ratelimit', 'x-ratelimit', 'x-rate-limit']

/** Hex's longest window is an hour (API reference up to 2025: 60 starts per hour). A longer wait is a mistake. */
const maxRateLimitWaitMs = 3_600_000

/** Reads how many requests remain and when the limit resets. */
export function rateLimitOf(headers: Headers, nowMs: number): RateLimit {
  for (const prefix of prefixes) {
    const rateLimit = withoutUndefined({
      limit: countIn(headers[`${prefix}-limit`]),
      remaining: countIn(headers[`${prefix}-remaining`]),
      resetMs: resetMsIn(headers[`${prefix}-reset`], sentAtMsIn(headers) ?? nowMs),
    })
    if ('remaining' in rateLimit || 'resetMs' in rateLimit) return rateLimit
  }
  return {}
}

/** Max wait after Hex's own 503 on RunProject (no free kernel): runs that end free kernels within minutes. */
const maxKernelWaitMs = 300_000
/** Max wait otherwise: a maintenance page with `Retry-After: 3600` must not hide for an hour that the run ended. */
const maxOtherWaitMs = 30_000

/**
 * The wait that a response asks for, in milliseconds; undefined if it asks for none. `Retry-After` counts with every
 * status. Rate limit headers count only with a 429, because every response has them.
 * @param nowMs our clock, used only if the response has no `Date` header.
 * @param isKernelQueue the response is Hex's own 503 to RunProject.
 */
export function askedWaitMs(
  { status, headers }: Pick<HttpResponse, 'status' | 'headers'>,
  nowMs: number,
  isKernelQueue = false,
): number | undefined {
  const isRateLimit = status === 429
  const waitMs =
    retryAfterMs(headers['retry-after'], sentAtMsIn(headers) ?? nowMs) ??
    (isRateLimit ? rateLimitOf(headers, nowMs).resetMs : undefined)
  if (waitMs === undefined) return undefined
  const maxMs = isRateLimit ? maxRateLimitWaitMs : isKernelQueue ? maxKernelWaitMs : maxOtherWaitMs
  return Math.min(Math.max(waitMs, 0), maxMs)
}

/** Seconds or a date (RFC 9110 §10.2.3). Nothing else reaches Date.parse, which finds a year in almost any text. */
function retryAfterMs(value = '', referenceMs: number): number | undefined {
  if (isNumber(value)) return Number(value) * 1000
  const isDate =
    /^\s*\w{3,10}, \d{1,2}[ -]\w{3}[ -]\d{2,4} \d\d:\d\d:\d\d GMT\s*$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  return isDate ? Date.parse(value) - referenceMs : undefined
}

/** Servers use this header for seconds left, seconds since the epoch, or milliseconds since the epoch. */
function resetMsIn(value = '', referenceMs: number): number | undefined {
  if (!isNumber(value)) return undefined
  const number = Number(value)
  const resetMs =
    number > 1e12 ? number - referenceMs : number * 1000 - (number > 1e9 ? referenceMs : 0)
  return Math.min(Math.max(0, resetMs), maxRateLimitWaitMs)
}

/** A limit may be followed by its policy, as in `100, 100;w=60`. */
function countIn(value = ''): number | undefined {
  const count = /^\s*(\d{1,9})\s*(?:[,;]|$)/.exec(value)?.[1]
  return count === undefined ? undefined : Number(count)
}

function isNumber(value: string): boolean {
  return /^\s*\d+(\.\d+)?\s*$/.test(value)
}
