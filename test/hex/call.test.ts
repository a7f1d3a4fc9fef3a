import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { type Caller, createCaller, type ResponseFacts } from '../../src/hex/call.ts'
import { createHexClient, type HexClient } from '../../src/hex/client.ts'
import { HexError, UnreadableBody } from '../../src/hex/errors.ts'
import { type HttpRequest, type HttpResponse, NoResponse } from '../../src/hex/http.ts'
import { createLimiter, type Limiter, type LimitGroup } from '../../src/hex/limiter.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'

const startMs = Date.parse('2026-03-01T12:00:00Z')
const id = '019a26ea-83df-7003-a89d-abc76d32842e'
const running = { status: 200, headers: {}, body: JSON.stringify({ runId: id, status: 'RUNNING' }) }

const calls: Readonly<Record<string, (client: HexClient) => Promise<unknown>>> = {
  runProject: (client) => client.runProject(id, {}),
  getRunStatus: (client) => client.getRunStatus(id, id),
  getProjectRuns: (client) => client.getProjectRuns(id, {}),
  cancelRun: (client) => client.cancelRun(id, id),
  getProject: (client) => client.getProject(id),
  me: (client) => client.me(),
  getChartImageFromRun: (client) => client.getChartImageFromRun(id, id, { staticId: 'cell' }),
}

/** As if a response had said that nothing remains of this group for a minute. */
function useUp(limiter: Limiter, group: LimitGroup) {
  const says = { refused: false, limit: 30, remaining: 0, resetMs: 60_000 }
  limiter.answered(group, says, startMs, startMs)
}

test.each<[LimitGroup, ReadonlyArray<string>]>([
  ['hex-run-kernel', ['runProject']],
  ['hex-api', ['getRunStatus', 'getProjectRuns', 'getProject']],
  ['general', ['cancelRun', 'me']],
  ['hex-chart-image', ['getChartImageFromRun']],
])('a used-up limit of %s delays %j and nothing else', async (group, held) => {
  const { client, limiter, clock, requests } = world(() => running)
  useUp(limiter, group)

  const waiting: Array<string> = []
  for (const [name, call] of Object.entries(calls)) {
    const before = requests.length
    call(client).catch(() => undefined)
    await clock.advance(0)
    if (requests.length === before) waiting.push(name)
  }

  expect(waiting).toEqual(held)
})

test('encodes IDs wherever they are in a path', async () => {
  const { client, requests } = world(() => running)
  const odd = 'a/../b?c'
  const coded = encodeURIComponent(odd)

  for (const call of [
    client.runProject(odd, {}),
    client.getRunStatus(odd, odd),
    client.getProjectRuns(odd, {}),
    client.cancelRun(odd, odd),
    client.getProject(odd),
  ]) {
    await call.catch(() => undefined)
  }

  expect(requests.map(({ path }) => path.replaceAll(coded, '*'))).toEqual([
    '/api/v1/projects/*/runs',
    '/api/v1/projects/*/runs/*',
    '/api/v1/projects/*/runs',
    '/api/v1/projects/*/runs/*',
    '/api/v1/projects/*',
  ])
})

test('every failure names its request and what to do', async () => {
  const { client } = world(() => ({ status: 403, headers: {}, body: '' }))
  const told: Array<string> = []
  for (const call of Object.values(calls)) {
    const { call: facts } = await errorOf(call(client))
    told.push(`${facts.operation} ${facts.method}`)
  }

  expect(told).toEqual([
    'RunProject POST',
    'GetRunStatus GET',
    'GetProjectRuns GET',
    'CancelRun DELETE',
    'GetProject GET',
    'Me GET',
    'GetChartImageFromRun GET',
  ])
})

test('reports the pace and whether the job is alone for the group of the status requests', async () => {
  const { client, limiter } = world(() => running)
  limiter.sent('hex-api', startMs)
  const says = { refused: false, limit: 30, remaining: 29, resetMs: 60_000 }
  limiter.answered('hex-api', says, startMs, startMs)
  expect(client.isAlone()).toBe(true)

  limiter.answered('hex-api', { refused: true, askedWaitMs: 30_000 }, startMs, startMs)
  expect(client.isAlone()).toBe(false)
  expect(client.calmInMs()).toBe(120_000)
})

