import { expect, test } from 'vitest'
import { sampleGitHubToken } from '../github-simulator/world.ts'
import type { HostEvent } from '../runner-host/contract.ts'
import {
  headSha,
  mergeSha,
  projectId,
  quick,
  revenueChart,
  setStage,
  warningsOf,
} from './reports-stage.ts'

const longRun = [{ pendingMs: 20, runningMs: 60_000 }]
const isRunning = (event: HostEvent) => event.kind === 'log' && event.line.startsWith('RUNNING')

test('a check run on the head commit is in progress during the run and completes with it', async () => {
  const { hex, gitHub, run } = await setStage()

  const ended = run({ 'check-name': 'Hex: revenue' })
  await gitHub.whenReceived('checks/create')
  const begun = gitHub.world.requests.find(({ operation }) => operation === 'checks/create')
  await ended

  const runUrl = hex.world.runs()[0]?.id ?? ''
  expect(begun?.body).toMatchObject({
    head_sha: headSha,
    status: 'in_progress',
    details_url: expect.stringContaining(runUrl),
  })
  expect(gitHub.violations()).toEqual([])
  expect(gitHub.world.checkRuns).toMatchObject([
    {
      name: 'Hex: revenue',
      headSha,
      status: 'completed',
      conclusion: 'success',
      output: { title: expect.stringContaining('the run completed') },
    },
  ])
})

test('without a pull request, the check is on the pushed commit', async () => {
  const { gitHub, run } = await setStage()

  await run({ ...quick, 'check-name': 'Hex' }, { github: { eventName: 'push', event: {} } })

  expect(gitHub.world.checkRuns).toMatchObject([{ headSha: mergeSha, conclusion: 'neutral' }])
})

test('a failed run is a failed check, and a timeout is a timed-out check', async () => {
  const failing = await setStage({ plans: [{ pendingMs: 20, runningMs: 20, end: 'ERRORED' }] })
  const endless = await setStage({ plans: longRun })

  await Promise.all([
    failing.run({ 'check-name': 'Hex' }),
    endless.run({ 'check-name': 'Hex', timeout: '5s' }),
  ])

  expect(failing.gitHub.world.checkRuns[0]?.conclusion).toBe('failure')
  expect(endless.gitHub.world.checkRuns[0]?.conclusion).toBe('timed_out')
})

test('a rejected start gets its check at the end', async () => {
  const { hex, gitHub, run } = await setStage()
  hex.world.addFault({ operation: 'RunProject', kind: 'status', status: 403 })

  await run({ 'check-name': 'Hex' })

  expect(gitHub.operations()).toEqual(['checks/list-for-ref', 'checks/create'])
  expect(gitHub.world.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
})

test('invalid inputs fail the check, so that an earlier check on the commit does not stay green', async () => {
  const { hex, gitHub, run } = await setStage()
  await run({ 'check-name': 'Hex' })

  await run({ 'check-name': 'Hex', 'input-params': 'schema:', timeout: '30', 'pr-comment': true })

  expect(hex.world.runs()).toHaveLength(1)
  expect(gitHub.violations()).toEqual([])
  expect(gitHub.world.checkRuns).toMatchObject([
    { conclusion: 'success' },
    {
      name: 'Hex',
      headSha,
      conclusion: 'failure',
      output: { summary: expect.stringContaining("Invalid: 'input-params', 'timeout'.") },
    },
  ])
})

test('GitHub does not mask a check, so it names invalid inputs without quoting them', async () => {
  const { gitHub, run } = await setStage()
  const secret = 'open-sesame'

  const report = await run({ 'check-name': 'Hex', timeout: secret }, { secrets: ['other'] })

  expect(report.main.summary).toContain(secret)
  const [{ output } = { output: undefined }] = gitHub.world.checkRuns
  expect(JSON.stringify(output)).toContain("'timeout'")
  expect(JSON.stringify(output)).not.toContain(secret)
})

test('an unusable proxy for Hex still reaches the comment and the check', async () => {
  const { gitHub, run } = await setStage()

  await run(
    { 'check-name': 'Hex', 'pr-comment': true },
    { env: { http_proxy: 'http://user:hunter2@', no_proxy: new URL(gitHub.url).host } },
  )

  expect(gitHub.world.checkRuns).toMatchObject([{ conclusion: 'failure' }])
  expect(gitHub.world.comments).toMatchObject([{ body: expect.stringContaining('http_proxy') }])
})

test('if inputs of the check are invalid too, only annotations are written', async () => {
  const { gitHub, run } = await setStage()

  await run({ 'check-name': 'Hex', 'pr-number': 'x' })

  expect(gitHub.operations()).toEqual([])
})

test('a cancelled job leaves a cancelled run and check within the grace period', async () => {
  const { hex, gitHub, run } = await setStage({ plans: longRun })

  const report = await run(
    { 'check-name': 'Hex', 'pr-comment': true },
    { cancel: { mode: 'user', when: isRunning } },
  )

  expect(report.main.signal).toBeNull()
  expect(hex.world.runs()).toMatchObject([{ status: 'KILLED' }])
  expect(gitHub.world.checkRuns).toMatchObject([{ conclusion: 'cancelled' }])
  expect(gitHub.world.comments[0]?.body).toContain('### 🚫')
})

test('a cancelled job does not wait for GitHub if it hangs', async () => {
  const { hex, gitHub, run } = await setStage({ plans: longRun })
  gitHub.addFault({ operation: 'issues/list-comments', delayMs: 60_000 })
  gitHub.addFault({ operation: 'checks/update', delayMs: 60_000 })

  const report = await run(
    { 'check-name': 'Hex', 'pr-comment': true },
    { cancel: { mode: 'user', when: isRunning } },
  )

  expect(hex.world.runs()).toMatchObject([{ status: 'KILLED' }])
  // Gone by itself, long before the runner would kill it, and the post step has completed the check.
  expect(report.main.signal).toBeNull()
  expect(report.main.signals.map(({ signal }) => signal)).not.toContain('SIGKILL')
  expect(report.main.summary).toContain('cancelled')
  // The cancel itself is a notice.
  expect(warningsOf(report)).toHaveLength(2)
  expect(gitHub.world.checkRuns).toMatchObject([{ conclusion: 'cancelled' }])
})

test('the post step completes a check that a killed main left open', async () => {
  const { gitHub, run } = await setStage({ plans: longRun })

  await run({ 'check-name': 'Hex' }, { cancel: { mode: 'sigkill-now', when: isRunning } })

  expect(gitHub.violations()).toEqual([])
  expect(gitHub.world.checkRuns).toMatchObject([
    { status: 'completed', conclusion: 'cancelled', headSha },
  ])
})

test('the post step updates the comment and the check of a killed main', async () => {
  const { gitHub, run } = await setStage({ plans: longRun })

  await run(
    { 'check-name': 'Hex', 'pr-comment': true },
    { cancel: { mode: 'sigkill-now', when: isRunning } },
  )

  expect(gitHub.violations()).toEqual([])
  expect(gitHub.world.comments).toHaveLength(1)
  const words = 'The main step was killed. The step has no active runs'
  expect(gitHub.world.comments[0]?.body).toContain(`### 🚫 ${words}`)
  expect(gitHub.world.checkRuns).toMatchObject([
    { status: 'completed', conclusion: 'cancelled', output: { title: words } },
  ])
})

test('a stopped main completes its check, and the post step updates it when the run ends', async () => {
  const { hex, gitHub, run } = await setStage({ plans: [{ ...longRun[0], cancelTakesMs: 9_000 }] })

  await run(
    { 'check-name': 'Hex', 'pr-comment': true },
    { cancel: { mode: 'user', when: isRunning } },
  )

  expect(gitHub.violations()).toEqual([])
  expect(hex.world.runs()).toMatchObject([{ status: 'KILLED' }])
  const updates = gitHub.world.requests.filter(({ operation }) => operation === 'checks/update')
  expect(updates.map(({ body }) => body)).toMatchObject([
    { status: 'completed', conclusion: 'cancelled' },
    { status: 'completed', conclusion: 'cancelled' },
  ])
  const words = 'The job was cancelled. The step has no active runs'
  expect(gitHub.world.checkRuns).toMatchObject([{ output: { title: words } }])
  expect(gitHub.world.comments).toMatchObject([{ body: expect.stringContaining(words) }])
})

test('the checks of two identical uses have different IDs', async () => {
  const { gitHub, run } = await setStage()

  await run({ ...quick, 'check-name': 'Hex' })
  await run({ ...quick, 'check-name': 'Hex' })

  const ids = gitHub.world.checkRuns.map(({ externalId }) => externalId)
  expect(new Set(ids).size).toBe(2)
  expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id ?? ''))).toBe(true)
})

