import { firstCharacters } from '../plain-text.ts'
import type { Outcome } from '../run/outcome.ts'
import { clearedList } from './cleared.ts'
import { type Fact, factRow, runFacts } from './facts.ts'
import { code, escapeMarkdown, factTable, fitted, maxSummaryBytes } from './markdown.ts'
import { headingOf, leadOf } from './overview.ts'
import { pictureSection, type ShownPicture } from './pictures.ts'

/** The requested settings that a summary can show. */
export interface Asked {
  /** Only names, because values can be personal or secret. */
  readonly parameterNames: ReadonlyArray<string>
  readonly viewId?: string
  readonly updatesPublishedResults: boolean
  readonly usesSqlCache: boolean
}

const maxParameters = 50

/** What a summary may show besides the outcome. */
export interface SummaryExtras {
  readonly pictures?: ReadonlyArray<ShownPicture>
  /** What the run waited for, in one sentence; see Waits. */
  readonly waited?: string
}

/** One run's job summary in Markdown: the answer first, then what to do, then what there is to see and to know. */
export function summaryOf(
  outcome: Outcome,
  asked: Asked,
  { pictures = [], waited = '' }: SummaryExtras = {},
): string {
  const parts = [
    headingOf([outcome]),
    leadOf(outcome),
    pictureSection(pictures),
    factRow([...runFacts(outcome), ...askedFacts(outcome, asked)]),
    waited === '' ? '' : `⏳ ${waited}`,
    clearedList([outcome]),
    folded('Details', factTable(details(outcome))),
  ]
  return fitted(`${parts.filter((part) => part !== '').join('\n\n')}\n`, maxSummaryBytes)
}

function askedFacts(outcome: Outcome, asked: Asked): ReadonlyArray<Fact> {
  return [
    ['Parameters', parametersCell(asked)],
    ['Published results', publishedCell(outcome, asked)],
    ['SQL cache', asked.usesSqlCache ? '' : 'not used'],
  ]
}

/** What a question to Hex's support needs, and few others. */
function details(outcome: Outcome): ReadonlyArray<Fact> {
  const { run } = outcome
  return [
    ['Project', projectCell(outcome)],
    ['Started', timeCell(run?.startTime)],
    ['Ended', timeCell(run?.endTime)],
    ['Run', run === undefined || outcome.reason === 'dry_run' ? '' : code(run.runId)],
    ['Trace ID', traceCell(outcome)],
  ]
}

function folded(title: string, markdown: string): string {
  return markdown === '' ? '' : `<details><summary>${title}</summary>\n\n${markdown}\n\n</details>`
}

function projectCell({ projectTitle = '', projectId }: Outcome): string {
  const title = escapeMarkdown(projectTitle)
  return title === '' ? code(projectId) : `${title} (${code(projectId)})`
}

function timeCell(time: string | undefined): string {
  return time === undefined || Number.isNaN(Date.parse(time))
    ? ''
    : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function parametersCell({ parameterNames, viewId }: Asked): string {
  if (viewId !== undefined) return `from the saved view ${code(firstCharacters(viewId, 100))}`
  const shown = parameterNames
    .slice(0, maxParameters)
    .map((name) => code(firstCharacters(name, 100)) || '(blank)')
  const rest = parameterNames.length - shown.length
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

function publishedCell({ conclusion }: Outcome, { updatesPublishedResults }: Asked): string {
  if (!updatesPublishedResults || conclusion === 'skipped') return ''
  return conclusion === 'success' ? 'updated by this run' : 'to be updated by this run'
}

function traceCell({ run, trouble }: Outcome): string {
  const traceId = run?.traceId ?? trouble?.traceId
  return traceId === undefined ? '' : code(traceId)
}
