import type { RateLimit } from './rate-headers.ts'

/**
 * Requests that share one of Hex's rate limits. The names of the groups are those of Hex's OpenAPI document
 * (mid-2026), which says of their size only that it "may vary".
 */
export type LimitGroup = 'hex-run-kernel' | 'hex-api' | 'hex-chart-image' | 'general'

export type Limiter = ReturnType<typeof createLimiter>

/** The part of a response that is about the limit. */
export interface LimitResponse extends RateLimit {
  /** It was a 429. */
  readonly refused: boolean
  /** Milliseconds that a 429 asked to wait. */
  readonly askedWaitMs?: number | undefined
}

/**
 * How many requests one process sends per minute without a 429. Hex's API reference up to 2025 has limits of 30 for
 * hex-api, 20 for starts, and 20 for chart images; newer ones say that they "may vary". A limit of starts per hour shows
 * only in its 429.
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
/** A window may have begun this much earlier, because reset times are whole seconds and a response takes time. */
const unsureMs = 2_000
/** Requests that wait for a window to open are spread over this time. For half and double, see docs/performance.md. */
const spreadMs = 1_500
/** Milliseconds since the epoch are exact to a quarter of this. A wait for less would never end. */
const roundingMs = 0.001
/** After a 429 that asks for no wait, the next request is sent no sooner. */
const shortestRetryMs = 3_000
/** If Hex still refuses when the window should be open, retry as often as a plain poller does (Kestra's 5 s). */
const overdueRetryMs = 5_000
/** After a window in which the quota was used up, it is scarce in the next one, and perhaps in the one after that. */
const scarceMs = 2 * windowMs

interface State {
  /** Requests of the last minute, without those refused. */
  readonly sentAtMs: Array<number>
  /** A 429 that asked for a wait blocks all requests until then. */
  closedUntilMs: number
  /** Until then, no request is known to remain. Urgent requests are sent all the same. */
  emptyUntilMs: number
  /** When the window opens at the latest, as judged at the first 429; undefined after another response. */
  opensAtMs: number | undefined
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
    /** Counts a request that is sent now. Returns the time, by which its response names it. */
    sent(group: LimitGroup, nowMs: number): number {
      for (const times of [stateOf(group).sentAtMs, allSentAtMs]) {
        while (times[0] !== undefined && times[0] <= nowMs - windowMs) times.shift()
        times.push(nowMs)
      }
      return nowMs
    },
    /** Takes back the count of a request that never left this machine. */
    unsent(group: LimitGroup, sentAtMs: number) {
      takeBack(stateOf(group).sentAtMs, sentAtMs)
      takeBack(allSentAtMs, sentAtMs)
    },
    /** Learns from the response to the request that was counted at `sentAtMs`. */
    answered(group: LimitGroup, response: LimitResponse, sentAtMs: number, nowMs: number) {
      const state = stateOf(group)
      if (!response.refused) return note(state, response, nowMs)
      // The group's window does not contain a request that it refused. Nothing says so of all groups together, so it
      // still counts there.
      takeBack(state.sentAtMs, sentAtMs)
      return close(state, response.askedWaitMs, nowMs)
    },
    /** Milliseconds until the quota was not used up for two minutes: what can wait does not compete for it before. */
    calmInMs: (group: LimitGroup, nowMs: number) =>
      Math.max(0, stateOf(group).scarceAtMs + scarceMs - nowMs),
    /** True while responses show that nobody else uses the quota. */
    isAlone: (group: LimitGroup) => stateOf(group).isAlone,
  }
}

/** Removes one request. Others may have been sent since, and after a minute it is not there any more. */
function takeBack(times: Array<number>, sentAtMs: number) {
  const at = times.lastIndexOf(sentAtMs)
  if (at >= 0) times.splice(at, 1)
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
    opensAtMs: undefined,
    scarceAtMs: Number.NEGATIVE_INFINITY,
    isAlone: false,
  }
}

/** After a 429: when the group is tried again. */
function close(state: State, askedWaitMs: number | undefined, nowMs: number) {
  state.isAlone = false
  state.scarceAtMs = nowMs
  // Where Hex names no wait: the window opens before our first request in it is a minute old. Half of that time is
  // tried first, so that few tries find an opening soon. If the window is then still closed, later requests in it say no
  // more: with a few of them, each would cause more tries than a plain poller makes.
  // The response can arrive when the oldest request is already out of the window.
  state.opensAtMs ??= (state.sentAtMs.find((atMs) => atMs > nowMs - windowMs) ?? nowMs) + windowMs
  const opensInMs = state.opensAtMs - nowMs
  if (askedWaitMs !== undefined)
    state.closedUntilMs = Math.max(state.closedUntilMs, nowMs + askedWaitMs)
  else if (opensInMs <= 0) state.emptyUntilMs = nowMs + overdueRetryMs
  else state.emptyUntilMs = nowMs + Math.max(shortestRetryMs, opensInMs / 2)
}

/** After any other response: what it says remains is known of all processes together. */
function note(state: State, { limit, remaining, resetMs }: LimitResponse, nowMs: number) {
  state.opensAtMs = undefined
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
