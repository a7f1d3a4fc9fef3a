import type { Dispatcher } from 'undici'
import { asSentence } from '../plain-text.ts'
import { textOf, tooLarge } from './decoding.ts'
import {
  type Http,
  type HttpRequest,
  NoResponse,
  notFoundCodes,
  ownFailure,
  unreachableCodes,
} from './http.ts'
import { type NamedProxy, proxyFailure, proxyFor, unservedHint } from './proxy-settings.ts'

export interface Transport {
  readonly http: Http
  /** Opens connections without sending anything: `connections` for any request, and one for a start. */
  warm(connections: number, forStart: boolean): void
  /** Closes all connections, so that they don't keep the process alive. */
  close(): Promise<void>
}

type Env = Readonly<Record<string, string | undefined>>

/** undici's default. */
const connectTimeoutMs = 10_000
/** Node's default. Passed so that undici does not load `node:http` to read it. */
const maxHeaderBytes = 16_384

/**
 * HTTP over undici for one origin. Redirects are not followed, so the token is sent nowhere else. undici's pool is
 * imported by its own path, because the package's index takes twice the time to load (docs/decisions/0002-undici.md).
 * The proxy agent is loaded only if the environment sets a proxy for this origin. Throws UnusableProxy.
 */
export async function openTransport(
  origin: string,
  env: Env,
  now: () => number = () => performance.now(),
): Promise<Transport> {
  const closing = new AbortController()
  const proxy = proxyFor(origin, env)
  const hint = unservedHint(origin, env)
  const open = await opener(origin, proxy, closing.signal)
  const shared = open()
  const warming: Array<Promise<void>> = []
  const starts = createStartConnections(open, origin, now)
  return {
    async http(request) {
      try {
        return request.ownConnection === true
          ? await starts.exchange(request)
          : await exchange(shared, origin, request, warming.shift())
      } catch (error) {
        throw error instanceof NoResponse ? explained(error, proxy, hint) : error
      }
    },
    warm(connections, forStart) {
      for (let opened = 0; opened < connections; opened += 1) {
        warming.push(connectOnly(shared, origin))
      }
      if (forStart) starts.warm()
    },
    async close() {
      await Promise.all([shared.destroy(), starts.close()])
      // undici doesn't destroy a socket that is still connecting, and the process would wait for its timeout.
      closing.abort()
    },
  }
}

/** A start isn't sent on a connection that was opened longer ago, because Hex may be closing it as idle. */
const startConnectionLifeMs = 5_000

/** The connections of starts: one per start, opened ahead of the first one. A retried start gets a new one. */
function createStartConnections(open: () => Dispatcher, origin: string, now: () => number) {
  interface Warm {
    readonly dispatcher: Dispatcher
    readonly openedAtMs: number
    readonly connected?: Promise<void>
  }
  let ready: Warm | undefined
  const drop = async () => {
    const { dispatcher } = ready ?? {}
    ready = undefined
    await dispatcher?.destroy()
  }
  return {
    warm() {
      if (ready !== undefined) return
      const dispatcher = open()
      ready = { dispatcher, openedAtMs: now(), connected: connectOnly(dispatcher, origin) }
    },
    async exchange(request: HttpRequest): ReturnType<Http> {
      if (ready !== undefined && now() - ready.openedAtMs > startConnectionLifeMs) void drop()
      const own: Warm = ready ?? { dispatcher: open(), openedAtMs: now() }
      ready = undefined
      try {
        return await exchange(own.dispatcher, origin, request, own.connected)
      } finally {
        void own.dispatcher.destroy()
      }
    },
    close: drop,
  }
}

/**
 * Opens a connection. Resolves when the connection is ready for a request or has failed; the next request reports the
 * failure. undici opens a connection only for a request. This one fails when undici is about to write it, which leaves
 * the connection open and unused. undici closes an idle connection after 4 s (`keepAliveTimeout`), and doesn't keep the
 * process alive for it.
 */
function connectOnly(dispatcher: Dispatcher, origin: string): Promise<void> {
  return new Promise((resolve) => {
    dispatcher.dispatch(
      // With headers, undici's proxy agent adds the `host` of the real requests. undici closes a TLS connection if the
      // host changes.
      { origin, method: 'GET', path: '/', headers: {} },
      {
        onRequestStart() {
          throw new Error('This request only opens the connection.')
        },
        onResponseStart() {},
        onResponseData() {},
        onResponseEnd() {},
        onResponseError() {
          setImmediate(resolve)
        },
      },
    )
  })
}

