/**
 * The runner ends everything 285 s after a job was cancelled (actions/runner, JobDispatcher.cs); main's own end and
 * the runner's work between steps take some of it.
 */
const allMs = 270_000
/** Enough for one cancel and a look, whoever has used up the rest. */
const minMs = 5_000

/**
 * The time of one post step, milliseconds: what is left of the job's, shared with the post steps after it, which
 * run one after another.
 * @param passedMs since the first post step of the job began.
 * @param waiting how many post steps come after this one and have something to clean up.
 */
export function shareMs(passedMs: number, waiting: number): number {
  return Math.max(minMs, (allMs - Math.max(0, passedMs)) / (waiting + 1))
}

/** The time of a post step that has the job to itself, milliseconds. */
export const wholeShareMs = shareMs(0, 0)
