import type { getOctokit } from '@actions/github'
import { type Clock, sleep, timeLimit } from '../clock.ts'
import { settleProxy, UnusableProxy } from '../hex/proxy-settings.ts'
import { asNumber, asRecord } from '../json.ts'
import { messageOf } from '../plain-text.ts'
import { version } from '../version.ts'
import { type CallTime, type Failure, GitHubError, waitBeforeRetryMs } from './call.ts'

/** GitHub's client for the requests of one report. Every failure is a GitHubError. */
export type GitHubClient = ReturnType<typeof getOctokit>

/**
 * Connects to GitHub's API over `@actions/github`, which supports the runner's proxies. It is loaded only here, so jobs
 * without these reports don't load it.
 */
export async function connectGitHub(
  token: string,
  apiUrl: string,
  env: Record<string, string | undefined>,
  clock: Clock,
): Promise<(time: CallTime) => GitHubClient> {
  try {
    settleProxy(apiUrl, env)
  } catch (error) {
    // The connection to Hex may not need the proxy, and then nothing else names the variable.
    throw error instanceof UnusableProxy
      ? new Error(`'${error.variable}': ${error.message}`)
      : error
  }
  const { getOctokit } = await import('@actions/github')
  return (time) => {
    const client = getOctokit(token, {
      baseUrl: apiUrl,
      userAgent: `hex-run-action/${version}`,
      // Its messages, such as deprecations of endpoints, are not for users of this action.
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    })
    client.hook.wrap('request', (request, options) =>
      sendWithRetries(requestOf(options), clock, time, async (signal) => {
        // The client's own hook reads these options, not those that `request` receives.
        options.request = { ...options.request, signal }
        try {
          const reply = await request(options)
          // A success without JSON is not from GitHub, but from something in between.
          const isJson = typeof reply.data === 'object'
          return isJson ? { reply } : { failure: { ...reply, data: undefined } }
        } catch (error) {
          return { failure: failureOf(error) }
        }
      }),
    )
    return client
  }
}

/**
 * A request in words, and whether it can be retried after a lost response: reads, and POSTs of Git objects that are named by
 * their content, but no other POSTs.
 */
function requestOf(options: Readonly<Record<string, unknown>>) {
  const url = String(options['url'])
  const path = url
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(options[name]))
    // Octokit's paging makes complete URLs.
    .replace(/^https?:.*?(?=\/repos)|\?.*/g, '')
  return {
    path: `${options['method']} ${path}`,
    repeatable: options['method'] !== 'POST' || /\/git\/(?:blobs|trees|commits)$/.test(url),
  }
}

/** GitHub ends a request after 10 s (docs, "Troubleshooting the REST API"), so a later response is not expected. */
const attemptMs = 10_000
/** With waits of 0.5, 1, and 2 s between them: enough for a short outage, and little of a report's 75 s. */
const maxTries = 4

type Attempt<Success> = { readonly reply: Success } | { readonly failure: Failure }

async function sendWithRetries<Success>(
  { path, repeatable }: ReturnType<typeof requestOf>,
  clock: Clock,
  time: CallTime,
  send: (signal: AbortSignal) => Promise<Attempt<Success>>,
): Promise<Success> {
  for (let tries = 1; ; tries += 1) {
    const attempt = await sendOnce(clock, time, send)
    if ('reply' in attempt) return attempt.reply
    const { failure } = attempt
    const waitMs = waitBeforeRetryMs(failure, repeatable, tries, clock.now())
    const inTime = waitMs !== undefined && clock.now() + waitMs < time.untilMs()
    if (!inTime || tries >= maxTries || time.signal.aborted) throw new GitHubError(path, failure)
    await sleep(clock, waitMs, time.signal)
  }
}

async function sendOnce<Success>(
  clock: Clock,
  time: CallTime,
  send: (signal: AbortSignal) => Promise<Attempt<Success>>,
): Promise<Attempt<Success>> {
  if (time.signal.aborted || clock.now() >= time.untilMs()) {
    return { failure: new Error('There was no time left to send the request.') }
  }
  const { signal, forget } = timeLimit(clock, attemptMs, time.signal)
  const attempt = await send(signal)
  forget()
  const isLate = signal.aborted && 'failure' in attempt && attempt.failure instanceof Error
  return isLate ? { failure: new Error('No response was received in time.') } : attempt
}

/** Octokit throws on every status outside 2xx, and wraps network errors as a 500 without a response. */
function failureOf(error: unknown): Failure {
  const response = error instanceof Error && 'response' in error ? asRecord(error.response) : {}
  const status = asNumber(response?.['status'])
  if (status !== undefined) {
    return { status, headers: asRecord(response?.['headers']) ?? {}, data: response?.['data'] }
  }
  const message = messageOf(causeOf(error))
  return new Error(message === '' ? 'No response.' : message.replace(/\.?$/, '.'), { cause: error })
}

/** The first cause. Fetch and Octokit wrap network errors, and "Request was cancelled." would hide the response of a proxy. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? causeOf(error.cause) : error
}

function ignore() {}
