import { describe, expect, test } from 'vitest'
import { runInputDefaults } from '../../src/inputs/contract.ts'
import { openInputs } from '../../src/inputs/reader.ts'
import {
  parseBranch,
  parseCharts,
  readCheckInputs,
  readReportInputs,
} from '../../src/inputs/report-inputs.ts'
import { outcomeOf } from './outcome.ts'

const id = 'b3c1f0de-77a4-4c0e-9f43-2a6d5e8b9011'
const other = '5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22'

function read(given: Partial<Record<keyof typeof runInputDefaults, string>>) {
  const texts: Readonly<Record<string, string>> = given
  const reader = openInputs((name) => texts[name] ?? '', runInputDefaults)
  const inputs = readReportInputs(reader)
  return { inputs, problems: reader.all.map(({ input, message }) => `${input}: ${message}`) }
}

test('requests no reports by default', () => {
  expect(read({})).toStrictEqual({
    inputs: {
      prComment: false,
      reportKey: '',
      charts: [],
      chartsKeepDays: 90,
      gitHubToken: '',
      matrixLeg: '',
    },
    problems: [],
  })
})

test('reads all inputs', () => {
  const { inputs, problems } = read({
    'pr-comment': 'True',
    'pr-number': '# 12',
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
    reportKey: '',
    charts: [{ name: id, staticId: id }],
    chartSize: { width: 1200, height: 675 },
    chartTitles: false,
    chartsBranch: 'hex-charts',
    chartsKeepDays: 30,
    gitHubToken: 'ghs_x',
    matrixLeg: '{"region":"emea"}',
  })
})

test('an empty token fails the reports, not the run', () => {
  expect(read({ 'pr-comment': 'true', 'github-token': '' }).problems).toEqual([])
})

test.each([
  [
    { 'pr-comment': '12' },
    `pr-comment: "12" is a pull request number. Set 'pr-number' to this number, and set this input to true.`,
  ],
  [
    { 'pr-comment': ' #7\n' },
    `pr-comment: "#7" is a pull request number. Set 'pr-number' to this number, and set this input to true.`,
  ],
  [{ 'pr-comment': 'v12' }, 'pr-comment: "v12" is not a boolean. Use true or false.'],
  [{ 'pr-comment': '12th' }, 'pr-comment: "12th" is not a boolean. Use true or false.'],
  [
    { 'pr-number': 'seven' },
    'pr-number: "seven" is not a valid number. Use a whole number from 1 to 999999999.',
  ],
  [
    { 'pr-number': '0' },
    'pr-number: "0" is not a valid number. Use a whole number from 1 to 999999999.',
  ],
  [
    { 'pr-number': '7#1' },
    'pr-number: "7#1" is not a valid number. Use a whole number from 1 to 999999999.',
  ],
  [
    { 'check-name': 'a\nb' },
    'check-name: "a b" is not a valid name. Use one line of at most 100 characters.',
  ],
  [
    { 'check-name': 'x'.repeat(101) },
    `check-name: "${'x'.repeat(59)}…" is not a valid name. Use one line of at most 100 characters.`,
  ],
  [
    { charts: 'Revenue' },
    'charts: Not a chart: "Revenue". Enter one chart per line, as the static ID of its cell (a UUID) or as "name: id".',
  ],
  [
    { charts: id, 'charts-size': '50x50' },
    'charts-size: "50x50" is not a valid size. Use width x height in pixels, from 100 to 2000 each, for example "1200x675".',
  ],
  [
    { charts: id, 'charts-titles': 'yes' },
    'charts-titles: "yes" is not a boolean. Use true or false.',
  ],
  [
    { 'charts-branch': 'hex-charts' },
    "charts-branch: Has no effect without 'charts'. Set 'charts', or remove this input.",
  ],
  [
    { charts: id, 'charts-branch': 'a b' },
    'charts-branch: "a b" is not a valid branch name. Use a name such as "hex-charts".',
  ],
  [
    { charts: id, 'charts-branch': 'main' },
    'charts-branch: "main" looks like a development branch. Use a separate branch for the images, for example "hex-charts".',
  ],
  [
    { charts: id, 'charts-branch': 'refs/heads/master' },
    'charts-branch: "refs/heads/master" looks like a development branch. Use a separate branch for the images, for example "hex-charts".',
  ],
  [
    { charts: id, 'charts-keep-days': '0' },
    'charts-keep-days: "0" is not a valid number. Use a whole number from 1 to 3650.',
  ],
  [
    { charts: id, 'charts-keep-days': '3651' },
    'charts-keep-days: "3651" is not a valid number. Use a whole number from 1 to 3650.',
  ],
])('%j is one problem that says what to enter', (given, problem) => {
  expect(read(given).problems).toEqual([problem])
})

