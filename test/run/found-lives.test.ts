import { describe, expect, test } from 'vitest'
import type { RunPlan } from '../hex-simulator/runs.ts'
import { brokenPromises } from '../simulation/invariants.ts'
import { play } from '../simulation/play.ts'
import { projectIds, type Schedule, type ScheduleRun } from '../simulation/schedule.ts'

/** Lives that `npm run simulate` found to break a promise, told by hand and by name. */

const [project, otherProject] = projectIds
const endless: RunPlan = { pendingMs: 1_000, runningMs: 600_000, end: 'never' }
const usualRun: ScheduleRun = {
  projectId: project,
  wait: true,
  timeoutMs: 600_000,
  cancelOnTimeout: true,
  cancelActive: false,
  maxAttempts: 1,
  dryRun: false,
  pollIntervalMs: undefined,
  follow: undefined,
  newerThanMs: 0,
  newestTrigger: 'ALL',
  skipIfNewerThanMs: undefined,
}
/** Ids that do not tell when a run was made, as Hex's older ones. */
const behaviour = { generation: '2026', runIdVersion: 4, limits: 'off', latencyMs: 2 } as const
const usual: Schedule = {
  runs: [usualRun],
  together: { maxParallel: 10, failFast: false },
  behaviour,
  plans: [endless],
  resultsAgeMs: undefined,
  faults: [],
  network: [],
  foreign: [],
  stop: {
    kind: 'none',
    afterSteps: 0,
    afterMs: 0,
    postDelayMs: 0,
    postSignalAfterMs: undefined,
  },
  beside: undefined,
  chances: [0.5],
}
const killedAfter = (afterMs: number, postDelayMs = 0) =>
  ({ ...usual.stop, kind: 'kill', afterMs, postDelayMs }) as const
const neverSent = { operation: 'RunProject', kind: 'reset', effect: 'never', afterMs: 10 } as const
const lost = { operation: 'RunProject', kind: 'reset', effect: 'at-receipt', afterMs: 10 } as const

async function playWell(schedule: Partial<Schedule>) {
  const story = await play({ ...usual, ...schedule })
  expect(brokenPromises(story)).toEqual([])
  return story
}

describe('a search that begins late', () => {
  test('does not adopt a run that started long after the start request', async () => {
    const { foreign, lives } = await playWell({
      faults: [{ operation: 'RunProject', kind: 'stall' }],
      foreign: [{ projectId: project, atMs: 95_000, trigger: 'API', plan: endless }],
      stop: killedAfter(100, 100_000),
    })

    expect(foreign).toMatchObject([{ cancelCount: 0 }])
    expect(lives[0]?.leftover).toMatchObject({ kind: 'unclear', runs: [{}] })
  })

  test('does not adopt a pending run of unknown age', async () => {
    const pending: RunPlan = { pendingMs: 600_000, end: 'never' }
    const { foreign } = await playWell({
      faults: [{ operation: 'RunProject', kind: 'stall' }],
      foreign: [{ projectId: project, atMs: 95_000, trigger: 'API', plan: pending }],
      stop: killedAfter(100, 100_000),
    })

    expect(foreign).toMatchObject([{ cancelCount: 0 }])
  })

  test('adopts a run that started soon', async () => {
    const { lives } = await playWell({
      faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }],
      stop: killedAfter(100, 100_000),
    })

    expect(lives[0]?.ours).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
  })
})

test("a search that could not read the list proves nothing: does not touch another user's run", async () => {
  // Found as seed 770001, path 2615:1:0…: ours was made after the last list that could be read.
  const soon = { ...usualRun, timeoutMs: 5_000, pollIntervalMs: 1_000 }
  const { lives, foreign } = await playWell({
    runs: [
      { ...soon, maxAttempts: 2 },
      { ...soon, cancelOnTimeout: false },
    ],
    behaviour: {
      ...behaviour,
      generation: '2025',
      listingOrder: 'oldest-first',
      finishedRunCancel: 'refused',
      latencyMs: 0,
    },
    plans: [
      {
        pendingMs: 0,
        runningMs: 10_000,
        end: 'COMPLETED',
        stages: [
          { status: 'WARMING_UP', forMs: 0 },
          { status: 'RUNNING', forMs: 10_000 },
          { status: 'PUBLISHING', forMs: 2_000 },
        ],
      },
    ],
    faults: [
      {
        operation: 'RunProject',
        kind: 'failure',
        status: 502,
        words: 'Something is wrong',
        afterMs: 29_999,
        effect: 'at-answer',
      },
      {
        operation: 'GetProjectRuns',
        kind: 'huge',
        bytes: 5_000_000,
        skip: 3,
        times: 6,
        afterMs: 6_165,
      },
    ],
    foreign: [
      {
        projectId: project,
        atMs: 5,
        trigger: 'API',
        plan: { pendingMs: 0, runningMs: 0, end: 'never', cancel: 'refused' },
      },
    ],
    chances: [0],
  })

  expect(foreign).toMatchObject([{ cancelCount: 0 }])
  expect(lives[0]?.outcome).toMatchObject({ reason: 'start_unknown', candidates: [{}] })
})

