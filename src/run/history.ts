import { timeInId } from '../hex/run-id.ts'
import type { Run } from '../hex/wire.ts'

/** What recent COMPLETED runs of a project took. All times in milliseconds. */
export interface Typical {
  /** The median. */
  readonly typicalMs: number
  /** Before this the next run hardly ends: the shortest of them, and some more for what they do not show. */
  readonly earliestMs: number
  /** After this it has outlived them: the longest of them, and some more. */
  readonly latestMs: number
  /** The shortest that one of them was PENDING; 0 where their ids do not tell when they were made. */
  readonly pendingMs: number
  readonly fromRuns: number
}

const maxRuns = 20
/** Tukey's outer fences: what lies further from the middle half than three times its width is an exception. */
const fence = 3
/**
 * How far the next run may lie outside of those seen, in average distances between two of them. Of ten runs that vary
 * evenly, the eleventh is the shortest or the longest with a chance of 2 in 11. A run that ends before it is expected
 * is known up to a minute late, so the margin is generous; each distance costs a tenth more requests.
 */
const margin = 2.5
/** Runs that all took the same say less than they seem to: a part of the median on both sides. */
const minMargin = 0.02

/** Tells what a run usually takes, or undefined where fewer than two completed runs tell their time. */
export function typicalOf(runs: ReadonlyArray<Run>): Typical | undefined {
  const recent = runs
    .filter((run) => run.status === 'COMPLETED')
    .sort((a, b) => (b.startTime ?? '').localeCompare(a.startTime ?? ''))
    .slice(0, maxRuns)
  const durations = recent.flatMap((run) => durationMs(run) ?? []).sort((a, b) => a - b)
  const typicalMs = durations[Math.floor(durations.length / 2)]
  if (typicalMs === undefined || durations.length < 2) return undefined

  const usual = withoutExceptions(durations)
  const shortestMs = usual[0] ?? typicalMs
  const longestMs = usual.at(-1) ?? typicalMs
  const distanceMs = (longestMs - shortestMs) / Math.max(1, usual.length - 1)
  const marginMs = Math.max(distanceMs * margin, typicalMs * minMargin)
  return {
    typicalMs,
    earliestMs: Math.max(0, shortestMs - marginMs),
    latestMs: longestMs + marginMs,
    pendingMs: shortestPendingMs(recent),
    fromRuns: durations.length,
  }
}

/** How long a run took in milliseconds: Hex's own figure, else the time between its start and its end. */
export function durationMs(run: Run): number | undefined {
  if (run.elapsedMs !== undefined && run.elapsedMs >= 0) return run.elapsedMs
  const between = Date.parse(run.endTime ?? '') - Date.parse(run.startTime ?? '')
  return between >= 0 ? between : undefined
}

function shortestPendingMs(runs: ReadonlyArray<Run>): number {
  const times = runs.flatMap(({ runId, startTime }) => {
    const madeAtMs = timeInId(runId)
    const pendingMs = Date.parse(startTime ?? '') - (madeAtMs ?? Number.NaN)
    return pendingMs >= 0 ? [pendingMs] : []
  })
  return times.length < 2 ? 0 : Math.min(...times)
}

/** One run that found nothing to do, or one that hung, must not make the whole life of the next one be watched. */
function withoutExceptions(sorted: ReadonlyArray<number>): ReadonlyArray<number> {
  const quarter = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? 0
  const width = quarter(0.75) - quarter(0.25)
  const low = quarter(0.25) - fence * width
  const high = quarter(0.75) + fence * width
  return sorted.filter((value) => value >= low && value <= high)
}
