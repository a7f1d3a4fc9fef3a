import type { HttpAnswer } from './http.ts'

/** The longest wait a server can ask for: Hex's longest window is an hour (RunProject, 60 starts an hour). */
const maxWaitMs = 3_600_000

/**
 * How long the server asks us to wait, in milliseconds, or undefined where it does not say.
 * Hex documents that answers tell when a limit resets, but not in which header; these are the usual ones. They
 * come with every answer, so only that of a 429 asks for a wait; `Retry-After` does with any status.
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
    (status === 429 ? limitReset(headers, reference) : undefined)
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

/** The headers of common gateways, and of the IETF's drafts on rate limits (`reset=` up to the sixth, then `t=`). */
function limitReset(
  headers: Readonly<Record<string, string>>,
  referenceMs: number,
): number | undefined {
  const draft = /(?:^|[;,\s])(?:t|reset)=(\d{1,13})/.exec(headers['ratelimit']?.slice(0, 500) ?? '')
  return (
    reset(headers['ratelimit-reset'], referenceMs) ??
    reset(headers['x-ratelimit-reset'], referenceMs) ??
    reset(draft?.[1], referenceMs)
  )
}

/** The same header name is used for seconds to go, for seconds since the epoch and for milliseconds. */
function reset(value: string | undefined, referenceMs: number): number | undefined {
  if (value === undefined || !isNumber(value)) return undefined
  const number = Number(value)
  if (number > 1e12) return number - referenceMs
  if (number > 1e9) return number * 1000 - referenceMs
  return number * 1000
}

function isNumber(value: string): boolean {
  return /^\s*\d+(\.\d+)?\s*$/.test(value)
}
