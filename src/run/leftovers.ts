import type { Run } from '../hex/wire.ts'
import { inLanes } from '../lanes.ts'
import { type Cancelled, type CancelTime, cancelRun } from './cancel.ts'
import { type Entry, type Intent, isOpen, type OpenEntry, type OwnRun } from './journal.ts'
import { lookForRun, searchMs } from './lookup.ts'
import type { Stop, Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'
import { wholeShareMs } from './share.ts'
import { hasEnded } from './status.ts'

/** What the post step found after a main step that could not finish, and what it did about it. */
export type Leftover =
  /** The run had ended already. */
  | { readonly kind: 'ended'; readonly run: Run }
  | {
      readonly kind: 'cancelled'
      readonly run: Run
      readonly stop: Stop
      readonly adopted: boolean
    }
  /** A start may have been sent, but the search found no run. */
  | { readonly kind: 'none-found' }
  /** Several runs may be ours, so none is cancelled. */
  | { readonly kind: 'several-found'; readonly runs: ReadonlyArray<Run> }
  /** The search could not be finished. */
  | { readonly kind: 'unseen'; readonly trouble?: Trouble }

/**
 * Timeout of a cancel. The runner sends the post step no further signal, so it can wait for a slow response. A request
 * that is given up has often had its effect.
 */
const answerMs = 30_000
/** The part of the time that a search can use. The rest is for the cancel. */
const searchPart = 5 / 8

/** Runs that are cleaned up at the same time. */
const maxAtOnce = 10

/** Known runs are cancelled first; runs that may exist are searched for last. */
const order = { started: 0, cancelling: 1, intent: 2 } as const satisfies Record<
  OpenEntry['phase'],
  number
>

/** The last entry of an open journal, and the result of the cleanup. */
export interface Finished {
  readonly entry: OpenEntry
  readonly leftover: Leftover
}

/**
 * Cleans up everything that a killed main step left open, several runs at a time.
 * @param entries the last entry of each run's journal, including those with nothing to finish: a run that is known from
 *   one journal is not the lost run of another.
 * @param timeMs for all of them (`share.ts`).
 */
export async function finishAllLeftovers(
  entries: ReadonlyArray<Entry>,
  world: RunWorld,
  timeMs = wholeShareMs,
): Promise<ReadonlyArray<Finished>> {
  for (const entry of entries)
    if ('runId' in entry && entry.runId !== undefined) world.jobRuns.add(entry.runId)
  const endAtMs = world.clock.now() + timeMs
  const detachedProjects = new Set(
    entries.flatMap((entry) =>
      entry.phase === 'detached' && entry.runId === undefined ? (entry.projectId ?? []) : [],
    ),
  )
  const open = entries.filter(isOpen).sort((a, b) => order[a.phase] - order[b.phase])
  const cancels = new Map<string, Promise<Cancelled>>()
  const finished = await inLanes(open, maxAtOnce, async (entry) => ({
    entry,
    leftover: await finishLeftovers(entry, { ...world, endAtMs, detachedProjects, cancels }),
  }))
  // For the post steps that come later. Two lost starts of this one may mean the same run, and then it is stopped for both.
  for (const { leftover } of finished)
    if (leftover.kind === 'cancelled' || leftover.kind === 'ended')
      world.jobRuns.add(leftover.run.runId)
  return finished
}

/** The world of the post step. */
interface CleanupWorld extends RunWorld {
  /** When the cleanup ends, before the runner kills it, milliseconds since the epoch. */
  readonly endAtMs: number
  /** Projects with a detached run whose id is not known. */
  readonly detachedProjects: ReadonlySet<string>
  /** The cancels of runs that were found, by their ids. */
  readonly cancels: Map<string, Promise<Cancelled>>
}

/**
 * Cleans up one run: cancels it by its id, or searches for the run of a start without a response and cancels it if it is
 * the only candidate. Cancelling the wrong run is worse than leaving one behind, so anything less clear is only reported.
 */
async function finishLeftovers(entry: OpenEntry, world: CleanupWorld): Promise<Leftover> {
  switch (entry.phase) {
    case 'started':
      return stopRun(entry, world, false)
    case 'cancelling':
      return stopRun(entry, world, true)
    case 'intent':
      return stopLostRun(entry, world)
  }
  return entry satisfies never
}

/** @param wasTaken Hex accepted main's cancel, so the run is watched, and cancelled again only if it continues. */
async function stopRun(own: OwnRun, world: CleanupWorld, wasTaken: boolean): Promise<Leftover> {
  const { projectId, ...unseen } = own
  if (wasTaken)
    world.onEvent({
      kind: 'note',
      text: "Hex accepted the main step's cancel. Waiting for the run to end.",
    })
  else world.onEvent({ kind: 'cancelling', runId: own.runId, why: 'abort' })
  const run = { status: 'unknown', ...unseen }
  const cancelled = await cancelRun(projectId, run, world, cancelTime(world), wasTaken)
  // The cancel is sent without reading the status first, so the run may have ended by itself before it.
  return cancelled.stop.kind === 'ended' && cancelled.run.status !== 'KILLED'
    ? { kind: 'ended', run: cancelled.run }
    : { kind: 'cancelled', adopted: false, ...cancelled }
}

async function stopLostRun(intent: Intent, world: CleanupWorld): Promise<Leftover> {
  const limitMs = Math.min(searchMs.post, (world.endAtMs - world.clock.now()) * searchPart)
  const lookup = await lookForRun(intent, world, limitMs, world.abort.signal)
  switch (lookup.kind) {
    case 'one': {
      if (hasEnded(lookup.run.status)) return { kind: 'ended', run: lookup.run }
      if (world.detachedProjects.has(intent.projectId))
        return { kind: 'several-found', runs: [lookup.run] }
      return { kind: 'cancelled', adopted: true, ...(await cancelFound(intent, lookup.run, world)) }
    }
    case 'several':
      return { kind: 'several-found', runs: lookup.runs }
    case 'none':
      return { kind: 'none-found' }
    case 'unseen':
      return lookup
  }
  return lookup satisfies never
}

/** Two lost starts of one project can lead to the same run. It is cancelled once. */
function cancelFound({ projectId }: Intent, run: Run, world: CleanupWorld): Promise<Cancelled> {
  const known = world.cancels.get(run.runId)
  if (known !== undefined) return known
  world.onEvent({ kind: 'cancelling', runId: run.runId, why: 'abort' })
  const cancelled = cancelRun(projectId, run, world, cancelTime(world))
  world.cancels.set(run.runId, cancelled)
  return cancelled
}

function cancelTime({ endAtMs, abort }: CleanupWorld): CancelTime {
  return {
    untilMs: () => Math.min(endAtMs, abort.endsAtMs('cancel')),
    signal: abort.timeOver('cancel'),
    answerMs,
  }
}
