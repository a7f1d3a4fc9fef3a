import type { Clock } from '../../src/clock.ts'

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Moves the time and calls what falls due on the way, each followed by all that it sets off. */
  readonly advance: (ms: number) => Promise<void>
  /** Timers that are still to come. */
  readonly pending: () => number
}

/** @param startMs milliseconds since the epoch. */
export function createFakeClock(startMs: number): FakeClock {
  let nowMs = startMs
  const timers = new Map<symbol, { readonly atMs: number; readonly callback: () => void }>()
  return {
    now: () => nowMs,
    after(ms, callback) {
      const key = Symbol('timer')
      timers.set(key, { atMs: nowMs + ms, callback })
      return () => timers.delete(key)
    },
    async advance(ms) {
      const untilMs = nowMs + ms
      await settled()
      for (;;) {
        const [next] = [...timers].sort(([, a], [, b]) => a.atMs - b.atMs)
        if (next === undefined || next[1].atMs > untilMs) break
        timers.delete(next[0])
        nowMs = Math.max(nowMs, next[1].atMs)
        next[1].callback()
        await settled()
      }
      nowMs = untilMs
    },
    pending: () => timers.size,
  }
}

/** All that can go on without time passing has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
