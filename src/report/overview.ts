import { firstCharacters } from '../plain-text.ts'
import type { TakenPicture } from '../run/chart-pictures.ts'
import {
  type Conclusion,
  hasFailedItself,
  isGreen,
  type Outcome,
  type Reason,
} from '../run/outcome.ts'
import {
  alert,
  blocks,
  code,
  escapeMarkdown,
  type Fact,
  factRow,
  folded,
  hiddenRunsNote,
  image,
  link,
  openRunLink,
  table,
  unbroken,
  withLinks,
} from './markdown.ts'
import { runDurationMs, verdictOf } from './verdict.ts'
import { durationInWords, plural, roughDuration } from './words.ts'

/** The result of all runs of a step, as comments and check runs show it. */
export interface Overview {
  readonly conclusion: Conclusion
  /** What happened, one sentence without a full stop; plain text. */
  readonly headline: string
  /** Markdown below the heading. */
  readonly body: string
  /** Markdown at the end, because what does not fit is cut off there. */
  readonly pictures: string
}

/** A picture of a chart with its file. */
export interface Picture extends TakenPicture {
  /** The file's name in its run's folder. */
  readonly fileName: string
}

/** A picture that a reader's browser can fetch. */
export interface ShownPicture extends Picture {
  readonly address: string
}

/** The icon of each conclusion, for headings and tables. The worst is first, because it is the step's. */
export const icons: Readonly<Record<Conclusion, string>> = {
  failure: '❌',
  timed_out: '⏰',
  cancelled: '🚫',
  detached: '🚀',
  dry_run: '🧪',
  skipped: '⏭️',
  success: '✅',
}

/** Sums up the runs of a step: one has its own verdict, several are counted. */
export function overviewOf(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture>,
): Overview {
  const worstFirst = Object.keys(icons) as ReadonlyArray<Conclusion>
  const worst = worstFirst.find((each) => outcomes.some(({ conclusion }) => conclusion === each))
  const [first, ...others] = outcomes
  const isSingle = first !== undefined && others.length === 0
  return {
    conclusion: worst ?? 'failure',
    headline: isSingle ? verdictOf(first).headline : severalHeadline(outcomes),
    body: isSingle
      ? blocks(runLead(first), factRow(runFacts(first)))
      : blocks(severalAdvice(outcomes), severalTable(outcomes)),
    pictures: pictureSection(pictures),
  }
}

/** What to do if something is wrong, and the link to the run. */
export function runLead(outcome: Outcome): string {
  const { conclusion, reason, run } = outcome
  const sentences = verdictOf(outcome).advice.map((sentence) =>
    withLinks(sentence, outcome.candidates),
  )
  // The URL in the response to a dry run leads nowhere.
  const open = reason === 'dry_run' ? '' : openRunLink(run?.runUrl)
  if (isGreen(conclusion) || sentences.length === 0)
    return [open, ...sentences].filter((part) => part !== '').join(' · ')
  const kind = conclusion === 'cancelled' ? 'WARNING' : 'CAUTION'
  return blocks(alert(kind, sentences.join('\n\n')), open)
}

/** The most important facts of a run. */
export function runFacts(outcome: Outcome): ReadonlyArray<Fact> {
  const { run, reason, typicalMs } = outcome
  const tookMs = runDurationMs(outcome)
  const usual = typicalMs === undefined ? [] : [`usually ${roughDuration(typicalMs)}`]
  return [
    // A dry run creates no run, so the status in its response says nothing.
    ['Status', reason === 'dry_run' ? '' : code(run?.status ?? '')],
    [
      'Duration',
      tookMs === undefined ? '' : [durationInWords(tookMs), ...usual].map(unbroken).join('<br>'),
    ],
    ['Version', escapeMarkdown(run?.projectVersion ?? '')],
    ['Attempts', attemptsCell(outcome)],
  ]
}

/** Each attempt as a link to its run; '' if there was at most one. */
function attemptsCell({ attempt, run, earlierRuns = [] }: Outcome): string {
  if (attempt < 2) return ''
  const last = earlierRuns.length < attempt && run !== undefined ? [run] : []
  const linked = [...earlierRuns, ...last].map(({ runUrl }, index) =>
    link(String(index + 1), runUrl),
  )
  return linked.length === attempt ? linked.join(', ') : String(attempt)
}

/** How several runs ended, one sentence without a full stop. */
export function severalHeadline(outcomes: ReadonlyArray<Outcome>): string {
  const failed = failedFirst(outcomes).filter(({ conclusion }) => !isGreen(conclusion))
  if (failed.length > 0)
    return `${failed.length} of ${outcomes.length} runs did not succeed: ${reasonsOf(failed)}`
  const all = outcomes.every(({ conclusion }) => conclusion === 'success')
  return all
    ? `All ${outcomes.length} runs completed`
    : `None of the ${outcomes.length} runs failed`
}

