import { withoutUndefined } from '../json.ts'
import { type Conclusion, hasEnded, type Outcome, progressOf, type Reason } from './outcome.ts'
import type { Life, RunLife } from './plan.ts'

/** The facts of an outcome that depend on how the life ended. */
type EndFacts = Pick<
  Outcome,
  'trouble' | 'detail' | 'stop' | 'candidates' | 'fresh' | 'endedBefore'
>

/** The outcome of a life, with everything known about it. */
export function end(
  life: Life,
  conclusion: Conclusion,
  reason: Reason,
  facts: { readonly [K in keyof EndFacts]?: EndFacts[K] | undefined } = {},
): Outcome {
  const { plan, world, learned, earlierRuns, run } = life
  // A run that something else started continues after this step.
  const isLeft = plan.start.kind !== 'new' && run !== undefined && !hasEnded(run.status)
  return {
    conclusion,
    reason: reason === 'aborted' && world.abort.cause() === 'fail-fast' ? 'fail_fast' : reason,
    projectId: plan.projectId,
    attempt: life.attempt,
    adopted: life.adopted,
    tookMs: world.clock.now() - plan.beganAtMs,
    timeoutMs: plan.deadlineAtMs - plan.beganAtMs,
    ...withoutUndefined({
      name: plan.name,
      projectTitle: learned.project?.title,
      run,
      typicalMs: learned.typical?.typicalMs,
      earlierRuns: earlierRuns.length === 0 ? undefined : earlierRuns,
      cleared: life.cleared,
      stop: isLeft ? { kind: 'left' as const } : undefined,
      ...facts,
    }),
  }
}

/** The outcome of a life whose run ended by itself. */
export function endFinished(life: RunLife): Outcome {
  const progress = progressOf(life.run.status)
  if (progress === 'going')
    throw new Error(`A run that has not ended (${life.run.status}) was treated as ended.`)
  const conclusion = progress === 'completed' ? 'success' : 'failure'
  return end(life, conclusion, progress, { endedBefore: endedBefore(life) })
}

/** For a followed run that had ended before this step began, so this attempt of the job did not start it. */
function endedBefore(life: RunLife): Outcome['endedBefore'] {
  const { start, beganAtMs, isRerun } = life.plan
  if (start.kind === 'new' || !endedBy(beganAtMs, life)) return undefined
  return { isFromRerun: start.kind === 'existing' && isRerun }
}

/** Did the run end before this time by our clock, according to Hex? */
export function endedBy(atMs: number, { run, world: { hex, clock } }: RunLife): boolean {
  const aheadMs = (hex.serverNow()?.latestMs ?? clock.now()) - clock.now()
  return Date.parse(run.endTime ?? '') - aheadMs <= atMs
}

/** The outcome of a life that was aborted, or had no time left, before its next run was started. */
export function endUnstarted(life: Life, trouble?: Outcome['trouble']): Outcome {
  if (life.world.abort.signal.aborted) return end(life, 'cancelled', 'aborted')
  // The time ran out before another attempt: then the last one is the end.
  return life.run === undefined
    ? end(life, 'timed_out', 'not_started_in_time', { trouble })
    : endFinished({ ...life, run: life.run })
}
