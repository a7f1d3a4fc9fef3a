import { sleep } from '../src/clock.ts'
import { liveRun } from '../src/run/life.ts'
import { hasEnded } from '../src/run/outcome.ts'
import { liveRuns } from '../src/run/several.ts'
import { shareReads } from '../src/run/shared-reads.ts'
import { sampleToken } from '../test/hex-simulator/auth.ts'
import { createWorld, type World } from '../test/hex-simulator/world.ts'
import { createTimeline, type Timeline } from '../test/simulation/timeline.ts'
import { beganAtMs, planFor, playOut, seeded, startJob, varied } from './virtual-jobs.ts'

/** A fleet: jobs, or runs of one step, that start together on one token. */
export interface FleetCase {
  readonly jobs: number
  /** Runs take so long from start to end, a fifth more or less. */
  readonly lengthMs: number
  /** Whether each project has completed runs that took as long. */
  readonly history: boolean
  /** What Hex's responses say about the limit. The header names of `remaining` are assumed: Hex documents none. */
  readonly headers: 'Retry-After' | 'remaining' | 'nothing'
  readonly window: 'first-request' | 'sliding'
  readonly latencyMs: number
  /** Jobs start evenly over so long. */
  readonly startsWithinMs: number
  /** Requests a minute for status and projects. */
  readonly perMinute: number
  /** A new `perMinute` from the third minute on. */
  readonly perMinuteLater?: number
  /** All runs in one step (`runs`), 25 at once. */
  readonly oneStep?: boolean
}

/** Where nothing else is said: 30 reads a minute, and jobs of a minute that start within ten seconds. */
export const usualFleet: FleetCase = {
  jobs: 4,
  lengthMs: 60_000,
  history: false,
  headers: 'Retry-After',
  window: 'first-request',
  latencyMs: 150,
  startsWithinMs: 10_000,
  perMinute: 30,
}

/** The action as it ships; a poller that asks every 5 s and nothing but that; one that also reads what the action reads. */
export type Client = 'action' | 'poller' | 'reading poller'

/** What came of one fleet. All times in seconds. */
export interface Played {
  /** From the job's start to its run's. */
  readonly startDelays: ReadonlyArray<number>
  /** From the run's end to the job's knowing. */
  readonly lateness: ReadonlyArray<number>
  readonly allDoneAfter: number
  readonly sent: number
  readonly denied: number
  /** The same from the second minute on. */
  readonly sentLater: number
  readonly deniedLater: number
}

const minuteMs = 60_000
const pastRuns = 12
const kernels = 25
const pollMs = 5_000
const kernelRetryMs = 30_000
const timeoutMs = 24 * 60 * minuteMs

/** Plays one fleet from its first job's start to its last one's end, in virtual time. */
export async function playFleet(fleet: FleetCase, client: Client, seed: number): Promise<Played> {
  const random = seeded(seed * 7_919 + fleet.jobs * 31 + fleet.lengthMs)
  const timeline = createTimeline(beganAtMs)
  const lengths = Array.from({ length: fleet.jobs }, () => varied(fleet.lengthMs, random))
  const begins = lengths.map(() => (fleet.oneStep === true ? 0 : random() * fleet.startsWithinMs))
  const chances = lengths.map(() => seeded(Math.floor(random() * 1e9)))
  // After everything that both clients share: a project's past takes more of the chances than its absence.
  const world = worldOf(fleet, timeline, lengths, { random, seed })
  const stage = { timeline, world }
  const ends = lengths.map(() => 0)
  if (fleet.perMinuteLater !== undefined) {
    const limits = { hexApiPerMinute: fleet.perMinuteLater }
    timeline.after(2 * minuteMs, () => world.changeBehaviour({ limits }))
  }
  const note = (index: number) => {
    ends[index] = timeline.now()
  }
  if (fleet.oneStep === true && client === 'action')
    await playOut(timeline, step(stage, fleet.jobs, random, note))
  else {
    const jobs = lengths.map((_, index) => {
      const begin = { index, atMs: begins[index] ?? 0 }
      return job(stage, begin, client, chances[index] ?? random).then(() => note(index))
    })
    await playOut(timeline, Promise.all(jobs))
  }
  return resultOf(world, begins, ends)
}

function worldOf(
  fleet: FleetCase,
  timeline: Timeline,
  lengths: ReadonlyArray<number>,
  { random, seed }: { readonly random: () => number; readonly seed: number },
): World {
  const planOf = (lengthMs: number) => {
    const pendingMs = Math.min(2_000, lengthMs / 5)
    return { pendingMs, runningMs: lengthMs - pendingMs }
  }
  const { perMinute } = fleet
  return createWorld({
    now: timeline.now,
    seed,
    latencyMs: fleet.latencyMs,
    limits: {
      window: fleet.window,
      hexApiPerMinute: perMinute,
      hexApiPerHour: 60 * Math.max(perMinute, fleet.perMinuteLater ?? 0),
      allPerMinute: 2 * perMinute,
      // Hex's API reference of 2026 names no limit of starts an hour; the one of 2025 had 60.
      runProjectPerHour: 10_000,
      retryAfter: fleet.headers === 'nothing' ? 'none' : 'seconds',
      rateHeaders: fleet.headers === 'remaining' ? 'ratelimit' : 'none',
    },
    kernelLimit: kernels,
    projects: lengths.map((lengthMs, index) => ({
      id: projectIdOf(index),
      plans: [planOf(lengthMs)],
    })),
    runs: lengths.flatMap((_, index) =>
      Array.from({ length: fleet.history ? pastRuns : 0 }, (_, night) => ({
        projectId: projectIdOf(index),
        trigger: 'API' as const,
        startedAgoMs: (night + 1) * 24 * 60 * minuteMs,
        plan: planOf(varied(fleet.lengthMs, random)),
      })),
    ),
  })
}

