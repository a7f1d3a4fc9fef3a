import { expect, test } from 'vitest'
import { liveRuns } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import type { RunPlan as HexPlan } from '../hex-simulator/runs.ts'
import {
  beganAtMs,
  endless,
  gaps,
  type LifeStage,
  lifeStage,
  planWith,
  projectId,
  runningOn,
  timeout,
} from './life-stage.ts'

const otherId = '0198e0b4-11f6-7c82-8a53-d90e6b7f1c24'

/** A client that shares what it reads, on a Hex with two projects and without limits. */
function sharing(options: Parameters<typeof lifeStage>[0] = {}) {
  const stage = lifeStage({
    projects: [{ id: projectId }, { id: otherId }],
    limits: 'off',
    ...options,
  })
  const hex = shareReads(stage.runWorld.hex, stage.runWorld.clock)
  const look = (runId: string, more: { readonly urgent?: boolean } = {}) =>
    stage.finish(hex.getRunStatus(projectId, runId, more))
  return { stage, hex, look }
}

function pass({ timeline }: LifeStage, ms: number) {
  timeline.advanceTo(timeline.now() + ms)
}

test('reads a project once, however many runs need it', async () => {
  const { stage, hex } = sharing()
  const [first, second] = await stage.finish(
    Promise.all([hex.getProject(projectId), hex.getProject(projectId)]),
  )
  expect(first).toBe(second)
  await stage.finish(hex.getProject(projectId))
  await stage.finish(hex.getProject(otherId))
  expect(stage.operations()).toEqual(['GetProject', 'GetProject'])
})

test('reads a project again if it could not be read', async () => {
  const { stage, hex } = sharing({
    faults: [{ operation: 'GetProject', kind: 'html', status: 502 }],
  })
  await expect(stage.finish(hex.getProject(projectId))).rejects.toThrow('502')
  expect(await stage.finish(hex.getProject(projectId))).toMatchObject({ id: projectId })
})

test('polls a run directly if it is the only one of its project', async () => {
  const { stage, look } = sharing()
  const { id } = runningOn(stage, endless)
  expect(await look(id)).toMatchObject({ runId: id, status: 'RUNNING' })
  await look(id)
  expect(stage.operations()).toEqual(['GetRunStatus', 'GetRunStatus'])
})

test('two runs of a project share a list, which is valid for four seconds', async () => {
  const { stage, look } = sharing()
  const [a, b] = [runningOn(stage, endless), runningOn(stage, endless)]
  await look(a.id)
  expect(await look(b.id)).toMatchObject({ runId: b.id, status: 'RUNNING' })
  expect(await look(a.id)).toMatchObject({ runId: a.id, status: 'RUNNING' })
  pass(stage, 3_997)
  await look(b.id)
  expect(stage.operations()).toEqual(['GetRunStatus', 'GetProjectRuns'])
  pass(stage, 1)
  await look(a.id)
  expect(stage.operations().slice(2)).toEqual(['GetProjectRuns'])
  expect(stage.hex.requests()[1]?.path).toContain('?limit=100&runTriggerFilter=API')
})

test('runs of two projects share nothing', async () => {
  const { stage, hex, look } = sharing()
  const a = runningOn(stage, endless)
  const b = stage.hex.addRun(otherId, { trigger: 'API', plan: endless })
  await look(a.id)
  await stage.finish(hex.getRunStatus(otherId, b.id))
  await look(a.id)
  expect(stage.operations()).toEqual(Array(3).fill('GetRunStatus'))
})

test('an urgent poll reads the run itself', async () => {
  const { stage, look } = sharing()
  const [a, b] = [runningOn(stage, endless), runningOn(stage, endless)]
  await look(a.id)
  await look(b.id, { urgent: true })
  expect(stage.operations()).toEqual(['GetRunStatus', 'GetRunStatus'])
})

test('polls a run directly once the list does not show it', async () => {
  const { stage, look } = sharing()
  const hidden = stage.hex.addRun(projectId, { trigger: 'SCHEDULED', plan: endless })
  const { id } = runningOn(stage, endless)
  await look(id)
  expect(await look(hidden.id)).toMatchObject({ runId: hidden.id, status: 'RUNNING' })
  pass(stage, 10_000)
  await look(hidden.id)
  expect(stage.operations()).toEqual([
    'GetRunStatus',
    'GetProjectRuns',
    'GetRunStatus',
    'GetRunStatus',
  ])
})

