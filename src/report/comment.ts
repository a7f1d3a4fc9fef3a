import { firstCharacters } from '../plain-text.ts'
import type { Conclusion, Outcome } from '../run/outcome.ts'
import { icons } from './icons.ts'
import { escapeMarkdown, fitted, link, table } from './markdown.ts'
import { overviewBody, overviewOf } from './overview.ts'
import { pictureSection, type ShownPicture } from './pictures.ts'

/** The content of a comment. */
export interface CommentContent {
  readonly conclusion: Conclusion
  /** One sentence without a full stop; plain text. */
  readonly headline: string
  /** Markdown below the heading; '' is left out. */
  readonly parts: ReadonlyArray<string>
}

/** Everything that goes into a comment. */
export interface CommentFacts {
  /** Distinguishes uses of the action; the same in the next workflow run. */
  readonly useKey: string
  /** Random and hexadecimal: distinguishes this execution of the step from every other. */
  readonly useMark: string
  readonly content: CommentContent
  /** The commit that the outcome belongs to. */
  readonly headSha: string
  readonly workflowRun: WorkflowRun
  readonly atMs: number
  /** The repository's page, for links to commits and workflow runs. */
  readonly repositoryUrl: string
}

export interface WorkflowRun {
  readonly id: string
  readonly number: number
  readonly attempt: number
}

/** What the first line of one of our comments says. */
export interface CommentMark {
  readonly workflowRun: WorkflowRun
  readonly useMark: string
  /** Proves the author if GitHub does not report the token's user; '' if there is none. */
  readonly signature: string
  /** The result on top, as a row for the earlier results. */
  readonly row: string
}

/** GitHub accepts 65,536 characters; bytes are never fewer. */
const maxBytes = 65_000
const maxEarlier = 10
const maxHeadline = 160
const earlierStart = '\n\n<details><summary>Earlier results'
const markPattern =
  /^<!-- hex-run-action key=(\w+) run=(\d{1,20})\.(\d{1,15})\.(\d{1,15}) use=(\w+) signature=(\w*) row=([\w+/=]*) -->\n/

export function contentOf(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture>,
): CommentContent {
  // Pictures come last, because what does not fit is cut off at the end.
  return { ...overviewOf(outcomes), parts: [...overviewBody(outcomes), pictureSection(pictures)] }
}

/** Reads the mark of a comment with this key; undefined for any other text. */
export function readMark(body: string, useKey: string): CommentMark | undefined {
  const [, key, id, number, attempt, useMark, signature, row] = markPattern.exec(body) ?? []
  return key !== useKey || id === undefined || useMark === undefined
    ? undefined
    : {
        workflowRun: { id, number: Number(number), attempt: Number(attempt) },
        useMark,
        signature: signature ?? '',
        row: Buffer.from(row ?? '', 'base64').toString('utf8'),
      }
}

/** Is this use's result in the comment, on top or among the earlier ones? */
export function reportsUse(body: string, useMark: string): boolean {
  return markPattern.exec(body)?.[5] === useMark || body.includes(`<!-- ${useMark} --> |`)
}

/**
 * The whole text of the comment, with the results that it had before folded away. A newer workflow run stays on
 * top when two overlap, and this result goes below it.
 * @param previous the comment's present text, undefined when there is none.
 * @param signature see CommentMark.
 */
