import { hasFailedItself, type Outcome } from '../run/outcome.ts'
import { type Annotation, annotationsWithin, maxAnnotations } from './companion.ts'
import { failedFirst, severalHeadline } from './overview.ts'
import { verdictLine } from './verdict.ts'
import { durationInWords, utcSecond } from './words.ts'

/**
 * The annotations of all outcomes, of each level at most as many as GitHub shows. Runs that were cancelled share one:
 * they have a common cause, and each would take the place of one that says more.
 *
 * The log shows the message without the title, so the message stands alone.
 */
export function annotationsOf(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Annotation> {
  const cancelled = outcomes.filter(({ conclusion }) => conclusion === 'cancelled')
  const isShared = cancelled.length > 1
  const own = failedFirst(outcomes).filter(
    ({ conclusion }) => !(isShared && conclusion === 'cancelled'),
  )
  return [
    ...annotationsAt('error', own, maxAnnotations),
    ...annotationsAt('warning', own, isShared ? maxAnnotations - 1 : maxAnnotations),
    ...annotationsAt('notice', own, maxAnnotations),
    ...(isShared ? [cancelledAnnotation(cancelled)] : []),
  ]
}

/** The level of an outcome's annotation; undefined if there is nothing to report. */
function levelOf(outcome: Outcome): Annotation['level'] | undefined {
  const { conclusion, reason, adopted } = outcome
  if (hasFailedItself(outcome)) return 'error'
  // Users who stop a step know why. That another run failed is new to them.
  if (conclusion === 'cancelled') return reason === 'fail_fast' ? 'warning' : 'notice'
  return adopted ? 'warning' : undefined
}

/** An annotation for each outcome of this level. If there are more than `max`, the last one has all that remain. */
function annotationsAt(
  level: Annotation['level'],
  outcomes: ReadonlyArray<Outcome>,
  max: number,
): ReadonlyArray<Annotation> {
  return annotationsWithin(
    max,
    outcomes.filter((outcome) => levelOf(outcome) === level).map(lineOf),
    (message) => ({ level, title: 'Hex run', message }),
    (rest) => ({
      level,
      title: 'Hex runs',
      message: [`${rest.length} more runs:`, ...rest].join('\n'),
    }),
  )
}

/** Runs named in the annotation of all cancelled runs. */
const maxNames = 5

/** One for all runs that were cancelled: how many, and the first ones with what is known about their end. */
function cancelledAnnotation(outcomes: ReadonlyArray<Outcome>): Annotation {
  const open = outcomes.filter(({ stop }) => stop !== undefined && stop.kind !== 'ended')
  // A run that may still be active needs a check by the user, so it is always named.
  const named = [...new Set([...open, ...outcomes])].slice(0, Math.max(maxNames, open.length))
  const rest = outcomes.length - named.length
  return {
    level: outcomes.some((outcome) => levelOf(outcome) === 'warning') ? 'warning' : 'notice',
    title: 'Hex runs',
    message: [
      `${outcomes.length} runs were cancelled:`,
      ...named.map(lineOf),
      ...(rest > 0 ? [`and ${rest} more.`] : []),
    ].join('\n'),
  }
}

/** The verdict, with the run's name in `runs`. */
function lineOf(outcome: Outcome): string {
  const { name } = outcome
  return `${name === undefined ? '' : `[${name}] `}${verdictLine(outcome)}`
}

/** The last lines of the log: the verdicts without an annotation, and the headline of several runs. */
export function closingLines(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<string> {
  const lines = outcomes.filter((outcome) => levelOf(outcome) === undefined).map(lineOf)
  return outcomes.length > 1 ? [...lines, `${severalHeadline(outcomes)}.`] : lines
}

/** The known facts of an outcome as names and plain texts, for the folded parts of reports: what Hex's support needs. */
export function detailsOf({ run, ...outcome }: Outcome): ReadonlyArray<readonly [string, string]> {
  const { conclusion, reason, projectTitle, projectId, attempt, trouble, tookMs } = outcome
  const facts: ReadonlyArray<readonly [string, string | undefined]> = [
    ['conclusion', conclusion === reason ? reason : `${conclusion} (${reason})`],
    ['project', projectTitle === undefined ? projectId : `${projectTitle}, ${projectId}`],
    ['version', run?.projectVersion],
    ['run', run?.runId],
    ['URL', run?.runUrl],
    ['status', run?.status],
    ['started', utcSecond(run?.startTime)],
    ['ended', utcSecond(run?.endTime)],
    ['attempt', attempt > 0 ? String(attempt) : undefined],
    ['trace ID', run?.traceId ?? trouble?.traceId],
    ['this step', durationInWords(tookMs)],
  ]
  return facts.flatMap(([name, text]) => (text ? [[name, text] as const] : []))
}
