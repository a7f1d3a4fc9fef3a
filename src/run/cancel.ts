import { sleep } from '../clock.ts'
import type { Failure } from '../hex/errors.ts'
import { isOverLimit, mayRetry, retryWaitMs } from '../hex/retry.ts'
import type { KnownRun } from '../hex/wire.ts'
import { hexErrorOf, troubleOf } from './calls.ts'
import { ownRun } from './journal.ts'
import { hasEnded, type Stop, type Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'

/** The result of a cancellation, and the run as last seen. */
export interface Cancelled {
  readonly stop: Exclude<Stop, { readonly kind: 'left' }>
  readonly run: KnownRun
}

export interface CancelOptions {
  /** No request starts after it, milliseconds since the epoch. An abort can move it earlier. */
  readonly endsAtMs: () => number
  /** Aborts requests when the time is up. */
  readonly signal: AbortSignal
  /** Timeout of one request in milliseconds; `cancelRequestTimeoutMs` if undefined. */
  readonly timeoutMs?: number
  /** Hex accepted a cancel request from an earlier step: the run is watched first. */
  readonly wasAccepted?: boolean
}

/** Hex responds to a cancel request at once. A request that takes longer is better retried. */
const cancelRequestTimeoutMs = 2_500
/** A cancel that Hex refuses this often while the run is active is given up. */
const maxRefusals = 3
/** A refused cancel is not retried sooner: the status that explains the refusal may come late. */
const minWaitAfterRefusalMs = 500
/** The usual backoff is too long for a cancel request. */
const maxBackoffMs = 5_000
/** A cancel that an earlier step sent is sent again if the run is still active after this time. */
const againAfterMs = 30_000
/** Waits between status requests after a cancel request: short at first, because a cancelled run ends within seconds. */
const waitsMs = [200, 400, 700, 1_000, 2_000, 3_000, 5_000]

/**
 * Cancels a run and watches it end. A cancel that Hex accepted is not sent again. If Hex refuses it because the run has
 * ended meanwhile, that is not a failure, and the run's own end is reported.
 */
export async function cancelRun(
  projectId: string,
  run: KnownRun,
  world: Pick<RunWorld, 'hex' | 'clock' | 'random' | 'journal'>,
  { endsAtMs, signal, timeoutMs, wasAccepted = false }: CancelOptions,
): Promise<Cancelled> {
  const { hex, clock } = world
  const timeLeftMs = () => (signal.aborted ? 0 : endsAtMs() - clock.now())
  const callOptions = (notAfterMs = endsAtMs()) => ({
    signal,
    urgent: true,
    timeoutMs: Math.max(50, Math.min(timeoutMs ?? cancelRequestTimeoutMs, timeLeftMs())),
    notAfterMs,
  })
  let seen = run
  const read = async (notAfterMs?: number) => {
    seen = { ...seen, ...(await hex.getRunStatus(projectId, run.runId, callOptions(notAfterMs))) }
  }
  const ended = (): Cancelled => ({ stop: { kind: 'ended' }, run: seen })

  let againAtMs = wasAccepted ? clock.now() + againAfterMs : Number.POSITIVE_INFINITY
  let phase: 'request' | 'watch' = wasAccepted ? 'watch' : 'request'
  let refusals = 0
  let isSeen = false
  let trouble: Trouble | undefined

  for (let tries = 1; timeLeftMs() > 0; tries += 1) {
    let waitMs = waitsMs[Math.min(tries, waitsMs.length) - 1] ?? 0
    try {
      if (phase === 'request') {
        await hex.cancelRun(projectId, run.runId, callOptions())
        phase = 'watch'
        world.journal({ phase: 'cancelling', ...ownRun(projectId, seen) })
        tries = 0
        continue
      }
      const askedAtMs = clock.now()
      await read()
      if (hasEnded(seen.status)) return ended()
      if (askedAtMs >= againAtMs) {
        againAtMs = Number.POSITIVE_INFINITY
        phase = 'request'
        tries = 0
        continue
      }
    } catch (error) {
      const { failure } = hexErrorOf(error)
      // The rate limit lasts longer than the time that is left.
      if (isOverLimit(failure)) break
      trouble = troubleOf(error)
      const isRefused = !mayRetry('DELETE', failure)
      if (isRefused) refusals += 1
      // After a long wait for a response, the run may have been cancelled in the meantime.
      if (phase === 'request' && (isRefused || tries > 1 || timeoutMs !== undefined)) {
        isSeen = await succeeds(read(clock.now()))
        if (hasEnded(seen.status)) return ended()
      }
      if (refusals >= maxRefusals) break
      waitMs = Math.max(
        waitMs,
        isRefused ? minWaitAfterRefusalMs : backoffMs(failure, tries, world.random()),
      )
      if (phase === 'request' && waitMs >= timeLeftMs()) break
    }
    await sleep(clock, Math.min(waitMs, timeLeftMs()), signal)
  }
  if (phase === 'watch' || wasAccepted) return { stop: { kind: 'accepted' }, run: seen }
  // Hex may have refused the cancel request because the run has ended, while a rate limit prevented reading its status.
  if (!isSeen && timeLeftMs() > 0) {
    await succeeds(read())
    if (hasEnded(seen.status)) return ended()
  }
  trouble ??= { text: 'There was no time left to cancel the run.' }
  return { stop: { kind: 'failed', trouble }, run: seen }
}

/** Did the call succeed? Throws unexpected errors. */
async function succeeds(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    hexErrorOf(error)
    return false
  }
}

/** The wait that the response asks for, or else a short one. */
function backoffMs(failure: Failure, tries: number, random: number): number {
  if (failure.kind === 'refused' && failure.askedWaitMs !== undefined) return failure.askedWaitMs
  return Math.min(retryWaitMs(failure, tries, random), maxBackoffMs)
}
