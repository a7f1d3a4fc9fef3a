import type { Clock } from '../clock.ts'

/** The time of this machine. A wall clock that is set anew while we wait must not shorten or stretch a wait. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, callback) {
    // Longer timers overflow and fire at once; nothing here waits for 24 days.
    const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1))
    return () => clearTimeout(timer)
  },
}
