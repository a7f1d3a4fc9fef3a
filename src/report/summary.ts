import { durationMs } from '../run/history.ts'
import { type Conclusion, isGreen, type Outcome } from '../run/outcome.ts'
import { icons } from './icons.ts'
import { code, escapeMarkdown, factTable, fitted, link, maxSummaryBytes } from './markdown.ts'
import { verdictOf } from './verdict.ts'
import { aboutDuration, durationInWords } from './words.ts'

/** What was asked for, as far as a summary may show it. */
export interface Asked {
  /** Names only: values may be personal or secret, and nobody can tell which are harmless. */
  readonly parameterNames: ReadonlyArray<string>
  readonly viewId?: string
  readonly updatesPublishedResults: boolean
  readonly usesSqlCache: boolean
}

const mostParameters = 50

/** One run's job summary in Markdown: the answer first, then what to do, then the facts. */
export function summaryOf(outcome: Outcome, asked: Asked): string {
  const { headline, advice } = verdictOf(outcome)
  const { run } = outcome
  const sentences = advice.filter((sentence) => sentence !== '').map(escapeMarkdown)
  const open = run?.runUrl === undefined ? [] : [`**${link('Open the run in Hex', run.runUrl)}**`]
  const lead = isGreen(outcome.conclusion)
    ? [...open, ...sentences].join(' · ')
    : [...open, ...alert(outcome.conclusion, sentences)].join('\n\n')
  return fitted(
    [
      `### ${icons[outcome.conclusion]} ${escapeMarkdown(headline)}`,
      lead,
      factTable(factsOf(outcome, asked)),
    ]
      .filter((part) => part !== '')
      .join('\n\n')
      .concat('\n'),
    maxSummaryBytes,
  )
}

function factsOf(outcome: Outcome, asked: Asked): ReadonlyArray<readonly [string, string]> {
  const { run } = outcome
  return [
    ['Project', projectCell(outcome)],
    ['Status', run === undefined ? '' : code(run.status)],
    ['Version', run?.projectVersion === undefined ? '' : escapeMarkdown(run.projectVersion)],
    ['Duration', durationCell(outcome)],
    ['Started', timeCell(run?.startTime)],
    ['Ended', timeCell(run?.endTime)],
    ['Parameters', parametersCell(asked)],
    ['Published results', publishedCell(outcome, asked)],
    ['SQL cache', asked.usesSqlCache ? '' : 'not used'],
    ['Attempt', outcome.attempt > 1 ? String(outcome.attempt) : ''],
    ['Run', run === undefined ? '' : code(run.runId)],
    ['Trace id', traceCell(outcome)],
  ]
}

function projectCell({ projectTitle = '', projectId }: Outcome): string {
  const title = escapeMarkdown(projectTitle)
  return title === '' ? code(projectId) : `${title} (${code(projectId)})`
}

function durationCell({ run, typicalMs }: Outcome): string {
  const took = run === undefined ? undefined : durationMs(run)
  if (took === undefined) return ''
  return typicalMs === undefined
    ? durationInWords(took)
    : `${durationInWords(took)} (usually ${aboutDuration(typicalMs)})`
}

function timeCell(time: string | undefined): string {
  return time === undefined || Number.isNaN(Date.parse(time))
    ? ''
    : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function parametersCell({ parameterNames, viewId }: Asked): string {
  if (viewId !== undefined) return `those of the saved view ${code(viewId.slice(0, 100))}`
  const shown = parameterNames
    .slice(0, mostParameters)
    .map((name) => code(name.slice(0, 100)) || '(blank)')
  const rest = parameterNames.length - shown.length
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

function publishedCell({ conclusion }: Outcome, { updatesPublishedResults }: Asked): string {
  if (!updatesPublishedResults) return ''
  return conclusion === 'success' ? 'updated by this run' : 'to be updated by this run'
}

function traceCell({ run, trouble }: Outcome): string {
  const traceId = run?.traceId ?? trouble?.traceId
  return traceId === undefined ? '' : code(traceId)
}

function alert(conclusion: Conclusion, sentences: ReadonlyArray<string>): ReadonlyArray<string> {
  if (sentences.length === 0) return []
  const kind = conclusion === 'cancelled' ? 'WARNING' : 'CAUTION'
  return [
    [`> [!${kind}]`, ...sentences.map((sentence) => `> ${sentence}`)]
      .join('\n>\n')
      .replace('\n>\n', '\n'),
  ]
}
