import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { createCaller } from '../../src/hex/call.ts'
import { createHexClient } from '../../src/hex/client.ts'
import { HexError } from '../../src/hex/errors.ts'
import { NoResponse } from '../../src/hex/http.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { remedyFor } from '../../src/hex/remedies.ts'
import { mayRetry } from '../../src/hex/retry.ts'
import { openTransport, type Transport } from '../../src/hex/transport.ts'
import {
  certificate,
  type Listening,
  listenHttp,
  listenHttps,
  listenProxy,
  listenTcp,
  plainRequest,
} from './network.ts'

const ending: Array<() => Promise<void>> = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

test('returns the whole response: status, headers in lower case, body', async () => {
  const { http } = await hexAt((request, response) => {
    response.setHeader('X-Trace-Id', 't-1')
    response.setHeader('X-Twice', ['a', 'b'])
    response.statusCode = 418
    response.end(`${request.method} ${request.url} ${request.headers['accept']} é`)
  })

  const answer = await http(plainRequest({ path: '/x?y=1' }))

  expect(answer).toMatchObject({ status: 418, body: 'GET /x?y=1 application/json é' })
  expect(answer.headers).toMatchObject({ 'x-trace-id': 't-1', 'x-twice': 'a, b' })
})

test('sends a body unchanged', async () => {
  const { http } = await hexAt((request, response) => request.pipe(response))

  const answer = await http(plainRequest({ method: 'POST', body: '{"zip":"007é"}' }))

  expect(answer.body).toBe('{"zip":"007é"}')
})

test('reuses a connection for the next request, however soon', async () => {
  const connections = new Set<unknown>()
  const { http } = await hexAt((request, response) => {
    connections.add(request.socket)
    response.end('{}')
  })

  for (let call = 0; call < 5; call += 1) await http(plainRequest())

  expect(connections.size).toBe(1)
})

test('a redirect is a response and is not followed', async () => {
  const paths: Array<string | undefined> = []
  const { http } = await hexAt((request, response) => {
    paths.push(request.url)
    response.writeHead(302, { location: '/elsewhere' }).end()
  })

  expect((await http(plainRequest({ path: '/here' }))).status).toBe(302)
  expect(paths).toEqual(['/here'])
})

test('a refused connection sends nothing', async () => {
  const closed = await listenTcp(() => undefined)
  await closed.close()
  const { http } = await transportTo(`http://127.0.0.1:${closed.port}`)

  expect(await failureOf(http(plainRequest()))).toMatchObject({
    code: 'ECONNREFUSED',
    sent: false,
    message: `connect ECONNREFUSED 127.0.0.1:${closed.port}`,
    cause: expect.objectContaining({ code: 'ECONNREFUSED' }),
  })
})

test('a connection that is reset before the request is written sends nothing', async () => {
  const { port } = await opened(listenTcp((socket) => socket.resetAndDestroy()))
  const { http } = await transportTo(`https://127.0.0.1:${port}`)

  expect(await failureOf(http(plainRequest({ method: 'POST', body: '{}' })))).toMatchObject({
    code: 'ECONNRESET',
    sent: false,
  })
})

test.each<[string, (socket: Socket) => void]>([
  ['reset', (socket) => socket.resetAndDestroy()],
  ['closed', (socket) => socket.end()],
])('a connection that is %s after the request was read may have had an effect', async (_, end) => {
  const { http } = await hexAt((request) => end(request.socket))

  expect(await failureOf(http(plainRequest({ method: 'POST', body: '{}' })))).toMatchObject({
    sent: true,
  })
})

