import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { type Reply, waitBeforeRetryMs } from '../../src/github/call.ts'
import { connectGitHub } from '../../src/github/connect.ts'
import { clientOf, connected } from './real-time.ts'

const now = Date.UTC(2026, 10, 22)
const reply = (status: number, headers: Reply['headers'] = {}, message = ''): Reply => ({
  status,
  headers,
  data: { message },
})

describe('after a rate limit, every request is retried, because GitHub did nothing', () => {
  test.each([
    ['retry-after', reply(403, { 'retry-after': '7' }), 7_000],
    ['retry-after of a 429', reply(429, { 'retry-after': '2' }), 2_000],
    [
      "the primary limit's reset",
      reply(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 30) }),
      30_000,
    ],
    ['only the message', reply(403, {}, 'You have exceeded a secondary rate limit.'), 60_000],
    ['a 429 without headers', reply(429), 60_000],
  ])('%s', (_, failure, waitMs) => {
    expect(waitBeforeRetryMs(failure, false, 1, now)).toBe(waitMs)
  })
})

test('a missing permission is not retried', () => {
  const refused = reply(403, { 'x-ratelimit-remaining': '4999' }, 'Resource not accessible')
  expect(waitBeforeRetryMs(refused, true, 1, now)).toBeUndefined()
})

test('after a 5xx or a lost response, only idempotent requests are retried', () => {
  for (const failure of [reply(502), new Error('reset')]) {
    expect(waitBeforeRetryMs(failure, true, 1, now)).toBe(500)
    expect(waitBeforeRetryMs(failure, true, 3, now)).toBe(2_000)
    expect(waitBeforeRetryMs(failure, false, 1, now)).toBeUndefined()
  }
})

test('other refusals are not retried', () => {
  for (const status of [400, 401, 404, 409, 422])
    expect(waitBeforeRetryMs(reply(status), true, 1, now)).toBeUndefined()
})

test('stops waiting for a response when the time for reports is up', async () => {
  const { gitHub } = await connected({ pulls: [{ number: 7, headSha: 'abc' }] })
  gitHub.addFault({ operation: 'pulls/get', delayMs: 60_000 })
  const end = new AbortController()
  const repository = await clientOf(gitHub, {
    signal: end.signal,
    untilMs: () => (end.signal.aborted ? 0 : Number.POSITIVE_INFINITY),
  })

  const call = repository.getPull(7)
  while (gitHub.operations().length === 0) await sleep(5)
  end.abort()

  await expect(call).rejects.toThrow(
    'GET /repos/octo-org/analytics/pulls/7: No response was received in time.',
  )
})

test('a page with status 200 is not a response from GitHub', async () => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<html>Sign in</html>')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const repository = await clientOf({ url: `http://127.0.0.1:${port}` })

  await expect(repository.listComments(7)).rejects.toThrow(
    'GET /repos/octo-org/analytics/issues/7/comments: 200. The response is not from GitHub.',
  )
})

test('names the variable of an invalid proxy, but not its value', async () => {
  const env = { HTTPS_PROXY: 'http://user:hunter2@' }

  await expect(connectGitHub('t', 'https://api.github.com', env, systemClock)).rejects.toThrow(
    /^'HTTPS_PROXY': Must be a proxy URL, such as "http:\/\/proxy\.example:3128"\.$/,
  )
})
