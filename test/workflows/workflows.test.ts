import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemsOfAction, problemsOfWorkflow } from './linters.ts'
import { allWorkflows, root, stepsOf, workflowAt } from './workflow-files.ts'

const workflows = allWorkflows()
const manifests = ['action.yml', 'cancel/action.yml', 'request/action.yml']
const sample = `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo
`

test('there are the workflows that a maintainer looks for', () => {
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

test.each(workflows)('actionlint and GitHub take $path', async ({ text, path }) => {
  expect(await problemsOfWorkflow(text, path)).toEqual([])
})

test.each(manifests)('GitHub takes %s', (path) => {
  expect(problemsOfAction(readFileSync(join(root, path), 'utf8'), path)).toEqual([])
})

test.each([
  ['a misspelt key', 'runs-on:', 'run-on:', /run-on/],
  ['a text of strangers in a script', 'echo', 'echo ${{ github.event.issue.title }}', /untrusted/],
  ['an expression that names nothing', 'echo', 'echo ${{ nothing.here }}', /nothing/],
])('the tools see %s', async (_, good, bad, complaint) => {
  expect(await problemsOfWorkflow(sample, 'sample.yml')).toEqual([])
  const problems = await problemsOfWorkflow(sample.replace(good, bad), 'sample.yml')
  expect(problems.join('\n')).toMatch(complaint)
})

test.each([
  ['an icon that the Marketplace does not have', 'icon: play-circle', 'icon: hexagon', /hexagon/],
  ['a stage that it does not have', 'post: ', 'after: ', /after/],
])('GitHub would refuse %s', (_, good, bad, complaint) => {
  const action = readFileSync(join(root, 'action.yml'), 'utf8')
  expect(problemsOfAction(action.replace(good, bad), 'action.yml').join('\n')).toMatch(complaint)
})

test.each(workflows)('$path uses others only by the whole hash of a commit', ({ text }) => {
  for (const [, action = ''] of text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)) {
    expect(action).toMatch(/^\.\/|^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  }
})

test('one version of each action is used everywhere', () => {
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

test.each(workflows)('$path gives no permission but to the job that needs it', (workflow) => {
  expect(workflow.permissions).toEqual({})
  for (const { permissions, steps = [] } of Object.values(workflow.jobs)) {
    const checksOut = steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))
    if (checksOut) expect(permissions).toBeDefined()
  }
})

test.each(workflows)('$path has an end to each job, and one run of it at a time', (workflow) => {
  expect(workflow.concurrency).toBeDefined()
  for (const job of Object.values(workflow.jobs)) {
    // A called workflow has its own ends, and is looked at like any other.
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
  }
})

test('the gate of ci waits for all that ci does', () => {
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

test.each(workflows)('$path puts no expression into a script', (workflow) => {
  for (const { run = '' } of stepsOf(workflow)) expect(run).not.toContain('${{')
})

test('no workflow runs with the rights of this repository for code of another', () => {
  for (const { text } of workflows) expect(text).not.toMatch(/^\s*pull_request_target:/m)
})
