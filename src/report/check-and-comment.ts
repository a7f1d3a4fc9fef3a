import type { CheckRunFields } from '../github/repository.ts'
import { firstCharacters, withoutBreaks } from '../plain-text.ts'
import { type Conclusion, leadingOutcome, type Outcome } from '../run/outcome.ts'
import {
  blocks,
  escapeMarkdown,
  fitted,
  folded,
  heading,
  link,
  openRunLink,
  table,
} from './markdown.ts'
import { icons, type Overview, overviewOf, type ShownPicture } from './overview.ts'
import { utcMinute } from './words.ts'

/** The content of a check run. */
export type CheckReport = Omit<CheckRunFields, 'name' | 'externalId'>

/** A check run with its verdict. */
export type EndedCheck = CheckReport & Required<Pick<CheckReport, 'conclusion'>>

/**
 * GitHub's limit is 65,535 bytes for the summary of a check run, not characters (github/rest-api-description, issue 5399),
 * and 65,536 characters for a comment (API response 422, "body is too long"). Characters are never more than bytes.
 */
const maxBytes = 65_000
/** GitHub's reference names no limit. A title of this length still fits the page. */
const maxTitle = 250

/** The check run while a run is active. */
export function startedCheck(run: {
  readonly runId: string
  readonly runUrl?: string
}): CheckReport {
  return {
    detailsUrl: run.runUrl,
    title: 'The run is in progress in Hex',
    // GitHub ignores the details link of checks made with GITHUB_TOKEN, so the link is in the text as well.
    summary: openRunLink(run.runUrl) || `Run ${run.runId}`,
  }
}

/** The check run after all runs have ended. */
export function endedCheck(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture>,
): EndedCheck {
  const runs = [leadingOutcome(outcomes), ...outcomes]
  const detailsUrl = runs.find((outcome) => outcome?.run?.runUrl !== undefined)?.run?.runUrl
  return overviewCheck(detailsUrl, overviewOf(outcomes, pictures))
}

/** The check run with this result. */
export function overviewCheck(
  detailsUrl: string | undefined,
  { conclusion, headline, body, pictures }: Overview,
): EndedCheck {
  return {
    conclusion: conclusionOnGitHub(conclusion),
    detailsUrl,
    title: firstCharacters(headline, maxTitle),
    summary: fitted(blocks(body, pictures), maxBytes),
  }
}

/**
 * The check run that main left open, because it could not reach GitHub at its end, or was killed before it had a verdict.
 */
export function abandonedCheck(
  detailsUrl: string | undefined,
  verdict: Pick<EndedCheck, 'conclusion' | 'title'> | undefined,
): EndedCheck {
  const words =
    verdict === undefined
      ? 'The step was killed while waiting for the run. The log of its post step shows what happened to the run.'
      : "The step's job summary has the details."
  return {
    conclusion: 'cancelled',
    title: 'The job was stopped before the result of the run was known',
    ...verdict,
    detailsUrl,
    summary: blocks(words, openRunLink(detailsUrl)),
  }
}

/** A detached run, a dry run, and a skipped run are neither a success nor a failure. */
function conclusionOnGitHub(conclusion: Conclusion): EndedCheck['conclusion'] {
  return conclusion === 'detached' || conclusion === 'dry_run' || conclusion === 'skipped'
    ? 'neutral'
    : conclusion
}

/** Everything that goes into a comment. */
export interface CommentFacts extends Source {
  /** Distinguishes uses of the action; the same in the next workflow run. */
  readonly useKey: string
  readonly overview: Overview
  /** The repository's page, for links to commits and workflow runs. */
  readonly repositoryUrl: string
}

/** Where a result is from. */
interface Source {
  /** Random and hexadecimal: distinguishes this execution of the step from every other. */
  readonly useMark: string
  /** The commit that the result belongs to. */
  readonly headSha: string
  readonly workflowRun: { readonly id: string; readonly number: number; readonly attempt: number }
  /** Milliseconds since the epoch, with fractions. */
  readonly atMs: number
}

/** A result that the comment remembers. */
interface PastResult extends Source, Pick<Overview, 'conclusion' | 'headline'> {}

/** Max folded results, and max characters of their headlines: the table stays short. */
const maxEarlier = 10
const maxHeadline = 160

/**
 * The whole text of the comment, with earlier results folded. If workflow runs overlap, the newest one stays on top, and the
 * result of an older one goes below it.
 * @param previous the comment's current text; '' if there is none.
 * @param signature proves that this action wrote the comment; '' if there is none.
 */
