import { isOpen } from '../../src/run/journal.ts'
import { type Finished, finishAllLeftovers, type Leftover } from '../../src/run/leftovers.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import type { RunPlan } from '../../src/run/plan.ts'
import { liveRuns } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import type { RequestRecord } from '../hex-simulator/state.ts'
import { createWorld, type RunRecord, type World } from '../hex-simulator/world.ts'
import { projectIds, type Schedule, type ScheduleRun } from './schedule.ts'
import { type Actor, createStage, type Kept, type Stage, type Told } from './stage.ts'
import { createTimeline, type Timeline } from './timeline.ts'

/** Everything that happened in one step, for the invariants and for the reader of a failure. */
export interface Story {
  readonly schedule: Schedule
  readonly lives: ReadonlyArray<Life>
  /** What post told. */
  readonly postEvents: ReadonlyArray<Told>
  readonly world: World
  readonly foreign: ReadonlyArray<RunRecord>
  readonly beganAtMs: number
  readonly stoppedAtMs: number | undefined
  /** When main heard that it is to stop. */
  readonly abortedAtMs: number | undefined
  readonly mainEndedAtMs: number
  readonly postBeganAtMs: number | undefined
  readonly postEndedAtMs: number | undefined
}

/** One of the runs of a step. */
export interface Life {
  readonly asked: ScheduleRun
  readonly plan: RunPlan
  /** undefined when main was killed before it could report. */
  readonly outcome: Outcome | undefined
  readonly leftover: Leftover | undefined
  readonly entries: ReadonlyArray<Kept>
  /** What main told of it. */
  readonly events: ReadonlyArray<Told>
  /** The starts that were sent for it. */
  readonly starts: ReadonlyArray<RequestRecord>
  /** The runs that came of them. */
  readonly ours: ReadonlyArray<RunRecord>
}

const beganAtMs = Date.UTC(2026, 4, 5, 4, 30)
/** The runner kills main ten seconds after SIGINT (ProcessInvoker.cs). */
const killAfterMs = 10_000
/** Post waits so long for a main beside it (src/actions/run-post.ts), which looks for its word so often (handover.ts). */
const handover = { patienceMs: 10_000, lookMs: 250 }
/** Long enough for every late effect and slow cancel of a schedule to have happened. */
const aftermathMs = 120_000

/** Plays a schedule from the first request to the end of the post step, in virtual time. */
export async function play(schedule: Schedule): Promise<Story> {
  // One turn of the event loop for each schedule keeps it going: all the rest happens between two of them.
  await new Promise((resolve) => setImmediate(resolve))
  const timeline = createTimeline(beganAtMs)
  const world = createWorld({
    now: timeline.now,
    ...schedule.behaviour,
    projects: projectIds.map((id) => ({ id, title: 'Nightly revenue', plans: schedule.plans })),
    faults: schedule.faults,
  })
  for (const foreign of schedule.foreign) addForeign(world, timeline, foreign)
  const plans = schedule.runs.map((_, place) => planOf(schedule, place, world))
  const stage = createStage(schedule, timeline, world)

  const main = stage.start()
  const living = watch(liveAll(schedule, plans, main, stage))
  const stopped = await runMain(schedule, timeline, stage, { main, living })
  const mainEndedAtMs = timeline.now()

  let finished: ReadonlyArray<Finished> = []
  let postBeganAtMs: number | undefined
  let postEndedAtMs: number | undefined
  if (schedule.stop.kind !== 'shutdown') {
    if (stopped !== undefined && schedule.stop.kind !== 'container')
      timeline.advanceTo(timeline.now() + schedule.stop.postDelayMs)
    postBeganAtMs = timeline.now()
    finished = await runPost(schedule, timeline, stage)
    postEndedAtMs = timeline.now()
  }
  main.process.kill()
  if (living.error !== undefined) throw living.error
  timeline.advanceTo(timeline.now() + aftermathMs)
  const starts = startsByPlace(world, schedule.runs.length)
  const runs = world.runs()
  return {
    schedule,
    lives: schedule.runs.map((asked, place) => ({
      asked,
      plan: plans[place] ?? planOf(schedule, place, world),
      outcome: living.value?.[place],
      leftover: finished.find(({ entry }) => stage.entries[place]?.some((kept) => kept === entry))
        ?.leftover,
      entries: stage.entries[place] ?? [],
      events: stage.events[place] ?? [],
      starts: starts[place] ?? [],
      ours: runs.filter((run) =>
        starts[place]?.some(({ sequence }) => sequence === run.createdByRequest),
      ),
    })),
    postEvents: stage.postEvents,
    world,
    foreign: runs.filter((run) => run.createdByRequest === null),
    beganAtMs,
    stoppedAtMs: stopped,
    abortedAtMs: stage.abortedAtMs(),
    mainEndedAtMs,
    postBeganAtMs,
    postEndedAtMs,
  }
}

