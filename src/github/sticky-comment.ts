import type { CallTime } from './call.ts'
import { type GitHubError, gitHubErrorOf } from './errors.ts'
import type { Comment, Repository } from './repository.ts'

/** The comment to keep up to date. */
export interface StickyComment {
  readonly pullNumber: number
  /** Whose comment this text is by its mark; undefined when it carries none of our key. */
  readonly ownership: (body: string) => Ownership | undefined
  /** Was this text signed for this author? For servers that do not tell who the token speaks for. */
  readonly isSigned: (body: string, authorId: number) => boolean
  /**
   * The new text.
   * @param previous the text that stands there, undefined when there is none yet.
   * @param authorId sign it for this author.
   */
  readonly write: (previous: string | undefined, authorId: number | undefined) => string
}

/**
 * A comment with our key is this very use's, free to take (of another workflow run or attempt), or that of a
 * neighbour: a use with the same key in the same workflow run and attempt.
 */
export type Ownership = 'own' | 'free' | 'neighbour'

/** The comment that was written. */
export interface KeptComment {
  readonly comment: Comment
  /** It was made because another use with the same key has the one that was there. */
  readonly isBesideNeighbour: boolean
}

/** What `GITHUB_TOKEN` comments as, for when GitHub does not say who we are. */
const usualAuthor = 'github-actions[bot]'
/** A hundred pages of a hundred comments: more than GitHub allows on a pull request. */
const maxPages = 100
/** Neighbours that end at the same moment may take one comment, and a comment may be deleted again and again. */
const maxTries = 4
/** Longer than the time between reading the list and writing a comment. */
const settleMs = 2_000

/**
 * Writes the one comment that this use of the action has on a pull request: its own, else the first free one with
 * its key, else a new one. A comment that carries our mark but that somebody else wrote is never touched.
 * @param sleep waits so many milliseconds.
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
      // Where one comment shows that the key is shared, a neighbour may have taken the same free one.
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

/** A comment may have been deleted since it was listed, and one whose answer was lost may stand there. */
function isWorthAnotherLook(failure: GitHubError, target: Comment | undefined): boolean {
  return target === undefined ? failure.mayHaveHappened : [404, 410].includes(failure.status ?? 0)
}

/** Where GitHub does not tell who we are, the answer does, and the comment is signed for its author. */
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

/** The comments with our key that we wrote, the oldest first; undefined viewer when unknown or not asked. */
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
  // Who we are is asked only when it matters: most first comments cost one request less.
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
