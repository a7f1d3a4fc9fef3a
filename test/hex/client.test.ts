import { expect, test } from 'vitest'
import { createCaller } from '../../src/hex/call.ts'
import { createHexClient, type HexClient } from '../../src/hex/client.ts'
import { type Failure, HexError } from '../../src/hex/errors.ts'
import { type HttpRequest, type HttpResponse, NoResponse } from '../../src/hex/http.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'

const startMs = Date.parse('2026-03-01T12:00:00Z')
const token = 'hxtw_secret'
const projectId = '019814d7-a5f1-7008-b413-872974a7a308'
const runId = '019a26ea-83df-7003-a89d-abc76d32842e'
const started = { status: 201, headers: {}, body: JSON.stringify({ runId }) }
const running = { status: 200, headers: {}, body: JSON.stringify({ runId, status: 'RUNNING' }) }

test('a start is one POST with the settings, the token, and the user agent', async () => {
  const { client, requests } = world(() => started)

  const run = await client.runProject(projectId, {
    inputParams: { rows: 10, zip: '007' },
    useCachedSqlResults: false,
    notifications: [{ type: 'ALL', includeSuccessScreenshot: false }],
  })

  expect(run).toEqual({ runId })
  expect(requests).toEqual([
    expect.objectContaining({
      method: 'POST',
      path: `/api/v1/projects/${projectId}/runs`,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'test',
      },
      body: '{"inputParams":{"rows":10,"zip":"007"},"useCachedSqlResults":false,"notifications":[{"type":"ALL","includeSuccessScreenshot":false}]}',
    }),
  ])
})

test('sends only a start on its own connection', async () => {
  const { client, requests } = world(() => ({ status: 200, headers: {}, body: '{}' }))
  await client.runProject(projectId, {}).catch(() => undefined)
  await client.getRunStatus(projectId, runId).catch(() => undefined)

  expect(requests.map(({ ownConnection }) => ownConnection === true)).toEqual([true, false])
})

test('sends neither null nor empty mappings or lists', async () => {
  const { client, requests } = world(() => started)

  await client.runProject(projectId, { inputParams: {}, notifications: [], dryRun: false })
  await client.runProject(projectId, JSON.parse('{"viewId": null, "inputParams": null}'))
  await client.runProject(projectId, { inputParams: JSON.parse('{"__proto__": 1}') })

  expect(requests.map(({ body }) => body)).toEqual([
    '{"dryRun":false}',
    '{}',
    '{"inputParams":{"__proto__":1}}',
  ])
})

test('each operation has its own path and query', async () => {
  const answers: Readonly<Record<string, unknown>> = {
    [`GET /api/v1/projects/${projectId}/runs/${runId}`]: { runId, status: 'RUNNING' },
    [`GET /api/v1/projects/${projectId}/runs?limit=100&offset=0&statusFilter=RUNNING&runTriggerFilter=API`]:
      { runs: [] },
    [`GET /api/v1/projects/${projectId}/runs`]: { runs: [] },
    [`GET /api/v1/projects/${projectId}`]: { id: projectId, title: 'x' },

    'GET /api/v1/users/me': { org: { id: 'o' } },
    [`GET /api/v1/projects/${projectId}/runs/${runId}/cells/a%2F..%2Fb/image?width=800&height=400&includeTitle=true`]:
      { imageBase64: 'aGV4', mimeType: 'image/png' },
  }
  const { client, requests } = world(({ method, path }) => ({
    status: 200,
    headers: {},
    body: JSON.stringify(answers[`${method} ${path}`] ?? null),
  }))

  await client.getRunStatus(projectId, runId)
  await client.getProjectRuns(projectId, {
    limit: 100,
    offset: 0,
    status: 'RUNNING',
    trigger: 'API',
  })
  await client.getProjectRuns(projectId, {})
  await client.getProject(projectId)
  await client.me()
  await client.getChartImageFromRun(projectId, runId, {
    staticId: 'a/../b',
    width: 800,
    height: 400,
    includeTitle: true,
  })

  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(Object.keys(answers))
  expect(
    requests.every(
      ({ body, headers }) => body === undefined && headers['content-type'] === undefined,
    ),
  ).toBe(true)
})

test.each([
  [204, ''],
  [200, ''],
  [202, '{}'],
])('accepts a cancel response with %i and %j', async (status, body) => {
  const { client, requests } = world(() => ({ status, headers: {}, body }))

  await client.cancelRun(projectId, runId)

  expect(requests[0]).toMatchObject({
    method: 'DELETE',
    path: `/api/v1/projects/${projectId}/runs/${runId}`,
  })
})