/** As src/actions/run.ts does it. */
function liveAll(
  { together }: Schedule,
  plans: ReadonlyArray<RunPlan>,
  main: Actor,
  stage: Stage,
): Promise<ReadonlyArray<Outcome>> {
  const { hex, clock } = main.shared
  const shared = { ...main.shared, hex: plans.length > 1 ? shareReads(hex, clock) : hex }
  return liveRuns(plans, shared, (place) => stage.ownWorld(main, place), together)
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
  { stop }: Schedule,
  timeline: Timeline,
  stage: Stage,
  { main, living }: { readonly main: Actor; readonly living: Watched<unknown> },
): Promise<number | undefined> {
  let steps = 0
  let stoppedAtMs: number | undefined
  let leave = false
  const die = () => {
    leave = true
    main.process.kill()
  }
  const beginPostBeside = () => {
    stage.wantStop()
    timeline.after(handover.lookMs, () => stage.abortMain(main))
    const isBusy = stage.last().some(isOpen)
    timeline.after(isBusy ? handover.patienceMs : 0, () => {
      leave = true
    })
  }
  const requestStop = () => {
    stoppedAtMs = timeline.now()
    if (stop.kind === 'kill') die()
    else if (stop.kind === 'container') timeline.after(stop.postDelayMs, beginPostBeside)
    else {
      stage.abortMain(main)
      timeline.after(killAfterMs, die)
    }
  }
  for (;;) {
    await settled()
    if (living.isOver() || leave) break
    if (stop.kind !== 'none' && steps === stop.afterSteps) {
      timeline.after(stop.afterMs, () => {
        if (!living.isOver()) requestStop()
      })
    }
    steps += 1
    if (!timeline.step()) throw new Error('Main waits for nothing that could come.')
  }
  return stoppedAtMs
}

async function runPost(
  { stop }: Schedule,
  timeline: Timeline,
  stage: Stage,
): Promise<ReadonlyArray<Finished>> {
  await settled()
  const entries = stage.last()
  if (!entries.some(isOpen)) return []
  const post = stage.start()
  if (stop.postSignalAfterMs !== undefined)
    timeline.after(stop.postSignalAfterMs, post.abort.request)
  const own = { journal: () => undefined, onEvent: stage.tellPost }
  const finishing = watch(finishAllLeftovers(entries, { ...post.shared, ...own }))
  for (;;) {
    await settled()
    if (finishing.isOver()) break
    if (!timeline.step()) throw new Error('Post waits for nothing that could come.')
  }
  post.process.kill()
  if (finishing.error !== undefined) throw finishing.error
  return finishing.value ?? []
}

function addForeign(
  world: World,
  timeline: Timeline,
  { projectId, atMs, trigger, plan }: Schedule['foreign'][number],
): void {
  if (atMs > 0) timeline.after(atMs, () => world.addRun(projectId, { trigger, plan }))
  else world.addRun(projectId, { trigger, plan, startedAgoMs: -atMs })
}

function planOf({ runs }: Schedule, place: number, world: World): RunPlan {
  const asked = runs[place]
  if (asked === undefined) throw new Error('There is no run at this place.')
  const { projectId, timeoutMs, follow, dryRun, pollIntervalMs, ...rest } = asked
  const followed = world
    .runs()
    .find((run) => run.projectId === projectId && run.createdByRequest === null)?.id
  const settings = { inputParams: { place }, ...(dryRun ? { dryRun } : {}) }
  return {
    ...rest,
    projectId,
    ...(pollIntervalMs === undefined ? {} : { pollIntervalMs }),
    ...(runs.length > 1 ? { name: `run ${place}` } : {}),
    start:
      follow && followed !== undefined
        ? { kind: 'existing', runId: followed }
        : { kind: 'new', settings },
    beganAtMs,
    deadlineAtMs: beganAtMs + timeoutMs,
  }
}

/** Whose starts they are, their parameters tell: Hex itself says nothing about it. */
function startsByPlace(world: World, places: number): ReadonlyArray<ReadonlyArray<RequestRecord>> {
  const starts = world.requests().filter(({ operation }) => operation === 'RunProject')
  return Array.from({ length: places }, (_, place) =>
    starts.filter(({ body }) => body.includes(`"place":${place}`)),
  )
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
