import { durationMs } from '../run/history.ts'
import { isGreen, type Outcome } from '../run/outcome.ts'
import { icons } from './icons.ts'
import { code, escapeMarkdown, fitted, link, maxSummaryBytes, table } from './markdown.ts'
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

/** The job summary of several runs: the answer, what to do where one failed, a row for each, a timeline. */
export function severalSummaryOf(outcomes: ReadonlyArray<Outcome>): string {
  const failed = outcomes.filter(({ conclusion }) => !isGreen(conclusion))
  const worst = failed[0]
  // Those that did not succeed come first: they are why somebody is here.
  const sorted = [...failed, ...outcomes.filter(({ conclusion }) => isGreen(conclusion))]
  const parts = [
    `### ${icons[worst?.conclusion ?? outcomes[0]?.conclusion ?? 'success']} ${severalHeadline(outcomes)}`,
    adviceOn(failed),
    table(
      ['', 'Run', 'Project', 'Status', 'Duration', 'Attempt'],
      sorted.slice(0, mostRows).map(row),
      ['Duration', 'Attempt'],
    ),
    sorted.length > mostRows
      ? `> [!NOTE]\n> ${sorted.length - mostRows} more runs are not shown here; the ${code('results')} output has all.`
      : '',
    timelineOf(outcomes),
  ]
  return fitted(`${parts.filter((part) => part !== '').join('\n\n')}\n`, maxSummaryBytes)
}

function adviceOn(failed: ReadonlyArray<Outcome>): string {
  if (failed.length === 0) return ''
  const lines = failed.slice(0, mostAdvice).map((outcome) => {
    const { headline, advice } = verdictOf(outcome)
    const name = escapeMarkdown(outcome.name ?? outcome.projectId)
    const told = [`${headline}.`, ...advice.filter((sentence) => sentence !== '')].join(' ')
    return `> - **${name}**: ${escapeMarkdown(told)}`
  })
  const rest = failed.length - mostAdvice
  return [
    '> [!CAUTION]',
    ...lines,
    ...(rest > 0 ? [`> - and ${rest} more, see the table`] : []),
  ].join('\n')
}

function row(outcome: Outcome): ReadonlyArray<string> {
  const { run, name, projectId, projectTitle } = outcome
  const label = escapeMarkdown(name ?? projectId)
  const took = run === undefined ? undefined : durationMs(run)
  return [
    icons[outcome.conclusion],
    run?.runUrl === undefined ? label : link(label, run.runUrl),
    projectTitle === undefined ? code(projectId) : escapeMarkdown(projectTitle),
    run === undefined ? '' : code(run.status),
    took === undefined ? '' : durationInWords(took),
    outcome.attempt > 1 ? String(outcome.attempt) : '',
  ]
}
