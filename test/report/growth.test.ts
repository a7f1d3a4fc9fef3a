import { expect, test } from 'vitest'
import type { CancelOutcome } from '../../src/cancel/outcome.ts'
import { readRunPage } from '../../src/hex/wire.ts'
import { wordsOf } from '../../src/hex/words.ts'
import { cancelOutputs, cancelReport } from '../../src/report/cancel.ts'
import { commentBody, endedCheck } from '../../src/report/check-and-comment.ts'
import { escapeMarkdown } from '../../src/report/markdown.ts'
import { outputsOf } from '../../src/report/outputs.ts'
import { overviewOf } from '../../src/report/overview.ts'
import { severalSummaryOf } from '../../src/report/summary.ts'
import { countingWork } from '../work.ts'
import { erroredWith, outcomeWith } from './outcomes.ts'

const workOf = await countingWork()

const runs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ runId: `r${n}`, status: 'RUNNING' }))
const outcomes = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    (n % 2 === 0 ? outcomeWith : erroredWith)({ name: `run ${n}` }),
  )
const cancelled = (count: number): CancelOutcome => ({
  runs: runs(count).map((run) => ({ projectId: 'p', run, result: 'cancelled' })),
  failures: [],
  spared: runs(count).map((run) => ({ projectId: 'p', run, why: 'too-young' })),
})

test.each<[string, (count: number) => unknown]>([
  ['runs of a page', (count) => readRunPage({ runs: runs(count) })],
  [
    'errors in a response',
    (count) =>
      wordsOf(JSON.stringify({ issues: runs(count), notFound: runs(count), invalid: runs(count) })),
  ],
  [
    'details in a response',
    (count) =>
      wordsOf(
        JSON.stringify({ details: Object.fromEntries(runs(count).map(({ runId }) => [runId, 1])) }),
      ),
  ],
  ['runs in a summary', (count) => severalSummaryOf(outcomes(count))],
  ['runs in outputs', (count) => outputsOf(outcomes(count))],
  ['runs in a check', (count) => endedCheck(outcomes(count), [])],
  [
    'runs in a comment',
    (count) =>
      commentBody(
        {
          useKey: 'a1b2c3d4e5f6a7b8c9d0',
          useMark: '1',
          overview: overviewOf(outcomes(count), []),
          headSha: 'a'.repeat(40),
          workflowRun: { id: '1', number: 1, attempt: 1 },
          atMs: 0,
          repositoryUrl: 'https://github.com/octo-org/analytics',
        },
        undefined,
      ),
  ],
  ['cancelled runs in a summary', (count) => cancelReport(cancelled(count), false, 0)],
  ['cancelled runs in outputs', (count) => cancelOutputs(cancelled(count))],
  ['characters to escape', (count) => escapeMarkdown('[`<|@'.repeat(count))],
])('twice as many %s take about twice the work', async (_, make) => {
  // Excludes what is loaded once.
  make(100)
  const once = await workOf(() => make(1_000))
  const twice = await workOf(() => make(2_000))

  expect(twice).toBeLessThan(3 * once + 10_000)
})
