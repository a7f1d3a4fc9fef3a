import { describe, expect, test } from 'vitest'
import {
  abandonedCheck,
  type CommentFacts,
  commentBody,
  endedCheck,
  readMark,
  startedCheck,
} from '../../src/report/check-and-comment.ts'
import { overviewOf } from '../../src/report/overview.ts'
import type { Conclusion, Outcome } from '../../src/run/outcome.ts'
import { erroredWith, outcomeWith } from './outcomes.ts'

const key = 'a1b2c3d4e5f6a7b8c9d0'

interface Changes extends Partial<CommentFacts> {
  readonly outcomes?: ReadonlyArray<Outcome>
}

function facts(
  number: number,
  { outcomes = [outcomeWith()], ...changes }: Changes = {},
): CommentFacts {
  return {
    useKey: key,
    useMark: `a${number}`,
    overview: overviewOf(outcomes, []),
    headSha: String(number % 10).repeat(40),
    workflowRun: { id: String(1_000 + number), number, attempt: 1 },
    atMs: Date.UTC(2026, 10, 22, 3, number % 60) + 0.25,
    repositoryUrl: 'https://github.com/octo-org/analytics',
    ...changes,
  }
}

/** The comment after workflow runs of these numbers, in the order they finish. */
function bodyAfter(...all: ReadonlyArray<CommentFacts>): string {
  return all.reduce<string | undefined>((body, each) => commentBody(each, body), undefined) ?? ''
}

/** What a reader sees. */
function shown(body: string): string {
  return body.replaceAll(/<!--.*?-->\n?/g, '')
}

test('the result comes first, then the link to the run, the table, and the commit', () => {
  const lines = shown(commentBody(facts(1), undefined))
    .trim()
    .split('\n\n')

  expect(lines[0]).toBe('### ✅ Daily revenue: the run completed in 1 min 30 s')
  expect(lines[1]).toContain('[Open the run in Hex](https://app.hex.tech/')
  expect(lines[2]).toMatch(/^\| Status \| Duration \| Version \|\n/)
  expect(lines[3]).toContain(
    `[\`1111111\`](https://github.com/octo-org/analytics/commit/${'1'.repeat(40)})`,
  )
  expect(lines[3]).toContain('/actions/runs/1001/attempts/1')
})

