import type { Project, Run } from '../hex/wire.ts'
import type { Typical } from './history.ts'
import type { ClearedRun, Conclusion, Outcome, Reason, Trouble } from './outcome.ts'
import type { RunPlan, RunWorld } from './plan.ts'
import type { Start } from './start.ts'
import { progressOf } from './status.ts'

/** What is known about a run's life so far. `end` turns it into an outcome. */
export interface Facts {
  readonly plan: RunPlan
  readonly world: RunWorld
  readonly attempt: number
  readonly adopted: boolean
  readonly project?: Project
  readonly typical?: Typical
  readonly run?: Run
  readonly earlierRuns?: ReadonlyArray<Run>
  readonly cleared?: ReadonlyArray<ClearedRun>
}

/** The facts of a life that has a run. */
export type RunFacts = Facts & { readonly run: Run }

/** The outcome of a life, with everything known about it. */
export function end(
  facts: Facts,
  conclusion: Conclusion,
  reason: Reason,
  more: Partial<
    Pick<Outcome, 'trouble' | 'detail' | 'stop' | 'candidates' | 'fresh' | 'endedBefore'>
  > = {},
): Outcome {
  const { plan, world, project, run, typical, earlierRuns = [], cleared } = facts
  return {
    conclusion,
    reason: reason === 'aborted' && world.abort.cause() === 'fail-fast' ? 'fail_fast' : reason,
    projectId: plan.projectId,
    attempt: facts.attempt,
    adopted: facts.adopted,
    tookMs: world.clock.now() - plan.beganAtMs,
    timeoutMs: plan.deadlineAtMs - plan.beganAtMs,
    ...(plan.name === undefined ? {} : { name: plan.name }),
    ...(project === undefined ? {} : { projectTitle: project.title }),
    ...(run === undefined ? {} : { run }),
    ...(typical === undefined ? {} : { typicalMs: typical.typicalMs }),
    ...(earlierRuns.length === 0 ? {} : { earlierRuns }),
    ...(cleared === undefined ? {} : { cleared }),
    ...more,
  }
}

/** The outcome of a life whose run ended by itself. */
export function endFinished(facts: RunFacts): Outcome {
  const before = endedBefore(facts)
  const progress = progressOf(facts.run.status)
  switch (progress) {
    case 'completed':
      return end(facts, 'success', 'completed', before)
    case 'errored':
      return end(facts, 'failure', 'errored', before)
    case 'killed':
      return end(facts, 'failure', 'killed', before)
    case 'no-kernel':
      return end(facts, 'failure', 'no_kernel', before)
    case 'going':
      throw new Error(`A run that has not ended (${facts.run.status}) was treated as ended.`)
  }
  return progress satisfies never
}

/** Set for a followed run that was over when this step began: nothing of this attempt of the job started it. */
function endedBefore({ plan, run, world }: RunFacts): Pick<Outcome, 'endedBefore'> {
  if (plan.start.kind === 'new' || !endedBy(plan.beganAtMs, run, world)) return {}
  const isFromRerun = plan.start.kind === 'existing' && plan.isRerun === true
  return { endedBefore: { isFromRerun } }
}

/** Did the run end before this time by our clock, according to Hex? */
export function endedBy(atMs: number, run: Run, { hex, clock }: RunWorld): boolean {
  const aheadMs = (hex.serverNow()?.latestMs ?? clock.now()) - clock.now()
  return Date.parse(run.endTime ?? '') - aheadMs <= atMs
}

/** The outcome of a life without a known run. */
export function endUnstarted(
  facts: Facts,
  start: Exclude<Start, { readonly kind: 'started' }>,
): Outcome {
  const aborted = facts.world.abort.signal.aborted
  switch (start.kind) {
    case 'refused':
      return end(facts, 'failure', 'start_refused', {
        trouble: start.trouble,
        ...(start.candidates === undefined ? {} : { candidates: start.candidates }),
      })
    case 'unknown':
      return end(facts, aborted ? 'cancelled' : 'failure', 'start_unknown', {
        trouble: start.trouble,
        ...(start.candidates === undefined ? {} : { candidates: start.candidates }),
      })
    case 'not-started':
      // The time ran out before another attempt: then the last one is the end.
      if (start.why === 'deadline' && facts.run !== undefined) {
        return endFinished({ ...facts, run: facts.run })
      }
      return start.why === 'abort'
        ? end(facts, 'cancelled', 'aborted')
        : end(facts, 'timed_out', 'not_started_in_time', troubleIn(start))
  }
  return start satisfies never
}

/** The trouble of a partial result, as a part of an outcome. */
export function troubleIn({
  trouble,
}: {
  readonly trouble?: Trouble | undefined
}): Pick<Outcome, 'trouble'> {
  return trouble === undefined ? {} : { trouble }
}
