import { expect, test } from 'vitest'
import { annotationsOf, closingLines } from '../../src/report/annotations.ts'
import type { Outcome } from '../../src/run/outcome.ts'

const failed = (index: number): Outcome => ({
  name: `market ${index}`,
  conclusion: 'failure',
  reason: 'errored',
  projectId: '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
  attempt: 1,
  adopted: false,
  tookMs: 1_000,
})

test.each([1, 2, 9, 10, 11, 100, 1_000])(
  "if %i runs fail, there are at most ten annotations of a level, which is GitHub's limit per step",
  (count) => {
    const annotations = annotationsOf(Array.from({ length: count }, (_, index) => failed(index)))

    expect(annotations.length).toBe(Math.min(count, 10))
    // The last one lists those without their own.
    if (count > 10) expect(annotations.at(-1)?.message).toMatch(`${count - 9} more runs:`)
  },
)

test('cancelled runs share one annotation, which names the first ones and those that may still be active', () => {
  const cancelled = (index: number): Outcome => ({
    ...failed(index),
    conclusion: 'cancelled',
    reason: 'fail_fast',
  })
  const goesOn: Outcome = {
    ...cancelled(19),
    run: { runId: 'run-19', status: 'RUNNING' },
    stop: { kind: 'accepted' },
  }
  const outcomes = [
    ...Array.from({ length: 18 }, (_, index) => cancelled(index)),
    failed(18),
    goesOn,
  ]

  const [error, warning, ...more] = annotationsOf(outcomes)

  expect(more).toEqual([])
  expect(error).toMatchObject({ level: 'error', message: expect.stringMatching(/^\[market 18\]/) })
  expect(warning?.message.split('\n')).toMatchObject([
    '19 runs were cancelled:',
    expect.stringMatching(/^\[market 19\] .*may still be running/),
    ...[0, 1, 2, 3].map((index) => expect.stringContaining(`[market ${index}]`)),
    'and 14 more.',
  ])
  expect(closingLines(outcomes)).toEqual([
    "20 of 20 runs did not succeed: 1 failed (market 18), 19 were cancelled because another run failed ('fail-fast').",
  ])
})
