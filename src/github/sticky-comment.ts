import type { CallTime } from './call.ts'
import { type GitHubError, gitHubErrorOf } from './errors.ts'
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
/** 100 pages of 100 comments: more than GitHub allows on a pull request. */
const maxPages = 100
/** Neighbours that end at the same moment can take the same comment, and a comment can be deleted meanwhile. */
const maxTries = 4
/** Longer than the time between listing the comments and writing one. */
const settleMs = 2_000

/**
 * Writes the comment of this use of the action on a pull request: its own, or else the first free one with its key, or
 * else a new one. Never changes a comment that has our mark but another author.
 * @param sleep waits for a time in milliseconds.
 */
export async function keepComment(
  repository: Repository,
  sticky: StickyComment,
  time: CallTime,
  sleep: (ms: number) => Promise<void>,
): Promise<KeptComment> {
  const { ownership, write } = sticky
  for (let tries = 1; ; tries += 1) {
    const { comments, viewer } = await findOurs(repository, sticky, time)
    const [own] = comments.filter(({ body }) => ownership(body) === 'own')
    const [free] = comments.filter(({ body }) => ownership(body) === 'free')
    const target = own ?? free
    try {
      if (target === undefined) {
        const comment = await create(repository, sticky, viewer, time)
        return { comment, isBesideNeighbour: comments.length > 0 }
      }
      const authorId = viewer === undefined ? target.authorId : undefined
      const comment = await repository.updateComment(target.id, write(target.body, authorId), time)
      // If another comment shows that the key is shared, a neighbour may have taken the same free comment.
      const isShared = own === undefined && comments.length > 1
      if (!isShared || tries >= maxTries || time.signal.aborted)
        return { comment, isBesideNeighbour: false }
      await sleep(settleMs)
      const after = await findOurs(repository, sticky, time)
      if (after.comments.some(({ body }) => ownership(body) === 'own'))
        return { comment, isBesideNeighbour: false }
    } catch (error) {
      const failure = gitHubErrorOf(error)
      if (tries >= maxTries || time.signal.aborted || !isWorthAnotherLook(failure, target))
        throw error
    }
  }
}

/** The comment may have been deleted since it was listed, or a create with a lost response may have worked. */
function isWorthAnotherLook(failure: GitHubError, target: Comment | undefined): boolean {
  return target === undefined ? failure.mayHaveHappened : [404, 410].includes(failure.status ?? 0)
}

/** Creates a comment. If GitHub does not report the token's user, signs the comment for the author in the response. */
async function create(
  repository: Repository,
  { pullNumber, write }: StickyComment,
  viewer: string | undefined,
  time: CallTime,
): Promise<Comment> {
  const comment = await repository.createComment(pullNumber, write(undefined, undefined), time)
  const self = viewer ?? (await viewerOf(repository, time))
  if (self !== undefined || comment.authorId === undefined) return comment
  return repository.updateComment(comment.id, write(undefined, comment.authorId), time)
}

/** Our own comments with our key, oldest first. `viewer` is undefined if it is unknown or was not needed. */
async function findOurs(
  repository: Repository,
  { pullNumber, ownership, isSigned }: StickyComment,
  time: CallTime,
): Promise<{ readonly comments: ReadonlyArray<Comment>; readonly viewer: string | undefined }> {
  const marked: Array<Comment> = []
  for (let page = 1; page <= maxPages; page += 1) {
    const { comments, hasNext } = await repository.listComments(pullNumber, page, time)
    marked.push(...comments.filter(({ body }) => ownership(body) !== undefined))
    if (!hasNext) break
  }
  // Requested only if needed, so most first comments cost one request less.
  const viewer = marked.length === 0 ? undefined : await viewerOf(repository, time)
  const isOurs = ({ author, authorId, body }: Comment) =>
    viewer === undefined
      ? author === usualAuthor || (authorId !== undefined && isSigned(body, authorId))
      : author === viewer
  return { comments: marked.filter(isOurs), viewer }
}

async function viewerOf(repository: Repository, time: CallTime): Promise<string | undefined> {
  try {
    return await repository.viewer(time)
  } catch (error) {
    gitHubErrorOf(error)
    return undefined
  }
}
