import type { LimitGroup } from './operations.ts'
import type { RateWord } from './rate-headers.ts'

/** Keeps all requests of one process under Hex's limits. It decides; whoever asks does the waiting. */
export interface Limiter {
  /**
   * Milliseconds until a request of this group may leave; 0 means now. Urgent ones skip our own budget.
   * @param byMs the room that we make for other jobs is given up where it would keep this one waiting past this time,
   *   milliseconds since the epoch; the limits and what the server asked for are kept.
   */
  waitMs(group: LimitGroup, urgent: boolean, nowMs: number, byMs?: number): number
  /** Counts a request that leaves now. */
  sent(group: LimitGroup, nowMs: number): void
  /** Takes back the last count: the request never left this machine. */
  unsent(group: LimitGroup): void
  /** The server refused this group until then; nothing of the group leaves before, urgent or not. */
  closed(group: LimitGroup, untilMs: number): void
  /** Learns from an answer to a request of this group: from a refusal, and from what it says of the limit. */
  answered(group: LimitGroup, answer: RateAnswer, nowMs: number): void
  /** Milliseconds between two requests of this group at the pace that is right now. */
  paceMs(group: LimitGroup, nowMs: number): number
}

/** What of an answer concerns the budget. */
export interface RateAnswer extends RateWord {
  /** When its request left. */
  readonly sentAtMs: number
  /** It was a 429. */
  readonly refused: boolean
  /** Milliseconds that a 429 asked to wait. */
  readonly askedWaitMs?: number
}

interface Window {
  readonly lengthMs: number
  readonly most: number
}

const minuteMs = 60_000

/**
 * A minute of hex-api holds 30 requests and of hex-run-kernel 20, an hour of the latter 60 (Hex's API
 * reference up to 2025; the newer one says "may vary"); chart images 20 a minute.
 */
const windowsOf: Readonly<Record<LimitGroup, ReadonlyArray<Window>>> = {
  'hex-api': [{ lengthMs: minuteMs, most: 30 }],
  'hex-run-kernel': [
    { lengthMs: minuteMs, most: 20 },
    { lengthMs: 3_600_000, most: 60 },
  ],
  'hex-chart-image': [{ lengthMs: minuteMs, most: 20 }],
  general: [{ lengthMs: minuteMs, most: 30 }],
}

/**
 * All groups together have 60 requests a minute (Hex's API overview). Ten of them are never spent on anything
 * that can wait, so that a cancel and the looks after it find room.
 */
const together: Window = { lengthMs: minuteMs, most: 50 }

/**
 * Whoever asks again and again does so at nine tenths of the budget: what is left takes up that windows begin
 * at other moments than ours, and what else the process asks in between.
 */
const pacedShare = 0.9
/**
 * What a refusal does to the pace, at least. It also says how far all jobs together are over, and of what is then our
 * share we take a third: the others were perhaps not refused, and go on as before.
 */
const slowerBy = 2
const shareTaken = 1 / 3
/** How far a first refusal may slow us down at once; the next ones double it. */
const firstGapMs = 1.5 * minuteMs
/**
 * The slowest pace: 75 jobs at it share 30 requests a minute. Slower, and a job would not see for too long that the
 * others are gone.
 */
const slowestMs = 2.5 * minuteMs
/**
 * How much of the gap between two requests goes away in a millisecond without a refusal: 1.5 seconds in a minute.
 * Gaps that shrink evenly suit any number of jobs: the more share a token, the wider are their gaps, and the smaller
 * is the part that 1.5 seconds are of them. Faster means more refusals, slower gives room back later.
 */
const recovery = 1 / 40
/** A refusal so early in its window says that very many ask; how many more, it does not say. */
const earliestMs = 5_000

/**
 * Jobs of one fleet begin within about so long of each other. Where the requests of a window were gone after 4 seconds,
 * jobs come five times as many as the window holds, if they go on like that; each asks twice before it starts. So they
 * come back spread over ten windows, which fills them. To be refused again means that there are more by far.
 */
const fleetBeginsWithinMs = 20_000
const asksBeforeStart = 2
const moreEachTime = 3
/** No start is put off for longer after one refusal. */
const longestSpreadMs = 15 * minuteMs

