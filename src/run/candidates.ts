import type { Run } from '../hex/wire.ts'
import { timeInId } from '../hex/wire.ts'
import type { Intent } from './journal.ts'

/** The clocks of Hex's hosts differ by up to about this much. */
const clockToleranceMs = 2_000
/** The response to a start is waited for up to a minute. A run made later is not from it. */
const latestMs = 75_000

/** A run that may be from a start whose response was lost. */
export interface Candidate {
  readonly run: Run
  /** It was certainly made after the start was sent. */
  readonly isNew: boolean
}

/**
 * The runs that may be from a start whose response was lost: all that nothing rules out. A run contains nothing of the
 * start that made it, so one candidate is strong evidence, and two are none.
 * @param listedAtMs when the runs were listed, by Hex's clock; undefined if Hex reported no time.
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
    // Nothing shows when this run was made. Without the list from before the start, it may have been pending for long. A
    // run that was first seen, or started, long after our start may have been made at that time.
    const madeByMs = Number.isNaN(startedAtMs) ? listedAtMs : startedAtMs
    const isLate = madeByMs !== undefined && madeByMs > intent.atMs + latestMs
    return [{ run, isNew: wasListedBefore && !isLate }]
  })
}
