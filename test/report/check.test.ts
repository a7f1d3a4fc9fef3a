import { expect, test } from 'vitest'
import { abandonedCheck, endedCheck, startedCheck } from '../../src/report/check.ts'
import type { Conclusion } from '../../src/run/outcome.ts'
import { erroredWith, outcomeWith } from './outcomes.ts'

test('while the run is active, the check has its link and no conclusion', () => {
  const check = startedCheck({ runId: 'r', runUrl: 'https://app.hex.tech/r' })
  expect(check).toMatchObject({ detailsUrl: 'https://app.hex.tech/r' })
  expect(check).not.toHaveProperty('conclusion')
  expect(check.summary).toContain('https://app.hex.tech/r')
})

test.each<readonly [Conclusion, string]>([
  ['success', 'success'],
  ['failure', 'failure'],
  ['cancelled', 'cancelled'],
  ['timed_out', 'timed_out'],
  ['detached', 'neutral'],
  ['dry_run', 'neutral'],
])('%s is %s on GitHub', (conclusion, expected) => {
  expect(endedCheck([outcomeWith({ conclusion })], []).conclusion).toBe(expected)
})

test('the conclusion of several runs is that of the worst one', () => {
  const cancelled = outcomeWith({ conclusion: 'cancelled', reason: 'aborted' })
  expect(endedCheck([outcomeWith(), cancelled, erroredWith()], []).conclusion).toBe('failure')
  expect(endedCheck([outcomeWith(), cancelled], []).conclusion).toBe('cancelled')
})

test('the summary stays below GitHub’s limit in bytes, not only in characters', () => {
  const outcomes = Array.from({ length: 900 }, (_, index) =>
    outcomeWith({ name: `${'日'.repeat(60)}${index}` }),
  )
  const { summary, title } = endedCheck(outcomes, [])
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535)
  expect(title).toBe('All 900 runs completed')
})

test('a check that was left open gets the verdict if there is one', () => {
  expect(abandonedCheck(undefined, undefined).conclusion).toBe('cancelled')
  expect(abandonedCheck(undefined, { conclusion: 'success', title: 'Done' })).toMatchObject({
    conclusion: 'success',
    title: 'Done',
  })
})