test('a lost start while Hex throttles reads: main ends at most 150 s after its deadline', async () => {
  // Found as seed 770008, path 9049:0:0…: it took 202 s.
  const { lives, mainEndedAtMs } = await playWell({
    runs: [{ ...usualRun, timeoutMs: 5_000 }],
    behaviour: {
      ...behaviour,
      generation: '2025',
      listingOrder: 'oldest-first',
      finishedRunCancel: 'accepted',
      latencyMs: 284,
      limits: { retryAfter: 'none', hexApiPerMinute: 3 },
    },
    plans: [{ pendingMs: 0, runningMs: 0, end: 'COMPLETED' }],
    faults: [
      { operation: 'GetRunStatus', kind: 'delay', times: 'always', afterMs: 9_997 },
      { operation: '*', kind: 'delay', skip: 2, afterMs: 19_426, effect: { delayMs: 0 } },
    ],
    chances: [0],
  })

  expect(mainEndedAtMs - (lives[0]?.plan.deadlineAtMs ?? 0)).toBeLessThanOrEqual(150_000)
})

test('distinguishes a start that waits for the rate limit from runs that others started meanwhile', async () => {
  const { lives, foreign, world } = await playWell({
    // The dry run takes the one place of the minute, so the start is sent again after 31 s, and its response is lost.
    runs: [{ ...usualRun, dryRun: true }, usualRun],
    behaviour: { ...behaviour, limits: { runProjectPerMinute: 1, retryAfter: 'none' } },
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt', skip: 2 }],
    // Within the 2 s before the start that an adopted run may be created in: only a new list tells it from ours.
    foreign: [{ projectId: project, atMs: 30_500, trigger: 'API', plan: endless }],
    stop: { ...usual.stop, kind: 'signal', afterMs: 400_000 },
    chances: [0.99],
  })

  const starts = world.requests().filter(({ method }) => method === 'POST')
  expect(starts.at(-1)?.receivedAtMs).toBeGreaterThan(foreign[0]?.createdAtMs ?? 0)
  expect(foreign.map(({ cancelCount }) => cancelCount)).toEqual([0])
  expect(lives.flatMap(({ ours }) => ours).every(({ status }) => status !== 'RUNNING')).toBe(true)
})

test('the post step ends before the runner kills it, however long it searches', async () => {
  const { postBeganAtMs = 0, postEndedAtMs = 0 } = await playWell({
    behaviour: { ...behaviour, limits: { hexApiPerMinute: 3, retryAfter: 'none' } },
    plans: [{ ...endless, cancel: 'ignored' }],
    faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }],
    stop: killedAfter(100),
  })

  expect(postEndedAtMs - postBeganAtMs).toBeLessThanOrEqual(270_000)
})

test('a run whose turn comes after its deadline ends at once, without a request', async () => {
  // Found as seed 66000002, path 9087:1:0:0…: main ended 2 ms too late.
  const soon = { ...usualRun, timeoutMs: 5_000, pollIntervalMs: 1_000 }
  const { lives, world } = await playWell({
    runs: [soon, { ...soon, follow: 'first' }],
    together: { maxParallel: 1, failFast: false },
    faults: [
      { operation: 'RunProject', kind: 'delay', afterMs: 3_994 },
      { operation: 'GetRunStatus', kind: 'delay', times: 'always', afterMs: 7_499 },
    ],
    foreign: [
      { projectId: project, atMs: 0, trigger: 'API', plan: { pendingMs: 0, runningMs: 0 } },
    ],
  })

  expect(lives[1]?.outcome).toMatchObject({ reason: 'timed_out', stop: { kind: 'left' } })
  const followed = lives[1]?.outcome?.run?.runId ?? ''
  expect(world.requests().filter(({ path }) => path.includes(followed))).toEqual([])
})

