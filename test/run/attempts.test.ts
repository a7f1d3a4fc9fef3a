import { expect, test } from 'vitest'
import { beganAtMs, gaps, lifeStage, projectId, timeout } from './life-stage.ts'

const errored = { pendingMs: 0, runningMs: 4_000, end: 'ERRORED' } as const
const noKernel = { pendingMs: 4_000, end: 'UNABLE_TO_ALLOCATE_KERNEL' } as const
const completed = { pendingMs: 0, runningMs: 4_000 } as const

test('starts an errored run again while attempts remain', async () => {
  const stage = lifeStage({ plans: [errored, errored, completed] })

  const outcome = await stage.live({ maxAttempts: 3 })

  expect(outcome).toMatchObject({ conclusion: 'success', attempt: 3 })
  expect([...(outcome.earlierRuns ?? []), outcome.run].map((run) => run?.runId)).toEqual(
    stage.ours().map(({ id }) => id),
  )
  expect(stage.told('again')).toMatchObject([
    { attempt: 2, maxAttempts: 3, run: { status: 'ERRORED', runId: stage.ours()[0]?.id } },
    { attempt: 3, maxAttempts: 3 },
  ])
  expect(stage.told('started')).toMatchObject([{ attempt: 1 }, { attempt: 2 }, { attempt: 3 }])
  expect(stage.entries.map(({ phase }) => phase)).toEqual([
    ...['intent', 'started', 'settled'],
    ...['intent', 'started', 'settled'],
    ...['intent', 'started', 'settled'],
  ])
})

test('a run without a kernel is not one of the earlier attempts', async () => {
  const stage = lifeStage({ plans: [noKernel, errored, noKernel, completed] })
  const outcome = await stage.live({ maxAttempts: 2 })
  expect(outcome).toMatchObject({ conclusion: 'success', attempt: 2 })
  const ids = stage.ours().map(({ id }) => id)
  expect(outcome.earlierRuns?.map(({ runId }) => runId)).toEqual([ids[1]])
})

test('the last attempt decides', async () => {
  const stage = lifeStage({ plans: [errored] })
  expect(await stage.live({ maxAttempts: 2 })).toMatchObject({ reason: 'errored', attempt: 2 })
  expect(stage.ours()).toHaveLength(2)
})

test('starts no second run if no attempts are left', async () => {
  const stage = lifeStage({ plans: [errored] })
  expect(await stage.live()).toMatchObject({ reason: 'errored', attempt: 1 })
  expect(stage.told('again')).toEqual([])
})

test('does not restart a run that was killed, because someone wanted that', async () => {
  const stage = lifeStage({ plans: [{ ...errored, end: 'KILLED' }] })
  expect(await stage.live({ maxAttempts: 3 })).toMatchObject({ reason: 'killed', attempt: 1 })
})

test('starts no further attempt at the timeout', async () => {
  const stage = lifeStage({ plans: [{ ...errored, runningMs: 9_900 }] })
  expect(await stage.live({ ...timeout(10_000), maxAttempts: 3 })).toMatchObject({
    conclusion: 'failure',
    reason: 'errored',
    attempt: 1,
  })
  expect(stage.told('again')).toEqual([])
})

test('starts no further attempt if the run ends exactly at the timeout', async () => {
  const first = lifeStage({ plans: [errored] })
  let seenAtMs = 0
  first.when('polled', () => {
    seenAtMs = first.timeline.now() - beganAtMs
  })
  await first.live()

  const stage = lifeStage({ plans: [errored] })
  const outcome = await stage.live({ ...timeout(seenAtMs), maxAttempts: 2 })
  expect(outcome).toMatchObject({ reason: 'errored', attempt: 1 })
  expect(stage.told('again')).toEqual([])
})

test('keeps the previous result if the timeout prevents the next attempt', async () => {
  const stage = lifeStage({
    plans: [errored],
    faults: [
      {
        operation: 'RunProject',
        kind: 'failure',
        status: 503,
        words: 'Maximum number of concurrent kernels reached',
        skip: 1,
        times: 'always',
      },
    ],
  })

  const outcome = await stage.live({ ...timeout(30_000), maxAttempts: 2 })

  expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'errored', attempt: 1 })
  expect(outcome.run).toMatchObject({ runId: stage.ours()[0]?.id, status: 'ERRORED' })
  expect(stage.nowMs()).toBe(30_000)
})

test('keeps the previous result if the budget does not allow the start in time', async () => {
  const stage = lifeStage({ plans: [errored], limits: 'off' })
  const { hex } = stage.runWorld
  const dry = () => hex.runProject(projectId, { dryRun: true })
  await stage.finish(Promise.all(Array.from({ length: 19 }, dry)))

  const outcome = await stage.live({ ...timeout(30_000), maxAttempts: 2 })

  expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'errored', attempt: 1 })
  expect(stage.ours()).toHaveLength(1)
})

test('a run without a kernel is not an attempt: starts a new one within 30 s', async () => {
  const stage = lifeStage({ plans: [noKernel, noKernel, completed] })

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'success', attempt: 1 })
  expect(stage.told('no-kernel')).toMatchObject([
    { waitMs: 25_500, run: { runId: stage.ours()[0]?.id } },
    { waitMs: 25_500, run: { runId: stage.ours()[1]?.id } },
  ])
  const [first, second] = stage.told('no-kernel').map(({ atMs }) => atMs)
  const starts = stage.sentAtMs('RunProject')
  expect(gaps([first ?? 0, starts[1] ?? 0])).toEqual([25_500])
  expect(gaps([second ?? 0, starts[2] ?? 0])).toEqual([25_500])
  expect(stage.entries.map(({ phase }) => phase).slice(0, 3)).toEqual([
    'intent',
    'started',
    'settled',
  ])
})

test('fails without a kernel if no time is left for another start', async () => {
  const stage = lifeStage({ plans: [noKernel] })

  const outcome = await stage.live(timeout(30_000))

  expect(outcome).toMatchObject({
    conclusion: 'failure',
    reason: 'no_kernel',
    run: { status: 'UNABLE_TO_ALLOCATE_KERNEL' },
  })
  expect(stage.ours()).toHaveLength(1)
  expect(stage.told('no-kernel')).toEqual([])
  expect(stage.nowMs()).toBeLessThan(10_000)
})

test('fails without a kernel if there is time only for the wait', async () => {
  const first = lifeStage({ plans: [noKernel] })
  let seenAtMs = 0
  first.when('polled', () => {
    seenAtMs = first.timeline.now() - beganAtMs
  })
  await first.live(timeout(20_000))

  const stage = lifeStage({ plans: [noKernel] })
  expect(await stage.live(timeout(seenAtMs + 25_500))).toMatchObject({ reason: 'no_kernel' })
  expect(stage.told('no-kernel')).toEqual([])
})

test('starts once more without a kernel if a little more time is left', async () => {
  const stage = lifeStage({ plans: [noKernel, completed] })
  expect(await stage.live(timeout(58_000))).toMatchObject({ conclusion: 'success' })
})
