import { asRecord, asText } from '../json.ts'
import { asSentence, firstCharacters } from '../plain-text.ts'

/** The time for a report. */
export interface CallTime {
  /** Aborts requests when the time is up. */
  readonly signal: AbortSignal
  /** When the time is up, milliseconds since the epoch. An abort of the job can move it earlier. */
  readonly untilMs: () => number
}

/** A response from GitHub, or from something in between. */
export interface Reply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** A response without success, or the error if there was no complete response. */
export type Failure = Reply | Error

/** A failed call to GitHub: the request and GitHub's words. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  /** Undefined if there was no response. */
  readonly status: number | undefined
  /** GitHub's words, or what happened if there was no response. */
  readonly words: string
  /** The permissions that GitHub requires, such as `issues=write; pull_requests=write`; '' if it names none. */
  readonly acceptedPermissions: string

  /** @param path method and path of the request. */
  constructor(path: string, failure: Failure) {
    const reply = failure instanceof Error ? undefined : failure
    const words = failure instanceof Error ? failure.message : wordsOf(failure)
    super(
      `${path}: ${reply === undefined ? '' : `${reply.status}. `}${words}`,
      reply === undefined ? { cause: failure } : {},
    )
    this.status = reply?.status
    this.words = words
    this.acceptedPermissions = asText(reply?.headers['x-accepted-github-permissions']) ?? ''
  }

  /** May the request have had its effect despite the error? */
  get mayHaveHappened(): boolean {
    return this.status === undefined || this.status >= 500
  }
}

/** Keeps a warning readable, whatever the response contains. */
const maxWords = 500

function wordsOf({ data, status }: Reply): string {
  const message = asText(asRecord(data)?.['message']) ?? ''
  // The message of a 422 leaves out the details, which are in `errors`.
  const errors = asRecord(data)?.['errors']
  const details = Array.isArray(errors)
    ? errors.map((error: unknown) => asText(error) ?? asText(asRecord(error)?.['message']) ?? '')
    : []
  const words = [message, ...details].filter((text) => text !== '').join(' ')
  if (words !== '') return asSentence(firstCharacters(words, maxWords))
  return status < 300 ? 'The response is not from GitHub.' : 'GitHub did not give a reason.'
}

/** The error as a GitHubError. Rethrows anything else, so that an unexpected error is never reported as GitHub's. */
export function gitHubErrorOf(error: unknown): GitHubError {
  if (error instanceof GitHubError) return error
  throw error
}

/**
 * The wait before a retry, in milliseconds; undefined if the request must not be retried. GitHub checks rate limits before
 * it does anything, so every request can be retried after one. After a 5xx or a lost response, the request may have had
 * its effect, so only repeatable ones are retried.
 * @param tries failed tries, from 1.
 */
export function waitBeforeRetryMs(
  failure: Failure,
  repeatable: boolean,
  tries: number,
  nowMs: number,
): number | undefined {
  const status = 'status' in failure ? failure.status : undefined
  if ('status' in failure && (status === 403 || status === 429)) return limitWaitMs(failure, nowMs)
  return repeatable && (status === undefined || status >= 500) ? 500 * 2 ** (tries - 1) : undefined
}

/** The rules are from "Best practices for using the REST API" in GitHub's docs. A 403 is a rate limit only if it says so. */
function limitWaitMs({ status, headers, data }: Reply, nowMs: number): number | undefined {
  const retryAfter = String(headers['retry-after'])
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000
  const reset = String(headers['x-ratelimit-reset'])
  if (String(headers['x-ratelimit-remaining']) === '0' && /^\d+$/.test(reset)) {
    return Math.max(1_000, Number(reset) * 1_000 - nowMs)
  }
  const isSecondary = /secondary rate limit/i.test(asText(asRecord(data)?.['message']) ?? '')
  return isSecondary || status === 429 ? 60_000 : undefined
}
