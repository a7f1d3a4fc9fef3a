import type { Outcome } from '../run/outcome.ts'
import { failedFirst, severalHeadline } from './several.ts'
import { verdictLine } from './verdict.ts'

/** A message on the workflow run's page and the pull request. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** What the message is about, and nothing that it says itself. */
const singleTitle = 'Hex run'
const severalTitle = 'Hex runs'

/**
 * The annotation of an outcome; undefined where there is nothing to report. The log shows the message without the
 * title, so the message stands alone.
 */
export function annotationOf(outcome: Outcome): Annotation | undefined {
  const level = levelOf(outcome)
  if (level === undefined) return undefined
  return { level, title: singleTitle, message: lineOf(outcome) }
}

/** Whoever stopped the step knows why. A failure of another run is news, and its cancel is confirmed. */
function levelOf({ conclusion, reason, adopted }: Outcome): Annotation['level'] | undefined {
  switch (conclusion) {
    case 'failure':
    case 'timed_out':
      return 'error'
    case 'cancelled':
      return reason === 'fail_fast' ? 'warning' : 'notice'
    case 'success':
    case 'detached':
    case 'dry_run':
    case 'skipped':
      return adopted ? 'warning' : undefined
  }
  return conclusion satisfies never
}

/** GitHub shows ten annotations of a level per step (actions/runner, ExecutionContext.cs). */
const maxAnnotations = 10
/** Runs named in the annotation for those that have none of their own. */
const maxNames = 5

/**
 * The annotations of all outcomes, of each level never more than GitHub shows. Runs that were cancelled share one:
 * they have a common cause, and each would take the place of one that says more.
 */
export function annotationsOf(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Annotation> {
  const cancelled = outcomes.filter(({ conclusion }) => conclusion === 'cancelled')
  const shared = cancelled.length > 1 ? cancelled : []
  const single = failedFirst(outcomes).filter((outcome) => !shared.includes(outcome))
  return [
    ...limited('error', single),
    ...limited('warning', single, shared.length > 0 ? maxAnnotations - 1 : maxAnnotations),
    ...limited('notice', single),
    ...(shared.length > 0 ? [cancelledAnnotation(shared)] : []),
  ]
}

function limited(
  level: Annotation['level'],
  outcomes: ReadonlyArray<Outcome>,
  most = maxAnnotations,
): ReadonlyArray<Annotation> {
  const own = outcomes.flatMap((outcome) => {
    const annotation = annotationOf(outcome)
    return annotation?.level === level ? [annotation] : []
  })
  if (own.length <= most) return own
  const rest = own.slice(most - 1).map(({ message }) => message)
  const message = [`${rest.length} more runs:`, ...rest].join('\n')
  return [...own.slice(0, most - 1), { level, title: severalTitle, message }]
}

/** One for all runs that were cancelled: how many, why, and the first ones with what is known of their end. */
function cancelledAnnotation(outcomes: ReadonlyArray<Outcome>): Annotation {
  const open = outcomes.filter(({ stop }) => stop !== undefined && stop.kind !== 'ended')
  // A run that may still be running is what somebody has to look at, so it is never among the rest.
  const named = [...new Set([...open, ...outcomes])].slice(0, Math.max(maxNames, open.length))
  return {
    level: outcomes.some((outcome) => levelOf(outcome) === 'warning') ? 'warning' : 'notice',
    title: severalTitle,
    message: [
      `${outcomes.length} runs were cancelled:`,
      ...named.map(lineOf),
      ...(outcomes.length > named.length ? [`and ${outcomes.length - named.length} more.`] : []),
    ].join('\n'),
  }
}

/** The verdict, with the run's name in `runs`. */
function lineOf(outcome: Outcome): string {
  return outcome.name === undefined
    ? verdictLine(outcome)
    : `[${outcome.name}] ${verdictLine(outcome)}`
}

/** The last lines of the log: those that no annotation has, and the sum of several. */
export function closingLines(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<string> {
  const lines = outcomes.filter((outcome) => levelOf(outcome) === undefined).map(lineOf)
  return outcomes.length > 1 ? [...lines, `${severalHeadline(outcomes)}.`] : lines
}