test('an incomplete response is not a response', async () => {
  const { http } = await hexAt((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{"runId":', () => response.destroy())
  })

  expect(await failureOf(http(plainRequest()))).toMatchObject({ sent: true })
})

test('cuts off a response that is too large and keeps one that just fits', async () => {
  const { http } = await hexAt((request, response) =>
    response.end('x'.repeat(Number(request.url?.slice(1)))),
  )

  expect((await http(plainRequest({ path: '/1000' }))).body).toHaveLength(1_000)
  for (const path of ['/1001', '/10000000']) {
    expect(await failureOf(http(plainRequest({ path })))).toMatchObject({
      code: 'TOO_LARGE',
      sent: true,
    })
  }
})

test('cuts off an endless response at the limit', async () => {
  const { http } = await hexAt((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(500)));
    }
    response.on('drain', more)
    more()
  })

  expect(await failureOf(http(plainRequest()))).toMatchObject({ code: 'TOO_LARGE' })
})

test('an abort ends a request in progress, and the server sees the connection close', async () => {
  const gone = Promise.withResolvers<void>()
  const arrived = Promise.withResolvers<void>()
  const { http } = await hexAt((request) => {
    request.socket.on('close', () => gone.resolve())
    arrived.resolve()
  })
  const abort = new AbortController()
  const failed = failureOf(http(plainRequest({ signal: abort.signal })))
  await arrived.promise

  abort.abort()

  expect(await failed).toMatchObject({
    code: 'ABORTED',
    sent: true,
    message: 'The request was aborted',
  })
  await gone.promise
})

test('an abort of unsent requests does not end one that was sent', async () => {
  const unsent = new AbortController()
  const { http } = await hexAt((_, response) => {
    unsent.abort()
    setImmediate(() => response.end('{}'))
  })

  expect((await http(plainRequest({ unsentSignal: unsent.signal }))).body).toBe('{}')
})

test.each(['signal', 'unsentSignal'] as const)(
  'an abort (%s) before or while connecting sends nothing',
  async (name) => {
    const received: Array<string> = []
    // TLS never gets its answer here, so the request waits for its connection for ever.
    const { port } = await opened(
      listenTcp((socket) => socket.on('data', (chunk) => received.push(chunk.toString('latin1')))),
    )
    const { http } = await transportTo(`https://127.0.0.1:${port}`)
    const abort = new AbortController()
    const failed = failureOf(
      http(plainRequest({ [name]: abort.signal, path: '/must-not-be-sent' })),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))

    abort.abort()

    expect(await failed).toMatchObject({ code: 'ABORTED', sent: false })
    expect(await failureOf(http(plainRequest({ [name]: AbortSignal.abort() })))).toMatchObject({
      code: 'ABORTED',
      sent: false,
    })
    expect(received.join('')).not.toContain('must-not-be-sent')
  },
)

test('does not send a request that was aborted while it waited for its connection', async () => {
  const paths: Array<string | undefined> = []
  const held = Promise.withResolvers<void>()
  const server = await opened(
    listenHttps((request, response) => {
      paths.push(request.url)
      response.end('{}')
    }),
  )
  trustTestCertificate()
  // The tunnel opens only after the abort.
  const slow = await opened(
    listenTcp((socket) => {
      socket.once('data', async () => {
        await held.promise
        const { connect } = await import('node:net')
        const upstream = connect(server.port, '127.0.0.1')
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.pipe(upstream).pipe(socket)
        for (const end of [socket, upstream]) end.on('error', () => undefined)
      })
    }),
  )
  const { http } = await transportTo(`https://localhost:${server.port}`, {
    https_proxy: `http://127.0.0.1:${slow.port}`,
  })
  const abort = new AbortController()
  const failed = failureOf(http(plainRequest({ unsentSignal: abort.signal, path: '/aborted' })))
  abort.abort()
  held.resolve()

  expect(await failed).toMatchObject({ code: 'ABORTED', sent: false })
  expect((await http(plainRequest({ path: '/after' }))).body).toBe('{}')
  expect(paths).toEqual(['/after'])
})

test('closing ends open connections', async () => {
  const closed = Promise.withResolvers<void>()
  const transport = await hexAt((request, response) => {
    request.socket.on('close', () => closed.resolve())
    response.end('{}')
  })
  await transport.http(plainRequest())

  await transport.close()

  await closed.promise
  expect(await failureOf(transport.http(plainRequest()))).toMatchObject({ sent: false })
})

