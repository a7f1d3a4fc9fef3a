import { describe, expect, test } from 'vitest'
import { endless, gaps, lifeStage, timeout } from './life-stage.ts'

test('polls a run once more at the timeout, cancels it, and confirms its end', async () => {
  const stage = lifeStage({ plans: [{ ...endless, cancelTakesMs: 500 }] })

  const outcome = await stage.live(timeout(12_000))

  expect(stage.operations().slice(3)).toEqual([
    'GetRunStatus',
    'GetRunStatus',
    'GetRunStatus',
    'CancelRun',
    'GetRunStatus',
    'GetRunStatus',
    'GetRunStatus',
  ])
  expect(stage.sentAtMs('CancelRun')).toEqual([12_000])
  expect(stage.told('cancelling')).toMatchObject([
    { runId: stage.ours()[0]?.id, why: 'timeout', atMs: 12_000 },
  ])
  expect(outcome).toMatchObject({
    conclusion: 'timed_out',
    reason: 'timed_out',
    stop: { kind: 'ended' },
    run: { status: 'KILLED' },
  })
  expect(outcome).not.toHaveProperty('trouble')
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'settled' })
})

test('watches a run that does not stop for a minute and reports that it may still be running', async () => {
  const stage = lifeStage({ plans: [{ ...endless, cancel: 'ignored' }] })

  const outcome = await stage.live(timeout(12_000))

  expect(outcome).toMatchObject({ conclusion: 'timed_out', stop: { kind: 'accepted' } })
  expect(stage.ours()).toMatchObject([{ cancelCount: 1, status: 'RUNNING' }])
  // The post step has more time than this: the run stays in the journal.
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'cancelling' })
  expect(stage.nowMs()).toBe(72_000)
})

test('after a cancel request, polls often at first, then every five seconds', async () => {
  const stage = lifeStage({ plans: [{ ...endless, cancel: 'ignored' }] })
  await stage.live(timeout(12_000))
  const looks = stage.sentAtMs('GetRunStatus').filter((atMs) => atMs > 12_000)
  expect(gaps([12_000, ...looks]).slice(0, 10)).toEqual([
    0, 200, 400, 700, 1_000, 2_000, 3_000, 5_000, 5_000, 5_000,
  ])
})

test('a run that completed in time but was polled late is green', async () => {
  const plans = [{ pendingMs: 0, runningMs: 10_200 }]
  const stage = lifeStage({ plans })
  // The last look finds Hex silent; the run had ended a moment before.
  stage.at(10_300, () =>
    stage.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status: 502, times: 1 }),
  )

  const outcome = await stage.live(timeout(10_500))

  expect(outcome).toMatchObject({ conclusion: 'success', reason: 'completed' })
  expect(outcome).not.toHaveProperty('stop')
  expect(stage.told('cancelling')).toHaveLength(1)
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'settled' })
})

test('a run that completes after the timeout, while being cancelled, has timed out', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 12_500, cancelTakesMs: 5_000 }] })
  expect(await stage.live(timeout(12_000))).toMatchObject({
    conclusion: 'timed_out',
    run: { status: 'COMPLETED' },
    stop: { kind: 'ended' },
  })
})

test('a run that fails after the timeout, while being cancelled, has timed out too', async () => {
  const plan = { pendingMs: 0, runningMs: 10_200, end: 'ERRORED' } as const
  const stage = lifeStage({ plans: [plan] })
  stage.at(10_300, () =>
    stage.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status: 502, times: 1 }),
  )
  expect(await stage.live(timeout(10_500))).toMatchObject({
    conclusion: 'timed_out',
    run: { status: 'ERRORED' },
  })
})

test.each([
  { minutes: 10, says: 'ahead' },
  { minutes: -10, says: 'behind' },
])(
  "uses Hex's clock to decide whether a run completed in time, even if it is $says",
  async (clock) => {
    const late = lifeStage({
      plans: [{ pendingMs: 0, runningMs: 14_000, cancelTakesMs: 5_000 }],
      clockSkewMinutes: clock.minutes,
    })
    expect(await late.live(timeout(12_000))).toMatchObject({ conclusion: 'timed_out' })

    const early = lifeStage({
      plans: [{ pendingMs: 0, runningMs: 8_000 }],
      clockSkewMinutes: clock.minutes,
    })
    early.at(9_000, () =>
      early.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status: 502, times: 2 }),
    )
    expect(await early.live(timeout(12_000))).toMatchObject({ conclusion: 'success' })
  },
)

test('polls at the timeout even if the budget does not allow it', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 40_000 }], limits: 'off' })

  const outcome = await stage.live({ ...timeout(45_000), pollIntervalMs: 1_000 })

  expect(outcome).toMatchObject({ conclusion: 'success' })
  // Thirty status requests fit into the minute, two of them before the start; then nothing until the end.
  expect(gaps(stage.sentAtMs('GetRunStatus')).slice(-2)).toEqual([1_000, 16_900])
  expect(stage.sentAtMs('GetRunStatus').at(-1)).toBe(45_000)
  expect(stage.told('poll-failed')).toEqual([])
})

