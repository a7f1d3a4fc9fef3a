import { planOf as planOfRun } from '../../src/actions/plans.ts'
import type { OneRun } from '../../src/inputs/one-run.ts'
import { withoutUndefined } from '../../src/json.ts'
import { isOpen } from '../../src/run/journal.ts'
import {
  type Finished,
  finishAllLeftovers,
  type Leftover,
  shareMs,
} from '../../src/run/leftovers.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import type { RunPlan } from '../../src/run/plan.ts'
import { liveRuns } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import type { RequestRecord } from '../hex-simulator/state.ts'
import { createWorld, type RunRecord, type World } from '../hex-simulator/world.ts'
import { projectIds, type Schedule, type ScheduleRun } from './schedule.ts'
import {
  type Actor,
  createJob,
  createStage,
  type Kept,
  type Stage,
  type Told,
  type VirtualJob,
} from './stage.ts'
import { createTimeline, type Timeline } from './timeline.ts'

/** Everything that happened in one step, for the invariants and for the reader of a failure. */
export interface Story {
  readonly schedule: Schedule
  readonly lives: ReadonlyArray<Life>
  /** Those of all steps of the job. */
  readonly jobLives: ReadonlyArray<Life>
  /** The story of the step beside this one. */
  readonly beside: Story | undefined
  /** What the post steps told. */
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

/** Plays a schedule from the first request to the end of the last post step, in virtual time. */
export async function play(schedule: Schedule): Promise<Story> {
  // One turn of the event loop for each schedule keeps it going: all the rest happens between two of them.
  await new Promise((resolve) => setImmediate(resolve))
  const timeline = createTimeline(beganAtMs)
  const world = createWorld({
    now: timeline.now,
    ...schedule.behaviour,
    projects: projectIds.map((id) => ({
      id,
      title: 'Nightly revenue',
      plans: schedule.plans,
      publishedResultsUpdatedAt:
        schedule.resultsAgeMs === undefined
          ? null
          : new Date(beganAtMs - schedule.resultsAgeMs).toISOString(),
    })),
    faults: schedule.faults,
  })
  for (const foreign of schedule.foreign) addForeign(world, timeline, foreign)
  const { beside, chances } = schedule
  let chance = 0
  const random = () => chances[chance++ % chances.length] ?? 0.5
  const job = beside === undefined ? undefined : createJob()
  const first = createStep(schedule, {
    timeline,
    world,
    random,
    job,
    firstPlace: 0,
    atMs: beganAtMs,
  })
  const second =
    beside &&
    createStep(
      { ...schedule, ...beside },
      {
        ...{ timeline, world, random, job, firstPlace: schedule.runs.length },
        atMs: beganAtMs + beside.afterMs,
      },
    )
  const steps = second === undefined ? [first] : [first, second]
  for (;;) {
    await settled()
    if (steps.map((step) => step.isMainOver()).every(Boolean)) break
    if (!timeline.step()) throw new Error('Main is waiting, but no event is scheduled.')
  }
  // As the runner does it: the post steps one after the other, the last step's first.
  for (const [place, step] of [...steps.entries()].reverse())
    await step.playPost(steps.slice(0, place).filter((other) => other.hasOpen()).length)
  timeline.advanceTo(timeline.now() + aftermathMs)
  const [story, besideStory] = steps.map((step) => step.story())
  if (story === undefined) throw new Error('The job has no step.')
  const both = besideStory === undefined ? [story] : [story, besideStory]
  const shared = {
    jobLives: both.flatMap(({ lives }) => lives),
    postEvents: both.flatMap(({ postEvents }) => postEvents),
  }
  return {
    ...story,
    ...shared,
    beside: besideStory && { ...besideStory, ...shared, beside: undefined },
  }
}

/** One step of the job. */
function createStep(
  schedule: Schedule,
  { timeline, world, random, job, firstPlace, atMs }: StepWorld,
) {
  const plans = schedule.runs.map((_, place) =>
    planOf(schedule, place, { world, firstPlace, atMs }),
  )
  const stage = createStage(schedule, timeline, world, { random, job })
  let main: ReturnType<typeof playMain> | undefined
  const begin = () => {
    const actor = stage.start()
    const living = watch(liveAll(schedule, plans, actor, stage))
    main = playMain(schedule, timeline, stage, { actor, living })
  }
  if (atMs === timeline.now()) begin()
  else timeline.after(atMs - timeline.now(), begin)
  let finished: ReadonlyArray<Finished> = []
  let postBeganAtMs: number | undefined
  let postEndedAtMs: number | undefined
  return {
    isMainOver: () => main?.isOver() === true,
    hasOpen: () => stage.last().some(isOpen),
    /** @param others post steps that come later and have something to clean up. */
    async playPost(others: number) {
      if (schedule.stop.kind !== 'shutdown') {
        if (main?.stoppedAtMs() !== undefined && schedule.stop.kind !== 'container')
          timeline.advanceTo(timeline.now() + schedule.stop.postDelayMs)
        postBeganAtMs = timeline.now()
        finished = await runPost(schedule, timeline, stage, others)
        postEndedAtMs = timeline.now()
      }
      main?.actor.process.kill()
      const error = main?.living.error
      if (error !== undefined) throw error
    },
    story(): Story {
      const starts = startsByPlace(world, firstPlace, schedule.runs.length)
      const runs = world.runs()
      return {
        schedule,
        lives: schedule.runs.flatMap((asked, place) => {
          const plan = plans[place]
          if (plan === undefined) return []
          return {
            asked,
            plan,
            outcome: main?.living.value?.[place],
            leftover: finished.find(({ entry }) =>
              stage.entries[place]?.some((kept) => kept === entry),
            )?.leftover,
            entries: stage.entries[place] ?? [],
            events: stage.events[place] ?? [],
            starts: starts[place] ?? [],
            ours: runs.filter((run) =>
              starts[place]?.some(({ sequence }) => sequence === run.createdByRequest),
            ),
          }
        }),
        jobLives: [],
        beside: undefined,
        postEvents: stage.postEvents,
        world,
        foreign: runs.filter((run) => run.createdByRequest === null),
        beganAtMs: atMs,
        stoppedAtMs: main?.stoppedAtMs(),
        abortedAtMs: stage.abortedAtMs(),
        mainEndedAtMs: main?.endedAtMs() ?? timeline.now(),
        postBeganAtMs,
        postEndedAtMs,
      }
    },
  }
}

/** What the steps of a job share, and which of them one is. */
interface StepWorld {
  readonly timeline: Timeline
  readonly world: World
  readonly random: () => number
  readonly job: VirtualJob | undefined
  /** Numbers the runs of all steps. */
  readonly firstPlace: number
  /** When it begins. */
  readonly atMs: number
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

/** Main until its end, its death, or (in a container) the start of post. `isOver` is asked before each step of the time. */
function playMain(
  { stop }: Schedule,
  timeline: Timeline,
  stage: Stage,
  { actor, living }: { readonly actor: Actor; readonly living: Watched<ReadonlyArray<Outcome>> },
) {
  let steps = 0
  let stoppedAtMs: number | undefined
  let endedAtMs: number | undefined
  let leave = false
  const die = () => {
    leave = true
    actor.process.kill()
  }
  const beginPostBeside = () => {
    stage.wantStop()
    timeline.after(handover.lookMs, () => stage.abortMain(actor))
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
      stage.abortMain(actor)
      timeline.after(killAfterMs, die)
    }
  }
  return {
    actor,
    living,
    stoppedAtMs: () => stoppedAtMs,
    endedAtMs: () => endedAtMs,
    isOver(): boolean {
      if (endedAtMs !== undefined) return true
      if (living.isOver() || leave) {
        endedAtMs = timeline.now()
        // A main that has ended is no neighbour any more.
        if (living.isOver()) actor.process.kill()
        return true
      }
      if (stop.kind !== 'none' && steps === stop.afterSteps) {
        timeline.after(stop.afterMs, () => {
          if (!living.isOver()) requestStop()
        })
      }
      steps += 1
      return false
    },
  }
}

async function runPost(
  { stop }: Schedule,
  timeline: Timeline,
  stage: Stage,
  others: number,
): Promise<ReadonlyArray<Finished>> {
  await settled()
  const entries = stage.last()
  if (!entries.some(isOpen)) return []
  const post = stage.start()
  if (stop.postSignalAfterMs !== undefined)
    timeline.after(stop.postSignalAfterMs, post.abort.request)
  const own = { journal: () => undefined, onEvent: stage.tellPost }
  const finishing = watch(
    finishAllLeftovers(entries, { ...post.shared, ...own }, shareMs(0, others)),
  )
  for (;;) {
    await settled()
    if (finishing.isOver()) break
    if (!timeline.step()) throw new Error('The post step is waiting, but no event is scheduled.')
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

function planOf(
  { runs }: Schedule,
  place: number,
  { world, firstPlace, atMs }: Pick<StepWorld, 'world' | 'firstPlace' | 'atMs'>,
): RunPlan {
  const asked = runs[place]
  if (asked === undefined) throw new Error('There is no run at this position.')
  const { projectId, follow, newerThanMs, newestTrigger, dryRun, ...rest } = asked
  const followed = world
    .runs()
    .find((run) => run.projectId === projectId && run.createdByRequest === null)?.id
  const settings = { inputParams: { place: firstPlace + place }, ...(dryRun ? { dryRun } : {}) }
  const isNamed = follow === 'first' && followed !== undefined
  const start: OneRun['start'] = isNamed
    ? { kind: 'existing', runId: followed }
    : follow === 'newest'
      ? { kind: 'latest', choice: { newerThanMs, trigger: newestTrigger } }
      : { kind: 'new', settings }
  const { pollIntervalMs, skipIfNewerThanMs, ...required } = rest
  const run: OneRun = {
    ...required,
    ...withoutUndefined({ pollIntervalMs, skipIfNewerThanMs }),
    ...(runs.length > 1 ? { name: `run ${place}` } : {}),
    project: { projectId },
    start,
  }
  return planOfRun(run, atMs, false)
}

/** Whose starts they are, their parameters tell: Hex itself says nothing about it. */
function startsByPlace(
  world: World,
  firstPlace: number,
  places: number,
): ReadonlyArray<ReadonlyArray<RequestRecord>> {
  const starts = world.requests().filter(({ operation }) => operation === 'RunProject')
  return Array.from({ length: places }, (_, place) =>
    starts.filter(({ body }) => body.includes(`"place":${firstPlace + place}`)),
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
