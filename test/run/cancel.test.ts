import { expect, test } from 'vitest'
import { cancelRun } from '../../src/run/cancel.ts'
import { endless, gaps, type LifeStage, lifeStage, projectId, runningOn } from './life-stage.ts'

/** A cancel of a run that goes on, with so much time. */
function cancel(stage: LifeStage, runId: string, limitMs = 60_000, signal = neverAborted) {
  const endsAtMs = stage.timeline.now() + limitMs
  const time = { endsAtMs: () => endsAtMs, signal }
  return stage.finish(cancelRun(projectId, { runId, status: 'RUNNING' }, stage.runWorld, time))
}

const neverAborted = new AbortController().signal
const broken = { operation: 'CancelRun', kind: 'html', status: 502 } as const

test('confirms at once that a run has stopped at once', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id)).toMatchObject({
    stop: { kind: 'ended' },
    run: { runId: run.id, status: 'KILLED' },
  })
  expect(stage.operations()).toEqual(['CancelRun', 'GetRunStatus'])
})

test('resends a request that a proxy loses while time remains', async () => {
  const stage = lifeStage({ faults: [{ ...broken, times: 6 }] })
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id)).toMatchObject({ stop: { kind: 'ended' } })
  expect(gaps(stage.sentAtMs('CancelRun'))).toEqual([800, 1_500, 3_000, 5_000, 5_000, 5_000])
})

test('resends a request whose response was lost and finds that it worked', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'CancelRun', kind: 'reset', effect: 'at-receipt' }],
  })
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id)).toMatchObject({
    stop: { kind: 'ended' },
    run: { status: 'KILLED' },
  })
  expect(stage.operations()).toEqual(['CancelRun', 'CancelRun', 'GetRunStatus'])
})

test('each attempt has two and a half seconds', async () => {
  const stage = lifeStage({ faults: [{ operation: 'CancelRun', kind: 'stall' }] })
  const run = runningOn(stage, endless)
  await cancel(stage, run.id)
  expect(gaps(stage.sentAtMs('CancelRun'))).toEqual([3_300])
})

test('the last attempt gets the remaining time', async () => {
  const stage = lifeStage({ faults: [{ operation: 'CancelRun', kind: 'stall' }] })
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id, 1_200)).toMatchObject({
    stop: {
      kind: 'failed',
      trouble: { text: expect.stringContaining('No response within 1.2 s') },
    },
    run: { runId: run.id, status: 'RUNNING' },
  })
  expect(stage.nowMs()).toBe(1_200)
})

test('waits as long as Hex requests and no longer', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({
    faults: [{ operation: 'CancelRun', ...refusal, retryAfter: { seconds: 8 } }],
  })
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id)).toMatchObject({ stop: { kind: 'ended' } })
  expect(gaps(stage.sentAtMs('CancelRun'))).toEqual([8_000])
})

test('waits as long as a proxy requests', async () => {
  const away = { kind: 'status', status: 503, retryAfter: { seconds: 12 } } as const
  const stage = lifeStage({ faults: [{ operation: 'CancelRun', ...away }] })
  const run = runningOn(stage, endless)
  await cancel(stage, run.id)
  expect(gaps(stage.sentAtMs('CancelRun'))).toEqual([12_000])
})

test('retries within seconds after a rate limit without a wait', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({ faults: [{ operation: 'CancelRun', ...refusal }] })
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id)).toMatchObject({ stop: { kind: 'ended' } })
  expect(gaps(stage.sentAtMs('CancelRun'))).toEqual([5_000])
})

test('sends a refused request three times, at least half a second apart', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { ...endless, cancel: 'refused' })

  expect(await cancel(stage, run.id)).toMatchObject({
    stop: { kind: 'failed', trouble: { text: expect.stringContaining('cannot be cancelled') } },
    run: { status: 'RUNNING', projectVersion: '1' },
  })
  expect(gaps(stage.sentAtMs('CancelRun'))).toEqual([500, 500])
  expect(stage.operations()).toEqual([
    'CancelRun',
    'GetRunStatus',
    'CancelRun',
    'GetRunStatus',
    'CancelRun',
    'GetRunStatus',
  ])
})

test('a refusal because the run has ended is not a failure', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { pendingMs: 0, runningMs: 1_000 })
  stage.timeline.advanceTo(stage.timeline.now() + 2_000)
  expect(await cancel(stage, run.id)).toMatchObject({
    stop: { kind: 'ended' },
    run: { status: 'COMPLETED' },
  })
  expect(stage.operations()).toEqual(['CancelRun', 'GetRunStatus'])
})

test('retries after a refusal and a failed poll', async () => {
  const stage = lifeStage({ faults: [{ operation: 'GetRunStatus', kind: 'html', status: 502 }] })
  const run = runningOn(stage, { pendingMs: 0, runningMs: 1_000 })
  stage.timeline.advanceTo(stage.timeline.now() + 2_000)
  expect(await cancel(stage, run.id)).toMatchObject({ run: { status: 'COMPLETED' } })
  expect(stage.sentAtMs('CancelRun')).toHaveLength(2)
})

test('failed polls do not end the watch, and the request is not resent', async () => {
  const stage = lifeStage({
    cancelTakesMs: 3_000,
    faults: [{ operation: 'GetRunStatus', kind: 'html', status: 502, times: 3 }],
  })
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id)).toMatchObject({ stop: { kind: 'ended' } })
  expect(gaps(stage.sentAtMs('GetRunStatus'))).toEqual([800, 1_500, 3_000])
  expect(stage.sentAtMs('CancelRun')).toHaveLength(1)
})

