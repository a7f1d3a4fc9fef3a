import { expect, test } from 'vitest'
import { liveRuns } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import { beganAtMs, endless, lifeStage, planWith, projectId, runningOn } from './life-stage.ts'

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