test('does not accept a web page as a cancel response', async () => {
  const { client } = world(() => ({
    status: 200,
    headers: { 'x-trace-id': 't-9' },
    body: '<html>Sign in',
  }))

  const error = await errorOf(client.cancelRun(projectId, runId))

  expect(error.failure).toEqual({ kind: 'unreadable', status: 200 })
  expect(error.message).toBe(
    `DELETE /v1/projects/${projectId}/runs/${runId}: HTTP 200, but the response is not JSON: The response is a web page. Check that 'base-url' (https://app.hex.tech) is the URL of your Hex host. This response may have come from a proxy or a sign-in page. (trace ID t-9)`,
  )
})

test.each([
  ['Unauthorized', 'Unauthorized. Hex rejected'],
  ['{"message":"Who is this?","code":"UNAUTHORIZED"}', 'Who is this? Hex rejected'],
  ['{"reason":"Sign in (again.)"}', 'Sign in (again.) Hex rejected'],
])("separates Hex's words (%s) and the remedy into sentences", async (body, sentences) => {
  const { client } = world(() => ({ status: 401, headers: {}, body }))

  const error = await errorOf(client.me())

  expect(error.message).toContain(`GET /v1/users/me: 401. ${sentences}`)
})

test("a refusal names the request, Hex's words, the remedy, and the trace ID", async () => {
  const { client } = world(() => ({
    status: 422,
    headers: { 'x-trace-id': 'from-header' },
    body: JSON.stringify({ notFound: ['shcema'], traceId: 't-1' }),
  }))

  const error = await errorOf(client.runProject(projectId, {}))

  expect(error.failure).toEqual({ kind: 'refused', status: 422, hexOwn: true })
  expect(error.message).toBe(
    `POST /v1/projects/${projectId}/runs: 422. The project has no input named 'shcema'. No run was started. (trace ID t-1)`,
  )
  expect(error.call.traceId).toBe('t-1')
})

test('reads a trace ID from a header if the body has none, and sanitizes it', async () => {
  const { client } = world(() => ({
    status: 404,
    headers: { 'x-trace-id': `t-2 <b>::error::${'x'.repeat(200)}` },
    body: '{"message":"No such project","code":"NOT_FOUND"}',
  }))

  const error = await errorOf(client.getProject(projectId))

  expect(error.call.traceId).toBe(`t-2berror${'x'.repeat(91)}`)
})

test.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
  const { client, requests } = world(() => ({
    status,
    headers: { location: 'https://evil.example/' },
    body: '',
  }))

  const error = await errorOf(client.getProject(projectId))

  expect(requests).toHaveLength(1)
  expect(error.failure).toMatchObject({ kind: 'refused', status })
  expect(error.message).toContain("Set 'base-url' to the URL that your browser shows")
})

test('removes the token from an error if a proxy echoes the request', async () => {
  const echo = { headers: {}, body: `Authorization: Bearer ${token} (${token})` }
  for (const status of [200, 500]) {
    const { client } = world(() => ({ status, ...echo }))

    const error = await errorOf(client.getProject(projectId))

    expect(JSON.stringify([error.message, error.call])).not.toContain(token)
    expect(error.message).toContain('Bearer *** (***)')
  }
})

test.each([
  [
    'a page',
    '<html><title>Sign in</title>',
    'HTTP 200, but the response is not JSON: The response is a web page: "Sign in".',
  ],
  ['nothing', '', 'HTTP 200, but the response is not JSON: The response has no body.'],
  [
    'an incomplete response',
    '{"runId": "x',
    'HTTP 200, but the response is not JSON: {"runId": "x',
  ],
  ['another object', '{"status": "COMPLETED"}', 'The response does not contain a run ID.'],
  [
    'another run',
    JSON.stringify({ runId: 'other', status: 'COMPLETED' }),
    'The response is for a different run.',
  ],
])('%s instead of a status is unreadable, whatever the HTTP status is', async (_, body, words) => {
  const { client } = world(() => ({ status: 200, headers: {}, body }))

  const error = await errorOf(client.getRunStatus(projectId, runId))

  expect(error.failure).toEqual({ kind: 'unreadable', status: 200 })
  expect(error.call.words).toBe(words)
})

test('an unexpected error is not mistaken for an error from Hex', async () => {
  const { client } = world(() => {
    throw new TypeError('a bug')
  })

  await expect(client.me()).rejects.toThrow(new TypeError('a bug'))
})

