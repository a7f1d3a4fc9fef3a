import { expect, test } from 'vitest'
import type { HexClient } from '../../src/hex/client.ts'
import { takePictures } from '../../src/run/chart-pictures.ts'
import { finishAllLeftovers } from '../../src/run/leftovers.ts'
import { liveRun } from '../../src/run/life.ts'
import type { LifeWorld } from '../../src/run/plan.ts'
import {
  beganAtMs,
  endless,
  lifeStage,
  planWith,
  projectId,
  runningOn,
  timeout,
} from './life-stage.ts'

/** A client that has a fault of its own in one call. */
function broken(world: LifeWorld, call: keyof HexClient): LifeWorld {
  const fault = () => Promise.reject(new TypeError('Ours'))
  return { ...world, hex: { ...world.hex, [call]: fault } }
}

test.each(['getProject', 'getProjectRuns', 'runProject', 'getRunStatus', 'cancelRun'] as const)(
  'an unexpected error in %s is thrown and not mistaken for an error from Hex',
  async (call) => {
    const stage = lifeStage({ plans: [endless] })
    const plan = planWith(timeout(30_000))
    await expect(stage.finish(liveRun(plan, broken(stage.runWorld, call)))).rejects.toThrow('Ours')
  },
)

test("an unexpected error in the post step's search is thrown", async () => {
  const stage = lifeStage()
  const entry = { phase: 'started', projectId, runId: runningOn(stage, endless).id } as const
  await expect(
    stage.finish(finishAllLeftovers([entry], broken(stage.runWorld, 'getRunStatus'))),
  ).rejects.toThrow('Ours')
})

test('an unexpected error in a chart export is thrown', async () => {
  const stage = lifeStage()
  const facts = { projectId, attempt: 1, adopted: false, tookMs: 1 }
  const run = { runId: 'r', status: 'COMPLETED' }
  const outcome = { ...facts, conclusion: 'success', reason: 'completed', run } as const
  const world = broken(stage.runWorld, 'getChartImageFromRun')
  const time = { signal: stage.abort.signal, untilMs: beganAtMs + 60_000, size: {} }
  const chart = { name: 'Churn', staticId: 'c' }
  await expect(
    stage.finish(takePictures([chart], [outcome], { ...world, ...time })),
  ).rejects.toThrow('Ours')
})
