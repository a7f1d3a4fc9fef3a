import { expect, test } from 'vitest'
import { endless, gaps, lifeStage, projectId, timeout } from './life-stage.ts'

const long = '2026-01-01T00:00:00.000Z'
const bad = { operation: 'GetProject', kind: 'html', status: 502 } as const
const refused = (status: number) =>
  ({ operation: 'GetProject', kind: 'failure', status, words: 'No' }) as const

test.each([
  { what: 'in the trash', seed: { trashedAt: long }, detail: 'Restore it in Hex' },
  { what: 'archived', seed: { archivedAt: long }, detail: 'Unarchive it in Hex' },
  { what: 'a component', seed: { type: 'COMPONENT' }, detail: 'Enter the ID of a project' },
  { what: 'unpublished', seed: { lastPublishedAt: null }, detail: 'Publish it in Hex' },
] as const)(
  'a project that is $what stops before anything is started',
  async ({ seed, detail }) => {
    const stage = lifeStage({ projects: [{ id: projectId, title: 'Revenue', ...seed }] })

    const outcome = await stage.live()

    expect(outcome).toMatchObject({
      conclusion: 'failure',
      reason: 'not_runnable',
      projectTitle: 'Revenue',
      attempt: 0,
      detail: expect.stringContaining(detail),
    })
    expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
    expect(stage.told('project')).toMatchObject([{ title: 'Revenue' }])
    expect(stage.entries).toEqual([{ phase: 'settled' }])
  },
)

test('follows a run even if its project cannot run anymore', async () => {
  const stage = lifeStage({ projects: [{ id: projectId, title: 'Revenue', archivedAt: long }] })
  const { id } = stage.hex.addRun(projectId, { plan: { runningMs: 2_000 } })
  expect(await stage.live({ start: { kind: 'existing', runId: id } })).toMatchObject({
    conclusion: 'success',
    projectTitle: 'Revenue',
  })
})

test.each([400, 403, 404, 422, 499])(
  'starts a run even if the project cannot be read (%d)',
  async (status) => {
    const stage = lifeStage({ faults: [refused(status)] })

    const outcome = await stage.live()

    expect(outcome).toMatchObject({ conclusion: 'success' })
    expect(outcome).not.toHaveProperty('projectTitle')
    expect(stage.told('note')).toMatchObject([
      {
        text: expect.stringContaining('Could not read the project'),
        trouble: { text: expect.stringContaining(`${status}`) },
      },
    ])
    expect(stage.told('project')).toEqual([])
  },
)

test('fails before the start if Hex rejects the token', async () => {
  const stage = lifeStage({ faults: [refused(401)] })
  expect(await stage.live()).toMatchObject({
    conclusion: 'failure',
    reason: 'start_refused',
    attempt: 0,
    trouble: { text: expect.stringContaining('401') },
  })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
})

test('starts nothing after a redirect, because it is not a response from Hex', async () => {
  const redirect = { kind: 'redirect', location: 'https://login.example/' } as const
  const stage = lifeStage({ faults: [{ operation: 'GetProject', ...redirect }] })
  expect(await stage.live()).toMatchObject({ reason: 'start_refused' })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
})

test('retries a project that cannot be read temporarily', async () => {
  const stage = lifeStage({ faults: [{ ...bad, times: 3 }] })

  expect(await stage.live()).toMatchObject({
    conclusion: 'success',
    projectTitle: 'Nightly revenue',
  })

  expect(gaps(stage.sentAtMs('GetProject'))).toEqual([800, 1_500, 3_000])
  expect(stage.told('waiting')).toMatchObject([
    { why: 'hex', waitMs: 750, trouble: { text: expect.stringContaining('502') } },
    { why: 'hex', waitMs: 1_500 },
    { why: 'hex', waitMs: 3_000 },
  ])
})

