import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, isOpen, ownRun, readEntry } from '../../src/run/journal.ts'
import { anyCharacters } from '../any-text.ts'

test.each<Entry>([
  { phase: 'intent', projectId: 'p', atMs: 17, known: ['a', 'b'] },
  { phase: 'intent', projectId: 'p' },
  { phase: 'started', projectId: 'p', runId: 'r', runUrl: 'https://app.hex.tech/r' },
  { phase: 'cancelling', projectId: 'p', runId: 'r', runUrl: 'https://app.hex.tech/r' },
  { phase: 'settled' },
  { phase: 'settled', projectId: 'p', runId: 'r' },
  { phase: 'detached', projectId: 'p' },
  { phase: 'detached', projectId: 'p', runId: 'r' },
])('%j can be read back', (entry) => {
  expect(readEntry(JSON.stringify(entry))).toEqual(entry)
})

test("saves a run's URL if Hex has reported it", () => {
  const run = { runId: 'r', status: 'RUNNING', traceId: 't' }
  expect(ownRun('p', run)).toEqual({ projectId: 'p', runId: 'r' })
  expect(ownRun('p', { ...run, runUrl: 'https://app.hex.tech/r' })).toEqual({
    projectId: 'p',
    runId: 'r',
    runUrl: 'https://app.hex.tech/r',
  })
})

test.each([
  '',
  'x',
  'null',
  '[]',
  '3',
  '{}',
  '{"phase":"running"}',
  '{"phase":"started","projectId":"p"}',
  '{"phase":"started","runId":"r"}',
  '{"phase":"started","projectId":"p","runId":7}',
  '{"phase":"cancelling","projectId":"p"}',
  '{"phase":"cancelling","projectId":"p","runId":true}',
  '{"phase":"detached"}',
  '{"phase":"detached","projectId":"p","runId":7}',
  '{"phase":"settled","runId":7}',
  '{"phase":"settled","projectId":7}',
  '{"phase":"intent"}',
  '{"phase":"intent","projectId":null}',
  '{"phase":"started","projectId":"p","runId":"r"',
])('%j is not an entry', (text) => {
  expect(readEntry(text)).toBeUndefined()
})

test('any saved state is read as an entry or ignored', () => {
  const almost = fc
    .record(
      {
        phase: fc.constantFrom('intent', 'started', 'settled'),
        projectId: fc.anything(),
        runId: fc.anything(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value))
  fc.assert(
    fc.property(fc.oneof(anyCharacters, fc.json(), almost), (text) => {
      const entry = readEntry(text)

      if (entry?.phase === 'started')
        expect([typeof entry.projectId, typeof entry.runId]).toEqual(['string', 'string'])
      if (entry?.phase === 'intent') expect(typeof entry.projectId).toBe('string')
    }),
  )
})

test('an entry leaves something to finish unless the run is settled or meant to continue', () => {
  const own = { projectId: 'p', runId: 'r' }
  expect(isOpen(undefined)).toBe(false)
  expect(isOpen({ phase: 'settled' })).toBe(false)
  expect(isOpen({ phase: 'detached', projectId: 'p' })).toBe(false)
  expect(isOpen({ phase: 'intent', projectId: 'p' })).toBe(true)
  expect(isOpen({ phase: 'started', ...own })).toBe(true)
  expect(isOpen({ phase: 'cancelling', ...own })).toBe(true)
})
