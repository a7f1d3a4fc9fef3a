import { expect, test } from 'vitest'
import { isTerminal } from '../hex-simulator/runs.ts'
import { endless, type LifeStage, lifeStage, projectId, runningOn, timeout } from './life-stage.ts'
import { live, otherId, two } from './several-stage.ts'

const minuteMs = 60_000
const lasting = (minutes: number) => ({ pendingMs: 1_000, runningMs: minutes * minuteMs })

test('queues runs while all kernels are in use instead of failing them', async () => {
  const stage = lifeStage({ plans: [lasting(3)], kernelLimit: 1 })

  const { outcomes } = await live(stage, Array(3).fill(projectId), {}, longTimeouts(3))

  expect(outcomes.map(({ reason }) => reason)).toEqual(Array(3).fill('completed'))
  expect(answers(stage, 'RunProject', 503)).toBeGreaterThan(0)
  expect(mostAtOnce(stage)).toBe(1)
})

test('queues starts that the rate limit refuses', async () => {
  const stage = lifeStage({ plans: [lasting(1)], limits: { runProjectPerMinute: 2 } })

  const { outcomes } = await live(stage, Array(4).fill(projectId), {}, longTimeouts(4))

  expect(outcomes.map(({ reason }) => reason)).toEqual(Array(4).fill('completed'))
  expect(answers(stage, 'RunProject', 429)).toBeGreaterThan(0)
})

test("cancels all active runs at the timeout, but no other user's", async () => {
  const stage = lifeStage(two([endless], [lasting(1)]))
  const foreign = runningOn(stage, endless)
  const each = Array(3).fill(timeout(5 * minuteMs))

  const { outcomes } = await live(stage, [projectId, otherId, projectId], {}, each)

  expect(outcomes.map(({ conclusion }) => conclusion)).toEqual([
    'timed_out',
    'success',
    'timed_out',
  ])
  expect(stage.ours().filter(({ status }) => !isTerminal(status))).toEqual([])
  expect(stage.hex.runs().find(({ id }) => id === foreign.id)).toMatchObject({ cancelCount: 0 })
})

test('follows several runs of one project with one list instead of one request each', async () => {
  const stage = lifeStage({ plans: [lasting(10)] })

  await live(stage, Array(8).fill(projectId), {}, longTimeouts(8))

  expect(answers(stage, 'GetRunStatus', 200)).toBeLessThan(8)
  // Each start has a list of its own before it; the rest tell of all eight.
  const polls = stage.operations().filter((operation) => operation === 'GetProjectRuns').length - 8
  expect(polls / 8).toBeLessThan(20)
})

function longTimeouts(runs: number) {
  return Array(runs).fill(timeout(6 * 60 * minuteMs))
}

/** How many requests of a kind Hex answered so. */
function answers({ hex }: LifeStage, operation: string, status: number): number {
  return hex.requests().filter((each) => each.operation === operation && each.hexStatus === status)
    .length
}

/** The most of ours that went on at the same time. */
function mostAtOnce(stage: LifeStage): number {
  const ours = stage.ours()
  return Math.max(
    ...ours.map(
      (run) =>
        ours.filter(
          ({ createdAtMs, endedAtMs }) =>
            createdAtMs <= run.createdAtMs &&
            (endedAtMs ?? Number.POSITIVE_INFINITY) > run.createdAtMs,
        ).length,
    ),
  )
}

test('runs of one project share the reads before their starts', async () => {
  const stage = lifeStage({ plans: [lasting(1)], limits: 'off', kernelLimit: 25 })
  await live(stage, Array(20).fill(projectId), { maxParallel: 20 }, [])

  const before = stage.operations().slice(0, 22)
  expect(before.filter((each) => each === 'GetProject')).toHaveLength(1)
  expect(before.filter((each) => each === 'GetProjectRuns')).toHaveLength(1)
  expect(before.filter((each) => each === 'RunProject')).toHaveLength(20)
})
