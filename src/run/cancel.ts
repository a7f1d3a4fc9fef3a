import { sleep } from '../clock.ts'
import type { CallOptions } from '../hex/client.ts'
import { isNoRoom, mayRepeat, waitBeforeRepeatMs } from '../hex/retry.ts'
import type { Run } from '../hex/wire.ts'
import { ownRun } from './journal.ts'
import type { Stop, Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'
import { hasEnded } from './status.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** The result of a cancel, and the run as last seen. */
export interface Cancelled {
  readonly stop: Exclude<Stop, { readonly kind: 'left' }>
  readonly run: Run
}

/** How much time a cancel has. */
export interface CancelTime {
  /** No request starts after it, milliseconds since the epoch. An abort can move it earlier. */
  readonly untilMs: () => number
  /** Aborts requests when the time is up. */
  readonly signal: AbortSignal
  /** Timeout of one request in milliseconds; `requestDeadlineMs` if undefined. */
  readonly answerMs?: number
}

type CancelWorld = Pick<RunWorld, 'hex' | 'clock' | 'random' | 'journal'>

/** Hex responds to a cancel at once. A request that takes longer is better retried. */
const requestDeadlineMs = 2_500
/** A cancel that Hex refuses this often while the run is active is given up. */
const maxRefusals = 3
const shortestRefusedMs = 500
/** A cancel that an earlier step sent is sent again if the run is still active after this time. */
const againAfterMs = 30_000
/** Waits between status requests after a cancel: short at first, because a cancelled run ends within seconds. */
const looksMs = [200, 400, 700, 1_000, 2_000, 3_000, 5_000]

/**
 * Cancels a run and watches it end. A cancel that Hex accepted is not sent again. If Hex refuses it because the run has
 * ended meanwhile, that is not a failure, and the run's own end is reported.
 * @param wasTaken Hex took a cancel already, in an earlier step's time: the run is watched first.
 */
export async function cancelRun(
  projectId: string,
  run: Run,
  world: CancelWorld,
  time: CancelTime,
  wasTaken = false,
): Promise<Cancelled> {
  let againAtMs = wasTaken ? world.clock.now() + againAfterMs : Number.POSITIVE_INFINITY
  let seen = run
  let accepted = wasTaken
  let refusals = 0
  let isSeen = false
  let trouble: Trouble | undefined

  for (let tries = 1; timeLeftMs(world, time) > 0; tries += 1) {
    let waitMs = looksMs[Math.min(tries, looksMs.length) - 1] ?? 5_000
    try {
      if (!accepted) {
        await world.hex.cancelRun(projectId, run.runId, callOptions(world, time))
        accepted = true
        world.journal.cancelling(ownRun(projectId, seen))
        tries = 0
        continue
      }
      const askedAtMs = world.clock.now()
      seen = await readStatus(projectId, seen, world, time)
      if (hasEnded(seen.status)) return { stop: { kind: 'ended' }, run: seen }
      if (askedAtMs >= againAtMs) {
        againAtMs = Number.POSITIVE_INFINITY
        accepted = false
        tries = 0
        continue
      }
    } catch (error) {
      const { failure } = hexErrorOf(error)
      // The rate limit lasts longer than the time that is left.
      if (isNoRoom(failure)) break
      trouble = troubleOf(error)
      const isRefused = !mayRepeat('DELETE', failure)
      if (isRefused) refusals += 1
      // After a long wait for a response, the cancel may have been carried out meanwhile.
      if (!accepted && (isRefused || tries > 1 || time.answerMs !== undefined)) {
        const now = await tryReadStatus(projectId, seen, world, time, world.clock.now())
        isSeen = now !== undefined
        seen = now ?? seen
        if (hasEnded(seen.status)) return { stop: { kind: 'ended' }, run: seen }
      }
      if (refusals >= maxRefusals) break
      waitMs = Math.max(
        waitMs,
        isRefused ? shortestRefusedMs : shortWaitMs(failure, tries, world.random()),
      )
      if (!accepted && waitMs >= timeLeftMs(world, time)) break
    }
    await sleep(world.clock, Math.min(waitMs, timeLeftMs(world, time)), time.signal)
  }
  if (accepted || wasTaken) return { stop: { kind: 'accepted' }, run: seen }
  // Hex may have refused the cancel because the run has ended, while a rate limit prevented reading its status.
  if (!isSeen && timeLeftMs(world, time) > 0) {
    seen = (await tryReadStatus(projectId, seen, world, time, time.untilMs())) ?? seen
    if (hasEnded(seen.status)) return { stop: { kind: 'ended' }, run: seen }
  }
  return {
    stop: {
      kind: 'failed',
      trouble: trouble ?? { text: 'No time was left to cancel the run.' },
    },
    run: seen,
  }
}

async function readStatus(
  projectId: string,
  run: Run,
  world: Pick<RunWorld, 'hex' | 'clock'>,
  time: CancelTime,
  notAfterMs = time.untilMs(),
): Promise<Run> {
  const options = { ...callOptions(world, time), notAfterMs }
  return { ...run, ...(await world.hex.getRunStatus(projectId, run.runId, options)) }
}

/** The run as it is now; undefined if its status can't be read, or not before `notAfterMs`. */
async function tryReadStatus(
  projectId: string,
  run: Run,
  world: Pick<RunWorld, 'hex' | 'clock'>,
  time: CancelTime,
  notAfterMs: number,
): Promise<Run | undefined> {
  try {
    return await readStatus(projectId, run, world, time, notAfterMs)
  } catch (error) {
    hexErrorOf(error)
    return undefined
  }
}

/** The wait that the server asked for; otherwise at most 5 s, because the usual backoff is too long for a cancel. */
function shortWaitMs(
  failure: Parameters<typeof waitBeforeRepeatMs>[0],
  tries: number,
  random: number,
): number {
  if (failure.kind === 'refused' && failure.askedWaitMs !== undefined) return failure.askedWaitMs
  return Math.min(waitBeforeRepeatMs(failure, tries, random), 5_000)
}

function callOptions(world: Pick<RunWorld, 'clock'>, time: CancelTime): CallOptions {
  const limitMs = time.answerMs ?? requestDeadlineMs
  const deadlineMs = Math.max(50, Math.min(limitMs, timeLeftMs(world, time)))
  return { signal: time.signal, urgent: true, deadlineMs, notAfterMs: time.untilMs() }
}

function timeLeftMs(world: Pick<RunWorld, 'clock'>, time: CancelTime): number {
  return time.signal.aborted ? 0 : time.untilMs() - world.clock.now()
}