/** One Hex, and the time in it. */
interface Stage {
  readonly timeline: Timeline
  readonly world: World
}

async function job(
  stage: Stage,
  begin: { readonly index: number; readonly atMs: number },
  client: Client,
  random: () => number,
): Promise<void> {
  const projectId = projectIdOf(begin.index)
  const { runWorld } = startJob(stage.timeline, stage.world, random)
  await sleep(runWorld.clock, begin.atMs)
  if (client !== 'action') return poll(stage, projectId, client, random)
  const plan = planFor(projectId, stage.timeline.now(), timeoutMs)
  const { conclusion, reason } = await liveRun(plan, runWorld)
  if (conclusion !== 'success') throw new Error(`A run of the benchmark ended as ${reason}.`)
}

/** All runs in one step, that share what they know. */
async function step(
  { timeline, world }: Stage,
  runs: number,
  random: () => number,
  ended: (index: number) => void,
): Promise<void> {
  const { runWorld } = startJob(timeline, world, random)
  const { journal, onEvent, ...shared } = runWorld
  const plans = Array.from({ length: runs }, (_, index) =>
    planFor(projectIdOf(index), timeline.now(), timeoutMs),
  )
  await liveRuns(
    plans,
    { ...shared, hex: shareReads(shared.hex, shared.clock) },
    (index) => ({
      journal,
      onEvent: (event) => {
        onEvent(event)
        if (event.kind === 'polled' && hasEnded(event.run.status)) ended(index)
      },
    }),
    { maxParallel: 25, failFast: false },
  )
}

/**
 * The plain poller: starts, then asks every 5 s; after a 429 it sleeps as long as that says, where no kernel is free
 * 30 s. When its first question comes is chance: lengths and starts that are multiples of 5 s would flatter it.
 */
async function poll(
  stage: Stage,
  projectId: string,
  client: Client,
  random: () => number,
): Promise<void> {
  const path = `/api/v1/projects/${projectId}`
  const clock = { now: stage.timeline.now, after: stage.timeline.after }
  const until200 = async (method: string, rest: string, body: string) => {
    for (;;) {
      const { status, headers, body: text } = await send(stage, { method, path: path + rest, body })
      if (status < 300) return JSON.parse(text) as Record<string, unknown>
      const asked = Number(headers['retry-after'] ?? Number.NaN) * 1_000
      const otherwise = status === 503 ? kernelRetryMs : pollMs
      await sleep(clock, Number.isNaN(asked) ? otherwise : asked)
    }
  }
  if (client === 'reading poller') {
    await until200('GET', '', '')
    await until200('GET', '/runs?limit=100', '')
  }
  const { runId } = await until200('POST', '/runs', '{}')
  await sleep(clock, random() * pollMs)
  for (;;) {
    const { status } = await until200('GET', `/runs/${runId}`, '')
    if (hasEnded(String(status))) return
    await sleep(clock, pollMs)
  }
}

function send(
  { timeline, world }: Stage,
  request: { readonly method: string; readonly path: string; readonly body: string },
) {
  const headers = { authorization: `Bearer ${sampleToken}`, 'content-type': 'application/json' }
  const delivery = world.receive({ ...request, headers })
  if (delivery.kind !== 'answer') throw new Error('The benchmark has no faults.')
  return new Promise<ReturnType<typeof delivery.respond>>((resolve) => {
    timeline.after(delivery.afterMs, () => resolve(delivery.respond()))
  })
}

function resultOf(
  world: World,
  begins: ReadonlyArray<number>,
  ends: ReadonlyArray<number>,
): Played {
  const runs = world.runs().filter((run) => run.createdByRequest !== null)
  const runOf = (index: number) => runs.find((run) => run.projectId === projectIdOf(index))
  const startDelays = begins.map(
    (beginMs, index) => ((runOf(index)?.createdAtMs ?? 0) - beganAtMs - beginMs) / 1_000,
  )
  const lateness = ends.map((endMs, index) => (endMs - (runOf(index)?.endedAtMs ?? 0)) / 1_000)
  const requests = world.requests()
  const later = requests.filter(({ receivedAtMs }) => receivedAtMs > beganAtMs + minuteMs)
  const deniedOf = (all: typeof requests) => all.filter((each) => each.hexStatus === 429).length
  return {
    startDelays,
    lateness,
    allDoneAfter: (Math.max(...ends) - beganAtMs) / 1_000,
    sent: requests.length,
    denied: deniedOf(requests),
    sentLater: later.length,
    deniedLater: deniedOf(later),
  }
}

function projectIdOf(index: number): string {
  return `0197c3a1-5d20-7b41-9e0f-${index.toString(16).padStart(12, '0')}`
}
