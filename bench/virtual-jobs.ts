import { cancelOtherRuns } from '../src/cancel/cancel-other-runs.ts'
import { createCaller } from '../src/hex/call.ts'
import { createHexClient, type HexClient } from '../src/hex/client.ts'
import { createLimiter } from '../src/hex/limiter.ts'
import { type AbortSwitch, createAbort } from '../src/run/abort.ts'
import { createJobRuns } from '../src/run/job-runs.ts'
import type { LifeWorld, RunPlan } from '../src/run/plan.ts'
import { sampleToken } from '../test/hex-simulator/auth.ts'
import type { World } from '../test/hex-simulator/world.ts'
import type { Timeline } from '../test/simulation/timeline.ts'
import { startProcess } from '../test/simulation/virtual-process.ts'

/** When virtual time begins. */
export const beganAtMs = Date.UTC(2026, 4, 5, 4, 30)

/** One job in virtual time: a process of its own, with its own budget and its own chances. */
export interface VirtualJob {
  readonly hex: HexClient
  readonly runWorld: LifeWorld
  /** Cancels the job. */
  readonly abort: AbortSwitch
}

/** Starts a job's process. It is wired as the action wires it, but for the network and the clock. */
export function startJob(timeline: Timeline, world: World, random: () => number): VirtualJob {
  const { clock, http } = startProcess(timeline, world)
  const caller = createCaller({
    http,
    clock,
    limiter: createLimiter(random),
    baseUrl: 'https://app.hex.tech',
    token: sampleToken,
    userAgent: 'bench',
  })
  const hex = createHexClient(caller)
  const abort = createAbort(clock)
  const runWorld: LifeWorld = {
    hex,
    clock,
    random,
    abort,
    jobRuns: createJobRuns(clock, random),
    cancelOtherRuns,
    journal: () => undefined,
    onEvent: () => undefined,
  }
  return { hex, runWorld, abort }
}

/** A plan with the action's defaults, that begins now. */
export function planFor(projectId: string, nowMs: number, timeoutMs: number): RunPlan {
  return {
    projectId,
    start: { kind: 'new', settings: {} },
    wait: true,
    beganAtMs: nowMs,
    deadlineAtMs: nowMs + timeoutMs,
    cancelOnTimeout: true,
    cancelActive: false,
    maxAttempts: 1,
    isRerun: false,
  }
}

/** Lets virtual time pass until the work is done, and gives its result. */
export async function playOut<T>(timeline: Timeline, work: Promise<T>): Promise<T> {
  let over = false
  const settle = () => {
    over = true
  }
  work.then(settle, settle)
  for (;;) {
    await allReady()
    if (over) return work
    if (!timeline.step()) throw new Error('The work is waiting, but no event is scheduled.')
  }
}

/** Numbers from 0 up to 1 that are the same in every run of a benchmark (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A length that varies evenly by a fifth to both sides. */
export function varied(lengthMs: number, random: () => number): number {
  return Math.round(lengthMs * (0.8 + 0.4 * random()))
}

/** Lets everything that is ready to go on go on, before time does. */
function allReady(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
