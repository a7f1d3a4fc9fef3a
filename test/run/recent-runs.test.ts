import { expect, test } from 'vitest'
import { listRecentRuns } from '../../src/run/recent-runs.ts'
import { endless, type LifeStage, lifeStage, projectId } from './life-stage.ts'

const over = { pendingMs: 0, runningMs: 1_000 } as const
const waiting = { pendingMs: 0, stages: [{ status: 'PENDING', forMs: 1 }], end: 'never' } as const

const list = async (stage: LifeStage) => {
  const runs = await stage.finish(listRecentRuns(stage.runWorld.hex, projectId, {}))
  return runs.map(({ runId }) => runId)
}
const queries = ({ hex }: LifeStage) => hex.requests().map(({ path }) => path.split('?')[1])

/** So many runs that are over, a minute apart. */
function addOld({ hex }: LifeStage, count: number) {
  for (let index = 0; index < count; index += 1) {
    hex.addRun(projectId, { trigger: 'API', plan: over, startedAgoMs: (index + 1) * 60_000 })
  }
}

test('one page is enough if it has all runs', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first' })
  addOld(stage, 40)
  expect(await list(stage)).toHaveLength(40)
  expect(queries(stage)).toEqual(['limit=100&runTriggerFilter=API'])
})

test('one page is enough if the newest runs come first', async () => {
  const stage = lifeStage()
  addOld(stage, 150)
  const { id } = stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
  const runs = await list(stage)
  expect(runs).toHaveLength(100)
  expect(runs[0]).toBe(id)
  expect(queries(stage)).toHaveLength(1)
})

test('requests the active runs by status if the oldest come first', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first' })
  addOld(stage, 150)
  const pending = stage.hex.addRun(projectId, { trigger: 'API', plan: waiting })
  const running = stage.hex.addRun(projectId, { trigger: 'API', plan: endless })

  const runs = await list(stage)

  expect(runs).toHaveLength(102)
  expect(runs.slice(-2)).toEqual([pending.id, running.id])
  expect(queries(stage).slice(1)).toEqual([
    'limit=100&offset=0&statusFilter=PENDING&runTriggerFilter=API',
    'limit=100&offset=0&statusFilter=RUNNING&runTriggerFilter=API',
  ])
})

test('lists a run that is on both lists once', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first' })
  const { id } = stage.hex.addRun(projectId, {
    trigger: 'API',
    plan: endless,
    startedAgoMs: 86_400_000,
  })
  addOld(stage, 120)
  const runs = await list(stage)
  expect(runs.filter((runId) => runId === id)).toHaveLength(1)
  expect(runs).toHaveLength(100)
})

test('a full page without times may have only the oldest runs', async () => {
  const stage = lifeStage()
  for (let index = 0; index < 101; index += 1)
    stage.hex.addRun(projectId, { trigger: 'API', plan: waiting })
  expect(await list(stage)).toHaveLength(101)
  expect(queries(stage).slice(1)).toEqual([
    'limit=100&offset=0&statusFilter=PENDING&runTriggerFilter=API',
    'limit=100&offset=100&statusFilter=PENDING&runTriggerFilter=API',
    'limit=100&offset=0&statusFilter=RUNNING&runTriggerFilter=API',
  ])
})

test('an incomplete list is an error: more than three pages of a status', async () => {
  const stage = lifeStage()
  for (let index = 0; index < 301; index += 1)
    stage.hex.addRun(projectId, { trigger: 'API', plan: waiting })
  await expect(list(stage)).rejects.toThrow('more than 300 runs that are PENDING')
  expect(queries(stage)).toHaveLength(4)
})

test('a page whose runs all started at the same time may have only the oldest runs', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first' })
  for (let index = 0; index < 101; index += 1)
    stage.hex.addRun(projectId, { trigger: 'API', plan: over, startedAgoMs: 60_000 })
  await list(stage)
  expect(queries(stage)).toHaveLength(3)
})

test('leaves out runs with other triggers', async () => {
  // This Hex does not look at the filter, and says of each run what started it.
  const stage = lifeStage({ generation: '2025', runTriggerShown: true, listedByDefault: 'all' })
  const ours = stage.hex.addRun(projectId, { trigger: 'API', plan: over })
  stage.hex.addRun(projectId, { trigger: 'SCHEDULED', plan: over })
  expect(await list(stage)).toEqual([ours.id])
})

test('also leaves them out if the first page may have only the oldest runs', async () => {
  const stage = lifeStage({
    generation: '2025',
    runTriggerShown: true,
    listedByDefault: 'all',
    listingOrder: 'oldest-first',
  })
  addOld(stage, 100)
  const ours = stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
  stage.hex.addRun(projectId, { trigger: 'SCHEDULED', plan: endless })
  const runs = await list(stage)
  expect(runs.at(-1)).toBe(ours.id)
  expect(runs).toHaveLength(101)
})

test('keeps all runs of an older Hex, which lists only API runs without a trigger', async () => {
  const stage = lifeStage({ generation: '2025' })
  addOld(stage, 3)
  expect(await list(stage)).toHaveLength(3)
})

test('pending runs without a time do not make a page look unsorted', async () => {
  const stage = lifeStage()
  addOld(stage, 150)
  stage.hex.addRun(projectId, { trigger: 'API', plan: waiting })
  await list(stage)
  expect(queries(stage)).toHaveLength(1)
})

test('runs that started at the same time do not make a page look unsorted', async () => {
  const stage = lifeStage()
  addOld(stage, 150)
  stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
  stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
  await list(stage)
  expect(queries(stage)).toHaveLength(1)
})
