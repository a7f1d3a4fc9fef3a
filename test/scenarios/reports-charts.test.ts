import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sampleGitHubToken } from '../github-simulator/world.ts'
import { churnChart, codeCell, revenueChart, setStage, warningsOf } from './reports-stage.ts'

const charts = `Net revenue: ${revenueChart}\n${churnChart}`

test('pictures of a completed run are files with readable names', async () => {
  const { gitHub, run } = await setStage()

  const report = await run({ charts, 'charts-size': '800x450' }, { keep: true })

  onTestFinished(() => rmSync(dirname(report.files.temp), { recursive: true }))
  const paths = pathsOf(report.main.outputs)
  expect(paths.map((path) => basename(path))).toEqual(['net-revenue.png', `${churnChart}.png`])
  for (const path of paths) {
    expect(path.startsWith(report.files.temp)).toBe(true)
    const png = readFileSync(path)
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 450])
  }
  expect(warningsOf(report)).toEqual([])
  expect(gitHub.operations()).toEqual([])
})

test('a cell that is no chart, or does not exist, is one warning; the others are pictured', async () => {
  const { run } = await setStage()
  const nowhere = '00000000-0000-4000-8000-000000000000'

  const report = await run({ charts: `${charts}\nForecast: ${codeCell}\nOld one: ${nowhere}` })

  expect(report.conclusion).toBe('success')
  expect(pathsOf(report.main.outputs)).toHaveLength(2)
  expect(warningsOf(report)).toEqual([
    expect.stringMatching(/'Forecast'.*422/),
    expect.stringMatching(/'Old one'.*404/),
  ])
})

test('a run that failed has no pictures, and Hex is not asked for any', async () => {
  const { hex, run } = await setStage({ plans: [{ pendingMs: 20, runningMs: 20, end: 'ERRORED' }] })

  const report = await run({ charts })

  expect(pathsOf(report.main.outputs)).toEqual([])
  expect(hex.world.requests().map(({ operation }) => operation)).not.toContain(
    'GetChartImageFromRun',
  )
})

test('a response that is not a PNG is not saved', async () => {
  const { hex, run } = await setStage()
  hex.world.addFault({
    operation: 'GetChartImageFromRun',
    kind: 'status',
    status: 200,
    body: JSON.stringify({
      mimeType: 'image/png',
      imageBase64: Buffer.from('<svg onload="alert(1)"/>').toString('base64'),
    }),
  })

  const report = await run({ charts: revenueChart })

  expect(pathsOf(report.main.outputs)).toEqual([])
  expect(warningsOf(report)).toEqual([expect.stringContaining('not a PNG image')])
})

test('with a branch, the pictures are committed once and show in summary, comment and check', async () => {
  const { gitHub, run } = await setStage()
  const inputs = { charts, 'charts-branch': 'hex-charts', 'pr-comment': true, 'check-name': 'Hex' }

  const report = await run(inputs)

  expect(gitHub.violations()).toEqual([])
  expect(warningsOf(report)).toEqual([])
  expect(gitHub.operations().filter((each) => each === 'git/create-commit')).toHaveLength(1)
  const [first = ''] = [...gitHub.world.filesOn('hex-charts').keys()]
  expect(first).toMatch(/^hex-charts\/\d{4}-\d{2}-\d{2}\/[0-9a-f-]{36}\/.+\.png$/)
  const address = /!\[Chart Net revenue\]\((http[^)]+)\)/.exec(report.main.summary)?.[1] ?? ''
  const tip = gitHub.world.refs.get('refs/heads/hex-charts')
  expect(address).toMatch(
    new RegExp(`^${gitHub.url}/octo-org/analytics/blob/${tip}/.+/net-revenue\\.png\\?raw=true$`),
  )
  const shown = await fetch(address)
  expect(
    Buffer.from(await shown.arrayBuffer())
      .subarray(1, 4)
      .toString('latin1'),
  ).toBe('PNG')
  expect(gitHub.world.comments[0]?.body).toContain(address)
  expect(gitHub.world.checkRuns[0]?.output?.summary).toContain(address)
})

test('the default branch gets no pictures', async () => {
  const { gitHub, run } = await setStage({ defaultBranch: 'trunk' })

  const report = await run({ charts, 'charts-branch': 'trunk' })

  expect(report.conclusion).toBe('success')
  expect(warningsOf(report)).toEqual([expect.stringContaining('looks like a development branch')])
  expect([...gitHub.world.filesOn('trunk').keys()]).toEqual(['README.md'])
})

test('without the permission the pictures stay files, and one warning says what is missing', async () => {
  const { run } = await setStage({
    tokens: [{ ...sampleGitHubToken, permissions: { contents: 'read' } }],
  })

  const report = await run({ charts, 'charts-branch': 'hex-charts' })

  expect(report.conclusion).toBe('success')
  expect(pathsOf(report.main.outputs)).toHaveLength(2)
  expect(warningsOf(report)).toEqual([expect.stringContaining("'permissions: contents: write'")])
})

test('jobs that commit at the same moment lose none of their pictures', async () => {
  const { gitHub, run } = await setStage()
  const regions = ['emea', 'apac', 'amer', 'anz']

  const reports = await Promise.all(
    regions.map((region) => run({ charts, 'charts-branch': 'hex-charts' }, { matrix: { region } })),
  )

  expect(reports.flatMap(warningsOf)).toEqual([])
  expect(gitHub.world.filesOn('hex-charts').size).toBe(8)
})

test('without a comment, a check or a branch nothing of GitHub is needed', async () => {
  const { run } = await setStage()

  const report = await run({ charts: revenueChart }, { githubToken: '' })

  expect(warningsOf(report)).toEqual([])
  expect(existsSync(pathsOf(report.main.outputs)[0] ?? '')).toBe(false)
  expect(pathsOf(report.main.outputs)).toHaveLength(1)
})

function pathsOf(outputs: Readonly<Record<string, string>>): ReadonlyArray<string> {
  return JSON.parse(outputs['chart-paths'] ?? 'null') as ReadonlyArray<string>
}
