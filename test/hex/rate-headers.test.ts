import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateWordOf } from '../../src/hex/rate-headers.ts'

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
  [
    'the sixth draft',
    { ratelimit: 'limit=30, remaining=0, reset=17' },
    { limit: 30, remaining: 0, resetMs: 17_000 },
  ],
  ['the later drafts', { ratelimit: '"hex-api";r=3;t=18' }, { remaining: 3, resetMs: 18_000 }],
  [
    'several windows: the one with least left',
    { ratelimit: '"hour";r=900;t=1200, "minute";r=2;t=30' },
    { remaining: 2, resetMs: 30_000 },
  ],
  [
    'several windows that are used up: the one that lasts longest',
    { ratelimit: '"minute";r=0;t=30, "hour";r=0;t=1200' },
    { remaining: 0, resetMs: 1_200_000 },
  ],
  ['a time that has passed', { 'ratelimit-reset': `${now / 1000 - 9}` }, { resetMs: 0 }],
])('%s', (_, headers, word) => {
  expect(rateWordOf(headers, now)).toEqual(word)
})

test.each([
  ['nothing', {}],
  ['words', { 'ratelimit-remaining': 'few', 'ratelimit-reset': 'soon' }],
  ['numbers below zero', { 'ratelimit-remaining': '-1', 'ratelimit-reset': '-2' }],
  ['what only looks alike', { ratelimit: 'preset=12;at=5' }],
  ['a limit and nothing else', { 'ratelimit-limit': '30' }],
])('%s tell nothing', (_, headers) => {
  expect(rateWordOf(headers, now)).toEqual({})
})

test('whatever a header holds, what comes of it are numbers from zero on, or nothing', () => {
  const names = fc.constantFrom(
    'ratelimit',
    'ratelimit-limit',
    'ratelimit-remaining',
    'ratelimit-reset',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
  )
  const values = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.stringMatching(/^[rtq=;,0-9]*$/),
  )
  fc.assert(
    fc.property(fc.dictionary(names, values), (headers) => {
      for (const figure of Object.values(rateWordOf(headers, now))) {
        expect(Number.isFinite(figure) && figure >= 0).toBe(true)
      }
    }),
  )
})
