import type { Outcome } from '../run/outcome.ts'
import { severalHeadline } from './several.ts'
import { verdictLine } from './verdict.ts'

/** A line on the run's page and the pull request. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** The annotation of an outcome; undefined where there is nothing to point at. */
export function annotationOf(outcome: Outcome): Annotation | undefined {
  const message = verdictLine(outcome)
  switch (outcome.conclusion) {
    case 'failure':
      return { level: 'error', title: 'Hex run failed', message }
    case 'timed_out':
      return { level: 'error', title: 'Hex run timed out', message }
    case 'cancelled':
      return { level: levelOfCancelled(outcome), title: cancelledTitle, message }
    case 'success':
    case 'detached':
    case 'dry_run':
    case 'skipped':
      return outcome.adopted
        ? { level: 'warning', title: 'Hex run found again', message }
        : undefined
  }
  return outcome.conclusion satisfies never
}

const cancelledTitle = 'Hex run cancelled'

/** Who stopped the step knows; a neighbour's failure is news, and its cancel is seen to the end. */
function levelOfCancelled({ reason }: Outcome): 'warning' | 'notice' {
  return reason === 'fail_fast' ? 'warning' : 'notice'
}

/** GitHub shows ten annotations of a level a step (actions/runner, ExecutionContext.cs). */
const mostAnnotations = 10

/** The annotations of all outcomes, a level never more than GitHub shows: the last one then speaks for the rest. */
export function annotationsOf(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Annotation> {
  const all = outcomes.flatMap((outcome) => {
    const annotation = annotationOf(outcome)
    if (annotation === undefined) return []
    return [
      outcome.name === undefined
        ? annotation
        : { ...annotation, title: `${annotation.title}: ${outcome.name}` },
    ]
  })
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const own = all.filter((annotation) => annotation.level === level)
    if (level === 'notice' && own.length > 1) {
      const message = own.map((annotation) => annotation.message).join('\n')
      return [{ level, title: `${own.length} Hex runs cancelled`, message }]
    }
    if (own.length <= mostAnnotations) return own
    const rest = own.slice(mostAnnotations - 1)
    const message = rest.map((annotation) => annotation.message).join('\n')
    return [
      ...own.slice(0, mostAnnotations - 1),
      { level, title: `${rest.length} more Hex runs`, message },
    ]
  })
}

/** The last lines of the log: those that no annotation has said, and the sum of several. */
export function closingLines(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<string> {
  const quiet = outcomes.filter((outcome) => annotationOf(outcome) === undefined)
  const lines = quiet.map((outcome) =>
    outcome.name === undefined ? verdictLine(outcome) : `[${outcome.name}] ${verdictLine(outcome)}`,
  )
  return outcomes.length > 1 ? [...lines, `${severalHeadline(outcomes)}.`] : lines
}
