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
  /** Calls back on every request that may shorten the time; returns what ends that. */
  onRequest(callback: () => void): () => void
}

export type AbortCause = 'job' | 'fail-fast'

/**
 * What may still be finished after the request: waiting for the response to a start, searching for the run of a lost
 * response, canceling, and reporting.
 */
export type GracePart = 'start' | 'search' | 'cancel' | 'report'

/** What a job's request to stop came as: the runner's signal, or an output that nobody reads any more. */
export type StopSource = 'signal' | 'unread'

type Grace = Readonly<Record<GracePart, number>>

/** The side that is pulled. */
export interface AbortSwitch extends Abort {
  /** The first call of each source counts, and the shorter time of the two; repeats change nothing. */
  request(source?: StopSource): void
  /** Forgets all timers, so that nothing keeps the process alive. */
  close(): void
}

/**
 * What a cancelled job has time for: the runner sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later
 * (actions/runner, ProcessInvoker.cs), and background steps are left behind after 7.5 s.
 */
const signalGraceMs: Grace = {
  start: 4_000,
  // The post step searches.
  search: 0,
  cancel: 6_000,
  report: 7_000,
}
/** When only a neighbour failed nobody kills us, and a cancel can be seen to the end. */
const failFastGraceMs: Grace = {
  start: 60_000,
  search: 0,
  cancel: 60_000,
  report: Number.POSITIVE_INFINITY,
}

/** A runner that has died sends no SIGKILL and runs no post step: a start is followed to its end, lost or not. */
const unreadGraceMs: Grace = {
  start: 60_000,
  search: 120_000,
  cancel: 150_000,
  report: 160_000,
}

/** The switch that the runner's signals pull. */
export function createAbort(clock: Clock): AbortSwitch {
  return createSwitch(clock, 'job', { signal: signalGraceMs, unread: unreadGraceMs })
}

/** A switch for runs that stop when one of them fails; a job that is cancelled pulls it as well. */
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
  const forgets: Array<() => void> = []
  const askedAtMs = new Map<StopSource, number>()
  const listeners = new Set<() => void>()
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
      ...[...askedAtMs].map(([source, atMs]) => atMs + graceMs[source][part]),
      parent?.endsAtMs(part) ?? Number.POSITIVE_INFINITY,
    )
  const onRequest = (callback: () => void) => {
    listeners.add(callback)
    const forget = parent?.onRequest(callback)
    return () => {
      listeners.delete(callback)
      forget?.()
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
      for (const listener of listeners) listener()
    },
    close() {
      for (const forget of forgets.splice(0)) forget()
    },
  }
}