/** Runs that failed on their own come first, then the others that did not succeed. */
export function failedFirst(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Outcome> {
  const rank = (outcome: Outcome) =>
    hasFailedItself(outcome) ? 0 : isGreen(outcome.conclusion) ? 2 : 1
  return [...outcomes].sort((a, b) => rank(a) - rank(b))
}

/** Max runs that a headline names per reason. */
const maxNames = 3

/** Why runs did not succeed, each reason once: `2 failed (north, south), 3 were cancelled because another run failed`. */
function reasonsOf(failed: ReadonlyArray<Outcome>): string {
  const groups = Map.groupBy(failed, ({ reason }) => reason)
  return [...groups]
    .map(([reason, own]) => {
      const count = own.length
      const what = reasonWords[reason]
      const words = `${count} ${count === 1 ? what : plural(what)}`
      const names = own.flatMap(({ name, conclusion }) =>
        name === undefined || conclusion === 'cancelled' ? [] : [firstCharacters(name, 40)],
      )
      if (names.length === 0) return words
      const rest = names.length > maxNames ? ', …' : ''
      return `${words} (${names.slice(0, maxNames).join(', ')}${rest})`
    })
    .join(', ')
}

/** The end of a sentence about one run. */
const reasonWords: Readonly<Record<Reason, string>> = {
  errored: 'failed',
  killed: 'was stopped in Hex',
  no_kernel: 'could not get a kernel',
  timed_out: 'timed out',
  not_started_in_time: 'was not started in time',
  aborted: 'was cancelled with the job',
  fail_fast: "was cancelled because another run failed ('fail-fast')",
  not_runnable: 'cannot run',
  start_refused: 'was not started',
  start_unknown: 'may have been started',
  run_not_found: 'was not found',
  no_new_run: 'had no matching run to follow',
  newest_unknown: 'had no matching run to follow',
  lost_contact: 'could not be read',
  invalid_input: 'had invalid inputs',
  internal_error: 'hit an unexpected error',
  completed: 'succeeded',
  detached: 'succeeded',
  dry_run: 'succeeded',
  fresh: 'succeeded',
}

/** Max rows. The `results` output contains all. */
const maxRows = 300

/** A row for each run. Those that did not succeed come first, because readers look for them. */
export function severalTable(outcomes: ReadonlyArray<Outcome>): string {
  const head = ['', 'Run', 'Status', 'Duration', 'Attempts', 'Project']
  const rows = failedFirst(outcomes).slice(0, maxRows).map(rowOf)
  // Most runs need one attempt, and an empty column only takes space.
  const shown = head.map((_, at) => at).filter((at) => rows.some((row) => row[at]))
  const pick = (row: ReadonlyArray<string>) => shown.map((at) => row[at] ?? '')
  return blocks(
    table(pick(head), rows.map(pick), ['Duration']),
    hiddenRunsNote(outcomes.length - maxRows),
  )
}

function rowOf(outcome: Outcome): ReadonlyArray<string> {
  const { run, projectId, projectTitle } = outcome
  const tookMs = runDurationMs(outcome)
  const title = escapeMarkdown(projectTitle ?? '')
  return [
    icons[outcome.conclusion],
    linkedName(outcome),
    code(run?.status ?? ''),
    tookMs === undefined ? '' : unbroken(durationInWords(tookMs)),
    attemptsCell(outcome),
    // On a phone the last column is off screen, and a short title that wraps there would make every row taller.
    ((projectTitle ?? '').length > 40 ? title : unbroken(title)) || code(projectId),
  ]
}

/** Max runs with advice. If more fail, the cause is usually the same. */
const maxAdvice = 20

/** What to do about each run that did not succeed; '' if all did. */
export function severalAdvice(outcomes: ReadonlyArray<Outcome>): string {
  const failed = failedFirst(outcomes).filter(({ conclusion }) => !isGreen(conclusion))
  if (failed.length === 0) return ''
  const items = failed.slice(0, maxAdvice).map((outcome) => {
    const { headline, advice } = verdictOf(outcome)
    const words = [`${headline}.`, ...advice].join(' ')
    return `- **${linkedName(outcome)}**: ${withLinks(words, outcome.candidates)}`
  })
  const rest = failed.length - items.length
  return alert(
    'CAUTION',
    [...items, ...(rest > 0 ? [`- and ${rest} more (see the table)`] : [])].join('\n'),
  )
}

function linkedName({ name, projectId, run }: Outcome): string {
  return link(escapeMarkdown(name ?? projectId), run?.runUrl)
}

/** Max pictures that are not folded. */
const maxOpen = 4

/** The pictures one below the other, each under its name and linked to its run; '' if there are none. */
export function pictureSection(pictures: ReadonlyArray<ShownPicture>): string {
  const isSeveralRuns = new Set(pictures.map(({ outcome }) => outcome)).size > 1
  const shown = pictures.map(({ chart, outcome, address }) => {
    const { name, projectTitle, projectId, run } = outcome
    const title = isSeveralRuns ? `${name ?? projectTitle ?? projectId}: ${chart.name}` : chart.name
    const picture = link(image(`Chart ${title}`, address), run?.runUrl)
    return `**${escapeMarkdown(title)}**\n\n${picture}`
  })
  const rest = shown.slice(maxOpen)
  return blocks(...shown.slice(0, maxOpen), folded(`More charts (${rest.length})`, blocks(...rest)))
}