test.each(['https_proxy', 'HTTPS_PROXY'])(
  '%s tunnels to Hex, and the token is encrypted',
  async (name) => {
    trustTestCertificate()
    const proxy = await opened(listenProxy())
    const { port } = await opened(
      listenHttps((request, response) => response.end(request.headers.authorization)),
    )
    const { http } = await transportTo(`https://localhost:${port}`, {
      [name]: `http://127.0.0.1:${proxy.port}`,
    })

    const answer = await http(plainRequest({ headers: { authorization: 'Bearer x' } }))

    expect(answer.body).toBe('Bearer x')
    expect(proxy.asked).toEqual([`CONNECT localhost:${port}`])
  },
)

test.each(['http_proxy', 'HTTP_PROXY'])('uses %s for plain http', async (name) => {
  const proxy = await opened(listenProxy())
  const { port } = await opened(listenHttp((_, response) => response.end('{"via":"proxy"}')))
  const { http } = await transportTo(`http://127.0.0.1:${port}`, {
    [name]: `http://127.0.0.1:${proxy.port}`,
  })

  expect((await http(plainRequest())).body).toBe('{"via":"proxy"}')
  expect(proxy.asked).toHaveLength(1)
})

test.each([
  ['no_proxy', '127.0.0.1'],
  ['NO_PROXY', 'example.com, 127.0.0.1'],
  ['no_proxy', '*'],
])('bypasses the proxy with %s=%s', async (name, hosts) => {
  const proxy = await opened(listenProxy())
  const { port } = await opened(listenHttp((_, response) => response.end('{}')))
  const { http } = await transportTo(`http://127.0.0.1:${port}`, {
    HTTP_PROXY: `http://127.0.0.1:${proxy.port}`,
    [name]: hosts,
  })

  expect((await http(plainRequest())).body).toBe('{}')
  expect(proxy.asked).toEqual([])
})

test('ignores proxy variables that are empty', async () => {
  const { port } = await opened(listenHttp((_, response) => response.end('{}')))
  const { http } = await transportTo(`http://127.0.0.1:${port}`, {
    http_proxy: '',
    HTTPS_PROXY: '',
  })

  expect((await http(plainRequest())).body).toBe('{}')
})

test('a proxy that refuses the connection has sent nothing', async () => {
  const proxy = await opened(listenProxy(407))
  const { http } = await transportTo('https://app.hex.tech', {
    https_proxy: `http://127.0.0.1:${proxy.port}`,
  })

  const failure = await failureOf(http(plainRequest({ method: 'POST', body: '{}' })))

  expect(failure.sent).toBe(false)
  expect(failure.message).toContain('407')
  expect(proxy.asked).toEqual(['CONNECT app.hex.tech:443'])
})

test('a proxy that is not running has sent nothing', async () => {
  const closed = await listenTcp(() => undefined)
  await closed.close()
  const { http } = await transportTo('https://app.hex.tech', {
    https_proxy: `http://127.0.0.1:${closed.port}`,
  })

  const failure = await failureOf(http(plainRequest()))
  expect(failure).toMatchObject({ code: 'PROXY', sent: false })
  expect(failure.message).toBe(
    `The proxy 127.0.0.1:${closed.port} from https_proxy cannot be reached (ECONNREFUSED). Check its host and port, and make sure that it is running.`,
  )
})

test.each([
  [407, 'Store http://USER:PASSWORD@'],
  [403, 'add that host to no_proxy'],
  [502, 'did not open a connection (502)'],
])(
  'names a proxy that responds with %i to CONNECT, without its password',
  async (status, advice) => {
    const proxy = await opened(listenProxy(status))
    const { http } = await transportTo('https://app.hex.tech', {
      HTTPS_PROXY: `user:hunter2@127.0.0.1:${proxy.port}`,
    })

    const { code, sent, message } = await failureOf(
      http(plainRequest({ method: 'POST', body: '{}' })),
    )

    expect([code, sent]).toEqual(['PROXY', false])
    expect(message).toContain(`The proxy 127.0.0.1:${proxy.port} from HTTPS_PROXY`)
    expect(message).toContain(advice)
    expect(message).not.toContain('hunter2')
  },
)