test('an invalid input adds one problem and no value', () => {
  expect(read({ 'pr-comment': 'x' }).inputs).toBeUndefined()
  expect(read({ charts: 'x' }).inputs).toBeUndefined()
  expect(read({ 'charts-keep-days': 'x' }).inputs).toBeUndefined()
})

test('accepts a name of 100 characters and ten years in charts-keep-days', () => {
  const { inputs, problems } = read({ 'check-name': 'é'.repeat(100), 'charts-keep-days': '3650' })

  expect(problems).toEqual([])
  expect(inputs).toMatchObject({ checkName: 'é'.repeat(100), chartsKeepDays: 3_650 })
})

test('ignores a token and a matrix job that GitHub did not evaluate', () => {
  expect(
    read({ 'github-token': '${{ github.token }}', 'matrix-leg': '${{ toJSON(matrix) }}' }).inputs,
  ).toMatchObject({ gitHubToken: '', matrixLeg: '' })
  expect(read({ 'matrix-leg': '{"a":"${{ x }}"}' }).inputs).toMatchObject({
    matrixLeg: '{"a":"${{ x }}"}',
  })
})

test.each([
  ['100x2000', { width: 100, height: 2_000 }],
  ['2000x100', { width: 2_000, height: 100 }],
  [' 800 X 600 ', { width: 800, height: 600 }],
  ['800×600', { width: 800, height: 600 }],
])('%j is a valid image size', (size, chartSize) => {
  expect(read({ charts: id, 'charts-size': size })).toMatchObject({
    inputs: { chartSize },
    problems: [],
  })
})

test.each([
  '99x500',
  '500x99',
  '2001x500',
  '500x2001',
  '1200',
  '1200x',
  'x675',
  '1200 675',
  'a1200x675',
  '1200x675px',
  '001200x675',
  '1200x000675',
  '12 00x675',
  '-500x500',
])('%j is not a valid image size', (size) => {
  expect(read({ charts: id, 'charts-size': size }).problems).toEqual([
    `charts-size: "${size}" is not a valid size. Use width x height in pixels, from 100 to 2000 each, for example "1200x675".`,
  ])
})

