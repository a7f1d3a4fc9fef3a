import { inTime, sleep } from '../clock.ts'
import { type Failure, HexError } from '../hex/errors.ts'
import {
  isClientRefusal,
  isOverLimit,
  isRateLimit,
  mayHaveHappened,
  namesNoWait,
  retryWaitMs,
} from '../hex/retry.ts'
import type { KnownRun, Run } from '../hex/wire.ts'
import { withoutUndefined } from '../json.ts'
import { hexErrorOf, troubleOf } from './calls.ts'
import { nextPollMs } from './next-poll.ts'
import { hasEnded } from './outcome.ts'
import { afterDeadlineMs, type RunLife } from './plan.ts'

/** Why following ended: the run has ended, or else it may still be active. */
export interface Followed {
  readonly kind: 'ended' | 'abort' | 'timeout' | 'lost-contact'
  /** As last seen. */
  readonly run: KnownRun
  /** The last poll, if it failed and that decided, or came before the timeout. */
  readonly error?: HexError
}

/** A status that can't be read says nothing about the run, so only a long outage ends the wait. */
export const outagePatienceMs = 10 * 60_000
/** A clear refusal can still be temporary: a run that Hex does not show yet, a token that is being renewed. */
const refusalPatienceMs = 60_000
/** A run that another job just started shows within seconds. If Hex still does not know it, the id is wrong. */
const unseenPatienceMs = 10_000
/** A status request that takes longer is better retried. */
const pollTimeoutMs = 30_000

/**
 * Asks for the run's status until it has ended, the deadline, the abort, or too long an outage. The last request, at the
 * deadline, is skipped while a 429 asks to wait.
 */
export async function followRun(life: RunLife): Promise<Followed> {
  const endPolling = life.world.jobRuns.beginPolling(life.plan.projectId)
  try {
    return await untilEnded(life)
  } finally {
    endPolling()
  }
}

async function untilEnded(life: RunLife): Promise<Followed> {
  const { plan, world } = life
  const { clock, abort } = world
  const startedAtMs = clock.now()
  const untilMs = Math.max(plan.deadlineAtMs, startedAtMs) + afterDeadlineMs.poll
  // A run that something else started may have ended already.
  let waitMs = plan.start.kind === 'new' ? nextPollInMs(life, 0) : 0
  let run = life.run
  let outage: Outage | undefined
  let error: HexError | undefined

  for (;;) {
    await sleep(clock, Math.min(waitMs, plan.deadlineAtMs - clock.now()), abort.signal)
    if (abort.signal.aborted) return { kind: 'abort', run }
    const isFinal = clock.now() >= plan.deadlineAtMs
    const poll = await pollInTime(life, isFinal, untilMs)

    if (poll instanceof HexError) error = poll
    else if (poll !== undefined) {
      const seen = { ...run, ...poll }
      run = seen
      outage = undefined
      error = undefined
      world.onEvent({ kind: 'polled', run: seen })
      if (hasEnded(run.status)) return { kind: 'ended', run }
    }
    if (abort.signal.aborted) return { kind: 'abort', run }
    if (isFinal) return { kind: 'timeout', run, ...withoutUndefined({ error }) }
    // The limiter has no room for another poll before the one at the deadline.
    if (poll === undefined) waitMs = plan.deadlineAtMs - clock.now()
    else if (!(poll instanceof HexError))
      waitMs = nextPollInMs({ ...life, run }, clock.now() - startedAtMs)
    else {
      const { failure } = poll
      outage = longer(outage, failure, clock.now())
      const forMs = clock.now() - outage.sinceMs
      world.onEvent({ kind: 'poll-failed', trouble: troubleOf(poll), forMs })
      const isUnseen = plan.start.kind !== 'new' && run.status === undefined
      if (isTooLong(outage, isUnseen ? unseenPatienceMs : refusalPatienceMs, clock.now())) {
        return { kind: 'lost-contact', run, error: poll }
      }
      waitMs = namesNoWait(failure) ? 0 : retryWaitMs(failure, outage.tries, world.random())
    }
  }
}

