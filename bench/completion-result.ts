import { durationInWords } from '../src/report/words.ts'
import type { Provenance } from './figures.ts'
import { markdownTable } from './table.ts'

/** A way to decide when to ask next: ours, or a fixed interval. */
export interface Policy {
  readonly name:
    | 'history'
    | 'no history'
    | 'no history, remaining'
    | 'every 3 s'
    | 'every 5 s'
    | 'every 10 s'
  readonly intervalMs?: number
}

export interface CompletionResult extends Provenance {
  readonly runsEach: number
  readonly pastRuns: number
  readonly latencyMs: number
  readonly rows: ReadonlyArray<CompletionRow>
}

/** Runs of one length, waited for in one way. */
export interface CompletionRow {
  readonly lengthMs: number
  readonly policy: Policy['name']
  readonly meanLagSeconds: number
  readonly p95LagSeconds: number
  /** Status requests a run. */
  readonly polls: number
  /** The largest number of them in a run's first minute. */
  readonly pollsInFirstMinute: number
  /** Requests before the start, for the project and its history. */
  readonly before: number
}

const policies: ReadonlyArray<readonly [Policy['name'], string]> = [
  ['history', 'with history'],
  ['no history', 'without'],
  ['no history, remaining', 'without, remaining reported'],
  ['every 3 s', 'every 3 s'],
  ['every 5 s', 'every 5 s'],
  ['every 10 s', 'every 10 s'],
]

/** The mean lag in seconds that a lone run without a history may have. */
export function aimSeconds(lengthMs: number): number {
  if (lengthMs <= 10_000) return 0.8
  if (lengthMs <= 30_000) return 1.6
  if (lengthMs <= 120_000) return 2.5
  return Math.min(3.5, lengthMs / 40_000)
}

/** A row a length: mean lag, p95 lag and status requests of each way to wait. */
export function completionTable({ rows }: Pick<CompletionResult, 'rows'>): string {
  const lengths = [...new Set(rows.map((row) => row.lengthMs))]
  return markdownTable(
    ['run duration', 'target', ...policies.map(([, title]) => title)],
    lengths.map((lengthMs) => [
      lengthMs < 1_000 ? `${lengthMs / 1_000} s` : durationInWords(lengthMs),
      `${aimSeconds(lengthMs).toFixed(1)} s`,
      ...policies.map(([name]) => {
        const row = rows.find((each) => each.lengthMs === lengthMs && each.policy === name)
        if (row === undefined) return ''
        const { meanLagSeconds, p95LagSeconds, polls } = row
        return `${meanLagSeconds.toFixed(1)} / ${p95LagSeconds.toFixed(1)} s, ${shortCount(polls)}`
      }),
    ]),
  )
}

function shortCount(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}
