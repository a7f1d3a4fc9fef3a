import { isOverLimit, mayHaveHappened } from '../hex/retry.ts'
import { hasTrigger, type Run, type Trigger, timeOf } from '../hex/wire.ts'
import { mapInParallel } from '../parallel.ts'
import { hexErrorOf, troubleOf, withRetries } from '../run/calls.ts'
import { hasEnded } from '../run/outcome.ts'
import type { CallWorld } from '../run/plan.ts'
import { listPages } from '../run/recent-runs.ts'
import type {
  CancelOutcome,
  ChosenRun,
  ProjectFailure,
  RunResult,
  Spared,
  SparedRun,
} from './outcome.ts'
import { type AcceptedCancel, watchThemEnd } from './watch.ts'

/** The statuses of runs that hold a kernel or wait for one (Hex's OpenAPI document, mid-2026). */
export type ActiveStatus = 'PENDING' | 'RUNNING'

/** Which of a project's runs to cancel. */
export interface RunChoice {
  readonly statuses: ReadonlyArray<ActiveStatus>
  readonly trigger: Trigger
  /** Only runs that are older; undefined matches any age. */
  readonly olderThanMs?: number
  /** Never cancel these of the runs. Asked for after they are listed, because other steps may have started some meanwhile. */
  readonly except?: (runs: ReadonlyArray<Run>) => Promise<ReadonlySet<string>>
}

/** How to cancel. */
export interface CancelLimits {
  /** Only report what would be cancelled. */
  readonly dryRun: boolean
  /** Watch the runs until they have ended. */
  readonly wait: boolean
  /** No request begins after it, milliseconds since the epoch. */
  readonly deadlineAtMs: number
}

/** 2,000 active runs per status. A user has 25 kernels (API overview). */
const maxPages = 20
/** Max cancels at the same time: few enough that each keeps its connection. */
const maxAtOnce = 5

/**
 * Cancels all active runs of some projects that match the choice, and watches them end. All runs are listed before the
 * first cancel. A run that ends meanwhile is not a failure. A project that can't be read is one, but does not affect the
 * others. Only unexpected errors are thrown.
 */
export async function cancelActiveRuns(
  projectIds: ReadonlyArray<string>,
  choice: RunChoice,
  limits: CancelLimits,
  world: CallWorld,
): Promise<CancelOutcome> {
  const chosen: Array<ChosenRun> = []
  const spared: Array<SparedRun> = []
  const failures: Array<ProjectFailure> = []
  for (const projectId of projectIds) {
    try {
      const runs = await listActiveRuns(projectId, choice, world, limits.deadlineAtMs)
      const ours = await choice.except?.(runs)
      const nowMs = world.hex.serverNow()?.earliestMs ?? world.clock.now()
      for (const run of runs) {
        const why = whySpared(run, choice, nowMs, ours)
        if (why === undefined) chosen.push({ projectId, run })
        else spared.push({ projectId, run, why })
      }
    } catch (error) {
      failures.push({ projectId, trouble: troubleOf(hexErrorOf(error)) })
    }
  }
  return { runs: await cancelRuns(chosen, limits, world), failures, spared }
}

/** Cancels one run. Reads its status first, for the report, and because a run that has ended needs no cancel. */
export async function cancelOneRun(
  projectId: string,
  runId: string,
  limits: CancelLimits,
  world: CallWorld,
): Promise<CancelOutcome> {
  const known: Run = { runId, status: 'unknown' }
  const run = (await readRun({ projectId, run: known }, limits, world)) ?? known
  const runs: ReadonlyArray<RunResult> = hasEnded(run.status)
    ? [{ projectId, run, result: 'ended' }]
    : await cancelRuns([{ projectId, run }], limits, world)
  return { runs, failures: [], spared: [] }
}

/**
 * Why this run must not be cancelled; undefined if it can be. In doubt, a run is left alone: cancelling the wrong run is
 * worse than leaving one active.
 */
export function whySpared(
  run: Run,
  choice: RunChoice,
  nowMs: number,
  ours: ReadonlySet<string> = new Set(),
): Spared | undefined {
  if (ours.has(run.runId)) return 'ours'
  if (!hasTrigger(run, choice.trigger)) return 'other-trigger'
  if (choice.olderThanMs === undefined) return undefined
  const age = ageMs(run, nowMs)
  if (age === undefined) return 'age-unknown'
  return age >= choice.olderThanMs ? undefined : 'too-young'
}