test('the final poll has ten seconds, and its failure is reported', async () => {
  const stage = lifeStage({ plans: [endless] })
  stage.at(11_000, () => stage.hex.addFault({ operation: 'GetRunStatus', kind: 'stall' }))

  const outcome = await stage.live({ pollIntervalMs: 5_000, ...timeout(12_000) })

  expect(stage.sentAtMs('CancelRun')).toEqual([22_000])
  expect(outcome).toMatchObject({
    conclusion: 'timed_out',
    trouble: { text: expect.stringContaining('No response within 10 s') },
    stop: { kind: 'ended' },
  })
})

test('with cancel-on-timeout false, neither main nor the post step cancels the run', async () => {
  const stage = lifeStage({ plans: [endless] })

  const outcome = await stage.live({
    ...timeout(12_000),
    pollIntervalMs: 5_000,
    cancelOnTimeout: false,
  })

  expect(outcome).toMatchObject({
    conclusion: 'timed_out',
    reason: 'timed_out',
    stop: { kind: 'left' },
  })
  expect(stage.operations()).not.toContain('CancelRun')
  expect(stage.told('cancelling')).toEqual([])
  expect(stage.entries.slice(2)).toMatchObject([{ phase: 'detached', runId: stage.ours()[0]?.id }])
})

test('with cancel-on-timeout false, reports a failed final poll', async () => {
  const stage = lifeStage({ plans: [endless] })
  stage.at(11_000, () =>
    stage.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status: 502 }),
  )
  expect(
    await stage.live({ ...timeout(12_000), pollIntervalMs: 5_000, cancelOnTimeout: false }),
  ).toMatchObject({
    stop: { kind: 'left' },
    trouble: { text: expect.stringContaining('502') },
  })
})

const throttled = {
  operation: 'GetRunStatus',
  kind: 'failure',
  status: 429,
  words: 'Too many requests',
} as const

describe('while a 429 blocks reads past the timeout', () => {
  test('skips the final poll and sends the cancel request at once', async () => {
    const stage = lifeStage({
      plans: [endless],
      faults: [{ ...throttled, retryAfter: { seconds: 3_600 } }],
    })

    const outcome = await stage.live(timeout(6_000))

    expect(stage.sentAtMs('CancelRun')).toEqual([6_000])
    expect(stage.sentAtMs('GetRunStatus')).toEqual([5_010])
    expect(outcome).toMatchObject({
      conclusion: 'timed_out',
      stop: { kind: 'accepted' },
      trouble: { text: expect.stringContaining('429') },
    })
    // Nothing can be read in time, so nothing is waited for.
    expect(stage.nowMs()).toBeLessThan(7_000)
  })

  test('a run that completed in time is green if reads are allowed again within a minute', async () => {
    const stage = lifeStage({
      plans: [{ pendingMs: 0, runningMs: 5_500 }],
      faults: [{ ...throttled, retryAfter: { seconds: 40 } }],
      finishedRunCancel: 'refused',
    })

    const outcome = await stage.live(timeout(6_000))

    expect(outcome).toMatchObject({ conclusion: 'success', run: { status: 'COMPLETED' } })
    expect(stage.sentAtMs('CancelRun')[0]).toBe(6_000)
    expect(stage.nowMs()).toBe(45_010)
  })

  test('sends nothing with cancel-on-timeout false', async () => {
    const stage = lifeStage({
      plans: [endless],
      faults: [{ ...throttled, retryAfter: { seconds: 40 } }],
    })

    const outcome = await stage.live({ ...timeout(6_000), cancelOnTimeout: false })

    expect(outcome).toMatchObject({ conclusion: 'timed_out', stop: { kind: 'left' } })
    expect(stage.operations().slice(3)).toEqual(['GetRunStatus'])
    expect(stage.nowMs()).toBe(6_000)
  })
})

test('a poll in progress at the timeout is the final poll', async () => {
  const stage = lifeStage({ plans: [endless] })
  stage.at(11_000, () =>
    stage.hex.addFault({ operation: 'GetRunStatus', kind: 'stall', times: 'always' }),
  )

  await stage.live({ ...timeout(12_000), pollIntervalMs: 1_000 })

  expect(
    stage.sentAtMs('GetRunStatus').filter((atMs) => atMs > 11_000 && atMs < 22_000),
  ).toHaveLength(1)
  expect(stage.sentAtMs('CancelRun')).toEqual([22_000])
})

test('reports which timeout ended the wait', async () => {
  const stage = lifeStage({ plans: [endless] })
  await stage.live(timeout(30_000))
  expect(stage.told('cancelling')).toMatchObject([{ why: 'timeout', timeoutMs: 30_000 }])
})

test('a detached run is not reported as left behind', async () => {
  const stage = lifeStage({ plans: [endless] })
  expect(await stage.live({ wait: false })).not.toHaveProperty('stop')
})