export function commentBody(facts: CommentFacts, previous = '', signature = ''): string {
  const { useKey, useMark, overview, repositoryUrl } = facts
  const { conclusion } = overview
  // Each result is one line of the mark.
  const headline = withoutBreaks(firstCharacters(overview.headline, maxHeadline))
  const own: PastResult = { ...facts, conclusion, headline }
  const others = readMark(previous, useKey)?.results.filter((result) => result.useMark !== useMark)
  // The sort is stable, so this result comes before those of the same attempt.
  const [top, ...earlier] = [own, ...(others ?? [])].sort(newestFirst).slice(0, 1 + maxEarlier)
  const shown = top === own ? topOf(facts) : topIn(previous)
  const mark = markOf(useKey, signature, top === undefined ? [] : [top, ...earlier])
  const below = earlierSection(earlier, repositoryUrl)
  return `${mark}${fitted(shown, maxBytes - Buffer.byteLength(mark + below))}${below}\n`
}

function newestFirst({ workflowRun: a }: PastResult, { workflowRun: b }: PastResult): number {
  return b.number - a.number || b.attempt - a.attempt
}

/** The visible text of the newest result. */
function topOf({ overview, repositoryUrl, ...source }: CommentFacts): string {
  const { conclusion, headline, body, pictures } = overview
  const links = sourceLinks(source, repositoryUrl, 'workflow run ')
  return blocks(heading(icons[conclusion], headline), body, `Commit ${links.join(' · ')}`, pictures)
}

const earlierTitle = 'Earlier results'

function earlierSection(results: ReadonlyArray<PastResult>, repositoryUrl: string): string {
  if (results.length === 0) return ''
  const head = ['', 'Result', 'Commit', 'Workflow run', 'When']
  const rows = results.map((result) => [
    icons[result.conclusion],
    escapeMarkdown(result.headline),
    ...sourceLinks(result, repositoryUrl, ''),
  ])
  const title = `${earlierTitle} (${results.length})`
  return `\n\n${folded(title, table(head, rows, ['Workflow run']))}`
}

/** The text of a comment between its mark and the earlier results. */
function topIn(body: string): string {
  const rest = body.replace(markPattern, '').replaceAll('\r\n', '\n')
  const end = rest.lastIndexOf(`\n\n<details><summary>${earlierTitle}`)
  return (end === -1 ? rest : rest.slice(0, end)).trim()
}

function sourceLinks(
  { headSha, workflowRun, atMs }: Source,
  repositoryUrl: string,
  prefix: string,
): ReadonlyArray<string> {
  const { id, number, attempt } = workflowRun
  return [
    link(`\`${headSha.slice(0, 7)}\``, `${repositoryUrl}/commit/${headSha}`),
    link(`${prefix}${number}`, `${repositoryUrl}/actions/runs/${id}/attempts/${attempt}`),
    utcMinute(atMs),
  ]
}

/** The first line of our comments, which readers don't see. GitHub's editor saves `\r\n`. */
const markPattern = /^<!-- hex-run-action key=(\w+) signature=(\w*) results=(\S*) -->\r?\n/
/** A line of the mark's results: conclusion, use, workflow run, commit, time, and headline. */
const resultPattern =
  /^(\w+) (\w+) (\d{1,20})\.(\d{1,15})\.(\d{1,15}) ([0-9a-f]{7,64}) (\d{1,15}) (.*)$/

/** In base64, because a headline contains text from outside, which could end an HTML comment. */
function markOf(useKey: string, signature: string, results: ReadonlyArray<PastResult>): string {
  const lines = results.map(({ conclusion, useMark, workflowRun, headSha, atMs, headline }) => {
    const { id, number, attempt } = workflowRun
    return `${conclusion} ${useMark} ${id}.${number}.${attempt} ${headSha} ${Math.floor(atMs)} ${headline}`
  })
  const encoded = Buffer.from(lines.join('\n')).toString('base64')
  return `<!-- hex-run-action key=${useKey} signature=${signature} results=${encoded} -->\n`
}

/**
 * Reads the mark of a comment with this key: its signature, and the results that the comment shows, newest first. Undefined
 * for any other text. The results are empty if someone damaged the mark.
 */
export function readMark(body: string, useKey: string) {
  const [, key, signature = '', encoded = ''] = markPattern.exec(body) ?? []
  if (key !== useKey) return undefined
  const lines = Buffer.from(encoded, 'base64').toString('utf8').split('\n')
  return { signature, results: lines.flatMap((line) => readResult(line) ?? []) }
}

/** Comments can be edited by hand, so only a valid line is a result. Its headline is escaped again when it is shown. */
function readResult(line: string): PastResult | undefined {
  const [, conclusion = '', useMark = '', id = '', number, attempt, headSha = '', atMs, headline] =
    resultPattern.exec(line) ?? []
  if (!isConclusion(conclusion) || headline === undefined) return undefined
  const workflowRun = { id, number: Number(number), attempt: Number(attempt) }
  return { conclusion, useMark, workflowRun, headSha, atMs: Number(atMs), headline }
}

function isConclusion(text: string): text is Conclusion {
  return Object.hasOwn(icons, text)
}
