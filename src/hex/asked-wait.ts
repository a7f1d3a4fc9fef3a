import type { HttpAnswer } from './http.ts'
import { rateLimitOf } from './rate-headers.ts'

/** The longest wait that is believed of a 429: Hex's longest window is an hour (RunProject, 60 starts an hour). */
const maxRateLimitWaitMs = 3_600_000
/** Of Hex's own 503 on RunProject, its queue for kernels: runs end, and free kernels, within minutes. */
const maxKernelWaitMs = 300_000
/** Of anything else: a page with `Retry-After: 3600` must not keep a step from seeing that its run has ended. */
const maxOtherWaitMs = 30_000

/**
 * How long the server asks us to wait, in milliseconds, or undefined where it does not say. The headers about the
 * limit come with every answer, so only those of a 429 ask for a wait; `Retry-After` does with any status. A 429 is
 * believed up to an hour, the queue for kernels up to 5 min, anything else up to 30 s.
 * @param nowMs our clock, used only when the answer carries no `Date` of its own to measure a date against.
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

/** RFC 9110 §10.2.3: seconds, or a date. Other texts are not handed to Date.parse, which reads a year in most. */
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