/** A limiter with Hex's documented budget, empty at the start. `random` gives numbers from 0 up to 1. */
export function createLimiter(random: () => number = Math.random): Limiter {
  const budgets = new Map<LimitGroup, Budget>()
  const allSentAt: Array<number> = []
  const budgetOf = (group: LimitGroup): Budget => {
    const budget = budgets.get(group) ?? newBudget(windowsOf[group])
    budgets.set(group, budget)
    return budget
  }

  return {
    waitMs(group, urgent, nowMs, byMs = Number.POSITIVE_INFINITY) {
      const budget = budgetOf(group)
      const serverWait = Math.max(0, budget.closedUntilMs - nowMs)
      if (urgent) return serverWait
      const ownWait = Math.max(
        serverWait,
        emptyWaitMs(budget, nowMs),
        windowWaitMs(together, allSentAt, nowMs),
        ...budget.windows.map((window) => windowWaitMs(window, budget.sentAt, nowMs)),
      )
      const politeWait = Math.max(
        ownWait,
        budget.pausedUntilMs - nowMs,
        spacedWaitMs(budget, nowMs),
      )
      return nowMs + politeWait > byMs ? ownWait : politeWait
    },
    sent(group, nowMs) {
      const budget = budgetOf(group)
      const longestMs = Math.max(...budget.windows.map((window) => window.lengthMs))
      count(budget.sentAt, nowMs, longestMs)
      count(allSentAt, nowMs, together.lengthMs)
      // From three quarters to five quarters of the gap: jobs that began together drift apart.
      budget.stretch = 0.75 + random() / 2
      if (budget.told !== undefined) budget.told.remaining -= 1
    },
    unsent(group) {
      budgetOf(group).sentAt.pop()
      allSentAt.pop()
    },
    closed(group, untilMs) {
      close(budgetOf(group), untilMs)
    },
    answered(group, answer, nowMs) {
      const budget = budgetOf(group)
      heed(budget, answer, nowMs)
      budget.refusals = answer.refused ? budget.refusals + 1 : 0
      if (!answer.refused) {
        budget.answers += 1
        return
      }
      slowDown(budget, answer, nowMs)
      if (answer.askedWaitMs !== undefined) close(budget, nowMs + answer.askedWaitMs)
      const waitMs = answer.askedWaitMs ?? minuteMs
      const spreadMs = random() * mostSpreadMs(budget, waitMs, usedUpAfterMs(answer))
      budget.pausedUntilMs = Math.max(budget.pausedUntilMs, nowMs + waitMs + spreadMs)
    },
    paceMs(group, nowMs) {
      const budget = budgetOf(group)
      const evenly = budget.windows
        .filter((window) => window.lengthMs <= minuteMs)
        .map((window) => window.lengthMs / (window.most * pacedShare))
      return Math.max(...evenly, gapMs(budget, nowMs), toldGapMs(budget, nowMs))
    },
  }
}

/** What is known of one group. */
interface Budget {
  windows: ReadonlyArray<Window>
  readonly sentAt: Array<number>
  /** The server's word: nothing leaves before. */
  closedUntilMs: number
  /** Our own conclusion: nothing leaves before but what is urgent. */
  pausedUntilMs: number
  /** The gap that refusals taught, as of `gapAtMs`; it shrinks from then on. */
  gapMs: number
  gapAtMs: number
  /** In a row. */
  refusals: number
  /** Those that were no refusals. */
  answers: number
  stretch: number
  told: { remaining: number; readonly limit: number; readonly resetsAtMs: number } | undefined
}

function newBudget(windows: ReadonlyArray<Window>): Budget {
  return {
    windows,
    sentAt: [],
    closedUntilMs: 0,
    pausedUntilMs: 0,
    gapMs: 0,
    gapAtMs: Number.NEGATIVE_INFINITY,
    refusals: 0,
    answers: 0,
    stretch: 1,
    told: undefined,
  }
}

function close(budget: Budget, untilMs: number) {
  budget.closedUntilMs = Math.max(untilMs, budget.closedUntilMs)
}

/**
 * Those who were refused together come back one after the other. A long wait means that there are many of them, and to
 * be refused again means that there are more. Who has hardly asked for anything yet has no run to look after, and makes
 * room for those who have.
 */
