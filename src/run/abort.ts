import type { Clock } from '../clock.ts'

/** A request to stop a run's life, made by the job or by another run of the step that failed. */
export interface Abort {
  /** Aborted from the first request on. */
  readonly signal: AbortSignal
  /** Who asked first; undefined before the first request. */
  cause(): AbortCause | undefined
  /** When the time for this part ends, milliseconds since the epoch; infinite before the first request. */
  endsAtMs(part: GracePart): number
  /** A signal that is aborted when the time for this part ends. */
  timeOver(part: GracePart): AbortSignal
}

export type AbortCause = 'job' | 'fail-fast'

/** Work that can still finish after the request: waiting for the response to a start, cancelling, reporting. */
export type GracePart = 'start' | 'cancel' | 'report'

/** The side that requests the stop. */
export interface AbortSwitch extends Abort {
  /** The first call counts; repeats change nothing. */
  request(): void
  /** Clears all timers, so that they don't keep the process alive. */
  close(): void
}

/**
 * Time after a job is cancelled: the runner sends SIGTERM 7.5 s after SIGINT and SIGKILL 2.5 s later (actions/runner,
 * ProcessInvoker.cs). Background steps are abandoned after 7.5 s.
 */
const jobGraceMs: Readonly<Record<GracePart, number>> = {
  start: 4_000,
  cancel: 6_000,
  report: 7_000,
}
/** If only another run failed, nothing kills this process, so a cancel can be confirmed. */
const failFastGraceMs: Readonly<Record<GracePart, number>> = {
  start: 60_000,
  cancel: 60_000,
  report: Number.POSITIVE_INFINITY,
}

/** The switch that the runner's signals trigger. */
export function createAbort(clock: Clock): AbortSwitch {
  return createSwitch(clock, 'job', jobGraceMs)
}

/** A switch for runs that stop when one of them fails, or when the job is cancelled. */
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
    // Both can happen, one after the other. The shorter time counts.
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
