import { cancelledRun } from '../cancel/outcome.ts'
import { type RunOutputName, runOutputNames } from '../inputs/contract.ts'
import { hasFailedItself, leadingOutcome, type Outcome } from '../run/outcome.ts'
import { failedFirst, severalHeadline } from './overview.ts'
import { runDurationMs, verdictLine } from './verdict.ts'
import {
  type Annotation,
  annotation,
  annotationsWithin,
  durationInWords,
  maxAnnotations,
  utcSecond,
} from './words.ts'

/** One run in the `results` output. A fact that is not known is null. */
export function resultOf(outcome: Outcome) {
  const { run } = outcome
  const tookMs = runDurationMs(outcome)
  return {
    name: outcome.name ?? null,
    project_id: outcome.projectId || null,
    project_title: outcome.projectTitle ?? null,
    project_version: run?.projectVersion ?? null,
    run_id: run?.runId ?? null,
    run_url: run?.runUrl ?? null,
    status: run?.status || null,
    conclusion: outcome.conclusion,
    reason: outcome.reason,
    attempt: outcome.attempt,
    trace_id: run?.traceId ?? outcome.trouble?.traceId ?? null,
    start_time: run?.startTime ?? null,
    end_time: run?.endTime ?? null,
    elapsed_seconds: tookMs === undefined ? null : Math.round(tookMs / 100) / 10,
    // What `cancel-active` did; null if it was not set, or the step did not get that far.
    cancelled_runs:
      outcome.cleared
        ?.slice(0, maxCancelled)
        .map(({ run, result }) => ({ ...cancelledRun(run), result })) ?? null,
  }
}

/** GitHub limits an output to 1 MB (as UTF-16), and up to 2,000 runs can be cancelled. 500 take about 300 KB. */
const maxCancelled = 500

/** The list of all runs, and the single outputs, which are those of the leading outcome. */
export function outputsOf(
  outcomes: ReadonlyArray<Outcome>,
): Readonly<Partial<Record<RunOutputName, string>>> {
  const leading = leadingOutcome(outcomes)
  if (leading === undefined) return { results: '[]' }
  const facts: Readonly<Record<string, unknown>> = resultOf(leading)
  const textOf = (name: RunOutputName) => String(facts[name.replaceAll('-', '_')] ?? '')
  return {
    ...Object.fromEntries(leadingNames.map((name) => [name, textOf(name)])),
    results: JSON.stringify(outcomes.map(resultOf)),
  }
}

/** The other outputs are not about one run. */
const leadingNames = runOutputNames.filter((name) => name !== 'chart-paths' && name !== 'results')

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
    (line) => annotation(level, 'Hex run', line),
    (rest) => annotation(level, 'Hex runs', `${rest.length} more runs:`, ...rest),
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
  return annotation(
    outcomes.some((outcome) => levelOf(outcome) === 'warning') ? 'warning' : 'notice',
    'Hex runs',
    `${outcomes.length} runs were cancelled:`,
    ...named.map(lineOf),
    ...(rest > 0 ? [`and ${rest} more.`] : []),
  )
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
