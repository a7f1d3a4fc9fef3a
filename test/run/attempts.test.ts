import { expect, test } from 'vitest'
import { beganAtMs, gaps, lifeStage, projectId, timeout } from './life-stage.ts'

const errored = { pendingMs: 0, runningMs: 4_000, end: 'ERRORED' } as const
const noKernel = { pendingMs: 4_000, end: 'UNABLE_TO_ALLOCATE_KERNEL' } as const
const completed = { pendingMs: 0, runningMs: 4_000 } as const

test('an errored run is started again while attempts remain', async () => {
  const stage = lifeStage({ plans: [errored, errored, completed] })

  const outcome = await stage.live({ maxAttempts: 3 })

  expect(outcome).toMatchObject({ conclusion: 'success', attempt: 3 })
  expect(outcome.run?.runId).toBe(stage.ours().at(-1)?.id)
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

test('the last attempt is the end, whatever it is', async () => {
  const stage = lifeStage({ plans: [errored] })
  expect(await stage.live({ maxAttempts: 2 })).toMatchObject({ reason: 'errored', attempt: 2 })
  expect(stage.ours()).toHaveLength(2)
})

test('without attempts left, no second run is started', async () => {
  const stage = lifeStage({ plans: [errored] })
  expect(await stage.live()).toMatchObject({ reason: 'errored', attempt: 1 })
  expect(stage.told('again')).toEqual([])
})

test('a run that was killed is not started again: someone wanted that', async () => {
  const stage = lifeStage({ plans: [{ ...errored, end: 'KILLED' }] })
  expect(await stage.live({ maxAttempts: 3 })).toMatchObject({ reason: 'killed', attempt: 1 })
})

test('at the timeout there is no further attempt', async () => {
  const stage = lifeStage({ plans: [{ ...errored, runningMs: 9_900 }] })
  expect(await stage.live({ ...timeout(10_000), maxAttempts: 3 })).toMatchObject({
    conclusion: 'failure',
    reason: 'errored',
    attempt: 1,
  })
  expect(stage.told('again')).toEqual([])
})

test('not even where its end is known at the very timeout', async () => {
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

test('an attempt that the timeout let nobody start leaves the end of the one before', async () => {
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

test('nor does one for which the budget had no room in time', async () => {
  const stage = lifeStage({ plans: [errored], limits: 'off' })
  const { hex } = stage.runWorld
  const dry = () => hex.runProject(projectId, { dryRun: true })
  await stage.finish(Promise.all(Array.from({ length: 19 }, dry)))

  const outcome = await stage.live({ ...timeout(30_000), maxAttempts: 2 })

  expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'errored', attempt: 1 })
  expect(stage.ours()).toHaveLength(1)
})

test('a run that found no kernel is no attempt: a new one is started within 30 s', async () => {
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

test('no kernel, and no time left for another: that is the end', async () => {
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

test('not even where there is time for the wait and for nothing after it', async () => {
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

test('no kernel and a little more time: one more', async () => {
  const stage = lifeStage({ plans: [noKernel, completed] })
  expect(await stage.live(timeout(58_000))).toMatchObject({ conclusion: 'success' })
})
