/** The rate limit in a response's headers. Missing facts are undefined. */
export interface RateLimit {
  /** Requests per window. */
  readonly limit?: number
  /** Requests left in this window. */
  readonly remaining?: number
  /** Milliseconds until the window resets. */
  readonly resetMs?: number
}

/**
 * Reads how many requests remain and when the limit resets. Hex's API overview promises both on every response but names
 * no headers, so this reads the usual ones: `ratelimit-*` (IETF drafts up to 07), `x-ratelimit-*`, `x-rate-limit-*`, and
 * the structured field `RateLimit` of later drafts.
 * @param referenceMs the server's clock, to convert a time of day.
 */
export function rateLimitOf(
  headers: Readonly<Record<string, string>>,
  referenceMs: number,
): RateLimit {
  for (const prefix of ['ratelimit', 'x-ratelimit', 'x-rate-limit']) {
    const limit = limitFrom(
      // `limit` may be followed by its policy, as in `100, 100;w=60`.
      /^\s*(\d{1,9})\b/.exec(headers[`${prefix}-limit`] ?? '')?.[1],
      headers[`${prefix}-remaining`],
      headers[`${prefix}-reset`],
      referenceMs,
    )
    if (limit.remaining !== undefined || limit.resetMs !== undefined) return limit
  }
  return structuredLimit(headers['ratelimit']?.slice(0, 500) ?? '', referenceMs)
}

/**
 * `"minute";r=12;t=30, "hour";r=900;t=1200`, or `limit=30, remaining=12, reset=30` in drafts 06 and 07. Of several
 * windows, the one with the fewest requests left counts; among equals, the one that lasts longest.
 */
function structuredLimit(field: string, referenceMs: number): RateLimit {
  const members = /\bremaining=|\breset=/.test(field) ? [field] : field.split(',')
  const limits = members.map((member) =>
    limitFrom(
      parameter(member, 'limit|q'),
      parameter(member, 'remaining|r'),
      parameter(member, 'reset|t'),
      referenceMs,
    ),
  )
  const left = ({ remaining }: RateLimit) => remaining ?? Number.POSITIVE_INFINITY
  return limits.reduce((a, b) => {
    if (left(a) !== left(b)) return left(a) < left(b) ? a : b
    return (a.resetMs ?? 0) >= (b.resetMs ?? 0) ? a : b
  })
}

function parameter(member: string, names: string): string | undefined {
  return new RegExp(`(?:^|[;,\\s])(?:${names})=(\\d{1,13})`).exec(member)?.[1]
}

function limitFrom(
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

/** Servers use this header for seconds left, seconds since the epoch, or milliseconds since the epoch. */
function milliseconds(value: string | undefined, referenceMs: number): number | undefined {
  if (value === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(value)) return undefined
  const number = Number(value)
  if (number > 1e12) return number - referenceMs
  if (number > 1e9) return number * 1000 - referenceMs
  return number * 1000
}
