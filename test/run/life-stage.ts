import { cancelOtherRuns } from '../../src/cancel/cancel-other-runs.ts'
import { createCaller } from '../../src/hex/call.ts'
import { createHexClient, type HexClient } from '../../src/hex/client.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { type AbortSwitch, createAbort } from '../../src/run/abort.ts'
import { createJobRuns } from '../../src/run/job-runs.ts'
import type { Entry } from '../../src/run/journal.ts'
import { finishAllLeftovers, type Leftover } from '../../src/run/leftovers.ts'
import { liveRun } from '../../src/run/life.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import type { LifeWorld, RunEvent, RunPlan } from '../../src/run/plan.ts'
import { liveRuns } from '../../src/run/several.ts'
import type { JobFolder } from '../../src/runner/job-folder.ts'
import { openNeighbours } from '../../src/runner/neighbours.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import type { RunPlan as HexPlan } from '../hex-simulator/runs.ts'
import type { RequestRecord } from '../hex-simulator/state.ts'
import {
  createWorld,
  type RunRecord,
  type World,
  type WorldOptions,
} from '../hex-simulator/world.ts'
import { createTimeline, type Timeline } from '../simulation/timeline.ts'
import { startProcess } from '../simulation/virtual-process.ts'
import { virtualFolder } from './virtual-folder.ts'

/** The project of these stories, and when they begin. */
export const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'
export const beganAtMs = Date.UTC(2026, 4, 5, 4, 30)

type Operation = Exclude<RequestRecord['operation'], null>

/** A Hex and one job on it, in virtual time. All times are milliseconds since the job began. */
export interface LifeStage {
  readonly hex: World
  readonly timeline: Timeline
  readonly abort: AbortSwitch
  readonly runWorld: LifeWorld
  readonly events: ReadonlyArray<RunEvent & { readonly atMs: number }>
  readonly entries: ReadonlyArray<Entry>
  /** Lives a run with the action's defaults, but for what is said here, to its end. */
  readonly live: (plan?: Partial<RunPlan>) => Promise<Outcome>
  /** The post step, in a process of its own, on what the journal says; undefined where nothing is to be finished. */
  readonly finishLeftovers: (entry: Entry) => Promise<Leftover | undefined>
  /** A parallel step of the same job: another process, on the same Hex and in the same time. */
  readonly neighbour: () => Neighbour
  /** Lets time pass until the work is done. */
  readonly finish: <T>(work: Promise<T>) => Promise<T>
  /** Does something at a time. */
  readonly at: (ms: number, act: () => void) => void
  /** Does something each time that this is told. */
  readonly when: (kind: RunEvent['kind'], act: () => void) => void
  readonly nowMs: () => number
  /** When requests reached Hex, to ten milliseconds. */
  readonly sentAtMs: (...operations: ReadonlyArray<Operation>) => ReadonlyArray<number>
  /** The operations of all requests in order. */
  readonly operations: () => ReadonlyArray<Operation | null>
  /** The runs that the job started. */
  readonly ours: () => ReadonlyArray<RunRecord>
  readonly told: (kind: RunEvent['kind']) => ReadonlyArray<RunEvent & { readonly atMs: number }>
}

/** One of several processes of a job. */
export interface Neighbour {
  readonly abort: AbortSwitch
  readonly entries: ReadonlyArray<Entry>
  readonly events: ReadonlyArray<RunEvent>
  /** Begins to live a run, with some calls replaced; `finish` lets the time for it pass. */
  readonly live: (plan?: Partial<RunPlan>, calls?: Partial<HexClient>) => Promise<Outcome>
  /** Nothing in it goes on, and what it holds is free. */
  readonly kill: () => void
}

export interface StageOptions extends Partial<WorldOptions> {
  /** What becomes of the runs that are started; the last repeats. */
  readonly plans?: ReadonlyArray<HexPlan>
  /** From 0 up to 1, for all jitter. */
  readonly chance?: number
}

/** A run that goes on until it is cancelled. */
export const endless = { pendingMs: 0, end: 'never' } as const

