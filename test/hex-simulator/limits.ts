import type { Operation } from './routes.ts'
import { operationNamed } from './schema.ts'

/** Requests allowed per user in a minute or an hour. */
export interface LimitOptions {
  readonly enforced: boolean
  /**
   * Hex's overview page words a window as one that opens at its first request and is empty again 60 s later. In a
   * sliding one each request counts for 60 s.
   */
  readonly window: 'first-request' | 'sliding'
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

/** When the requests of a window were counted, the oldest first. */
export type LimitWindow = Array<number>

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
  request: { readonly userId: string; readonly operation: Operation | null; readonly atMs: number },
): LimitVerdict | null {
  if (!limits.enforced) return null
  const { userId, operation, atMs } = request
  const open = quotasOf(limits, operation).map((quota) => {
    const key = `${userId} ${quota.name}`
    const counted = windows.get(key) ?? []
    windows.set(key, counted)
    forgetOld(counted, quota, limits.window, atMs)
    const remaining = Math.max(0, quota.limit - counted.length)
    // A sliding window has room once so many have left it that one more fits.
    const oldest = limits.window === 'sliding' ? counted[counted.length - quota.limit] : undefined
    const resetsAtMs = (oldest ?? counted[0] ?? atMs) + quota.windowMs
    return { counted, limit: quota.limit, remaining, resetsAtMs }
  })

  const refusing = open.filter((window) => window.remaining === 0)
  if (refusing.length > 0) {
    const last = refusing.reduce((a, b) => (a.resetsAtMs >= b.resetsAtMs ? a : b))
    return { refused: true, resetsAtMs: last.resetsAtMs, limit: last.limit, remaining: 0 }
  }

  for (const window of open) window.counted.push(atMs)
  const tightest = open.reduce((a, b) => (a.remaining <= b.remaining ? a : b))
  const { limit, remaining, resetsAtMs } = tightest
  return { refused: false, resetsAtMs, limit, remaining: remaining - 1 }
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

/** Takes out of a window what has left it by now. */
function forgetOld(
  counted: LimitWindow,
  { windowMs }: Quota,
  kind: LimitOptions['window'],
  atMs: number,
): void {
  const isOver = (sinceMs: number | undefined) =>
    sinceMs !== undefined && atMs >= sinceMs + windowMs
  if (kind === 'first-request' && isOver(counted[0])) counted.length = 0
  while (isOver(counted[0])) counted.shift()
}
