import { type GitHubError, gitHubErrorOf } from './call.ts'
import type { Comment, Repository } from './repository.ts'

/** The comment to keep up to date. */
export interface StickyComment {
  readonly pullNumber: number
  /** Who owns a comment, by the mark in its text; undefined if it has no mark with our key. */
  readonly ownership: (body: string) => Ownership | undefined
  /** Was this text signed for this author? */
  readonly isSigned: (body: string, authorId: number) => boolean
  /**
   * The new text.
   * @param previous the comment's current text; undefined if there is no comment yet.
   * @param authorId signs the text for this author; undefined if the author is not known yet.
   */
  readonly write: (previous: string | undefined, authorId: number | undefined) => string
}

/**
 * A comment with our key belongs to this use (`own`), to an earlier workflow run or attempt (`free` to take over), or to
 * another use with the same key in the same workflow run and attempt (`other`).
 */
export type Ownership = 'own' | 'free' | 'other'

/** The author of comments by `GITHUB_TOKEN`. Nobody else can comment under this name. */
const usualAuthor = 'github-actions[bot]'
/** Uses with the same key that end at the same moment can take the same comment, and a comment can be deleted meanwhile. */
const maxTries = 4
/** Longer than another use usually needs between listing the comments and writing one. */
const settleMs = 2_000

/**
 * Writes the comment of this use of the action on a pull request: its own, or else the first free one with its key, or
 * else a new one. Never changes a comment that has our mark but was written by someone else.
 * @returns the comment, and whether it is a new one because another use with the same key owns the existing one.
 * @param signal aborts when the time for the report is up.
 * @param sleep waits for a time in milliseconds.
 */
export async function keepComment(
  repository: Repository,
  sticky: StickyComment,
  signal: AbortSignal,
  sleep: (ms: number) => Promise<void>,
) {
  for (let tries = 1; ; tries += 1) {
    const isLastTry = () => tries >= maxTries || signal.aborted
    const { own, free, count } = await findOurs(repository, sticky, tries > 1)
    const target = own ?? free
    try {
      if (target === undefined) {
        return { comment: await create(repository, sticky), isBesideOther: count > 0 }
      }
      const body = sticky.write(target.body, target.authorId)
      const comment = await repository.updateComment(target.id, body)
      // If another comment shows that the key is shared, another use may have taken the same free comment.
      const isShared = own === undefined && count > 1
      if (isShared && !isLastTry()) {
        await sleep(settleMs)
        if ((await findOurs(repository, sticky)).own === undefined) continue
      }
      return { comment, isBesideOther: false }
    } catch (error) {
      if (isLastTry() || !mayRetry(gitHubErrorOf(error), target)) throw error
    }
  }
}

/** The comment may have been deleted since it was listed, or a create with a lost response may have worked. */
function mayRetry(failure: GitHubError, target: Comment | undefined): boolean {
  return target === undefined ? failure.mayHaveHappened : [404, 410].includes(failure.status ?? 0)
}

/** Creates a comment, and signs it if its author has a name that anyone can have. */
async function create(
  repository: Repository,
  { pullNumber, write }: StickyComment,
): Promise<Comment> {
  const comment = await repository.createComment(pullNumber, write(undefined, undefined))
  if (comment.author === usualAuthor || comment.authorId === undefined) return comment
  return repository.updateComment(comment.id, write(undefined, comment.authorId))
}

/**
 * Our own comments with our key: the oldest of each kind, and their number.
 * @param isAgain this step may have created its comment without signing it. Nobody else can have known its random mark.
 */
async function findOurs(
  repository: Repository,
  { pullNumber, ownership, isSigned }: StickyComment,
  isAgain = false,
) {
  const comments = await repository.listComments(pullNumber)
  const ours = comments.filter(
    ({ author, authorId, body }) =>
      ownership(body) !== undefined &&
      (author === usualAuthor ||
        (authorId !== undefined && isSigned(body, authorId)) ||
        (isAgain && ownership(body) === 'own')),
  )
  const first = (owner: Ownership) => ours.find(({ body }) => ownership(body) === owner)
  return { own: first('own'), free: first('free'), count: ours.length }
}
