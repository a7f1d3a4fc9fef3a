import { expect, test } from 'vitest'
import { liveRun } from '../../src/run/life.ts'
import { beganAtMs, endless, gaps, lifeStage, planWith, projectId, timeout } from './life-stage.ts'

const lostAfter = { operation: 'RunProject', kind: 'reset', effect: 'at-receipt' } as const
const lostBefore = { operation: 'RunProject', kind: 'reset' } as const
const foreign = { trigger: 'API', plan: endless } as const

test('adopts the only new run after 15 seconds and follows it', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 40_000 }], faults: [lostAfter] })

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'success', adopted: true, attempt: 1 })
  expect(stage.told('response-lost')).toMatchObject([
    { trouble: { text: expect.stringContaining('ECONNRESET') } },
  ])
  expect(stage.told('started')).toMatchObject([
    { adopted: true, run: { runId: outcome.run?.runId } },
  ])
  // One list before the start; then looks after 1, 4, 5 and 5 s.
  const lists = stage.sentAtMs('GetProjectRuns').slice(1)
  expect(gaps([0, ...lists])).toEqual([1_000, 4_000, 5_000, 5_000])
  expect(stage.told('searched')).toMatchObject(Array(4).fill({ candidates: 1 }))
  expect(stage.entries.map(({ phase }) => phase)).toEqual(['intent', 'started', 'settled'])
  expect(stage.entries[1]).toMatchObject({ projectId, runId: outcome.run?.runId })
  expect(stage.sentAtMs('RunProject')).toHaveLength(1)
})

test('a run that has ended meanwhile can wait for the last list, 45 s after the start', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 3_000 }], faults: [lostAfter] })

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'success', adopted: true })
  const lists = stage.sentAtMs('GetProjectRuns').slice(1)
  expect(gaps([0, ...lists])).toEqual([1_000, 4_000, 5_000, 5_000, 10_000, 10_000, 10_000])
})

test('names two new runs, touches neither, and starts no other', async () => {
  const stage = lifeStage({ plans: [endless], faults: [lostAfter] })
  stage.at(2_000, () => stage.hex.addRun(projectId, foreign))

  const outcome = await stage.live()

  const ids = stage.hex.runs().map(({ id }) => id)
  expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'start_unknown', attempt: 0 })
  expect(outcome.candidates?.map(({ runId }) => runId)).toEqual(ids)
  expect(outcome.trouble?.text).toContain('ECONNRESET')
  expect(stage.told('searched').at(-1)).toMatchObject({ candidates: 2 })
  expect(stage.nowMs()).toBe(5_010)
  expect(stage.operations()).not.toContain('CancelRun')
  // The verdict is told: the post step has nothing to add.
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'settled' })
})

test('a scheduled run at the same moment is not a candidate', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 40_000 }], faults: [lostAfter] })
  stage.at(20, () => stage.hex.addRun(projectId, { ...foreign, trigger: 'SCHEDULED' }))

  expect(await stage.live()).toMatchObject({ conclusion: 'success', adopted: true })
})

test('reports that no new run appeared and starts no other', async () => {
  const stage = lifeStage({ faults: [lostBefore] })
  stage.hex.addRun(projectId, { ...foreign, startedAgoMs: 60_000 })

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'start_unknown', candidates: [] })
  expect(stage.sentAtMs('RunProject')).toHaveLength(1)
  expect(stage.nowMs()).toBe(45_020)
  expect(stage.told('searched')).toMatchObject(Array(7).fill({ candidates: 0 }))
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'settled' })
})

test('finds the run although the list lags behind', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 90_000 }],
    faults: [lostAfter],
    listingLagMs: 12_000,
  })
  const outcome = await stage.live()
  expect(outcome).toMatchObject({ conclusion: 'success', adopted: true })
  expect(stage.told('searched')).toMatchObject(
    [0, 0, 0, 1, 1].map((candidates) => ({ candidates })),
  )
})

