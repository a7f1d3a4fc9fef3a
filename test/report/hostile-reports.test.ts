import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CancelOutcome, Result, Spared } from '../../src/cancel/outcome.ts'
import { plainLine } from '../../src/plain-text.ts'
import { cancelOutputs, cancelReport } from '../../src/report/cancel.ts'
import {
  abandonedCheck,
  type CommentFacts,
  commentBody,
  endedCheck,
  readMark,
  startedCheck,
} from '../../src/report/check-and-comment.ts'
import { overviewOf } from '../../src/report/overview.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import { parseCommand } from '../runner-host/workflow-commands.ts'
import { hostile, outcome, run, trouble } from './hostile-outcomes.ts'
import { projectId } from './outcomes.ts'
import { blocksOf, linksOf, selfMadeLinks, tagsOf } from './reading.ts'

const useKey = 'a1b2c3d4e5f6a7b8c9d0'
const repositoryUrl = 'https://github.com/octo-org/analytics'

/** One run, or several with names. */
const outcomes = fc.oneof(
  outcome.map((it) => [it]),
  fc.array(
    fc.tuple(outcome, hostile).map(([it, name]): Outcome => ({ ...it, name })),
    { minLength: 2, maxLength: 4 },
  ),
)
const chart = fc.tuple(hostile, outcome).map(([name, it]) => ({
  chart: { name, staticId: 's' },
  outcome: it,
  bytes: new Uint8Array(),
  fileName: 'chart.png',
  address: `${repositoryUrl}/blob/hex-charts/chart.png?raw=true`,
}))
const pictures = fc.array(chart, { maxLength: 6 })

test('a comment keeps its mark, its earlier results, and its sections, and links only to Hex and the repository', () => {
  fc.assert(
    fc.property(outcomes, outcomes, pictures, (before, after, shown) => {
      const facts = (number: number, told: ReadonlyArray<Outcome>): CommentFacts => ({
        useKey,
        useMark: String(number),
        overview: overviewOf(told, shown),
        headSha: String(number).repeat(40),
        workflowRun: { id: String(number), number, attempt: 1 },
        atMs: 0,
        repositoryUrl,
      })
      const comment = commentBody(facts(2, after), commentBody(facts(1, before), undefined))

      expect(readMark(comment, useKey)?.results).toMatchObject([
        { useMark: '2', workflowRun: { number: 2 } },
        { useMark: '1', workflowRun: { number: 1 } },
      ])
      expect(comment.match(/<!--/g)).toHaveLength(1)
      expect(comment).toContain('Earlier results (1)')
      expect(comment).toContain(`[\`2222222\`](${repositoryUrl}/commit/`)
      expectOnlyOurs(comment.replace(/<!--.*?-->\n?/g, ''), after, shown)
    }),
    { numRuns: 200 },
  )
})

test('a check has a title of one line and only our links, while in progress, completed, and abandoned', () => {
  fc.assert(
    fc.property(outcomes, pictures, run, (told, shown, going) => {
      const ended = endedCheck(told, shown)

      expect(ended.title).not.toBe('')
      expect(ended.title.length).toBeLessThanOrEqual(250)
      expectOnlyOurs(ended.summary, told, shown)
      for (const { summary, detailsUrl } of [
        startedCheck(going),
        abandonedCheck(going.runUrl, undefined),
      ]) {
        expect(detailsUrl).toBe(going.runUrl)
        expect(linksOf(summary)).toHaveLength(going.runUrl === undefined ? 0 : 1)
        expect([...tagsOf(summary), ...selfMadeLinks(summary)]).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})

const results: ReadonlyArray<Result> = [
  'cancelled',
  'requested',
  'ended',
  'listed',
  'unconfirmed',
  'refused',
  'untried',
]
const whys: ReadonlyArray<Spared> = ['ours', 'other-trigger', 'too-young', 'age-unknown']
const cancelOutcome: fc.Arbitrary<CancelOutcome> = fc.record({
  runs: fc.array(
    fc.record(
      {
        projectId: fc.constantFrom(projectId, projectId.replaceAll('0', '1')),
        run,
        result: fc.constantFrom(...results),
        trouble,
      },
      { requiredKeys: ['projectId', 'run', 'result'] },
    ),
    { maxLength: 5 },
  ),
  failures: fc.array(fc.record({ projectId: fc.constant(projectId), trouble }), { maxLength: 3 }),
  spared: fc.array(
    fc.record({ projectId: fc.constant(projectId), run, why: fc.constantFrom(...whys) }),
    { maxLength: 3 },
  ),
})

test('the results of cancelled runs are a table with a row for each, and lines without a workflow command', () => {
  fc.assert(
    fc.property(cancelOutcome, (it) => {
      const { summary, lines } = cancelReport(it, false, 0)
      const tables = blocksOf(summary).filter(({ type }) => type === 'table')

      expect(tables).toHaveLength(it.runs.length === 0 ? 0 : 1)
      if (it.runs.length > 0) expect(tables[0]).toMatchObject({ rows: { length: it.runs.length } })
      const troubled = it.runs.filter((each) => each.trouble !== undefined)
      expect(linksOf(summary)).toHaveLength(
        [...it.runs, ...troubled].filter((each) => each.run.runUrl !== undefined).length,
      )
      expect(tagsOf(summary).filter((tag) => !/^<\/?code>$/.test(tag))).toEqual([])
      expect(selfMadeLinks(summary)).toEqual([])
      for (const line of lines.map(plainLine)) {
        expect(parseCommand(line)).toBeNull()
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      }
      const outputs = cancelOutputs(it)
      expect(JSON.parse(outputs.results)).toHaveLength(it.runs.length + it.failures.length)
      expect(outputs.results).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 200 },
  )
})

/** All links lead to Hex, the repository, or its pictures; all tags are ours; all tables are complete. */
function expectOnlyOurs(
  markdown: string,
  told: ReadonlyArray<Outcome>,
  shown: ReadonlyArray<{ readonly outcome: Outcome }>,
): void {
  const hex = [...told, ...shown.map((picture) => picture.outcome)].flatMap((it) =>
    [it.run, ...(it.candidates ?? [])].flatMap((each) => each?.runUrl ?? []),
  )
  const hosts = hex.map((address) => new URL(address).host)
  const foreign = linksOf(markdown).filter(
    (address) => !address.startsWith(`${repositoryUrl}/`) && !hosts.includes(new URL(address).host),
  )
  expect(foreign).toEqual([])
  const ours =
    /^(<\/?code>|<br>|<details><summary>((?:Earlier results|More charts) \(\d+\))<\/summary>|<\/details>)$/
  expect(tagsOf(markdown).filter((tag) => !ours.test(tag))).toEqual([])
  expect(selfMadeLinks(markdown)).toEqual([])
  for (const block of blocksOf(markdown)) {
    if (block.type !== 'table') continue
    const widths = block.raw
      .trim()
      .split('\n')
      .map((line) => line.replace(/\\./g, '').split('|').length)
    expect(new Set(widths).size).toBe(1)
  }
}
