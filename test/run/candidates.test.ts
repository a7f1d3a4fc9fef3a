import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Run, timeInId } from '../../src/hex/wire.ts'
import { candidatesFor } from '../../src/run/lookup.ts'

const atMs = Date.parse('2026-03-01T12:00:00Z')
const projectId = 'p'
const pending = (runId: string, startTime?: string): Run => ({
  runId,
  status: 'PENDING',
  ...(startTime === undefined ? {} : { startTime }),
})
/** An id that was made then. */
const madeAt = (ms: number, tail = '0') => {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail.padStart(12, '0')}`
}
const isoAt = (ms: number) => new Date(ms).toISOString()

test('excludes a run that was listed before the start', () => {
  const old = pending(madeAt(atMs + 1_000))
  const fresh = pending(madeAt(atMs + 1_000, '1'))

  expect(candidatesFor({ projectId, atMs, known: [old.runId] }, [old, fresh])).toEqual([
    { run: fresh, isNew: true },
  ])
})

test.each([
  ['at the start', 0, true],
  ['while the start was in flight', 60_000, true],
  ['at the last possible moment', 75_000, true],
  ['after the last possible moment', 75_001, false],
  ["just before the start, by a server's clock that is behind", -2_000, true],
  ['before the start', -2_001, false],
])('with an ID made %s (%d ms), a run is a candidate: %s', (_, offsetMs, isCandidate) => {
  const run = pending(madeAt(atMs + offsetMs))

  for (const known of [{ known: [] }, {}]) {
    expect(candidatesFor({ projectId, atMs, ...known }, [run])).toEqual(
      isCandidate ? [{ run, isNew: true }] : [],
    )
  }
})

test('excludes a run that started before the start request, whatever its ID says', () => {
  const intent = { projectId, atMs, known: [] }

  expect(candidatesFor(intent, [pending(madeAt(atMs), isoAt(atMs - 2_001))])).toEqual([])
  expect(candidatesFor(intent, [pending(madeAt(atMs), isoAt(atMs - 2_000))])).toHaveLength(1)
  expect(candidatesFor(intent, [pending('old-id', isoAt(atMs - 2_001))])).toEqual([])
})

test('a run whose ID contains no time is certainly new only if it was not listed before', () => {
  const waiting = pending('6ba7b810-9dad-41d1-80b4-00c04fd430c8')
  const started = pending('6ba7b810-9dad-41d1-80b4-00c04fd430c8', isoAt(atMs + 1_000))

  expect(candidatesFor({ projectId, atMs, known: [] }, [waiting])).toEqual([
    { run: waiting, isNew: true },
  ])
  expect(candidatesFor({ projectId, atMs }, [waiting])).toEqual([{ run: waiting, isNew: false }])
  expect(candidatesFor({ projectId, atMs }, [started])).toEqual([{ run: started, isNew: false }])
})

test("without Hex's clock, only the earlier list decides", () => {
  const fresh = pending(madeAt(atMs))

  expect(candidatesFor({ projectId, known: ['x'] }, [fresh, pending('x')])).toEqual([
    { run: fresh, isNew: true },
  ])
  expect(candidatesFor({ projectId }, [fresh])).toEqual([{ run: fresh, isNew: false }])
})

test('never suggests a run from before the start or one that was not listed', () => {
  const ids = fc.array(fc.oneof(fc.uuid(), fc.uuid({ version: 7 })), { maxLength: 8 })
  fc.assert(
    fc.property(ids, ids, fc.option(fc.nat(), { nil: undefined }), (known, later, sentAtMs) => {
      const runs = [...known, ...later].map((id) => pending(id))
      const intent = { projectId, known, ...(sentAtMs === undefined ? {} : { atMs: sentAtMs }) }

      for (const { run } of candidatesFor(intent, runs)) {
        expect(known).not.toContain(run.runId)
        expect(later).toContain(run.runId)
      }
    }),
  )
})

test('only a version 7 ID contains a time', () => {
  expect(timeInId(madeAt(atMs))).toBe(atMs)
  expect(timeInId(`0${madeAt(atMs)}`)).toBeUndefined()
  expect(timeInId('6ba7b810-9dad-41d1-80b4-00c04fd430c8')).toBeUndefined()
})

test('an old list excludes its runs and proves nothing else', () => {
  const listed = pending('6ba7b810-9dad-41d1-80b4-00c04fd430c8')
  const other = pending('6ba7b810-9dad-41d1-80b4-00c04fd430c9')
  const intent = { projectId, atMs, known: [listed.runId], isKnownStale: true }

  expect(candidatesFor(intent, [listed, other])).toEqual([{ run: other, isNew: false }])
  const timed = pending(madeAt(atMs + 1_000))
  expect(candidatesFor(intent, [timed])).toEqual([{ run: timed, isNew: true }])
})