test('a run that cannot be read anymore: accepted, end not confirmed', async () => {
  const refusal = { kind: 'failure', status: 403, words: 'No' } as const
  const stage = lifeStage({
    faults: [{ operation: 'GetRunStatus', ...refusal, times: 'always' }],
  })
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id)).toMatchObject({
    stop: { kind: 'accepted' },
    run: { status: 'RUNNING' },
  })
  expect(stage.nowMs()).toBeLessThan(5_000)
})

test('a poll after the request has two and a half seconds, too', async () => {
  const stage = lifeStage({ faults: [{ operation: 'GetRunStatus', kind: 'stall' }] })
  const run = runningOn(stage, endless)
  await cancel(stage, run.id)
  expect(gaps(stage.sentAtMs('GetRunStatus'))).toEqual([3_300])
})

test('sends nothing without any time, and reports that', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)
  expect(await cancel(stage, run.id, 0)).toEqual({
    stop: { kind: 'failed', trouble: { text: 'There was no time left to cancel the run.' } },
    run: { runId: run.id, status: 'RUNNING' },
  })
  expect(stage.operations()).toEqual([])
})

test('ignores a time limit that expired before it began', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)
  const { stop } = await cancel(stage, run.id, 60_000, AbortSignal.abort())
  expect(stop).toMatchObject({ kind: 'failed' })
  expect(stage.operations()).toEqual([])
})

test('the signal ends an attempt in progress and the wait for the next', async () => {
  const stage = lifeStage({ faults: [{ operation: 'CancelRun', kind: 'stall' }] })
  const run = runningOn(stage, endless)
  const controller = new AbortController()
  stage.at(1_000, () => controller.abort())
  expect((await cancel(stage, run.id, 60_000, controller.signal)).stop).toMatchObject({
    kind: 'failed',
    trouble: { text: expect.stringContaining('Stopped before the response arrived') },
  })
  expect(stage.nowMs()).toBe(1_000)

  const waiting = lifeStage({ cancelTakesMs: 50_000 })
  const other = runningOn(waiting, endless)
  const second = new AbortController()
  waiting.at(5_000, () => second.abort())
  expect((await cancel(waiting, other.id, 60_000, second.signal)).stop).toEqual({
    kind: 'accepted',
  })
  expect(waiting.nowMs()).toBe(5_000)
})

test('the polling budget does not delay a poll that confirms the end', async () => {
  const stage = lifeStage({ limits: 'off' })
  const run = runningOn(stage, endless)
  const { hex } = stage.runWorld
  await stage.finish(Promise.all(Array.from({ length: 30 }, () => hex.getProject(projectId))))
  await cancel(stage, run.id)
  expect(stage.nowMs()).toBeLessThan(1_000)
})

test('does not wait for a rate limit that outlasts the time, and polls the run once', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({
    faults: [{ operation: 'CancelRun', ...refusal, retryAfter: { seconds: 300 } }],
  })
  const run = runningOn(stage, endless)
  expect((await cancel(stage, run.id)).stop).toMatchObject({ kind: 'failed' })
  expect(stage.nowMs()).toBe(0)
  expect(stage.operations()).toEqual(['CancelRun', 'GetRunStatus'])
})

test('an unexpected error is thrown and not mistaken for an error from Hex', async () => {
  const stage = lifeStage()
  const broken = () => Promise.reject(new TypeError('Ours'))
  const world = { ...stage.runWorld, hex: { ...stage.runWorld.hex, cancelRun: broken } }
  const time = { endsAtMs: () => Number.POSITIVE_INFINITY, signal: neverAborted }
  await expect(
    stage.finish(cancelRun(projectId, { runId: 'r', status: 'RUNNING' }, world, time)),
  ).rejects.toThrow('Ours')
})

test('an unexpected error in a poll after a refusal is thrown, too', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { ...endless, cancel: 'refused' })
  const broken = () => Promise.reject(new TypeError('Ours'))
  const world = { ...stage.runWorld, hex: { ...stage.runWorld.hex, getRunStatus: broken } }
  const time = { endsAtMs: () => Number.POSITIVE_INFINITY, signal: neverAborted }
  await expect(
    stage.finish(cancelRun(projectId, { runId: run.id, status: 'RUNNING' }, world, time)),
  ).rejects.toThrow('Ours')
})

test("does not wait for another group's rate limit between attempts", async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({
    faults: [{ operation: 'GetRunStatus', ...refusal, retryAfter: { seconds: 20 } }],
  })
  const run = runningOn(stage, { ...endless, cancel: 'refused' })

  await cancel(stage, run.id)

  expect(stage.sentAtMs('CancelRun')).toEqual([0, 510, 1_010])
  // The last one is: the run may have ended, and that is what the cancel was refused for.
  expect(stage.sentAtMs('GetRunStatus')).toEqual([0, 20_010])
})

test('resends a request without a response and polls the run in between', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'CancelRun', kind: 'html', status: 502, times: 'always' }],
  })
  const run = runningOn(stage, { pendingMs: 0, runningMs: 3_000 })
  expect(await cancel(stage, run.id)).toMatchObject({
    stop: { kind: 'ended' },
    run: { status: 'COMPLETED' },
  })
  expect(stage.nowMs()).toBeLessThan(10_000)
})
