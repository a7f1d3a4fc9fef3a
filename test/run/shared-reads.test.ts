import { expect, test } from 'vitest'
import { shareReads } from '../../src/run/shared-reads.ts'
import { endless, type LifeStage, lifeStage, projectId, runningOn } from './life-stage.ts'

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
