/** Time as the life of a run sees it; tests replay it in virtual time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls back once after `ms` milliseconds; the function returned forgets the call. */
  after(ms: number, callback: () => void): () => void
}

/**
 * Resolves after `ms` milliseconds, or at once when a signal is or becomes aborted.
 * It never rejects: whoever sleeps looks at the signal itself, so that there is one place to branch.
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

/** Seconds as people write them: tenths below ten, whole ones from there on. */
export function secondsInWords(ms: number): string {
  return `${Number((ms / 1_000).toFixed(ms < 10_000 ? 1 : 0))} s`
}