describe('several runs, and main is killed while one of them is active', () => {
  const goesOn: ScheduleRun = { ...usualRun, projectId: otherProject }

  test('the post step reports a start that main searched for but could not report', async () => {
    const { lives } = await playWell({
      runs: [usualRun, goesOn],
      faults: [{ ...lost, projectId: project }],
      foreign: [{ projectId: project, atMs: 500, trigger: 'API', plan: endless }],
      stop: killedAfter(60_000),
    })

    expect(lives[0]?.leftover).toMatchObject({ kind: 'unclear', runs: [{}, {}] })
    expect(lives[1]?.ours).toMatchObject([{ status: 'KILLED' }])
  })

  test('the post step does not search again if main has reported the start', async () => {
    const { lives, postBeganAtMs, postEndedAtMs } = await playWell({
      runs: [usualRun, { ...goesOn, timeoutMs: 30_000 }],
      faults: [{ ...neverSent, projectId: project }],
    })

    expect(lives[0]?.outcome).toMatchObject({ reason: 'start_unknown', candidates: [] })
    expect(postEndedAtMs).toBe(postBeganAtMs)
  })

  test("does not adopt a detached run for another run's lost start", async () => {
    const { lives } = await playWell({
      runs: [usualRun, { ...usualRun, wait: false }, goesOn],
      faults: [{ ...neverSent, projectId: project }],
      stop: killedAfter(60_000),
    })

    expect(lives[0]?.leftover).toEqual({ kind: 'unclear', runs: [] })
    expect(lives[1]?.ours).toMatchObject([{ status: 'RUNNING', cancelCount: 0 }])
  })

  test('does not adopt a detached run that was starting when main was killed', async () => {
    const { lives } = await playWell({
      runs: [usualRun, { ...usualRun, wait: false }],
      faults: [
        neverSent,
        { operation: 'RunProject', kind: 'stall', effect: 'at-receipt', skip: 1 },
      ],
      stop: killedAfter(50_000),
    })

    expect(lives[0]?.leftover).toMatchObject({ kind: 'unclear', runs: [{}] })
    expect(lives[1]?.ours).toMatchObject([{ status: 'RUNNING', cancelCount: 0 }])
  })

  test('cancels a run once if two lost starts may have created it', async () => {
    // Found as seed 161469219, path 4341:3:2:2…: the post step sent a second cancel beside the first.
    const { lives, world } = await playWell({
      runs: [usualRun, usualRun],
      faults: [neverSent, { ...lost, skip: 1 }],
      stop: killedAfter(47_000),
    })

    expect(lives[1]?.ours).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
    expect(world.requests().filter(({ operation }) => operation === 'CancelRun')).toHaveLength(1)
  })

  test('does not adopt a run that has ended', async () => {
    const { lives } = await playWell({
      runs: [usualRun, usualRun, goesOn],
      plans: [{ pendingMs: 1_000, runningMs: 2_000 }],
      faults: [
        { ...neverSent, projectId: project },
        { operation: 'GetRunStatus', projectId: otherProject, kind: 'html', times: 'always' },
      ],
      stop: killedAfter(70_000),
    })

    expect(lives[1]?.ours).toMatchObject([{ status: 'COMPLETED' }])
    expect(lives[0]?.leftover).toEqual({ kind: 'unclear', runs: [] })
  })

  test('does not cancel a run that was left active after its timeout', async () => {
    const left = { ...usualRun, timeoutMs: 5_000, cancelOnTimeout: false }
    const { lives } = await playWell({
      runs: [left, goesOn],
      stop: killedAfter(20_000),
    })

    expect(lives[0]?.entries.at(-1)).toMatchObject({
      phase: 'detached',
      runId: lives[0]?.ours[0]?.id,
    })
    expect(lives[0]?.ours).toMatchObject([{ status: 'RUNNING', cancelCount: 0 }])
  })
})

