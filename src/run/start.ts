import { sleep } from '../clock.ts'
import type { RunSettings } from '../hex/client.ts'
import type { Failure } from '../hex/errors.ts'
import { isNoRoom, mayHaveHappened, mayRepeat, waitBeforeRepeatMs } from '../hex/retry.ts'
import type { Run, StartedRun } from '../hex/wire.ts'
import { abortGrace } from './abort.ts'
import type { Intent } from './journal.ts'
import { lookForRun } from './lookup.ts'
import type { Trouble } from './outcome.ts'
import type { RunPlan, RunWorld } from './plan.ts'
import { listRecentRuns } from './recent-runs.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'
import { waitingFor } from './waiting-for.ts'

/** What came of a start. */
export type Start =
  | { readonly kind: 'started'; readonly run: StartedRun; readonly adopted: boolean }
  /** Hex refused it for good: no run exists. */
  | { readonly kind: 'refused'; readonly trouble: Trouble }
  /** The abort or the deadline came before Hex took it: no run exists. */
  | { readonly kind: 'not-started'; readonly why: 'abort' | 'deadline'; readonly trouble?: Trouble }
  /** The answer was lost: a run may exist, and it is not known which. */
  | { readonly kind: 'unknown'; readonly trouble: Trouble; readonly candidates: ReadonlyArray<Run> }

/** A start that is under way when the time is up is still waited for so long: its answer names the run. */
const deadlineGraceMs = 15_000
const startPatienceMs = 60_000

/**
 * Starts a run, once. It is sent again only after an answer, or a failure, that proves that no run was made
 * (`mayHaveHappened`); after a lost answer the run is looked for, and never started a second time.
 * @param runsBefore the project's runs just before, to tell ours from them; undefined when not known.
 */
export async function startRun(
  plan: RunPlan,
  settings: RunSettings,
  world: RunWorld,
  runsBefore: ReadonlyArray<Run> | undefined,
): Promise<Start> {
  let before = runsBefore
  let trouble: Trouble | undefined
  for (let tries = 1; ; tries += 1) {
    const stopped = stopBefore(plan, world)
    if (stopped !== undefined) return { ...stopped, ...(trouble === undefined ? {} : { trouble }) }

    const intent = intentOf(plan, world, before)
    const attempt = await sendStart(plan, settings, intent, world)
    if (attempt.kind === 'answered') return { kind: 'started', run: attempt.run, adopted: false }
    trouble = attempt.trouble

    if (attempt.lost) return await findLostRun(plan, intent, trouble, world)
    if (world.abort.signal.aborted) return { kind: 'not-started', why: 'abort', trouble }
    if (isNoRoom(attempt.failure)) return { kind: 'not-started', why: 'deadline', trouble }
    if (!mayRepeat('POST', attempt.failure)) return { kind: 'refused', trouble }
    const why = waitingFor(attempt.failure, true)
    const waitMs =
      why === 'kernel'
        ? kernelWaitMs(attempt.failure, world.random())
        : waitBeforeRepeatMs(attempt.failure, tries, world.random())
    world.tell({ kind: 'waiting', why, waitMs, trouble })
    await sleep(
      world.clock,
      Math.min(waitMs, plan.deadlineAtMs - world.clock.now()),
      world.abort.signal,
    )
    // Others may have started runs while we waited: the list from before must be from just before.
    if (stopBefore(plan, world) === undefined) before = await listBefore(plan, world)
  }
}

/** Kernels come free as slowly as runs end. Every 30 to 60 s is often enough to be there, and polite. */
export function kernelWaitMs(failure: Failure | undefined, random: number): number {
  const asked = failure?.kind === 'refused' ? (failure.askedWaitMs ?? 0) : 0
  return Math.max(asked, 30_000) + random * 30_000
}

type Attempt =
  | { readonly kind: 'answered'; readonly run: StartedRun }
  | {
      readonly kind: 'failed'
      readonly lost: boolean
      readonly failure: Failure
      readonly trouble: Trouble
    }

/** One start on the wire, with the journal written before and after it. */
async function sendStart(
  plan: RunPlan,
  settings: RunSettings,
  intent: Intent,
  world: RunWorld,
): Promise<Attempt> {
  const isReal = settings.dryRun !== true
  // A run that nothing waits for is to go on whatever becomes of this job: post has nothing to finish then.
  const isOurs = isReal && plan.wait
  if (isOurs) world.journal.intent(intent)
  try {
    const run = await world.hex.runProject(plan.projectId, settings, {
      // An abort stops what was not sent yet at once; what was is worth waiting for, because it names the run.
      unsentSignal: world.abort.signal,
      signal: world.abort.later(abortGrace.startMs),
      notAfterMs: plan.deadlineAtMs,
      deadlineMs: Math.min(
        startPatienceMs,
        plan.deadlineAtMs + deadlineGraceMs - world.clock.now(),
      ),
    })
    if (isOurs) world.journal.started({ projectId: plan.projectId, ...run })
    return { kind: 'answered', run }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    const lost = isReal && mayHaveHappened(failure)
    if (isOurs && !lost) world.journal.settled()
    return { kind: 'failed', lost, failure, trouble: troubleOf(error) }
  }
}

async function findLostRun(
  plan: RunPlan,
  intent: Intent,
  trouble: Trouble,
  world: RunWorld,
): Promise<Start> {
  world.tell({ kind: 'answer-lost', trouble })
  const lookup = await lookForRun(intent, world, world.abort.signal)
  switch (lookup.kind) {
    case 'one':
      if (plan.wait) world.journal.started({ projectId: intent.projectId, ...lookup.run })
      return { kind: 'started', run: lookup.run, adopted: true }
    case 'several':
      return { kind: 'unknown', trouble, candidates: lookup.runs }
    case 'none':
    case 'unseen':
      return { kind: 'unknown', trouble, candidates: [] }
  }
  return lookup satisfies never
}

function stopBefore(
  plan: RunPlan,
  world: RunWorld,
): { kind: 'not-started'; why: 'abort' | 'deadline' } | undefined {
  if (world.abort.signal.aborted) return { kind: 'not-started', why: 'abort' }
  if (world.clock.now() >= plan.deadlineAtMs) return { kind: 'not-started', why: 'deadline' }
  return undefined
}

function intentOf(plan: RunPlan, world: RunWorld, before: ReadonlyArray<Run> | undefined): Intent {
  const atMs = world.hex.serverNow()
  return {
    projectId: plan.projectId,
    ...(atMs === undefined ? {} : { atMs }),
    ...(before === undefined ? {} : { known: before.map((run) => run.runId) }),
  }
}

async function listBefore(plan: RunPlan, world: RunWorld): Promise<ReadonlyArray<Run> | undefined> {
  try {
    return await listRecentRuns(world.hex, plan.projectId, {
      signal: world.abort.signal,
      deadlineMs: 10_000,
    })
  } catch (error) {
    hexErrorOf(error)
    return undefined
  }
}