/** Each dispatcher that this opens has connections of its own. */
async function opener(
  origin: string,
  proxy: NamedProxy | undefined,
  closing: AbortSignal,
): Promise<() => Dispatcher> {
  if (proxy === undefined) {
    const options = {
      // What a failed request proves (`sent`) is known for HTTP/1.1 only, and only HTTP/1.1 is tested.
      allowH2: false,
      maxHeaderSize: maxHeaderBytes,
      connectTimeout: connectTimeoutMs,
      connect: { signal: closing },
    }
    const { default: Pool } = await import('undici/lib/dispatcher/pool.js')
    return () => new Pool(origin, options)
  }
  const { openProxy } = await import('./proxy.ts')
  const limits = { connectTimeout: connectTimeoutMs, maxHeaderSize: maxHeaderBytes }
  return () => openProxy(proxy.url, limits, closing)
}

/** Adds to a failure which proxy failed, or which variable does not apply. */
function explained(error: NoResponse, proxy: NamedProxy | undefined, hint: string): NoResponse {
  const { code, sent, message } = error
  if (proxy !== undefined) {
    const words = proxyFailure(proxy, error)
    return words === undefined ? error : ownFailure('PROXY', false, words, { cause: error })
  }
  if (sent || hint === '' || ![...notFoundCodes, ...unreachableCodes].includes(code)) return error
  return new NoResponse(code, sent, `${asSentence(message)} ${hint}`, { cause: error })
}

/** @param warming the connection to wait for. Without the wait, undici would open another one. */
function exchange(
  dispatcher: Dispatcher,
  origin: string,
  { method, path, headers, body, signal, unsentSignal, maxResponseBytes }: HttpRequest,
  warming?: Promise<void>,
): ReturnType<Http> {
  return new Promise((resolve, reject) => {
    // undici calls onRequestStart when it is about to write the request on an established connection. A failure before
    // that proves that nobody received the request.
    let sent = false
    let controller: Dispatcher.DispatchController | undefined
    let status = 0
    let answerHeaders: Readonly<Record<string, unknown>> = {}
    const chunks: Array<Uint8Array> = []
    let bytes = 0

    const aborted = () => ownFailure('ABORTED', sent, 'The request was aborted')
    const onAbort = () => {
      const reason = aborted()
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
    const fail = (error: NoResponse) => {
      done()
      reject(error)
    }
    const isEnded = () => signal.aborted || unsentSignal?.aborted === true
    if (isEnded()) {
      fail(aborted())
      return
    }
    signal.addEventListener('abort', onAbort)
    unsentSignal?.addEventListener('abort', onUnsentAbort)

    const dispatch = () => {
      if (isEnded()) return
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
            // The request was aborted while it waited for a connection. Don't write it.
            if (isEnded()) started.abort(aborted())
            else sent = true
          },
          onResponseStart(_, code, received) {
            status = code
            answerHeaders = received
          },
          onResponseData(started, chunk) {
            bytes += chunk.length
            if (bytes > maxResponseBytes) {
              started.abort(tooLarge(maxResponseBytes))
            } else chunks.push(chunk)
          },
          onResponseEnd() {
            done()
            const headers = flat(answerHeaders)
            const reading = textOf(Buffer.concat(chunks), headers, maxResponseBytes)
            // undici frees the connection in the next turn of the event loop. A request before that would open a new
            // connection and wait for TCP and TLS.
            reading.then((body) => setImmediate(resolve, { status, headers, body }), reject)
          },
          onResponseError(_, error) {
            fail(noResponse(error, sent))
          },
        },
      )
    }
    if (warming === undefined) dispatch()
    else warming.then(dispatch).catch((error) => fail(noResponse(error, false)))
  })
}

function noResponse(error: Error, sent: boolean): NoResponse {
  if (error instanceof NoResponse) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
  // If all addresses of a host refuse, Node wraps the errors and leaves the message empty.
  return new NoResponse(code, sent, error.message === '' ? code : error.message, { cause: error })
}

function flat(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  )
}
