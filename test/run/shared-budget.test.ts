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
  timeout,
} from './life-stage.ts'

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
