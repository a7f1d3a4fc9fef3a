import { timeInId } from '../hex/run-id.ts'
import type { Run } from '../hex/wire.ts'
import type { Intent } from './journal.ts'

/** The clocks of Hex's hosts differ a little. */
const clockToleranceMs = 2_000
/** A start is waited for up to a minute; a run made later than that is not from it. */
const latestMs = 75_000

/** A run that may have come from a start whose answer was lost. */
export interface Candidate {
  readonly run: Run
  /** It was made after the start was sent, for certain, and not only perhaps. */
  readonly isNew: boolean
}

/**
 * The runs that may have come from a start whose answer was lost: all about which nothing says otherwise. Hex
 * echoes nothing of a start in a run, so one candidate is strong evidence, and two are none.
 * @param listedAtMs when the runs were listed, by Hex's clock; undefined where Hex tells no time.
 */
export function candidatesFor(
  intent: Intent,
  runs: ReadonlyArray<Run>,
  listedAtMs?: number,
): ReadonlyArray<Candidate> {
  const known = new Set(intent.known)
  return runs.flatMap((run) => {
    if (known.has(run.runId)) return []
    const wasListedBefore = intent.known !== undefined && intent.isKnownStale !== true
    if (intent.atMs === undefined) return [{ run, isNew: wasListedBefore }]
    const startedAtMs = Date.parse(run.startTime ?? '')
    if (startedAtMs < intent.atMs - clockToleranceMs) return []
    const madeAtMs = timeInId(run.runId)
    if (madeAtMs !== undefined) {
      const isInTime =
        madeAtMs >= intent.atMs - clockToleranceMs && madeAtMs <= intent.atMs + latestMs
      return isInTime ? [{ run, isNew: true }] : []
    }
    // Nothing tells when this run was made. Without the list from before its start may have waited for long; and one
    // that was first seen, or began, long after ours was sent may have been made by then.
    const madeByMs = Number.isNaN(startedAtMs) ? listedAtMs : startedAtMs
    const isLate = madeByMs !== undefined && madeByMs > intent.atMs + latestMs
    return [{ run, isNew: wasListedBefore && !isLate }]
  })
}
