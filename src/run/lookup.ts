import { sleep } from '../clock.ts'
import type { Run } from '../hex/wire.ts'
import { candidatesFor } from './candidates.ts'
import type { Intent } from './journal.ts'
import type { Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'
import { listRecentRuns } from './recent-runs.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** What a search for a run whose start was never answered came to. */
export type Lookup =
  | { readonly kind: 'one'; readonly run: Run }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly runs: ReadonlyArray<Run> }
  /** The list could not be read, or the abort left no time for it. */
  | { readonly kind: 'unseen'; readonly trouble?: Trouble }

/** A run may show in the list later than it was made: it is looked for again and again, ever more rarely. */
const waitsMs = [1_000, 3_000, 5_000, 8_000, 15_000, 30_000]

/**
 * Looks for the run of a lost start. A single candidate counts only when a second look, seconds later, still
 * shows it alone: the list may lag, and the first run to show up may be somebody else's.
 * @param stop ends the search early; then what was seen so far is no verdict.
 */
export async function lookForRun(
  intent: Intent,
  world: RunWorld,
  stop: AbortSignal,
): Promise<Lookup> {
  let before: ReadonlyArray<Run> = []
  let verdict: Lookup = { kind: 'unseen' }
  for (const waitMs of waitsMs) {
    await sleep(world.clock, waitMs, stop)
    if (stop.aborted) return { kind: 'unseen' }
    try {
      const runs = await listRecentRuns(world.hex, intent.projectId, { signal: stop })
      const found = candidatesFor(intent, runs)
      world.tell({ kind: 'looked', candidates: found.length })
      const first = found[0]
      const same =
        found.length === before.length &&
        found.every((run, index) => run.runId === before[index]?.runId)
      if (first !== undefined && same) {
        return found.length === 1 ? { kind: 'one', run: first } : { kind: 'several', runs: found }
      }
      before = found
      verdict = found.length === 0 ? { kind: 'none' } : { kind: 'several', runs: found }
    } catch (error) {
      hexErrorOf(error)
      if (stop.aborted) return { kind: 'unseen' }
      verdict = { kind: 'unseen', trouble: troubleOf(error) }
    }
  }
  return verdict
}
