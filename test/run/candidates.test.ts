import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../../src/hex/wire.ts'
import { candidatesFor } from '../../src/run/candidates.ts'

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

test('a run that was there before the start is not from it', () => {
  const old = pending(madeAt(atMs + 1_000))
  const fresh = pending(madeAt(atMs + 1_000, '1'))

  expect(candidatesFor({ projectId, atMs, known: [old.runId] }, [old, fresh])).toEqual([fresh])
})

test.each([
  ['just made', 0, true],
  ['made while the start was under way', 60_000, true],
  ['made at the last moment that it can be ours', 75_000, true],
  ['made too late to be ours', 75_001, false],
  ["made a moment before, by a server's clock that is behind", -5_000, true],
  ['made before', -5_001, false],
])('a run whose id tells that it was %s is a candidate: %s', (_, offsetMs, isCandidate) => {
  for (const known of [[], undefined]) {
    const intent = { projectId, atMs, ...(known === undefined ? {} : { known }) }

    expect(candidatesFor(intent, [pending(madeAt(atMs + offsetMs))])).toHaveLength(
      isCandidate ? 1 : 0,
    )
  }
})

test('a run that started before our start was sent is not ours, whatever its id says', () => {
  const intent = { projectId, atMs, known: [] }

  expect(candidatesFor(intent, [pending(madeAt(atMs), isoAt(atMs - 5_001))])).toEqual([])
  expect(candidatesFor(intent, [pending(madeAt(atMs), isoAt(atMs - 5_000))])).toHaveLength(1)
  expect(candidatesFor(intent, [pending('old-id', isoAt(atMs - 5_001))])).toEqual([])
})

test('an id that tells no time is a candidate only if it is known to be new', () => {
  const id = '6ba7b810-9dad-41d1-80b4-00c04fd430c8'

  expect(candidatesFor({ projectId, atMs, known: [] }, [pending(id)])).toHaveLength(1)
  expect(candidatesFor({ projectId, atMs }, [pending(id)])).toEqual([])
  expect(candidatesFor({ projectId, atMs }, [pending(id, isoAt(atMs + 1_000))])).toHaveLength(1)
})

test("without Hex's clock only the list from before can tell", () => {
  const fresh = pending(madeAt(atMs))

  expect(candidatesFor({ projectId, known: ['x'] }, [fresh, pending('x')])).toEqual([fresh])
  expect(candidatesFor({ projectId }, [fresh])).toEqual([])
})

test('a run from before is never a candidate, and nothing is listed that was not there', () => {
  const ids = fc.array(fc.oneof(fc.uuid(), fc.uuid({ version: 7 })), { maxLength: 8 })
  fc.assert(
    fc.property(ids, ids, fc.option(fc.nat(), { nil: undefined }), (known, later, sentAtMs) => {
      const runs = [...known, ...later].map((id) => pending(id))

      const found = candidatesFor(
        { projectId, known, ...(sentAtMs === undefined ? {} : { atMs: sentAtMs }) },
        runs,
      )

      for (const { runId } of found) {
        expect(known).not.toContain(runId)
        expect(later).toContain(runId)
      }
    }),
  )
})
