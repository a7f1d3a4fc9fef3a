import { asRecord, asText } from '../json.ts'
import { asSentence, firstCharacters } from '../plain-text.ts'
import type { Reply } from './exchange.ts'

/** A call to GitHub that did not do what it should: what was tried, and what GitHub said. */
export class GitHubError extends Error {
  /** Undefined when no answer came. */
  readonly status: number | undefined
  /** GitHub's own words, or what happened instead of an answer. */
  readonly words: string
  /** The permissions that would do, as GitHub names them: `issues=write; pull_requests=write`; '' without. */
  readonly acceptedPermissions: string

  constructor(path: string, failure: Reply | Error) {
    const status = failure instanceof Error ? undefined : failure.status
    const words = failure instanceof Error ? failure.message : wordsOf(failure)
    super(
      `${path}: ${status === undefined ? '' : `${status}. `}${words}`,
      failure instanceof Error ? { cause: failure } : {},
    )
    this.name = 'GitHubError'
    this.status = status
    this.words = words
    this.acceptedPermissions =
      failure instanceof Error ? '' : (failure.headers['x-accepted-github-permissions'] ?? '')
  }

  /** May the request have had its effect although no good answer came? */
  get mayHaveHappened(): boolean {
    return this.status === undefined || this.status >= 500
  }
}

/** Lets through only what calls to GitHub throw, so that a fault of ours is never taken for GitHub's. */
export function gitHubErrorOf(error: unknown): GitHubError {
  if (error instanceof GitHubError) return error
  throw error
}

function wordsOf({ data, status }: Reply): string {
  const message = asText(asRecord(data)?.['message']) ?? ''
  // A 422 says in its list what its message leaves out.
  const errors = asRecord(data)?.['errors']
  const details = Array.isArray(errors)
    ? errors.map((error: unknown) => asText(error) ?? asText(asRecord(error)?.['message']) ?? '')
    : []
  const words = [message, ...details].filter((text) => text !== '').join(' ')
  return words === ''
    ? status < 300
      ? 'The response is not from GitHub.'
      : 'GitHub gave no reason.'
    : asSentence(firstCharacters(words, 500))
}
