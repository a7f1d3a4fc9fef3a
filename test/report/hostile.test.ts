import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../../src/hex/wire.ts'
import { plainLine } from '../../src/plain-text.ts'
import { leftoverReport, whyLeft } from '../../src/report/leftover.ts'
import { annotationsOf, detailsOf } from '../../src/report/outputs.ts'
import { createProgress } from '../../src/report/progress.ts'
import { severalSummaryOf, summaryOf } from '../../src/report/summary.ts'
import { verdictLine } from '../../src/report/verdict.ts'
import { isGreen, type Outcome } from '../../src/run/outcome.ts'
import { parseCommand } from '../runner-host/workflow-commands.ts'
import { commands, hostile, outcome, project, run, trouble } from './hostile-outcomes.ts'
import { projectId } from './outcomes.ts'
import { asSeen, blocksOf, factsOf, linksOf, selfMadeLinks, tagsOf } from './reading.ts'

const asked = fc.record(
  {
    parameterNames: fc.array(hostile, { maxLength: 5 }),
    viewId: hostile,
    updatesPublishedResults: fc.boolean(),
    usesSqlCache: fc.boolean(),
  },
  { requiredKeys: ['parameterNames', 'updatesPublishedResults', 'usesSqlCache'] },
)

test('a printed line is one line and not a workflow command', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, more) => {
      const line = plainLine(text)
      expectHarmless(line)
      expectHarmless(plainLine(`${text}${more}`))
      expect([inked(text), `│${inked(text)}`]).toContain(inked(line))
    }),
    { numRuns: 5_000 },
  )
})

const killed = whyLeft({ jobStatus: '', wasStopped: false, hasEnded: false })

test('no event, outcome, or leftover can write a workflow command to the log', () => {
  fc.assert(
    fc.property(outcome, run, trouble, project, (it, polled, told, { title }) => {
      const progress = createProgress()
      const lines = [
        ...progress({ kind: 'project', title }, 0),
        ...progress({ kind: 'started', run: polled, attempt: 1, adopted: true }, 0),
        ...progress({ kind: 'polled', run: polled }, 1),
        ...progress({ kind: 'poll-failed', trouble: told, forMs: 1 }, 2),
        ...progress({ kind: 'waiting', why: 'hex', waitMs: 1, trouble: told }, 3),
        ...detailsOf(it).map((fact) => fact.join(': ')),
        verdictLine(it),
        ...annotationsOf([it]).flatMap(({ message, title }) => [message, title]),
        leftoverReport({ kind: 'ended', run: polled }, { phase: 'settled' }, killed).line,
      ]
      for (const line of lines) expectHarmless(plainLine(line))
    }),
    { numRuns: 500 },
  )
})

test('a summary has its heading, its alert, its tables, and only our links', () => {
  fc.assert(
    fc.property(outcome, asked, (it, what) => {
      const summary = summaryOf(it, what)
      const kinds = blocksOf(summary).map(({ type }) => type)

      expect(kinds.join(' ')).toMatch(
        /^heading( blockquote)?( paragraph)?( table)?( html table html)?$/,
      )
      const address = it.reason === 'dry_run' ? undefined : it.run?.runUrl
      expect(linksOf(summary)).toHaveLength(
        (address === undefined ? 0 : 1) + linkedCandidates(it).length,
      )
      const ours = /^(<\/?code>|<br>|<details><summary>Details<\/summary>|<\/details>)$/
      expect(tagsOf(summary).filter((tag) => !ours.test(tag))).toEqual([])
      expect(selfMadeLinks(summary)).toEqual([])
      const facts = factsOf(summary)
      expect(facts.every((cells) => cells.length === 2)).toBe(true)
      const shown = Object.fromEntries(facts)
      expect(facts.filter(([name = '', text]) => shown[name] !== text)).toEqual([])
      const status = asSeen(it.run?.status ?? '')
      if (it.reason !== 'dry_run' && status !== '') expect(shown['Status']).toBe(status)
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576)
    }),
    { numRuns: 1_000 },
  )
})

test('the summary of several runs has a row for each, only our links, and a timeline without text from outside', () => {
  const named = fc
    .tuple(outcome, hostile)
    .map(([it, name]): Outcome => ({ ...it, name: `a${name}` }))
  fc.assert(
    fc.property(fc.array(named, { minLength: 2, maxLength: 6 }), (outcomes) => {
      const summary = severalSummaryOf(outcomes)
      const blocks = blocksOf(summary)
      const rows = blocks.find(({ type }) => type === 'table')

      expect(blocks.map(({ type }) => type).join(' ')).toMatch(
        /^heading( blockquote)? table( html code html)?$/,
      )
      expect(rows).toMatchObject({ rows: { length: outcomes.length } })
      const borders = rows?.raw
        .trim()
        .split('\n')
        .map((line) => line.replace(/\\./g, '').split('|').length)
      expect(new Set(borders).size).toBe(1)
      const isRed = ({ conclusion }: Outcome) => !isGreen(conclusion)
      // One in the row, and one in the advice.
      const links = [...outcomes, ...outcomes.filter(isRed)].filter(({ run: its }) => its?.runUrl)
      const candidates = outcomes.filter(isRed).flatMap(linkedCandidates)
      expect(linksOf(summary)).toHaveLength(links.length + candidates.length)
      expect(tagsOf(summary).filter((tag) => !/^<\/?code>$|^<\/?details>/.test(tag))).toEqual([])
      expect(selfMadeLinks(summary)).toEqual([])
      const diagram = blocks.find(({ type }) => type === 'code')
      for (const line of (diagram?.type === 'code' ? String(diagram.text) : '')
        .split('\n')
        .slice(3)) {
        expect(line).toMatch(/^ {2}Run [^:;#\n]*:((done|crit|active), )?r\d, \d+, \d+$/)
      }
    }),
    { numRuns: 500 },
  )
})

test("a leftover's report is a line and a list of links", () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 3 }), trouble, (runs, told) => {
      const entry = { phase: 'intent', projectId } as const
      const several = leftoverReport({ kind: 'unclear', runs }, entry, killed).markdown
      const unseen = leftoverReport({ kind: 'unseen', trouble: told }, entry, killed).markdown

      expect(blocksOf(several).map(({ type }) => type)).toEqual(
        runs.length === 0 ? ['paragraph'] : ['paragraph', 'list'],
      )
      expect(linksOf(several)).toHaveLength(
        runs.filter(({ runUrl: address }) => address !== undefined).length,
      )
      expect(blocksOf(unseen).map(({ type }) => type)).toEqual(['paragraph'])
      expect([...linksOf(unseen), ...tagsOf(unseen), ...selfMadeLinks(unseen)]).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test.each(commands)('a megabyte of %j is one line', (text) => {
  const line = plainLine(text.repeat(1_000_000 / text.length))

  expect(parseCommand(line)).toBeNull()
})

/** The candidates with a known URL. */
function linkedCandidates({ reason, candidates = [] }: Outcome): ReadonlyArray<Run> {
  return reason === 'start_unknown' || reason === 'start_refused'
    ? candidates.filter(({ runUrl: its }) => its)
    : []
}

/** Lines as .NET splits them, and commands as the runner finds them. */
function expectHarmless(line: string): void {
  expect(line.split(/\r\n|\n|\r/)).toHaveLength(1)
  expect(parseCommand(line)).toBeNull()
  expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
}

/** The visible characters of a text. */
function inked(text: string): string {
  return asSeen(text).replace(/[\s\ufeff]/g, '')
}
