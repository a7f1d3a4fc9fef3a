import type { Operation } from './routes.ts'
import { operationNamed } from './schema.ts'

/** Requests allowed per user. A window opens at its first request and ends 60 s (or 1 h) later. */
export interface LimitOptions {
  readonly enforced: boolean
  readonly allPerMinute: number
  /** The group `hex-api`: runs, single projects, exports, and reading data connections. */
  readonly hexApiPerMinute: number
  readonly hexApiPerHour: number
  readonly runProjectPerMinute: number
  readonly runProjectPerHour: number
  readonly chartImagePerMinute: number
  /** The group `hex-api-30rpm`: people and cells. */
  readonly usersPerMinute: number
  /** What a 429 says about waiting; no source shows one, so a client has to live with each. */
  readonly retryAfter: 'seconds' | 'date' | 'none'
  /**
   * The overview page promises headers on every answer and names none: the IETF draft's names
   * with seconds left, or the widespread `x-` names with a time in epoch seconds.
   */
  readonly rateHeaders: 'none' | 'ratelimit' | 'x-ratelimit'
}

/** Every window that is open, by user and group. */
export type LimitWindows = Map<string, LimitWindow>

/** Requests counted since the window's first one. */
export interface LimitWindow {
  readonly endsAtMs: number
  readonly limit: number
  count: number
}

/** What counting one request led to. */
export interface LimitVerdict {
  readonly refused: boolean
  /** When the window that matters (the refusing one, else the tightest) starts afresh. */
  readonly resetsAtMs: number
  readonly limit: number
  readonly remaining: number
}

/** Counts a request, or refuses it and counts nothing. Null when limits are off. */
export function countRequest(
  windows: LimitWindows,
  limits: LimitOptions,
  userId: string,
  operation: Operation | null,
  atMs: number,
): LimitVerdict | null {
  if (!limits.enforced) return null
  const open = quotasOf(limits, operation).map((quota) =>
    windowFor(windows, `${userId} ${quota.name}`, quota, atMs),
  )

  const refusing = open.filter((window) => window.count >= window.limit)
  if (refusing.length > 0) {
    const last = refusing.reduce((a, b) => (a.endsAtMs >= b.endsAtMs ? a : b))
    return { refused: true, resetsAtMs: last.endsAtMs, limit: last.limit, remaining: 0 }
  }

  for (const window of open) window.count += 1
  const tightest = open.reduce((a, b) => (a.limit - a.count <= b.limit - b.count ? a : b))
  return {
    refused: false,
    resetsAtMs: tightest.endsAtMs,
    limit: tightest.limit,
    remaining: tightest.limit - tightest.count,
  }
}

/** The headers that tell of the verdict; `skewMs` is how far Hex's clock is ahead. */
export function limitHeaders(
  verdict: LimitVerdict,
  limits: LimitOptions,
  atMs: number,
  skewMs: number,
): Record<string, string> {
  const headers: Record<string, string> = {}
  const secondsLeft = Math.max(1, Math.ceil((verdict.resetsAtMs - atMs) / 1_000))
  const resetsAt = verdict.resetsAtMs + skewMs

  if (verdict.refused && limits.retryAfter === 'seconds') headers['retry-after'] = `${secondsLeft}`
  if (verdict.refused && limits.retryAfter === 'date') {
    headers['retry-after'] = new Date(Math.ceil(resetsAt / 1_000) * 1_000).toUTCString()
  }
  if (limits.rateHeaders === 'none') return headers

  const prefix = limits.rateHeaders
  headers[`${prefix}-limit`] = `${verdict.limit}`
  headers[`${prefix}-remaining`] = `${verdict.remaining}`
  headers[`${prefix}-reset`] =
    prefix === 'ratelimit' ? `${secondsLeft}` : `${Math.ceil(resetsAt / 1_000)}`
  return headers
}

interface Quota {
  readonly name: string
  readonly limit: number
  readonly windowMs: number
}

const minuteMs = 60_000
const hourMs = 3_600_000

function quotasOf(limits: LimitOptions, operation: Operation | null): ReadonlyArray<Quota> {
  const all = { name: 'all', limit: limits.allPerMinute, windowMs: minuteMs }
  switch (operation === null ? undefined : operationNamed(operation).group) {
    case 'hex-api':
      return [
        all,
        { name: 'hex-api minute', limit: limits.hexApiPerMinute, windowMs: minuteMs },
        { name: 'hex-api hour', limit: limits.hexApiPerHour, windowMs: hourMs },
      ]
    case 'hex-run-kernel':
      return [
        all,
        { name: 'run minute', limit: limits.runProjectPerMinute, windowMs: minuteMs },
        { name: 'run hour', limit: limits.runProjectPerHour, windowMs: hourMs },
      ]
    case 'hex-chart-image':
      return [all, { name: 'chart', limit: limits.chartImagePerMinute, windowMs: minuteMs }]
    case 'hex-api-30rpm':
      return [all, { name: 'users', limit: limits.usersPerMinute, windowMs: minuteMs }]
    default:
      return [all]
  }
}

function windowFor(windows: LimitWindows, key: string, quota: Quota, atMs: number): LimitWindow {
  const existing = windows.get(key)
  if (existing !== undefined && atMs < existing.endsAtMs) return existing
  const opened = { endsAtMs: atMs + quota.windowMs, limit: quota.limit, count: 0 }
  windows.set(key, opened)
  return opened
}
