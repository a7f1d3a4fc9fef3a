import { describe, expect, test } from 'vitest'
import { runInputDefaults } from '../../src/inputs/contract.ts'
import { collectProblems } from '../../src/inputs/problems.ts'
import { parseBranch, parseCharts, readReportInputs } from '../../src/inputs/report-inputs.ts'

const id = 'b3c1f0de-77a4-4c0e-9f43-2a6d5e8b9011'
const other = '5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22'

function read(given: Partial<Record<keyof typeof runInputDefaults, string>>) {
  const problems = collectProblems()
  const inputs = readReportInputs((name) => given[name] || runInputDefaults[name], problems)
  return { inputs, problems: problems.all.map(({ input, message }) => `${input}: ${message}`) }
}

test('nothing is asked for by default', () => {
  expect(read({})).toEqual({
    inputs: {
      prComment: false,
      charts: [],
      chartsKeepDays: 90,
      gitHubToken: '',
      matrixLeg: '',
    },
    problems: [],
  })
})

test('everything at once', () => {
  const { inputs, problems } = read({
    'pr-comment': 'True',
    'pr-number': '#12',
    'check-name': 'Hex / revenue',
    charts: id,
    'charts-size': '1200x675',
    'charts-titles': 'false',
    'charts-branch': 'refs/heads/hex-charts',
    'charts-keep-days': '30',
    'github-token': 'ghs_x',
    'matrix-leg': '{"region":"emea"}',
  })
  expect(problems).toEqual([])
  expect(inputs).toEqual({
    prComment: true,
    prNumber: 12,
    checkName: 'Hex / revenue',
    charts: [{ name: id, staticId: id }],
    chartSize: { width: 1200, height: 675 },
    chartTitles: false,
    chartsBranch: 'hex-charts',
    chartsKeepDays: 30,
    gitHubToken: 'ghs_x',
    matrixLeg: '{"region":"emea"}',
  })
})

test('an empty token is a report’s trouble, never a reason not to run', () => {
  expect(read({ 'pr-comment': 'true', 'github-token': '' }).problems).toEqual([])
})

test.each([
  [{ 'pr-comment': '12' }, /pr-comment: .*'pr-number'/],
  [{ 'pr-number': 'seven' }, /pr-number: /],
  [{ 'check-name': 'a\nb' }, /check-name: .*one line/],
  [{ charts: 'Revenue' }, /charts: "Revenue".*static id/],
  [{ charts: id, 'charts-size': '50x50' }, /charts-size: .*100 to 2000/],
  [{ charts: id, 'charts-size': '1200' }, /charts-size: .*1200x675/],
  [{ 'charts-branch': 'hex-charts' }, /charts-branch: .*no pictures/],
  [{ charts: id, 'charts-branch': 'main' }, /charts-branch: .*work on/],
  [{ charts: id, 'charts-keep-days': '0' }, /charts-keep-days: /],
])('%j is one problem that says what to write', (given, expected) => {
  const { problems } = read(given)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(expected)
})

describe('charts', () => {
  test('are one a line, with a name in front where one is wanted', () => {
    const text = `${id.toUpperCase()}\n\n  Revenue: by region: ${other}  `
    expect(parseCharts(text)).toEqual({
      ok: true,
      value: [
        { name: id, staticId: id },
        { name: 'Revenue: by region', staticId: other },
      ],
    })
  })

  test('may be written as a YAML list', () => {
    expect(parseCharts(`- ${id}\n- "Churn": ${other}`)).toMatchObject({
      value: [{ staticId: id }, { name: 'Churn', staticId: other }],
    })
  })

  test('are named once, and not more than twenty', () => {
    const many = Array.from({ length: 21 }, (_, index) => id.slice(0, -2) + (10 + index)).join('\n')
    expect(parseCharts(`${id}\nAgain: ${id}`)).toMatchObject({
      problem: expect.stringContaining('twice'),
    })
    expect(parseCharts(many)).toMatchObject({ problem: expect.stringContaining('at most 20') })
  })
})

describe('a branch’s name', () => {
  test.each(['hex-charts', 'reports/hex', 'ü', 'a.b'])('%s is one', (name) => {
    expect(parseBranch(name)).toEqual({ ok: true, value: name })
  })

  test.each([
    'a..b',
    'a b',
    '-a',
    'a/',
    '/a',
    'a//b',
    'a.lock',
    '.a',
    'a/.b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[b',
    'a\\b',
    'a@{b',
    '@',
    'a.',
    'refs/tags/v1',
    'x'.repeat(300),
  ])('%j is none', (name) => {
    expect(parseBranch(name).ok).toBe(false)
  })
})
