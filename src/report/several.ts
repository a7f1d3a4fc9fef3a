import { firstCharacters } from '../plain-text.ts'
import { durationMs } from '../run/history.ts'
import {
  hasFailedItself,
  isGreen,
  leadingOutcome,
  type Outcome,
  type Reason,
} from '../run/outcome.ts'
import { clearedList } from './cleared.ts'
import { attemptsCell } from './facts.ts'
import { icons } from './icons.ts'
import { withLinks } from './links.ts'
import { code, escapeMarkdown, fitted, link, maxSummaryBytes, table, unbroken } from './markdown.ts'
import { pictureSection, type ShownPicture } from './pictures.ts'
import { timelineOf } from './timeline.ts'
import { verdictOf } from './verdict.ts'
import { durationInWords } from './words.ts'

/** Max rows. The `results` output contains all. */
const maxRows = 300
/** What to do is said for the first ones; with more failures than that the cause is a common one. */
const maxAdvice = 20

/** How several runs ended, one sentence without a full stop. */
export function severalHeadline(outcomes: ReadonlyArray<Outcome>): string {
  const failed = outcomes.filter(({ conclusion }) => !isGreen(conclusion)).length
  if (failed === 0) {
    const all = outcomes.every(({ conclusion }) => conclusion === 'success')
    return all
      ? `All ${outcomes.length} runs completed`
      : `All ${outcomes.length} runs went as requested`
  }
  return `${failed} of ${outcomes.length} runs did not succeed: ${reasonsIn(outcomes)}`
}

/** Those that did not succeed come first, and first of all those that failed for a reason of their own. */
export function failedFirst(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Outcome> {
  const rank = (outcome: Outcome) =>
    hasFailedItself(outcome) ? 0 : isGreen(outcome.conclusion) ? 2 : 1
  return [...outcomes].sort((a, b) => rank(a) - rank(b))
}

/** A headline names so many runs of a reason. */
const maxNames = 3

/** Why runs did not succeed, each reason once: `2 failed (north, south), 3 were cancelled because another run failed`. */
function reasonsIn(outcomes: ReadonlyArray<Outcome>): string {
  const bad = failedFirst(outcomes).filter(({ conclusion }) => !isGreen(conclusion))
  const groups = Map.groupBy(bad, ({ reason }) => reason)
  return [...groups]
    .map(([reason, own]) => {
      const words = `${own.length} ${reasonWords(reason, own.length === 1 ? 'was' : 'were')}`
      const names = own.flatMap(({ name, conclusion }) =>
        name === undefined || conclusion === 'cancelled' ? [] : [firstCharacters(name, 40)],
      )
      if (names.length === 0) return words
      const rest = names.length > maxNames ? ', …' : ''
      return `${words} (${names.slice(0, maxNames).join(', ')}${rest})`
    })
    .join(', ')
}

function reasonWords(reason: Reason, was: 'was' | 'were'): string {
  switch (reason) {
    case 'errored':
      return 'failed'
    case 'killed':
      return `${was} stopped in Hex`
    case 'no_kernel':
      return 'got no kernel'
    case 'timed_out':
      return 'timed out'
    case 'not_started_in_time':
      return `${was} not started in time`
    case 'aborted':
      return `${was} cancelled with the job`
    case 'fail_fast':
      return `${was} cancelled because another run failed ('fail-fast')`
    case 'not_runnable':
      return 'cannot run'
    case 'start_refused':
      return `${was} not started`
    case 'start_unknown':
      return 'had a lost response to the start'
    case 'run_not_found':
      return `${was} not found`
    case 'no_new_run':
    case 'newest_unknown':
      return 'found no run to follow'
    case 'lost_contact':
      return 'could not be read'
    case 'invalid_input':
      return 'had invalid inputs'
    case 'internal_error':
      return 'hit an unexpected error'
    case 'completed':
    case 'detached':
    case 'dry_run':
    case 'fresh':
      return 'succeeded'
  }
  return reason satisfies never
}

/** The job summary of several runs: the answer, what to do where one failed, a row for each, pictures, a timeline. */
export function severalSummaryOf(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture> = [],
): string {
  const leading = leadingOutcome(outcomes)
  const parts = [
    `### ${icons[leading?.conclusion ?? 'success']} ${escapeMarkdown(severalHeadline(outcomes))}`,
    severalAdvice(outcomes),
    severalTable(outcomes),
    clearedList(outcomes),
    pictureSection(pictures),
    timelineOf(outcomes),
  ]
  return fitted(`${parts.filter((part) => part !== '').join('\n\n')}\n`, maxSummaryBytes)
}

/** A row for each run. Those that did not succeed come first, because they are what readers look for. */
export function severalTable(outcomes: ReadonlyArray<Outcome>): string {
  const sorted = failedFirst(outcomes)
  const head = ['', 'Run', 'Status', 'Duration', 'Attempts', 'Project']
  const cells = sorted.slice(0, maxRows).map(row)
  // Most steps need one attempt a run, and a column of nothing is in the way.
  const shown = head.map((_, at) => at).filter((at) => cells.some((each) => each[at]))
  const pick = (each: ReadonlyArray<string>) => shown.map((at) => each[at] ?? '')
  const rows = table(pick(head), cells.map(pick), ['Duration'])
  if (sorted.length <= maxRows) return rows
  return `${rows}\n\n> [!NOTE]\n> ${sorted.length - maxRows} more runs are not shown here; the ${code('results')} output has all.`
}

/** What to do about each run that did not succeed; '' when all did. */
export function severalAdvice(outcomes: ReadonlyArray<Outcome>): string {
  const failed = failedFirst(outcomes).filter(({ conclusion }) => !isGreen(conclusion))
  if (failed.length === 0) return ''
  const lines = failed.slice(0, maxAdvice).map((outcome) => {
    const { headline, advice } = verdictOf(outcome)
    const told = [`${headline}.`, ...advice.filter((sentence) => sentence !== '')].join(' ')
    return `> - **${linkedName(outcome)}**: ${withLinks(told, outcome.candidates ?? [])}`
  })
  const rest = failed.length - maxAdvice
  return [
    '> [!CAUTION]',
    ...lines,
    ...(rest > 0 ? [`> - and ${rest} more, see the table`] : []),
  ].join('\n')
}

function row(outcome: Outcome): ReadonlyArray<string> {
  const { run, projectId, projectTitle } = outcome
  const took = run === undefined ? undefined : durationMs(run)
  return [
    icons[outcome.conclusion],
    linkedName(outcome),
    run?.status ? code(run.status) : '',
    took === undefined ? '' : unbroken(durationInWords(took)),
    attemptsCell(outcome),
    titleCell(projectTitle ?? '') || code(projectId),
  ]
}

function linkedName({ name, projectId, run }: Outcome): string {
  const label = escapeMarkdown(name ?? projectId)
  return run?.runUrl === undefined ? label : link(label, run.runUrl)
}

/** On a phone the last column is off screen, and a title that wraps there would make every row taller. */
function titleCell(title: string): string {
  return title.length > 40 ? escapeMarkdown(title) : unbroken(escapeMarkdown(title))
}