test('a proxy that requires a password for plain http has sent nothing', async () => {
  const { port } = await opened(
    listenHttp((_, response) => response.writeHead(407).end('Log in first.')),
  )
  const { http } = await transportTo('http://127.0.0.1:9', { http_proxy: `127.0.0.1:${port}` })

  const { code, sent, message, cause } = await failureOf(
    http(plainRequest({ method: 'POST', body: '{}' })),
  )

  expect([code, sent]).toEqual(['PROXY', false])
  expect(cause).toMatchObject({ sent: true })
  expect(message).toContain('requires a username and password (407)')
})

test('if a proxy loses the response, it is unknown whether the request arrived', async () => {
  const { port } = await opened(listenHttp((request) => request.socket.resetAndDestroy()))
  const { http } = await transportTo('http://127.0.0.1:9', { http_proxy: `127.0.0.1:${port}` })

  expect(await failureOf(http(plainRequest({ method: 'POST', body: '{}' })))).toMatchObject({
    sent: true,
  })
})

test('does not use http_proxy for https and reports that if the connection fails', async () => {
  const proxy = await opened(listenProxy())
  const closed = await listenTcp(() => undefined)
  await closed.close()
  const { http } = await transportTo(`https://127.0.0.1:${closed.port}`, {
    http_proxy: `http://127.0.0.1:${proxy.port}`,
  })

  const { code, message, cause } = await failureOf(http(plainRequest()))

  expect(code).toBe('ECONNREFUSED')
  expect(cause).toMatchObject({ code: 'ECONNREFUSED' })
  expect(message).toMatch(
    /:\d+\. http_proxy is set, but HTTPS requests use https_proxy\. Set https_proxy as well\.$/,
  )
  expect(proxy.asked).toEqual([])
})

