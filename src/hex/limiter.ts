import type { LimitGroup } from './operations.ts'

/** Keeps all requests of one process under Hex's limits. It decides; whoever asks does the waiting. */
export interface Limiter {
  /** Milliseconds until a request of this group may leave; 0 means now. Urgent ones skip our own budget. */
  waitMs(group: LimitGroup, urgent: boolean, nowMs: number): number
  /** Counts a request that leaves now. */
  sent(group: LimitGroup, nowMs: number): void
  /** Takes back the last count: the request never left this machine. */
  unsent(group: LimitGroup): void
  /** The server refused this group until then; nothing of the group leaves before, urgent or not. */
  closed(group: LimitGroup, untilMs: number): void
}

interface Window {
  readonly lengthMs: number
  readonly most: number
}

/**
 * A minute of hex-api holds 30 requests and of hex-run-kernel 20, an hour of the latter 60 (Hex's API
 * reference up to 2025; the newer one says "may vary"); chart images 20 a minute. All together stay below
 * the 60 a minute of Hex's API overview, ten of which are thereby always left for cancelling runs.
 */
const windowsOf: Readonly<Record<LimitGroup, ReadonlyArray<Window>>> = {
  'hex-api': [{ lengthMs: 60_000, most: 30 }],
  'hex-run-kernel': [
    { lengthMs: 60_000, most: 20 },
    { lengthMs: 3_600_000, most: 60 },
  ],
  'hex-chart-image': [{ lengthMs: 60_000, most: 20 }],
  general: [{ lengthMs: 60_000, most: 30 }],
}

/** A limiter with Hex's documented budget, empty at the start. */
export function createLimiter(): Limiter {
  const sentAt = new Map<LimitGroup, Array<number>>()
  const closedUntil = new Map<LimitGroup, number>()

  return {
    waitMs(group, urgent, nowMs) {
      const serverWait = Math.max(0, (closedUntil.get(group) ?? 0) - nowMs)
      if (urgent) return serverWait
      const times = sentAt.get(group) ?? []
      return Math.max(
        serverWait,
        ...windowsOf[group].map((window) => windowWaitMs(window, times, nowMs)),
      )
    },
    sent(group, nowMs) {
      const longestMs = Math.max(...windowsOf[group].map((window) => window.lengthMs))
      const times = (sentAt.get(group) ?? []).filter((time) => time > nowMs - longestMs)
      times.push(nowMs)
      sentAt.set(group, times)
    },
    unsent(group) {
      sentAt.get(group)?.pop()
    },
    closed(group, untilMs) {
      closedUntil.set(group, Math.max(untilMs, closedUntil.get(group) ?? 0))
    },
  }
}

/** Until the oldest request that fills the window falls out of it. */
function windowWaitMs(window: Window, times: ReadonlyArray<number>, nowMs: number): number {
  const filling = times.at(-window.most)
  return filling === undefined ? 0 : Math.max(0, filling + window.lengthMs - nowMs)
}