describe('charts', () => {
  test('are listed one per line, optionally with a name', () => {
    const text = `${id.toUpperCase()}\n\n  Revenue: by region: ${other}  `
    expect(outcomeOf(() => parseCharts(text))).toEqual({
      ok: true,
      value: [
        { name: id, staticId: id },
        { name: 'Revenue: by region', staticId: other },
      ],
    })
  })

  test.each([
    ['a dash before the ID', `- ${id}`, id],
    ['a dash with spaces', ` -   Churn: ${id}`, 'Churn'],
    ['a dash that belongs to the name', `-Churn: ${id}`, '-Churn'],
    ['a dash within the name', `Churn - EMEA: ${id}`, 'Churn - EMEA'],
    ['double quotes', `"Churn": ${id}`, 'Churn'],
    ['single quotes', `'Churn "net"': ${id}`, 'Churn "net"'],
    ['quotes of two kinds', `"Churn': ${id}`, `"Churn'`],
    ['quotes within the name', `The "net" churn: ${id}`, 'The "net" churn'],
    ['a quote at the end', `Churn"": ${id}`, 'Churn""'],
    ['quotes and what follows', `"Churn" net: ${id}`, '"Churn" net'],
    ['no space after the colon', `Churn:${id}`, 'Churn'],
    ['a space before the colon', `Churn : ${id}`, 'Churn'],
    ['a blank name', ` : ${id}`, id],
    ['a hundred characters', `${'é'.repeat(100)}: ${id}`, 'é'.repeat(100)],
  ])('a line with %s', (_, line, name) => {
    expect(outcomeOf(() => parseCharts(line))).toEqual({
      ok: true,
      value: [{ name, staticId: id }],
    })
  })

  test.each([
    ['only a name', 'Revenue'],
    ['half an ID', id.slice(1)],
    ['an ID that is too long', `${id}0`],
    ['an ID with a prefix', `x${id}`],
    ['a name of more than a hundred characters', `${'é'.repeat(101)}: ${id}`],
    ['a name with a control character', `a\u0007b: ${id}`],
  ])('rejects a line with %s', (_, line) => {
    expect(outcomeOf(() => parseCharts(line))).toEqual({
      ok: false,
      problem: expect.stringMatching(/^Not a chart: ".+"\. Enter one chart per line/),
    })
  })

  test('that are invalid are quoted, up to five of them', () => {
    expect(outcomeOf(() => parseCharts(['a', id, 'b', '', 'c', 'd', 'e', 'f'].join('\n')))).toEqual(
      {
        ok: false,
        problem:
          'Not a chart: "a", "b", "c", "d", "e". Enter one chart per line, as the static ID of its cell (a UUID) or as "name: id".',
      },
    )
  })

  test('are listed once each, twenty at most', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => id.slice(0, -2) + (10 + index)).join('\n')

    expect(outcomeOf(() => parseCharts(`${other}\n${id}\nAgain: ${id.toUpperCase()}`))).toEqual({
      ok: false,
      problem: `"${id}" is listed twice. Remove one of the two lines.`,
    })
    expect(outcomeOf(() => parseCharts(many(20))).ok).toBe(true)
    expect(outcomeOf(() => parseCharts(many(21)))).toEqual({
      ok: false,
      problem: 'Lists 21 charts. The limit is 20.',
    })
  })
})

describe('a branch’s name', () => {
  test.each([
    ['hex-charts', 'hex-charts'],
    ['reports/hex', 'reports/hex'],
    ['refs/heads/hex', 'hex'],
    ['ü', 'ü'],
    ['a.b', 'a.b'],
    ['a-', 'a-'],
    ['a@b', 'a@b'],
    ['a@', 'a@'],
    ['@a', '@a'],
    ['a{b}', 'a{b}'],
    ['lock', 'lock'],
    ['a.locks/b', 'a.locks/b'],
    ['mains', 'mains'],
    ['x/refs/heads/y', 'x/refs/heads/y'],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('accepts %.20s', (text, name) => {
    expect(outcomeOf(() => parseBranch(text))).toEqual({ ok: true, value: name })
  })

  test.each([
    'a..b',
    'a b',
    '-a',
    'a/',
    '/a',
    'a//b',
    'a.lock',
    'a.lock/b',
    'a\tb',
    'a\x7fb',
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
    'refs/heads/',
    'x'.repeat(201),
  ])('rejects %j', (name) => {
    expect(outcomeOf(() => parseBranch(name))).toEqual({
      ok: false,
      problem: expect.stringMatching(
        / is not a valid branch name. Use a name such as "hex-charts"\.$/,
      ),
    })
  })
})

describe('the check run alone', () => {
  const check = {
    'check-name': 'Hex',
    'pr-number': '#7',
    'report-key': 'nightly',
    'github-token': 'ghs_1',
    'matrix-leg': '{"market": "EMEA"}',
  }
  const readCheck = (inputs: Readonly<Record<string, string>>) =>
    readCheckInputs((name) => inputs[name] ?? '')

  test('is read whatever the other inputs are', () => {
    const others = { token: '', timeout: '30', 'pr-comment': 'maybe', charts: 'x', runs: '{' }

    expect(readCheck({ ...check, ...others })).toEqual({
      checkName: 'Hex',
      prNumber: 7,
      reportKey: 'nightly',
      gitHubToken: 'ghs_1',
      matrixLeg: '{"market": "EMEA"}',
      prComment: false,
      charts: [],
      chartsKeepDays: 90,
    })
  })

  test.each([{ 'check-name': 'a\nb' }, { 'pr-number': 'x' }, { 'report-key': 'x'.repeat(101) }])(
    'is not reported with %j',
    (wrong) => {
      expect(readCheck({ ...check, ...wrong })).toBeUndefined()
    },
  )
})
