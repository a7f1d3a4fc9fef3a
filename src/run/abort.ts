import type { Clock } from '../clock.ts'

/** The request to stop that a cancelled job makes of us, once. */
export interface Abort {
  /** Aborted from the first request on. */
  readonly signal: AbortSignal
  /** When it was requested, milliseconds since the epoch; undefined until then. */
  requestedAt(): number | undefined
  /** A signal that is aborted so many milliseconds after the request, for what may still be finished. */
  later(graceMs: number): AbortSignal
}

/** The side that GitHub's runner pulls. */
export interface AbortSwitch extends Abort {
  /** The first call counts; repeats change nothing. */
  request(): void
  /** Forgets all timers, so that nothing keeps the process alive. */
  close(): void
}

/**
 * What an abort has time for: the runner sends SIGTERM 7.5 s after SIGINT and kills 2.5 s later
 * (actions/runner, ProcessInvoker.cs), and background steps are left behind after 7.5 s.
 */
export const abortGrace = {
  /** An answer to a start that is under way is waited for so long. */
  startMs: 4_000,
  /** Cancelling and seeing it take effect may last until then; reports follow. */
  cancelMs: 6_000,
} as const

export function createAbort(clock: Clock): AbortSwitch {
  const controller = new AbortController()
  const forgets: Array<() => void> = []
  let at: number | undefined
  return {
    signal: controller.signal,
    requestedAt: () => at,
    later(graceMs) {
      const late = new AbortController()
      const start = () => {
        const elapsedMs = clock.now() - (at ?? clock.now())
        forgets.push(clock.after(Math.max(0, graceMs - elapsedMs), () => late.abort()))
      }
      if (controller.signal.aborted) start()
      else {
        controller.signal.addEventListener('abort', start)
        forgets.push(() => controller.signal.removeEventListener('abort', start))
      }
      return late.signal
    },
    request() {
      if (at !== undefined) return
      at = clock.now()
      controller.abort()
    },
    close() {
      for (const forget of forgets.splice(0)) forget()
    },
  }
}
