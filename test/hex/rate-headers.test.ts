import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateLimitOf } from '../../src/hex/rate-headers.ts'

const now = Date.parse('2026-03-01T12:00:00Z')

test.each([
  [
    'the usual names',
    { 'ratelimit-limit': '30', 'ratelimit-remaining': '12', 'ratelimit-reset': '40' },
    { limit: 30, remaining: 12, resetMs: 40_000 },
  ],
  [
    'the older names, with a time of day',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now / 1000 + 7}` },
    { remaining: 0, resetMs: 7_000 },
  ],
  [
    'the oldest names, with milliseconds',
    { 'x-rate-limit-limit': '5', 'x-rate-limit-reset': `${now + 1_500}` },
    { limit: 5, resetMs: 1_500 },
  ],
  [
    'a limit with its policy',
    { 'ratelimit-limit': '30, 30;w=60', 'ratelimit-remaining': '1', 'ratelimit-reset': '2' },
    { limit: 30, remaining: 1, resetMs: 2_000 },
  ],
  ['fractions of seconds', { 'ratelimit-reset': ' 1.25 ' }, { resetMs: 1_250 }],
  ['very many seconds', { 'ratelimit-reset': '1000000000' }, { resetMs: 3_600_000 }],
  ['a second of the year 2001', { 'ratelimit-reset': '1000000001' }, { resetMs: 0 }],
  ['a second of the year 33658', { 'ratelimit-reset': '1000000000000' }, { resetMs: 3_600_000 }],
  ['a millisecond of the year 2001', { 'ratelimit-reset': '1000000000001' }, { resetMs: 0 }],
  ['a time that has passed', { 'ratelimit-reset': `${now / 1000 - 9}` }, { resetMs: 0 }],
])('%s', (_, headers, word) => {
  expect(rateLimitOf(headers, now)).toEqual(word)
})

test.each([
  ['no headers', {}],
  ['words', { 'ratelimit-remaining': 'few', 'ratelimit-reset': 'soon' }],
  ['negative numbers', { 'ratelimit-remaining': '-1', 'ratelimit-reset': '-2' }],
  ['numbers among words', { 'ratelimit-remaining': 'about 4', 'ratelimit-reset': 'in 5' }],
  ['numbers with units', { 'ratelimit-remaining': '4 calls', 'ratelimit-reset': '5s' }],
  ['half a number', { 'ratelimit-reset': '5.' }],
  ['an impossibly high quota', { 'ratelimit-remaining': '1234567890' }],
  ['only a limit', { 'ratelimit-limit': '30' }],
])('reads nothing from %s', (_, headers) => {
  expect(rateLimitOf(headers, now)).toEqual({})
})

test('ignores a limit that does not start with a number', () => {
  const told = { 'ratelimit-remaining': '1' }

  expect(rateLimitOf({ ...told, 'ratelimit-limit': 'w=60, 30' }, now)).toEqual({ remaining: 1 })
  expect(rateLimitOf({ ...told, 'ratelimit-limit': '30a' }, now)).toEqual({ remaining: 1 })
  expect(rateLimitOf({ ...told, 'ratelimit-limit': ' 30;w=60' }, now)).toEqual({
    limit: 30,
    remaining: 1,
  })
})

test('whatever the headers contain, the result is non-negative numbers or nothing', () => {
  const names = fc.constantFrom(
    'ratelimit-limit',
    'ratelimit-remaining',
    'ratelimit-reset',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
  )
  const values = fc.oneof(fc.string(), fc.integer().map(String), fc.stringMatching(/^[w=;,0-9]*$/))
  fc.assert(
    fc.property(fc.dictionary(names, values), (headers) => {
      for (const figure of Object.values(rateLimitOf(headers, now))) {
        expect(Number.isFinite(figure) && figure >= 0).toBe(true)
      }
    }),
  )
})
