import { sleep } from '../clock.ts'
import type { Failure } from '../hex/errors.ts'
import { isNoRoom, mayHaveHappened, namesNoWait, waitBeforeRepeatMs } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import { afterDeadlineMs } from './after-deadline.ts'
import type { Typical } from './history.ts'
import { nextPollMs, type Waited } from './next-poll.ts'
import type { Trouble } from './outcome.ts'
import type { RunPlan, RunWorld } from './plan.ts'
import type { Learned } from './preflight.ts'
import { hasEnded, unseen } from './status.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** Why following ended. `run` is the run as last seen. */
export type Followed =
  | { readonly kind: 'ended'; readonly run: Run }
  | { readonly kind: 'deadline'; readonly run: Run; readonly trouble?: Trouble }
  | { readonly kind: 'aborted'; readonly run: Run; readonly trouble?: Trouble }
  | {
      readonly kind: 'lost-contact'
      readonly run: Run
      readonly trouble: Trouble
      readonly failure: Failure
    }

/** A status that can't be read says nothing about the run, so only a long outage ends the wait. */
const patienceMs = 10 * 60_000
/** A clear refusal can still be temporary: a run that Hex does not show yet, a token that is being renewed. */
const refusalPatienceMs = 60_000
/** A run that another job just started shows within seconds. If Hex still does not know it, the id is wrong. */
const unseenPatienceMs = 10_000
/** A status request that takes longer is better sent again. */
const requestDeadlineMs = 30_000

/**
 * Asks for the run's status until it has ended, the deadline, the abort, or too long an outage. The last look, at the
 * deadline, is skipped while Hex lets nobody read (a 429's wait).
 */
export async function followRun(
  first: Run,
  plan: RunPlan,
  world: RunWorld,
  learned: Pick<Learned, 'typical'>,
): Promise<Followed> {
  const { following } = world
  const others = following?.get(plan.projectId) ?? 0
  following?.set(plan.projectId, others + 1)
  try {
    return await untilEnded(first, plan, world, learned)
  } finally {
    const left = (following?.get(plan.projectId) ?? 1) - 1
    if (left > 0) following?.set(plan.projectId, left)
    else following?.delete(plan.projectId)
  }
}

async function untilEnded(
  first: Run,
  plan: RunPlan,
  world: RunWorld,
  learned: Pick<Learned, 'typical'>,
): Promise<Followed> {
  const { clock, abort } = world
  const startedAtMs = clock.now()
  let run = first
  let outage: Outage | undefined
  let trouble: Trouble | undefined
  const untilMs = Math.max(plan.deadlineAtMs, startedAtMs) + afterDeadlineMs.look
  const wait = () =>
    nextPollMs(waited(run, plan, world, clock.now() - startedAtMs, learned.typical))
  let waitMs = plan.start.kind !== 'new' ? 0 : wait()

  for (;;) {
    await sleep(clock, Math.min(waitMs, plan.deadlineAtMs - clock.now()), abort.signal)
    if (abort.signal.aborted) return { kind: 'aborted', run }
    const isFinal = clock.now() >= plan.deadlineAtMs
    const poll = await pollInTime(run, plan, world, isFinal, untilMs)

    if (poll.kind === 'seen') {
      run = { ...run, ...poll.run }
      outage = undefined
      trouble = undefined
      world.onEvent({ kind: 'polled', run })
      if (hasEnded(run.status)) return { kind: 'ended', run }
    }
    if (poll.kind === 'failed') trouble = poll.trouble
    if (abort.signal.aborted) return { kind: 'aborted', run }
    if (isFinal) return { kind: 'deadline', run, ...(trouble === undefined ? {} : { trouble }) }
    if (poll.kind === 'no-room') {
      waitMs = Number.POSITIVE_INFINITY
      continue
    }
    if (poll.kind === 'seen') {
      waitMs = wait()
      continue
    }

    outage = longer(outage, poll.failure, clock.now())
    world.onEvent({
      kind: 'poll-failed',
      trouble: poll.trouble,
      forMs: clock.now() - outage.sinceMs,
    })
    const refusedMs = run.status === unseen ? unseenPatienceMs : refusalPatienceMs
    if (isTooLong(outage, refusedMs, clock.now())) {
      return { kind: 'lost-contact', run, trouble: poll.trouble, failure: poll.failure }
    }
    waitMs = namesNoWait(poll.failure)
      ? 0
      : waitBeforeRepeatMs(poll.failure, outage.tries, world.random())
  }
}

