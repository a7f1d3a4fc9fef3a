import { type Clock, sleep } from '../clock.ts'
import { asRecord, asText } from '../json.ts'
import { asSentence, firstCharacters } from '../plain-text.ts'

/** Sends one request. Resolves with any status; rejects with NoReply if there was no response. */
export type Send = (request: GitHubRequest & { readonly signal: AbortSignal }) => Promise<Reply>

export interface GitHubRequest {
  /** Method and path as GitHub documents them, for instance `GET /repos/{owner}/{repo}`. */
  readonly route: string
  /** Fills the path. The rest becomes the query or the body. */
  readonly parameters: Readonly<Record<string, unknown>>
}

export interface Reply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly data: unknown
}

/** There was no complete response. */
export class NoReply extends Error {
  override readonly name = 'NoReply'
}

/** A failed call to GitHub: the request and GitHub's words. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  /** Undefined if there was no response. */
  readonly status: number | undefined
  /** GitHub's words, or what happened if there was no response. */
  readonly words: string
  /** The permissions that GitHub requires, such as `issues=write; pull_requests=write`; '' if it names none. */
  readonly acceptedPermissions: string

  constructor(path: string, failure: Reply | NoReply) {
    const isReply = 'status' in failure
    const words = isReply ? wordsOf(failure) : failure.message
    super(
      `${path}: ${isReply ? `${failure.status}. ` : ''}${words}`,
      isReply ? {} : { cause: failure },
    )
    this.status = isReply ? failure.status : undefined
    this.words = words
    this.acceptedPermissions =
      (isReply ? failure.headers['x-accepted-github-permissions'] : undefined) ?? ''
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

/** The time for a report. */
export interface CallTime {
  /** Aborts requests when the time is up. */
  readonly signal: AbortSignal
  /** When the time is up, milliseconds since the epoch. An abort of the job can move it earlier. */
  readonly untilMs: () => number
}

/** One call, including its retries. */
export interface Call extends GitHubRequest {
  /** The request is idempotent, so it can be retried after a lost response. */
  readonly repeatable: boolean
  readonly time: CallTime
}

export type Caller = (call: Call) => Promise<Reply>

/** GitHub ends a request after 10 s (docs, "Troubleshooting the REST API"), so a later response is not expected. */
const attemptMs = 10_000
/** With waits of 0.5, 1, and 2 s between them: enough for a short outage, and little of a report's 75 s. */
const maxTries = 4

/** Makes calls to GitHub's API within their time. Every failure is a GitHubError. */
export function createGitHubCaller(send: Send, clock: Clock): Caller {
  return async (call) => {
    for (let tries = 1; ; tries += 1) {
      const reply = await attempt(send, clock, call)
      if ('status' in reply && reply.status >= 200 && reply.status < 300) return reply
      const waitMs = waitBeforeRetryMs(reply, call.repeatable, tries, clock.now())
      const inTime = waitMs !== undefined && clock.now() + waitMs < call.time.untilMs()
      if (!inTime || tries >= maxTries || call.time.signal.aborted) {
        throw new GitHubError(pathOf(call), reply)
      }
      await sleep(clock, waitMs, call.time.signal)
    }
  }
}

async function attempt(
  send: Send,
  clock: Clock,
  { route, parameters, time }: Call,
): Promise<Reply | NoReply> {
  if (time.signal.aborted || clock.now() >= time.untilMs()) {
    return new NoReply('No time was left for the request.')
  }
  const timeout = new AbortController()
  const forget = clock.after(attemptMs, () => timeout.abort())
  const signal = AbortSignal.any([timeout.signal, time.signal])
  try {
    return await send({ route, parameters, signal })
  } catch (error) {
    if (!(error instanceof NoReply)) throw error
    return signal.aborted ? new NoReply('No response in time.') : error
  } finally {
    forget()
  }
}

/**
 * The wait before a retry, in milliseconds; undefined if the request must not be retried. GitHub checks rate limits before
 * it does anything, so every request can be retried after one. After a 5xx or a lost response, the request may have had
 * its effect, so only repeatable ones are retried.
 * @param tries failed tries, from 1.
 */
export function waitBeforeRetryMs(
  failure: Reply | NoReply,
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
  const retryAfter = headers['retry-after'] ?? ''
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000
  const reset = headers['x-ratelimit-reset'] ?? ''
  if (headers['x-ratelimit-remaining'] === '0' && /^\d+$/.test(reset)) {
    return Math.max(1_000, Number(reset) * 1_000 - nowMs)
  }
  const isSecondary = /secondary rate limit/i.test(asText(asRecord(data)?.['message']) ?? '')
  return isSecondary || status === 429 ? 60_000 : undefined
}

/** The route with its parameters filled in, for error messages. */
function pathOf({ route, parameters }: GitHubRequest): string {
  return route.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole))
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
  return status < 300 ? 'The response is not from GitHub.' : 'GitHub gave no reason.'
}