/** A stage whose Hex keeps its rate limits and answers at once. */
export function lifeStage({
  plans = [{}],
  chance = 0.5,
  ...options
}: StageOptions = {}): LifeStage {
  const timeline = createTimeline(beganAtMs)
  const hex = createWorld({
    projects: [{ id: projectId, title: 'Nightly revenue', plans }],
    ...options,
    now: timeline.now,
  })
  const events: Array<RunEvent & { atMs: number }> = []
  const entries: Array<Entry> = []
  const ears: Array<{ readonly kind: RunEvent['kind']; readonly act: () => void }> = []
  const nowMs = () => timeline.now() - beganAtMs
  const machine: Machine = { folder: virtualFolder(), alive: new Map() }
  const start = () => startJob(timeline, hex, chance, machine)
  const { world: main } = start()
  const runWorld: LifeWorld = {
    ...main,
    journal: (entry) => entries.push(entry),
    onEvent: (event) => {
      events.push({ ...event, atMs: rounded(nowMs()) })
      for (const { kind, act } of ears) if (kind === event.kind) act()
    },
  }
  const finish = <T>(work: Promise<T>) => playOut(timeline, work)
  const requests = (operations: ReadonlyArray<Operation>) =>
    hex.requests().filter(({ operation }) => operation !== null && operations.includes(operation))
  return {
    hex,
    timeline,
    abort: main.abort,
    runWorld,
    events,
    entries,
    live: async (plan) => {
      const alone = { maxParallel: 1, failFast: false }
      const [outcome] = await finish(liveRuns([planWith(plan)], runWorld, () => runWorld, alone))
      if (outcome === undefined) throw new Error('The run has no outcome.')
      return outcome
    },
    finishLeftovers: async (entry) => {
      const { journal, onEvent } = runWorld
      const post = { ...start().world, journal, onEvent }
      const [finished] = await finish(finishAllLeftovers([entry], post))
      return finished?.leftover
    },
    neighbour: () => {
      const { world, kill } = start()
      const kept: Array<Entry> = []
      const told: Array<RunEvent> = []
      const itsWorld: LifeWorld = {
        ...world,
        journal: (entry) => kept.push(entry),
        onEvent: (event) => told.push(event),
      }
      return {
        abort: world.abort,
        entries: kept,
        events: told,
        live: (plan, calls) =>
          liveRun(planWith(plan), { ...itsWorld, hex: { ...itsWorld.hex, ...calls } }),
        kill,
      }
    },
    finish,
    at: (ms, act) => {
      timeline.after(ms - nowMs(), act)
    },
    when: (kind, act) => {
      ears.push({ kind, act })
    },
    nowMs: () => rounded(nowMs()),
    sentAtMs: (...operations) =>
      requests(operations).map(({ receivedAtMs }) => rounded(receivedAtMs - beganAtMs)),
    operations: () => hex.requests().map(({ operation }) => operation),
    ours: () => hex.runs().filter(({ createdByRequest }) => createdByRequest !== null),
    told: (kind) => events.filter((event) => event.kind === kind),
  }
}

/** A run that somebody else started through the API. */
export function runningOn({ hex }: LifeStage, plan: HexPlan, startedAgoMs = 0): RunRecord {
  return hex.addRun(projectId, { trigger: 'API', plan, startedAgoMs })
}

/** The action's defaults. */
export function planWith(plan: Partial<RunPlan> = {}): RunPlan {
  return {
    projectId,
    start: { kind: 'new', settings: {} },
    wait: true,
    beganAtMs,
    deadlineAtMs: beganAtMs + 3_600_000,
    cancelOnTimeout: true,
    cancelActive: false,
    maxAttempts: 1,
    isRerun: false,
    ...plan,
  }
}

/** A deadline so many milliseconds after the begin. */
export function timeout(ms: number): Pick<RunPlan, 'deadlineAtMs'> {
  return { deadlineAtMs: beganAtMs + ms }
}

/** Milliseconds between times that follow each other, to a tenth of a second. */
export function gaps(times: ReadonlyArray<number>): ReadonlyArray<number> {
  return times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 100) * 100)
}

/** The statuses that were told, in order. */
export function polled({ events }: LifeStage): ReadonlyArray<string> {
  return events.flatMap((event) => (event.kind === 'polled' ? event.run.status : []))
}

type Job = Omit<LifeWorld, 'journal' | 'onEvent' | 'abort'> & { readonly abort: AbortSwitch }

/** What the processes of a job share. */
interface Machine {
  readonly folder: JobFolder
  /** Whether the process of a mark still runs. */
  readonly alive: Map<string, boolean>
}

/** A process of its own, wired as the action wires it, but for the network and the clock. */
function startJob(
  timeline: Timeline,
  hex: World,
  chance: number,
  { folder, alive }: Machine,
): { readonly world: Job; readonly kill: () => void } {
  const { clock, http, kill } = startProcess(timeline, hex)
  const mark = `${alive.size + 1}-1`
  alive.set(mark, true)
  const caller = createCaller({
    http,
    clock,
    limiter: createLimiter(() => chance),
    baseUrl: 'https://app.hex.tech',
    token: sampleToken,
    userAgent: 'test',
  })
  const neighbours = openNeighbours(folder, mark, clock, (other) => alive.get(other) === true)
  const world: Job = {
    hex: createHexClient(caller),
    clock,
    random: () => chance,
    abort: createAbort(clock),
    jobRuns: createJobRuns(clock, () => chance, neighbours),
    cancelOtherRuns,
  }
  const end = () => {
    alive.set(mark, false)
    kill()
  }
  return { world, kill: end }
}

/** No life has a tenth of it: one that does waits for what does not come. */
const mostSteps = 20_000

async function playOut<T>(timeline: Timeline, work: Promise<T>): Promise<T> {
  let over = false
  const end = () => {
    over = true
  }
  work.then(end, end)
  for (let steps = 0; steps < mostSteps; steps += 1) {
    // Everything that follows from what has happened, before time goes on.
    await new Promise((resolve) => setImmediate(resolve))
    if (over) return work
    if (!timeline.step()) throw new Error('The work is not done, but no event is scheduled.')
  }
  throw new Error('The work does not end.')
}

/** The way to Hex takes two milliseconds, which no story is about. */
function rounded(ms: number): number {
  return Math.round(ms / 10) * 10
}
