import { expect, test } from 'vitest'
import { endless, lifeStage, projectId, timeout } from './life-stage.ts'

const startTakes = (afterMs: number) =>
  ({ operation: 'RunProject', kind: 'delay', afterMs, effect: 'at-receipt' }) as const

test('cancelled during the first reads: starts nothing', async () => {
  const stage = lifeStage({ latencyMs: 500 })
  stage.at(300, stage.abort.request)

  expect(await stage.live()).toMatchObject({
    conclusion: 'cancelled',
    reason: 'aborted',
    attempt: 0,
    adopted: false,
    tookMs: 300,
  })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
  expect(stage.entries).toEqual([{ phase: 'settled' }])
})

test('cancelled before cancel-active: reports nothing about runs that were not listed', async () => {
  const stage = lifeStage({ latencyMs: 500 })
  stage.at(400, stage.abort.request)
  await stage.live({ cancelActive: true })
  expect(stage.told('note')).toEqual([])
})

test('cancelled while listing runs: starts nothing', async () => {
  const slowList = { operation: 'GetProjectRuns', kind: 'delay', afterMs: 1_000 } as const
  const stage = lifeStage({ latencyMs: 500, faults: [slowList] })
  stage.at(700, stage.abort.request)

  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', attempt: 0, tookMs: 700 })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
  expect(stage.events.map(({ kind }) => kind)).toEqual(['project'])
})

test('cancelled between two start attempts: sends no second request', async () => {
  const busy = {
    operation: 'RunProject',
    kind: 'failure',
    status: 503,
    words: 'All kernels',
  } as const
  const stage = lifeStage({ faults: [{ ...busy, times: 'always' }] })
  stage.at(20_000, stage.abort.request)

  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(stage.sentAtMs('RunProject')).toHaveLength(1)
  expect(stage.nowMs()).toBe(20_000)
  expect(stage.entries.map(({ phase }) => phase)).toEqual(['intent', 'settled', 'settled'])
})

test('cancelled while connecting: sends nothing and searches for nothing', async () => {
  const stage = lifeStage()
  stage.at(3, stage.abort.request)

  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
  expect(stage.entries.map(({ phase }) => phase)).toEqual(['intent', 'settled', 'settled'])
})

test('cancelled while starting: the response names the run, which is then cancelled', async () => {
  const stage = lifeStage({ plans: [endless], faults: [startTakes(3_500)] })
  stage.at(100, stage.abort.request)

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'cancelled', attempt: 1, stop: { kind: 'ended' } })
  expect(stage.sentAtMs('CancelRun')).toEqual([3_510])
  expect(stage.ours()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
  expect(stage.told('started')).toHaveLength(1)
})

test('cancelled while starting: waits four seconds for the response, then leaves the search to the post step', async () => {
  const stage = lifeStage({ plans: [endless], faults: [startTakes(4_500)] })
  stage.at(100, stage.abort.request)

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'cancelled', reason: 'start_unknown' })
  // Nobody has looked, so nothing is said of what was seen.
  expect(outcome).not.toHaveProperty('candidates')
  expect(outcome.trouble?.text).toContain('Stopped before the response arrived')
  expect(stage.nowMs()).toBe(4_100)
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'intent', projectId })
  expect(stage.operations().slice(3)).toEqual([])
})

test('a rejected start after a cancellation is not a failure', async () => {
  const refusal = { kind: 'failure', status: 422, words: 'No' } as const
  const stage = lifeStage({
    faults: [{ operation: 'RunProject', ...refusal, afterMs: 2_000 }],
  })
  stage.at(100, stage.abort.request)
  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(stage.told('waiting')).toEqual([])
})

test('cancelled while starting with wait false: the run continues', async () => {
  const stage = lifeStage({ plans: [endless], faults: [startTakes(2_000)] })
  stage.at(100, stage.abort.request)
  expect(await stage.live({ wait: false })).toMatchObject({ conclusion: 'detached' })
  expect(stage.ours()).toMatchObject([{ status: 'RUNNING', cancelCount: 0 }])
})

