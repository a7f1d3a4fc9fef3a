import { expect, test } from 'vitest'
import { beganAtMs, planFor, playOut, seeded, startJob } from '../../bench/virtual-jobs.ts'
import type { RunPlan } from '../../src/run/plan.ts'
import { liveRuns, type Together } from '../../src/run/several.ts'
import { shareReads } from '../../src/run/shared-reads.ts'
import { isTerminal, type RunPlan as Life } from '../hex-simulator/runs.ts'
import { createWorld, type WorldOptions } from '../hex-simulator/world.ts'
import { createTimeline } from '../simulation/timeline.ts'

const minuteMs = 60_000
const endless: Life = { pendingMs: 1_000, end: 'never' }
const lasting = (minutes: number, end?: 'ERRORED'): Life => ({
  pendingMs: 1_000,
  runningMs: minutes * minuteMs,
  ...(end === undefined ? {} : { end }),
})

test('runs go on side by side up to max-parallel, and their outcomes come in the order of the list', async () => {
  const step = openStep([lasting(9), lasting(2), lasting(5), lasting(1), lasting(3)])

  const outcomes = await step.live({ maxParallel: 2, failFast: false })

  expect(outcomes.map(({ projectId, conclusion }) => [projectId, conclusion])).toEqual(
    step.projectIds.map((id) => [id, 'success']),
  )
  expect(step.mostAtOnce()).toBe(2)
})

test('a run that fails leaves the others alone', async () => {
  const step = openStep([lasting(1, 'ERRORED'), lasting(4), lasting(2)])

  const outcomes = await step.live({ maxParallel: 2, failFast: false })

  expect(outcomes.map(({ reason }) => reason)).toEqual(['errored', 'completed', 'completed'])
})

test('with fail-fast the first that fails cancels those that go on, and the rest never begins', async () => {
  const step = openStep([endless, lasting(1, 'ERRORED'), lasting(1)])

  const outcomes = await step.live({ maxParallel: 2, failFast: true })

  expect(outcomes.map(({ reason }) => reason)).toEqual(['fail_fast', 'errored', 'fail_fast'])
  expect(step.ours().map(({ status }) => status)).toEqual(['KILLED', 'ERRORED'])
})

test('an abort cancels all of ours, and nobody else’s', async () => {
  const step = openStep([endless, endless, endless], { foreign: true })

  const living = step.live({ maxParallel: 2, failFast: false }, { abortAfterMs: 3 * minuteMs })

  expect((await living).map(({ conclusion }) => conclusion)).toEqual(Array(3).fill('cancelled'))
  expect(step.ours().map(({ status }) => status)).toEqual(['KILLED', 'KILLED'])
  expect(step.foreign().filter(({ status }) => isTerminal(status))).toEqual([])
})

test('at the timeout all that go on are cancelled', async () => {
  const step = openStep([endless, lasting(1), endless])

  const outcomes = await step.live({ maxParallel: 3, failFast: false }, { timeoutMs: 5 * minuteMs })

  expect(outcomes.map(({ conclusion }) => conclusion)).toEqual([
    'timed_out',
    'success',
    'timed_out',
  ])
  expect(step.ours().filter(({ status }) => !isTerminal(status))).toEqual([])
})

test('kernels that are all taken are queued for', async () => {
  const step = openStep([lasting(3), lasting(3), lasting(3)], { kernelLimit: 1 })

  const outcomes = await step.live({ maxParallel: 3, failFast: false })

  expect(outcomes.map(({ reason }) => reason)).toEqual(['completed', 'completed', 'completed'])
  expect(step.answers('RunProject', 503)).toBeGreaterThan(0)
  expect(step.mostAtOnce()).toBe(1)
})

test('starts that the rate limit refuses are queued for', async () => {
  const step = openStep(Array(4).fill(lasting(1)), { limits: { runProjectPerMinute: 2 } })

  const outcomes = await step.live({ maxParallel: 4, failFast: false })

  expect(outcomes.map(({ reason }) => reason)).toEqual(Array(4).fill('completed'))
  expect(step.answers('RunProject', 429)).toBeGreaterThan(0)
})

