import type { Outcome } from '../run/outcome.ts'
import {
  type CommentHistory,
  type Entry,
  historySection,
  isNewer,
  marked,
  readMarked,
} from './comment-history.ts'
import { fitted, link } from './markdown.ts'
import { headingOf, overviewBody, overviewOf } from './overview.ts'
import { pictureSection, type ShownPicture } from './pictures.ts'

/** Everything a comment tells. */
export interface CommentFacts {
  /** Tells this use of the action from every other one. */
  readonly useKey: string
  readonly outcomes: ReadonlyArray<Outcome>
  readonly pictures: ReadonlyArray<ShownPicture>
  /** The commit that the outcome speaks of. */
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

/** GitHub takes 65,536 characters; bytes are never fewer. */
const maxBytes = 65_000
const mostEarlier = 10
const maxHeadline = 160

/**
 * The whole text of the comment. What stood there before is folded away below; when it came from a newer run of
 * the workflow, which happens when two overlap, it stays on top and this outcome goes below.
 * @param previous the comment's present text, undefined when there is none.
 */
export function commentBody(facts: CommentFacts, previous: string | undefined): string {
  const entry = entryOf(facts)
  const before = previous === undefined ? undefined : readMarked(previous, facts.useKey)
  const history = before?.history
  const others = history === undefined ? [] : [history.current, ...history.earlier]
  const stays = history !== undefined && before !== undefined && isNewer(history.current, entry)
  const current = stays ? history.current : entry
  const earlier = [entry, ...others]
    .filter((each) => each !== current && !isSameRun(each, current))
    .filter((each, index, all) => all.findIndex((it) => isSameRun(it, each)) === index)
    .sort((a, b) => (isNewer(a, b) ? -1 : 1))
    .slice(0, mostEarlier)
  return assembled(facts, stays ? before.top : topOf(facts), { current, earlier })
}

function assembled(
  { useKey, repositoryUrl }: CommentFacts,
  top: string,
  history: CommentHistory,
): string {
  const write = (text: string) =>
    marked(useKey, history, text, historySection(history.earlier, repositoryUrl))
  const room = maxBytes - Buffer.byteLength(write(''))
  return write(fitted(top, room))
}

function topOf(facts: CommentFacts): string {
  const { outcomes, pictures } = facts
  return [
    headingOf(outcomes),
    ...overviewBody(outcomes),
    sourceLine(facts),
    // Last, because what does not fit is cut off at the end.
    pictureSection(pictures),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function sourceLine({ headSha, workflowRun, repositoryUrl, atMs }: CommentFacts): string {
  const { id, number, attempt } = workflowRun
  const time = `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return [
    `Commit ${link(`\`${headSha.slice(0, 7)}\``, `${repositoryUrl}/commit/${headSha}`)}`,
    link(`workflow run ${number}`, `${repositoryUrl}/actions/runs/${id}/attempts/${attempt}`),
    time,
  ].join(' · ')
}

function entryOf({ outcomes, headSha, workflowRun, atMs }: CommentFacts): Entry {
  const { headline, conclusion } = overviewOf(outcomes)
  return {
    conclusion,
    headline: headline.slice(0, maxHeadline),
    headSha,
    runId: workflowRun.id,
    number: workflowRun.number,
    attempt: workflowRun.attempt,
    at: new Date(atMs).toISOString(),
  }
}

/** The same attempt of the same workflow run, told anew. */
function isSameRun(a: Entry, b: Entry): boolean {
  return a.runId === b.runId && a.attempt === b.attempt
}
