import { expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { createJobRuns, type Neighbours } from '../../src/run/job-runs.ts'
import { liveRun } from '../../src/run/life.ts'
import { endless, lifeStage, planWith, runningOn } from './life-stage.ts'

test('starts of a project take turns, even after a failure; other projects do not wait', async () => {
  const jobRuns = createJobRuns(systemClock, Math.random)
  const limit = { untilMs: Number.POSITIVE_INFINITY, signal: new AbortController().signal }
  const inTurn = (projectId: string, work: () => Promise<unknown>) =>
    jobRuns.inTurn(projectId, work, limit)
  const order: Array<string> = []
  let fail: (error: Error) => void = () => undefined
  const first = inTurn('a', () => {
    order.push('a1')
    return new Promise<void>((_, reject) => {
      fail = reject
    })
  })
  const second = inTurn('a', async () => order.push('a2'))
  await inTurn('b', async () => order.push('b1'))
  expect(order).toEqual(['a1', 'b1'])

  fail(new Error('No.'))

  await expect(first).rejects.toThrow('No.')
  expect(await second).toBe(3)
  expect(order).toEqual(['a1', 'b1', 'a2'])
})

test('work whose turn did not come in time is never done', async () => {
  const { timeline, finish, nowMs } = lifeStage()
  const jobRuns = createJobRuns(timeline, () => 0.5)
  const limit = { signal: never, untilMs: timeline.now() + 1_000 }
  const done: Array<string> = []
  const first = jobRuns.inTurn(
    'p',
    () => new Promise<void>((end) => timeline.after(5_000, end)),
    limit,
  )
  const second = jobRuns.inTurn('p', async () => done.push('second'), limit)

  expect(await finish(second)).toBeUndefined()
  expect(nowMs()).toBe(1_000)

  await finish(first)
  expect(
    await finish(
      jobRuns.inTurn('p', async () => 'third', { ...limit, untilMs: Number.POSITIVE_INFINITY }),
    ),
  ).toBe('third')
  expect(done).toEqual([])
})

/** The connection breaks, and the run is made. */
const lost = { operation: 'RunProject', kind: 'reset', effect: 'at-receipt' } as const

test('finds a lost start although another step started a run at the same time', async () => {
  const stage = lifeStage({ plans: [endless], faults: [{ ...lost, times: 1 }] })
  const steps = [stage.neighbour(), stage.neighbour()]
  stage.at(60_000, () => {
    for (const { abort } of steps) abort.request()
  })

  const outcomes = await stage.finish(Promise.all(steps.map((step) => step.live())))

  expect(outcomes.map(({ adopted }) => adopted)).toEqual([true, false])
  expect(new Set(outcomes.map(({ run }) => run?.runId)).size).toBe(2)
  expect(stage.ours()).toMatchObject([{ status: 'KILLED' }, { status: 'KILLED' }])
  // The second waited for the first for ten seconds, and no longer.
  const [first = 0, second = 0] = stage.sentAtMs('RunProject')
  expect(second - first).toBeGreaterThanOrEqual(10_000)
  expect(second - first).toBeLessThan(10_100)
})

test('leaves no run behind if both starts are lost and the job is stopped', async () => {
  const stage = lifeStage({ plans: [endless], faults: [{ ...lost, times: 'always' }] })
  const steps = [stage.neighbour(), stage.neighbour()]
  stage.at(5_000, () => {
    for (const { abort } of steps) abort.request()
  })
  await stage.finish(Promise.all(steps.map((step) => step.live())))
  for (const { kill } of steps) kill()

  for (const { entries } of steps) {
    const last = entries.at(-1)
    if (last !== undefined) await stage.finishLeftovers(last)
  }

  expect(stage.ours()).toMatchObject([{ status: 'KILLED' }])
})

test("after a step stops waiting for its turn, neither step adopts a run that may be the other's", async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [
      // The first run is never made, and nobody learns it; the second is made, and its answer lost.
      { operation: 'RunProject', kind: 'stall', effect: 'never' },
      { ...lost, skip: 1 },
    ],
  })
  const steps = [stage.neighbour(), stage.neighbour()]

  const outcomes = await stage.finish(Promise.all(steps.map((step) => step.live())))

  expect(outcomes).toMatchObject([
    { reason: 'start_unknown', candidates: [{}] },
    { reason: 'start_unknown', candidates: [{}] },
  ])
  expect(steps.map(({ entries }) => entries[0])).toMatchObject([
    { phase: 'intent' },
    { phase: 'intent', isDisturbed: true },
  ])
  expect(stage.ours()).toMatchObject([{ cancelCount: 0 }])
})