export function commentBody(
  facts: CommentFacts,
  previous: string | undefined,
  signature = '',
): string {
  const { useKey, useMark, workflowRun, repositoryUrl } = facts
  const before = previous === undefined ? undefined : readMark(previous, useKey)
  const own = rowOf(facts)
  const isOvertaken =
    before !== undefined && before.useMark !== useMark && isNewer(before.workflowRun, workflowRun)
  const isRow = rowCheck(repositoryUrl)
  const known = [before?.row ?? '', ...(previous ?? '').split('\n')].filter(isRow)
  const current = isOvertaken ? before.row : own
  const earlier = [own, ...known.filter((row) => !row.includes(`<!-- ${useMark} -->`))]
    .filter((row) => row !== current)
    .sort((a, b) => runNumberIn(b) - runNumberIn(a))
    .slice(0, maxEarlier)

  const top = isOvertaken ? topIn(previous ?? '') : topOf(facts)
  const { id, number, attempt } = isOvertaken ? before.workflowRun : workflowRun
  const run = `${id}.${number}.${attempt}`
  const use = isOvertaken ? before.useMark : useMark
  // As base64, because the headline of a project may hold what ends an HTML comment.
  const row = Buffer.from(current).toString('base64')
  const mark = `<!-- hex-run-action key=${useKey} run=${run} use=${use} signature=${signature} row=${row} -->\n`
  const below = earlierSection(earlier)
  return `${mark}${fitted(top, maxBytes - Buffer.byteLength(mark + below))}${below}\n`
}

function topOf({ content, ...facts }: CommentFacts): string {
  const { conclusion, headline, parts } = content
  const heading = `### ${icons[conclusion]} ${escapeMarkdown(headline)}`
  const pictures = parts.at(-1) ?? ''
  const source = `Commit ${sourceOf(facts, 'workflow run ').join(' · ')}`
  return [heading, ...parts.slice(0, -1), source, pictures]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The text of a comment between its mark and the earlier results. */
function topIn(body: string): string {
  const rest = body.replace(markPattern, '')
  const end = rest.lastIndexOf(earlierStart)
  return (end === -1 ? rest : rest.slice(0, end)).trim()
}

function sourceOf(
  { headSha, workflowRun, repositoryUrl, atMs }: Omit<CommentFacts, 'content'>,
  prefix: string,
): ReadonlyArray<string> {
  const { id, number, attempt } = workflowRun
  return [
    link(`\`${headSha.slice(0, 7)}\``, `${repositoryUrl}/commit/${headSha}`),
    link(`${prefix}${number}`, `${repositoryUrl}/actions/runs/${id}/attempts/${attempt}`),
    `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  ]
}

function rowOf({ content, ...facts }: CommentFacts): string {
  const headline = escapeMarkdown(firstCharacters(content.headline, maxHeadline))
  const cells = [icons[content.conclusion], headline, ...sourceOf(facts, '')]
  return `| ${cells.join(' | ')} <!-- ${facts.useMark} --> |`
}

/**
 * Comments can be edited by hand, so only lines that look exactly like a row of ours are kept. Text from outside
 * cannot: its '<' is escaped.
 */
function rowCheck(repositoryUrl: string): (line: string) => boolean {
  const address = (path: string) => `\\(${escapePattern(new URL(repositoryUrl).href)}/${path}\\)`
  const pattern = new RegExp(
    `^\\| (?:${Object.values(icons).join('|')}) \\| [^\\n<]{0,1000} \\| ` +
      `\\[\`[0-9a-f]{7}\`\\]${address('commit/[0-9a-f]{7,64}')} \\| ` +
      `\\[\\d{1,15}\\]${address('actions/runs/\\d{1,20}/attempts/\\d{1,15}')} \\| ` +
      '[\\d-]{10} [\\d:]{5} UTC <!-- \\w{1,40} --> \\|$',
  )
  return (line) => pattern.test(line) && !/[^\\]\]\(.* \| \[`/.test(line)
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function runNumberIn(row: string): number {
  return Number(/ \| \[(\d+)\]\([^|]* \| [^|]* \|$/.exec(row)?.[1] ?? 0)
}

function earlierSection(rows: ReadonlyArray<string>): string {
  if (rows.length === 0) return ''
  const head = table(['', 'Result', 'Commit', 'Workflow run', 'When'], [], ['Workflow run'])
  return `${earlierStart} (${rows.length})</summary>\n\n${[head, ...rows].join('\n')}\n\n</details>`
}

function isNewer(a: WorkflowRun, b: WorkflowRun): boolean {
  return a.number === b.number ? a.attempt > b.attempt : a.number > b.number
}
