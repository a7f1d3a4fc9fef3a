import { expect, test } from 'vitest'
import type { Run } from '../../src/hex/wire.ts'
import { durationMs, typicalOf } from '../../src/run/history.ts'

const run = (more: Partial<Run> = {}): Run => ({ runId: 'r', status: 'COMPLETED', ...more })

test("a run's duration is what Hex reports, or else the time from start to end", () => {
  const times = { startTime: '2026-03-01T12:00:00Z', endTime: '2026-03-01T12:00:10Z' }

  expect(durationMs(run({ ...times, elapsedMs: 7 }))).toBe(7)
  expect(durationMs(run({ ...times, elapsedMs: 0 }))).toBe(0)
  expect(durationMs(run(times))).toBe(10_000)
  expect(durationMs(run({ ...times, elapsedMs: -1 }))).toBe(10_000)
})

test('the duration is unknown without both times, or if the end precedes the start', () => {
  expect(durationMs(run())).toBeUndefined()
  expect(durationMs(run({ startTime: '2026-03-01T12:00:00Z' }))).toBeUndefined()
  expect(durationMs(run({ endTime: '2026-03-01T12:00:00Z' }))).toBeUndefined()
  expect(
    durationMs(run({ startTime: '2026-03-01T12:00:10Z', endTime: '2026-03-01T12:00:00Z' })),
  ).toBeUndefined()
  expect(durationMs(run({ startTime: 'x', endTime: 'y' }))).toBeUndefined()
})

test('the usual duration is the median of completed runs', () => {
  const runs = [
    run({ elapsedMs: 50_000 }),
    run({ elapsedMs: 1_000_000 }),
    run({ elapsedMs: 40_000 }),
    run({ elapsedMs: 1, status: 'ERRORED' }),
    run({ elapsedMs: 2, status: 'RUNNING' }),
    run(),
  ]

  expect(typicalOf(runs)).toMatchObject({ typicalMs: 50_000, fromRuns: 3 })
})

test('one run is not enough for a usual duration', () => {
  expect(typicalOf([run({ elapsedMs: 50_000 }), run()])).toBeUndefined()
  expect(typicalOf([])).toBeUndefined()
  expect(typicalOf([run({ elapsedMs: 1 }), run({ elapsedMs: 3 })])).toMatchObject({
    typicalMs: 3,
    fromRuns: 2,
  })
})

test('uses the latest twenty runs, in whatever order they are listed', () => {
  const old = Array.from({ length: 30 }, (_, day) =>
    run({ elapsedMs: 900_000, startTime: `2026-01-${String(day + 1).padStart(2, '0')}T00:00:00Z` }),
  )
  const recent = Array.from({ length: 20 }, (_, day) =>
    run({
      elapsedMs: 60_000 + day,
      startTime: `2026-02-${String(day + 1).padStart(2, '0')}T00:00:00Z`,
    }),
  )

  expect(typicalOf([...old, ...recent])).toMatchObject({ typicalMs: 60_010, fromRuns: 20 })
  expect(typicalOf([...recent, ...old])).toMatchObject({ typicalMs: 60_010, fromRuns: 20 })
})

test('expects the end between the shortest and the longest duration, with a margin', () => {
  const runs = [80, 90, 100, 110, 120].map((seconds) => run({ elapsedMs: seconds * 1_000 }))

  // Two and a half times the average distance of ten seconds on both sides.
  expect(typicalOf(runs)).toMatchObject({ earliestMs: 55_000, latestMs: 145_000 })
})

test('uses a margin of 2% if all durations are equal', () => {
  const runs = Array.from({ length: 5 }, () => run({ elapsedMs: 100_000 }))

  expect(typicalOf(runs)).toMatchObject({ earliestMs: 98_000, latestMs: 102_000 })
})

test('an exceptionally short or long run does not widen the estimate', () => {
  const usual = [95, 98, 100, 101, 103, 105, 107].map((seconds) => seconds * 1_000)
  const typical = typicalOf([1_000, ...usual, 3_600_000].map((elapsedMs) => run({ elapsedMs })))

  expect(typical?.earliestMs).toBeGreaterThan(80_000)
  expect(typical?.latestMs).toBeLessThan(120_000)
})

test('derives the time in PENDING from IDs that contain a time', () => {
  const madeAt = Date.parse('2026-03-01T12:00:00Z')
  const idAt = (atMs: number) => {
    const hex = atMs.toString(16).padStart(12, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8def-0123456789ab`
  }
  const after = (pendingMs: number, runId = idAt(madeAt)) =>
    run({ runId, elapsedMs: 60_000, startTime: new Date(madeAt + pendingMs).toISOString() })

  expect(typicalOf([after(4_000), after(9_000)])?.pendingMs).toBe(4_000)
  expect(typicalOf([after(4_000), after(9_000, 'r')])?.pendingMs).toBe(0)
  expect(typicalOf([after(-1_000), after(9_000)])?.pendingMs).toBe(0)
})

test('a run that ended when it started took no time', () => {
  const at = '2026-03-01T12:00:00Z'
  expect(durationMs(run({ startTime: at, endTime: at }))).toBe(0)
})

test('of more than twenty runs, uses those that started last; one without a start time comes last', () => {
  const latest = Array.from({ length: 20 }, (_, index) =>
    run({ startTime: `2026-03-01T12:${20 + index}:00Z`, elapsedMs: 50_000 }),
  )
  // Nothing is known of how long the others took, so that each that counted would be missed.
  const others = [run({ startTime: '2026-03-01T12:11:00Z' }), run(), run(), run()]
  for (const runs of [
    [...latest, ...others],
    [...others, ...latest],
  ])
    expect(typicalOf(runs)).toMatchObject({ fromRuns: 20, earliestMs: 49_000, latestMs: 51_000 })
})

test('three times the interquartile range from the middle is not yet an outlier', () => {
  const runs = [70_000, 100_000, 105_000, 110_000, 140_000].map((elapsedMs) => run({ elapsedMs }))
  expect(typicalOf(runs)).toMatchObject({ earliestMs: 26_250, latestMs: 183_750 })
})

test('a run that started when it was created was never PENDING', () => {
  const madeAt = (ms: number) => {
    const hex = ms.toString(16).padStart(12, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
  }
  const madeMs = Date.parse('2026-03-01T12:00:00Z')
  const runs = [0, 4_000, 4_000].map((pendingMs) =>
    run({
      runId: madeAt(madeMs),
      startTime: new Date(madeMs + pendingMs).toISOString(),
      elapsedMs: 50_000,
    }),
  )
  expect(typicalOf(runs)).toMatchObject({ pendingMs: 0 })
})
