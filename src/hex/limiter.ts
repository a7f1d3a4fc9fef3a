import type { LimitGroup } from './operations.ts'
import type { RateLimit } from './rate-headers.ts'

export type Limiter = ReturnType<typeof createLimiter>

/** The part of a response that is about the limit. */
export interface LimitResponse extends RateLimit {
  /** It was a 429. */
  readonly refused: boolean
  /** Milliseconds that a 429 asked to wait. */
  readonly askedWaitMs?: number
}

/**
 * Requests a minute that one process sends by itself: Hex's API reference up to 2025 has 30 for hex-api, 20 starts and 20
 * chart images; newer ones say "may vary". A limit of starts an hour is known by its 429 alone.
 */
const quotaOf: Readonly<Record<LimitGroup, number>> = {
  'hex-api': 30,
  'hex-run-kernel': 20,
  'hex-chart-image': 20,
  general: 30,
}
/** All groups together have 60 (API overview); ten are left for a cancel request and what follows it. */
const quotaTogether = 50
/** Hex's shortest windows end a minute after their first request (API overview). */
const windowMs = 60_000
/** Reset times are whole seconds, and a response takes its time: so much sooner a window may have begun. */
const unsureMs = 2_000
/** Those who wait for a window to open are spread over so long. What a half and more changes: docs/performance.md. */
const spreadMs = 1_500
/** Milliseconds since the epoch are exact to a quarter of this: less is not waited for, or the wait would never end. */
const roundingMs = 0.001
/** A 429 that asks for no wait is retried no sooner. */
const shortestRetryMs = 3_000
/** If Hex still refuses when the window should be open, retry as often as a plain poller does (Kestra's 5 s). */
const overdueRetryMs = 5_000
/** A quota that was used up in the last window is scarce in this one, and perhaps in the next. */
const scarceMs = 2 * windowMs

interface State {
  /** Requests of the last minute, without those refused. */
  readonly sentAtMs: Array<number>
  /** A 429 keeps all requests back until then. */
  closedUntilMs: number
  /** Until then nothing remains, as far as is known: what is urgent tries all the same. */
  emptyUntilMs: number
  /** The first 429 since the last response that was none. */
  refusedSinceMs: number | undefined
  /** When the quota was last used up. */
  scarceAtMs: number
  isAlone: boolean
}

/**
 * Keeps one process within Hex's limits. Other processes on the same token show only in a 429 and in what responses say
 * remains. A 429 costs nothing and waiting does, so nothing is put off for others before that. The limiter decides; the
 * caller does the waiting.
 * @param random gives numbers from 0 up to 1.
 */
export function createLimiter(random: () => number = Math.random) {
  const states = new Map<LimitGroup, State>()
  const allSentAtMs: Array<number> = []
  const stateOf = (group: LimitGroup): State => {
    const state = states.get(group) ?? newState()
    states.set(group, state)
    return state
  }
  return {
    /** Milliseconds until a request of this group may be sent; 0 means now. Urgent ones wait only for a 429's own time. */
    waitMs(group: LimitGroup, urgent: boolean, nowMs: number) {
      const { closedUntilMs, emptyUntilMs, sentAtMs } = stateOf(group)
      if (urgent) return Math.max(0, closedUntilMs - nowMs)
      const leftMs = Math.max(closedUntilMs, emptyUntilMs) - nowMs
      return Math.max(
        leftMs < roundingMs ? 0 : leftMs + random() * spreadMs,
        quotaWaitMs(sentAtMs, quotaOf[group], nowMs),
        quotaWaitMs(allSentAtMs, quotaTogether, nowMs),
      )
    },
    /** Counts a request that is sent now. */
    sent(group: LimitGroup, nowMs: number) {
      for (const times of [stateOf(group).sentAtMs, allSentAtMs]) {
        while (times[0] !== undefined && times[0] <= nowMs - windowMs) times.shift()
        times.push(nowMs)
      }
    },
    /** Takes back the last count: the request never left this machine. */
    unsent(group: LimitGroup) {
      stateOf(group).sentAtMs.pop()
      allSentAtMs.pop()
    },
    /** Learns from a response. */
    answered(group: LimitGroup, response: LimitResponse, nowMs: number) {
      const state = stateOf(group)
      if (response.refused) close(state, response.askedWaitMs, nowMs)
      else note(state, response, nowMs)
    },
    /** Milliseconds until the quota was not used up for two minutes: what can wait does not compete for it before. */
    calmInMs: (group: LimitGroup, nowMs: number) =>
      Math.max(0, stateOf(group).scarceAtMs + scarceMs - nowMs),
    /** True while responses show that nobody else uses the quota. */
    isAlone: (group: LimitGroup) => stateOf(group).isAlone,
  }
}

/** Until the oldest request that fills the quota is a minute old. */
function quotaWaitMs(times: ReadonlyArray<number>, quota: number, nowMs: number): number {
  const filling = times.at(-quota)
  return filling === undefined ? 0 : Math.max(0, filling + windowMs - nowMs)
}

function newState(): State {
  return {
    sentAtMs: [],
    closedUntilMs: 0,
    emptyUntilMs: 0,
    refusedSinceMs: undefined,
    scarceAtMs: Number.NEGATIVE_INFINITY,
    isAlone: false,
  }
}

/** After a 429: when the group is tried again. */
function close(state: State, askedWaitMs: number | undefined, nowMs: number) {
  state.sentAtMs.pop()
  state.isAlone = false
  state.refusedSinceMs ??= nowMs
  state.scarceAtMs = nowMs
  // Where Hex names no wait: the window opens before our first request in it is a minute old. Half of that time is
  // tried first, so that few tries find an opening soon.
  // The response can arrive when the oldest request is already out of the window.
  const firstAtMs = state.sentAtMs.find((atMs) => atMs > nowMs - windowMs) ?? state.refusedSinceMs
  const opensInMs = firstAtMs + windowMs - nowMs
  if (askedWaitMs !== undefined)
    state.closedUntilMs = Math.max(state.closedUntilMs, nowMs + askedWaitMs)
  else if (opensInMs <= 0) state.emptyUntilMs = nowMs + overdueRetryMs
  else state.emptyUntilMs = nowMs + Math.max(shortestRetryMs, opensInMs / 2)
}

/** After any other response: what it says remains is known of all processes together. */
function note(state: State, { limit, remaining, resetMs }: LimitResponse, nowMs: number) {
  state.refusedSinceMs = undefined
  state.isAlone = false
  if (remaining === undefined || resetMs === undefined) return
  if (remaining === 0) {
    state.scarceAtMs = nowMs
    state.emptyUntilMs = Math.max(state.emptyUntilMs, nowMs + resetMs)
  }
  if (limit === undefined || limit < 1 || resetMs > windowMs) return
  const ours = sentInWindow(state, resetMs, nowMs)
  // A count below our own is that of another window than the minute's, and says nothing about others.
  state.isAlone = limit - remaining === ours || limit - remaining === ours - 1
}

function sentInWindow({ sentAtMs }: State, resetMs: number, nowMs: number): number {
  return sentAtMs.filter((atMs) => atMs >= nowMs + resetMs - windowMs - unsureMs).length
}
