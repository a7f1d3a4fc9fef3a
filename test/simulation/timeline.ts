/** Virtual time: what is planned happens in order, and waiting costs nothing. */
export interface Timeline {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Plans a call after so many milliseconds; the function returned forgets it. */
  readonly after: (ms: number, callback: () => void) => () => void
  /** Moves to the next planned call and makes it; false when nothing is planned. */
  readonly step: () => boolean
  /** Moves on to a time, making every call planned until then. */
  readonly advanceTo: (atMs: number) => void
}

interface Planned {
  readonly atMs: number
  readonly callback: () => void
}

/** A timeline that begins at `startMs`. Calls planned for the same moment are made in the order planned. */
export function createTimeline(startMs: number): Timeline {
  const planned: Array<Planned> = []
  let nowMs = startMs
  const makeNext = (next: Planned) => {
    planned.shift()
    nowMs = Math.max(nowMs, next.atMs)
    next.callback()
  }
  return {
    now: () => nowMs,
    after(ms, callback) {
      const entry = { atMs: nowMs + Math.max(0, ms), callback }
      const later = planned.findIndex((each) => each.atMs > entry.atMs)
      planned.splice(later === -1 ? planned.length : later, 0, entry)
      return () => {
        const index = planned.indexOf(entry)
        if (index !== -1) planned.splice(index, 1)
      }
    },
    step() {
      const next = planned[0]
      if (next === undefined) return false
      makeNext(next)
      return true
    },
    advanceTo(atMs) {
      for (let next = planned[0]; next !== undefined && next.atMs <= atMs; next = planned[0])
        makeNext(next)
      nowMs = Math.max(nowMs, atMs)
    },
  }
}
