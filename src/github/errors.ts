import { asRecord, asText } from '../json.ts'
import { asSentence, firstCharacters } from '../plain-text.ts'
import type { Reply } from './exchange.ts'

/** A failed call to GitHub: the request and GitHub's words. */
export class GitHubError extends Error {
  /** Undefined if there was no response. */
  readonly status: number | undefined
  /** GitHub's words, or what happened if there was no response. */
  readonly words: string
  /** The permissions that GitHub requires, such as `issues=write; pull_requests=write`; '' if it names none. */
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

  /** May the request have had its effect despite the error? */
  get mayHaveHappened(): boolean {
    return this.status === undefined || this.status >= 500
  }
}

/** The error as a GitHubError. Rethrows anything else, so that an unexpected error is never reported as GitHub's. */
export function gitHubErrorOf(error: unknown): GitHubError {
  if (error instanceof GitHubError) return error
  throw error
}

function wordsOf({ data, status }: Reply): string {
  const message = asText(asRecord(data)?.['message']) ?? ''
  // The message of a 422 leaves out the details, which are in `errors`.
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
