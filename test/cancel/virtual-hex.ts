import { type Caller, createCaller } from '../../src/hex/call.ts'
import { createHexClient } from '../../src/hex/client.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { type AbortSwitch, createAbort } from '../../src/run/abort.ts'
import type { CallWorld } from '../../src/run/plan.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import { createWorld, type World, type WorldOptions } from '../hex-simulator/world.ts'
import { createTimeline, type Timeline } from '../simulation/timeline.ts'
import { startProcess } from '../simulation/virtual-process.ts'

/** The project of these stories. */
export const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

/** A Hex and a client for it, in virtual time. */
export interface VirtualHex {
  readonly hex: World
  readonly timeline: Timeline
  readonly abort: AbortSwitch
  /** For single calls, on the same budget. */
  readonly caller: Caller
  /** What the code under test gets. */
  readonly world: CallWorld
  /** Lets time pass until the work is done. */
  readonly finish: <T>(work: Promise<T>) => Promise<T>
}

/** Sets up a Hex whose limits are enforced, as of 5 May 2026. */
export function virtualHex(options: Partial<WorldOptions> = {}): VirtualHex {
  const timeline = createTimeline(Date.UTC(2026, 4, 5, 4, 30))
  const hex = createWorld({ projects: [{ id: projectId }], ...options, now: timeline.now })
  const { clock, http } = startProcess(timeline, hex)
  const abort = createAbort(clock)
  const caller = createCaller({
    http,
    clock,
    limiter: createLimiter(),
    baseUrl: 'https://app.hex.tech',
    token: sampleToken,
    userAgent: 'test',
  })
  const world = { hex: createHexClient(caller), clock, random: () => 0.5, abort, onEvent: () => {} }
  return { hex, timeline, abort, caller, world, finish: (work) => finish(timeline, work) }
}

async function finish<T>(timeline: Timeline, work: Promise<T>): Promise<T> {
  let over = false
  const ended = () => {
    over = true
  }
  work.then(ended, ended)
  for (;;) {
    // Everything that follows from what has happened, before time goes on.
    await new Promise((resolve) => setImmediate(resolve))
    if (over) return work
    if (!timeline.step()) throw new Error('The work is not done, but no event is scheduled.')
  }
}
