import { expect, test } from 'vitest'
import { createWaits } from '../../src/report/progress.ts'
import type { RunEvent } from '../../src/run/events.ts'

const started: RunEvent = { kind: 'started', run: { runId: 'r' }, attempt: 1, adopted: false }
const polled: RunEvent = { kind: 'polled', run: { runId: 'r', status: 'RUNNING' } }
const waiting = (why: 'kernel' | 'rate-limit'): RunEvent => ({
  kind: 'waiting',
  why,
  waitMs: 30_000,
  trouble: { text: '503' },
})

function waitedIn(events: ReadonlyArray<readonly [atSeconds: number, event: RunEvent]>): string {
  const waits = createWaits()
  for (const [at, event] of events) waits.note(event, at * 1_000)
  return waits.sentence(600_000)
}

test.each<[string, string, ReadonlyArray<readonly [number, RunEvent]>]>([
  [
    'an ordinary run waits for nothing',
    '',
    [
      [1, started],
      [3, polled],
    ],
  ],
  [
    'a retry of a few seconds is not mentioned',
    '',
    [
      [0, waiting('kernel')],
      [9, started],
    ],
  ],
  [
    'a queue for a kernel is one wait, however often the start was tried',
    'Waited 6 min for a kernel.',
    [
      [0, waiting('kernel')],
      [180, waiting('kernel')],
      [360, started],
    ],
  ],
  [
    'a wait ends with the next good response, and those for one thing are added up',
    "Waited 40 s for Hex's rate limit and 1 min for a kernel.",
    [
      [0, started],
      [10, waiting('rate-limit')],
      [30, polled],
      [100, waiting('rate-limit')],
      [120, polled],
      [200, waiting('kernel')],
      [260, started],
    ],
  ],
  [
    'a wait that nothing ended lasts until the end',
    'Waited 9 min for a kernel.',
    [[60, waiting('kernel')]],
  ],
])('%s', (_, expected, events) => {
  expect(waitedIn(events)).toBe(expected)
})
