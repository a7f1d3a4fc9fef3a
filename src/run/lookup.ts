import { sleep } from '../clock.ts'
import type { Run } from '../hex/wire.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import type { Intent } from './journal.ts'
import type { Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'
import { listRecentRuns } from './recent-runs.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** What a search for a run whose start was never answered came to. */
export type Lookup =
  | { readonly kind: 'one'; readonly run: Run }
  | { readonly kind: 'none' }
  /** Or one that is not clear enough. */
  | { readonly kind: 'several'; readonly runs: ReadonlyArray<Run> }
  /** The list could not be read, or the abort left no time for it. */
  | { readonly kind: 'unseen'; readonly trouble?: Trouble }

/**
 * When to look, in milliseconds between looks. A run may be made after the connection was lost, and may show in
 * the list later than it was made; both are a matter of seconds, and a start that Hex is slow to carry out is still
 * caught by the last looks.
 */
const waitsMs = [1_000, 4_000, 5_000, 5_000, 10_000, 10_000, 10_000]
/** Before this no single run is taken for ours: the first to show up may be somebody else's. */
const patienceMs = 14_000
/** A run that shows up later than this is more likely somebody else's. */
const latestMs = 20_000
/** The list comes within a second where Hex is well; where it is not, the search must still end. */
const lookDeadlineMs = 8_000
const searchMs = 60_000

/**
 * Looks for the run of a lost start. A run counts as ours only when it is the only candidate ever seen, in at
 * least two looks, and no other has shown up for a quarter of a minute. Everything less clear is left alone.
 * @param stop ends the search early; then what was seen so far is no verdict.
 */
export async function lookForRun(
  intent: Intent,
  world: RunWorld,
  stop: AbortSignal,
): Promise<Lookup> {
  const beganAtMs = world.clock.now()
  const seen = new Map<string, Sighting>()
  let trouble: Trouble | undefined
  let looked = false
  for (const waitMs of waitsMs) {
    await sleep(world.clock, waitMs, stop)
    if (stop.aborted) return { kind: 'unseen' }
    const elapsedMs = world.clock.now() - beganAtMs
    if (elapsedMs > searchMs) break
    const found = await look(intent, world, stop)
    if (found.kind === 'failed') {
      trouble = found.trouble
      continue
    }
    looked = true
    for (const { run, isNew } of found.candidates) {
      const before = seen.get(run.runId)
      seen.set(run.runId, {
        run,
        isNew,
        times: (before?.times ?? 0) + 1,
        firstMs: before?.firstMs ?? elapsedMs,
      })
    }
    world.tell({ kind: 'looked', candidates: seen.size })
    if (seen.size > 1) break
    const [only] = seen.values()
    if (only !== undefined && only.times > 1 && elapsedMs >= patienceMs) {
      if (only.isNew && only.firstMs <= latestMs) return { kind: 'one', run: only.run }
      break
    }
  }
  if (seen.size > 0) return { kind: 'several', runs: [...seen.values()].map(({ run }) => run) }
  return looked
    ? { kind: 'none' }
    : { kind: 'unseen', ...(trouble === undefined ? {} : { trouble }) }
}

interface Sighting extends Candidate {
  readonly times: number
  /** Milliseconds from the begin of the search to the first look that showed it. */
  readonly firstMs: number
}

type Look =
  | { readonly kind: 'seen'; readonly candidates: ReadonlyArray<Candidate> }
  | { readonly kind: 'failed'; readonly trouble: Trouble }

async function look(intent: Intent, world: RunWorld, stop: AbortSignal): Promise<Look> {
  try {
    const options = { signal: stop, urgent: true, deadlineMs: lookDeadlineMs }
    const runs = await listRecentRuns(world.hex, intent.projectId, options)
    return { kind: 'seen', candidates: candidatesFor(intent, runs) }
  } catch (error) {
    hexErrorOf(error)
    return { kind: 'failed', trouble: troubleOf(error) }
  }
}
