import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPollMs } from '../../src/run/next-poll.ts'

const second = 1_000
const minute = 60 * second

test('a fixed interval is kept, whatever the history says', () => {
  expect(nextPollMs({ elapsedMs: 0, fixedMs: 7 * second })).toBe(7 * second)
  expect(nextPollMs({ elapsedMs: 60 * minute, typicalMs: minute, fixedMs: 7 * second })).toBe(
    7 * second,
  )
})

test.each([
  [0, 2 * second],
  [9_999, 2 * second],
  [10 * second, 5 * second],
  [50 * second, 5 * second],
  [2 * minute, 12 * second],
  [5 * minute, 30 * second],
  [60 * minute, 30 * second],
])('without a history, after %d ms it is asked again in %d ms', (elapsedMs, waitMs) => {
  expect(nextPollMs({ elapsedMs })).toBe(waitMs)
})

test.each([
  ['the middle of the run is slept through', 0, 60 * second, 45 * second],
  ['but for a minute at most', 0, 20 * minute, minute],
  ['never less than two seconds', 44_500, 60 * second, 2 * second],
  ['around its usual end it is watched closely', 50 * second, 60 * second, 3 * second],
  ['from three quarters on', 45 * second, 60 * second, 3 * second],
  ['a long run is watched in proportion', 9 * minute, 10 * minute, 15 * second],
  ['well after it, its age decides', 90 * second, 60 * second, 9 * second],
])('with a history, %s', (_, elapsedMs, typicalMs, waitMs) => {
  expect(nextPollMs({ elapsedMs, typicalMs })).toBe(waitMs)
})

test('a wait is always between two seconds and a minute, and never longer than the run has been going plus what it usually takes', () => {
  const times = fc.integer({ min: 0, max: 100 * 60 * minute })
  fc.assert(
    fc.property(times, fc.option(times, { nil: undefined }), (elapsedMs, typicalMs) => {
      const waitMs = nextPollMs({ elapsedMs, ...(typicalMs === undefined ? {} : { typicalMs }) })

      expect(waitMs).toBeGreaterThanOrEqual(2 * second)
      expect(waitMs).toBeLessThanOrEqual(minute)
      expect(waitMs).toBeLessThanOrEqual(Math.max(5 * second, elapsedMs + (typicalMs ?? 0)))
    }),
  )
})
