import { ageMs, type Spared } from '../cancel/choice.ts'
import { type CancelOutcome, type Result, type RunResult, resultWords } from '../cancel/outcome.ts'
import { withLinks } from './links.ts'
import { code, escapeMarkdown, fitted, link, maxSummaryBytes, table } from './markdown.ts'
import { durationInWords } from './words.ts'

/** Max rows. The `results` output contains all. */
const maxRows = 200

/** What Hex said of single runs is mostly the same for each. */
const maxTroubles = 10

/** The result of the whole step. */
export type CancelVerdict = 'done' | 'incomplete' | 'aborted'

/** Green is only what was asked for and got. */
export function verdictOn(outcome: CancelOutcome, aborted: boolean): CancelVerdict {
  const open = outcome.runs.some(({ result }) => unfinished.includes(result))
  if (aborted && (open || outcome.failures.length > 0)) return 'aborted'
  return open || outcome.failures.length > 0 ? 'incomplete' : 'done'
}

/** What happened, in one sentence without a full stop. */
export function cancelHeadline(outcome: CancelOutcome): string {
  const { runs, failures } = outcome
  const count = (...results: ReadonlyArray<Result>) =>
    runs.filter(({ result }) => results.includes(result)).length
  const parts = [
    counted(count('listed'), 'would be cancelled', 'would be cancelled'),
    counted(count('cancelled'), 'was cancelled', 'were cancelled'),
    counted(count('requested'), 'is being cancelled', 'are being cancelled'),
    counted(count('ended'), 'had already ended', 'had already ended'),
    counted(
      count('unconfirmed'),
      'was cancelled, but its end is not confirmed',
      'were cancelled, but their end is not confirmed',
    ),
    counted(count('refused'), 'could not be cancelled', 'could not be cancelled'),
    counted(count('untried'), 'was not reached', 'were not reached'),
  ].filter((part) => part !== '')
  const said =
    parts.length === 0 ? 'No active run was found to cancel' : capitalised(parts.join(', '))
  return failures.length === 0
    ? said
    : `${said}; ${failures.length === 1 ? 'one project' : `${failures.length} projects`} could not be read`
}

/** The job summary: what happened, a row for each run, and what Hex said where something went wrong. */
export function cancelSummary(
  outcome: CancelOutcome,
  verdict: CancelVerdict,
  nowMs: number,
): string {
  const { runs, failures, spared } = outcome
  const hiddenRows = runs.length - maxRows
  const troubled = runs.filter(({ trouble }) => trouble !== undefined)
  const parts = [
    `### ${icons[verdict]} ${escapeMarkdown(cancelHeadline(outcome))}`,
    ...failures.map(
      ({ projectId, trouble }) =>
        `> [!CAUTION]\n> The runs of project ${code(projectId)} could not be listed, so none of them was cancelled. ${withLinks(trouble.text)}`,
    ),
    runs.length === 0 ? '' : runTable(runs.slice(0, maxRows), nowMs),
    ...troubled.slice(0, maxTroubles).map(troubleAlert),
    hiddenRows > 0
      ? `> [!NOTE]\n> ${hiddenRows} more runs are not shown here; the ${code('results')} output has all.`
      : '',
    spared.length === 0 ? '' : escapeMarkdown(sparedWords(outcome)),
  ]
  return fitted(`${parts.filter((part) => part !== '').join('\n\n')}\n`, maxSummaryBytes)
}

/** How many active runs were left alone and why, one sentence; '' when there are none. */
export function sparedWords({ spared }: CancelOutcome): string {
  const words = (Object.keys(sparedBecause) as ReadonlyArray<Spared>).flatMap((why) => {
    const count = spared.filter((each) => each.why === why).length
    return count === 0 ? [] : [`${count} ${sparedBecause[why]}`]
  })
  return words.length === 0 ? '' : `Not cancelled: ${words.join(', ')}.`
}

/** A run in words, for the log and for annotations. */
export function runResultLine({ projectId, run, result, trouble }: RunResult): string {
  const of = run.runUrl === undefined ? ` of project ${projectId}` : ''
  const status = result === 'ended' ? ` (${run.status})` : ''
  return [`Run ${run.runId}${of} ${resultWords[result]}${status}.`, run.runUrl, trouble?.text]
    .filter((part) => part !== undefined)
    .join(' ')
}

const unfinished: ReadonlyArray<Result> = ['unconfirmed', 'refused', 'untried']

const icons: Readonly<Record<CancelVerdict, string>> = {
  done: '🧹',
  incomplete: '❌',
  aborted: '🚫',
}

const sparedBecause: Readonly<Record<Spared, string>> = {
  'other-trigger': 'started by something else',
  ours: 'started by this step',
  'too-young': 'younger than older-than',
  'age-unknown': 'of unknown age',
}

/** Ids are long, so the project's id is shown only if there are several projects. */
function runTable(runs: ReadonlyArray<RunResult>, nowMs: number): string {
  const several = new Set(runs.map(({ projectId }) => projectId)).size > 1
  const rows = runs.map(({ projectId, run, result }) => [
    runCell(run),
    ...(several ? [code(projectId)] : []),
    run.runTrigger === undefined ? '' : code(run.runTrigger),
    ageCell(ageMs(run, nowMs)),
    code(run.status),
    capitalised(resultWords[result]),
  ])
  const head = ['Run', ...(several ? ['Project'] : []), 'Trigger', 'Age', 'Status', 'Result']
  return table(head, rows, ['Age'])
}

function troubleAlert({ run, trouble }: RunResult): string {
  return `> [!CAUTION]\n> ${runCell(run)}: ${withLinks(trouble?.text ?? '')}`
}

function runCell(run: RunResult['run']): string {
  return run.runUrl === undefined ? code(run.runId) : link(escapeMarkdown(run.runId), run.runUrl)
}

function ageCell(age: number | undefined): string {
  return age === undefined ? '' : durationInWords(age)
}

function capitalised(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

function counted(count: number, one: string, many: string): string {
  if (count === 0) return ''
  return count === 1 ? `one run ${one}` : `${count} runs ${many}`
}