test('several runs are counted, and those that failed are listed', () => {
  const outcomes = [
    outcomeWith({ name: 'revenue' }),
    erroredWith({ name: 'churn', projectTitle: 'Churn' }),
    outcomeWith({ name: 'orders' }),
  ]

  const body = shown(commentBody(facts(1, { outcomes }), undefined))

  expect(body).toMatch(/^### ❌ 1 of 3 runs did not succeed: 1 failed \(churn\)\n/)
  expect(body).toMatch(/> \[!CAUTION\]\n> - \*\*\[churn\]\(https:.*\)\*\*: Churn: the run failed/)
  expect(body.match(/^\| [✅❌] \|/gmu)).toHaveLength(3)
})

test('a project with a blank title is named by its ID', () => {
  const outcomes = ['a', 'b'].map((name) => outcomeWith({ name, projectTitle: ' ' }))
  expect(commentBody(facts(1, { outcomes }), undefined)).toContain(`\`${outcomeWith().projectId}\``)
})

describe('earlier results', () => {
  test('are folded, the newest first, and at most ten', () => {
    const body = bodyAfter(...Array.from({ length: 14 }, (_, index) => facts(index + 1)))

    const numbers = [...body.matchAll(/\| \[(\d+)\]\(/g)].map((match) => Number(match[1]))
    expect(numbers).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4])
    expect(body).toContain('<details><summary>Earlier results (10)</summary>')
  })

  test('an older run that ends later goes below the newer one', () => {
    const body = bodyAfter(facts(2, { outcomes: [erroredWith()] }), facts(1))

    expect(shown(body)).toMatch(/^### ❌/)
    expect(body).toMatch(/Earlier results \(1\)[\s\S]*\| ✅ \|/)
  })

  test('an even newer run lists both', () => {
    const body = bodyAfter(facts(2), facts(1, { outcomes: [erroredWith()] }), facts(3))

    expect([...body.matchAll(/\| \[(\d+)\]\(/g)].map((match) => match[1])).toEqual(['2', '1'])
  })

  test('do not contain the current result when it is written again', () => {
    expect(bodyAfter(facts(1), facts(1))).not.toContain('Earlier results')
  })

  test('contain another attempt of the same workflow run', () => {
    const again = facts(1, { useMark: 'b1', workflowRun: { id: '1001', number: 1, attempt: 2 } })
    expect(bodyAfter(facts(1, { outcomes: [erroredWith()] }), again)).toMatch(
      /\(1\)[\s\S]*attempts\/1/,
    )
  })

  test('contain both uses of one workflow run that share a comment', () => {
    const newer = commentBody(facts(3), undefined)
    const [one, two] = [facts(2, { outcomes: [erroredWith()] }), facts(2, { useMark: 'b2' })]
    const body = commentBody(one, commentBody(two, commentBody(one, newer)))

    expect(shown(body)).toMatch(/^### ✅/)
    expect(body).toMatch(/Earlier results \(2\)/)
    expect(readMark(body, key)?.results.map(({ useMark }) => useMark)).toEqual(['a3', 'a2', 'b2'])
  })

  test('have headlines that are never cut inside a character', () => {
    const long = erroredWith({ projectTitle: `${'x'.repeat(100)}${'😀'.repeat(100)}` })
    const also = erroredWith({ projectTitle: `${'x'.repeat(101)}${'😀'.repeat(100)}` })
    for (const it of [long, also]) {
      const body = bodyAfter(facts(1, { outcomes: [it] }), facts(2))
      expect(body).toMatch(/Earlier results \(1\)/)
      expect(body.isWellFormed()).toBe(true)
      expect(body).not.toContain('\ufffd')
    }
  })

  describe('that someone changed by hand', () => {
    const body = commentBody(facts(1), undefined)
    const line = Buffer.from(/results=(\S+)/.exec(body)?.[1] ?? '', 'base64').toString()
    const changedTo = (changed: string) =>
      shown(commentBody(facts(2), body.replace(/results=\S*/, `results=${changed}`)))
    const encoded = (text: string) => Buffer.from(text).toString('base64')

    test.each([
      ['%%%'],
      ['abc'],
      [''],
      [encoded(line.replace('success', 'constructor'))],
      [encoded(line.replace('1001.', ''))],
      [encoded(line.replace('1111111', 'x'))],
      [encoded(`| ${line}`)],
    ])('are dropped if they are invalid: %s', (changed) => {
      expect(changedTo(encoded(line))).toContain('Earlier results (1)')
      expect(changedTo(changed)).not.toContain('Earlier results')
    })

    test('are shown as text', () => {
      const forged = changedTo(
        encoded(line.replace('Daily', '<img src=x> | [Daily](https://evil.example.com)')),
      )
      expect(forged).toContain('Earlier results (1)')
      expect(forged).not.toMatch(/<img|[^\\]\]\(https:\/\/evil|[^\\]\| \\\[Daily/)
    })
  })

  test('of another attempt of a workflow run are sorted by attempt', () => {
    const attempt = (number: number, useMark: string) =>
      facts(1, { useMark, workflowRun: { id: '1001', number: 1, attempt: number } })
    const body = bodyAfter(attempt(2, 'b1'), attempt(1, 'a1'), facts(2))
    expect([...body.matchAll(/attempts\/(\d)\)/g)].map((match) => match[1])).toEqual([
      '1',
      '2',
      '1',
    ])
  })
})

describe('text from outside', () => {
  const hostile = '--> <!-- hex-run-action: earlier results --> <img src=x> | @octocat [x](y) `'

  test("can't end the hidden mark, forge a section, or become anything but text", () => {
    const outcomes = [outcomeWith({ projectTitle: hostile })]
    const first = commentBody(facts(1, { outcomes }), undefined)
    const second = commentBody(facts(2, { outcomes }), first)

    expect(shown(second)).not.toMatch(/<!--|<img|@octocat|[^\\]\]\(y\)/)
    expect(second).toMatch(/Earlier results \(1\)/)
    expect(commentBody(facts(1, { useMark: 'b1' }), second)).toMatch(/Commit \[`2222222`/)
  })

  test("a mark inside a comment is not the comment's mark", () => {
    const body = commentBody(facts(1), undefined)
    expect(readMark(body, key)?.results).toMatchObject([
      { useMark: 'a1', workflowRun: { number: 1 } },
    ])
    expect(readMark(`> ${body}`, key)).toBeUndefined()
    expect(readMark(body, 'a1b2')).toBeUndefined()
  })
})

// GitHub's editor saves a comment with these line breaks.
test('a comment that was edited in the browser keeps its mark, its newest result, and the earlier ones', () => {
  const before = bodyAfter(facts(1), facts(2))
  const edited = before.replaceAll('\n', '\r\n')

  expect(readMark(edited, key)).toEqual(readMark(before, key))
  for (const number of [1, 3])
    expect(commentBody(facts(number, { useMark: 'b' }), edited)).toBe(
      commentBody(facts(number, { useMark: 'b' }), before),
    )
})

test('text that does not fit is cut with a note, and the mark and the earlier results are kept', () => {
  const outcomes = Array.from({ length: 900 }, (_, index) =>
    outcomeWith({ name: `run ${index} ${'ü'.repeat(60)}` }),
  )

  const body = commentBody(facts(2, { outcomes }), commentBody(facts(1), undefined))

  expect([...body].length).toBeLessThanOrEqual(65_536)
  expect(body).toContain('The rest did not fit and was omitted.')
  expect(readMark(body, key)).toBeDefined()
  expect(body).toContain('Earlier results (1)')
})

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
