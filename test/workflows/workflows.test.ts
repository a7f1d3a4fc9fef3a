import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemsOfAction, problemsOfWorkflow } from './linters.ts'
import { allWorkflows, manifests, root, stepsOf, workflowAt } from './workflow-files.ts'

const workflows = allWorkflows()
const sample = `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo
`

test('has the workflows that a maintainer expects', () => {
  expect(workflows.map(({ path }) => path.replace('.github/workflows/', ''))).toEqual(
    expect.arrayContaining([
      'ci.yml',
      'self-test.yml',
      'codeql.yml',
      'scorecard.yml',
      'release.yml',
    ]),
  )
})

test.each(workflows)('actionlint and GitHub accept $path', async ({ text, path }) => {
  expect(await problemsOfWorkflow(text, path)).toEqual([])
})

test.each(manifests)('GitHub accepts %s', (path) => {
  expect(problemsOfAction(readFileSync(join(root, path), 'utf8'), path)).toEqual([])
})

test.each([
  ['a misspelled key', 'runs-on:', 'run-on:', /run-on/],
  ['untrusted text in a script', 'echo', 'echo ${{ github.event.issue.title }}', /untrusted/],
  ['an unknown expression', 'echo', 'echo ${{ nothing.here }}', /nothing/],
])('actionlint and GitHub reject %s', async (_, good, bad, complaint) => {
  expect(await problemsOfWorkflow(sample, 'sample.yml')).toEqual([])
  const problems = await problemsOfWorkflow(sample.replace(good, bad), 'sample.yml')
  expect(problems.join('\n')).toMatch(complaint)
})

test.each([
  ['an icon that Marketplace does not have', 'icon: play-circle', 'icon: hexagon', /hexagon/],
  ['an unknown stage', 'post: ', 'after: ', /after/],
])('GitHub rejects %s', (_, good, bad, complaint) => {
  const action = readFileSync(join(root, 'action.yml'), 'utf8')
  expect(problemsOfAction(action.replace(good, bad), 'action.yml').join('\n')).toMatch(complaint)
})

test.each(workflows)('$path pins every action to a full commit hash', ({ text }) => {
  for (const [, action = ''] of text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)) {
    expect(action).toMatch(/^\.\/|^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  }
})

test('all workflows use the same version of each action', () => {
  const pinned = new Set(
    workflows.flatMap(({ text }) =>
      [...text.matchAll(/uses: (\w[\w.-]*\/[\w.-]+)\S*@(.*)$/gm)].map(
        ([, name, at]) => `${name}@${at}`,
      ),
    ),
  )
  const names = [...pinned].map((each) => each.split('@')[0])
  expect(names).toEqual([...new Set(names)])
})

test.each(workflows)('$path grants permissions only to single jobs', (workflow) => {
  expect(workflow.permissions).toEqual({})
  for (const { permissions, steps = [] } of Object.values(workflow.jobs)) {
    const checksOut = steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))
    if (checksOut) expect(permissions).toBeDefined()
  }
})

test.each(workflows)('$path has a timeout for each job, and a concurrency group', (workflow) => {
  expect(workflow.concurrency).toBeDefined()
  for (const job of Object.values(workflow.jobs)) {
    // A called workflow has its own ends, and is looked at like any other.
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
  }
})

test('the gate of ci needs every other job', () => {
  const { gate, ...others } = workflowAt('.github/workflows/ci.yml').jobs
  expect(gate?.needs).toEqual(Object.keys(others))
  expect(gate?.if).toBe('always()')
})

test.each(workflows)('$path leaves no token in the checkout', (workflow) => {
  for (const { uses, with: given } of stepsOf(workflow)) {
    if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false)
  }
})

test.each(workflows)('$path installs nothing in a job that can write or sign', (workflow) => {
  for (const { permissions = {}, steps = [] } of Object.values(workflow.jobs)) {
    // What code scanning is told is no code that anybody runs.
    const { 'security-events': _, ...others } = permissions
    if (!Object.values(others).includes('write')) continue
    for (const { run = '' } of steps)
      expect(run).not.toMatch(/\bnpm |\bnpx |node (?!scripts\/release\/move-tag\.ts)/)
  }
})

test.each(workflows)('$path uses no expression in a script', (workflow) => {
  for (const { run = '' } of stepsOf(workflow)) expect(run).not.toContain('${{')
})

test('no workflow uses pull_request_target', () => {
  for (const { text } of workflows) expect(text).not.toMatch(/^\s*pull_request_target:/m)
})