function mostSpreadMs(budget: Budget, waitMs: number, usedUpMs: number): number {
  const spreadMs = Math.min(budget.gapMs, waitMs * (1 + budget.refusals))
  if (budget.answers >= asksBeforeStart) return spreadMs
  const fleetMs = (fleetBeginsWithinMs / usedUpMs) * asksBeforeStart * waitMs
  return Math.max(
    spreadMs,
    Math.min(longestSpreadMs, fleetMs * moreEachTime ** (budget.refusals - 1)),
  )
}

/** How soon the window's requests were used up, where the refusal says when the next one begins; else half of it. */
function usedUpAfterMs({ askedWaitMs = minuteMs / 2 }: RateAnswer): number {
  return Math.max(earliestMs, minuteMs - Math.min(askedWaitMs, minuteMs))
}

/**
 * A refusal tells how far the jobs together are over: with 40 of 60 seconds still to go, three times. Our share of a
 * pace that lasts is what we sent in the last minute, divided by that. Of several requests that were on their way
 * together one refusal counts.
 */
function slowDown(budget: Budget, answer: RateAnswer, nowMs: number) {
  if (answer.sentAtMs < budget.gapAtMs) return
  const sentInMinute = budget.sentAt.filter((atMs) => atMs > nowMs - minuteMs).length
  const sharePerMinute = (Math.max(1, sentInMinute) * usedUpAfterMs(answer)) / minuteMs
  const shareGapMs = minuteMs / (sharePerMinute * shareTaken)
  const lastGapMs = gapMs(budget, nowMs)
  const mostGapMs = Math.max(lastGapMs * slowerBy, firstGapMs)
  const gap = Math.max(lastGapMs * slowerBy, Math.min(shareGapMs, mostGapMs))
  budget.gapMs = Math.min(slowestMs, gap)
  budget.gapAtMs = nowMs
}

/** The learnt gap as it is now, shrunk since the last refusal. */
function gapMs(budget: Budget, nowMs: number): number {
  return budget.gapMs === 0
    ? 0
    : Math.max(0, budget.gapMs - Math.max(0, nowMs - budget.gapAtMs) * recovery)
}

function spacedWaitMs(budget: Budget, nowMs: number): number {
  const lastMs = budget.sentAt.at(-1) ?? Number.NEGATIVE_INFINITY
  // The first one after a refusal has its place already, drawn when the refusal came.
  const isPlaced = lastMs <= budget.gapAtMs
  const gap = Math.max(gapMs(budget, nowMs), toldGapMs(budget, nowMs))
  return isPlaced ? 0 : Math.max(0, lastMs + gap * budget.stretch - nowMs)
}

/** Where Hex has told that nothing remains of its window. */
function emptyWaitMs({ told }: Budget, nowMs: number): number {
  return told !== undefined && told.remaining <= 0 ? Math.max(0, told.resetsAtMs - nowMs) : 0
}

/** Keeps what the answer says of its window; a minute's limit replaces the documented one. */
function heed(budget: Budget, { limit, remaining, resetMs }: RateAnswer, nowMs: number) {
  if (remaining === undefined || resetMs === undefined) return
  budget.told = { remaining, limit: limit ?? 0, resetsAtMs: nowMs + resetMs }
  if (limit === undefined || limit < 1 || resetMs > minuteMs) return
  budget.windows = budget.windows.map((window) =>
    window.lengthMs === minuteMs ? { ...window, most: Math.min(limit, together.most) } : window,
  )
}

/**
 * The gap at which what remains of the window lasts to its end. In the first half of the window's requests there is
 * no need for one. Of an hour's window only the end is heeded: spacing it out would keep a first request waiting.
 */
function toldGapMs({ told }: Budget, nowMs: number): number {
  if (told === undefined) return 0
  const { remaining, limit, resetsAtMs } = told
  const leftMs = resetsAtMs - nowMs
  if (leftMs <= 0 || leftMs > minuteMs || remaining > limit / 2) return 0
  return leftMs / Math.max(1, remaining)
}

function count(times: Array<number>, nowMs: number, longestMs: number) {
  while (times[0] !== undefined && times[0] <= nowMs - longestMs) times.shift()
  times.push(nowMs)
}

/** Until the oldest request that fills the window falls out of it. */
function windowWaitMs(window: Window, times: ReadonlyArray<number>, nowMs: number): number {
  const filling = times.at(-window.most)
  return filling === undefined ? 0 : Math.max(0, filling + window.lengthMs - nowMs)
}
