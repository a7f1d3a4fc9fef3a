import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sampleGitHubToken } from '../github-simulator/world.ts'
import { churnChart, codeCell, revenueChart, setStage, warningsOf } from './reports-stage.ts'

const charts = `Net revenue: ${revenueChart}\n${churnChart}`

test('saves the charts of a completed run as files with readable names', async () => {
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

test('warns once about a cell that is not a chart or does not exist and exports the others', async () => {
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

test('exports nothing for a failed run and sends no request', async () => {
  const { hex, run } = await setStage({ plans: [{ pendingMs: 20, runningMs: 20, end: 'ERRORED' }] })

  const report = await run({ charts })

  expect(pathsOf(report.main.outputs)).toEqual([])
  expect(hex.world.requests().map(({ operation }) => operation)).not.toContain(
    'GetChartImageFromRun',
  )
})

test('does not save a response that is not a PNG', async () => {
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

test('commits the images once to the branch and shows them in the summary, comment, and check run', async () => {
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

test('does not commit images to the default branch', async () => {
  const { gitHub, run } = await setStage({ defaultBranch: 'trunk' })

  const report = await run({ charts, 'charts-branch': 'trunk' })

  expect(report.conclusion).toBe('success')
  expect(warningsOf(report)).toEqual([expect.stringContaining('looks like a development branch')])
  expect([...gitHub.world.filesOn('trunk').keys()]).toEqual(['README.md'])
})

test('without the permission, keeps the images as files and names the permission in one warning', async () => {
  const { run } = await setStage({
    tokens: [{ ...sampleGitHubToken, permissions: { contents: 'read' } }],
  })

  const report = await run({ charts, 'charts-branch': 'hex-charts' })

  expect(report.conclusion).toBe('success')
  expect(pathsOf(report.main.outputs)).toHaveLength(2)
  expect(warningsOf(report)).toEqual([expect.stringContaining("'permissions: contents: write'")])
})

test('jobs that commit at the same time lose no images', async () => {
  const { gitHub, run } = await setStage()
  const regions = ['emea', 'apac', 'amer', 'anz']

  const reports = await Promise.all(
    regions.map((region) => run({ charts, 'charts-branch': 'hex-charts' }, { matrix: { region } })),
  )

  expect(reports.flatMap(warningsOf)).toEqual([])
  expect(gitHub.world.filesOn('hex-charts').size).toBe(8)
})

test('without a comment, check run, or branch, sends nothing to GitHub', async () => {
  const { run } = await setStage()

  const report = await run({ charts: revenueChart }, { githubToken: '' })

  expect(warningsOf(report)).toEqual([])
  expect(existsSync(pathsOf(report.main.outputs)[0] ?? '')).toBe(false)
  expect(pathsOf(report.main.outputs)).toHaveLength(1)
})

function pathsOf(outputs: Readonly<Record<string, string>>): ReadonlyArray<string> {
  return JSON.parse(outputs['chart-paths'] ?? 'null') as ReadonlyArray<string>
}