test('a turn ends with its process, and a stopped step stops waiting for its turn', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'stall' }],
  })
  const [first, second, third] = [stage.neighbour(), stage.neighbour(), stage.neighbour()]
  stage.at(1_000, first.kill)
  stage.at(500, third.abort.request)
  stage.at(9_000, second.abort.request)
  void first.live()

  const outcomes = await stage.finish(Promise.all([second.live(), third.live()]))

  expect(outcomes).toMatchObject([
    { reason: 'aborted', run: {} },
    { reason: 'aborted', attempt: 0 },
  ])
  const [, sent = 0, ...others] = stage.sentAtMs('RunProject')
  expect(others).toEqual([])
  expect(sent).toBeGreaterThanOrEqual(1_000)
  expect(sent).toBeLessThan(1_400)
})

test('a step that takes over the turn of a killed step does not adopt its run', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [
      // The run of the killed step appears after the other one has listed the runs.
      { operation: 'RunProject', kind: 'stall', effect: { delayMs: 3_000 } },
      { operation: 'RunProject', kind: 'reset', effect: 'never', skip: 1 },
    ],
  })
  const [first, second] = [stage.neighbour(), stage.neighbour()]
  stage.at(500, first.kill)
  void first.live()

  const outcome = await stage.finish(second.live())

  expect(outcome).toMatchObject({ reason: 'start_unknown', candidates: [{}] })
  expect(second.entries[0]).toMatchObject({ phase: 'intent', isDisturbed: true })
  expect(stage.ours()).toMatchObject([{ cancelCount: 0 }])
})

test('a step does not adopt the run of one that was cancelled before Hex responded', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [
      { operation: 'RunProject', kind: 'stall', effect: { delayMs: 8_000 } },
      { operation: 'RunProject', kind: 'reset', effect: 'never', skip: 1 },
    ],
  })
  const [first, second] = [stage.neighbour(), stage.neighbour()]
  stage.at(500, first.abort.request)
  const cancelled = first.live().then(first.kill)

  const outcome = await stage.finish(second.live())
  await stage.finish(cancelled)

  expect(outcome).toMatchObject({ reason: 'start_unknown', candidates: [{}] })
  expect(stage.ours()).toMatchObject([{ cancelCount: 0 }])
})

test('a later start in the same process does not adopt the run of the lost one', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [
      // The first run appears when the search for it has ended.
      { operation: 'RunProject', kind: 'reset', effect: { delayMs: 50_000 } },
      { operation: 'RunProject', kind: 'reset', effect: 'never', skip: 1 },
    ],
  })
  const { live, entries } = stage.neighbour()

  const outcomes = await stage.finish(live().then(async (first) => [first, await live()]))

  expect(outcomes).toMatchObject([
    { reason: 'start_unknown', candidates: [] },
    { reason: 'start_unknown', candidates: [{}] },
  ])
  expect(entries[1]).toMatchObject({ phase: 'intent', isDisturbed: true })
  expect(stage.ours()).toMatchObject([{ cancelCount: 0 }])
})

test('a later start with a known result does not hide an earlier lost one from other steps', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'never', times: 1 }],
  })
  const [first, second] = [stage.neighbour(), stage.neighbour()]

  await stage.finish(
    first
      .live()
      .then(() => first.live())
      .then(() => second.live()),
  )

  expect(second.entries[0]).toMatchObject({ phase: 'intent', isDisturbed: true })
})