test('does not adopt a run that appears only after twenty seconds', async () => {
  const stage = lifeStage({ faults: [lostBefore] })
  stage.at(21_000, () => stage.hex.addRun(projectId, foreign))

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ reason: 'start_unknown' })
  expect(outcome.candidates).toHaveLength(1)
  expect(stage.hex.runs()).toMatchObject([{ cancelCount: 0 }])
})

test('never adopts a run that was listed before the start', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 30_000 }], faults: [lostAfter] })
  const before = stage.hex.addRun(projectId, { ...foreign, startedAgoMs: 500 })

  const outcome = await stage.live()

  expect(outcome).toMatchObject({ conclusion: 'success', adopted: true })
  expect(outcome.run?.runId).not.toBe(before.id)
  expect(stage.entries[0]).toMatchObject({ phase: 'intent', known: [before.id] })
})

test('does not mistake the first attempt for the second', async () => {
  const errored = { pendingMs: 0, runningMs: 1_000, end: 'ERRORED' } as const
  const stage = lifeStage({
    plans: [errored, { pendingMs: 0, runningMs: 30_000 }],
    faults: [{ ...lostAfter, skip: 1 }],
  })
  const outcome = await stage.live({ maxAttempts: 2 })
  expect(outcome).toMatchObject({ conclusion: 'success', adopted: true, attempt: 2 })
  const [first] = stage.ours()
  expect(stage.entries.findLast(({ phase }) => phase === 'intent')).toMatchObject({
    known: [first?.id],
  })
})

test('does not mistake a first attempt that is not listed yet for the second', async () => {
  const errored = { pendingMs: 0, runningMs: 1_000, end: 'ERRORED' } as const
  const stage = lifeStage({
    plans: [errored, { pendingMs: 0, runningMs: 60_000 }],
    faults: [{ ...lostAfter, skip: 1 }],
    listingLagMs: 10_000,
  })
  const outcome = await stage.live({ maxAttempts: 2 })
  expect(outcome).toMatchObject({ conclusion: 'success', adopted: true, attempt: 2 })
  const [first, second] = stage.ours()
  expect(outcome.run?.runId).toBe(second?.id)
  expect(stage.entries.findLast(({ phase }) => phase === 'intent')).toMatchObject({
    known: [first?.id],
  })
})

test('finds a detached run after a lost response and lets it continue', async () => {
  const stage = lifeStage({ plans: [endless], faults: [lostAfter] })
  expect(await stage.live({ wait: false })).toMatchObject({
    conclusion: 'detached',
    adopted: true,
    run: { status: 'RUNNING' },
  })
  const runId = stage.ours()[0]?.id
  // At no moment does the journal ask the post step to cancel it.
  expect(stage.entries).toEqual([
    { phase: 'detached', projectId },
    expect.objectContaining({ phase: 'detached', runId }),
  ])
})

test('ends the search 62 seconds after the timeout, even if the list cannot be read', async () => {
  const stage = lifeStage({
    faults: [
      { operation: 'RunProject', kind: 'stall' },
      { operation: 'GetProjectRuns', kind: 'html', status: 502, skip: 1, times: 'always' },
    ],
  })
  const outcome = await stage.live(timeout(10_000))
  expect(outcome).toMatchObject({ reason: 'start_unknown' })
  expect(outcome).not.toHaveProperty('candidates')
  expect(stage.sentAtMs('GetProjectRuns').at(-1)).toBeGreaterThan(45_000)
  expect(stage.nowMs()).toBeLessThanOrEqual(72_000)
})

test('ends the search at once if a rate limit lasts longer', async () => {
  const stage = lifeStage({
    faults: [
      { ...lostBefore },
      {
        operation: 'GetProjectRuns',
        kind: 'failure',
        status: 429,
        words: 'Slow down',
        retryAfter: { seconds: 300 },
        skip: 1,
      },
    ],
  })
  expect(await stage.live()).toMatchObject({ reason: 'start_unknown' })
  expect(stage.nowMs()).toBeLessThan(40_000)
})