test('starts nothing if Hex cannot be reached for a minute', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProject', kind: 'refuse', times: 'always' }],
  })

  const outcome = await stage.live()

  expect(outcome).toMatchObject({
    conclusion: 'failure',
    reason: 'start_refused',
    trouble: { text: expect.stringContaining('ECONNREFUSED') },
  })
  expect(gaps(stage.sentAtMs('GetProject'))).toEqual([800, 1_500, 3_000, 6_000, 12_000, 22_500])
  expect(stage.told('waiting')).toMatchObject(Array(6).fill({ why: 'connection' }))
  expect(stage.operations()).not.toContain('RunProject')
})

test.each([500, 502])('starts nothing if Hex responds with %d for a minute', async (status) => {
  const stage = lifeStage({ faults: [{ ...refused(status), times: 'always' }] })
  expect(await stage.live()).toMatchObject({ reason: 'start_refused' })
  expect(stage.nowMs()).toBeLessThanOrEqual(60_000)
})

test('starts without the reads if the limit does not allow them', async () => {
  const stage = lifeStage({ limits: 'off' })
  const { hex } = stage.runWorld
  await stage.finish(Promise.all(Array.from({ length: 30 }, () => hex.getProject(projectId))))
  await stage.live({ ...timeout(30_000), wait: false })
  expect(stage.operations().slice(30)).toEqual(['RunProject'])
  expect(stage.nowMs()).toBeLessThan(1_000)
})

test('a timeout of less than a minute ends the retries', async () => {
  const stage = lifeStage({ faults: [{ ...bad, times: 'always' }] })
  expect(await stage.live(timeout(5_000))).toMatchObject({ reason: 'start_refused' })
  expect(stage.sentAtMs('GetProject')).toHaveLength(3)
})

test("does not wait for a read's rate limit; reads the title and usual duration after the start", async () => {
  const limited = { ...refused(429), retryAfter: { seconds: 20 } } as const
  const stage = lifeStage({
    faults: [limited, { ...limited, operation: 'GetProjectRuns' }],
    projects: [{ id: projectId, title: 'Revenue', plans: [{ runningMs: 900_000 }] }],
  })
  for (const startedAgoMs of [600_000, 500_000])
    stage.hex.addRun(projectId, { trigger: 'API', plan: { runningMs: 60_000 }, startedAgoMs })

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'success', projectTitle: 'Revenue' })
  expect(stage.operations().slice(0, 3)).toEqual(['GetProject', 'GetProjectRuns', 'RunProject'])
  expect(stage.sentAtMs('RunProject')[0]).toBeLessThan(1_000)
  expect(stage.entries[0]).not.toHaveProperty('known')
  expect(stage.told('project')).toMatchObject([{ title: 'Revenue' }])
  expect(stage.told('typical')).toMatchObject([{ fromRuns: 2 }])
})

test('after a throttled list, reads only the list again, after at least two minutes', async () => {
  const limited = { ...refused(429), retryAfter: { seconds: 20 } } as const
  const stage = lifeStage({
    faults: [{ ...limited, operation: 'GetProjectRuns' }],
    projects: [{ id: projectId, plans: [{ pendingMs: 0, runningMs: 900_000 }] }],
  })
  for (const startedAgoMs of [600_000, 500_000])
    stage.hex.addRun(projectId, { trigger: 'API', plan: { runningMs: 60_000 }, startedAgoMs })
  expect(await stage.live()).toMatchObject({ typicalMs: 60_000 })
  expect(stage.sentAtMs('GetProject')).toHaveLength(1)
  const [, again = 0, ...others] = stage.sentAtMs('GetProjectRuns')
  expect(again).toBeGreaterThanOrEqual(150_000)
  expect(others).toEqual([])
})

test('after a throttled title, reads only the title again, and nothing if the run ends sooner', async () => {
  const limited = { ...refused(429), retryAfter: { seconds: 20 } } as const
  const stage = lifeStage({
    faults: [limited],
    projects: [{ id: projectId, title: 'Revenue', plans: [{ runningMs: 900_000 }, {}] }],
  })
  for (const startedAgoMs of [600_000, 500_000])
    stage.hex.addRun(projectId, { trigger: 'API', plan: { runningMs: 60_000 }, startedAgoMs })
  expect(await stage.live()).toMatchObject({ projectTitle: 'Revenue' })
  expect(stage.sentAtMs('GetProject')).toHaveLength(2)
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)

  stage.hex.addFault(limited)
  await stage.live({ beganAtMs: stage.timeline.now(), deadlineAtMs: Number.POSITIVE_INFINITY })
  await stage.finish(new Promise<void>((resolve) => void stage.timeline.after(600_000, resolve)))
  expect(stage.sentAtMs('GetProject')).toHaveLength(3)
})

