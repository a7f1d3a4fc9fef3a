import type { Run } from '../hex/wire.ts'

/** What recent COMPLETED runs of a project took: the median, milliseconds, and of how many. */
export interface Typical {
  readonly typicalMs: number
  readonly fromRuns: number
}

const mostRuns = 20

/** Tells what a run usually takes, or undefined where fewer than two completed runs tell their time. */
export function typicalOf(runs: ReadonlyArray<Run>): Typical | undefined {
  const durations = runs
    .filter((run) => run.status === 'COMPLETED')
    .sort((a, b) => (b.startTime ?? '').localeCompare(a.startTime ?? ''))
    .slice(0, mostRuns)
    .flatMap((run) => durationMs(run) ?? [])
    .sort((a, b) => a - b)
  const middle = durations[Math.floor(durations.length / 2)]
  return middle === undefined || durations.length < 2
    ? undefined
    : { typicalMs: middle, fromRuns: durations.length }
}

/** How long a run took in milliseconds: Hex's own figure, else the time between its start and its end. */
export function durationMs(run: Run): number | undefined {
  if (run.elapsedMs !== undefined && run.elapsedMs >= 0) return run.elapsedMs
  if (run.startTime === undefined || run.endTime === undefined) return undefined
  const between = Date.parse(run.endTime) - Date.parse(run.startTime)
  return between >= 0 ? between : undefined
}
