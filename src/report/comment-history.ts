import type { Conclusion } from '../run/outcome.ts'
import { icons } from './icons.ts'
import { escapeMarkdown, link, table } from './markdown.ts'

/** One result, as the comment remembers it. */
export interface Entry {
  readonly conclusion: Conclusion
  readonly headline: string
  readonly headSha: string
  /** The workflow run's id; digits. */
  readonly runId: string
  readonly number: number
  readonly attempt: number
  /** ISO 8601. */
  readonly at: string
}

/** What a comment says now, and what it said before, the newest first. */
export interface CommentHistory {
  readonly current: Entry
  readonly earlier: ReadonlyArray<Entry>
}

const separator = '<!-- hex-run-action: earlier results -->'

/** Does this text begin with the mark of this use? */
export function isMarked(body: string, useKey: string): boolean {
  return body.startsWith(markOf(useKey))
}

/**
 * The text with its hidden mark in front. What the comment has to remember is in the mark as base64, which has
 * no character that could end an HTML comment.
 */
export function marked(
  useKey: string,
  history: CommentHistory,
  top: string,
  earlier: string,
): string {
  const memory = Buffer.from(JSON.stringify(history)).toString('base64')
  const below = earlier === '' ? '' : `\n\n${separator}\n${earlier}`
  return `${markOf(useKey)}${memory} -->\n${top}${below}\n`
}

/** Takes a marked text apart; undefined when it is none. What cannot be read of its memory is forgotten. */
export function readMarked(
  body: string,
  useKey: string,
): { readonly top: string; readonly history?: CommentHistory } | undefined {
  if (!isMarked(body, useKey)) return undefined
  const end = body.indexOf('-->')
  const memory = body.slice(markOf(useKey).length, end).trim()
  const rest = body.slice(end + 3)
  // Everything below the last separator is escaped, so the last one is ours whatever stands above.
  const below = rest.lastIndexOf(separator)
  const history = readHistory(memory)
  return {
    top: (below === -1 ? rest : rest.slice(0, below)).trim(),
    ...(history === undefined ? {} : { history }),
  }
}

/** Is `a` of a later run of the workflow, or of a later attempt of the same? */
export function isNewer(a: Entry, b: Entry): boolean {
  return a.number === b.number ? a.attempt > b.attempt : a.number > b.number
}

/** The earlier results, folded away; '' when there are none. */
export function historySection(earlier: ReadonlyArray<Entry>, repositoryUrl: string): string {
  if (earlier.length === 0) return ''
  const rows = earlier.map(({ conclusion, headline, headSha, runId, number, attempt, at }) => [
    icons[conclusion],
    escapeMarkdown(headline),
    link(`\`${headSha.slice(0, 7)}\``, `${repositoryUrl}/commit/${headSha}`),
    link(String(number), `${repositoryUrl}/actions/runs/${runId}/attempts/${attempt}`),
    `${at.slice(0, 16).replace('T', ' ')} UTC`,
  ])
  return [
    `<details><summary>Earlier results (${earlier.length})</summary>`,
    '',
    table(['', 'Result', 'Commit', 'Workflow run', 'When'], rows, ['Workflow run']),
    '',
    '</details>',
  ].join('\n')
}

function markOf(useKey: string): string {
  return `<!-- hex-run-action key=${useKey} memory=`
}

/** The comment can be edited by hand, so nothing in it is taken on trust. */
function readHistory(memory: string): CommentHistory | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(memory, 'base64').toString('utf8'))
    if (typeof value !== 'object' || value === null) return undefined
    const { current, earlier } = value as Partial<Record<string, unknown>>
    if (!isEntry(current) || !Array.isArray(earlier)) return undefined
    return { current, earlier: earlier.filter(isEntry) }
  } catch {
    // Not ours, or damaged: the comment begins a new memory.
    return undefined
  }
}

const conclusions = [
  'success',
  'failure',
  'cancelled',
  'timed_out',
  'detached',
  'dry_run',
  'skipped',
]

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const entry = value as Partial<Record<keyof Entry, unknown>>
  const matches = (it: unknown, pattern: RegExp) => typeof it === 'string' && pattern.test(it)
  return (
    conclusions.includes(String(entry.conclusion)) &&
    typeof entry.headline === 'string' &&
    entry.headline.length <= 300 &&
    matches(entry.headSha, /^[0-9a-f]{7,64}$/) &&
    matches(entry.runId, /^\d{1,20}$/) &&
    matches(entry.at, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[.\d]*Z$/) &&
    Number.isSafeInteger(entry.number) &&
    Number.isSafeInteger(entry.attempt)
  )
}
