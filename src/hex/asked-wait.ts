import type { HttpAnswer } from './http.ts'
import { rateLimitOf } from './rate-headers.ts'

/** Max wait after a 429: Hex's longest window is an hour (API reference up to 2025: 60 starts per hour). */
const maxRateLimitWaitMs = 3_600_000
/** Max wait after Hex's own 503 on RunProject (no free kernel): runs that end free kernels within minutes. */
const maxKernelWaitMs = 300_000
/** Max wait otherwise: a maintenance page with `Retry-After: 3600` must not hide for an hour that the run ended. */
const maxOtherWaitMs = 30_000

/**
 * The wait that a response asks for, in milliseconds; undefined if it asks for none. `Retry-After` counts with every
 * status. Rate limit headers count only with a 429, because every response has them. The result is capped: at an hour
 * after a 429, at 5 min while no kernel is free, and at 30 s otherwise.
 * @param nowMs our clock, used only if the response has no `Date` header.
 * @param isKernelQueue the response is Hex's own 503 to RunProject.
 */
export function askedWaitMs(
  { status, headers }: Pick<HttpAnswer, 'status' | 'headers'>,
  nowMs: number,
  isKernelQueue = false,
): number | undefined {
  const serverNow = Date.parse(headers['date'] ?? '')
  const reference = Number.isNaN(serverNow) ? nowMs : serverNow
  const wait =
    retryAfter(headers['retry-after'], reference) ??
    (status === 429 ? rateLimitOf(headers, reference).resetMs : undefined)
  const maxMs =
    status === 429 ? maxRateLimitWaitMs : isKernelQueue ? maxKernelWaitMs : maxOtherWaitMs
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), maxMs)
}

/** Seconds or a date (RFC 9110 §10.2.3). Nothing else reaches Date.parse, which finds a year in almost any text. */
function retryAfter(value: string | undefined, referenceMs: number): number | undefined {
  if (value === undefined) return undefined
  if (isNumber(value)) return Number(value) * 1000
  if (!/^\s*\w{3,10}, \d{1,2}[ -]\w{3}[ -]\d{2,4} \d\d:\d\d:\d\d GMT\s*$/.test(value)) {
    return undefined
  }
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : date - referenceMs
}

function isNumber(value: string): boolean {
  return /^\s*\d+(\.\d+)?\s*$/.test(value)
}
