import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { forkGitHubToken, sampleGitHubToken } from '../github-simulator/world.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import { headSha, pullRequestEvent, quick, setStage, warningsOf } from './reports-stage.ts'

test('the first run posts a comment, and the second updates it', async () => {
  const { gitHub, run } = await setStage({
    plans: [
      { pendingMs: 20, runningMs: 50, end: 'ERRORED' },
      { pendingMs: 20, runningMs: 50 },
    ],
  })

  const red = await run({ 'pr-comment': true })
  const green = await run(
    { 'pr-comment': true },
    { github: { runId: '1658821999', runNumber: '18' } },
  )

  expect(gitHub.violations()).toEqual([])
  expect([red.conclusion, green.conclusion]).toEqual(['failure', 'success'])
  expect([warningsOf(red), warningsOf(green)]).toEqual([[], []])
  expect(gitHub.world.comments).toHaveLength(1)
  const body = gitHub.world.comments[0]?.body ?? ''
  const shown = body.replace(/^<!--.*-->\n/, '')
  expect(shown.split('\n')[0]).toMatch(/^### ✅ Nightly revenue dashboard: the run completed/)
  expect(shown).toContain(`/commit/${headSha}`)
  expect(shown).toMatch(/Earlier results \(1\)/)
  expect(shown).toMatch(/❌ \| Nightly revenue dashboard: the run failed/)
})

test('other steps and matrix jobs have their own comments', async () => {
  const { gitHub, run } = await setStage()

  await run({ ...quick, 'pr-comment': true })
  await run({ ...quick, 'pr-comment': true }, { stepId: 'second' })
  await run({ ...quick, 'pr-comment': true }, { matrix: { region: 'emea' } })
  await run({ ...quick, 'pr-comment': true }, { matrix: { region: 'apac' } })
  await run({ ...quick, 'pr-comment': true }, { github: { job: 'other' } })

  expect(gitHub.world.comments).toHaveLength(5)
})

test('two indistinguishable steps have a comment each, also in the next run, and the log suggests report-key', async () => {
  const { gitHub, run } = await setStage({
    plans: [
      { pendingMs: 20, runningMs: 50, end: 'ERRORED' },
      { pendingMs: 20, runningMs: 50 },
    ],
  })
  const next = { github: { runId: '1658821999', runNumber: '18' } }

  await run({ 'pr-comment': true })
  const second = await run({ 'pr-comment': true })

  expect(second.main.log.join('\n')).toContain("'report-key'")
  const titles = () => gitHub.world.comments.map(({ body }) => /^### (.)/mu.exec(body)?.[1])
  expect(titles()).toEqual(['❌', '✅'])

  await run({ ...quick, 'pr-comment': true }, next)
  await run({ 'pr-comment': true }, next)

  expect(titles()).toEqual(['🚀', '✅'])
  expect(gitHub.world.comments[0]?.body).toMatch(/Earlier results \(1\)[\s\S]*\| ❌ \|/u)
})

test('report-key separates comments, and so do parameter names', async () => {
  const { gitHub, run } = await setStage()
  const parameters = (name: string) => ({ 'input-params': `${name}: 1` })

  const reports = [
    await run({ ...quick, 'pr-comment': true, 'report-key': 'first' }),
    await run({ ...quick, 'pr-comment': true, 'report-key': 'second' }),
    await run({ ...quick, 'pr-comment': true, ...parameters('limit') }),
    await run({ ...quick, 'pr-comment': true, ...parameters('year') }),
  ]

  expect(gitHub.world.comments).toHaveLength(4)
  for (const { main } of reports) expect(main.log.join('\n')).not.toContain("report-key'")
})

test('finds the comment of a user other than the Actions bot by its signature and ignores a copy', async () => {
  const { gitHub, run } = await setStage({
    tokens: [{ ...sampleGitHubToken, login: 'forgejo-actions' }],
  })
  await run({ ...quick, 'pr-comment': true })
  const own = gitHub.world.comments[0]?.body ?? ''
  const copy = gitHub.world.addComment(7, 'mallory', own)
  gitHub.world.comments.reverse()

  await run({ ...quick, 'pr-comment': true }, { github: { runId: '1658821999', runNumber: '18' } })

  expect(gitHub.violations()).toEqual([])
  expect(gitHub.world.comments).toHaveLength(2)
  expect(copy.body).toBe(own)
  expect(gitHub.world.comments[1]?.body).toContain('Earlier results (1)')
})

test("a push does not comment on a fork's pull request for the same commit", async () => {
  const { gitHub, run } = await setStage()
  const aimed = {
    event: 'push',
    head_sha: headSha,
    head_branch: 'main',
    head_repository: { owner: { login: 'octo-org' } },
    pull_requests: [{ number: 7, head: { sha: headSha }, base: { repo: { id: 666 } } }],
  }

  const report = await run(
    { ...quick, 'pr-comment': true },
    {
      github: {
        eventName: 'workflow_run',
        event: { workflow_run: aimed, repository: { id: 1_296_269 } },
      },
    },
  )

  expect(gitHub.world.comments).toEqual([])
  expect(report.main.log.join('\n')).toContain('No comment')
})

test('comments on two pull requests for one commit and warns about a locked one', async () => {
  const pulls = [7, 8, 9].map((number) => ({
    number,
    headSha,
    headBranch: 'new-model',
    ...(number === 8 ? { refusal: 'Unable to create comment because issue is locked.' } : {}),
  }))
  const { gitHub, run } = await setStage({ pulls })
  const workflowRun = {
    event: 'pull_request',
    head_sha: headSha,
    head_branch: 'new-model',
    head_repository: { owner: { login: 'octo-org' } },
    pull_requests: [],
  }

  const report = await run(
    { ...quick, 'pr-comment': true },
    { github: { eventName: 'workflow_run', event: { workflow_run: workflowRun } } },
  )

  expect(gitHub.world.comments.map(({ issue }) => issue).toSorted()).toEqual([7, 9])
  expect(warningsOf(report)).toEqual([expect.stringContaining('issue is locked')])
})

test('does not change a comment by someone else with the same marker', async () => {
  const { gitHub, run } = await setStage()
  await run({ ...quick, 'pr-comment': true })
  const own = gitHub.world.comments[0]?.body ?? ''
  gitHub.world.comments.length = 0
  const forged = gitHub.world.addComment(7, 'mallory', own)

  await run({ ...quick, 'pr-comment': true })

  expect(forged.body).toBe(own)
  expect(gitHub.world.comments.map(({ login }) => login)).toEqual([
    'mallory',
    'github-actions[bot]',
  ])
})

test('finds its comment behind pages of others', async () => {
  const { gitHub, run } = await setStage()
  for (let number = 1; number <= 250; number += 1)
    gitHub.world.addComment(7, 'octocat', `Remark ${number}`)
  await run({ ...quick, 'pr-comment': true })

  await run({ ...quick, 'pr-comment': true }, { github: { runId: '1658821999', runNumber: '18' } })

  expect(gitHub.world.comments).toHaveLength(251)
  expect(gitHub.operations().filter((each) => each === 'issues/list-comments')).toHaveLength(6)
})

test('explains in one warning why it cannot comment on a pull request from a fork, and the step succeeds', async () => {
  const { gitHub, run } = await setStage({ tokens: [forkGitHubToken] })

  const report = await run(
    { ...quick, 'pr-comment': true },
    { github: { event: pullRequestEvent('contributor/analytics') } },
  )

  expect(report.conclusion).toBe('success')
  expect(gitHub.world.comments).toEqual([])
  expect(warningsOf(report)).toHaveLength(1)
  expect(warningsOf(report)[0]).toMatch(/pull-requests: write.*forks/)
})

test('names the missing permission in a warning', async () => {
  const { run } = await setStage({
    tokens: [{ ...sampleGitHubToken, permissions: { 'pull-requests': 'read' } }],
  })

  const report = await run({ ...quick, 'pr-comment': true })

  expect(report.conclusion).toBe('success')
  expect(warningsOf(report)).toEqual([
    expect.stringMatching(/403\. Resource not accessible.*permissions: pull-requests: write/),
  ])
})

test('a lost response does not create a second comment', async () => {
  const { gitHub, run } = await setStage()
  gitHub.addFault({ operation: 'issues/create-comment', status: 502, takesEffect: true })

  const report = await run({ ...quick, 'pr-comment': true })

  expect(warningsOf(report)).toEqual([])
  expect(gitHub.world.comments).toHaveLength(1)
})

test('waits out a secondary rate limit as long as GitHub requests', async () => {
  const { gitHub, run } = await setStage()
  gitHub.addFault({
    operation: 'issues/create-comment',
    status: 403,
    message: 'You have exceeded a secondary rate limit.',
    headers: { 'retry-after': '1' },
  })

  const report = await run({ ...quick, 'pr-comment': true })

  expect(warningsOf(report)).toEqual([])
  expect(gitHub.world.comments).toHaveLength(1)
})

test('an outage of GitHub causes a warning and does not change the result', async () => {
  const { gitHub, run } = await setStage()
  gitHub.addFault({ status: 503, message: 'Service unavailable', times: 100 })

  const report = await run({ ...quick, 'pr-comment': true, 'check-name': 'Hex' })

  expect(report.conclusion).toBe('success')
  expect(warningsOf(report)).toHaveLength(2)
})

test('logs that a push has no pull request', async () => {
  const { gitHub, run } = await setStage()

  const report = await run(
    { ...quick, 'pr-comment': true },
    { github: { eventName: 'push', event: {}, ref: 'refs/heads/main' } },
  )

  expect(warningsOf(report)).toEqual([])
  expect(report.main.log.join('\n')).toContain("the 'push' event has no pull request")
  expect(gitHub.operations()).toEqual([])
})

test('a workflow_run finds the pull request of a fork by its branch and commit', async () => {
  const { gitHub, run } = await setStage()
  const workflowRun = {
    event: 'pull_request',
    head_sha: headSha,
    head_branch: 'new-model',
    head_repository: { owner: { login: 'octo-org' } },
    pull_requests: [],
  }

  const report = await run(
    { ...quick, 'pr-comment': true, 'check-name': 'Hex' },
    { github: { eventName: 'workflow_run', event: { workflow_run: workflowRun } } },
  )

  expect(gitHub.violations()).toEqual([])
  expect(warningsOf(report)).toEqual([])
  expect(gitHub.world.comments.map(({ issue }) => issue)).toEqual([7])
  expect(gitHub.world.checkRuns.map((check) => check.headSha)).toEqual([headSha])
})

test('pull_request_target has a token with write access, even for a fork', async () => {
  const { gitHub, run } = await setStage()

  const report = await run(
    { ...quick, 'pr-comment': true, 'check-name': 'Hex' },
    { github: { eventName: 'pull_request_target', event: pullRequestEvent('them/analytics') } },
  )

  expect(warningsOf(report)).toEqual([])
  expect(gitHub.world.comments.map(({ issue }) => issue)).toEqual([7])
  expect(gitHub.world.checkRuns.map((check) => check.headSha)).toEqual([headSha])
})

test('comments for a comment on a pull request, but not for one on an issue', async () => {
  const { gitHub, run } = await setStage()
  const issue = { number: 7, pull_request: { url: 'https://api.github.com/pulls/7' } }

  await run(
    { ...quick, 'pr-comment': true },
    { github: { eventName: 'issue_comment', event: { issue } } },
  )
  const plain = await run(
    { ...quick, 'pr-comment': true },
    { github: { eventName: 'issue_comment', event: { issue: { number: 8 } } } },
  )

  expect(gitHub.world.comments.map(({ issue: number }) => number)).toEqual([7])
  expect(plain.main.log.join('\n')).toContain('has no pull request')
})

test('uses pr-number for any event', async () => {
  const { gitHub, run } = await setStage()

  await run(
    { ...quick, 'pr-comment': true, 'pr-number': 7, 'check-name': 'Hex' },
    { github: { eventName: 'workflow_dispatch', event: {} } },
  )

  expect(gitHub.world.comments.map(({ issue }) => issue)).toEqual([7])
  expect(gitHub.world.checkRuns.map((check) => check.headSha)).toEqual([headSha])
})

test('neither token appears in a comment, check run, or log', async () => {
  const { gitHub, run } = await setStage()

  const report = await run({ ...quick, 'pr-comment': true, 'check-name': 'Hex' })

  const written = JSON.stringify([gitHub.world.comments, gitHub.world.checkRuns])
  // The line that hides a secret has to name it; the runner takes it out of the log.
  const printed = report.main.stdout.toString('utf8').replaceAll(/^::add-mask::.*$/gm, '')
  for (const secret of [sampleGitHubToken.value, sampleToken]) {
    expect(written).not.toContain(secret)
    expect(printed).not.toContain(secret)
  }
})

test('loads the GitHub client only if a report needs it', async () => {
  const { gitHub, run } = await setStage()
  const actionDir = actionWithoutGitHubClient()

  const plain = await run({ ...quick, charts: '', summary: true }, { actionDir })
  expect(plain.conclusion).toBe('success')
  expect(warningsOf(plain)).toEqual([])

  const asked = await run({ ...quick, 'pr-comment': true }, { actionDir })
  expect(asked.conclusion).toBe('success')
  expect(warningsOf(asked)).toEqual([expect.stringContaining('Cannot find module')])
  expect(gitHub.operations()).toEqual([])
})

/** The packaged action without the files that hold the client of GitHub's API. */
function actionWithoutGitHubClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hex-run-action-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const root = resolve(import.meta.dirname, '../..')
  cpSync(join(root, 'action.yml'), join(folder, 'action.yml'))
  cpSync(join(root, 'dist'), join(folder, 'dist'), {
    recursive: true,
    filter: (path) => !path.endsWith('.js') || !/octokit/i.test(readFileSync(path, 'utf8')),
  })
  return folder
}
