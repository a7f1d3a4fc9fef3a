import { expect, test } from 'vitest'
import type { Entry } from '../../src/run/journal.ts'
import type { RunPlan } from '../../src/run/plan.ts'
import { liveRuns, type Together } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import { type RunPlan as HexPlan, isTerminal } from '../hex-simulator/runs.ts'
import {
  endless,
  gaps,
  type LifeStage,
  lifeStage,
  planWith,
  projectId,
  runningOn,
  timeout,
} from './life-stage.ts'

/** Beside the project of all stories. */
const otherId = '0198e0b4-11f6-7c82-8a53-d90e6b7f1c24'

/** A Hex with two projects, and what becomes of the runs of each. */
const two = (first: ReadonlyArray<HexPlan>, second: ReadonlyArray<HexPlan>) => ({
  projects: [
    { id: projectId, title: 'Revenue', plans: first },
    { id: otherId, title: 'Orders', plans: second },
  ],
})

/** Lives runs of these projects, each with a journal of its own, as the action does it. */
async function live(
  stage: LifeStage,
  ids: ReadonlyArray<string>,
  together: Partial<Together> = {},
  each: ReadonlyArray<Partial<RunPlan>> = [],
) {
  const journals: Array<Array<Entry>> = ids.map(() => [])
  const hex = shareReads(stage.runWorld.hex, stage.runWorld.clock)
  const outcomes = await stage.finish(
    liveRuns(
      ids.map((id, index) => planWith({ projectId: id, name: `run ${index}`, ...each[index] })),
      { ...stage.runWorld, hex },
      (index) => ({
        journal: (entry) => journals[index]?.push(entry),
        onEvent: stage.runWorld.onEvent,
      }),
      { maxParallel: 10, failFast: false, ...together },
    ),
  )
  return { outcomes, journals }
}

const errored = { pendingMs: 0, runningMs: 4_000, end: 'ERRORED' } as const

test('starts all runs and reports them in the order of the list', async () => {
  const stage = lifeStage(two([{ runningMs: 30_000 }], [{ runningMs: 2_000 }]))

  const { outcomes, journals } = await live(stage, [projectId, otherId])

  expect(outcomes).toMatchObject([
    { name: 'run 0', projectTitle: 'Revenue', conclusion: 'success' },
    { name: 'run 1', projectTitle: 'Orders', conclusion: 'success' },
  ])
  expect(journals.map((entries) => entries.map(({ phase }) => phase))).toEqual(
    Array(2).fill(['intent', 'started', 'settled']),
  )
  expect(gaps(stage.sentAtMs('RunProject'))).toEqual([0])
})

test('limits the active runs and starts the next one when one ends', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 4_000 }] })

  const { outcomes } = await live(stage, Array(4).fill(projectId), { maxParallel: 2 })

  expect(outcomes).toHaveLength(4)
  const active = stage.ours().map(({ createdAtMs }) => createdAtMs)
  const ends = stage.ours().map(({ endedAtMs }) => endedAtMs ?? 0)
  expect(active[2]).toBeGreaterThan(Math.min(ends[0] ?? 0, ends[1] ?? 0))
  expect(active[1]).toBeLessThan(ends[0] ?? 0)
})

test('starts runs of one project one after another, so that a lost one can be identified', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 60_000 }],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
  })

  const { outcomes } = await live(stage, [projectId, projectId])

  expect(outcomes).toMatchObject([
    { conclusion: 'success', adopted: true },
    { conclusion: 'success', adopted: false },
  ])
  const [first = 0, second = 0] = stage.sentAtMs('RunProject')
  expect(second - first).toBeGreaterThanOrEqual(15_000)
})

test('a failure does not stop the others', async () => {
  const stage = lifeStage(two([errored], [{ runningMs: 20_000 }]))
  const { outcomes } = await live(stage, [projectId, otherId])
  expect(outcomes).toMatchObject([{ reason: 'errored' }, { reason: 'completed' }])
})

