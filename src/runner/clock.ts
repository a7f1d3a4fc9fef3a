import type { Clock } from '../clock.ts'

/** The clock of this machine. It is monotonic, so that an adjusted system clock does not change a wait. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, callback) {
    // A longer timer overflows and fires at once. Nothing here waits for 24 days.
    const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1))
    return () => clearTimeout(timer)
  },
}
