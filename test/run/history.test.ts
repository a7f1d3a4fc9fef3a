import { expect, test } from 'vitest'
import type { Run } from '../../src/hex/wire.ts'
import { durationMs, typicalOf } from '../../src/run/history.ts'

const run = (more: Partial<Run> = {}): Run => ({ runId: 'r', status: 'COMPLETED', ...more })

test('a run took what Hex says, else the time from its start to its end', () => {
  const times = { startTime: '2026-03-01T12:00:00Z', endTime: '2026-03-01T12:00:10Z' }

  expect(durationMs(run({ ...times, elapsedMs: 7 }))).toBe(7)
  expect(durationMs(run({ ...times, elapsedMs: 0 }))).toBe(0)
  expect(durationMs(run(times))).toBe(10_000)
  expect(durationMs(run({ ...times, elapsedMs: -1 }))).toBe(10_000)
})

test('without both times, or with the end before the start, nobody knows what it took', () => {
  expect(durationMs(run())).toBeUndefined()
  expect(durationMs(run({ startTime: '2026-03-01T12:00:00Z' }))).toBeUndefined()
  expect(durationMs(run({ endTime: '2026-03-01T12:00:00Z' }))).toBeUndefined()
  expect(
    durationMs(run({ startTime: '2026-03-01T12:00:10Z', endTime: '2026-03-01T12:00:00Z' })),
  ).toBeUndefined()
  expect(durationMs(run({ startTime: 'x', endTime: 'y' }))).toBeUndefined()
})

test('what a run usually takes is the median of those that completed', () => {
  const runs = [
    run({ elapsedMs: 50_000 }),
    run({ elapsedMs: 1_000_000 }),
    run({ elapsedMs: 40_000 }),
    run({ elapsedMs: 1, status: 'ERRORED' }),
    run({ elapsedMs: 2, status: 'RUNNING' }),
    run(),
  ]

  expect(typicalOf(runs)).toEqual({ typicalMs: 50_000, fromRuns: 3 })
})

test('one run is no habit', () => {
  expect(typicalOf([run({ elapsedMs: 50_000 }), run()])).toBeUndefined()
  expect(typicalOf([])).toBeUndefined()
  expect(typicalOf([run({ elapsedMs: 1 }), run({ elapsedMs: 3 })])).toEqual({
    typicalMs: 3,
    fromRuns: 2,
  })
})

test('of many runs the latest twenty count, in whatever order they are listed', () => {
  const old = Array.from({ length: 30 }, (_, day) =>
    run({ elapsedMs: 900_000, startTime: `2026-01-${String(day + 1).padStart(2, '0')}T00:00:00Z` }),
  )
  const recent = Array.from({ length: 20 }, (_, day) =>
    run({
      elapsedMs: 60_000 + day,
      startTime: `2026-02-${String(day + 1).padStart(2, '0')}T00:00:00Z`,
    }),
  )

  expect(typicalOf([...old, ...recent])).toEqual({ typicalMs: 60_010, fromRuns: 20 })
  expect(typicalOf([...recent, ...old])).toEqual({ typicalMs: 60_010, fromRuns: 20 })
})
