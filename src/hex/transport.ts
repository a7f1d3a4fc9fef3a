import type { Dispatcher } from 'undici'
import Pool from 'undici/lib/dispatcher/pool.js'
import { textOf, tooLarge } from './decoding.ts'
import { type Http, type HttpRequest, NoAnswer } from './http.ts'
import { isProxyLogin, isUnreachable, proxyFailure } from './proxy-failure.ts'
import { type NamedProxy, proxyFor, unservedHint } from './proxy-settings.ts'

export interface Transport {
  readonly http: Http
  /** Drops all connections, so that nothing keeps the process alive. */
  close(): Promise<void>
}

type Env = Readonly<Record<string, string | undefined>>

/** A connection that takes longer is as good as none; undici's own default. */
const connectTimeoutMs = 10_000
/** Node's own default, which undici loads all of `node:http` to read. */
const maxHeaderBytes = 16_384

/**
 * HTTP over undici, for one origin. Redirects are not followed, so the token goes nowhere else. undici's
 * pool is imported by its own path, because the package's index costs twice the time to load; the proxy
 * agent only when the environment names a proxy for this origin. Throws UnusableProxy.
 */
export async function openTransport(origin: string, env: Env): Promise<Transport> {
  const closing = new AbortController()
  const proxy = proxyFor(origin, env)
  const hint = unservedHint(origin, env)
  const dispatcher = await dispatcherFor(origin, proxy, closing.signal)
  return {
    async http(request) {
      try {
        return await exchange(dispatcher, origin, request)
      } catch (error) {
        throw error instanceof NoAnswer ? explained(error, proxy, hint) : error
      }
    },
    async close() {
      await dispatcher.destroy()
      // undici leaves a connection that is still being made to its timeout, and the process waits for it.
      closing.abort()
    },
  }
}

async function dispatcherFor(
  origin: string,
  proxy: NamedProxy | undefined,
  closing: AbortSignal,
): Promise<Dispatcher> {
  if (proxy === undefined) {
    return new Pool(origin, {
      // What a failed request proves (`sent`) is known of HTTP/1.1, and it is all that our tests speak.
      allowH2: false,
      maxHeaderSize: maxHeaderBytes,
      connectTimeout: connectTimeoutMs,
      connect: { signal: closing },
    })
  }
  const { openProxy } = await import('./proxy.ts')
  return openProxy(
    proxy.url,
    { connectTimeout: connectTimeoutMs, maxHeaderSize: maxHeaderBytes },
    closing,
  )
}

/** Says of a failed request which proxy failed, or which variable does not serve it. */
function explained(error: NoAnswer, proxy: NamedProxy | undefined, hint: string): NoAnswer {
  const { code, sent, message } = error
  if (proxy !== undefined) {
    const words = proxyFailure(proxy, code, message)
    // A connection that stood may break with the same codes, and then the request may have arrived. Only a 407 is
    // surely the proxy's own, also where undici has written the request (plain http).
    if (words === undefined || (sent && !isProxyLogin(message))) return error
    return new NoAnswer('PROXY', false, words, { cause: error })
  }
  if (sent || hint === '' || !isUnreachable(code)) return error
  return new NoAnswer(code, sent, `${message.replace(/\.?$/, '.')} ${hint}`, { cause: error })
}

function exchange(
  dispatcher: Dispatcher,
  origin: string,
  { method, path, headers, body, signal, unsentSignal, maxAnswerBytes }: HttpRequest,
): ReturnType<Http> {
  return new Promise((resolve, reject) => {
    // undici calls onRequestStart when a connection stands and the request is about to be written on it:
    // a failure before that proves that nobody has seen the request.
    let sent = false
    let controller: Dispatcher.DispatchController | undefined
    let status = 0
    let answerHeaders: Readonly<Record<string, unknown>> = {}
    const chunks: Array<Uint8Array> = []
    let bytes = 0

    const onAbort = () => {
      const reason = new NoAnswer('ABORTED', sent, 'The request was aborted')
      controller?.abort(reason)
      fail(reason)
    }
    const onUnsentAbort = () => {
      if (!sent) onAbort()
    }
    const done = () => {
      signal.removeEventListener('abort', onAbort)
      unsentSignal?.removeEventListener('abort', onUnsentAbort)
    }
    const fail = (error: NoAnswer) => {
      done()
      reject(error)
    }
    const isEnded = () => signal.aborted || unsentSignal?.aborted === true
    if (isEnded()) {
      fail(new NoAnswer('ABORTED', false, 'The request was aborted before it was sent'))
      return
    }
    signal.addEventListener('abort', onAbort)
    unsentSignal?.addEventListener('abort', onUnsentAbort)

    dispatcher.dispatch(
      {
        origin,
        method,
        path,
        headers: { 'accept-encoding': 'identity', ...headers },
        body: body ?? null,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(started) {
          controller = started
          // Ended while it waited for its connection: it must not be written after that.
          if (isEnded())
            started.abort(
              new NoAnswer('ABORTED', false, 'The request was aborted before it was sent'),
            )
          else sent = true
        },
        onResponseStart(_, code, received) {
          status = code
          answerHeaders = received
        },
        onResponseData(started, chunk) {
          bytes += chunk.length
          if (bytes > maxAnswerBytes) {
            started.abort(tooLarge(maxAnswerBytes))
          } else chunks.push(chunk)
        },
        onResponseEnd() {
          done()
          const headers = flat(answerHeaders)
          const reading = textOf(Buffer.concat(chunks), headers, maxAnswerBytes)
          // undici takes a connection for free in the next turn of the event loop. Whoever asks again before
          // that would be given a new one, and wait for its TCP and TLS.
          reading.then((body) => setImmediate(resolve, { status, headers, body }), reject)
        },
        onResponseError(_, error) {
          fail(noAnswer(error, sent))
        },
      },
    )
  })
}

function noAnswer(error: Error, sent: boolean): NoAnswer {
  if (error instanceof NoAnswer) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
  // Several addresses of one name refused: Node wraps the refusals and leaves the message empty.
  return new NoAnswer(code, sent, error.message === '' ? code : error.message, { cause: error })
}

function flat(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  )
}
