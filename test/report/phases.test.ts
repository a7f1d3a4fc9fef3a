import { expect, test } from 'vitest'
import { createPhases, phaseTable } from '../../src/report/phases.ts'
import type { RunEvent } from '../../src/run/events.ts'

const seconds = 1_000
const started = (attempt: number): RunEvent => ({
  kind: 'started',
  run: { runId: `run-${attempt}` },
  attempt,
  adopted: false,
})
const polled = (status: string): RunEvent => ({ kind: 'polled', run: { runId: 'run-1', status } })
const waiting = (why: 'kernel' | 'rate-limit'): RunEvent => ({
  kind: 'waiting',
  why,
  waitMs: 30_000,
  trouble: { text: '503' },
})

/** What a life consisted of, as label and seconds. */
function lifeOf(
  events: ReadonlyArray<readonly [atSeconds: number, event: RunEvent]>,
  endSeconds: number,
) {
  const phases = createPhases(0)
  for (const [at, event] of events) phases.note(event, at * seconds)
  return phases.until(endSeconds * seconds)
}

test('an ordinary run needs no table of where the time went', () => {
  const life = lifeOf(
    [
      [1, started(1)],
      [3, polled('PENDING')],
      [9, polled('RUNNING')],
    ],
    60,
  )

  expect(life.map(({ label, toMs, fromMs }) => [label, (toMs - fromMs) / seconds])).toEqual([
    ['Preparing', 1],
    ['Following the run', 59],
  ])
  expect(phaseTable(life)).toBe('')
})

test('a queue for a kernel shows, however often it was tried', () => {
  const life = lifeOf(
    [
      [0, waiting('kernel')],
      [40, waiting('kernel')],
      [80, waiting('kernel')],
      [120, started(1)],
    ],
    180,
  )

  expect(life.map(({ label }) => label)).toEqual(['Waiting for a kernel', 'Following the run'])
  const table = phaseTable(life)
  expect(table).toContain('| Waiting\u00a0for\u00a0a\u00a0kernel | 2\u00a0min | `███████░░░` |')
  expect(table).toContain('| Following\u00a0the\u00a0run | 1\u00a0min | `░░░░░░░███` |')
})

test('every attempt is a phase of its own, and so is each thing that was waited for', () => {
  const life = lifeOf(
    [
      [0, started(1)],
      [30, waiting('rate-limit')],
      [60, waiting('kernel')],
      [90, started(2)],
    ],
    120,
  )

  expect(life.map(({ label }) => label)).toEqual([
    'Following the run',
    "Waiting for Hex's limit",
    'Waiting for a kernel',
    'Following the run, attempt 2',
  ])
})

test('bars keep within their track, whatever the times', () => {
  const life = lifeOf(
    [
      [0, waiting('kernel')],
      [86_000, started(1)],
    ],
    86_001,
  )

  for (const [, bar = ''] of phaseTable(life).matchAll(/`([█░]+)`/g)) expect(bar).toHaveLength(10)
})

test('a life without events has nothing to show', () => {
  expect(phaseTable(createPhases(0).until(0))).toBe('')
})
