import type { Clock } from '../clock.ts'

/** The request to stop that is made of a run's life, once: by the job, or by a run beside it that failed. */
export interface Abort {
  /** Aborted from the first request on. */
  readonly signal: AbortSignal
  /** Who asked first; undefined until somebody did. */
  cause(): AbortCause | undefined
  /** When the time for this is over, milliseconds since the epoch; infinite until somebody asked. */
  endsAtMs(part: GracePart): number
  /** A signal that is aborted when the time for this is over. */
  timeOver(part: GracePart): AbortSignal
}

export type AbortCause = 'job' | 'fail-fast'

/** What may still be finished after the request: an answer to a start under way, cancelling, and telling of it. */
export type GracePart = 'start' | 'cancel' | 'report'

/** The side that is pulled. */
export interface AbortSwitch extends Abort {
  /** The first call counts; repeats change nothing. */
  request(): void
  /** Forgets all timers, so that nothing keeps the process alive. */
  close(): void
}

/**
 * What a cancelled job has time for: the runner sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later
 * (actions/runner, ProcessInvoker.cs), and background steps are left behind after 7.5 s.
 */
const jobGraceMs: Readonly<Record<GracePart, number>> = {
  start: 4_000,
  cancel: 6_000,
  report: 7_000,
}
/** When only a neighbour failed nobody kills us, and a cancel can be seen to the end. */
const failFastGraceMs: Readonly<Record<GracePart, number>> = {
  start: 60_000,
  cancel: 60_000,
  report: Number.POSITIVE_INFINITY,
}

/** The switch that the runner's signals pull. */
export function createAbort(clock: Clock): AbortSwitch {
  return createSwitch(clock, 'job', jobGraceMs)
}

/** A switch for runs that stop when one of them fails; a job that is cancelled pulls it as well. */
export function createFailFast(clock: Clock, job: Abort): AbortSwitch {
  return createSwitch(clock, 'fail-fast', failFastGraceMs, job)
}

function createSwitch(
  clock: Clock,
  ownCause: AbortCause,
  graceMs: Readonly<Record<GracePart, number>>,
  parent?: Abort,
): AbortSwitch {
  const controller = new AbortController()
  const forgets: Array<() => void> = []
  let atMs: number | undefined
  let cause: AbortCause | undefined
  const stop = (by: AbortCause) => {
    cause ??= by
    controller.abort()
  }
  const onParent = () => stop('job')
  if (parent?.signal.aborted) onParent()
  parent?.signal.addEventListener('abort', onParent)
  forgets.push(() => parent?.signal.removeEventListener('abort', onParent))

  const endsAtMs = (part: GracePart) =>
    Math.min(
      atMs === undefined ? Number.POSITIVE_INFINITY : atMs + graceMs[part],
      parent?.endsAtMs(part) ?? Number.POSITIVE_INFINITY,
    )
  const timeOver = (part: GracePart) => {
    const late = new AbortController()
    const start = () => {
      const leftMs = endsAtMs(part) - clock.now()
      if (Number.isFinite(leftMs))
        forgets.push(clock.after(Math.max(0, leftMs), () => late.abort()))
    }
    // Both may come, one after the other, and the shorter time counts.
    for (const signal of [controller.signal, parent?.signal]) {
      if (signal?.aborted) start()
      else {
        signal?.addEventListener('abort', start)
        forgets.push(() => signal?.removeEventListener('abort', start))
      }
    }
    return late.signal
  }
  return {
    signal: controller.signal,
    cause: () => cause,
    endsAtMs,
    timeOver,
    request() {
      if (atMs !== undefined) return
      atMs = clock.now()
      stop(ownCause)
    },
    close() {
      for (const forget of forgets.splice(0)) forget()
    },
  }
}
