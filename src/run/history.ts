import { type KnownRun, type Run, timeInId } from '../hex/wire.ts'

/** Durations of recent COMPLETED runs of a project. All times in milliseconds. */
export interface Typical {
  /** The median. */
  readonly typicalMs: number
  /** The next run is unlikely to end earlier: the shortest duration minus a margin. */
  readonly earliestMs: number
  /** A longer run has outlived all of them: the longest duration plus a margin. */
  readonly latestMs: number
  /** The shortest time in PENDING; 0 if their ids don't contain a time. */
  readonly pendingMs: number
  readonly fromRuns: number
}

/** Recent runs that count: enough for quartiles. Older ones may be of another version of the project. */
const maxRuns = 20
/** Tukey's outer fences: a value further from the middle half than three times its width is an outlier. */
const fence = 3
/**
 * How far the next run can lie outside the known ones, in average distances between two of them. Of ten runs that vary
 * evenly, the eleventh is the shortest or the longest with a probability of 2 in 11. If a run ends before it is expected,
 * we notice it up to a minute late, so the margin is generous. Each distance costs a tenth more requests.
 */
const margin = 2.5
/** Min margin on both sides, as a part of the median: runs of equal length say less than they seem to. */
const minMargin = 0.02

/** How long a run usually takes; undefined if fewer than two completed runs have a duration. */
export function typicalOf(runs: ReadonlyArray<Run>): Typical | undefined {
  const recent = runs
    .filter((run) => run.status === 'COMPLETED')
    .sort((a, b) => (b.startTime ?? '').localeCompare(a.startTime ?? ''))
    .slice(0, maxRuns)
  const durations = recent.flatMap((run) => durationMs(run) ?? []).sort((a, b) => a - b)
  const typicalMs = durations[Math.floor(durations.length / 2)]
  if (typicalMs === undefined || durations.length < 2) return undefined

  const usual = withoutOutliers(durations)
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

/** A run's duration in milliseconds: Hex's own figure, or else the time between its start and its end. */
export function durationMs(run: KnownRun): number | undefined {
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

/** Drops outliers: because of one run that had nothing to do, or one that hung, the next would be polled too often. */
function withoutOutliers(sorted: ReadonlyArray<number>): ReadonlyArray<number> {
  const quarter = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? 0
  const width = quarter(0.75) - quarter(0.25)
  const low = quarter(0.25) - fence * width
  const high = quarter(0.75) + fence * width
  return sorted.filter((value) => value >= low && value <= high)
}
