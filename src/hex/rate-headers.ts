/** What an answer says of its rate limit. What it does not say is undefined. */
export interface RateLimit {
  /** Requests that a window holds. */
  readonly limit?: number
  /** Requests that may still follow in this window. */
  readonly remaining?: number
  /** Milliseconds until the window starts afresh. */
  readonly resetMs?: number
}

/**
 * Reads what Hex's API overview promises on every answer and names no header for: how many requests remain and
 * when the limit resets. The names are those in common use: `ratelimit-*` (IETF draft to version 07),
 * `x-ratelimit-*`, `x-rate-limit-*`, and the structured field `RateLimit` of the later drafts.
 * @param referenceMs the sender's clock, to measure a time of day against.
 */
export function rateLimitOf(
  headers: Readonly<Record<string, string>>,
  referenceMs: number,
): RateLimit {
  for (const prefix of ['ratelimit', 'x-ratelimit', 'x-rate-limit']) {
    const word = rateWord(
      // `limit` may be followed by its policy, as in `100, 100;w=60`.
      /^\s*(\d{1,9})\b/.exec(headers[`${prefix}-limit`] ?? '')?.[1],
      headers[`${prefix}-remaining`],
      headers[`${prefix}-reset`],
      referenceMs,
    )
    if (word.remaining !== undefined || word.resetMs !== undefined) return word
  }
  return structuredWord(headers['ratelimit']?.slice(0, 500) ?? '', referenceMs)
}

/**
 * `"minute";r=12;t=30, "hour";r=900;t=1200`, or `limit=30, remaining=12, reset=30` in drafts 06 and 07. Of several
 * windows the one that has least left is the one to heed; of equals, the one that lasts longest.
 */
function structuredWord(field: string, referenceMs: number): RateLimit {
  const members = /\bremaining=|\breset=/.test(field) ? [field] : field.split(',')
  const words = members.map((member) =>
    rateWord(
      parameter(member, 'limit|q'),
      parameter(member, 'remaining|r'),
      parameter(member, 'reset|t'),
      referenceMs,
    ),
  )
  const left = ({ remaining }: RateLimit) => remaining ?? Number.POSITIVE_INFINITY
  return words.reduce((a, b) => {
    if (left(a) !== left(b)) return left(a) < left(b) ? a : b
    return (a.resetMs ?? 0) >= (b.resetMs ?? 0) ? a : b
  })
}

function parameter(member: string, names: string): string | undefined {
  return new RegExp(`(?:^|[;,\\s])(?:${names})=(\\d{1,13})`).exec(member)?.[1]
}

function rateWord(
  limit: string | undefined,
  remaining: string | undefined,
  reset: string | undefined,
  referenceMs: number,
): RateLimit {
  const resetMs = milliseconds(reset, referenceMs)
  return {
    ...(isCount(limit) ? { limit: Number(limit) } : {}),
    ...(isCount(remaining) ? { remaining: Number(remaining) } : {}),
    ...(resetMs === undefined ? {} : { resetMs: Math.max(0, resetMs) }),
  }
}

function isCount(value: string | undefined): boolean {
  return value !== undefined && /^\s*\d{1,9}\s*$/.test(value)
}

/** The same header name is used for seconds to go, for seconds since the epoch and for milliseconds. */
function milliseconds(value: string | undefined, referenceMs: number): number | undefined {
  if (value === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(value)) return undefined
  const number = Number(value)
  if (number > 1e12) return number - referenceMs
  if (number > 1e9) return number * 1000 - referenceMs
  return number * 1000
}
