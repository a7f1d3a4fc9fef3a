import { ageMs } from '../cancel/cancel-active.ts'
import {
  type CancelOutcome,
  cancelledRun,
  type ProjectFailure,
  type Result,
  type RunResult,
  resultWords,
  runResultLine,
  type Spared,
} from '../cancel/outcome.ts'
import type { cancelOutputNames } from '../inputs/cancel-inputs.ts'
import {
  alert,
  code,
  escapeMarkdown,
  heading,
  hiddenRunsNote,
  runLink,
  summaryPage,
  table,
  withLinks,
} from './markdown.ts'
import {
  type Annotation,
  annotation,
  annotationsWithin,
  type CompanionReport,
  capitalised,
  durationInWords,
  maxAnnotations,
  plural,
} from './words.ts'

/** A step that leaves one of these has not done everything that was requested. */
const unfinished: ReadonlyArray<Result> = ['unconfirmed', 'refused', 'untried']

/** Max rows. The `results` output contains up to 1,000. */
const maxRows = 200

/** Max runs with an alert. What Hex responded is mostly the same for each. */
const maxAlerts = 10

/** Reports what happened. The step succeeds only if it did everything that was requested. */
export function cancelReport(
  outcome: CancelOutcome,
  isAborted: boolean,
  nowMs: number,
): CompanionReport {
  const { runs, failures } = outcome
  const isFailed = failures.length > 0 || runs.some(({ result }) => unfinished.includes(result))
  const headline = headlineOf(outcome)
  const icon = isFailed ? (isAborted ? '🚫' : '❌') : '🧹'
  const spared = sparedWords(outcome)
  const failed = runs.flatMap(({ run, trouble }) =>
    trouble === undefined ? [] : [`${runLink(run)}: ${withLinks(trouble.text)}`],
  )
  return {
    isFailed,
    lines: [
      ...runs.map(lineOf),
      ...(spared === '' ? [] : [spared]),
      ...(isFailed ? [] : [`${headline}.`]),
    ],
    annotations: isFailed ? annotationsOf(outcome, `${headline}.`, isAborted) : [],
    summary: summaryPage(
      heading(icon, headline),
      ...failures.map(({ projectId, trouble }) =>
        alert(
          'CAUTION',
          `The runs of project ${code(projectId)} could not be listed, so no runs of this project were cancelled. ${withLinks(trouble.text)}`,
        ),
      ),
      runs.length === 0 ? '' : runTable(runs.slice(0, maxRows), nowMs),
      ...failed.slice(0, maxAlerts).map((words) => alert('CAUTION', words)),
      hiddenRunsNote(runs.length - maxRows),
      escapeMarkdown(spared),
    ),
  }
}

/** What happened, in one sentence without a full stop. */
function headlineOf({ runs, failures }: CancelOutcome): string {
  const results = Map.groupBy(runs, ({ result }) => result)
  const counts = [...results].map(([result, { length }]) => {
    const words = resultWords[result]
    return length === 1 ? `one run ${words}` : `${length} runs ${plural(words)}`
  })
  const words = counts.join(', ')
  if (failures.length === 0) return capitalised(words) || 'No active runs to cancel'
  const projects = failures.length === 1 ? 'one project' : `${failures.length} projects`
  return capitalised(`${words && `${words}; `}${projects} could not be read`)
}

/** One per project that could not be read, then one for the step. */
function annotationsOf(
  { runs, failures }: CancelOutcome,
  headline: string,
  isAborted: boolean,
): ReadonlyArray<Annotation> {
  const refused = runs.filter(({ result }) => result === 'refused').map(lineOf)
  const annotationOf = (title: string, ...lines: ReadonlyArray<string>) =>
    annotation(isAborted ? 'warning' : 'error', title, ...lines)
  return [
    ...annotationsWithin(
      maxAnnotations - 1,
      failures.map(({ projectId, trouble }) => `Project ${projectId}: ${trouble.text}`),
      (line) => annotationOf('Hex runs not cancelled', line),
      (rest) => annotationOf('Hex runs not cancelled', `${rest.length} more projects:`, ...rest),
    ),
    annotationOf(
      'Hex runs may still be running',
      `${isAborted ? 'This step was stopped. ' : ''}${headline}`,
      ...refused,
    ),
  ]
}

/** Ids are long, so the project's id is shown only if there are several projects. */
function runTable(runs: ReadonlyArray<RunResult>, nowMs: number): string {
  const isSeveral = new Set(runs.map(({ projectId }) => projectId)).size > 1
  const rows = runs.map(({ projectId, run, result }) => {
    const age = ageMs(run, nowMs)
    return [
      runLink(run),
      ...(isSeveral ? [code(projectId)] : []),
      code(run.runTrigger ?? ''),
      age === undefined ? '' : durationInWords(age),
      code(run.status),
      capitalised(resultWords[result]),
    ]
  })
  const head = ['Run', ...(isSeveral ? ['Project'] : []), 'Trigger', 'Age', 'Status', 'Result']
  return table(head, rows, ['Age'])
}

const sparedBecause: Readonly<Record<Spared, string>> = {
  'other-trigger': 'with a different trigger',
  ours: 'started by this step',
  'too-young': "too recent for 'older-than'",
  'age-unknown': 'of unknown age',
}

/** How many active runs were not cancelled and why, in one sentence; '' if there are none. */
function sparedWords({ spared }: CancelOutcome): string {
  const reasons = Map.groupBy(spared, ({ why }) => why)
  const words = [...reasons].map(([why, { length }]) => `${length} ${sparedBecause[why]}`)
  return words.length === 0 ? '' : `Not cancelled: ${words.join(', ')}.`
}

function lineOf(each: RunResult): string {
  const line = runResultLine(each)
  return each.trouble === undefined ? line : `${line} ${each.trouble.text}`
}

/** GitHub limits an output to 1 MB (as UTF-16). A result has about 400 characters, an ID 39 with its quotes and comma. */
const maxResults = 1_000
const maxIds = 10_000

/** The outputs. Without an outcome (invalid inputs), those of a step that cancelled nothing. */
export function cancelOutputs(
  outcome: CancelOutcome | undefined,
): Readonly<Record<(typeof cancelOutputNames)[number], string>> {
  const { runs, failures } = outcome ?? { runs: [], failures: [] }
  const accepted: ReadonlyArray<Result> = ['cancelled', 'requested', 'unconfirmed']
  const cancelled = runs.filter(({ result }) => accepted.includes(result))
  const results = [...failures.map(resultOf), ...runs.map(resultOf)]
  return {
    'cancelled-count': String(cancelled.length),
    'cancelled-run-ids': JSON.stringify(cancelled.map(({ run }) => run.runId).slice(0, maxIds)),
    results: JSON.stringify(results.slice(0, maxResults)),
  }
}

/** One run in the `results` output, or a project whose runs could not be listed. A fact that is not known is null. */
function resultOf(each: RunResult | ProjectFailure) {
  const { projectId, run, result, trouble } = { run: undefined, result: 'unreadable', ...each }
  return {
    project_id: projectId,
    ...cancelledRun(run),
    result,
    error: trouble?.text ?? null,
    trace_id: trouble?.traceId ?? run?.traceId ?? null,
  }
}