test('a request ends at its deadline', async () => {
  const { client, clock, requests } = world(stalled)
  const failed = errorOf(client.getProject(projectId))

  await clock.advance(29_999)
  expect(requests[0]?.signal.aborted).toBe(false)
  await clock.advance(1)

  expect(requests[0]?.signal.aborted).toBe(true)
  expect((await failed).failure).toEqual({ kind: 'no-response', code: 'TIMEOUT', sent: true })
  expect((await failed).message).toBe(`GET /v1/projects/${projectId}: No response within 30 s.`)
  expect(clock.pending()).toBe(0)
})

test('a start has a minute, and a caller can set another deadline', async () => {
  const { client, clock } = world(stalled)
  const start = errorOf(client.runProject(projectId, {}))
  const look = errorOf(client.getRunStatus(projectId, runId, { timeoutMs: 2_500 }))

  await clock.advance(2_500)
  expect((await look).call.words).toBe('No response within 2.5 s.')
  await clock.advance(57_500)
  expect((await start).call.words).toBe('No response within 60 s.')
})

test('an abort ends the request and leaves no timer', async () => {
  const { client, clock, requests } = world(stalled)
  const abort = new AbortController()
  const failed = errorOf(client.getRunStatus(projectId, runId, { signal: abort.signal }))
  await clock.advance(10)

  abort.abort()

  expect((await failed).failure).toEqual({ kind: 'no-response', code: 'ABORTED', sent: true })
  expect((await failed).call.words).toBe('Stopped before the response arrived.')
  expect(requests[0]?.signal.aborted).toBe(true)
  expect(clock.pending()).toBe(0)
})

test.each(['signal', 'unsentSignal'] as const)(
  'sends nothing after an abort (%s)',
  async (name) => {
    const { client, requests } = world(() => running)

    const error = await errorOf(client.runProject(projectId, {}, { [name]: AbortSignal.abort() }))

    expect(requests).toHaveLength(0)
    expect(error.failure).toEqual({ kind: 'no-response', code: 'ABORTED', sent: false })
    expect(error.call.words).toBe('Stopped before the request was sent.')
  },
)

test('passes on the signal that applies only until the request is sent', async () => {
  const unsent = new AbortController()
  const { client, clock, requests } = world(stalled)
  const failed = errorOf(client.runProject(projectId, {}, { unsentSignal: unsent.signal }))
  await clock.advance(1)

  unsent.abort()
  await clock.advance(1)

  expect(requests[0]?.unsentSignal).toBe(unsent.signal)
  expect(requests[0]?.signal.aborted).toBe(false)
  await clock.advance(60_000)
  expect((await failed).failure).toMatchObject({ code: 'TIMEOUT' })
})

test.each([
  [
    new NoResponse('ECONNREFUSED', false, 'connect ECONNREFUSED 1.2.3.4:443'),
    'connect ECONNREFUSED 1.2.3.4:443. This runner cannot reach https://app.hex.tech. If this runner needs a proxy, set https_proxy.',
  ],
  [
    new NoResponse('ENOTFOUND', false, 'getaddrinfo ENOTFOUND'),
    "getaddrinfo ENOTFOUND. This runner cannot resolve https://app.hex.tech. Check 'base-url' and the runner's network.",
  ],
  [
    new NoResponse('TOO_LARGE', true, 'The response is larger than 1 bytes'),
    'The response is larger than 1 bytes.',
  ],
])('explains %s and names the remedy', async (failure, words) => {
  const { client } = world(() => {
    throw failure
  })

  const error = await errorOf(client.me())

  expect(error.failure).toEqual({ kind: 'no-response', code: failure.code, sent: failure.sent })
  expect(error.message).toBe(`GET /v1/users/me: ${words}`)
  expect(error.cause).toBe(failure)
})

test('waits if no quota remains, and an abort during the wait sends nothing', async () => {
  const says = { 'ratelimit-limit': '30', 'ratelimit-remaining': '0', 'ratelimit-reset': '60' }
  const { client, clock, requests } = world(() => ({ ...running, headers: says }))
  await client.getRunStatus(projectId, runId)
  const abort = new AbortController()
  const patient = client.getRunStatus(projectId, runId)
  const aborted = errorOf(client.getRunStatus(projectId, runId, { signal: abort.signal }))
  const unsent = errorOf(client.getRunStatus(projectId, runId, { unsentSignal: abort.signal }))
  const noRoom = errorOf(client.getRunStatus(projectId, runId, { notAfterMs: startMs + 59_999 }))

  await clock.advance(30_000)
  expect(requests).toHaveLength(1)
  abort.abort()
  for (const failed of [await aborted, await unsent]) {
    expect(failed.failure).toEqual({ kind: 'no-response', code: 'ABORTED', sent: false })
  }
  expect((await noRoom).failure).toEqual({ kind: 'no-response', code: 'OVER_LIMIT', sent: false })
  await clock.advance(30_000)
  expect((await patient).status).toBe('RUNNING')
  expect(requests).toHaveLength(2)
})

