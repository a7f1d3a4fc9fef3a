/**
 * The runner kills everything 285 s after a job was cancelled (actions/runner, JobDispatcher.cs). Main's own cleanup and
 * the runner's work between steps take a part of that.
 */
const allMs = 270_000
/** Enough for one cancel and one status request, even if other post steps used the rest. */
const minMs = 5_000

/**
 * The time for one post step, milliseconds: what is left of the job's time, divided among this post step and those after
 * it, which run one at a time.
 * @param passedMs since the first post step of the job began.
 * @param waiting number of later post steps that have something to clean up.
 */
export function shareMs(passedMs: number, waiting: number): number {
  return Math.max(minMs, (allMs - Math.max(0, passedMs)) / (waiting + 1))
}

/** The time for the only post step of a job, milliseconds. */
export const wholeShareMs = shareMs(0, 0)