const spoken = '{"name":"é ***"}'
test.each<[string, (text: string) => Buffer]>([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['identity', Buffer.from],
])('decodes a response in %s, although none was requested', async (encoding, compress) => {
  const asked: Array<unknown> = []
  const { http } = await hexAt((request, response) => {
    asked.push(request.headers['accept-encoding'])
    response.writeHead(200, { 'content-encoding': encoding }).end(compress(`\uFEFF${spoken}`))
  })

  expect((await http(plainRequest())).body).toBe(spoken)
  expect(asked).toEqual(['identity'])
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['deflate', deflateSync],
])('cuts off a small response in %s that expands to a large one', async (encoding, compress) => {
  const bytes = compress('x'.repeat(1_000_000))
  const { http } = await hexAt((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(bytes),
  )

  const failed = http(plainRequest({ maxResponseBytes: 100_000 }))

  expect(await failureOf(failed)).toMatchObject({
    name: 'NoResponse',
    code: 'TOO_LARGE',
    sent: true,
    message: 'The response is larger than 100000 bytes',
  })
})

test.each(['gzip', ''])('reads an empty body with content-encoding "%s"', async (encoding) => {
  const { http } = await hexAt((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(),
  )

  expect((await http(plainRequest())).body).toBe('')
})

test.each<[string, Readonly<Record<string, string>>, Uint8Array]>([
  ['an unknown format', { 'content-encoding': 'compress' }, gzipSync('x')],
  ['a wrong format', { 'content-encoding': 'br' }, gzipSync('x')],
  ['a truncated format', { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(99)).subarray(0, 15)],
  ['several formats', { 'content-encoding': 'gzip, br' }, gzipSync('x')],
  ['an undeclared format', {}, gzipSync('x')],
  ['an unknown charset', { 'content-type': 'text/html; charset=klingon' }, Buffer.from([0xff])],
])('a response in %s keeps its status, and its bytes are not shown', async (_, headers, bytes) => {
  const { http } = await hexAt((__, response) => response.writeHead(502, headers).end(bytes))

  const { status, body } = await http(plainRequest())

  expect(status).toBe(502)
  expect(body).toMatch(/^The response body is (not text|compressed and cannot be decoded)\.$/)
})

test('removes the token from a response after decoding', async () => {
  const { port } = await opened(
    listenHttp((request, response) =>
      response
        .writeHead(403, { 'content-encoding': 'gzip' })
        .end(gzipSync(`Denied: ${request.headers.authorization}`)),
    ),
  )
  const baseUrl = `http://127.0.0.1:${port}`
  const { http } = await transportTo(baseUrl)
  const caller = createCaller({
    http,
    clock: systemClock,
    limiter: createLimiter(),
    baseUrl,
    token: 'hxtw_hunter2',
    userAgent: 'test',
  })

  await expect(createHexClient(caller).getRunStatus('p', 'r')).rejects.toThrow(
    /Denied: Bearer \*\*\*/,
  )
})

test('decodes a page in its charset', async () => {
  const { http } = await hexAt((_, response) =>
    response
      .writeHead(403, { 'content-type': 'text/html; charset=ISO-8859-1' })
      .end(Buffer.from('<title>Zugriff verweigert für Sie</title>', 'latin1')),
  )

  expect((await http(plainRequest())).body).toContain('für Sie')
})

test('fails with a remedy if the headers are larger than 16 KiB', async () => {
  const { port } = await opened(
    listenHttp((_, response) => response.writeHead(200, { cookie: 'x'.repeat(17_000) }).end('{}')),
  )
  const { http } = await transportTo(`http://127.0.0.1:${port}`)

  const { code, sent } = await failureOf(http(plainRequest()))

  expect([code, sent]).toEqual(['UND_ERR_HEADERS_OVERFLOW', true])
  expect(remedyFor('Me', { kind: 'no-response', code, sent }, 'https://h', '')).toContain('16 KiB')
})

test.each([false, true])(
  'reports an untrusted certificate at once with a remedy (proxy: %s)',
  async (isProxied) => {
    const proxy = await opened(listenProxy())
    const { port } = await opened(listenHttps((_, response) => response.end('{}')))
    const baseUrl = `https://localhost:${port}`
    const { http } = await transportTo(
      baseUrl,
      isProxied ? { https_proxy: `http://127.0.0.1:${proxy.port}` } : {},
    )
    const caller = createCaller({
      http,
      clock: systemClock,
      limiter: createLimiter(),
      baseUrl,
      token: 'x',
      userAgent: 'test',
    })

    const error = await createHexClient(caller)
      .me()
      .then(
        () => undefined,
        (reason: unknown) => reason,
      )

    expect(error).toBeInstanceOf(HexError)
    const { failure, message } = error as HexError
    expect(failure).toEqual({
      kind: 'no-response',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      sent: false,
    })
    expect(mayRetry('GET', failure)).toBe(false)
    expect(message).toContain(
      `This runner does not trust the certificate of ${baseUrl}. If your network uses a private CA, set NODE_EXTRA_CA_CERTS for the job.`,
    )
  },
)

async function hexAt(listener: RequestListener): Promise<Transport> {
  const { port } = await opened(listenHttp(listener))
  return transportTo(`http://127.0.0.1:${port}`)
}

async function transportTo(
  origin: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Transport> {
  const transport = await openTransport(origin, env)
  ending.push(transport.close)
  return transport
}

async function opened<T extends Listening>(listening: Promise<T>): Promise<T> {
  const it = await listening
  ending.push(it.close)
  return it
}

function trustTestCertificate(): void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, certificate.cert])
  ending.push(async () => setDefaultCACertificates(before))
}

async function failureOf(call: Promise<unknown>): Promise<NoResponse> {
  try {
    await call
  } catch (error) {
    if (error instanceof NoResponse) return error
    throw error
  }
  throw new Error('The request succeeded.')
}

