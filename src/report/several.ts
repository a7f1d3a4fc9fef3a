import { durationMs } from '../run/history.ts'
import { isGreen, type Outcome } from '../run/outcome.ts'
import { icons } from './icons.ts'
import { withLinks } from './links.ts'
import { code, escapeMarkdown, fitted, link, maxSummaryBytes, table, unbroken } from './markdown.ts'
import { pictureSection, type ShownPicture } from './pictures.ts'
import { timelineOf } from './timeline.ts'
import { verdictOf } from './verdict.ts'
import { durationInWords } from './words.ts'

/** More rows than anybody reads; the `results` output has them all. */
const mostRows = 300
/** What to do is said for the first ones; with more failures than that the cause is a common one. */
const mostAdvice = 20

/** How several runs ended, one sentence without a full stop. */
export function severalHeadline(outcomes: ReadonlyArray<Outcome>): string {
  const failed = outcomes.filter(({ conclusion }) => !isGreen(conclusion)).length
  if (failed === 0) {
    const all = outcomes.every(({ conclusion }) => conclusion === 'success')
    return all
      ? `All ${outcomes.length} runs completed`
      : `All ${outcomes.length} runs went as asked`
  }
  return `${failed} of ${outcomes.length} runs did not succeed`
}

/** The job summary of several runs: the answer, what to do where one failed, a row for each, pictures, a timeline. */
export function severalSummaryOf(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture> = [],
): string {
  const worst = outcomes.find(({ conclusion }) => !isGreen(conclusion)) ?? outcomes[0]
  const parts = [
    `### ${icons[worst?.conclusion ?? 'success']} ${severalHeadline(outcomes)}`,
    severalAdvice(outcomes),
    severalTable(outcomes),
    pictureSection(pictures),
    timelineOf(outcomes),
  ]
  return fitted(`${parts.filter((part) => part !== '').join('\n\n')}\n`, maxSummaryBytes)
}

/** A row for each run. Those that did not succeed come first: they are why somebody is here. */
export function severalTable(outcomes: ReadonlyArray<Outcome>): string {
  const isBad = ({ conclusion }: Outcome) => !isGreen(conclusion)
  const sorted = [...outcomes.filter(isBad), ...outcomes.filter((outcome) => !isBad(outcome))]
  const head = ['', 'Run', 'Status', 'Duration', 'Attempt', 'Project']
  const cells = sorted.slice(0, mostRows).map(row)
  // Most steps need one attempt a run, and a column of nothing is in the way.
  const shown = head.map((_, at) => at).filter((at) => cells.some((each) => each[at]))
  const pick = (each: ReadonlyArray<string>) => shown.map((at) => each[at] ?? '')
  const rows = table(pick(head), cells.map(pick), ['Duration', 'Attempt'])
  if (sorted.length <= mostRows) return rows
  return `${rows}\n\n> [!NOTE]\n> ${sorted.length - mostRows} more runs are not shown here; the ${code('results')} output has all.`
}

/** What to do about each run that did not succeed; '' when all did. */
export function severalAdvice(outcomes: ReadonlyArray<Outcome>): string {
  const failed = outcomes.filter(({ conclusion }) => !isGreen(conclusion))
  if (failed.length === 0) return ''
  const lines = failed.slice(0, mostAdvice).map((outcome) => {
    const { headline, advice } = verdictOf(outcome)
    const told = [`${headline}.`, ...advice.filter((sentence) => sentence !== '')].join(' ')
    return `> - **${linkedName(outcome)}**: ${withLinks(told, outcome.candidates ?? [])}`
  })
  const rest = failed.length - mostAdvice
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
    outcome.attempt > 1 ? String(outcome.attempt) : '',
    titleCell(projectTitle ?? '') || code(projectId),
  ]
}

function linkedName({ name, projectId, run }: Outcome): string {
  const label = escapeMarkdown(name ?? projectId)
  return run?.runUrl === undefined ? label : link(label, run.runUrl)
}

/** On a phone the last column is out of sight, and a title that breaks there makes every row tall for nothing. */
function titleCell(title: string): string {
  return title.length > 40 ? escapeMarkdown(title) : unbroken(escapeMarkdown(title))
}
