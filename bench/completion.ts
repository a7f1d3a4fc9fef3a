/**
 * How late a run's end is known, and what knowing it costs: `node bench/completion.ts`. In virtual time, with the
 * code that the action runs, against the Hex simulator.
 */
import { type Life, latencyMs, live, pastRuns, policies } from './completion-play.ts'
import {
  type CompletionResult,
  type CompletionRow,
  completionTable,
  type Policy,
} from './completion-result.ts'
import { mean, percentile, provenance, rounded, writeResult } from './figures.ts'
import { seeded } from './virtual-jobs.ts'

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
await writeResult('completion', result)
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
