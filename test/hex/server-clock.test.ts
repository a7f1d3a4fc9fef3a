import { expect, test } from 'vitest'
import { createServerClock } from '../../src/hex/http.ts'

const noon = 'Sun, 01 Mar 2026 12:00:00 GMT'
const noonMs = Date.parse(noon)

test('the time from a response is exact to a second plus the time it took', () => {
  const clock = createServerClock()
  clock.learn({ date: noon }, 1_000, 1_400)

  // The header was written between 1,000 and 1,400, and cut to the second.
  expect(clock.at(1_000)).toEqual({ earliestMs: noonMs - 400, latestMs: noonMs + 999 })
  expect(clock.at(61_400)).toEqual({ earliestMs: noonMs + 60_000, latestMs: noonMs + 61_399 })
})

test('further responses narrow the time from both sides', () => {
  const clock = createServerClock()
  clock.learn({ date: noon }, 0, 10)
  clock.learn({ date: 'Sun, 01 Mar 2026 12:00:01 GMT' }, 600, 610)
  expect(clock.at(0)).toEqual({ earliestMs: noonMs + 390, latestMs: noonMs + 999 })

  clock.learn({ date: 'Sun, 01 Mar 2026 12:00:01 GMT' }, 1_500, 1_510)
  expect(clock.at(0)).toEqual({ earliestMs: noonMs + 390, latestMs: noonMs + 499 })

  clock.learn({ date: noon }, 0, 5_000)
  expect(clock.at(0)).toEqual({ earliestMs: noonMs + 390, latestMs: noonMs + 499 })
})

test.each([
  ['just fits, later', 999, { earliestMs: noonMs + 999, latestMs: noonMs + 999 }],
  ['contradicts, later', 1_000, { earliestMs: noonMs + 1_000, latestMs: noonMs + 1_999 }],
  ['just fits, earlier', -999, { earliestMs: noonMs, latestMs: noonMs }],
  ['contradicts, earlier', -1_000, { earliestMs: noonMs - 1_000, latestMs: noonMs - 1 }],
])('accepts a response that %s', (_, aheadMs, time) => {
  const clock = createServerClock()
  clock.learn({ date: noon }, 5_000, 5_000)
  // The same second of the header, seen earlier or later by our clock.
  clock.learn({ date: noon }, 5_000 - aheadMs, 5_000 - aheadMs)

  expect(clock.at(5_000)).toEqual(time)
})

test('ignores an invalid date', () => {
  const clock = createServerClock()
  clock.learn({}, 0, 0)
  clock.learn({ date: 'noon' }, 0, 0)

  expect(clock.at(0)).toBeUndefined()
})