test('a reader receives the status and the trace ID in addition to the body', async () => {
  const read = (body: unknown, facts: ResponseFacts) => ({ body, facts })
  const answers: Array<HttpResponse> = [
    { status: 200, headers: { 'x-trace-id': 't-1' }, body: '{"a":1}' },
    { status: 204, headers: {}, body: '' },
    { status: 299, headers: { 'x-trace-id': 't hxtw_secret 2' }, body: 'null' },
  ]
  const { caller } = world(() => answers.shift() ?? running)
  const call = () =>
    caller.call({ operation: 'X', group: 'general', method: 'GET', path: '/api/v1/x', read })

  expect(await call()).toEqual({ body: { a: 1 }, facts: { status: 200, traceId: 't-1' } })
  expect(await call()).toEqual({ body: undefined, facts: { status: 204 } })
  expect(await call()).toEqual({ body: null, facts: { status: 299, traceId: 't  2' } })
})

test.each([
  [200, '', 'unreadable'],
  [204, 'x', 'unreadable'],
  [299, 'x', 'unreadable'],
  [199, '{}', 'refused'],
  [300, '{}', 'refused'],
])('%i with %j is %s', async (status, body, kind) => {
  const { client } = world(() => ({ status, headers: {}, body }))

  expect((await errorOf(client.me())).failure).toMatchObject({ kind, status })
})

test('accepts a cancel response with surrounding whitespace, but nothing else', async () => {
  for (const body of [' \r\n', ' {"a":1}']) {
    const { client } = world(() => ({ status: 200, headers: {}, body }))
    await client.cancelRun(id, id)
  }
  for (const body of ['Signed out', '[]', '"{"']) {
    const { client } = world(() => ({ status: 200, headers: {}, body }))
    expect((await errorOf(client.cancelRun(id, id))).failure.kind).toBe('unreadable')
  }
})

test.each<[string, (client: HexClient) => Promise<unknown>, number, string, number]>([
  ['a start without a free kernel', (client) => client.runProject(id, {}), 503, 'hex', 120_000],
  ["a proxy's 503 to a start", (client) => client.runProject(id, {}), 503, 'proxy', 30_000],
  ['a start that fails otherwise', (client) => client.runProject(id, {}), 500, 'hex', 30_000],
  ['a read that fails', (client) => client.getRunStatus(id, id), 503, 'hex', 30_000],
])('caps a requested wait at 30 s, except for a kernel: %s', async (...story) => {
  const [, call, status, sender, askedWaitMs] = story
  const body = sender === 'hex' ? '{"reason":"No kernel is free."}' : 'Unavailable'
  const { client } = world(() => ({ status, headers: { 'retry-after': '120' }, body }))

  expect((await errorOf(call(client))).failure).toMatchObject({ askedWaitMs })
})

test('a project includes the date of the response', async () => {
  const body = '{"id":"p","title":"Churn"}'
  const headers = { date: new Date(startMs).toUTCString() }

  expect(await world(() => ({ status: 200, headers, body })).client.getProject(id)).toMatchObject({
    readAtMs: startMs,
  })
  const { client } = world(() => ({ status: 200, headers: { date: 'today' }, body }))
  expect(await client.getProject(id)).not.toHaveProperty('readAtMs')
})

test('an unexpected error in a reader is not reported as an unreadable body', async () => {
  const { caller } = world(() => running)
  const broken = (error: Error) =>
    caller.call({
      operation: 'X',
      group: 'general',
      method: 'GET',
      path: '/api/v1/x',
      read: () => {
        throw error
      },
    })

  await expect(broken(new TypeError('a bug'))).rejects.toThrow(new TypeError('a bug'))
  const error = await errorOf(broken(new UnreadableBody('The answer is odd.')))
  expect(error.message).toMatch(/^GET \/v1\/x: The answer is odd\. Check that 'base-url'/)
  expect(error.cause).toEqual(new UnreadableBody('The answer is odd.'))
  expect(error.name).toBe('HexError')
})

test("ends a network error's sentence with one full stop", async () => {
  for (const message of ['other side closed', 'other side closed.']) {
    const { client } = world(() => {
      throw new NoResponse('UND_ERR_SOCKET', true, message)
    })

    expect((await errorOf(client.me())).message).toBe('GET /v1/users/me: other side closed.')
  }
})