test('cancel-active first cancels what others started over the API, and nothing of ours', async () => {
  const step = openStep([lasting(1), lasting(1)], { foreign: true })

  const outcomes = await step.live({ maxParallel: 2, failFast: false }, { cancelActive: true })

  expect(outcomes.map(({ reason }) => reason)).toEqual(['completed', 'completed'])
  expect(step.foreign().map(({ trigger, status }) => [trigger, status])).toEqual([
    ['API', 'KILLED'],
    ['SCHEDULED', 'RUNNING'],
    ['API', 'KILLED'],
    ['SCHEDULED', 'RUNNING'],
  ])
})

test('several runs of one project are followed with one list, and not with a request for each', async () => {
  const step = openStep(Array(8).fill(lasting(10)), { oneProject: true })

  await step.live({ maxParallel: 8, failFast: false })

  const alone = step.answers('GetRunStatus', 200)
  const lists = step.answers('GetProjectRuns', 200)
  expect(alone).toBeLessThan(8)
  // Each start has a list of its own before it; the rest follow all eight.
  expect((alone + lists - 8) / 8).toBeLessThan(20)
})

/** A step with a run for each of these lives, in virtual time. */
function openStep(
  lives: ReadonlyArray<Life>,
  {
    foreign = false,
    oneProject = false,
    ...hex
  }: Partial<WorldOptions> & { readonly foreign?: boolean; readonly oneProject?: boolean } = {},
) {
  const timeline = createTimeline(beganAtMs)
  const ids = lives.map(
    (_, index) => `0197c3a1-5d20-7b41-9e0f-00000000000${oneProject ? 0 : index}`,
  )
  const projectIds = [...new Set(ids)]
  const world = createWorld({
    now: timeline.now,
    latencyMs: 150,
    ...hex,
    projects: projectIds.map((id, index) => ({
      id,
      plans: oneProject ? lives : [lives[index] ?? endless],
    })),
    runs: (foreign ? projectIds : []).flatMap((projectId) =>
      (['API', 'SCHEDULED'] as const).map((trigger) => ({
        projectId,
        trigger,
        startedAgoMs: 10 * minuteMs,
        plan: endless,
      })),
    ),
  })
  const { abort, runWorld } = startJob(timeline, world, seeded(7))
  const { journal, tell, ...shared } = runWorld
  const ours = () => world.runs().filter(({ createdByRequest }) => createdByRequest !== null)

  return {
    projectIds,
    ours,
    foreign: () => world.runs().filter(({ createdByRequest }) => createdByRequest === null),
    /** How many requests of a kind Hex answered so. */
    answers: (operation: string, status: number) =>
      world.requests().filter((each) => each.operation === operation && each.hexStatus === status)
        .length,
    /** The most of ours that went on at the same time. */
    mostAtOnce() {
      const at = (run: ReturnType<typeof ours>[number]) =>
        ours().filter(
          (other) =>
            other.createdAtMs <= run.createdAtMs &&
            (other.endedAtMs ?? Number.POSITIVE_INFINITY) > run.createdAtMs,
        ).length
      return Math.max(...ours().map(at))
    },
    live(
      together: Together,
      { timeoutMs = 6 * 60 * minuteMs, abortAfterMs, cancelActive = false }: Partial<Extras> = {},
    ) {
      if (abortAfterMs !== undefined) runWorld.clock.after(abortAfterMs, abort.request)
      const plans = ids.map(
        (id): RunPlan => ({ ...planFor(id, timeline.now(), timeoutMs), cancelActive }),
      )
      const hexOfAll = shareReads(shared.hex, shared.clock)
      return playOut(
        timeline,
        liveRuns(plans, { ...shared, hex: hexOfAll }, () => ({ journal, tell }), together),
      )
    },
  }
}

interface Extras {
  readonly timeoutMs: number
  readonly abortAfterMs: number
  readonly cancelActive: boolean
}
