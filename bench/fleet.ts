/**
 * Many jobs on one token, each a process that knows nothing of the others: `node bench/fleet.ts`. In virtual time,
 * with the code that the action runs, against a simulated Hex that enforces its documented limits.
 */
import { sleep } from '../src/clock.ts'
import { HexError } from '../src/hex/errors.ts'
import { liveRun } from '../src/run/life.ts'
import { hasEnded } from '../src/run/status.ts'
import { createWorld, type World } from '../test/hex-simulator/world.ts'
import { createTimeline, type Timeline } from '../test/simulation/timeline.ts'
import { mean, percentile, provenance, rounded, writeResult } from './figures.ts'
import { type FleetResult, type FleetRow, fleetTable, type Manner } from './fleet-result.ts'
import {
  beganAtMs,
  noLimiter,
  planFor,
  playOut,
  seeded,
  startJob,
  type VirtualJob,
  varied,
} from './virtual-jobs.ts'

const minuteMs = 60_000
const requestsPerMinute = 30
const kernels = 25
const manners: ReadonlyArray<Manner> = [
  'action',
  'poller that fails on 429',
  'poller that retries 429',
]
const sizes = [1, 2, 5, 10, 25, 100]
/** Runs of a nightly refresh. */
const minutes = { least: 5, most: 25 } as const
const pastRuns = 12
/** A matrix's jobs get their runners within seconds of each other. */
const startSpreadMs = 10_000
const latencyMs = 150
const pollMs = 5_000
/** Small fleets are played more often, so that every row rests on a hundred jobs or more. */
const jobsEach = Number(process.argv[2] ?? 200)

const rows: Array<FleetRow> = []
for (const jobs of sizes) for (const manner of manners) rows.push(await row(jobs, manner))
const result: FleetResult = {
  ...provenance('node bench/fleet.ts'),
  minutes,
  pastRuns,
  jobsEach,
  rows,
}
writeResult('fleet', result)
console.log(fleetTable(result))

async function row(jobs: number, manner: Manner): Promise<FleetRow> {
  const fleets: Array<Fleet> = []
  for (let index = 0; index < Math.ceil(jobsEach / jobs); index += 1)
    fleets.push(await play(jobs, manner, index + 1))
  const all = fleets.flatMap((fleet) => fleet.ends)
  const lags = all.flatMap((end) => (end.lagMs === undefined ? [] : [end.lagMs / 1000]))
  const sent = fleets.reduce((sum, fleet) => sum + fleet.sent, 0)
  const denied = fleets.reduce((sum, fleet) => sum + fleet.denied, 0)
  return {
    jobs,
    kernels,
    manner,
    failedShare: rounded(all.filter((end) => end.lagMs === undefined).length / all.length, 3),
    deniedShare: rounded(denied / sent, 3),
    p50LagSeconds: rounded(percentile(lags, 0.5)),
    p95LagSeconds: rounded(percentile(lags, 0.95)),
    boundSeconds: rounded((Math.min(jobs, kernels) / requestsPerMinute) * 60),
    minutes: rounded(mean(fleets.map((fleet) => fleet.tookMs)) / minuteMs),
  }
}

interface Fleet {
  readonly ends: ReadonlyArray<End>
  readonly sent: number
  readonly denied: number
  readonly tookMs: number
}

/** How a job ended; without a lag it failed. */
interface End {
  readonly lagMs: number | undefined
}

/** One fleet from its first job's begin to its last one's end. */
async function play(jobs: number, manner: Manner, seed: number): Promise<Fleet> {
  const random = seeded(seed * 1_000 + jobs)
  const timeline = createTimeline(beganAtMs)
  const projects = Array.from({ length: jobs }, (_, index) => {
    const usualMs = (minutes.least + (minutes.most - minutes.least) * random()) * minuteMs
    return { id: projectIdOf(index), usualMs }
  })
  const planOf = (usualMs: number) => ({ pendingMs: 2_000, runningMs: varied(usualMs, random) })
  const world = createWorld({
    now: timeline.now,
    seed,
    latencyMs,
    // Hex's present API reference names no limit of starts an hour; the one of 2025 had 60.
    limits: { hexApiPerMinute: requestsPerMinute, runProjectPerHour: 1_000 },
    kernelLimit: kernels,
    projects: projects.map(({ id, usualMs }) => ({ id, plans: [planOf(usualMs)] })),
    runs: projects.flatMap(({ id, usualMs }) =>
      Array.from({ length: pastRuns }, (_, night) => ({
        projectId: id,
        trigger: 'API' as const,
        startedAgoMs: (night + 1) * 24 * 60 * minuteMs,
        plan: planOf(usualMs),
      })),
    ),
  })
  const ends = await playOut(
    timeline,
    Promise.all(
      projects.map(({ id }) => {
        const own = seeded(Math.floor(random() * 1e9))
        return job(timeline, world, id, manner, own)
      }),
    ),
  )
  const denied = world.requests().filter((request) => request.hexStatus === 429).length
  return { ends, sent: world.requests().length, denied, tookMs: timeline.now() - beganAtMs }
}

async function job(
  timeline: Timeline,
  world: World,
  projectId: string,
  manner: Manner,
  random: () => number,
): Promise<End> {
  const mine = startJob(timeline, world, random, ...(manner === 'action' ? [] : [noLimiter]))
  await sleep(mine.runWorld.clock, random() * startSpreadMs)
  const ended =
    manner === 'action'
      ? await follow(mine, projectId)
      : await poll(mine, projectId, manner === 'poller that retries 429')
  if (!ended) return { lagMs: undefined }
  const run = world.runs().find((each) => each.projectId === projectId && each.createdByRequest)
  if (typeof run?.endedAtMs !== 'number') throw new Error('A job ended before its run.')
  return { lagMs: timeline.now() - run.endedAtMs }
}

async function follow({ runWorld }: VirtualJob, projectId: string): Promise<boolean> {
  const plan = planFor(projectId, runWorld.clock.now(), 6 * 60 * minuteMs)
  return (await liveRun(plan, runWorld)).conclusion === 'success'
}

/** What other integrations do: start, then ask at a fixed interval. A full set of kernels is waited for alike. */
async function poll(
  { hex, runWorld: { clock } }: VirtualJob,
  projectId: string,
  retries: boolean,
): Promise<boolean> {
  let runId: string | undefined
  for (;;) {
    try {
      if (runId === undefined) runId = (await hex.runProject(projectId, {})).runId
      else if (hasEnded((await hex.getRunStatus(projectId, runId)).status)) return true
    } catch (error) {
      if (!(error instanceof HexError) || error.failure.kind !== 'refused') throw error
      if (error.failure.status === 429 && !retries) return false
    }
    await sleep(clock, pollMs)
  }
}

function projectIdOf(index: number): string {
  return `0197c3a1-5d20-7b41-9e0f-${index.toString(16).padStart(12, '0')}`
}