test('an urgent request does not wait for the quota', async () => {
  const says = { 'ratelimit-limit': '30', 'ratelimit-remaining': '0', 'ratelimit-reset': '60' }
  const { client, requests } = world(() => ({ ...running, headers: says }))
  await client.getRunStatus(projectId, runId)
  await client.getRunStatus(projectId, runId, { urgent: true })

  expect(requests).toHaveLength(2)
})

test('a rate limit blocks its group for everyone until the time that the server names', async () => {
  const answers: Array<HttpResponse> = [
    {
      status: 429,
      headers: { 'retry-after': '20' },
      body: '{"message":"Too many","code":"TOO_MANY_REQUESTS"}',
    },
  ]
  const { client, clock, requests } = world(
    ({ path }) =>
      answers.shift() ??
      (path.endsWith('me') ? { ...running, body: '{"org":{"id":"o"}}' } : running),
  )

  const error = await errorOf(client.getRunStatus(projectId, runId))
  const next = client.getRunStatus(projectId, runId)
  await client.me()

  expect(error.failure).toEqual({ kind: 'refused', status: 429, hexOwn: true, askedWaitMs: 20_000 })
  await clock.advance(19_999)
  expect(requests).toHaveLength(2)
  await clock.advance(1)
  expect((await next).status).toBe('RUNNING')
})

test("derives the server's clock from its responses and advances it with the runner's", async () => {
  const date = 'Sun, 01 Mar 2026 12:10:00 GMT'
  const { client, clock } = world(() => ({ ...running, headers: { date } }))
  expect(client.serverNow()).toBeUndefined()

  await client.getRunStatus(projectId, runId)

  // The header is cut to the second, so that is how well it is known.
  const [earliestMs, latestMs] = [Date.parse(date), Date.parse(date) + 999]
  expect(client.serverNow()).toEqual({ earliestMs, latestMs })
  await clock.advance(5_000)
  expect(client.serverNow()).toEqual({ earliestMs: earliestMs + 5_000, latestMs: latestMs + 5_000 })
})

test('keeps the known clock after a response without a readable date', async () => {
  const answers = [{ date: 'Sun, 01 Mar 2026 12:10:00 GMT' }, {}, { date: 'noon' }]
  const { client } = world(() => ({ ...running, headers: answers.shift() ?? {} }))

  for (let poll = 0; poll < 3; poll += 1) await client.getRunStatus(projectId, runId)

  expect(client.serverNow()).toEqual({
    earliestMs: startMs + 600_000,
    latestMs: startMs + 600_999,
  })
})

test('limits the size of responses, with a higher limit for images', async () => {
  const { client, requests } = world(({ path }) =>
    path.includes('/cells/')
      ? { ...running, body: '{"imageBase64":"aGV4","mimeType":"image/png"}' }
      : running,
  )

  await client.getRunStatus(projectId, runId)
  await client.getChartImageFromRun(projectId, runId, { staticId: 'cell' })

  expect(requests.map(({ maxResponseBytes }) => maxResponseBytes)).toEqual([4_000_000, 24_000_000])
})

/** A client over a network that a test plays by hand. */
function world(answer: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>): {
  readonly client: HexClient
  readonly clock: FakeClock
  readonly requests: ReadonlyArray<HttpRequest>
} {
  const clock = createFakeClock(startMs)
  const requests: Array<HttpRequest> = []
  const caller = createCaller({
    async http(request) {
      requests.push(request)
      return answer(request)
    },
    clock,
    limiter: createLimiter(() => 0),
    baseUrl: 'https://app.hex.tech',
    token,
    userAgent: 'test',
  })
  return { client: createHexClient(caller), clock, requests }
}

/** A network on which nothing comes back until the request is ended. */
function stalled({ signal }: HttpRequest): Promise<HttpResponse> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new NoResponse('ABORTED', true, 'Ended')))
  })
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

test('every failure is one of three kinds', async () => {
  const kinds: Array<Failure['kind']> = []
  for (const answer of [
    () => ({ ...running, status: 500 }),
    () => ({ ...running, body: 'x' }),
    () => {
      throw new NoResponse('X', true, 'x')
    },
  ]) {
    kinds.push((await errorOf(world(answer).client.getRunStatus(projectId, runId))).failure.kind)
  }

  expect(kinds).toEqual(['refused', 'unreadable', 'no-response'])
})
