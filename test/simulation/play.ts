import { createCaller } from '../../src/hex/call.ts'
import { createHexClient } from '../../src/hex/client.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { type AbortSwitch, createAbort } from '../../src/run/abort.ts'
import type { RunEvent } from '../../src/run/events.ts'
import { createJournal, type Entry, readEntry } from '../../src/run/journal.ts'
import { finishLeftovers, type Leftover } from '../../src/run/leftovers.ts'
import { liveRun } from '../../src/run/life.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import type { RunPlan, RunWorld } from '../../src/run/plan.ts'
import { createTurns } from '../../src/run/turns.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import { createWorld, type RunRecord, type World } from '../hex-simulator/world.ts'
import type { Schedule } from './schedule.ts'
import { createTimeline, type Timeline } from './timeline.ts'
import { startProcess, type VirtualProcess } from './virtual-process.ts'

/** Everything that happened in one life, for the invariants and for the reader of a failure. */
export interface Story {
  readonly schedule: Schedule
  /** undefined when main was killed before it could report. */
  readonly outcome: Outcome | undefined
  readonly leftover: Leftover | undefined
  readonly entries: ReadonlyArray<Entry & { readonly keptAtMs: number }>
  readonly events: ReadonlyArray<
    RunEvent & { readonly atMs: number; readonly stage: 'main' | 'post' }
  >
  readonly world: World
  readonly ours: ReadonlyArray<RunRecord>
  readonly foreign: ReadonlyArray<RunRecord>
  readonly beganAtMs: number
  readonly stoppedAtMs: number | undefined
  readonly mainEndedAtMs: number
  readonly postEndedAtMs: number | undefined
  readonly deadlineAtMs: number
}

/** The project of every schedule. */
const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'
const beganAtMs = Date.UTC(2026, 4, 5, 4, 30)
/** The runner kills main ten seconds after SIGINT (ProcessInvoker.cs). */
const killAfterMs = 10_000
/** Long enough for every late effect and slow cancel of a schedule to have happened. */
const aftermathMs = 120_000

/** Plays a schedule from the first request to the end of the post step, in virtual time. */
export async function play(schedule: Schedule): Promise<Story> {
  const timeline = createTimeline(beganAtMs)
  const world = createWorld({
    now: timeline.now,
    ...schedule.behaviour,
    projects: [{ id: projectId, title: 'Nightly revenue', plans: schedule.plans }],
    faults: schedule.faults,
  })
  const foreignIds = schedule.foreign.map((foreign) => addForeign(world, timeline, foreign))
  const followed = foreignIds[0]
  const stage = createStage(schedule, timeline, world)
  const plan = planOf(schedule, schedule.inputs.follow ? followed : undefined)

  const main = stage.start('main')
  const living = watch(liveRun(plan, main.runWorld))
  const stopped = await runMain(schedule, timeline, main, living)
  const mainEndedAtMs = timeline.now()

  let leftover: Leftover | undefined
  let postEndedAtMs: number | undefined
  if (schedule.stop.kind !== 'shutdown') {
    leftover = await runPost(schedule, timeline, stage, stopped)
    postEndedAtMs = timeline.now()
  }
  main.process.kill()
  if (living.error !== undefined) throw living.error
  timeline.advanceTo(timeline.now() + aftermathMs)
  const runs = world.runs()
  return {
    schedule,
    outcome: living.value,
    leftover,
    entries: stage.entries,
    events: stage.events,
    world,
    ours: runs.filter((run) => run.createdByRequest !== null),
    foreign: runs.filter((run) => run.createdByRequest === null),
    beganAtMs,
    stoppedAtMs: stopped,
    mainEndedAtMs,
    postEndedAtMs,
    deadlineAtMs: plan.deadlineAtMs,
  }
}

interface Actor {
  readonly process: VirtualProcess
  readonly abort: AbortSwitch
  readonly runWorld: RunWorld
}

/** The machine both stages run on: what they tell and what they keep is written down with its time. */
function createStage(schedule: Schedule, timeline: Timeline, world: World) {
  const entries: Array<Entry & { keptAtMs: number }> = []
  const events: Array<RunEvent & { atMs: number; stage: 'main' | 'post' }> = []
  let chance = 0
  const start = (stage: 'main' | 'post'): Actor => {
    const process = startProcess(timeline, world)
    const abort = createAbort(process.clock)
    const caller = createCaller({
      http: process.http,
      clock: process.clock,
      limiter: createLimiter(),
      baseUrl: 'https://app.hex.tech',
      token: sampleToken,
      userAgent: 'simulation',
    })
    const runWorld: RunWorld = {
      hex: createHexClient(caller),
      clock: process.clock,
      random: () => schedule.chances[chance++ % schedule.chances.length] ?? 0.5,
      abort,
      ownRuns: new Set(),
      turns: createTurns(),
      journal: createJournal((entry) => {
        // Through text and back, as the runner's state file does it.
        const kept = readEntry(JSON.stringify(entry))
        if (kept === undefined) throw new Error('An entry that was written cannot be read.')
        if (stage === 'main') entries.push({ ...kept, keptAtMs: timeline.now() })
      }),
      tell: (event) => events.push({ ...event, atMs: timeline.now(), stage }),
    }
    return { process, abort, runWorld }
  }
  return { entries, events, start }
}