test('with fail-fast, a failure cancels the others and is named as the reason', async () => {
  const stage = lifeStage(two([errored], [endless]))

  const { outcomes, journals } = await live(stage, [projectId, otherId], { failFast: true })

  expect(outcomes).toMatchObject([
    { reason: 'errored', conclusion: 'failure' },
    { reason: 'fail_fast', conclusion: 'cancelled', stop: { kind: 'ended' } },
  ])
  expect(journals[1]?.at(-1)).toMatchObject({ phase: 'settled' })
})

test('with fail-fast, the log says why a run is cancelled', async () => {
  const stage = lifeStage(two([{ pendingMs: 0, end: 'ERRORED' }], [endless]))
  await live(stage, [projectId, otherId], { failFast: true })
  expect(stage.told('cancelling')).toMatchObject([{ why: 'fail-fast' }])
  expect(stage.told('cancelling')[0]).not.toHaveProperty('timeoutMs')
})

test('with fail-fast, a cancel has a minute, because nobody kills the process', async () => {
  const stage = lifeStage(two([errored], [{ ...endless, cancelTakesMs: 40_000 }]))
  const { outcomes } = await live(stage, [projectId, otherId], { failFast: true })
  expect(outcomes[1]).toMatchObject({ reason: 'fail_fast', stop: { kind: 'ended' } })
})

test('with fail-fast, queued runs never start', async () => {
  const stage = lifeStage(two([errored], [endless]))

  const { outcomes } = await live(stage, [projectId, otherId, otherId], {
    failFast: true,
    maxParallel: 1,
  })

  expect(outcomes).toMatchObject([
    { reason: 'errored' },
    { name: 'run 1', conclusion: 'cancelled', reason: 'fail_fast', attempt: 0, adopted: false },
    { name: 'run 2', conclusion: 'cancelled', reason: 'fail_fast' },
  ])
  expect(stage.hex.runs()).toHaveLength(1)
})

test('with fail-fast, a success stops no other run', async () => {
  const stage = lifeStage(two([{ runningMs: 1_000 }], [{ runningMs: 20_000 }]))
  const { outcomes } = await live(stage, [projectId, otherId], { failFast: true })
  expect(outcomes).toMatchObject([{ reason: 'completed' }, { reason: 'completed' }])
})

test.each([true, false])('a cancelled job cancels all runs (fail-fast %s)', async (failFast) => {
  const stage = lifeStage(two([endless], [endless]))
  stage.at(20_000, stage.abort.request)

  const { outcomes } = await live(stage, [projectId, otherId, projectId], {
    failFast,
    maxParallel: 2,
  })

  expect(outcomes).toMatchObject([
    { reason: 'aborted', conclusion: 'cancelled', stop: { kind: 'ended' } },
    { reason: 'aborted', conclusion: 'cancelled', stop: { kind: 'ended' } },
    { reason: 'aborted', conclusion: 'cancelled', attempt: 0 },
  ])
  expect(stage.hex.runs()).toMatchObject([{ status: 'KILLED' }, { status: 'KILLED' }])
})

test('leaves nothing that keeps the process alive', async () => {
  const stage = lifeStage(two([errored], [endless]))
  await live(stage, [projectId, otherId], { failFast: true })
  expect(stage.timeline.step()).toBe(false)
})

test("a cancelled job takes precedence over an end that another run's poll reports", async () => {
  const stage = lifeStage({ plans: [endless, { pendingMs: 0, runningMs: 18_000 }] })
  // The look of the first run, at 20 s, tells of both; the second would look for itself at 21 s.
  stage.at(20_500, stage.abort.request)

  const { outcomes } = await live(stage, [projectId, projectId], {}, [
    { pollIntervalMs: 5_000 },
    { pollIntervalMs: 7_000 },
  ])

  expect(outcomes[1]).toMatchObject({
    conclusion: 'cancelled',
    reason: 'aborted',
    run: { status: 'COMPLETED' },
  })
})

test('a failure of another run during a cancel after the timeout does not change the reason', async () => {
  const stage = lifeStage(
    two([{ ...endless, cancelTakesMs: 9_000 }], [{ ...errored, runningMs: 14_000 }]),
  )
  const { outcomes } = await live(stage, [projectId, otherId], { failFast: true }, [
    timeout(12_000),
  ])
  expect(outcomes).toMatchObject([{ reason: 'timed_out' }, { reason: 'errored' }])
})

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
