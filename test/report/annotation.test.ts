import { expect, test } from 'vitest'
import { annotationsOf } from '../../src/report/annotation.ts'
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
  'however many runs fail (%i), no annotation is beyond the ten of a level that GitHub shows of a step',
  (count) => {
    const annotations = annotationsOf(Array.from({ length: count }, (_, index) => failed(index)))

    expect(annotations.length).toBe(Math.min(count, 10))
    // The last one speaks for those that have none of their own.
    if (count > 10) expect(annotations.at(-1)?.title).toBe(`${count - 9} more Hex runs`)
  },
)