test.each(['killed', 'stopped'] as const)(
  'a start that was %s long ago blocks nobody, because its run would have appeared',
  async (how) => {
    const stage = lifeStage({
      plans: [endless],
      faults: [
        { operation: 'RunProject', kind: 'stall', effect: 'never' },
        { ...lost, skip: 1 },
      ],
    })
    const [first, second] = [stage.neighbour(), stage.neighbour()]
    stage.at(500, how === 'killed' ? first.kill : first.abort.request)
    void first.live()
    const later = new Promise<void>((resolve) => stage.at(310_000, resolve))
    stage.at(400_000, second.abort.request)

    const outcome = await stage.finish(later.then(() => second.live()))

    expect(outcome).toMatchObject({ adopted: true, reason: 'aborted' })
    expect(stage.ours()).toMatchObject([{ status: 'KILLED' }])
  },
)

test.each([endless, { pendingMs: 0, runningMs: 1_000 }])(
  'of two lost starts, a later post step does not take the run that an earlier one found (%j)',
  async (plan) => {
    const stage = lifeStage({
      plans: [plan],
      faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }],
    })
    const { live, entries, kill } = stage.neighbour()
    void live()
    stage.at(500, kill)
    await stage.finish(new Promise<void>((resolve) => stage.at(1_000, resolve)))
    const intent = entries[0] ?? { phase: 'settled' }

    const kinds = [await stage.finishLeftovers(intent), await stage.finishLeftovers(intent)]

    expect(kinds[0]).toMatchObject({ kind: plan === endless ? 'cancelled' : 'ended' })
    expect(kinds[1]).toEqual({ kind: 'unclear', runs: [] })
  },
)

test('waits with the decision while another step is starting a run', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [
      { ...lost, times: 1 },
      { operation: 'RunProject', kind: 'delay', afterMs: 6_000, effect: 'at-receipt', skip: 1 },
    ],
  })
  const steps = [stage.neighbour(), stage.neighbour()]
  stage.at(60_000, () => {
    for (const { abort } of steps) abort.request()
  })
  const outcomes = await stage.finish(Promise.all(steps.map((step) => step.live())))
  expect(outcomes.map(({ adopted }) => adopted)).toEqual([true, false])
})

test('lists the runs again after it waited for another step', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'RunProject', kind: 'delay', afterMs: 2_000, effect: 'at-receipt' }],
  })
  const steps = [stage.neighbour(), stage.neighbour()]
  await stage.finish(Promise.all(steps.map((step) => step.live())))
  const [first] = stage.ours()
  expect(steps[1]?.entries[0]).toMatchObject({ phase: 'intent', known: [first?.id] })
  expect(steps[1]?.entries[0]).not.toHaveProperty('isKnownStale')
})

test('lists the runs again after a wait for another step, even if reads are throttled', async () => {
  const throttled = { kind: 'failure', status: 429, words: 'Slow down' } as const
  const stage = lifeStage({
    faults: [
      { operation: 'RunProject', kind: 'delay', afterMs: 5_000, effect: 'at-receipt' },
      { operation: 'GetProject', ...throttled, retryAfter: { seconds: 1 }, skip: 1 },
    ],
  })
  const steps = [stage.neighbour(), stage.neighbour()]
  await stage.finish(Promise.all(steps.map((step) => step.live())))
  expect(steps[1]?.entries[0]).toMatchObject({
    phase: 'intent',
    known: [stage.ours()[0]?.id],
  })
  expect(steps[1]?.entries[0]).not.toHaveProperty('isKnownStale')
})

test('cancel-active waits until another step knows the run that it is starting', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'delay', afterMs: 3_000, effect: 'at-receipt' }],
  })
  const other = runningOn(stage, endless)
  const [first, second] = [stage.neighbour(), stage.neighbour()]
  void first.live()
  const later = new Promise<void>((resolve) => stage.at(500, resolve))
  stage.at(20_000, second.abort.request)

  const outcome = await stage.finish(later.then(() => second.live({ cancelActive: true })))

  expect(outcome.cleared).toMatchObject([{ run: { runId: other.id }, result: 'cancelled' }])
  expect(stage.ours()).toMatchObject([{ cancelCount: 0 }, { cancelCount: 1 }])
  expect(stage.sentAtMs('CancelRun')[0]).toBeGreaterThanOrEqual(3_000)
})

