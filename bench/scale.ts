/**
 * Many runs listed in one step: `node --expose-gc bench/scale.ts`. In virtual time, through the entry that the action
 * uses (`liveRuns`), against a simulated Hex: how much of our own time and memory a run costs as the list grows.
 */
import { liveRuns } from '../src/run/several.ts'
import { shareReads } from '../src/run/shared-reads.ts'
import { createWorld, type World } from '../test/hex-simulator/world.ts'
import { createTimeline } from '../test/simulation/timeline.ts'
import { provenance, rounded, writeResult } from './figures.ts'
import { type ScaleResult, type ScaleRow, scaleTable } from './scale-result.ts'
import { beganAtMs, planFor, playOut, seeded, startJob, varied } from './virtual-jobs.ts'

const sizes = [100, 300, 1_000]
/** The most that `max-parallel` takes: the kernels of one user. */
const maxParallel = 25
const minuteMs = 60_000
/** Sixty starts an hour, as Hex documented until 2025, make a thousand runs a matter of 17 hours. */
const timeoutMs = 30 * 60 * minuteMs

const collect = globalThis.gc
if (collect === undefined) throw new Error('Run it with: node --expose-gc bench/scale.ts')

// What is compiled and loaded once is not the cost of a run.
await row(sizes[0] ?? 100, collect)
const rows: Array<ScaleRow> = []
for (const runs of sizes) rows.push(await row(runs, collect))
const result: ScaleResult = {
  ...provenance('node --expose-gc bench/scale.ts'),
  maxParallel,
  rows,
}
await writeResult('scale', result)
console.log(scaleTable(result))

async function row(runs: number, gc: () => void): Promise<ScaleRow> {
  const random = seeded(runs)
  const timeline = createTimeline(beganAtMs)
  const ids = Array.from({ length: runs }, (_, index) => projectIdOf(index))
  const world = createWorld({
    now: timeline.now,
    latencyMs: 150,
    projects: ids.map((id) => ({
      id,
      plans: [{ pendingMs: 2_000, runningMs: varied(5 * minuteMs, random) }],
    })),
  })
  const { runWorld } = startJob(timeline, world, random)
  gc()
  const heapBefore = process.memoryUsage().heapUsed
  const processorBefore = process.cpuUsage()
  const { journal, onEvent, ...shared } = runWorld
  const requests = countRequests(world)
  const work = liveRuns(
    ids.map((id) => planFor(id, timeline.now(), timeoutMs)),
    { ...shared, hex: shareReads(shared.hex, shared.clock) },
    () => ({ journal, onEvent }),
    { maxParallel, failFast: false },
  )
  const outcomes = await playOut(timeline, work)
  const { user, system } = process.cpuUsage(processorBefore)
  const sent = requests()
  gc()
  const heapAfter = process.memoryUsage().heapUsed
  const completed = outcomes.filter((outcome) => outcome.conclusion === 'success').length
  if (completed !== runs) throw new Error(`${runs - completed} of ${runs} runs did not complete.`)
  return {
    runs,
    heapPerRunKilobytes: rounded((heapAfter - heapBefore) / 1_024 / runs),
    processorPerRunMs: rounded((user + system) / 1_000 / runs, 2),
    requestsPerRun: rounded(sent / runs),
    virtualHours: rounded((timeline.now() - beganAtMs) / 3_600_000),
  }
}

/** The simulator remembers every request; that is its memory and not ours, so it is let go of at the end. */
function countRequests(world: World): () => number {
  const log = world.requests() as Array<unknown>
  return () => log.splice(0).length
}

function projectIdOf(index: number): string {
  return `0197c3a1-5d20-7b41-9e0f-${index.toString(16).padStart(12, '0')}`
}
