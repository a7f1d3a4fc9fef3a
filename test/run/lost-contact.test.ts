import { expect, test } from 'vitest'
import { endless, gaps, lifeStage, polled, timeout } from './life-stage.ts'

const bad = { operation: 'GetRunStatus', kind: 'html', status: 502 } as const
const refused = (status: number) =>
  ({ operation: 'GetRunStatus', kind: 'failure', status, words: 'No' }) as const

test('retries a failed poll, and a successful one resets the failures', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 40_000 }],
    faults: [
      { ...bad, skip: 1, times: 3 },
      { ...bad, skip: 6, times: 1 },
    ],
  })

  expect(await stage.live({ pollIntervalMs: 5_000 })).toMatchObject({ conclusion: 'success' })

  expect(gaps(stage.sentAtMs('GetRunStatus')).slice(0, 8)).toEqual([
    5_000, 800, 1_500, 3_000, 5_000, 5_000, 800, 5_000,
  ])
  const forMs = stage
    .told('poll-failed')
    .map((event) => event.kind === 'poll-failed' && event.forMs)
  expect(forMs.map((ms) => Math.round(Number(ms) / 100) * 100)).toEqual([0, 800, 2_300, 0])
  expect(stage.told('poll-failed')[0]).toMatchObject({
    trouble: { text: expect.stringContaining('502') },
  })
})

test('loses contact after ten minutes without a successful poll and cancels the run', async () => {
  const stage = lifeStage({ plans: [endless], faults: [{ ...bad, skip: 1, times: 'always' }] })
  stage.when('cancelling', stage.hex.clearFaults)

  const outcome = await stage.live()

  const lastGoodMs = stage.told('polled')[0]?.atMs ?? 0
  const [, firstBadMs = 0] = stage.sentAtMs('GetRunStatus')
  const [cancelledMs = 0] = stage.sentAtMs('CancelRun')
  expect(firstBadMs - lastGoodMs).toBe(6_800)
  expect(cancelledMs - firstBadMs).toBeGreaterThanOrEqual(600_000)
  expect(cancelledMs - firstBadMs).toBeLessThan(625_000)
  expect(outcome).toMatchObject({
    conclusion: 'failure',
    reason: 'lost_contact',
    stop: { kind: 'ended' },
    trouble: { text: expect.stringContaining('502') },
  })
  expect(stage.told('cancelling')).toMatchObject([{ why: 'lost-contact' }])
})

test('does not lose contact after nine minutes', async () => {
  const stage = lifeStage({ plans: [endless], faults: [{ ...bad, skip: 1, times: 'always' }] })
  stage.at(590_000, stage.hex.clearFaults)
  await stage.live(timeout(640_000))
  expect(polled(stage).length).toBeGreaterThan(2)
})

test('a run that turns out to be completed when it is to be cancelled is green', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 300_000 }],
    faults: [{ ...bad, times: 'always' }],
  })
  stage.when('cancelling', stage.hex.clearFaults)
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
  expect(stage.told('cancelling')).toHaveLength(1)
})

test('does not cancel the run with cancel-on-timeout false', async () => {
  const stage = lifeStage({ plans: [endless], faults: [{ ...bad, times: 'always' }] })
  expect(await stage.live({ cancelOnTimeout: false })).toMatchObject({
    conclusion: 'failure',
    reason: 'lost_contact',
    stop: { kind: 'left' },
    trouble: expect.anything(),
  })
  expect(stage.operations()).not.toContain('CancelRun')
})

test.each([400, 401, 403, 404, 422, 499])(
  'loses contact after a minute of nothing but %d, because waiting does not help',
  async (status) => {
    const stage = lifeStage({
      plans: [endless],
      faults: [{ ...refused(status), skip: 1, times: 'always' }],
    })

    const outcome = await stage.live()

    const [, first = 0] = stage.sentAtMs('GetRunStatus')
    const [cancelled = 0] = stage.sentAtMs('CancelRun')
    expect(cancelled - first).toBeGreaterThanOrEqual(60_000)
    expect(cancelled - first).toBeLessThan(85_000)
    expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'lost_contact' })
  },
)

test.each([302, 408, 425, 429, 500, 503])('a %d is not a clear refusal', async (status) => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 150_000 }],
    faults: [{ ...refused(status), times: 'always' }],
  })
  stage.at(140_000, stage.hex.clearFaults)
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
})

test('another failure between refusals restarts their minute', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 130_000 }],
    faults: [
      { ...refused(404), times: 6 },
      { ...bad, skip: 6 },
      { ...refused(404), skip: 7, times: 'always' },
    ],
  })
  stage.at(95_000, stage.hex.clearFaults)
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
})

test('a rate limit is a response, so contact is not lost however long it lasts', async () => {
  const limited = { ...refused(429), retryAfter: { seconds: 100 } } as const
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 800_000 }],
    faults: [{ ...limited, times: 7 }],
  })
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
  const [, second] = stage.told('poll-failed')
  expect(second).toMatchObject({ forMs: 0 })
})

test('waits for a run that does not appear right after its start', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 30_000 }],
    readingLagMs: 9_000,
  })
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
  expect(stage.told('poll-failed')[0]).toMatchObject({
    trouble: { text: expect.stringContaining('404') },
  })
})

test('a poll has thirty seconds', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 30_000 }],
    faults: [{ operation: 'GetRunStatus', kind: 'stall' }],
  })
  await stage.live()
  expect(gaps(stage.sentAtMs('GetRunStatus'))).toEqual([30_800])
})
