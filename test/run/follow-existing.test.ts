import { expect, test } from 'vitest'
import { endless, lifeStage, polled, runningOn, timeout } from './life-stage.ts'

const following = (runId: string) => ({ start: { kind: 'existing', runId } }) as const

test('a run with a different trigger is polled at once and followed to its end', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { pendingMs: 2_000, runningMs: 9_000 })

  const outcome = await stage.live(following(run.id))

  expect(outcome).toMatchObject({
    conclusion: 'success',
    reason: 'completed',
    attempt: 1,
    adopted: false,
    projectTitle: 'Nightly revenue',
    run: { runId: run.id, status: 'COMPLETED' },
  })
  expect(stage.operations()).toEqual([
    'GetProject',
    'GetProjectRuns',
    'GetRunStatus',
    'GetRunStatus',
    'GetRunStatus',
  ])
  expect(stage.sentAtMs('GetRunStatus')[0]).toBeLessThan(100)
  expect(polled(stage)).toEqual(['PENDING', 'RUNNING', 'COMPLETED'])
  expect(stage.told('following')).toMatchObject([{ run: { runId: run.id } }])
  // It is not ours: the post step has nothing to clean up.
  expect(stage.entries).toEqual([])
})

test('polls nothing if earlier entries used the whole timeout', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)
  expect(await stage.live({ ...following(run.id), ...timeout(0) })).toMatchObject({
    conclusion: 'timed_out',
    reason: 'timed_out',
    run: { runId: run.id },
    stop: { kind: 'left' },
  })
  expect(stage.operations()).toEqual([])
})

test('reads the title during the run if a rate limit prevented that before', async () => {
  const stage = lifeStage({
    faults: [
      {
        operation: 'GetProject',
        kind: 'failure',
        status: 429,
        words: 'Slow down',
        retryAfter: { seconds: 5 },
      },
    ],
  })
  const run = runningOn(stage, { pendingMs: 0, runningMs: 900_000 })
  expect(await stage.live(following(run.id))).toMatchObject({ projectTitle: 'Nightly revenue' })
  expect(stage.sentAtMs('GetProject')).toHaveLength(2)
})

test('reads the title once if no limit prevents that', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { pendingMs: 0, runningMs: 900_000 })
  await stage.live(following(run.id))
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
})

test('uses and reports recent durations as for a run of its own', async () => {
  const stage = lifeStage()
  for (const nightsAgo of [1, 2, 3])
    runningOn(stage, { pendingMs: 0, runningMs: 60_000 }, nightsAgo * 86_400_000)
  const run = runningOn(stage, { pendingMs: 0, runningMs: 60_000 })
  const outcome = await stage.live(following(run.id))
  expect(outcome.typicalMs).toBe(60_000)
  expect(stage.told('typical')).toHaveLength(1)
  expect(stage.sentAtMs('GetRunStatus')).toHaveLength(4)
})

test.each(['ERRORED', 'KILLED'] as const)('fails when the run ends as %s', async (end) => {
  const stage = lifeStage()
  const run = runningOn(stage, { runningMs: 1_000, end })
  expect(await stage.live({ ...following(run.id), maxAttempts: 3 })).toMatchObject({
    conclusion: 'failure',
    reason: end.toLowerCase(),
  })
  expect(stage.operations()).not.toContain('RunProject')
})

test('reports that the run ended before the step began, and whether a re-run passed it on', async () => {
  const stage = lifeStage()
  const before = runningOn(stage, { pendingMs: 0, runningMs: 1_000 }, 60_000)
  const { endedBefore } = await stage.live(following(before.id))
  expect(endedBefore).toEqual({ isFromRerun: false })
  const rerun = await stage.live({ ...following(before.id), isRerun: true })
  expect(rerun.endedBefore).toEqual({ isFromRerun: true })

  const later = runningOn(stage, { pendingMs: 0, runningMs: 1_000 })
  expect(await stage.live({ ...following(later.id), isRerun: true })).not.toHaveProperty(
    'endedBefore',
  )
  expect(await stage.live({ isRerun: true })).not.toHaveProperty('endedBefore')
})

test('detects an earlier end regardless of clock skew', async () => {
  const stage = lifeStage({ clockSkewMinutes: 10 })
  const before = runningOn(stage, { pendingMs: 0, runningMs: 1_000 }, 60_000)
  const later = runningOn(stage, { pendingMs: 0, runningMs: 5_000 })

  expect(await stage.live(following(before.id))).toHaveProperty('endedBefore')
  expect(await stage.live(following(later.id))).not.toHaveProperty('endedBefore')
})

test('does not cancel the run at the timeout', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)
  const outcome = await stage.live({
    ...following(run.id),
    pollIntervalMs: 5_000,
    ...timeout(12_000),
  })
  expect(outcome).toMatchObject({
    conclusion: 'timed_out',
    reason: 'timed_out',
    stop: { kind: 'left' },
    run: { status: 'RUNNING' },
  })
  expect(outcome).not.toHaveProperty('trouble')
  expect(stage.operations()).not.toContain('CancelRun')
})

test('reports a failed final poll', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)
  stage.at(11_000, () =>
    stage.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status: 502 }),
  )
  expect(
    await stage.live({ ...following(run.id), pollIntervalMs: 5_000, ...timeout(12_000) }),
  ).toMatchObject({
    conclusion: 'timed_out',
    trouble: { text: expect.stringContaining('502') },
  })
})

