import { expect, test } from 'vitest'
import { sleep } from '../../src/clock.ts'
import { createJobRuns } from '../../src/run/job-runs.ts'
import { liveRun } from '../../src/run/life.ts'
import { openNeighbours } from '../../src/runner/neighbours.ts'
import { endless, lifeStage, planWith, projectId, runningOn, timeout } from '../run/life-stage.ts'
import { virtualFolder } from '../run/virtual-folder.ts'

const ours = { plans: [{ pendingMs: 0, runningMs: 4_000 }] }

test("cancels the project's other active API runs before the start", async () => {
  const stage = lifeStage({ ...ours, cancelTakesMs: 2_000 })
  const pending = runningOn(stage, { stages: [{ status: 'PENDING', forMs: 1 }], end: 'never' })
  const running = runningOn(stage, endless)
  const scheduled = stage.hex.addRun(projectId, { trigger: 'SCHEDULED', plan: endless })

  const outcome = await stage.live({ cancelActive: true })

  expect(outcome).toMatchObject({ conclusion: 'success' })
  const statusOf = (id: string) => stage.hex.runs().find((run) => run.id === id)?.status
  expect([pending, running, scheduled].map(({ id }) => statusOf(id))).toEqual([
    'KILLED',
    'KILLED',
    'RUNNING',
  ])
  expect(Math.max(...stage.sentAtMs('CancelRun'))).toBeLessThan(
    stage.sentAtMs('RunProject')[0] ?? 0,
  )
  // It was seen that they ended.
  expect(stage.sentAtMs('RunProject')[0]).toBeGreaterThan(2_000)
  // Each is named, with its address and what started it.
  const line = (id: string) =>
    expect.stringMatching(
      new RegExp(`^Run ${id} \\(trigger API.*\\) was cancelled\\. https://.*/${id}$`),
    )
  expect(stage.told('note')).toMatchObject([
    { text: 'Cancelling 2 runs.' },
    { text: line(pending.id) },
    { text: line(running.id) },
  ])
  expect(outcome.cleared).toMatchObject([
    { run: { runId: pending.id, status: 'KILLED' }, result: 'cancelled' },
    { run: { runId: running.id, status: 'KILLED' }, result: 'cancelled' },
  ])
})

test('no runs are cancelled unless requested', async () => {
  const stage = lifeStage(ours)
  runningOn(stage, endless)
  await stage.live()
  await stage.live({ cancelActive: false })
  expect(stage.operations()).not.toContain('CancelRun')
})

// Found as seed 777: each list was waited for after the timeout, so the step ended too late.
test('does not list the runs after the timeout', async () => {
  const slow = { operation: 'GetProject', kind: 'delay', afterMs: 6_000 } as const
  const stage = lifeStage({ ...ours, faults: [slow] })
  const outcome = await stage.live({ cancelActive: true, ...timeout(5_000) })
  expect(outcome).toMatchObject({ reason: 'not_started_in_time', cleared: [] })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns'])
})

test('cancels no runs for a dry run', async () => {
  const stage = lifeStage(ours)
  runningOn(stage, endless)
  await stage.live({ cancelActive: true, start: { kind: 'new', settings: { dryRun: true } } })
  expect(stage.operations()).not.toContain('CancelRun')
})

test('does not cancel a run of this step', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 60_000 }] })
  const { id } = runningOn(stage, endless)
  stage.runWorld.jobRuns.add(id)
  expect(await stage.live({ cancelActive: true })).toMatchObject({ conclusion: 'success' })
  expect(stage.hex.runs()[0]).toMatchObject({ cancelCount: 0 })
})

test('does not cancel a run that was found after its response was lost', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 60_000 }],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
  })
  const first = liveRun(planWith(), stage.runWorld)
  const second = sleep(stage.runWorld.clock, 10_000).then(() =>
    liveRun(planWith({ cancelActive: true }), stage.runWorld),
  )
  expect(await stage.finish(Promise.all([first, second]))).toMatchObject([
    { conclusion: 'success', adopted: true },
    { conclusion: 'success', adopted: false },
  ])
  expect(stage.operations()).not.toContain('CancelRun')
})

