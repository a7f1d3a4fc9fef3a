import type { Clock } from '../../src/clock.ts'
import { type Http, NoResponse } from '../../src/hex/http.ts'
import type { World } from '../hex-simulator/world.ts'
import type { Passage } from './schedule.ts'
import type { Timeline } from './timeline.ts'

/** A process in virtual time: once killed, nothing in it goes on, while Hex does. */
export interface VirtualProcess {
  readonly clock: Clock
  readonly http: Http
  readonly kill: () => void
  readonly isAlive: () => boolean
}

/** From the call to the request being written: connecting, and the way there. */
const connectMs = 2

const calm: Passage = { lateMs: 0, isClosed: false }

/** A process with its own clock and its own connection to one world. */
export function startProcess(
  timeline: Timeline,
  world: World,
  network: ReadonlyArray<Passage> = [],
): VirtualProcess {
  let alive = true
  let requests = 0
  const after = (ms: number, callback: () => void) =>
    timeline.after(ms, () => {
      if (alive) callback()
    })
  return {
    clock: { now: timeline.now, after },
    http: (request) => exchange(request, world, after, network[requests++] ?? calm),
    kill() {
      alive = false
    },
    isAlive: () => alive,
  }
}

/** Plays one request as `src/hex/transport.ts` would see it over a socket. */
function exchange(
  request: Parameters<Http>[0],
  world: World,
  after: (ms: number, callback: () => void) => () => void,
  { lateMs, isClosed }: Passage,
): ReturnType<Http> {
  return new Promise((resolve, reject) => {
    let sent = false
    let over = false
    const end = (finish: () => void) => {
      if (over) return
      over = true
      request.signal.removeEventListener('abort', onAbort)
      request.unsentSignal?.removeEventListener('abort', onUnsentAbort)
      finish()
    }
    const fail = (code: string) => end(() => reject(new NoResponse(code, sent, code)))
    const onAbort = () => fail('ABORTED')
    const onUnsentAbort = () => {
      if (!sent) fail('ABORTED')
    }
    if (request.signal.aborted || request.unsentSignal?.aborted === true) {
      fail('ABORTED')
      return
    }
    request.signal.addEventListener('abort', onAbort)
    request.unsentSignal?.addEventListener('abort', onUnsentAbort)

    after(connectMs, () => {
      if (over) return
      if (isClosed) {
        fail('UND_ERR_SOCKET')
        return
      }
      const { method, path, headers, body = '' } = request
      const delivery = world.receive({ method, path, headers, body })
      if (delivery.kind === 'refuse') {
        fail('ECONNREFUSED')
        return
      }
      sent = true
      if (delivery.kind === 'stall') return
      after(delivery.afterMs + lateMs, () => {
        if (delivery.kind === 'reset') {
          fail('ECONNRESET')
          return
        }
        const answer = delivery.respond()
        if (delivery.kind === 'cut') fail('UND_ERR_SOCKET')
        else if (answer.body.length > request.maxResponseBytes) fail('TOO_LARGE')
        else end(() => resolve(answer))
      })
    })
  })
}