test('still considers a run new if it is pending 75 seconds later', async () => {
  const pending = { pendingMs: 600_000, end: 'never' } as const
  const stage = lifeStage({
    runIdVersion: 4,
    plans: [pending],
    faults: [{ operation: 'RunProject', kind: 'stall', effect: { delayMs: 55_000 } }],
  })
  stage.at(200_000, stage.abort.request)
  expect(await stage.live()).toMatchObject({ adopted: true, reason: 'aborted' })
})

test('a detached start that is not found leaves nothing for the post step', async () => {
  const stage = lifeStage({ faults: [lostBefore] })
  expect(await stage.live({ wait: false })).toMatchObject({ reason: 'start_unknown' })
  expect(stage.entries.map(({ phase }) => phase)).toEqual(['detached'])
})

test.each([
  { what: 'a 500', fault: { kind: 'failure', status: 500, words: 'Oops' } },
  { what: 'a 502 from a proxy', fault: { kind: 'html', status: 502 } },
  { what: 'a 503 that is not from Hex', fault: { kind: 'html', status: 503 } },
  { what: 'a 408 from a gateway', fault: { kind: 'html', status: 408 } },
  { what: 'a 425 from a gateway', fault: { kind: 'empty', status: 425 } },
  { what: 'a 499 from a gateway', fault: { kind: 'status', status: 499, body: 'closed' } },
  { what: 'a 409 that is not from Hex', fault: { kind: 'html', status: 409 } },
  { what: 'a success with a web page', fault: { kind: 'html', status: 200 } },
  { what: 'a success without JSON', fault: { kind: 'garbage', status: 201 } },
] as const)('$what is a lost response', async ({ fault }) => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 30_000 }],
    faults: [{ operation: 'RunProject', ...fault, effect: 'at-receipt' }],
  })
  expect(await stage.live()).toMatchObject({ conclusion: 'success', adopted: true })
  expect(stage.sentAtMs('RunProject')).toHaveLength(1)
})

test('waits a minute for the response to the start', async () => {
  const stage = lifeStage({
    plans: [{ pendingMs: 0, runningMs: 120_000 }],
    faults: [{ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' }],
  })
  await stage.live()
  expect(stage.told('response-lost')).toMatchObject([
    { atMs: 60_000, trouble: { text: expect.stringContaining('No response within 60 s') } },
  ])
})

test('waits fifteen seconds longer near the timeout, because the response names the run', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'delay', afterMs: 24_000, effect: 'at-receipt' }],
  })
  expect(await stage.live(timeout(10_000))).toMatchObject({
    conclusion: 'timed_out',
    stop: { kind: 'ended' },
    adopted: false,
  })
  const silent = lifeStage({ faults: [{ operation: 'RunProject', kind: 'stall' }] })
  await silent.live(timeout(10_000))
  expect(silent.told('response-lost')).toMatchObject([{ atMs: 25_000 }])
})

test("saves the time of the start by Hex's clock", async () => {
  const stage = lifeStage({ clockSkewMinutes: 7, faults: [lostBefore] })
  await stage.live()
  const [intent] = stage.entries
  expect(intent).toMatchObject({ phase: 'intent' })
  const atMs = intent?.phase === 'intent' ? (intent.atMs ?? 0) : 0
  expect(Math.abs(atMs - (beganAtMs + 7 * 60_000))).toBeLessThan(1_000)
})

test("relies on the list alone if Hex's time is unknown", async () => {
  const stage = lifeStage()
  const hex = { ...stage.runWorld.hex, serverNow: () => undefined }
  await stage.finish(liveRun(planWith(), { ...stage.runWorld, hex }))
  expect(stage.entries[0]).toMatchObject({ phase: 'intent', projectId, known: [] })
  expect(stage.entries[0]).not.toHaveProperty('atMs')
})