test('polls the remaining run directly after the other has ended', async () => {
  const { stage, look } = sharing()
  const [a, b] = [runningOn(stage, { pendingMs: 0, runningMs: 1_000 }), runningOn(stage, endless)]
  await look(a.id)
  await look(b.id)
  pass(stage, 5_000)
  expect(await look(a.id)).toMatchObject({ status: 'COMPLETED' })
  pass(stage, 5_000)
  await look(b.id)
  expect(stage.operations()).toEqual([
    'GetRunStatus',
    'GetProjectRuns',
    'GetProjectRuns',
    'GetRunStatus',
  ])
})

test('a failed list is not shared: the next poll requests it again', async () => {
  const { stage, look } = sharing({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502 }],
  })
  const [a, b] = [runningOn(stage, endless), runningOn(stage, endless)]
  await look(a.id)
  await expect(look(b.id)).rejects.toThrow('502')
  expect(await look(b.id)).toMatchObject({ runId: b.id })
  expect(stage.operations()).toEqual(['GetRunStatus', 'GetProjectRuns', 'GetProjectRuns'])
})

test('a list that the limiter allows too late for one run is requested for another with more time', async () => {
  const { stage, hex, look } = sharing({
    faults: [
      {
        operation: 'GetProjectRuns',
        kind: 'failure',
        status: 429,
        words: 'Too many',
        retryAfter: { seconds: 30 },
      },
    ],
  })
  const [a, b] = [runningOn(stage, endless), runningOn(stage, endless)]
  await look(a.id)
  await expect(look(b.id)).rejects.toThrow('429')
  const withMs = (runId: string, ms: number) =>
    hex.getRunStatus(projectId, runId, { notAfterMs: stage.timeline.now() + ms })

  const [first, second] = [withMs(a.id, 10_000), withMs(b.id, 60_000)]

  await expect(stage.finish(first)).rejects.toThrow('would delay the request past the timeout')
  expect(await stage.finish(second)).toMatchObject({ runId: b.id })
})

test('a list that fails is reported to all runs that waited for it', async () => {
  const { stage, hex, look } = sharing({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502 }],
  })
  const [a, b] = [runningOn(stage, endless), runningOn(stage, endless)]
  await look(a.id)
  await look(b.id).catch(() => undefined)
  stage.hex.addFault({ operation: 'GetProjectRuns', kind: 'html', status: 502 })
  const both = [a, b].map(({ id }) => hex.getRunStatus(projectId, id))
  const results = await stage.finish(Promise.allSettled(both))
  expect(results).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  expect(stage.operations()).toEqual(['GetRunStatus', 'GetProjectRuns', 'GetProjectRuns'])
})

test('a list that fails late does not replace a newer one', async () => {
  const { stage, hex, look } = sharing({
    faults: [{ operation: 'GetProjectRuns', kind: 'reset', afterMs: 6_000 }],
  })
  const [a, b] = [runningOn(stage, endless), runningOn(stage, endless)]
  await look(a.id)
  const slow = hex.getRunStatus(projectId, b.id).catch((error: Error) => error.message)
  await new Promise((resolve) => setImmediate(resolve))
  pass(stage, 4_500)
  expect(await look(a.id)).toMatchObject({ runId: a.id })
  expect(await stage.finish(slow)).toContain('ECONNRESET')
  await look(b.id)
  expect(stage.operations()).toEqual(['GetRunStatus', 'GetProjectRuns', 'GetProjectRuns'])
})

test('reads a project once more, and not once per run, if a response takes long', async () => {
  const { stage, hex } = sharing({
    faults: [{ operation: 'GetProject', kind: 'delay', afterMs: 25_000 }],
  })
  const reads = Array.from({ length: 5 }, () => hex.getProject(projectId))
  const results = await stage.finish(Promise.all(reads))
  expect(results.map(({ id }) => id)).toEqual(Array(5).fill(projectId))
  expect(stage.operations()).toEqual(['GetProject', 'GetProject'])
})