test('reports an expired token in one warning', async () => {
  const { gitHub, run } = await setStage()
  gitHub.addFault({ status: 401, message: 'Bad credentials', times: 100 })

  const report = await run({ ...quick, 'check-name': 'Hex', 'pr-comment': true })

  expect(report.conclusion).toBe('success')
  expect(warningsOf(report)).toEqual([expect.stringMatching(/expired.*remove the input/)])
})

test('the post step finds and completes a check whose ID main never received', async () => {
  const { gitHub, run } = await setStage({ plans: longRun })
  gitHub.addFault({ operation: 'checks/create', delayMs: 1_500, takesEffect: true, status: 502 })

  await run(
    { 'check-name': 'Hex' },
    { cancel: { mode: 'sigkill-now', when: gitHub.whenReceived('checks/create') } },
  )

  expect(gitHub.world.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }])
})

test('the post step completes the check if main could not', async () => {
  const { gitHub, run } = await setStage()
  gitHub.addFault({ operation: 'checks/update', status: 503, times: 4 })

  const report = await run({ 'check-name': 'Hex' })

  expect(warningsOf(report)).toHaveLength(1)
  expect(report.conclusion).toBe('success')
  expect(gitHub.world.checkRuns).toMatchObject([{ conclusion: 'success' }])
})

test('a missing permission causes one warning and no retry', async () => {
  const { gitHub, run } = await setStage({
    tokens: [{ ...sampleGitHubToken, permissions: { checks: 'read' } }],
  })

  const report = await run({ 'check-name': 'Hex' })

  expect(report.conclusion).toBe('success')
  expect(warningsOf(report)).toEqual([expect.stringContaining("'permissions: checks: write'")])
  expect(gitHub.operations()).toEqual(['checks/create'])
})

test('several runs in a step share a check and a comment, with charts named by run', async () => {
  const { gitHub, run } = await setStage()
  const runs = ['emea', 'apac'].map((name) => ({ name, 'project-id': projectId }))

  const report = await run({
    'project-id': '',
    runs: JSON.stringify(runs),
    charts: `Revenue: ${revenueChart}`,
    'charts-branch': 'hex-charts',
    'check-name': 'Hex',
    'pr-comment': true,
  })

  expect(gitHub.violations()).toEqual([])
  expect(warningsOf(report)).toEqual([])
  expect(gitHub.world.checkRuns).toMatchObject([
    { conclusion: 'success', output: { title: 'All 2 runs completed' } },
  ])
  const [comment] = gitHub.world.comments
  for (const text of [comment?.body ?? '', report.main.summary]) {
    expect(text).toMatch(/!\[Chart emea: Revenue\][\s\S]*!\[Chart apac: Revenue\]/)
  }
})