test('does not cancel the run when the job is cancelled', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)
  stage.at(12_000, stage.abort.request)
  expect(await stage.live(following(run.id))).toMatchObject({
    conclusion: 'cancelled',
    reason: 'aborted',
    stop: { kind: 'left' },
    run: { runId: run.id },
  })
  expect(stage.hex.runs()).toMatchObject([{ cancelCount: 0, status: 'RUNNING' }])
})

test('reports a cancellation before the run was listed', async () => {
  const stage = lifeStage({ latencyMs: 500 })
  const run = runningOn(stage, endless)
  stage.at(300, stage.abort.request)
  expect(await stage.live(following(run.id))).toMatchObject({
    conclusion: 'cancelled',
    reason: 'aborted',
    stop: { kind: 'left' },
    run: { runId: run.id },
  })
  expect(stage.told('following')).toEqual([])
})

test('loses contact if Hex rejects the token', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProject', kind: 'failure', status: 401, words: 'No' }],
  })
  const run = runningOn(stage, endless)
  expect(await stage.live(following(run.id))).toMatchObject({
    conclusion: 'failure',
    reason: 'lost_contact',
    stop: { kind: 'left' },
    trouble: { text: expect.stringContaining('401') },
  })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
})

test('searches ten seconds for an unknown run and claims nothing about it', async () => {
  const stage = lifeStage()
  const outcome = await stage.live(following('0197c3a1-0000-7000-8000-000000000000'))
  expect(outcome).toMatchObject({
    conclusion: 'failure',
    reason: 'run_not_found',
    stop: { kind: 'left' },
    trouble: { text: expect.stringContaining('404') },
  })
  expect(outcome.tookMs).toBeGreaterThan(10_000)
  expect(outcome.tookMs).toBeLessThan(20_000)
  expect(stage.operations()).not.toContain('CancelRun')
})

test('finds a run that appears a few seconds after its start', async () => {
  const stage = lifeStage()
  const { id } = runningOn(stage, { runningMs: 20_000 })
  stage.hex.addFault({ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' })
  stage.hex.addFault({
    operation: 'GetRunStatus',
    kind: 'failure',
    status: 404,
    words: 'No',
    times: 3,
  })
  expect(await stage.live(following(id))).toMatchObject({ conclusion: 'success' })
})

test.each([
  [400, 'Invalid run ID', 'run_not_found'],
  [403, 'No access', 'run_not_found'],
  [404, 'Run not found', 'run_not_found'],
  [422, 'Run not found', 'run_not_found'],
  [401, 'Unauthorized', 'lost_contact'],
] as const)(
  'a run never seen that is refused with %i, "%s", ends as %s',
  async (status, words, reason) => {
    const stage = lifeStage()
    const { id } = runningOn(stage, endless)
    stage.hex.addFault({ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' })
    const fault = { kind: 'failure', status, words, times: 'always' } as const
    stage.hex.addFault({ operation: 'GetRunStatus', ...fault })
    const outcome = await stage.live(following(id))
    expect(outcome).toMatchObject({ reason, run: { runId: id } })
    expect(outcome.run?.status).toBeUndefined()
  },
)

test.each([403, 404])(
  'a %i page that is not from Hex proves nothing about the run',
  async (status) => {
    const stage = lifeStage()
    const { id } = runningOn(stage, endless)
    stage.hex.addFault({ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' })
    stage.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status, times: 'always' })
    expect(await stage.live(following(id))).toMatchObject({ reason: 'lost_contact' })
  },
)

test('gives up after a minute of refusals for a run that was seen before', async () => {
  const stage = lifeStage()
  const { id } = runningOn(stage, endless)
  stage.at(30_000, () =>
    stage.hex.addFault({
      operation: 'GetRunStatus',
      kind: 'failure',
      status: 404,
      words: 'No',
      times: 'always',
    }),
  )
  const outcome = await stage.live(following(id))
  expect(outcome).toMatchObject({ reason: 'lost_contact', run: { status: 'RUNNING' } })
  expect(outcome.tookMs).toBeGreaterThan(90_000)
})

test("uses the list's facts about a run that cannot be read", async () => {
  const stage = lifeStage({
    faults: [
      { operation: 'GetRunStatus', kind: 'failure', status: 403, words: 'No', times: 'always' },
    ],
  })
  const run = runningOn(stage, endless, 2_000)
  const other = runningOn(stage, { ...endless, pendingMs: 9_000 }, 1_000)
  const outcome = await stage.live(following(run.id))
  expect(outcome.run).toMatchObject({ runId: run.id, status: 'RUNNING', projectVersion: '1' })
  expect(outcome.run?.runId).not.toBe(other.id)
})

test('follows a run even if the list cannot be read', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502 }],
  })
  const run = runningOn(stage, { runningMs: 1_000 })
  expect(await stage.live(following(run.id))).toMatchObject({ conclusion: 'success' })
})

test('follows a run even if the project cannot be read', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProject', kind: 'failure', status: 403, words: 'No' }],
  })
  const run = runningOn(stage, { runningMs: 1_000 })
  const outcome = await stage.live(following(run.id))
  expect(outcome).toMatchObject({ conclusion: 'success' })
  expect(outcome).not.toHaveProperty('projectTitle')
  expect(outcome).not.toHaveProperty('typicalMs')
})
