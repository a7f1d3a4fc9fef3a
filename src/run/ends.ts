import type { Project, Run } from '../hex/wire.ts'
import type { Typical } from './history.ts'
import type { Conclusion, Outcome, Reason, Trouble } from './outcome.ts'
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
}

/** The facts of a life that has a run. */
export type RunFacts = Facts & { readonly run: Run }

/** The outcome of a life, with everything known about it. */
export function end(
  facts: Facts,
  conclusion: Conclusion,
  reason: Reason,
  more: Partial<Pick<Outcome, 'trouble' | 'detail' | 'stop' | 'candidates' | 'fresh'>> = {},
): Outcome {
  const { plan, world, project, run, typical } = facts
  return {
    conclusion,
    reason: reason === 'aborted' && world.abort.cause() === 'fail-fast' ? 'fail_fast' : reason,
    projectId: plan.projectId,
    attempt: facts.attempt,
    adopted: facts.adopted,
    tookMs: world.clock.now() - plan.beganAtMs,
    ...(plan.name === undefined ? {} : { name: plan.name }),
    ...(project === undefined ? {} : { projectTitle: project.title }),
    ...(run === undefined ? {} : { run }),
    ...(typical === undefined ? {} : { typicalMs: typical.typicalMs }),
    ...more,
  }
}

/** The outcome of a life whose run ended by itself. */
export function endFinished(facts: RunFacts): Outcome {
  const progress = progressOf(facts.run.status)
  switch (progress) {
    case 'completed':
      return end(facts, 'success', 'completed')
    case 'errored':
      return end(facts, 'failure', 'errored')
    case 'killed':
      return end(facts, 'failure', 'killed')
    case 'no-kernel':
      return end(facts, 'failure', 'no_kernel')
    case 'going':
      throw new Error(`A run that has not ended (${facts.run.status}) was taken for one that has.`)
  }
  return progress satisfies never
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