/** A server that knows its connections, and what came over each. */
async function hexWithConnections(isTls = false) {
  const connections: Array<{ readonly socket: Socket; readonly requests: Array<string> }> = []
  const answer: RequestListener = (request, response) => {
    connections.find(({ socket }) => socket === request.socket)?.requests.push(request.method ?? '')
    response.end('{}')
  }
  const server = isTls ? createTlsServer(certificate, answer) : createServer(answer)
  const connection = isTls ? 'secureConnection' : 'connection'
  server.on(connection, (socket: Socket) => connections.push({ socket, requests: [] }))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ending.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  const port = (server.address() as AddressInfo).port
  const opened = async (count: number) => {
    while (connections.length < count) await once(server, connection)
  }
  return { connections, port, opened }
}

const start = () => plainRequest({ method: 'POST', body: '{}', ownConnection: true })

test.each([
  { way: 'directly', isReady: true },
  { way: 'directly', isReady: false },
  { way: 'through a proxy', isReady: true },
  { way: 'through a proxy', isReady: false },
])(
  'a start goes out $way on a connection of its own that was opened ahead (open: $isReady)',
  async ({ way, isReady }) => {
    const viaProxy = way !== 'directly'
    if (viaProxy) trustTestCertificate()
    const { connections, port, opened: openedTo } = await hexWithConnections(viaProxy)
    const proxy = await opened(listenProxy())
    const env = { https_proxy: `http://127.0.0.1:${proxy.port}` }
    const transport = await transportTo(
      `${viaProxy ? 'https' : 'http'}://localhost:${port}`,
      viaProxy ? env : {},
    )
    transport.warm(2, true)
    if (isReady) await openedTo(3)
    expect(connections.flatMap(({ requests }) => requests)).toEqual([])

    await Promise.all([transport.http(plainRequest()), transport.http(plainRequest())])
    await transport.http(start())
    await transport.http(start())
    await transport.http(plainRequest())

    const used = connections.map(({ requests }) => requests.join()).sort()
    expect(used).toHaveLength(4)
    expect(used.slice(2)).toEqual(['POST', 'POST'])
    // A connection that opens late can find that the other one has already taken its request.
    if (isReady) expect(used.slice(0, 2)).toEqual(['GET', 'GET,GET'])
  },
)

test('opens a connection for a start only if one is expected', async () => {
  const { connections, port, opened: openedTo } = await hexWithConnections()
  const transport = await transportTo(`http://127.0.0.1:${port}`)
  transport.warm(1, false)
  await openedTo(1)

  await transport.http(plainRequest())

  expect(connections.map(({ requests }) => requests)).toEqual([['GET']])
})

test('opening a connection ahead of plain http through a proxy sends nothing', async () => {
  const proxy = await opened(listenProxy())
  const { connections, port } = await hexWithConnections()
  const transport = await transportTo(`http://127.0.0.1:${port}`, {
    http_proxy: `http://127.0.0.1:${proxy.port}`,
  })
  transport.warm(1, true)

  await transport.http(plainRequest())
  await transport.http(start())

  expect(connections.map(({ requests }) => requests)).toEqual([['GET'], ['POST']])
})

test('does not send a request that is aborted while its connection is being opened', async () => {
  const { connections, port, opened: openedTo } = await hexWithConnections()
  const transport = await transportTo(`http://127.0.0.1:${port}`, {})
  transport.warm(0, true)
  const ended = new AbortController()
  const failure = failureOf(transport.http({ ...start(), signal: ended.signal }))
  ended.abort()

  expect(await failure).toMatchObject({ code: 'ABORTED', sent: false })
  await transport.http(plainRequest())
  await openedTo(1)
  expect(connections.flatMap(({ requests }) => requests)).toEqual(['GET'])
})

test('a start does not use a connection that was opened more than 5 s ago', async () => {
  const { connections, port, opened: openedTo } = await hexWithConnections()
  let nowMs = 0
  const transport = await openTransport(`http://127.0.0.1:${port}`, {}, () => nowMs)
  ending.push(transport.close)
  transport.warm(0, true)
  await openedTo(1)
  nowMs = 5_001
  await transport.http(start())
  expect(connections.map(({ requests }) => requests)).toEqual([[], ['POST']])
})
