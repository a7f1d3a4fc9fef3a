import { timeLimit } from '../clock.ts'
import type { KnownRun } from '../hex/wire.ts'
import { mapInParallel } from '../parallel.ts'
import { type Cancelled, cancelRun } from './cancel.ts'
import { type Entry, type Intent, isOpen, type OpenEntry } from './journal.ts'
import { type Lookup, searchForRun, searchMs } from './lookup.ts'
import { hasEnded } from './outcome.ts'
import type { RunWorld } from './plan.ts'

/** What the post step found after a main step that could not finish, and what it did about it. */
export type Leftover =
  /** The run had ended already. */
  | { readonly kind: 'ended'; readonly run: KnownRun }
  | ({ readonly kind: 'cancelled'; readonly adopted: boolean } & Cancelled)
  /** No run, or none of several, is certainly the one that was being started. */
  | Exclude<Lookup, { readonly kind: 'one' }>

/** The last entry of an open journal, and the result of the cleanup. */
export interface Finished {
  readonly entry: OpenEntry
  readonly leftover: Leftover
}

/**
 * The runner kills everything 285 s after a job was cancelled (actions/runner, JobDispatcher.cs). Main's own cleanup and
 * the runner's work between steps take a part of that.
 */
const allMs = 270_000
/** Enough for one cancel request and one status request, even if other post steps used the rest. */
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

/** Known runs are cancelled first; runs that may exist are searched for last. */
const order = { started: 0, cancelling: 1, intent: 2 } as const satisfies Record<
  OpenEntry['phase'],
  number
>
/** Runs that are cleaned up at the same time. */
const maxAtOnce = 10

/**
 * Cleans up everything that a killed main step left open, several runs at a time.
 * @param entries the last entry of each run's journal, including those with nothing to finish: a run that is known from
 *   one journal is not the lost run of another.
 * @param timeMs for all of them (`shareMs`).
 */
export async function finishAllLeftovers(
  entries: ReadonlyArray<Entry>,
  world: RunWorld,
  timeMs = shareMs(0, 0),
): Promise<ReadonlyArray<Finished>> {
  for (const entry of entries)
    if ('runId' in entry && entry.runId !== undefined) world.jobRuns.add(entry.runId)
  const { signal, forget } = timeLimit(world.clock, timeMs, world.abort.timeOver('cancel'))
  const cleanup: Cleanup = {
    world,
    endAtMs: world.clock.now() + timeMs,
    signal,
    detachedProjects: new Set(
      entries.flatMap((entry) =>
        entry.phase === 'detached' && entry.runId === undefined ? [entry.projectId] : [],
      ),
    ),
    cancels: new Map(),
  }
  const open = entries.filter(isOpen).sort((a, b) => order[a.phase] - order[b.phase])
  const finished = await mapInParallel(open, maxAtOnce, async (entry) => ({
    entry,
    leftover: await finishLeftover(entry, cleanup),
  }))
  forget()
  // For the post steps that come later. Two lost starts of this one may mean the same run, and then it is stopped for both.
  for (const { leftover } of finished)
    if (leftover.kind === 'cancelled' || leftover.kind === 'ended')
      world.jobRuns.add(leftover.run.runId)
  return finished
}

/** What the cleanup of several runs shares. */
interface Cleanup {
  readonly world: RunWorld
  /** When it ends, before the runner kills it, milliseconds since the epoch. */
  readonly endAtMs: number
  /** Aborted then: a request that a rate limit delayed could otherwise take much longer. */
  readonly signal: AbortSignal
  /** Projects with a detached run whose id is not known. */
  readonly detachedProjects: ReadonlySet<string>
  /** The cancels of runs that were found, by their ids. Two lost starts of one project can lead to the same run. */
  readonly cancels: Map<string, Promise<Cancelled>>
}

/**
 * Cleans up one run: cancels it by its id, or searches for the run of a start without a response and cancels it if it is
 * the only candidate. Cancelling the wrong run is worse than leaving one behind, so anything less clear is only reported.
 */
async function finishLeftover(entry: OpenEntry, cleanup: Cleanup): Promise<Leftover> {
  if (entry.phase === 'intent') return finishLostStart(entry, cleanup)
  const { phase, projectId, ...run } = entry
  const cancelled = await cancel(projectId, run, cleanup, phase === 'cancelling')
  // The cancel is sent without reading the status first, so the run may have ended by itself before it.
  return cancelled.stop.kind === 'ended' && cancelled.run.status !== 'KILLED'
    ? { kind: 'ended', run: cancelled.run }
    : { kind: 'cancelled', adopted: false, ...cancelled }
}

/** The part of the time that a search can use. The rest is for the cancel request. */
const searchPart = 5 / 8

async function finishLostStart(intent: Intent, cleanup: Cleanup): Promise<Leftover> {
  const { world, endAtMs, detachedProjects, cancels } = cleanup
  const limitMs = Math.min(searchMs.post, (endAtMs - world.clock.now()) * searchPart)
  const lookup = await searchForRun(intent, world, limitMs, world.abort.signal)
  if (lookup.kind !== 'one') return lookup
  const { run } = lookup
  if (hasEnded(run.status)) return { kind: 'ended', run }
  if (detachedProjects.has(intent.projectId)) return { kind: 'unclear', runs: [run] }
  const cancelling = cancels.get(run.runId) ?? cancel(intent.projectId, run, cleanup)
  cancels.set(run.runId, cancelling)
  return { kind: 'cancelled', adopted: true, ...(await cancelling) }
}

/**
 * Timeout of a request. The runner sends the post step no further signal, so it can wait for a slow response. A request
 * that is given up has often had its effect.
 */
const cleanupRequestTimeoutMs = 30_000

/** @param wasAccepted Hex accepted main's cancel, so the run is watched, and cancelled again only if it continues. */
function cancel(
  projectId: string,
  run: KnownRun,
  { world, endAtMs, signal }: Cleanup,
  wasAccepted = false,
): Promise<Cancelled> {
  world.onEvent(
    wasAccepted
      ? {
          kind: 'note',
          text: 'Hex accepted the cancellation from the main step. Waiting for the run to end.',
        }
      : { kind: 'cancelling', runId: run.runId, why: 'abort' },
  )
  return cancelRun(projectId, run, world, {
    endsAtMs: () => Math.min(endAtMs, world.abort.endsAtMs('cancel')),
    signal,
    timeoutMs: cleanupRequestTimeoutMs,
    wasAccepted,
  })
}
