import type { CallTime } from './call.ts'
import { gitHubErrorOf } from './errors.ts'
import type { Comment, Repository } from './repository.ts'

/** The comment to keep up to date. */
export interface StickyComment {
  readonly pullNumber: number
  /** Does this text carry our mark? */
  readonly isMarked: (body: string) => boolean
  /** The new text, given the one that stands there; undefined when there is none yet. */
  readonly write: (previous: string | undefined) => string
}

/** What `GITHUB_TOKEN` comments as, for when GitHub does not say who we are. */
const usualAuthor = 'github-actions[bot]'
/** A hundred pages of a hundred comments: more than GitHub lets a pull request have. */
const mostPages = 100

/**
 * Writes the one comment that this use of the action has on a pull request: into its place when it is there,
 * else as a new one. A comment that carries our mark but that somebody else wrote is never touched.
 */
export async function keepComment(
  repository: Repository,
  sticky: StickyComment,
  time: CallTime,
): Promise<Comment> {
  const { pullNumber, isMarked, write } = sticky
  const found = await find(repository, pullNumber, isMarked, time)
  if (found !== undefined) return repository.updateComment(found.id, write(found.body), time)
  try {
    return await repository.createComment(pullNumber, write(undefined), time)
  } catch (error) {
    if (!gitHubErrorOf(error).mayHaveHappened || time.signal.aborted) throw error
    // The comment may stand there although its answer was lost: looking again tells, and makes no second one.
    const lost = await find(repository, pullNumber, isMarked, time)
    return lost ?? repository.createComment(pullNumber, write(undefined), time)
  }
}

async function find(
  repository: Repository,
  pullNumber: number,
  isMarked: (body: string) => boolean,
  time: CallTime,
): Promise<Comment | undefined> {
  let self: string | undefined
  for (let page = 1; page <= mostPages; page += 1) {
    const { comments, hasNext } = await repository.listComments(pullNumber, page, time)
    for (const comment of comments.filter(({ body }) => isMarked(body))) {
      // Who we are is asked only when it matters: most first comments cost one request less.
      self ??= await viewer(repository, time)
      if (comment.author === self) return comment
    }
    if (!hasNext) return undefined
  }
  return undefined
}

async function viewer(repository: Repository, time: CallTime): Promise<string> {
  try {
    return await repository.viewer(time)
  } catch (error) {
    gitHubErrorOf(error)
    return usualAuthor
  }
}
