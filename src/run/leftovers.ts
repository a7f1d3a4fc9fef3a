import type { Run } from '../hex/wire.ts'
import { inLanes } from '../lanes.ts'
import { type Cancelled, type CancelTime, cancelRun } from './cancel.ts'
import type { Entry, Intent, OwnRun } from './journal.ts'
import { lookForRun, searchMs } from './lookup.ts'
import type { Stop, Trouble } from './outcome.ts'
import type { RunWorld } from './plan.ts'
import { wholeShareMs } from './share.ts'
import { hasEnded } from './status.ts'

/** What the post step found of a main step that could not finish, and what came of it. */
export type Leftover =
  /** The run had ended already. */
  | { readonly kind: 'ended'; readonly run: Run }
  | {
      readonly kind: 'cancelled'
      readonly run: Run
      readonly stop: Stop
      readonly adopted: boolean
    }
  /** A start was about to be sent, and no run came of it as far as can be seen. */
  | { readonly kind: 'none-found' }
  /** Several runs may be ours: none is touched. */
  | { readonly kind: 'several-found'; readonly runs: ReadonlyArray<Run> }
  /** Hex could not be asked. */
  | { readonly kind: 'unseen'; readonly trouble?: Trouble }

/**
 * Nothing stands behind the post step with a next signal, so a slow answer is waited for; a request that is given up
 * has often been carried out.
 */
const answerMs = 30_000
/** What a search leaves to the cancel, as a part of the whole time. */
const searchPart = 5 / 8

/** Runs cleaned up at once. */
const maxAtOnce = 10

/** What is known to go on is stopped first, what may exist is looked for last. */
const order = { started: 0, cancelling: 1, intent: 2 } as const satisfies Record<
  OpenEntry['phase'],
  number
>

/** A run's journal that was not closed, and what came of it. */
export interface Finished {
  readonly entry: OpenEntry
  readonly leftover: Leftover
}

/**
 * Finishes all that a killed main step left open, several runs side by side.
 * @param entries the last one of each run's journal, those with nothing to finish included: they tell which runs
 *   are known, and none of those is the lost one of another.
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

/** The world of post. */
interface CleanupWorld extends RunWorld {
  /** It ends by itself before the runner ends it. */
  readonly endAtMs: number
  /** Projects of which a run was being started that is to go on, and whose id nobody knows. */
  readonly detachedProjects: ReadonlySet<string>
  /** The cancels of runs that were found, by their ids. */
  readonly cancels: Map<string, Promise<Cancelled>>
}

/** An entry after which something is to be finished. */
type OpenEntry = Exclude<Entry, { readonly phase: 'settled' | 'detached' }>

/** Does this entry leave something to finish? */
export function isOpen(entry: Entry | undefined): entry is OpenEntry {
  return entry !== undefined && entry.phase !== 'settled' && entry.phase !== 'detached'
}

/**
 * Finishes what a killed main step left behind: cancels its run by the id, or looks for the run of a start that
 * was never answered and cancels it when it is the only one that can be meant. A wrong cancel is worse than an
 * orphan, so anything less clear is only reported.
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

/** @param wasTaken Hex took main's cancel: then the run is watched, and cancelled again only when it goes on. */
async function stopRun(own: OwnRun, world: CleanupWorld, wasTaken: boolean): Promise<Leftover> {
  const { projectId, ...unseen } = own
  if (wasTaken)
    world.tell({ kind: 'note', text: "Hex took the main step's cancel: waiting for it." })
  else world.tell({ kind: 'cancelling', runId: own.runId, why: 'abort' })
  const run = { status: 'unknown', ...unseen }
  const cancelled = await cancelRun(projectId, run, world, cancelTime(world), wasTaken)
  // Cancelling comes before looking, so it may have ended by itself before.
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
  world.tell({ kind: 'cancelling', runId: run.runId, why: 'abort' })
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