test('cancel-active also waits for a step that starts a run without its turn', async () => {
  const delay = { operation: 'RunProject', kind: 'delay', effect: 'at-receipt' } as const
  const stage = lifeStage({
    plans: [endless],
    faults: [
      { ...delay, afterMs: 11_000 },
      { ...delay, afterMs: 6_000, skip: 1 },
    ],
  })
  const [first, second, third] = [stage.neighbour(), stage.neighbour(), stage.neighbour()]
  void first.live()
  void second.live()
  const later = new Promise<void>((resolve) => stage.at(12_000, resolve))
  stage.at(30_000, third.abort.request)

  const outcome = await stage.finish(later.then(() => third.live({ cancelActive: true })))

  expect(outcome).toMatchObject({ attempt: 1, cleared: [] })
  expect(stage.ours()).toMatchObject([{ cancelCount: 0 }, { cancelCount: 0 }, { cancelCount: 1 }])
})

test('cancel-active cancels nothing if another step is still starting a run after 10 s', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }],
  })
  const other = runningOn(stage, endless)
  const [first, second] = [stage.neighbour(), stage.neighbour()]
  void first.live()
  const later = new Promise<void>((resolve) => stage.at(500, resolve))

  stage.at(30_000, second.abort.request)
  const outcome = await stage.finish(later.then(() => second.live({ cancelActive: true })))

  expect(outcome).toMatchObject({ reason: 'aborted', attempt: 1, cleared: [] })
  expect(second.events).toContainEqual({
    kind: 'note',
    text: 'Another step in this job is still starting a run of the project, so no runs were cancelled.',
  })
  expect([other, ...stage.ours()]).toMatchObject([
    { cancelCount: 0 },
    { cancelCount: 0 },
    { cancelCount: 1 },
  ])
})

test('a start that an unexpected error interrupts is one with an unknown result', async () => {
  const stage = lifeStage({ plans: [endless] })
  const [first, second] = [stage.neighbour(), stage.neighbour()]
  const failing = first.live({}, { runProject: () => Promise.reject(new TypeError('Ours')) })
  await expect(stage.finish(failing)).rejects.toThrow('Ours')
  stage.at(20_000, second.abort.request)

  await stage.finish(second.live())

  expect(second.entries[0]).toMatchObject({ phase: 'intent', isDisturbed: true })
})

test("the post step does not touch another step's run, however its own start ended", async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'never' }],
  })
  const [first, second] = [stage.neighbour(), stage.neighbour()]
  stage.at(500, first.kill)
  stage.at(60_000, second.kill)
  void first.live()
  void second.live()
  await stage.finish(new Promise<void>((resolve) => void stage.timeline.after(61_000, resolve)))
  const [intent] = first.entries
  expect(intent).toMatchObject({ phase: 'intent' })

  expect(await stage.finishLeftovers(intent ?? { phase: 'settled' })).toEqual({
    kind: 'unclear',
    runs: [],
  })
  expect(stage.ours()).toMatchObject([{ status: 'RUNNING', cancelCount: 0 }])
})

// Killed between the two, main would leave a run that its own post step takes for a neighbour's: it was seen to be left.
test.each([[[]], [[lost]]])(
  'writes a run to the journal before other steps know of it (faults: %j)',
  async (faults) => {
    const stage = lifeStage({ plans: [endless], faults })
    const journalAtAdd: Array<string | undefined> = []
    const { jobRuns } = stage.runWorld
    const add = (runId: string) => {
      journalAtAdd.push(stage.entries.at(-1)?.phase)
      jobRuns.add(runId)
    }
    stage.at(60_000, stage.abort.request)

    await stage.finish(liveRun(planWith(), { ...stage.runWorld, jobRuns: { ...jobRuns, add } }))

    expect(journalAtAdd).toEqual(['started'])
  },
)

