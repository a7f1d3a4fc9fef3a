import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPollMs, type Waited } from '../../src/run/next-poll.ts'

const second = 1_000
const minute = 60 * second
/** The pace of the documented budget: 27 requests a minute. */
const paceMs = minute / 27

const alone: Waited = { elapsedMs: 0, runningMs: undefined, paceMs, followed: 1 }
/** Ends from eight to twelve minutes after its start, and begins at once. */
const tenMinutes = { earliestMs: 8 * minute, latestMs: 12 * minute, pendingMs: 0 }

function running(forMs: number, more: Partial<Waited> = {}): Waited {
  return { ...alone, elapsedMs: forMs, runningMs: forMs, ...more }
}

test('a fixed interval is kept, whatever the history and the budget say', () => {
  const fixedMs = 7 * second

  expect(nextPollMs({ ...alone, fixedMs })).toBe(fixedMs)
  expect(
    nextPollMs(running(60 * minute, { typical: tenMinutes, paceMs: minute, followed: 9, fixedMs })),
  ).toBe(fixedMs)
})

test.each([
  [0, 5 * second],
  [100 * second, 5 * second],
  [2 * minute, 6 * second],
  [3 * minute, 9 * second],
  [4 * minute, 10 * second],
  [60 * minute, 10 * second],
])('without a history, after %d ms it is asked again in %d ms', (elapsedMs, waitMs) => {
  expect(nextPollMs(running(elapsedMs))).toBe(waitMs)
})

test.each([
  ['there is a look a minute', 0, minute],
  ['to a minute and more before the watch', 6 * minute, minute],
  ['a look shortly before the watch is saved', 7 * minute, minute + 4 * second],
  ['the first poll of the watch is a step into it', 8 * minute, 4 * second],
  ['the watch goes in even steps', 10 * minute, 4 * second],
  ['to its end', 12 * minute - 1, 4 * second],
  ['a run that outlived all others is asked about by its age', 12 * minute, 10 * second],
])('with a history, %s', (_, runningMs, waitMs) => {
  expect(nextPollMs(running(runningMs, { typical: tenMinutes }))).toBe(waitMs)
})

test('a run that is expected to end within seconds is asked about once, when it should be over', () => {
  const typical = { earliestMs: 8 * second, latestMs: 11 * second, pendingMs: 0 }

  expect(nextPollMs({ ...alone, typical })).toBe(11 * second)
})

test('a run that is PENDING has its whole time before it, and what others were PENDING', () => {
  const typical = { earliestMs: 8 * second, latestMs: 12 * second, pendingMs: 3 * second }

  expect(nextPollMs({ ...alone, typical })).toBe(15 * second)
  expect(nextPollMs({ ...alone, elapsedMs: 2 * second, typical })).toBe(13 * second)
  expect(nextPollMs({ ...alone, elapsedMs: minute, typical })).toBe(12 * second)
  expect(nextPollMs({ ...alone, elapsedMs: minute, runningMs: 0, typical })).toBe(12 * second)
})

test('an early failure is looked for after a third of the usual time, from a third of a minute on', () => {
  const from = (earliestMs: number) =>
    nextPollMs({ ...alone, typical: { earliestMs, latestMs: earliestMs * 1.5, pendingMs: 0 } })

  expect(from(40 * second)).toBe(20 * second)
  expect(from(2 * minute)).toBe(40 * second)
  expect(from(60 * minute)).toBe(minute)
})

test('what the server grants is shared by all runs of the process', () => {
  const tenRuns = { paceMs: 20 * second, followed: 10 }

  expect(nextPollMs(running(minute, { paceMs: 20 * second }))).toBe(20 * second)
  expect(nextPollMs(running(minute, tenRuns))).toBe(200 * second)
  expect(nextPollMs(running(9 * minute, { ...tenRuns, typical: tenMinutes }))).toBe(200 * second)
})

test('where little is granted, it is kept for the time in which the end is expected', () => {
  const typical = tenMinutes
  const scarce = { paceMs: 50 * second, typical }

  expect(nextPollMs(running(0, scarce))).toBe(250 * second)
  expect(nextPollMs(running(9 * minute, scarce))).toBeLessThan(minute)
})

test('a wait is never below the pace nor endless, whatever the figures', () => {
  const times = fc.integer({ min: 0, max: 100 * 60 * minute })
  const typicals = fc.tuple(times, times, times).map(([earliestMs, rangeMs, pendingMs]) => ({
    earliestMs,
    latestMs: earliestMs + rangeMs,
    pendingMs,
  }))
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  fc.assert(
    fc.property(
      times,
      some(times),
      some(typicals),
      fc.integer({ min: 2_000, max: 150_000 }),
      fc.integer({ min: 0, max: 25 }),
      (elapsedMs, runningMs, typical, pace, followed) => {
        const waitMs = nextPollMs({
          elapsedMs,
          runningMs,
          paceMs: pace,
          followed,
          ...(typical === undefined ? {} : { typical }),
        })
        const leastMs = pace * Math.max(1, followed)

        expect(waitMs).toBeGreaterThanOrEqual(leastMs)
        expect(waitMs).toBeLessThanOrEqual(Math.max(2 * minute, leastMs * 10))
      },
    ),
  )
})
