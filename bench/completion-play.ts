import { liveRun } from '../src/run/life.ts'
import { createWorld } from '../test/hex-simulator/world.ts'
import { createTimeline } from '../test/simulation/timeline.ts'
import type { Policy } from './completion-result.ts'
import { beganAtMs, planFor, playOut, startJob, varied } from './virtual-jobs.ts'

/** How many runs a project with a history has completed. */
export const pastRuns = 12
/** How long Hex takes to respond. */
export const latencyMs = 150

/** The intervals of Airflow and Dagster (3 s), Kestra (5 s), and Paradime and Prefect (10 s). */
export const policies: ReadonlyArray<Policy> = [
  { name: 'history' },
  { name: 'no history' },
  { name: 'no history, remaining' },
  { name: 'every 3 s', intervalMs: 3_000 },
  { name: 'every 5 s', intervalMs: 5_000 },
  { name: 'every 10 s', intervalMs: 10_000 },
]

const minute = 60_000
const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

/** What came of one run. */
export interface Life {
  readonly lagMs: number
  readonly polls: number
  readonly firstMinute: number
  readonly before: number
}

/** One run's life in a world of its own, with the nights before it as its history. */
export async function live(
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
