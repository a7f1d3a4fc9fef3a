/**
 * How late a run's end is known, and what knowing it costs: `node bench/completion.ts`. In virtual time, with the
 * code that the action runs, against the Hex simulator.
 */
import { liveRun } from '../src/run/life.ts'
import { createWorld } from '../test/hex-simulator/world.ts'
import { createTimeline } from '../test/simulation/timeline.ts'
import {
  type CompletionResult,
  type CompletionRow,
  completionTable,
  type Policy,
} from './completion-result.ts'
import { mean, percentile, provenance, rounded, writeResult } from './figures.ts'
import { beganAtMs, planFor, playOut, seeded, startJob, varied } from './virtual-jobs.ts'

const second = 1_000
const minute = 60_000
const lengthsMs = [
  0.8 * second,
  3 * second,
  5 * second,
  10 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  30 * minute,
  60 * minute,
]
/** The intervals of Airflow and Dagster (3 s), Kestra (5 s), and Paradime and Prefect (10 s). */
const policies: ReadonlyArray<Policy> = [
  { name: 'history' },
  { name: 'no history' },
  { name: 'no history, remaining' },
  { name: 'every 3 s', intervalMs: 3 * second },
  { name: 'every 5 s', intervalMs: 5 * second },
  { name: 'every 10 s', intervalMs: 10 * second },
]
const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'
const pastRuns = 12
const latencyMs = 150
const runsEach = Number(process.argv[2] ?? 200)

const rows: Array<CompletionRow> = []
for (const lengthMs of lengthsMs) {
  for (const policy of policies) rows.push(await row(policy, lengthMs))
}
const result: CompletionResult = {
  ...provenance('node bench/completion.ts'),
  runsEach,
  pastRuns,
  latencyMs,
  rows,
}
writeResult('completion', result)
console.log(completionTable(result))

async function row(policy: Policy, lengthMs: number): Promise<CompletionRow> {
  const random = seeded(lengthMs)
  const lives: Array<Life> = []
  for (let index = 0; index < runsEach; index += 1)
    lives.push(await live(policy, lengthMs, index, random))
  const lags = lives.map((life) => life.lagMs / 1000)
  return {
    lengthMs,
    policy: policy.name,
    meanLagSeconds: rounded(mean(lags), 2),
    p95LagSeconds: rounded(percentile(lags, 0.95), 2),
    polls: rounded(mean(lives.map((life) => life.polls)), 2),
    pollsInFirstMinute: Math.max(...lives.map((life) => life.firstMinute)),
    before: rounded(mean(lives.map((life) => life.before)), 2),
  }
}

interface Life {
  readonly lagMs: number
  readonly polls: number
  readonly firstMinute: number
  readonly before: number
}

/** One run's life in a world of its own, with the nights before it as its history. */
async function live(
  policy: Policy,
  lengthMs: number,
  seed: number,
  random: () => number,
): Promise<Life> {
  const timeline = createTimeline(beganAtMs)
  const past = Array.from({ length: policy.name === 'history' ? pastRuns : 0 }, (_, night) => ({
    projectId,
    trigger: 'API' as const,
    startedAgoMs: (night + 1) * 24 * 60 * minute,
    plan: planOf(varied(lengthMs, random)),
  }))
  const world = createWorld({
    now: timeline.now,
    seed,
    latencyMs,
    limits: { rateHeaders: policy.name === 'no history, remaining' ? 'ratelimit' : 'none' },
    projects: [{ id: projectId, plans: [planOf(varied(lengthMs, random))] }],
    runs: past,
  })
  const { runWorld } = startJob(timeline, world, random)
  const plan = {
    ...planFor(projectId, timeline.now(), 3 * 60 * minute),
    ...(policy.intervalMs === undefined ? {} : { pollIntervalMs: policy.intervalMs }),
  }
  const outcome = await playOut(timeline, liveRun(plan, runWorld))
  const ended = world.runs().find((run) => run.createdByRequest !== null)?.endedAtMs
  if (outcome.conclusion !== 'success' || typeof ended !== 'number')
    throw new Error(`A run of the benchmark ended as ${outcome.reason}.`)
  const sent = world.requests().filter((each) => each.operation === 'GetRunStatus')
  const polls = sent.length
  const startedAtMs = world.runs().find((run) => run.createdByRequest !== null)?.createdAtMs ?? 0
  const firstMinute = sent.filter((each) => each.receivedAtMs < startedAtMs + minute).length
  // The start itself is everybody's; what comes before it is ours alone, and the pollers do without.
  const before = policy.intervalMs === undefined ? world.requests().length - polls - 1 : 0
  return { lagMs: timeline.now() - ended, polls, firstMinute, before }
}

/** A run that takes so long from its start to its end. */
function planOf(lengthMs: number) {
  const pendingMs = Math.min(2_000, lengthMs / 5)
  return { pendingMs, runningMs: lengthMs - pendingMs }
}
