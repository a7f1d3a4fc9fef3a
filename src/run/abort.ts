import type { Clock } from '../clock.ts'

/** A request to stop a run's life, made by the job or by another run of the step that failed. */
export interface Abort {
  /** Aborted from the first request on. */
  readonly signal: AbortSignal
  /** Who requested it first; undefined before the first request. */
  cause(): AbortCause | undefined
  /** When the time for this part ends, milliseconds since the epoch; infinite before the first request. */
  endsAtMs(part: GracePart): number
  /** A signal that is aborted when the time for this part ends. */
  timeOver(part: GracePart): AbortSignal
  /** Calls back on every request that may shorten the time; returns what ends that. */
  onRequest(callback: () => void): () => void
}

export type AbortCause = 'job' | 'fail-fast'

/**
 * Work that can still finish after the request: waiting for the response to a start, searching for the run of a lost
 * response, cancelling, reporting.
 */
export type GracePart = 'start' | 'search' | 'cancel' | 'report'

/** How a job asks to stop: with the runner's signal, or with output that nobody reads any more. */
export type StopSource = 'signal' | 'unread'

type Grace = Readonly<Record<GracePart, number>>

/** The side that requests the stop. */
export interface AbortSwitch extends Abort {
  /** The first call of each source counts, and the shorter time of the two; repeats change nothing. */
  request(source?: StopSource): void
  /** Clears all timers, so that they don't keep the process alive. */
  close(): void
}

/**
 * Time after a job is cancelled: the runner sends SIGTERM 7.5 s after SIGINT and SIGKILL 2.5 s later (actions/runner,
 * ProcessInvoker.cs). Background steps are abandoned after 7.5 s.
 */
const signalGraceMs: Grace = {
  start: 4_000,
  // The post step searches.
  search: 0,
  cancel: 6_000,
  report: 7_000,
}
/** If only another run failed, nothing kills this process, so a cancellation can be confirmed. */
const failFastGraceMs: Grace = {
  start: 60_000,
  search: 0,
  cancel: 60_000,
  report: Number.POSITIVE_INFINITY,
}

/** A runner that has died sends no SIGKILL and runs no post step, so a start is followed to its end, even if lost. */
const unreadGraceMs: Grace = {
  start: 60_000,
  search: 120_000,
  cancel: 150_000,
  report: 160_000,
}

/** The switch that the runner's signals trigger. */
export function createAbort(clock: Clock): AbortSwitch {
  return createSwitch(clock, 'job', { signal: signalGraceMs, unread: unreadGraceMs })
}

/** A switch for runs that stop when one of them fails, or when the job is cancelled. */
export function createFailFast(clock: Clock, job: Abort): AbortSwitch {
  return createSwitch(clock, 'fail-fast', { signal: failFastGraceMs, unread: failFastGraceMs }, job)
}

function createSwitch(
  clock: Clock,
  ownCause: AbortCause,
  graceMs: Readonly<Record<StopSource, Grace>>,
  parent?: Abort,
): AbortSwitch {
  const controller = new AbortController()
  const askedAtMs = new Map<StopSource, number>()
  const listeners = new Set<() => void>()
  let cause: AbortCause | undefined
  const stop = (by: AbortCause) => {
    cause ??= by
    controller.abort()
    for (const listener of listeners) listener()
  }
  if (parent?.signal.aborted) stop('job')
  const forgets = [parent?.onRequest(() => stop('job'))]

  const endsAtMs = (part: GracePart) =>
    Math.min(
      ...[...askedAtMs].map(([source, atMs]) => atMs + graceMs[source][part]),
      parent?.endsAtMs(part) ?? Number.POSITIVE_INFINITY,
    )
  const onRequest = (callback: () => void) => {
    listeners.add(callback)
    return () => {
      listeners.delete(callback)
    }
  }
  const timeOver = (part: GracePart) => {
    const late = new AbortController()
    const start = () => {
      const leftMs = endsAtMs(part) - clock.now()
      if (leftMs <= 0) late.abort()
      else if (Number.isFinite(leftMs)) forgets.push(clock.after(leftMs, () => late.abort()))
    }
    start()
    // Several requests may come, one after the other, and the shortest time counts.
    forgets.push(onRequest(start))
    return late.signal
  }
  return {
    signal: controller.signal,
    cause: () => cause,
    endsAtMs,
    timeOver,
    onRequest,
    request(source = 'signal') {
      if (askedAtMs.has(source)) return
      askedAtMs.set(source, clock.now())
      stop(ownCause)
    },
    close() {
      for (const forget of forgets.splice(0)) forget?.()
    },
  }
}