test('counts only requests that left the machine as sent', async () => {
  const waitAfter = async (sent: boolean) => {
    const { client } = world(() => {
      throw new NoResponse('X', sent, 'x')
    })
    for (let each = 0; each < 20; each += 1) await errorOf(client.runProject(id, {}))
    return client.startWaitMs()
  }

  expect(await waitAfter(true)).toBe(60_000)
  expect(await waitAfter(false)).toBe(0)
})

test('leaves no listener on its signal, however the request ends', async () => {
  for (const answer of [
    () => running,
    () => {
      throw new NoResponse('X', true, 'x')
    },
  ]) {
    const { client, clock } = world(answer)
    const { signal } = new AbortController()
    await client.getRunStatus(id, id, { signal }).catch(() => undefined)

    expect(getEventListeners(signal, 'abort')).toEqual([])
    expect(clock.pending()).toBe(0)
  }
})

test('keeps the timeout as the reason if it expires before the abort', async () => {
  const abort = new AbortController()
  const { client, clock } = world(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          abort.abort()
          reject(new NoResponse('ABORTED', true, 'Ended'))
        })
      }),
  )
  const failed = errorOf(client.getRunStatus(id, id, { signal: abort.signal }))
  await clock.advance(30_000)

  expect((await failed).failure).toEqual({ kind: 'no-response', code: 'TIMEOUT', sent: true })
})

test('waits for the limit if it allows the request exactly in time', async () => {
  const { client, clock, limiter } = world(() => running)
  useUp(limiter, 'hex-api')
  const patient = client.getRunStatus(id, id, { notAfterMs: startMs + 60_000 })
  const hasty = errorOf(client.getRunStatus(id, id, { notAfterMs: startMs + 59_999 }))

  expect((await hasty).call.words).toBe('The rate limit would delay the request past the timeout.')
  await clock.advance(60_000)
  expect((await patient).status).toBe('RUNNING')
})

test("waits until the server's clock reaches the reset", async () => {
  const date = 'Sun, 01 Mar 2026 12:10:00 GMT'
  const headers = {
    'x-ratelimit-limit': '30',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': `${Date.parse(date) / 1000 + 7}`,
  }
  for (const dated of [
    { ...headers, date },
    { ...headers, 'x-ratelimit-reset': '7' },
  ]) {
    const { client, clock, requests } = world(() => ({ ...running, headers: dated }))
    await client.getRunStatus(id, id)
    client.getRunStatus(id, id).catch(() => undefined)

    await clock.advance(6_999)
    expect(requests).toHaveLength(1)
    await clock.advance(1)
    expect(requests).toHaveLength(2)
  }
})

test('a requested wait that is not a rate limit delays no other request', async () => {
  const { client, requests } = world(() => ({
    status: 503,
    headers: { 'retry-after': '20' },
    body: '',
  }))

  const error = await errorOf(client.getRunStatus(id, id))
  await errorOf(client.getRunStatus(id, id))

  expect(error.failure).toEqual({
    kind: 'refused',
    status: 503,
    hexOwn: false,
    askedWaitMs: 20_000,
  })
  expect(requests).toHaveLength(2)
})

/** A caller and a client over a network that a test plays by hand, and the budget that they share. */
function world(answer: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>): {
  readonly caller: Caller
  readonly client: HexClient
  readonly clock: FakeClock
  readonly limiter: Limiter
  readonly requests: ReadonlyArray<HttpRequest>
} {
  const clock = createFakeClock(startMs)
  const requests: Array<HttpRequest> = []
  const limiter = createLimiter(() => 0)
  const caller = createCaller({
    async http(request) {
      requests.push(request)
      return answer(request)
    },
    clock,
    limiter,
    baseUrl: 'https://app.hex.tech',
    token: 'hxtw_secret',
    userAgent: 'test',
  })
  return { caller, client: createHexClient(caller), clock, limiter, requests }
}

async function errorOf(call: Promise<unknown>): Promise<HexError> {
  try {
    await call
  } catch (error) {
    if (error instanceof HexError) return error
    throw error
  }
  throw new Error('The request succeeded.')
}