/** The age of a run in milliseconds, since its start, or before that, since its id was made. */
export function ageMs(run: Run, nowMs: number): number | undefined {
  const sinceMs = timeOf(run)
  return sinceMs === undefined ? undefined : Math.max(0, nowMs - sinceMs)
}

/**
 * Lists all active runs of a project, every page of every status, before anything is cancelled: a list that is paged by
 * offset skips runs if others leave it meanwhile. Throws the HexError of a list that can't be read.
 * @param untilMs no request begins after it, milliseconds since the epoch.
 */
async function listActiveRuns(
  projectId: string,
  { statuses, trigger }: RunChoice,
  world: CallWorld,
  untilMs: number,
): Promise<ReadonlyArray<Run>> {
  const found = new Map<string, Run>()
  const options = { signal: world.abort.signal, notAfterMs: untilMs }
  for (const status of statuses) {
    const { runs, isComplete } = await listPages(maxPages, (paging) =>
      withRetries(world, untilMs, () =>
        world.hex.getProjectRuns(projectId, { ...paging, status, trigger }, options),
      ),
    )
    if (!isComplete) {
      world.onEvent({
        kind: 'note',
        text: `Project ${projectId} has more than ${runs.length} ${status} runs. This step cancels only ${runs.length} of them. To cancel the rest, re-run the job.`,
      })
    }
    // A run that started between the two lists is in both. The later list is newer.
    for (const run of runs) found.set(run.runId, run)
  }
  return [...found.values()]
}

/** Sends the cancels, then watches the runs whose cancel Hex accepted. Results are in the order of the runs. */
async function cancelRuns(
  chosen: ReadonlyArray<ChosenRun>,
  limits: CancelLimits,
  world: CallWorld,
): Promise<ReadonlyArray<RunResult>> {
  if (limits.dryRun) return chosen.map((each) => ({ ...each, result: 'listed' }))
  if (chosen.length > 0) {
    const count = chosen.length === 1 ? 'one run' : `${chosen.length} runs`
    world.onEvent({ kind: 'note', text: `Cancelling ${count}.` })
  }
  const results = await mapInParallel(chosen, maxAtOnce, (each) =>
    requestCancel(each, limits, world),
  )
  if (!limits.wait) return results
  const accepted = results.filter((each): each is AcceptedCancel => each.result === 'requested')
  const watched = await watchThemEnd(accepted, limits.deadlineAtMs, world)
  return results.map((each) => watched.get(each.run.runId) ?? each)
}

/** Sends one cancel. `requested` means that Hex accepted it. */
async function requestCancel(
  chosen: ChosenRun,
  limits: CancelLimits,
  world: CallWorld,
): Promise<RunResult> {
  const { abort, clock, hex } = world
  if (abort.signal.aborted || clock.now() >= limits.deadlineAtMs)
    return { ...chosen, result: 'untried' }
  // After a lost response the cancel is retried, and Hex refuses it if the first one worked.
  let mayBeOurs = false
  try {
    await withRetries(world, limits.deadlineAtMs, async () => {
      try {
        await hex.cancelRun(chosen.projectId, chosen.run.runId, {
          unsentSignal: abort.signal,
          signal: abort.timeOver('start'),
          notAfterMs: limits.deadlineAtMs,
        })
      } catch (error) {
        mayBeOurs ||= mayHaveHappened(hexErrorOf(error).failure)
        throw error
      }
    })
    return { ...chosen, result: 'requested' }
  } catch (error) {
    const trouble = troubleOf(error)
    const isUntried = abort.signal.aborted || isOverLimit(hexErrorOf(error).failure)
    if (isUntried && !mayBeOurs) return { ...chosen, result: 'untried', trouble }
    const run = (await readRun(chosen, limits, world)) ?? chosen.run
    if (!hasEnded(run.status)) return { ...chosen, run, result: 'refused', trouble }
    return { ...chosen, run, result: run.status === 'KILLED' && mayBeOurs ? 'cancelled' : 'ended' }
  }
}

/** The run as it is now; undefined if it can't be read. */
async function readRun(
  { projectId, run }: ChosenRun,
  limits: CancelLimits,
  world: CallWorld,
): Promise<Run | undefined> {
  const options = { signal: world.abort.timeOver('start'), notAfterMs: limits.deadlineAtMs }
  try {
    const status = await withRetries(world, limits.deadlineAtMs, () =>
      world.hex.getRunStatus(projectId, run.runId, options),
    )
    return { ...run, ...status }
  } catch (error) {
    // A token that can run projects but not read them can still cancel.
    const text = `Run ${run.runId} could not be read.`
    world.onEvent({ kind: 'note', text, trouble: troubleOf(error) })
    return undefined
  }
}
