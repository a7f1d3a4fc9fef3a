import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPollMs, type Waited } from '../../src/run/next-poll.ts'

const second = 1_000
const minute = 60 * second

const lone: Waited = {
  elapsedMs: 0,
  stepMs: 0,
  runningMs: undefined,
  isScarce: false,
  followed: 1,
  isAlone: false,
}
/** Ends from eight to twelve minutes after its start, and begins at once. */
const tenMinutes = { earliestMs: 8 * minute, latestMs: 12 * minute, pendingMs: 0 }

function running(forMs: number, more: Partial<Waited> = {}): Waited {
  return { ...lone, elapsedMs: forMs, stepMs: forMs, runningMs: forMs, ...more }
}

test('keeps a fixed interval, whatever the history and the budget are', () => {
  const fixedMs = 7 * second

  expect(nextPollMs({ ...lone, fixedMs })).toBe(fixedMs)
  expect(
    nextPollMs(running(60 * minute, { typical: tenMinutes, isScarce: true, followed: 9, fixedMs })),
  ).toBe(fixedMs)
})

const latencyMs = 150

/** When a run is asked about in its first so many seconds. */
function looks(forSeconds: number, more: Partial<Waited> = {}): ReadonlyArray<number> {
  const times: Array<number> = []
  for (let atMs = 0; ; ) {
    atMs += nextPollMs(running(atMs, more)) + latencyMs
    if (atMs > forSeconds * second) return times
    times.push(atMs / second)
  }
}

test('without a history, four jobs of 30 s detect their ends within 30 requests a minute', () => {
  // Two of the 30 are spent on reads before each start.
  const requests = (endsAt: number) => looks(60).filter((atSecond) => atSecond < endsAt).length + 1
  const mean = [24, 26, 28, 30, 32, 34, 36].reduce((sum, each) => sum + requests(each), 0) / 7

  expect(4 * (2 + mean)).toBeLessThanOrEqual(30)
  const gaps = looks(60).map((atSecond, index, all) => atSecond - (all[index - 1] ?? 0))
  expect(Math.max(...gaps)).toBeLessThanOrEqual(7)
})

test('two jobs stay within 30 requests a minute, however long they run', () => {
  const all = looks(600)
  for (const from of all)
    expect(all.filter((at) => at >= from && at < from + 60).length).toBeLessThanOrEqual(15)
})

test('a job that is alone according to the headers polls up to 20 times in its first minute', () => {
  const quick = looks(60, { isAlone: true })

  expect(quick.length).toBeLessThanOrEqual(20)
  expect(quick[0]).toBeLessThanOrEqual(1.5)
})

test('a job that seemed to be alone in its first seconds then polls when the others do', () => {
  // The others poll 5 s after the start, then 6.8 s later.
  const waits = [1, 2.4, 4.9].map((age) => nextPollMs(running(age * second)))

  expect(waits).toEqual([10.8 * second, 9.4 * second, 6.9 * second])
})

test.each([
  ['without a history', {}],
  ['that has outlived its history', { typical: { earliestMs: 1, latestMs: 2, pendingMs: 0 } }],
])('the interval of a run %s grows with its age to 6.3 s and stays there', (_, more) => {
  const waits = [1, 2, 3, 12, 30, 31, 60, 48 * 60].map((age) =>
    nextPollMs(running(age * minute, more)),
  )

  expect(waits).toEqual([4_500, 4_800, ...Array.from({ length: 6 }, () => 6_300)])
})

test('without a history, the interval depends on the time since the start, not on time in PENDING', () => {
  const pending = { ...lone, elapsedMs: 2 * minute, stepMs: 60 * minute }

  expect(nextPollMs(pending)).toBe(4_800)
  expect(nextPollMs({ ...pending, runningMs: second })).toBe(4_800)
  expect(nextPollMs({ ...pending, isScarce: true })).toBe(9 * second)
})

test('while the quota is scarce, the interval grows with age from 9 to 17 s', () => {
  const waits = [0.1, 3, 4, 10].map((age) => nextPollMs(running(age * minute, { isScarce: true })))

  expect(waits).toEqual([9 * second, 9 * second, 12 * second, 17 * second])
})