test('does not read a project again that the token cannot read', async () => {
  const stage = lifeStage({
    faults: [refused(403)],
    projects: [{ id: projectId, plans: [{ pendingMs: 0, runningMs: 900_000 }] }],
  })
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
  expect(stage.sentAtMs('GetProject')).toHaveLength(1)
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
})

test('starts nothing if earlier entries used the whole timeout', async () => {
  const stage = lifeStage()
  expect(await stage.live(timeout(0))).toMatchObject({
    conclusion: 'timed_out',
    reason: 'not_started_in_time',
  })
  expect(stage.operations()).toEqual([])
})

test('reads facts for reports no sooner than two minutes after a 429', async () => {
  const limited = { ...refused(429), retryAfter: { seconds: 20 } } as const
  const stage = lifeStage({
    faults: [limited, { ...limited, operation: 'GetProjectRuns' }],
    projects: [{ id: projectId, plans: [{ runningMs: 115_000 }] }],
  })

  expect(await stage.live()).toMatchObject({ conclusion: 'success' })

  expect(stage.sentAtMs('GetProject')).toHaveLength(1)
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
})

test('after a 429, lets other jobs go first, but not past its own timeout', async () => {
  const stage = lifeStage({
    chance: 0.99,
    faults: [{ ...refused(429), retryAfter: { seconds: 50 } }],
  })
  expect(await stage.live(timeout(120_000))).toMatchObject({ conclusion: 'success' })
  // Beside it the start itself may be refused, too.
  const late = lifeStage({
    chance: 0.99,
    faults: [{ ...refused(429), operation: 'RunProject', retryAfter: { seconds: 50 } }],
  })
  expect(await late.live(timeout(120_000))).toMatchObject({ conclusion: 'success' })
})

test('cancelled before a retry: sends nothing more', async () => {
  const stage = lifeStage({ faults: [{ ...bad, times: 'always' }] })
  stage.at(4_000, stage.abort.request)
  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(stage.nowMs()).toBe(4_000)
  expect(stage.sentAtMs('GetProject')).toHaveLength(3)
})

test('reports the recent durations before the start', async () => {
  const stage = lifeStage()
  for (const [nightsAgo, runningMs] of [60_000, 70_000, 80_000].entries()) {
    stage.hex.addRun(projectId, {
      trigger: 'API',
      startedAgoMs: (nightsAgo + 1) * 86_400_000,
      plan: { pendingMs: 1_000, runningMs },
    })
  }

  const outcome = await stage.live()

  expect(outcome.typicalMs).toBe(70_000)
  expect(stage.told('typical')).toMatchObject([
    { typicalMs: 70_000, latestMs: 105_000, fromRuns: 3 },
  ])
  expect(stage.events.map(({ kind }) => kind).slice(0, 3)).toEqual([
    'project',
    'typical',
    'started',
  ])
})

test('does not retry a failed list only to report the usual duration', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'stall' }],
  })
  const outcome = await stage.live()
  expect(outcome).toMatchObject({ conclusion: 'success' })
  expect(outcome).not.toHaveProperty('typicalMs')
  // It has ten seconds; then the start goes out without one.
  expect(stage.sentAtMs('GetProjectRuns')).toEqual([0])
  expect(stage.sentAtMs('RunProject')[0]).toBeLessThan(11_000)
})

test("does not wait for the list's rate limit past the timeout", async () => {
  const stage = lifeStage({ plans: [endless], limits: 'off' })
  const { hex } = stage.runWorld
  await stage.finish(Promise.all(Array.from({ length: 29 }, () => hex.getProject(projectId))))
  const outcome = await stage.live(timeout(30_000))
  expect(stage.sentAtMs('RunProject')[0]).toBeLessThan(1_000)
  expect(outcome.conclusion).toBe('timed_out')
})
