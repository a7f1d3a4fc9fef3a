import { expect, test } from 'vitest'
import { createLimiter } from '../../src/hex/limiter.ts'

const second = 1_000
const minute = 60 * second

/** A limiter that a first answer has told this of its window. */
function told(word: { limit?: number; remaining?: number; resetMs?: number }) {
  const limiter = createLimiter(() => 0.5)
  limiter.sent('hex-api', 0)
  limiter.answered('hex-api', { sentAtMs: 0, refused: false, ...word }, 0)
  return limiter
}

test('what remains of a window is counted down by what we send, and an empty one is waited out', () => {
  const limiter = told({ limit: 30, remaining: 2, resetMs: 40 * second })

  limiter.sent('hex-api', 20 * second)
  limiter.sent('hex-api', 30 * second)

  expect(limiter.waitMs('hex-api', false, 31 * second)).toBe(9 * second)
  expect(limiter.waitMs('hex-api', false, 40 * second)).toBe(0)
})

test('the last requests of a window are spread to its end', () => {
  const limiter = told({ limit: 30, remaining: 10, resetMs: 40 * second })
  expect(limiter.paceMs('hex-api', 0)).toBe(4 * second)
  // Half of it is left: there is no need.
  expect(
    told({ limit: 20, remaining: 11, resetMs: 40 * second }).paceMs('hex-api', 0),
  ).toBeLessThan(4 * second)
})

test('an hour whose end is far is not spread, and a window that has ended says nothing', () => {
  const evenly = minute / (30 * 0.9)
  expect(told({ limit: 1_800, remaining: 5, resetMs: 30 * minute }).paceMs('hex-api', 0)).toBe(
    evenly,
  )
  const limiter = told({ limit: 30, remaining: 1, resetMs: 10 * second })
  expect(limiter.paceMs('hex-api', 11 * second)).toBe(evenly)
})

test.each([
  { word: { limit: 10, remaining: 8, resetMs: 50 * second }, perMinute: 10 },
  { word: { limit: 40, remaining: 39, resetMs: 50 * second }, perMinute: 40 },
  // All groups together have 60, of which ten are kept.
  { word: { limit: 500, remaining: 499, resetMs: 50 * second }, perMinute: 50 },
  { word: { limit: 0, remaining: 20, resetMs: 50 * second }, perMinute: 30 },
  { word: { limit: 1_800, remaining: 1_700, resetMs: 30 * minute }, perMinute: 30 },
  { word: { limit: 10, remaining: 8 }, perMinute: 30 },
  { word: { limit: 10, resetMs: 50 * second }, perMinute: 30 },
])('a minute’s limit that Hex tells ($word) replaces the documented one', ({ word, perMinute }) => {
  const limiter = told(word)
  expect(limiter.paceMs('hex-api', 51 * second)).toBeCloseTo(minute / (perMinute * 0.9), 6)
})

test('the pace of starts is that of a minute, not that of an hour', () => {
  expect(createLimiter().paceMs('hex-run-kernel', 0)).toBeCloseTo(minute / (20 * 0.9), 6)
})
