import { expect, test } from 'vitest'
import { whyNotRunnable } from '../../src/run/preflight.ts'
import { liveRuns } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import {
  beganAtMs,
  endless,
  gaps,
  lifeStage,
  planWith,
  projectId,
  runningOn,
  timeout,
} from './life-stage.ts'

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

const hourMs = 3_600_000
const stale = { skipIfNewerThanMs: 2 * hourMs }
const start = { kind: 'new', settings: { updatePublishedResults: true } } as const
const updated = (agoMs: number) => ({
  projects: [
    { id: projectId, publishedResultsUpdatedAt: new Date(beganAtMs - agoMs).toISOString() },
  ],
})

test('leaves fresh results alone and starts or cancels nothing', async () => {
  const stage = lifeStage(updated(hourMs))
  const other = runningOn(stage, endless)
  const outcome = await stage.live({ start, ...stale, cancelActive: true })
  expect(outcome).toMatchObject({
    conclusion: 'skipped',
    reason: 'fresh',
    attempt: 0,
    fresh: { updatedAt: new Date(beganAtMs - hourMs).toISOString() },
  })
  expect(outcome.fresh?.ageMs).toBeGreaterThanOrEqual(hourMs - 1_000)
  expect(outcome).not.toHaveProperty('run')
  expect(stage.operations()).not.toContain('RunProject')
  expect(stage.hex.runs()).toMatchObject([{ id: other.id, cancelCount: 0 }])
})

test.each([
  ['older results', updated(2 * hourMs + 2_000), {}, []],
  ['results that were never updated', {}, {}, [/^Hex did not report when the published results/]],
  ['results from the future', updated(-hourMs), {}, [/^Hex reported an update time in the future/]],
  ['a re-run job', updated(hourMs), { isRerun: true }, [/^This is a re-run\./]],
  ['no skip-if-newer-than', updated(hourMs), { skipIfNewerThanMs: undefined }, []],
])('%s: starts a run, and logs why', async (_, world, plan, notes) => {
  const stage = lifeStage({ ...world, plans: [{}] } as Parameters<typeof lifeStage>[0])
  const outcome = await stage.live({ start, ...stale, ...plan } as Parameters<typeof stage.live>[0])
  expect(outcome.conclusion).toBe('success')
  expect(stage.told('note')).toMatchObject(
    notes.map((text) => ({ text: expect.stringMatching(text) })),
  )
})

test('starts a run if the project cannot be read', async () => {
  const stage = lifeStage({
    ...updated(hourMs),
    faults: [{ operation: 'GetProject', kind: 'failure', status: 403, words: 'No' }],
  })
  expect(await stage.live({ start, ...stale })).toMatchObject({ conclusion: 'success' })
  expect(stage.told('note').at(-1)).toMatchObject({
    text: expect.stringMatching(/^The project could not be read\./),
  })
})

test('waits for a rate limit before it decides', async () => {
  const limited = { kind: 'failure', status: 429, retryAfter: { seconds: 30 } } as const
  const stage = lifeStage({
    ...updated(hourMs),
    faults: [{ operation: 'GetProject', words: 'Slow down', ...limited }],
  })
  expect(await stage.live({ start, ...stale })).toMatchObject({ conclusion: 'skipped' })
  expect(stage.nowMs()).toBeGreaterThanOrEqual(30_000)
})

test("measures the age by Hex's clock", async () => {
  const ahead = lifeStage({ ...updated(hourMs), clockSkewMinutes: 90 })
  expect(await ahead.live({ start, ...stale })).toMatchObject({ conclusion: 'success' })
})

test('first reports that a project cannot run', async () => {
  const stage = lifeStage({
    projects: [
      { ...updated(hourMs).projects[0], id: projectId, archivedAt: '2025-06-02T14:10:00.000Z' },
    ],
  })
  expect(await stage.live({ start, ...stale })).toMatchObject({ reason: 'not_runnable' })
})

test('the second of several runs of a project starts nothing if the first updated the results', async () => {
  const stage = lifeStage()
  const plans = ['first', 'second'].map((name) => planWith({ name, start, ...stale }))
  const { runWorld } = stage
  const world = { ...runWorld, hex: shareReads(runWorld.hex, runWorld.clock) }
  const outcomes = await stage.finish(
    liveRuns(plans, world, () => runWorld, { maxParallel: 1, failFast: true }),
  )
  expect(outcomes.map(({ conclusion }) => conclusion)).toEqual(['success', 'skipped'])
  expect(stage.ours()).toHaveLength(1)
})

test('a job that is cancelled while the runs are listed is cancelled, however fresh the results are', async () => {
  const slow = { operation: 'GetProjectRuns', kind: 'delay', afterMs: 5_000 } as const
  const stage = lifeStage({ ...updated(hourMs), faults: [slow] })
  stage.at(2_000, stage.abort.request)
  expect(await stage.live({ start, ...stale })).toMatchObject({ reason: 'aborted' })
})

test.each([
  [{ trashed: true }, /^The project is in the trash\. Restore it in Hex\.$/],
  [{ archived: true }, /^The project is archived\. Unarchive it in Hex\.$/],
  [{ type: 'COMPONENT' }, /^This is a component, and only projects can run/],
  [{ lastPublishedAt: null }, /^The project has never been published, .*Publish it in Hex\.$/],
])('%j says why a project cannot run', (facts, words) => {
  expect(
    whyNotRunnable({ id: 'p', title: 'x', archived: false, trashed: false, ...facts }),
  ).toMatch(words)
})

test.each([{}, { type: 'PROJECT' }, { lastPublishedAt: '2026-01-01T00:00:00Z' }])(
  '%j does not prevent a project from running',
  (facts) => {
    expect(
      whyNotRunnable({ id: 'p', title: 'x', archived: false, trashed: false, ...facts }),
    ).toBeUndefined()
  },
)
