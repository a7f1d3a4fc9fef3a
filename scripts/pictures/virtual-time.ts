import type { Clock } from '../../src/clock.ts'
import { type Http, NoAnswer } from '../../src/hex/http.ts'
import type { World } from '../../test/hex-simulator/world.ts'

/** A clock that jumps from one timer to the next: hours pass in milliseconds, and always alike. */
export interface VirtualTime {
  readonly clock: Clock
  /** Lets time pass until the promise is settled. Throws when it waits for something that no timer brings. */
  readonly play: <T>(story: Promise<T>) => Promise<T>
}

/** @param startMs when it begins, milliseconds since the epoch. */
export function createVirtualTime(startMs: number): VirtualTime {
  let nowMs = startMs
  let timers: ReadonlyArray<{ readonly atMs: number; readonly callback: () => void }> = []
  const clock: Clock = {
    now: () => nowMs,
    after(ms, callback) {
      const timer = { atMs: nowMs + Math.max(0, ms), callback }
      // Stable: of two timers for the same moment, the older goes first.
      timers = [...timers, timer].sort((a, b) => a.atMs - b.atMs)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
  }
  return {
    clock,
    async play(story) {
      let settled = false
      const done = () => {
        settled = true
      }
      story.then(done, done)
      for (;;) {
        // Whatever the last timer set off has to come to rest before the next one.
        await new Promise((resolve) => setImmediate(resolve))
        if (settled) return story
        const [next, ...rest] = timers
        if (next === undefined) throw new Error('The story waits, and nothing is going to happen.')
        timers = rest
        nowMs = next.atMs
        next.callback()
      }
    },
  }
}

/** A network whose other end is a simulated Hex, in its time. */
export function httpTo(world: World, clock: Clock): Http {
  return ({ method, path, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () =>
        reject(new NoAnswer('ABORTED', true, 'The request was ended by us')),
      )
      const delivery = world.receive({ method, path, headers, body: body ?? '' })
      switch (delivery.kind) {
        case 'answer':
          clock.after(delivery.afterMs, () => resolve(delivery.respond()))
          break
        case 'reset':
        case 'cut':
          clock.after(delivery.afterMs, () =>
            reject(new NoAnswer('ECONNRESET', true, 'read ECONNRESET')),
          )
          break
        case 'refuse':
          reject(new NoAnswer('ECONNREFUSED', false, 'connect ECONNREFUSED'))
          break
        case 'stall':
          break
        default:
          delivery satisfies never
      }
    })
}