test('does not cancel a run that a parallel step started in the meantime', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 60_000 }], latencyMs: 1_000 })
  const { clock, random } = stage.runWorld
  const folder = virtualFolder()
  const neighbours = (mark: string) => openNeighbours(folder, mark, clock, () => true)
  const jobRuns = createJobRuns(clock, random, neighbours('1'))
  const { id } = runningOn(stage, endless)
  // The project and its runs are read in the first second, its pending runs in the next, its running ones in the third.
  const reported = sleep(clock, 2_500).then(() => neighbours('2')?.add(id))
  const outcome = await stage.finish(
    liveRun(planWith({ cancelActive: true }), { ...stage.runWorld, jobRuns }),
  )
  await reported
  expect(outcome).toMatchObject({ conclusion: 'success' })
  expect(stage.hex.runs()[0]).toMatchObject({ id, cancelCount: 0 })
})

test('logs a run that cannot be cancelled, and starts its own anyway', async () => {
  const stage = lifeStage(ours)
  const { id } = runningOn(stage, { ...endless, cancel: 'refused' })

  expect(await stage.live({ cancelActive: true })).toMatchObject({ conclusion: 'success' })

  expect(stage.told('note').slice(1)).toMatchObject([
    {
      text: expect.stringMatching(`^Run ${id} .*could not be cancelled and may still be running`),
      trouble: { text: expect.stringContaining('cannot be cancelled') },
    },
  ])
})

test('also logs runs whose end is not confirmed within two minutes', async () => {
  const stage = lifeStage(ours)
  const { id } = runningOn(stage, { ...endless, cancel: 'ignored' })

  expect(await stage.live({ cancelActive: true })).toMatchObject({ conclusion: 'success' })

  const [, note] = stage.told('note')
  expect(note).toMatchObject({
    text: expect.stringMatching(`^Run ${id} .*is being cancelled and may still be running`),
  })
  expect(note).not.toHaveProperty('trouble')
  expect(stage.sentAtMs('RunProject')[0]).toBe(120_010)
})

test('a shorter timeout shortens the wait', async () => {
  const stage = lifeStage(ours)
  runningOn(stage, { ...endless, cancel: 'ignored' })
  expect(await stage.live({ cancelActive: true, ...timeout(20_000) })).toMatchObject({
    conclusion: 'timed_out',
    reason: 'not_started_in_time',
  })
  expect(stage.nowMs()).toBe(20_000)
})

test('also logs runs that there was no time to cancel', async () => {
  const stage = lifeStage({ ...ours, limits: 'off' })
  for (let count = 0; count < 40; count += 1) runningOn(stage, endless)
  await stage.live({ cancelActive: true, ...timeout(20_000) })
  const left = stage.hex
    .runs()
    .filter(({ status, createdByRequest }) => status === 'RUNNING' && createdByRequest === null)
  expect(left.length).toBeGreaterThan(0)
  const unreached = stage
    .told('note')
    .filter((note) => note.kind === 'note' && !/was cancelled\.|Cancelling/.test(note.text))
  expect(unreached).toHaveLength(left.length)
})

test('does not report a run that ended by itself as one that may still be running', async () => {
  const stage = lifeStage(ours)
  runningOn(stage, { pendingMs: 0, runningMs: 2_000, cancelTakesMs: 60_000 })
  await stage.live({ cancelActive: true })
  expect(stage.told('note')).toMatchObject([
    { text: 'Cancelling one run.' },
    { text: expect.stringContaining('had already ended (COMPLETED)') },
  ])
})

test('logs that runs cannot be listed, and starts its own anyway', async () => {
  const stage = lifeStage({
    ...ours,
    faults: [
      { operation: 'GetProjectRuns', kind: 'failure', status: 403, words: 'No', times: 'always' },
    ],
  })
  expect(await stage.live({ cancelActive: true })).toMatchObject({ conclusion: 'success' })
  expect(stage.told('note')).toMatchObject([
    {
      text: "The project's active runs could not be listed.",
      trouble: { text: expect.stringContaining('403') },
    },
  ])
})