test("waits for another run's read as long as a response takes, then reads the project itself", async () => {
  const { stage, hex } = sharing({
    faults: [{ operation: 'GetProject', kind: 'delay', afterMs: 25_000 }],
  })
  const first = hex.getProject(projectId)
  const second = hex.getProject(projectId, { notAfterMs: stage.timeline.now() + 1_000 })

  expect(await stage.finish(second)).toMatchObject({ id: projectId })
  expect(stage.nowMs()).toBe(10_000)
  // With more time the same read is good enough.
  const third = hex.getProject(projectId, { notAfterMs: stage.timeline.now() + 60_000 })
  expect(await stage.finish(third)).toBe(await stage.finish(first))
  expect(stage.nowMs()).toBe(25_000)
  expect(stage.operations()).toEqual(['GetProject', 'GetProject'])
})

test('reads a project again for a caller that needs its current state', async () => {
  const { stage, hex } = sharing()
  await stage.finish(hex.getProject(projectId))
  await stage.finish(hex.getProject(projectId, { uncached: true }))
  await stage.finish(hex.getProject(projectId, {}))
  expect(stage.operations()).toEqual(['GetProject', 'GetProject'])
})

const projectIds = [1, 2, 3, 4].map((number) => `0197c3a1-5d20-7b41-9e0f-00000000000${number}`)
const last = '0197c3a1-5d20-7b41-9e0f-000000000004'
const took = (runningMs: number) => ({ pendingMs: 0, runningMs })

/** Projects whose runs go like this; those of the others go on. */
function projects(...plans: ReadonlyArray<ReadonlyArray<HexPlan>>) {
  const stage = lifeStage({
    limits: 'off',
    projects: projectIds.map((id, index) => ({ id, plans: plans[index] ?? [endless] })),
  })
  // The last one may end at any time, as far as its history tells: it is looked at as often as there is room.
  for (const runningMs of [10_000, 600_000]) {
    const plan = { pendingMs: 0, runningMs }
    stage.hex.addRun(last, { trigger: 'API', plan, startedAgoMs: 86_400_000 })
  }
  return stage
}

/** Lives runs of these projects for five minutes; tells the waits between looks at the last one in that time. */
async function looksAtLast(stage: LifeStage, indices: ReadonlyArray<number>) {
  const { runWorld } = stage
  await stage.finish(
    liveRuns(
      indices.map((index) => planWith({ projectId: projectIds[index] ?? '', ...timeout(300_000) })),
      { ...runWorld, hex: shareReads(runWorld.hex, runWorld.clock) },
      () => ({ journal: runWorld.journal, onEvent: runWorld.onEvent }),
      { maxParallel: 10, failFast: false },
    ),
  )
  const id = stage.ours().find(({ projectId }) => projectId === last)?.id ?? ''
  const looks = stage.hex.requests().filter(({ path }) => path.endsWith(id))
  return (fromMs: number, toMs: number) => {
    const times = looks.map(({ receivedAtMs }) => receivedAtMs - beganAtMs)
    return gaps(times.filter((atMs) => atMs >= fromMs && atMs <= toMs))
  }
}

// In the first minute the budget also holds what the runs ask before their starts.

test('polls a project less often the more projects are followed', async () => {
  const stage = projects([took(150_000)], [took(150_000)], [took(150_000)])
  const waits = await looksAtLast(stage, [0, 1, 2, 3])
  // Thirty requests a minute: 2 s for each of four.
  expect(Math.min(...waits(95_000, 150_000))).toBeGreaterThanOrEqual(8_000)
  expect(Math.max(...waits(170_000, 290_000))).toBeLessThanOrEqual(6_500)
})

test('counts a project once while one of its runs is followed', async () => {
  const stage = projects([took(100_000), took(200_000)])
  const waits = await looksAtLast(stage, [0, 0, 1, 3])
  expect(Math.min(...waits(70_000, 290_000))).toBeGreaterThanOrEqual(4_000)
  expect(Math.min(...waits(70_000, 200_000))).toBeGreaterThanOrEqual(6_000)
  expect(Math.max(...waits(70_000, 200_000))).toBeLessThanOrEqual(6_800)
})

test('does not count a project after its last run has ended', async () => {
  const stage = projects([took(100_000), took(100_000)], [took(100_000)])
  const waits = await looksAtLast(stage, [0, 0, 1, 3])
  expect(Math.min(...waits(70_000, 100_000))).toBeGreaterThanOrEqual(6_000)
  expect(Math.max(...waits(120_000, 290_000))).toBeLessThanOrEqual(6_500)
})
