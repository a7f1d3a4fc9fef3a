import { sleep } from '../clock.ts'
import type { Failure } from '../hex/errors.ts'
import { isNoRoom, waitBeforeRepeatMs } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import { nextPollMs } from './next-poll.ts'
import type { Trouble } from './outcome.ts'
import type { RunPlan, RunWorld } from './plan.ts'
import { hasEnded } from './status.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** Why following ended. `run` is the run as last seen. */
export type Followed =
  | { readonly kind: 'ended'; readonly run: Run }
  | { readonly kind: 'deadline'; readonly run: Run; readonly trouble?: Trouble }
  | { readonly kind: 'aborted'; readonly run: Run; readonly trouble?: Trouble }
  | { readonly kind: 'lost-contact'; readonly run: Run; readonly trouble: Trouble }

/** A status that cannot be read says nothing about the run: only a long silence ends the wait. */
const patienceMs = 10 * 60_000
/** A clear refusal may still be a passing one (a run that Hex does not show yet, a token being renewed). */
const refusalPatienceMs = 60_000
/** The last look at the deadline. */
const finalDeadlineMs = 10_000

/** Asks for the run's status until it has ended, the deadline, the abort, or too long a silence. */
export async function followRun(
  first: Run,
  plan: RunPlan,
  world: RunWorld,
  typicalMs: number | undefined,
): Promise<Followed> {
  const { clock, abort } = world
  const startedAtMs = clock.now()
  let run = first
  let silence: Silence | undefined
  let waitMs = plan.start.kind === 'existing' ? 0 : firstPollMs(plan)

  for (;;) {
    await sleep(clock, Math.min(waitMs, plan.deadlineAtMs - clock.now()), abort.signal)
    if (abort.signal.aborted) return { kind: 'aborted', run }
    const isFinal = clock.now() >= plan.deadlineAtMs
    const poll = await pollOnce(run, plan, world, isFinal)

    if (poll.kind === 'seen') {
      run = { ...run, ...poll.run }
      silence = undefined
      world.tell({ kind: 'polled', run })
      if (hasEnded(run.status)) return { kind: 'ended', run }
    }
    if (abort.signal.aborted) return { kind: 'aborted', run }
    if (isFinal) {
      return { kind: 'deadline', run, ...(poll.kind === 'failed' ? { trouble: poll.trouble } : {}) }
    }
    if (poll.kind === 'no-room') {
      waitMs = plan.deadlineAtMs - clock.now()
      continue
    }
    if (poll.kind === 'seen') {
      waitMs = nextPollMs(waited(plan, clock.now() - startedAtMs, typicalMs))
      continue
    }

    silence = longer(silence, poll.failure, clock.now())
    world.tell({ kind: 'poll-failed', trouble: poll.trouble, forMs: clock.now() - silence.sinceMs })
    if (isTooLong(silence, clock.now())) return { kind: 'lost-contact', run, trouble: poll.trouble }
    waitMs = waitBeforeRepeatMs(poll.failure, silence.tries, world.random())
  }
}

type Poll =
  /** The budget has no place for a poll before the deadline: the last look is the next one. */
  | { readonly kind: 'no-room' }
  | { readonly kind: 'seen'; readonly run: Run }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly trouble: Trouble }

async function pollOnce(run: Run, plan: RunPlan, world: RunWorld, isFinal: boolean): Promise<Poll> {
  try {
    const seen = await world.hex.getRunStatus(plan.projectId, run.runId, {
      signal: world.abort.signal,
      ...(isFinal
        ? { urgent: true, deadlineMs: finalDeadlineMs }
        : { notAfterMs: plan.deadlineAtMs }),
    })
    return { kind: 'seen', run: seen }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    if (isNoRoom(failure)) return { kind: 'no-room' }
    return { kind: 'failed', failure, trouble: troubleOf(error) }
  }
}

/** Failures in a row. A good answer ends it. */
interface Silence {
  readonly sinceMs: number
  readonly tries: number
  /** Since when every answer was a refusal that no waiting mends. */
  readonly refusedSinceMs: number | undefined
}

function longer(silence: Silence | undefined, failure: Failure, nowMs: number): Silence {
  return {
    // A rate limit is an answer: Hex is there, and the run is none of its business.
    sinceMs: isRateLimit(failure) ? nowMs : (silence?.sinceMs ?? nowMs),
    tries: (silence?.tries ?? 0) + 1,
    refusedSinceMs: isRefusal(failure) ? (silence?.refusedSinceMs ?? nowMs) : undefined,
  }
}

function isTooLong(silence: Silence, nowMs: number): boolean {
  const refusedForMs = nowMs - (silence.refusedSinceMs ?? nowMs)
  return refusedForMs >= refusalPatienceMs || nowMs - silence.sinceMs >= patienceMs
}

function isRateLimit(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.status === 429
}

function isRefusal(failure: Failure): boolean {
  return (
    failure.kind === 'refused' &&
    failure.status >= 400 &&
    failure.status < 500 &&
    ![408, 425, 429].includes(failure.status)
  )
}

function firstPollMs(plan: RunPlan): number {
  return plan.pollIntervalMs ?? 2_000
}

function waited(plan: RunPlan, elapsedMs: number, typicalMs: number | undefined) {
  return {
    elapsedMs,
    ...(typicalMs === undefined ? {} : { typicalMs }),
    ...(plan.pollIntervalMs === undefined ? {} : { fixedMs: plan.pollIntervalMs }),
  }
}
