import { describe, expect, test } from 'vitest'
import { NoReply, type Reply, waitBeforeRetryMs } from '../../src/github/call.ts'

const now = Date.UTC(2026, 10, 22)
const reply = (status: number, headers: Reply['headers'] = {}, message = ''): Reply => ({
  status,
  headers,
  data: { message },
})

describe('a limit was refused before anything was done, so every request waits and repeats', () => {
  test.each([
    ['retry-after', reply(403, { 'retry-after': '7' }), 7_000],
    ['retry-after of a 429', reply(429, { 'retry-after': '2' }), 2_000],
    [
      'the primary limit’s reset',
      reply(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 30) }),
      30_000,
    ],
    ['words alone', reply(403, {}, 'You have exceeded a secondary rate limit.'), 60_000],
    ['a bare 429', reply(429), 60_000],
  ])('%s', (_, failure, waitMs) => {
    expect(waitBeforeRetryMs(failure, false, 1, now)).toBe(waitMs)
  })
})

test('a missing permission is not waited for', () => {
  const refused = reply(403, { 'x-ratelimit-remaining': '4999' }, 'Resource not accessible')
  expect(waitBeforeRetryMs(refused, true, 1, now)).toBeUndefined()
})

test('after a 5xx or no answer, only what may happen twice is repeated', () => {
  for (const failure of [reply(502), new NoReply('reset')]) {
    expect(waitBeforeRetryMs(failure, true, 1, now)).toBe(500)
    expect(waitBeforeRetryMs(failure, true, 3, now)).toBe(2_000)
    expect(waitBeforeRetryMs(failure, false, 1, now)).toBeUndefined()
  }
})

test('what GitHub refuses for good is not repeated', () => {
  for (const status of [400, 401, 404, 409, 422])
    expect(waitBeforeRetryMs(reply(status), true, 1, now)).toBeUndefined()
})