/** Other processes, one of which has the project until this many tries were made. */
function otherProcesses(takenTries: number, isLost = false) {
  const calls: Array<string> = []
  let tries = 0
  const neighbours: Neighbours = {
    claim: () => {
      tries += 1
      const release = () => void calls.push('release')
      return tries > takenTries ? { release, isLost } : undefined
    },
    isClaimed: () => tries < takenTries,
    lost: () => calls.push('lost'),
    disturb: () => calls.push('disturb'),
    settle: () => calls.push('settle'),
    isDisturbed: () => true,
    add: (runId) => calls.push(`add ${runId}`),
    ids: () => ['ended', 'active'],
    followed: () => ['active'],
  }
  return { calls, neighbours }
}

const never = new AbortController().signal

async function claimWith(takenTries: number, untilMs = 60_000, isLost = false) {
  const { timeline, finish, nowMs } = lifeStage()
  const { calls, neighbours } = otherProcesses(takenTries, isLost)
  const jobRuns = createJobRuns(timeline, () => 0.5, neighbours)
  const limit = { untilMs: Number.POSITIVE_INFINITY, signal: never }
  const claims = jobRuns.inTurn(
    'p',
    async (turn) => {
      const claim = () => turn.claim(timeline.now() + untilMs, never)
      const both = [await claim(), await claim()]
      turn.settle()
      turn.settle()
      return both
    },
    limit,
  )
  return { claims: await finish(claims), calls, tookMs: nowMs() }
}

test('waits at most 10 s for other processes and notifies them if it continues without a turn', async () => {
  const calls = ['release', 'release']
  expect(await claimWith(0)).toEqual({ claims: ['free', 'free'], calls, tookMs: 0 })
  expect(await claimWith(2)).toEqual({
    claims: ['waited', 'free'],
    calls,
    tookMs: 400,
  })
  expect(await claimWith(1_000)).toEqual({
    claims: ['disturbed', 'disturbed'],
    calls: ['disturb', 'settle'],
    tookMs: 20_000,
  })
  // Whose own time is over starts nothing, so it disturbs nobody.
  expect(await claimWith(1_000, 3_050)).toMatchObject({ calls: [], tookMs: 6_100 })
})

test('does not count the time that its own files take as a wait for other processes', async () => {
  const { timeline, finish } = lifeStage()
  const { neighbours } = otherProcesses(0)
  let tookMs = 0
  const now = () => {
    tookMs += 1
    return timeline.now() + tookMs
  }
  const jobRuns = createJobRuns({ ...timeline, now }, () => 0.5, neighbours)
  const limit = { untilMs: Number.POSITIVE_INFINITY, signal: never }
  const claim = jobRuns.inTurn('p', (turn) => turn.claim(limit.untilMs, never), limit)
  expect(await finish(claim)).toBe('free')
})

test('notifies other steps that it continues after a killed step, even with little time left', async () => {
  expect(await claimWith(0, 3_000, true)).toEqual({
    claims: ['disturbed', 'disturbed'],
    calls: ['disturb', 'release', 'settle', 'release'],
    tookMs: 0,
  })
})

test('knows the runs of all processes of the job, but counts only running processes as followers', () => {
  const { calls, neighbours } = otherProcesses(0)
  const jobRuns = createJobRuns(systemClock, () => 0.5, neighbours)
  jobRuns.add('own')
  jobRuns.add('own')

  expect(calls).toEqual(['add own'])
  expect(jobRuns.ids()).toEqual(new Set(['own', 'ended', 'active']))
  expect(jobRuns.followed()).toEqual(new Set(['own', 'active']))
  const alone = createJobRuns(systemClock, () => 0.5)
  alone.add('own')
  expect([alone.ids(), alone.followed()]).toEqual([new Set(['own']), new Set(['own'])])
})