/**
 * One poll, given up at `untilMs`: runs share polls, so a run with a later deadline may have sent the request.
 * @returns undefined if the rate limit leaves no room for it before the deadline, so only the last poll, at the deadline,
 *   can follow; for the last poll, undefined also means that it was not sent or took too long.
 */
async function pollInTime(
  { plan, run, world: { hex, clock, abort } }: RunLife,
  isFinal: boolean,
  untilMs: number,
): Promise<Run | HexError | undefined> {
  const leftMs = untilMs - clock.now()
  if (leftMs <= 0) return undefined
  const poll = async () => {
    try {
      return await hex.getRunStatus(plan.projectId, run.runId, {
        signal: abort.signal,
        timeoutMs: Math.min(pollTimeoutMs, leftMs),
        urgent: isFinal,
        notAfterMs: isFinal ? clock.now() : plan.deadlineAtMs,
      })
    } catch (thrown) {
      const error = hexErrorOf(thrown)
      return isOverLimit(error.failure) ? undefined : error
    }
  }
  // A little later than the request's own timeout, whose error says more.
  return inTime(clock, leftMs + 100, poll(), () => undefined)
}

/** Failures in a row. A successful response ends the outage. */
interface Outage {
  readonly sinceMs: number
  readonly tries: number
  /** Since when every response was a refusal that does not pass by waiting. */
  readonly refusedSinceMs: number | undefined
}

function longer(outage: Outage | undefined, failure: Failure, nowMs: number): Outage {
  return {
    // A rate limit shows that Hex is up, and says nothing about the run.
    sinceMs: isRateLimit(failure) ? nowMs : (outage?.sinceMs ?? nowMs),
    tries: (outage?.tries ?? 0) + 1,
    refusedSinceMs: isRefusal(failure) ? (outage?.refusedSinceMs ?? nowMs) : undefined,
  }
}

function isTooLong(outage: Outage, refusedMs: number, nowMs: number): boolean {
  const refusedForMs = nowMs - (outage.refusedSinceMs ?? nowMs)
  return refusedForMs >= refusedMs || nowMs - outage.sinceMs >= outagePatienceMs
}

function isRefusal(failure: Failure): boolean {
  // Other statuses that Hex did not write are treated like a 5xx: they may pass.
  return isClientRefusal(failure) && !mayHaveHappened(failure)
}

/**
 * Hex itself says that there is no such run, or that the token has no access to it. Its OpenAPI document lists 400, 403,
 * and 422 for that, and its overview page 404. A 401 is about the token, and a web page is not from Hex.
 */
export function isHidden(failure: Failure | undefined): boolean {
  return (
    failure?.kind === 'refused' && failure.hexOwn && [400, 403, 404, 422].includes(failure.status)
  )
}

/**
 * When to poll next, milliseconds from now.
 * @param elapsedMs since Hex accepted the start, or since we began to follow.
 */
function nextPollInMs({ plan, run, world, learned }: RunLife, elapsedMs: number): number {
  const { hex, clock, jobRuns } = world
  return nextPollMs({
    elapsedMs,
    stepMs: clock.now() - plan.beganAtMs,
    runningMs: runningMs(run, hex.serverNow()?.latestMs, elapsedMs),
    isScarce: hex.calmInMs() > 0,
    isAlone: hex.isAlone(),
    followed: jobRuns.polledProjects(),
    ...withoutUndefined({ typical: learned.typical, fixedMs: plan.pollIntervalMs }),
  })
}

/** Time since the run left PENDING, by Hex's clock if known; undefined if it is not known to have left it. */
function runningMs(
  { status, startTime = '' }: KnownRun,
  serverNowMs: number | undefined,
  elapsedMs: number,
): number | undefined {
  if (status === undefined || status === 'PENDING') return undefined
  const startedAtMs = Date.parse(startTime)
  if (serverNowMs === undefined || Number.isNaN(startedAtMs)) return elapsedMs
  return Math.max(0, serverNowMs - startedAtMs)
}