describe('a run whose cancellation Hex accepted, but whose end main did not see', () => {
  const signalled = { ...usual.stop, kind: 'signal', afterMs: 20_000 } as const

  test('the post step watches it and does not cancel it again', async () => {
    const { lives } = await playWell({
      plans: [{ ...endless, cancelTakesMs: 25_000 }],
      stop: signalled,
    })

    expect(lives[0]?.outcome?.stop).toEqual({ kind: 'accepted' })
    expect(lives[0]?.leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'ended' } })
    expect(lives[0]?.ours).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
  })

  test('the post step cancels it once more if it is still active after half a minute', async () => {
    const {
      lives,
      world,
      postBeganAtMs = 0,
    } = await playWell({
      plans: [{ ...endless, cancel: 'ignored' }],
      stop: signalled,
    })

    const cancels = world.requests().filter(({ operation }) => operation === 'CancelRun')
    expect(cancels).toHaveLength(2)
    expect((cancels[1]?.receivedAtMs ?? 0) - postBeganAtMs).toBeGreaterThanOrEqual(30_000)
    expect(lives[0]?.leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'accepted' } })
  })

  test('the post step does not cancel it again if its status cannot be read', async () => {
    const { lives } = await playWell({
      plans: [{ ...endless, cancelTakesMs: 20_000 }],
      faults: [{ operation: 'GetRunStatus', kind: 'html', status: 502, skip: 4, times: 'always' }],
      stop: signalled,
    })

    expect(lives[0]?.leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'accepted' } })
    expect(lives[0]?.ours).toMatchObject([{ cancelCount: 1 }])
  })
})

// Found as seed 160442: the post step took the only candidate of a start that main had reported for the run of another.
test('does not adopt a run that main reported for another lost start', async () => {
  const limits = {
    retryAfter: 'seconds',
    rateHeaders: 'none',
    hexApiPerMinute: 3,
    runProjectPerMinute: 20,
    allPerMinute: 60,
  } as const
  const { lives } = await playWell({
    runs: [5_000, 5_000, 65_007].map((timeoutMs) => ({ ...usualRun, timeoutMs })),
    behaviour: { ...behaviour, generation: '2025', latencyMs: 0, limits },
    plans: [{ pendingMs: 0, runningMs: 113_013, end: 'COMPLETED' }],
    faults: [
      { operation: 'RunProject', kind: 'status', status: 400, body: '', effect: 'never', skip: 1 },
      { operation: 'RunProject', kind: 'cut', effect: { delayMs: 1_994 }, afterMs: 1_994, skip: 2 },
    ],
    chances: [0],
  })

  const [reported] = lives[2]?.outcome?.candidates ?? []
  expect(reported?.runId).toBe(lives[2]?.ours[0]?.id)
  expect(lives[1]?.leftover).toEqual({ kind: 'unclear', runs: [] })
  expect(lives[2]?.ours).toMatchObject([{ cancelCount: 0 }])
})

test('finds the run of a lost start although a firewall then refused another start, whose error links to it', async () => {
  const page = { kind: 'html', status: 502 } as const
  const { lives } = await playWell({
    runs: [{ ...usualRun, timeoutMs: 1_000 }, usualRun],
    behaviour: { ...behaviour, runIdVersion: 7 },
    faults: [
      { ...lost, effect: { delayMs: 47_500 } },
      { operation: 'RunProject', kind: 'html', status: 403, skip: 1 },
      { operation: 'GetProjectRuns', ...page, skip: 1, times: 8 },
    ],
  })

  expect(lives.map(({ outcome }) => outcome)).toMatchObject([
    { reason: 'start_unknown' },
    { reason: 'start_refused', candidates: [{ runId: lives[0]?.ours[0]?.id }] },
  ])
  expect(lives[0]?.leftover).toMatchObject({ kind: 'cancelled' })
})

// Whether the limit leaves time for a start was asked twice, with another chance each time: it then tried again for ever.
test('gives up once, without a retry, on a start that the limit barely allows in time', async () => {
  const limits = {
    retryAfter: 'date',
    rateHeaders: 'ratelimit',
    hexApiPerMinute: 30,
    runProjectPerMinute: 1,
    allPerMinute: 60,
  } as const
  const { lives } = await playWell({
    runs: [usualRun, { ...usualRun, timeoutMs: 60_676 }],
    behaviour: { ...behaviour, limits },
    plans: [{ pendingMs: 0, runningMs: 20_000, end: 'COMPLETED' }],
    chances: [0.999, 0, 0],
  })

  expect(lives.map(({ outcome }) => outcome?.reason)).toContain('completed')
})
