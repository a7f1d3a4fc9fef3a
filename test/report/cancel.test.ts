import { expect, test } from 'vitest'
import type { CancelOutcome, RunResult } from '../../src/cancel/outcome.ts'
import { cancelOutputs, cancelReport } from '../../src/report/cancel.ts'

const projectId = '019814d7-a5f1-7008-b413-872974a7a308'
const nowMs = Date.UTC(2026, 4, 5, 4, 30)

test('the summary has a row for each run, with a link, its age, and its result', () => {
  const outcome = outcomeOf([
    resultOf('one', 'cancelled', { runTrigger: 'API', startTime: '2026-05-05T03:00:00Z' }),
    resultOf('two', 'ended', { status: 'COMPLETED' }),
  ])
  expect(cancelReport(outcome, false, nowMs).summary).toBe(
    `### 🧹 One run was cancelled, one run had already ended

| Run | Trigger | Age | Status | Result |
| :-- | :-- | --: | :-- | :-- |
| [one](https://app.hex.tech/run/one) | \`API\` | 1 h 30 min | \`KILLED\` | Was cancelled |
| [two](https://app.hex.tech/run/two) |  |  | \`COMPLETED\` | Had already ended |
`,
  )
})

test("the summary names the project of each run if there are several, and shows Hex's response", () => {
  const other = { ...resultOf('two', 'refused'), projectId: 'other' }
  const trouble = { text: '422. Run cannot be cancelled.' }
  const outcome = outcomeOf([resultOf('one', 'cancelled'), { ...other, trouble }])
  const summary = cancelReport(outcome, false, nowMs).summary
  expect(summary).toContain('| Run | Project | Trigger |')
  expect(summary).toContain('| [two](https://app.hex.tech/run/two) | `other` |')
  expect(summary).toMatch(
    /> \[!CAUTION\]\n> \[two\]\(https:\/\/app\.hex\.tech\/run\/two\): 422\\?\. Run cannot be cancelled/,
  )
})

test('the summary says if there was nothing to cancel', () => {
  expect(cancelReport(outcomeOf([]), false, nowMs).summary).toBe(
    '### 🧹 No active runs to cancel\n',
  )
})

test("the summary and the outputs stay below GitHub's limits, with a note about what is missing", () => {
  const long = 'x'.repeat(3_000)
  const many = Array.from({ length: 2_000 }, (_, index) =>
    resultOf(`run-${index}`, 'cancelled', { runUrl: `https://app.hex.tech/${long}` }),
  )
  const summary = cancelReport(outcomeOf(many), false, nowMs).summary
  expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576)
  expect(summary.match(/^\| \[/gm)).toHaveLength(200)
  expect(summary).toContain('Runs not shown: 1800')

  const outputs = cancelOutputs(outcomeOf(many))
  expect(outputs['cancelled-count']).toBe('2000')
  expect(JSON.parse(outputs['cancelled-run-ids'])).toHaveLength(2_000)
})

test('projects that could not be read and have no room for an annotation share one', () => {
  const trouble = { text: '404. Not found.' }
  const failuresOf = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ projectId: `p${index}`, trouble }))
  const messages = (count: number) =>
    cancelReport({ ...outcomeOf([]), failures: failuresOf(count) }, false, nowMs).annotations.map(
      ({ message }) => message,
    )
  const headline = (count: number) => `${count} projects could not be read.`

  expect(messages(9)).toEqual([
    ...Array.from({ length: 9 }, (_, index) => `Project p${index}: 404. Not found.`),
    headline(9),
  ])
  expect(messages(12)).toHaveLength(10)
  expect(messages(12).slice(-3)).toEqual([
    'Project p7: 404. Not found.',
    [
      '4 more projects:',
      ...['p8', 'p9', 'p10', 'p11'].map((id) => `Project ${id}: 404. Not found.`),
    ].join('\n'),
    headline(12),
  ])
})

test("the summary shows Hex's response as text, whatever it contains", () => {
  const trouble = { text: '404. <script> | [x](https://evil.example) @team', traceId: 'abc' }
  const outcome = { ...outcomeOf([]), failures: [{ projectId, trouble }] }
  const summary = cancelReport(outcome, false, nowMs).summary
  expect(summary).toContain('### ❌ One project could not be read')
  expect(summary).not.toMatch(/<script>|\[x\]\(|@team/)
})

test.each([
  ['cancelled', false, '🧹'],
  ['ended', false, '🧹'],
  ['requested', false, '🧹'],
  ['listed', false, '🧹'],
  ['refused', false, '❌'],
  ['unconfirmed', false, '❌'],
  ['untried', false, '❌'],
  ['untried', true, '🚫'],
  ['cancelled', true, '🧹'],
] as const)('the icon for a run that is %s (job cancelled: %s) is %s', (result, aborted, icon) => {
  const report = cancelReport(outcomeOf([resultOf('one', result)]), aborted, nowMs)
  expect(report.summary).toContain(`### ${icon} `)
  expect(report.isFailed).toBe(icon !== '🧹')
})

test('the outputs count only runs whose cancel Hex accepted', () => {
  const results = ['cancelled', 'requested', 'unconfirmed', 'ended', 'refused', 'listed'] as const
  const outputs = cancelOutputs(outcomeOf(results.map((result) => resultOf(result, result))))
  expect(JSON.parse(outputs['cancelled-run-ids'])).toEqual([
    'cancelled',
    'requested',
    'unconfirmed',
  ])
})

test('the reason why runs were not cancelled is shown', () => {
  const run = { runId: 'one', status: 'RUNNING' }
  const spared = (['too-young', 'age-unknown', 'too-young'] as const).map((why) => ({
    projectId,
    run,
    why,
  }))
  expect(cancelReport({ ...outcomeOf([]), spared }, false, nowMs).lines).toContain(
    "Not cancelled: 2 too recent for 'older-than', 1 of unknown age.",
  )
  const listed = outcomeOf([resultOf('one', 'listed'), resultOf('two', 'listed')])
  expect(cancelReport(listed, false, nowMs).lines).toContain('2 runs would be cancelled.')
})

function outcomeOf(runs: ReadonlyArray<RunResult>): CancelOutcome {
  return { runs, failures: [], spared: [] }
}

function resultOf(
  runId: string,
  result: RunResult['result'],
  run: Partial<RunResult['run']> = {},
): RunResult {
  const runUrl = `https://app.hex.tech/run/${runId}`
  return { projectId, result, run: { runId, runUrl, status: 'KILLED', ...run } }
}
