import { type NamedProxy, proxyFailure, settleProxy, UnusableProxy } from '../hex/proxy-settings.ts'
import { messageOf } from '../plain-text.ts'
import { version } from '../version.ts'
import { NoReply, type Reply, type Send } from './call.ts'

/**
 * Connects to GitHub's API over `@actions/github`, which supports the runner's proxies. It is loaded only here, so jobs
 * without these reports don't load it.
 */
export async function connectGitHub(
  token: string,
  apiUrl: string,
  env: Record<string, string | undefined>,
): Promise<Send> {
  const proxy = settledProxy(apiUrl, env)
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    userAgent: `hex-run-action/${version}`,
    // Its messages, such as deprecations of endpoints, are not for users of this action.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
  return async ({ route, parameters, signal }) => {
    try {
      const { status, headers, data } = await octokit.request(route, {
        ...parameters,
        request: { signal },
      })
      return { status, headers: textsIn(headers), data }
    } catch (error) {
      const reply = replyIn(error)
      if (reply !== undefined) return reply
      const message = (proxy && proxyFailureIn(proxy, error)) ?? messageOf(error)
      throw new NoReply(message === '' ? 'No response.' : message.replace(/\.?$/, '.'), {
        cause: error,
      })
    }
  }
}

/** Ignores an invalid proxy. It also breaks the connection to Hex, which reports it. */
function settledProxy(
  apiUrl: string,
  env: Record<string, string | undefined>,
): NamedProxy | undefined {
  try {
    return settleProxy(apiUrl, env)
  } catch (error) {
    if (error instanceof UnusableProxy) return undefined
    throw error
  }
}

/** The proxy's failure, if it caused the error. Fetch and Octokit wrap network errors several times. */
function proxyFailureIn(proxy: NamedProxy, error: unknown): string | undefined {
  for (
    let cause = error, depth = 0;
    cause instanceof Error && depth < 5;
    cause = cause.cause, depth += 1
  ) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    const words = proxyFailure(proxy, code, cause.message)
    if (words !== undefined) return words
  }
  return undefined
}

/** Octokit throws on every status outside 2xx, and wraps network errors as a 500 without a response. */
function replyIn(error: unknown): Reply | undefined {
  if (typeof error !== 'object' || error === null || !('response' in error)) return undefined
  const { response } = error
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined
  return {
    status: Number(response.status),
    headers: 'headers' in response ? textsIn(response.headers) : {},
    data: 'data' in response ? response.data : undefined,
  }
}

function textsIn(headers: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

function ignore() {}
