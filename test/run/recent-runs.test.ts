import { expect, test } from 'vitest'
import { isNewestFirst, listPages, listRecentRuns } from '../../src/run/recent-runs.ts'
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
  await expect(list(stage)).rejects.toThrow('more than 300 runs with the status PENDING')
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

const at = (second: number) => new Date(Date.UTC(2026, 4, 5, 4, 0, second)).toISOString()
/** Runs with these start times in seconds, and ids that contain no time. */
const startedAt = (...seconds: ReadonlyArray<number | undefined>) =>
  seconds.map((second, index) => ({
    runId: `run ${index}`,
    status: 'PENDING',
    ...(second === undefined ? {} : { startTime: at(second) }),
  }))
/** Runs whose ids contain these times. */
const madeAt = (...seconds: ReadonlyArray<number>) =>
  seconds.map((second) => {
    const time = Date.parse(at(second)).toString(16).padStart(12, '0')
    return {
      runId: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`,
      status: 'PENDING',
    }
  })

test.each([
  ['descending start times', startedAt(9, 8, 7), true],
  ['ascending start times', startedAt(7, 8, 9), false],
  ['a start time out of order', startedAt(9, 7, 8), false],
  ['equal start times', startedAt(7, 7, 7), false],
  ['some equal start times', startedAt(8, 8, 7), true],
  ['start times of most runs', startedAt(undefined, 9, 8), true],
  ['start times of half of the runs', startedAt(undefined, undefined, 9, 8), false],
  ['no times', startedAt(undefined, undefined), false],
  ['descending times in the IDs', madeAt(9, 8, 7), true],
  ['ascending times in the IDs', madeAt(7, 8, 9), false],
  ['no runs', [], false],
])('%s: newest first is %s', (_, runs, expected) => {
  expect(isNewestFirst(runs)).toBe(expected)
})

test('only the first page can make the others unnecessary', async () => {
  const pages = [startedAt(1, 2), startedAt(9, 8), startedAt(3, 4)]
  const offsets: Array<number> = []
  const listed = await listPages(
    10,
    async ({ offset }) => {
      offsets.push(offset)
      const index = offset / 100
      return { runs: pages[index] ?? [], hasNextPage: index < 2 }
    },
    isNewestFirst,
  )
  expect(offsets).toEqual([0, 100, 200])
  expect(listed).toMatchObject({ pages: 3, isComplete: true })
})
