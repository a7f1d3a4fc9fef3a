/** The longest wait a server can ask for: Hex's longest window is an hour (RunProject, 60 starts an hour). */
const maxWaitMs = 3_600_000

/**
 * How long the server asks us to wait, in milliseconds, or undefined where it does not say.
 * Hex documents that answers tell when a limit resets, but not in which header; these are the usual ones.
 * @param nowMs our clock, used only when the answer carries no `Date` of its own to measure a date against.
 */
export function askedWaitMs(
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): number | undefined {
  const serverNow = Date.parse(headers['date'] ?? '')
  const reference = Number.isNaN(serverNow) ? nowMs : serverNow
  const wait =
    retryAfter(headers['retry-after'], reference) ??
    reset(headers['ratelimit-reset'], reference) ??
    reset(headers['x-ratelimit-reset'], reference) ??
    reset(
      /(?:^|[;,\s])(?:t|reset)=(\d{1,13})/.exec(headers['ratelimit']?.slice(0, 500) ?? '')?.[1],
      reference,
    )
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), maxWaitMs)
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfter(value: string | undefined, referenceMs: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : date - referenceMs
}

/** The same header name is used for seconds to go, for seconds since the epoch and for milliseconds. */
function reset(value: string | undefined, referenceMs: number): number | undefined {
  if (value === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(value)) return undefined
  const number = Number(value)
  if (number > 1e12) return number - referenceMs
  if (number > 1e9) return number * 1000 - referenceMs
  return number * 1000
}
