import type { HttpAnswer } from './http.ts'
import { rateLimitOf } from './rate-headers.ts'

/** The longest wait a server can ask for: Hex's longest window is an hour (RunProject, 60 starts an hour). */
const maxWaitMs = 3_600_000

/**
 * How long the server asks us to wait, in milliseconds, or undefined where it does not say. The headers about the
 * limit come with every answer, so only those of a 429 ask for a wait; `Retry-After` does with any status.
 * @param nowMs our clock, used only when the answer carries no `Date` of its own to measure a date against.
 */
export function askedWaitMs(
  { status, headers }: Pick<HttpAnswer, 'status' | 'headers'>,
  nowMs: number,
): number | undefined {
  const serverNow = Date.parse(headers['date'] ?? '')
  const reference = Number.isNaN(serverNow) ? nowMs : serverNow
  const wait =
    retryAfter(headers['retry-after'], reference) ??
    (status === 429 ? rateLimitOf(headers, reference).resetMs : undefined)
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), maxWaitMs)
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
