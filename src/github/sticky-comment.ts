import { type GitHubError, gitHubErrorOf } from './call.ts'
import type { Comment, Repository } from './repository.ts'

/** The comment to keep up to date. */
export interface StickyComment {
  readonly pullNumber: number
  /** Who owns a comment, by the mark in its text; undefined if it has no mark with our key. */
  readonly ownership: (body: string) => Ownership | undefined
  /** Was this text signed for this author? For servers that don't report the token's user. */
  readonly isSigned: (body: string, authorId: number) => boolean
  /**
   * The new text.
   * @param previous the comment's current text; undefined if there is no comment yet.
   * @param authorId signs the text for this author.
   */
  readonly write: (previous: string | undefined, authorId: number | undefined) => string
}

/**
 * A comment with our key belongs to this use (`own`), to an earlier workflow run or attempt (`free` to take over), or to
 * another use with the same key in the same workflow run and attempt (`neighbour`).
 */
export type Ownership = 'own' | 'free' | 'neighbour'

/** The comment that was written. */
export interface KeptComment {
  readonly comment: Comment
  /** It is a new comment, because another use with the same key owns the existing one. */
  readonly isBesideNeighbour: boolean
}

/** The author of comments by `GITHUB_TOKEN`, for when GitHub does not report the token's user. */
const usualAuthor = 'github-actions[bot]'
/** Limits the search to 10,000 comments: 100 pages of 100, the max of a page (API reference). */
const maxPages = 100
/** Neighbours that end at the same moment can take the same comment, and a comment can be deleted meanwhile. */
const maxTries = 4
/** Longer than a neighbour usually needs between listing the comments and writing one. */
const settleMs = 2_000

/**
 * Writes the comment of this use of the action on a pull request: its own, or else the first free one with its key, or
 * else a new one. Never changes a comment that has our mark but another author.
 * @param signal aborts when the time for the report is up.
 * @param sleep waits for a time in milliseconds.
 */
export async function keepComment(
  repository: Repository,
  sticky: StickyComment,
  signal: AbortSignal,
  sleep: (ms: number) => Promise<void>,
): Promise<KeptComment> {
  for (let tries = 1; ; tries += 1) {
    const isLastTry = () => tries >= maxTries || signal.aborted
    const { own, free, count, viewer } = await findOurs(repository, sticky)
    const target = own ?? free
    try {
      if (target === undefined) {
        const comment = await create(repository, sticky, viewer)
        return { comment, isBesideNeighbour: count > 0 }
      }
      const authorId = viewer === undefined ? target.authorId : undefined
      const body = sticky.write(target.body, authorId)
      const comment = await repository.updateComment(target.id, body)
      // If another comment shows that the key is shared, a neighbour may have taken the same free comment.
      const isShared = own === undefined && count > 1
      if (isShared && !isLastTry()) {
        await sleep(settleMs)
        if ((await findOurs(repository, sticky)).own === undefined) continue
      }
      return { comment, isBesideNeighbour: false }
    } catch (error) {
      if (isLastTry() || !mayRetry(gitHubErrorOf(error), target)) throw error
    }
  }
}

/** The comment may have been deleted since it was listed, or a create with a lost response may have worked. */
function mayRetry(failure: GitHubError, target: Comment | undefined): boolean {
  return target === undefined ? failure.mayHaveHappened : [404, 410].includes(failure.status ?? 0)
}

/** Creates a comment. If GitHub does not report the token's user, signs the comment for the author in the response. */
async function create(
  repository: Repository,
  { pullNumber, write }: StickyComment,
  viewer: string | undefined,
): Promise<Comment> {
  const comment = await repository.createComment(pullNumber, write(undefined, undefined))
  const self = viewer ?? (await repository.viewer())
  if (self !== undefined || comment.authorId === undefined) return comment
  return repository.updateComment(comment.id, write(undefined, comment.authorId))
}

/** Our own comments with our key. */
interface OurComments {
  /** The oldest of each kind. */
  readonly own: Comment | undefined
  readonly free: Comment | undefined
  readonly count: number
  /** The token's user; undefined if it is unknown or was not needed. */
  readonly viewer: string | undefined
}

async function findOurs(
  repository: Repository,
  { pullNumber, ownership, isSigned }: StickyComment,
): Promise<OurComments> {
  const marked: Array<Comment> = []
  for (let page = 1; page <= maxPages; page += 1) {
    const { comments, hasNext } = await repository.listComments(pullNumber, page)
    marked.push(...comments.filter(({ body }) => ownership(body) !== undefined))
    if (!hasNext) break
  }
  // Requested only if needed, so most first comments cost one request less.
  const viewer = marked.length === 0 ? undefined : await repository.viewer()
  const ours = marked.filter(({ author, authorId, body }) =>
    viewer === undefined
      ? author === usualAuthor || (authorId !== undefined && isSigned(body, authorId))
      : author === viewer,
  )
  const first = (owner: Ownership) => ours.find(({ body }) => ownership(body) === owner)
  return { own: first('own'), free: first('free'), count: ours.length, viewer }
}
