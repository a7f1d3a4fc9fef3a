/**
 * What may still take time once `timeout` is over, in milliseconds. For main, the life of a run ends at most 75 s
 * after its deadline (`look` and `cancel`, and one request that is on its way then), and at most 150 s if the response
 * to the start was still out at the deadline (`search`, 12 s for its last look, `look` and `cancel`).
 */
export const afterDeadlineMs = {
  /** The response to a start that is on its way names the run, so it is waited for so long after the deadline. */
  start: 15_000,
  /** No look of the search for a run whose start got no response begins later than this after the deadline. */
  search: 62_000,
  /** All status requests between the deadline, or the moment a later run is known, and the cancel. */
  look: 10_000,
  /** The cancel, and the status requests that confirm it. */
  cancel: 60_000,
} as const