test('cancelled while waiting: sends the cancel request at once and confirms the end', async () => {
  const stage = lifeStage({ plans: [{ ...endless, cancelTakesMs: 2_000 }] })
  stage.at(42_000, stage.abort.request)

  const outcome = await stage.live()

  expect(stage.sentAtMs('CancelRun')).toEqual([42_000])
  expect(stage.told('cancelling')).toMatchObject([{ why: 'abort', runId: outcome.run?.runId }])
  expect(outcome).toMatchObject({
    conclusion: 'cancelled',
    reason: 'aborted',
    stop: { kind: 'ended' },
    run: { status: 'KILLED' },
  })
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'settled' })
})

test('cancelled while polling: does not wait for the response', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'GetRunStatus', kind: 'stall' }],
  })
  stage.at(8_000, stage.abort.request)
  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', stop: { kind: 'ended' } })
  expect(stage.sentAtMs('CancelRun')).toEqual([8_000])
  expect(stage.told('poll-failed')).toEqual([])
})

test('a cancelled job waits six seconds for the run to end and leaves the rest to the post step', async () => {
  const stage = lifeStage({ plans: [{ ...endless, cancelTakesMs: 20_000 }] })
  stage.at(42_000, stage.abort.request)

  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', stop: { kind: 'accepted' } })
  expect(stage.nowMs()).toBe(48_000)
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'cancelling' })
})

test('a run that completes while it is being cancelled does not make the step succeed', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 43_000, cancelTakesMs: 9_000 }] })
  stage.at(42_000, stage.abort.request)
  expect(await stage.live()).toMatchObject({
    conclusion: 'cancelled',
    run: { status: 'COMPLETED' },
    stop: { kind: 'ended' },
  })
})

test('a cancelled job cancels the run even with cancel-on-timeout false', async () => {
  const stage = lifeStage({ plans: [endless] })
  stage.at(42_000, stage.abort.request)
  expect(await stage.live({ cancelOnTimeout: false })).toMatchObject({ stop: { kind: 'ended' } })
})

test('cancelled during a cancel after the timeout: six more seconds, no second request', async () => {
  const stage = lifeStage({ plans: [{ ...endless, cancelTakesMs: 40_000 }] })
  stage.at(15_000, stage.abort.request)

  expect(await stage.live(timeout(12_000))).toMatchObject({
    conclusion: 'timed_out',
    stop: { kind: 'accepted' },
  })
  expect(stage.nowMs()).toBe(21_000)
  expect(stage.ours()).toMatchObject([{ cancelCount: 1 }])
})

test('cancelled between two attempts: starts no further run', async () => {
  const plan = { pendingMs: 0, runningMs: 6_000, end: 'UNABLE_TO_ALLOCATE_KERNEL' } as const
  const stage = lifeStage({ plans: [plan] })
  stage.at(20_000, stage.abort.request)

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(stage.nowMs()).toBe(20_000)
  expect(stage.ours()).toHaveLength(1)
})

test('cancelled during a search: stops and leaves the search to the post step', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
  })
  stage.at(3_000, stage.abort.request)

  const outcome = await stage.live()
  expect(outcome).toMatchObject({ conclusion: 'cancelled', reason: 'start_unknown' })
  expect(outcome).not.toHaveProperty('candidates')
  expect(stage.nowMs()).toBe(3_000)
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'intent' })
})

test('cancelled while Hex delays the cancel request: still stops after six seconds', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'CancelRun', ...refusal, retryAfter: { seconds: 40 } }],
  })
  stage.at(14_000, stage.abort.request)
  expect(await stage.live(timeout(12_000))).toMatchObject({
    conclusion: 'timed_out',
    stop: { kind: 'failed' },
  })
  expect(stage.nowMs()).toBe(20_000)
})

test('after the runner is lost: waits 30 seconds for the response and cancels the run', async () => {
  const stage = lifeStage({ plans: [endless], faults: [startTakes(30_000)] })
  stage.at(100, () => stage.abort.request('unread'))

  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', stop: { kind: 'ended' } })
  expect(stage.ours()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
})

test('after the runner is lost: there is no post step, so main searches for the run and cancels it', async () => {
  const lost = {
    operation: 'RunProject',
    kind: 'reset',
    effect: 'at-receipt',
    afterMs: 500,
  } as const
  const stage = lifeStage({ plans: [endless], faults: [lost] })
  stage.at(100, () => stage.abort.request('unread'))

  expect(await stage.live()).toMatchObject({ conclusion: 'cancelled', stop: { kind: 'ended' } })
  expect(stage.ours()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
})