test('while the quota is scarce, polls no more often around the expected end', () => {
  const typical = { earliestMs: minute, latestMs: 1.5 * minute, pendingMs: 0 }

  expect(nextPollMs(running(1.2 * minute, { typical }))).toBeLessThan(5 * second)
  expect(nextPollMs(running(1.2 * minute, { typical, isScarce: true }))).toBeGreaterThanOrEqual(
    9 * second,
  )
})

test.each([
  ['polls once per minute at first', 0, minute],
  ['polls once per minute until shortly before the expected end', 6 * minute, minute],
  ['skips a poll just before the expected end', 7 * minute, minute + 240_000 / 39],
  ['first polls one interval into the expected end', 8 * minute, 240_000 / 39],
  ['polls at even intervals around the expected end', 10 * minute, 240_000 / 39],
  ['polls at even intervals up to the longest duration', 12 * minute - 1, 240_000 / 39],
  ['polls by age after the longest duration', 12 * minute, 6.3 * second],
])('with a history, %s', (_, runningMs, waitMs) => {
  const typical = tenMinutes
  expect(nextPollMs({ ...lone, elapsedMs: runningMs, runningMs, typical })).toBeCloseTo(waitMs, 0)
})

test('polls once, at the expected end, if a run should end within seconds', () => {
  const typical = { earliestMs: 8 * second, latestMs: 11 * second, pendingMs: 0 }

  expect(nextPollMs({ ...lone, typical })).toBe(11 * second)
})

test('for a PENDING run, expects the whole duration and the usual time in PENDING', () => {
  const typical = { earliestMs: 8 * second, latestMs: 12 * second, pendingMs: 3 * second }

  expect(nextPollMs({ ...lone, typical })).toBe(15 * second)
  expect(nextPollMs({ ...lone, elapsedMs: 2 * second, typical })).toBe(13 * second)
  expect(nextPollMs({ ...lone, elapsedMs: minute, typical })).toBe(12 * second)
  expect(nextPollMs({ ...lone, elapsedMs: minute, runningMs: 0, typical })).toBe(12 * second)
})

test('checks for an early failure after a third of the usual duration, at the earliest after 20 s', () => {
  const from = (earliestMs: number) =>
    nextPollMs({ ...lone, typical: { earliestMs, latestMs: earliestMs * 1.5, pendingMs: 0 } })

  expect(from(40 * second)).toBe(20 * second)
  expect(from(2 * minute)).toBe(40 * second)
  expect(from(60 * minute)).toBe(minute)
})

test('several projects in one process stay within 30 requests a minute after 90 s', () => {
  expect(nextPollMs(running(minute, { followed: 10 }))).toBe(6 * second)
  expect(nextPollMs(running(second, { followed: 10, stepMs: 1.5 * minute }))).toBe(20 * second)
  expect(nextPollMs(running(9 * minute, { followed: 10, typical: tenMinutes }))).toBe(20 * second)
  expect(nextPollMs(running(2 * minute, { followed: 3, isScarce: true }))).toBe(9 * second)
})

test('an interval is never too short or endless, whatever the figures are', () => {
  const times = fc.integer({ min: 0, max: 100 * 60 * minute })
  const typicals = fc.tuple(times, times, times).map(([earliestMs, rangeMs, pendingMs]) => ({
    earliestMs,
    latestMs: earliestMs + rangeMs,
    pendingMs,
  }))
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  fc.assert(
    fc.property(
      fc.record({
        elapsedMs: times,
        runningMs: some(times),
        stepMs: times,
        isScarce: fc.boolean(),
        followed: fc.integer({ min: 1, max: 25 }),
        isAlone: fc.boolean(),
      }),
      some(typicals),
      (poll, typical) => {
        const waitMs = nextPollMs({ ...poll, ...(typical === undefined ? {} : { typical }) })

        expect(waitMs).toBeGreaterThanOrEqual(1_000)
        expect(waitMs).toBeLessThanOrEqual(2 * minute)
      },
    ),
  )
})
