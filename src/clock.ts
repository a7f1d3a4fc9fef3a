/** The clock that all code receives. Tests pass one that runs in virtual time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls back once after `ms` milliseconds. The returned function cancels the call. */
  after(ms: number, callback: () => void): () => void
}

/** The clock of this machine. It is monotonic, so that an adjusted system clock does not change a wait. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, callback) {
    // A longer timer overflows and fires at once. Nothing here waits for 24 days.
    const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1))
    return () => clearTimeout(timer)
  },
}

/**
 * Resolves after `ms` milliseconds, or at once when a signal is or becomes aborted.
 * It never rejects. The caller checks the signal itself, so there is one place to branch.
 */
export function sleep(
  clock: Clock,
  ms: number,
  ...signals: ReadonlyArray<AbortSignal>
): Promise<void> {
  return new Promise((resolve) => {
    if (signals.some((signal) => signal.aborted)) {
      resolve()
      return
    }
    const wake = () => {
      forget()
      for (const signal of signals) signal.removeEventListener('abort', wake)
      resolve()
    }
    const forget = clock.after(Math.max(0, ms), wake)
    for (const signal of signals) signal.addEventListener('abort', wake)
  })
}

/**
 * A signal that is aborted after `ms` milliseconds, or with one of the others. `isOver` is true if the time came first,
 * and `forget` ends the timer.
 */
export function timeLimit(
  clock: Clock,
  ms: number,
  ...others: ReadonlyArray<AbortSignal | undefined>
) {
  const limit = new AbortController()
  const forget = clock.after(ms, () => limit.abort())
  const signal = AbortSignal.any([limit.signal, ...others.filter((each) => each !== undefined)])
  return { signal, isOver: () => signal.aborted && signal.reason === limit.signal.reason, forget }
}

/** The promise's result, or that of `late` if the promise takes longer than `ms` milliseconds. */
export async function inTime<T>(
  clock: Clock,
  ms: number,
  promise: Promise<T>,
  late: () => T | Promise<T>,
): Promise<T> {
  const done = new AbortController()
  const tooLate = async () => {
    await sleep(clock, ms, done.signal)
    return done.signal.aborted ? promise : late()
  }
  try {
    return await Promise.race([promise, tooLate()])
  } finally {
    done.abort()
  }
}

/** A duration in seconds for a log line: with tenths below 10 s, without from there on. */
export function secondsInWords(ms: number): string {
  return `${Number((ms / 1_000).toFixed(ms < 10_000 ? 1 : 0))} s`
}