interface Watched<T> {
  readonly isOver: () => boolean
  value: T | undefined
  error: unknown
}

function watch<T>(promise: Promise<T>): Watched<T> {
  let over = false
  const watched: Watched<T> = { isOver: () => over, value: undefined, error: undefined }
  promise.then(
    (value) => {
      watched.value = value
      over = true
    },
    (error: unknown) => {
      watched.error = error
      over = true
    },
  )
  return watched
}

/** Runs main to its end, to its death, or (in a container) to the start of post. Tells when it was stopped. */
async function runMain(
  schedule: Schedule,
  timeline: Timeline,
  main: Actor,
  living: Watched<Outcome>,
): Promise<number | undefined> {
  const { stop } = schedule
  let steps = 0
  let stoppedAtMs: number | undefined
  let killAtMs = Number.POSITIVE_INFINITY
  let leave = false
  const requestStop = () => {
    stoppedAtMs = timeline.now()
    if (stop.kind === 'kill') leave = true
    else if (stop.kind === 'container') {
      // Signals do not arrive there. Post writes that main is to stop, main looks for it every 250 ms, and post
      // waits up to ten seconds for it (src/runner/handover.ts, src/actions/run-post.ts).
      timeline.after(schedule.stop.postDelayMs + 250, main.abort.request)
      timeline.after(schedule.stop.postDelayMs + 10_000, () => {
        leave = true
      })
    } else {
      main.abort.request()
      killAtMs = timeline.now() + killAfterMs
    }
    if (stop.kind === 'kill') main.process.kill()
  }
  for (;;) {
    await settled()
    if (living.isOver() || leave) break
    if (stop.kind !== 'none' && steps === stop.afterSteps && stoppedAtMs === undefined) {
      timeline.after(stop.afterMs, () => {
        if (!living.isOver()) requestStop()
      })
    }
    steps += 1
    if (!timeline.step()) throw new Error('Main waits for nothing that could come.')
    if (timeline.now() >= killAtMs) {
      main.process.kill()
      break
    }
  }
  return stoppedAtMs
}

async function runPost(
  schedule: Schedule,
  timeline: Timeline,
  stage: ReturnType<typeof createStage>,
  stoppedAtMs: number | undefined,
): Promise<Leftover | undefined> {
  if (stoppedAtMs !== undefined && schedule.stop.kind !== 'container')
    timeline.advanceTo(timeline.now() + schedule.stop.postDelayMs)
  await settled()
  const entry = stage.entries.at(-1)
  if (entry === undefined) return undefined
  const post = stage.start('post')
  const finishing = watch(finishLeftovers(entry, post.runWorld))
  for (;;) {
    await settled()
    if (finishing.isOver()) break
    if (!timeline.step()) throw new Error('Post waits for nothing that could come.')
  }
  post.process.kill()
  if (finishing.error !== undefined) throw finishing.error
  return finishing.value
}

function addForeign(
  world: World,
  timeline: Timeline,
  { atMs, trigger, plan }: Schedule['foreign'][number],
): string | undefined {
  if (atMs > 0) {
    timeline.after(atMs, () => world.addRun(projectId, { trigger, plan }))
    return undefined
  }
  return world.addRun(projectId, { trigger, plan, startedAgoMs: -atMs }).id
}

function planOf({ inputs }: Schedule, followedId: string | undefined): RunPlan {
  return {
    projectId,
    start:
      followedId === undefined
        ? { kind: 'new', settings: inputs.dryRun ? { dryRun: true } : {} }
        : { kind: 'existing', runId: followedId },
    wait: inputs.wait,
    beganAtMs,
    deadlineAtMs: beganAtMs + inputs.timeoutMs,
    cancelOnTimeout: inputs.cancelOnTimeout,
    maxAttempts: inputs.maxAttempts,
  }
}

/**
 * Lets everything that is ready to go on go on, before time does: Node calls back on the next tick only when no
 * promise is left to be told. That is many times as quick as a turn of its event loop.
 */
async function settled(): Promise<void> {
  // The tick is to be asked for by a promise, or it comes before them.
  await undefined
  await new Promise<void>((resolve) => process.nextTick(resolve))
}
