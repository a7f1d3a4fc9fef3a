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

test('one page is enough where it holds all', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first' })
  addOld(stage, 40)
  expect(await list(stage)).toHaveLength(40)
  expect(queries(stage)).toEqual(['limit=100&runTriggerFilter=API'])
})

test('one page is enough where the newest come first', async () => {
  const stage = lifeStage()
  addOld(stage, 150)
  const { id } = stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
  const runs = await list(stage)
  expect(runs).toHaveLength(100)
  expect(runs[0]).toBe(id)
  expect(queries(stage)).toHaveLength(1)
})

test('where the oldest come first the active ones are asked for by their status', async () => {
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

test('a run that is on both lists is there once', async () => {
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

test('a full page without times may hold the oldest', async () => {
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

test('half a list is none: more than three pages of a status are an error', async () => {
  const stage = lifeStage()
  for (let index = 0; index < 301; index += 1)
    stage.hex.addRun(projectId, { trigger: 'API', plan: waiting })
  await expect(list(stage)).rejects.toThrow('more than 300 runs that are PENDING')
  expect(queries(stage)).toHaveLength(4)
})

test('a page whose runs all began at the same time may hold the oldest, too', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first' })
  for (let index = 0; index < 101; index += 1)
    stage.hex.addRun(projectId, { trigger: 'API', plan: over, startedAgoMs: 60_000 })
  await list(stage)
  expect(queries(stage)).toHaveLength(3)
})

test('runs that something else started are none of the list', async () => {
  // This Hex does not look at the filter, and says of each run what started it.
  const stage = lifeStage({ generation: '2025', runTriggerShown: true, listedByDefault: 'all' })
  const ours = stage.hex.addRun(projectId, { trigger: 'API', plan: over })
  stage.hex.addRun(projectId, { trigger: 'SCHEDULED', plan: over })
  expect(await list(stage)).toEqual([ours.id])
})

test('nor are they on a Hex whose first page may hold the oldest', async () => {
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

test('an older Hex lists API runs alone and does not say so: all are there', async () => {
  const stage = lifeStage({ generation: '2025' })
  addOld(stage, 3)
  expect(await list(stage)).toHaveLength(3)
})

test('runs that wait and have no time do not make a page look unordered', async () => {
  const stage = lifeStage()
  addOld(stage, 150)
  stage.hex.addRun(projectId, { trigger: 'API', plan: waiting })
  await list(stage)
  expect(queries(stage)).toHaveLength(1)
})

test('nor do two that began at the same moment', async () => {
  const stage = lifeStage()
  addOld(stage, 150)
  stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
  stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
  await list(stage)
  expect(queries(stage)).toHaveLength(1)
})
