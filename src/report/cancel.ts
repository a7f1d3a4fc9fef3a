import { ageMs, type Spared } from '../cancel/choice.ts'
import { type CancelOutcome, type Result, type RunResult, resultWords } from '../cancel/outcome.ts'
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
import { cancelledRun } from './outputs.ts'
import { capitalised, durationInWords } from './words.ts'

/** The result of the whole step. */
export type CancelVerdict = 'done' | 'incomplete' | 'aborted'

const icons: Readonly<Record<CancelVerdict, string>> = {
  done: '🧹',
  incomplete: '❌',
  aborted: '🚫',
}

const unfinished: ReadonlyArray<Result> = ['unconfirmed', 'refused', 'untried']

/** The step succeeds only if it did everything that was requested. */
export function cancelVerdictOn(outcome: CancelOutcome, aborted: boolean): CancelVerdict {
  const isDone =
    outcome.failures.length === 0 && !outcome.runs.some(({ result }) => unfinished.includes(result))
  if (isDone) return 'done'
  return aborted ? 'aborted' : 'incomplete'
}

/** Words for runs with each result, in the order of the headline; the second are for several runs. */
const countWords: ReadonlyArray<readonly [Result, one: string, several?: string]> = [
  ['listed', 'would be cancelled'],
  ['cancelled', 'was cancelled', 'were cancelled'],
  ['requested', 'is being cancelled', 'are being cancelled'],
  ['ended', 'had already ended'],
  [
    'unconfirmed',
    'was cancelled, but its end is not confirmed',
    'were cancelled, but their end is not confirmed',
  ],
  ['refused', 'could not be cancelled'],
  ['untried', 'was not cancelled in time', 'were not cancelled in time'],
]

/** What happened, in one sentence without a full stop. */
export function cancelHeadline({ runs, failures }: CancelOutcome): string {
  const counts = countWords.flatMap(([result, one, several = one]) => {
    const count = runs.filter((run) => run.result === result).length
    if (count === 0) return []
    return count === 1 ? [`one run ${one}`] : [`${count} runs ${several}`]
  })
  const words = capitalised(counts.join(', ')) || 'No active runs to cancel'
  if (failures.length === 0) return words
  const projects = failures.length === 1 ? 'one project' : `${failures.length} projects`
  return `${words}; ${projects} could not be read`
}

/** Max rows. The `results` output contains all. */
const maxRows = 200

/** Max runs with an alert. What Hex responded is mostly the same for each. */
const maxAlerts = 10

/** The job summary: what happened, a row for each run, and what Hex responded if something went wrong. */
export function cancelSummary(
  outcome: CancelOutcome,
  verdict: CancelVerdict,
  nowMs: number,
): string {
  const { runs, failures } = outcome
  const failed = runs.flatMap(({ run, trouble }) =>
    trouble === undefined ? [] : [`${runLink(run)}: ${withLinks(trouble.text)}`],
  )
  return summaryPage(
    heading(icons[verdict], cancelHeadline(outcome)),
    ...failures.map(({ projectId, trouble }) =>
      alert(
        'CAUTION',
        `The runs of project ${code(projectId)} could not be listed, so none of them was cancelled. ${withLinks(trouble.text)}`,
      ),
    ),
    runs.length === 0 ? '' : runTable(runs.slice(0, maxRows), nowMs),
    ...failed.slice(0, maxAlerts).map((words) => alert('CAUTION', words)),
    hiddenRunsNote(runs.length - maxRows),
    escapeMarkdown(sparedWords(outcome)),
  )
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
export function sparedWords({ spared }: CancelOutcome): string {
  const words = Object.entries(sparedBecause).flatMap(([why, because]) => {
    const count = spared.filter((each) => each.why === why).length
    return count === 0 ? [] : [`${count} ${because}`]
  })
  return words.length === 0 ? '' : `Not cancelled: ${words.join(', ')}.`
}

/** A run in words, for the log and for annotations. */
export function runResultLine({ projectId, run, result, trouble }: RunResult): string {
  const project = run.runUrl === undefined ? ` of project ${projectId}` : ''
  const status = result === 'ended' ? ` (${run.status})` : ''
  const words = `Run ${run.runId}${project} ${resultWords[result]}${status}.`
  return [words, run.runUrl, trouble?.text].filter((part) => part !== undefined).join(' ')
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
  const results = [
    ...failures.map((failure) => resultOf({ ...failure, result: 'unreadable' })),
    ...runs.map(resultOf),
  ]
  return {
    'cancelled-count': String(cancelled.length),
    'cancelled-run-ids': JSON.stringify(cancelled.map(({ run }) => run.runId).slice(0, maxIds)),
    results: JSON.stringify(results.slice(0, maxResults)),
  }
}

/** One run in the `results` output, or a project whose runs could not be listed. A fact that is not known is null. */
function resultOf({
  projectId,
  run,
  result,
  trouble,
}: Pick<RunResult, 'projectId' | 'trouble'> & {
  readonly run?: RunResult['run']
  readonly result: Result | 'unreadable'
}) {
  return {
    project_id: projectId,
    ...cancelledRun(run),
    result,
    error: trouble?.text ?? null,
    trace_id: trouble?.traceId ?? run?.traceId ?? null,
  }
}