type Poll =
  /** There is no place for a poll before the deadline: the last look is the next one, or is left out. */
  | { readonly kind: 'no-room' }
  | { readonly kind: 'seen'; readonly run: Run }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly trouble: Trouble }

/** One poll, given up at `untilMs`: runs share polls, so a run with a later deadline may have sent the request. */
async function pollInTime(
  run: Run,
  plan: RunPlan,
  world: RunWorld,
  isFinal: boolean,
  untilMs: number,
): Promise<Poll> {
  const leftMs = untilMs - world.clock.now()
  if (leftMs <= 0) return { kind: 'no-room' }
  const done = new AbortController()
  // A little later than the request's own timeout, whose error says more.
  const tooLate = async (): Promise<Poll> => {
    await sleep(world.clock, leftMs + 100, done.signal)
    return { kind: 'no-room' }
  }
  try {
    return await Promise.race([pollOnce(run, plan, world, isFinal, leftMs), tooLate()])
  } finally {
    done.abort()
  }
}

async function pollOnce(
  run: Run,
  plan: RunPlan,
  world: RunWorld,
  isFinal: boolean,
  leftMs: number,
): Promise<Poll> {
  try {
    const seen = await world.hex.getRunStatus(plan.projectId, run.runId, {
      signal: world.abort.signal,
      deadlineMs: Math.min(requestDeadlineMs, leftMs),
      ...(isFinal
        ? { urgent: true, notAfterMs: world.clock.now() }
        : { notAfterMs: plan.deadlineAtMs }),
    })
    return { kind: 'seen', run: seen }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    if (isNoRoom(failure)) return { kind: 'no-room' }
    return { kind: 'failed', failure, trouble: troubleOf(error) }
  }
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
  return refusedForMs >= refusedMs || nowMs - outage.sinceMs >= patienceMs
}

function isRateLimit(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.status === 429
}

function isRefusal(failure: Failure): boolean {
  return (
    failure.kind === 'refused' &&
    failure.status >= 400 &&
    failure.status < 500 &&
    ![408, 425, 429].includes(failure.status) &&
    // Other statuses that Hex did not write are treated like a 5xx: they may pass.
    !mayHaveHappened(failure)
  )
}

/** The facts that decide how long to wait before the next poll. */
function waited(
  run: Run,
  plan: RunPlan,
  { hex, clock, following }: RunWorld,
  elapsedMs: number,
  typical: Typical | undefined,
): Waited {
  return {
    elapsedMs,
    stepMs: clock.now() - plan.beganAtMs,
    runningMs: runningMs(run, hex.serverNow()?.latestMs, elapsedMs),
    isScarce: hex.calmInMs() > 0,
    isAlone: hex.isAlone(),
    // Runs of one project share their status requests (`shared-reads.ts`).
    followed: following?.size ?? 1,
    ...(typical === undefined ? {} : { typical }),
    ...(plan.pollIntervalMs === undefined ? {} : { fixedMs: plan.pollIntervalMs }),
  }
}

/** Time since the run left PENDING, by Hex's clock if known. */
function runningMs(
  run: Run,
  serverNowMs: number | undefined,
  elapsedMs: number,
): number | undefined {
  if (run.status === 'PENDING') return undefined
  const startedAtMs = Date.parse(run.startTime ?? '')
  if (serverNowMs === undefined || Number.isNaN(startedAtMs)) return elapsedMs
  return Math.max(0, serverNowMs - startedAtMs)
}
