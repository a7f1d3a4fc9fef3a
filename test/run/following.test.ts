import { expect, test } from 'vitest'
import { liveRun } from '../../src/run/life.ts'
import { gaps, lifeStage, planWith, runningOn, timeout } from './life-stage.ts'

const goesOn = (runningMs: number, pendingMs = 0) => ({ plans: [{ pendingMs, runningMs }] })

/** So many nights on which a run took so long. */
function addNights(stage: ReturnType<typeof lifeStage>, ...tookMs: ReadonlyArray<number>) {
  for (const [index, runningMs] of tookMs.entries())
    runningOn(stage, { pendingMs: 2_000, runningMs }, (index + 1) * 86_400_000)
}

test('without a history, polls every seven seconds at first, then every five or six', async () => {
  const stage = lifeStage(goesOn(400_000))
  await stage.live()
  const waits = gaps(stage.sentAtMs('GetRunStatus'))
  expect(Math.max(...waits)).toBe(6_800)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(4_400)
  expect(waits.at(-1)).toBe(6_300)
})

test('with a history, polls rarely before the expected end and often around it', async () => {
  const stage = lifeStage(goesOn(300_000, 2_000))
  addNights(stage, 296_000, 300_000, 304_000, 298_000)
  await stage.live()
  const times = stage.sentAtMs('GetRunStatus')
  expect(times.filter((atMs) => atMs < 280_000).length).toBeLessThanOrEqual(5)
  expect(gaps(times).at(-1)).toBeLessThanOrEqual(6_300)
})

test("the age of a run is based on Hex's times, not on the first poll", async () => {
  const stage = lifeStage({ clockSkewMinutes: 9 })
  addNights(stage, 300_000, 300_000, 300_000)
  const run = runningOn(stage, { pendingMs: 2_000, runningMs: 300_000 }, 290_000)
  await stage.live({ start: { kind: 'existing', runId: run.id } })
  // It is about to end: no wait is as long as those in the middle of a run.
  expect(Math.max(...gaps(stage.sentAtMs('GetRunStatus')))).toBeLessThanOrEqual(10_000)
})

test('a long wait for a kernel delays the expected end', async () => {
  const stage = lifeStage(goesOn(60_000, 200_000))
  addNights(stage, 60_000, 61_000, 59_000)
  await stage.live()
  const times = stage.sentAtMs('GetRunStatus')
  // Only the runs' own time counts: one look in twenty seconds while it is PENDING.
  expect(times.filter((atMs) => atMs < 200_000).length).toBeLessThanOrEqual(11)
})

test("without Hex's clock, the age of a run is the time since its start request", async () => {
  const stage = lifeStage(goesOn(100_000))
  addNights(stage, 100_000, 100_000)
  const hex = { ...stage.runWorld.hex, serverNow: () => undefined }
  const outcome = await stage.finish(liveRun(planWith(), { ...stage.runWorld, hex }))
  expect(outcome.conclusion).toBe('success')
  expect(stage.sentAtMs('GetRunStatus').length).toBeLessThanOrEqual(6)
  expect(outcome.tookMs).toBeLessThan(106_000)
})

test('keeps poll-interval, whatever the history says', async () => {
  const stage = lifeStage(goesOn(60_000))
  addNights(stage, 60_000, 61_000)
  await stage.live({ pollIntervalMs: 15_000 })
  expect(gaps(stage.sentAtMs('GetRunStatus'))).toEqual([15_000, 15_000, 15_000])
})

test('does not poll before the first interval has passed', async () => {
  const stage = lifeStage(goesOn(60_000))
  await stage.live({ pollIntervalMs: 20_000 })
  expect(stage.sentAtMs('GetRunStatus')[0]).toBe(20_010)
})

test('never waits past the timeout', async () => {
  const stage = lifeStage(goesOn(25_000))
  const outcome = await stage.live({ ...timeout(30_000), pollIntervalMs: 600_000 })
  expect(outcome).toMatchObject({ conclusion: 'success' })
  expect(stage.sentAtMs('GetRunStatus')).toEqual([30_000])
})

test('after a rate limit, a run is polled every 9 s', async () => {
  const stage = lifeStage({
    ...goesOn(300_000),
    faults: [
      {
        operation: 'GetRunStatus',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        retryAfter: { seconds: 30 },
        skip: 2,
      },
    ],
  })
  await stage.live()
  const waits = gaps(stage.sentAtMs('GetRunStatus'))
  expect(waits[2]).toBeGreaterThanOrEqual(30_000)
  expect(waits[3]).toBe(9_000)
})

test("without Hex's clock, the runner's clock decides whether a run ended in time", async () => {
  const stage = lifeStage(goesOn(10_200))
  const hex = { ...stage.runWorld.hex, serverNow: () => undefined }
  stage.at(10_300, () =>
    stage.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status: 502 }),
  )
  const plan = planWith(timeout(10_500))
  const outcome = await stage.finish(liveRun(plan, { ...stage.runWorld, hex }))
  expect(outcome).toMatchObject({ conclusion: 'success' })
  expect(stage.told('cancelling')).toHaveLength(1)
})

test('a page with a long Retry-After does not delay detecting the end', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 20_000 }],
    faults: [
      {
        operation: 'GetRunStatus',
        kind: 'status',
        status: 503,
        body: '<html></html>',
        retryAfter: { seconds: 3_600 },
      },
    ],
  })
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
  expect(stage.nowMs()).toBeLessThan(45_000)
})
