import { expect, test } from 'vitest'
import { askedWaitMs } from '../../src/hex/rate-headers.ts'

const ourNow = Date.parse('2026-03-01T12:00:00Z')
/** Hex's clock is ten minutes ahead of ours. */
const date = 'Sun, 01 Mar 2026 12:10:00 GMT'
const serverNow = Date.parse(date)

test.each([
  ['seconds', { 'retry-after': '30' }, 30_000],
  ['seconds with spaces', { 'retry-after': ' 30 ' }, 30_000],
  ['fractions', { 'retry-after': '1.5' }, 1_500],
  ['no wait at all', { 'retry-after': '0' }, 0],
  ["a date by the runner's clock", { 'retry-after': 'Sun, 01 Mar 2026 12:00:45 GMT' }, 45_000],
  [
    "a date by the server's clock",
    { date, 'retry-after': 'Sun, 01 Mar 2026 12:10:45 GMT' },
    45_000,
  ],
  ['a date in an older format', { 'retry-after': 'Sunday, 01-Mar-26 12:00:45 GMT' }, 45_000],
  ['a date with a one-digit day', { 'retry-after': 'Sun, 1 Mar 2026 12:00:45 GMT' }, 45_000],
  ['a date with spaces', { 'retry-after': ' Sun, 01 Mar 2026 12:00:45 GMT ' }, 45_000],
  ['more decimals', { 'retry-after': '0.125' }, 125],
  ['a date that has passed', { date, 'retry-after': 'Sun, 01 Mar 2026 12:09:00 GMT' }, 0],
  ['more than an hour', { 'retry-after': '86400' }, 3_600_000],
  ['a date next year', { 'retry-after': 'Mon, 01 Mar 2027 12:00:00 GMT' }, 3_600_000],
  ['hundreds of digits', { 'retry-after': '9'.repeat(400) }, 3_600_000],
  ['the remaining seconds', { 'ratelimit-reset': '12' }, 12_000],
  ['the remaining seconds, in the older header', { 'x-ratelimit-reset': '12' }, 12_000],
  ['seconds since the epoch', { date, 'x-ratelimit-reset': `${serverNow / 1000 + 7}` }, 7_000],
  ['milliseconds since the epoch', { date, 'ratelimit-reset': `${serverNow + 7_500}` }, 7_500],
  [
    "seconds since the epoch by the runner's clock",
    { 'ratelimit-reset': `${ourNow / 1000 + 7}` },
    7_000,
  ],
])('reads the wait from a rate limit with %s', (_, headers, waitMs) => {
  expect(askedWaitMs({ status: 429, headers }, ourNow)).toBe(waitMs)
})

test.each([
  ['nothing', {}],
  ['an empty header', { 'retry-after': '' }],
  ['a number below zero', { 'retry-after': '-5' }],
  ['a word', { 'retry-after': 'soon' }],
  ['prose with a year in it', { 'retry-after': 'after maintenance 1' }],
  ['a date without a time zone', { 'retry-after': 'Sun, 01 Mar 2026 12:00:45' }],
  ['text before a date', { 'retry-after': 'at Sun, 01 Mar 2026 12:00:45 GMT' }],
  ['text after a date', { 'retry-after': 'Sun, 01 Mar 2026 12:00:45 GMT (UTC)' }],
  ['a date without a comma', { 'retry-after': 'Sun 01 Mar 2026 12:00:45 GMT' }],
  ['a date in another format', { 'retry-after': '2026-03-01T12:00:45Z' }],
  ['a number with a unit', { 'retry-after': '30s' }],
  ['a number in a sentence', { 'retry-after': 'about 30' }],
  ['half a number', { 'retry-after': '1.' }],
  ['a date that does not exist', { 'retry-after': 'Sun, 01 Foo 2026 12:00:45 GMT' }],
  ['a word instead of seconds', { 'ratelimit-reset': 'soon' }],
  ['only the remaining quota', { 'ratelimit-limit': '30', 'ratelimit-remaining': '0' }],
])('a rate limit with %s does not request a wait', (_, headers) => {
  expect(askedWaitMs({ status: 429, headers }, ourNow)).toBeUndefined()
})

test.each([
  ['a rate limit', 429, false, 3_600_000],
  ['the kernel queue', 503, true, 300_000],
  ['a 503 without a kernel queue', 503, false, 30_000],
  ['a page', 404, false, 30_000],
])('caps the wait of %s', (_, status, isKernelQueue, waitMs) => {
  const headers = { 'retry-after': '86400' }

  expect(askedWaitMs({ status, headers }, ourNow, isKernelQueue)).toBe(waitMs)
})

test('Retry-After takes precedence over the other headers', () => {
  const headers = {
    'retry-after': '1',
    'ratelimit-reset': '2',
    'x-ratelimit-reset': '3',
  }

  expect(askedWaitMs({ status: 429, headers }, ourNow)).toBe(1_000)
  expect(askedWaitMs({ status: 429, headers: { ...headers, 'retry-after': '' } }, ourNow)).toBe(
    2_000,
  )
  expect(askedWaitMs({ status: 429, headers: { 'x-ratelimit-reset': '3' } }, ourNow)).toBe(3_000)
})

test('ignores rate limit headers, which any response can have, in other failures', () => {
  const headers = { 'ratelimit-reset': '45', 'x-ratelimit-reset': '45' }

  for (const status of [500, 502, 503, 404]) {
    expect(askedWaitMs({ status, headers }, ourNow)).toBeUndefined()
    expect(askedWaitMs({ status, headers: { ...headers, 'retry-after': '5' } }, ourNow)).toBe(5_000)
  }
})
