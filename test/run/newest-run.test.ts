import { expect, test } from 'vitest'
import type { RunPlan } from '../../src/run/plan.ts'
import type { RunPlan as HexPlan } from '../hex-simulator/runs.ts'
import {
  endless,
  gaps,
  type LifeStage,
  lifeStage,
  polled,
  projectId,
  timeout,
} from './life-stage.ts'

const hourMs = 3_600_000
const ended: HexPlan = { pendingMs: 0, runningMs: 60_000 }

test('the newest run is followed, whoever started it, and never cancelled', async () => {
  const stage = lifeStage()
  add(stage, 'API', { ...ended, end: 'ERRORED' }, 3 * hourMs)
  const run = add(stage, 'SCHEDULED', { pendingMs: 0, runningMs: 120_000 }, 60_000)
  add(stage, 'API', { ...ended, end: 'ERRORED' }, hourMs)
  expect(await stage.live(latest())).toMatchObject({
    conclusion: 'success',
    reason: 'completed',
    attempt: 1,
    run: { runId: run.id, runTrigger: 'SCHEDULED' },
  })
  expect(stage.operations()).not.toContain('RunProject')
  expect(stage.operations()).not.toContain('CancelRun')
  expect(stage.entries).toEqual([])
  expect(listQueries(stage)).toEqual(['ALL 0'])
})

test('what its recent runs took is used and reported as for a run of ours', async () => {
  const stage = lifeStage()
  for (const nightsAgo of [1, 2, 3]) add(stage, 'SCHEDULED', ended, nightsAgo * 24 * hourMs)
  add(stage, 'SCHEDULED', ended, 1_000)

  const outcome = await stage.live(latest())

  expect(outcome).toMatchObject({ conclusion: 'success', typicalMs: 60_000 })
  expect(stage.told('typical')).toMatchObject([{ typicalMs: 60_000, fromRuns: 3 }])
  expect(stage.sentAtMs('GetRunStatus').length).toBeLessThan(8)
})

test('a run that has ended is enough, and its end counts', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', { ...ended, end: 'ERRORED' }, hourMs)
  expect(await stage.live(latest())).toMatchObject({ conclusion: 'failure', reason: 'errored' })
})

test('waits until a run is recent enough, and keeps that one', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', ended, 3 * hourMs)
  stage.at(600_000, () => add(stage, 'SCHEDULED', { pendingMs: 5_000, runningMs: 90_000 }))
  stage.at(660_000, () => add(stage, 'API', { ...ended, end: 'ERRORED' }))
  const outcome = await stage.live(latest())
  expect(outcome).toMatchObject({ conclusion: 'success', run: { runTrigger: 'SCHEDULED' } })
  expect(stage.told('note')).toMatchObject([{ text: 'Waiting for a run that is recent enough.' }])
  // Ten minutes are watched at intervals from 10 s to 30 s.
  expect(stage.sentAtMs('GetProjectRuns').length).toBeLessThan(50)
  expect(polled(stage).at(-1)).toBe('COMPLETED')
})

test('cancelled while it is waited for: the wait ends, and no more is requested', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', ended, 3 * hourMs)
  stage.at(25_000, stage.abort.request)

  expect(await stage.live(latest())).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(stage.nowMs()).toBe(25_000)
  // At the begin, and after 10 and 20 seconds.
  expect(gaps(stage.sentAtMs('GetProjectRuns'))).toEqual([10_000, 10_000])
})

test('a rate limit while it is waited for is waited out, and a token without access is an end', async () => {
  const refusal = { operation: 'GetProjectRuns', kind: 'failure', skip: 1 } as const
  const limited = lifeStage({
    faults: [{ ...refusal, status: 429, words: 'Too many requests', retryAfter: { seconds: 60 } }],
  })
  add(limited, 'SCHEDULED', ended, 3 * hourMs)
  limited.at(30_000, () => add(limited, 'SCHEDULED', ended))
  expect(await limited.live(latest())).toMatchObject({ conclusion: 'success' })

  const denied = lifeStage({ faults: [{ ...refusal, status: 403, words: 'No access' }] })
  add(denied, 'SCHEDULED', ended, 3 * hourMs)
  expect(await denied.live(latest())).toMatchObject({ conclusion: 'failure' })
  expect(denied.sentAtMs('GetProjectRuns')).toHaveLength(2)
})

test('only what started it counts, where that is asked for', async () => {
  const stage = lifeStage()
  const run = add(stage, 'SCHEDULED', ended, hourMs)
  add(stage, 'API', { ...ended, end: 'ERRORED' }, 60_000)
  expect(await stage.live(latest({ trigger: 'SCHEDULED' }))).toMatchObject({
    run: { runId: run.id },
  })
  expect(listQueries(stage)).toEqual(['SCHEDULED 0'])
})

test('none until the timeout is timed out, and touches nothing', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', { ...endless }, 3 * hourMs)
  const outcome = await stage.live({ ...latest(), ...timeout(120_000) })
  expect(outcome).toMatchObject({ conclusion: 'timed_out', reason: 'no_new_run', detail: '' })
  expect(outcome).not.toHaveProperty('run')
  expect(outcome.tookMs).toBeLessThan(140_000)
  expect(stage.operations()).not.toContain('CancelRun')
})

test.each([
  [
    'with runs of the API',
    3 * hourMs,
    /^Hex did not report what triggered the runs\. Older versions of Hex/,
  ],
  ['without any', undefined, /^Hex listed no runs\. Older versions of Hex list only runs/],
])('an older Hex %s says that it may not list scheduled runs', async (_, agoMs, words) => {
  const stage = lifeStage({ generation: '2025' })
  if (agoMs !== undefined) add(stage, 'API', ended, agoMs)
  add(stage, 'SCHEDULED', ended, 60_000)
  expect(await stage.live({ ...latest(), ...timeout(60_000) })).toMatchObject({
    reason: 'no_new_run',
    detail: expect.stringMatching(words),
  })
})

test('an older Hex’s run without a trigger counts as one of the API, and of nothing else', async () => {
  const stage = lifeStage({ generation: '2025' })
  const run = add(stage, 'API', ended, 60_000)
  expect(await stage.live(latest({ trigger: 'API' }))).toMatchObject({ run: { runId: run.id } })
  expect(
    await stage.live({ ...latest({ trigger: 'SCHEDULED' }), ...timeout(300_000) }),
  ).toMatchObject({
    reason: 'no_new_run',
  })
})

test('a pending run counts from the making of its id', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', ended, hourMs)
  const run = add(stage, 'SCHEDULED', { pendingMs: 300_000, runningMs: 60_000 }, 60_000)
  expect(await stage.live(latest())).toMatchObject({
    conclusion: 'success',
    run: { runId: run.id },
  })
  expect(polled(stage)[0]).toBe('PENDING')
})

test('a pending run of unknown age is waited for until it starts', async () => {
  const stage = lifeStage({ runIdVersion: 4 })
  add(stage, 'SCHEDULED', { ...ended, end: 'ERRORED' }, hourMs)
  const run = add(stage, 'SCHEDULED', { pendingMs: 240_000, runningMs: 60_000 }, 60_000)
  expect(await stage.live(latest())).toMatchObject({
    conclusion: 'success',
    run: { runId: run.id },
  })
  expect(stage.told('note')).toMatchObject([{ text: `Waiting for run ${run.id} to start.` }])
  expect(polled(stage)[0]).toBe('RUNNING')
})

test('one that ended before it ever started does not block the others', async () => {
  const stage = lifeStage({ runIdVersion: 4 })
  const run = add(stage, 'SCHEDULED', ended, hourMs)
  const stuck = add(stage, 'API', { pendingMs: 10 * hourMs }, 60_000)
  stage.hex.forceStatus(stuck.id, 'KILLED')
  expect(await stage.live(latest())).toMatchObject({ run: { runId: run.id } })
})

test('the age is counted by the clock of Hex', async () => {
  const stage = lifeStage({ clockSkewMinutes: 180 })
  add(stage, 'SCHEDULED', ended, 3 * hourMs)
  expect(await stage.live({ ...latest(), ...timeout(60_000) })).toMatchObject({
    reason: 'no_new_run',
  })
  const run = add(stage, 'SCHEDULED', ended, hourMs)
  expect(await stage.live({ ...latest(), ...timeout(300_000) })).toMatchObject({
    run: { runId: run.id },
  })
})

test('of a full page that is newest first no other is read', async () => {
  const stage = lifeStage()
  for (let count = 130; count > 0; count -= 1) add(stage, 'API', ended, count * 300_000)
  expect(await stage.live(latest())).toMatchObject({ conclusion: 'success' })
  expect(listQueries(stage)).toEqual(['ALL 0'])
})

test('where the oldest come first, the pages are read to the end', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first', limits: 'off' })
  for (let count = 230; count > 1; count -= 1)
    add(stage, 'API', { ...ended, end: 'ERRORED' }, count * 60_000)
  const run = add(stage, 'API', ended, 60_000)
  expect(await stage.live(latest())).toMatchObject({
    conclusion: 'success',
    run: { runId: run.id },
  })
  expect(listQueries(stage)).toEqual(['ALL 0', 'ALL 100', 'ALL 200'])
})

test('a list that is too long and in no order fails the step rather than follow an older run', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first', limits: 'off' })
  for (let count = 1_001; count > 0; count -= 1) add(stage, 'API', ended, count * 1_000)
  const outcome = await stage.live(latest())
  expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'newest_unknown' })
  expect(outcome).not.toHaveProperty('run')
  expect(listQueries(stage)).toHaveLength(10)
})

test.each([400, 403, 404, 422])(
  'a list that Hex refuses with %i ends the search',
  async (status) => {
    const stage = lifeStage({
      faults: [
        { operation: 'GetProjectRuns', kind: 'failure', status, words: 'No', times: 'always' },
      ],
    })
    expect(await stage.live(latest())).toMatchObject({
      conclusion: 'failure',
      reason: 'run_not_found',
      trouble: { text: expect.stringContaining(String(status)) },
    })
  },
)

test('a list that fails for a moment is read again', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 3 }],
  })
  add(stage, 'SCHEDULED', ended, 60_000)
  expect(await stage.live(latest())).toMatchObject({ conclusion: 'success' })
})

test('a rate limit that lasts past the deadline ends the wait there, and is the reason that is given', async () => {
  const stage = lifeStage()
  const retryAfter = { seconds: 600 }
  stage.at(15_000, () =>
    stage.hex.addFault({ operation: 'GetProjectRuns', kind: 'status', status: 429, retryAfter }),
  )
  const outcome = await stage.live({ ...latest(), ...timeout(120_000) })
  expect(outcome).toMatchObject({
    conclusion: 'timed_out',
    reason: 'no_new_run',
    trouble: { text: expect.stringContaining('429') },
  })
  expect(outcome.tookMs).toBeGreaterThanOrEqual(120_000)
  expect(outcome.tookMs).toBeLessThan(135_000)
})

test('an outage shortly before the deadline leaves a last look', async () => {
  const stage = lifeStage()
  stage.at(100_000, () => add(stage, 'SCHEDULED', ended))
  stage.hex.addFault({ operation: 'GetProjectRuns', kind: 'html', status: 502, skip: 8, times: 3 })
  const outcome = await stage.live({ ...latest(), ...timeout(120_000) })
  expect(outcome).toMatchObject({ run: { runTrigger: 'SCHEDULED' } })
})

test('all pages of the last list have ten seconds', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first' })
  for (let index = 0; index < 450; index += 1) add(stage, 'API', ended, 9 * hourMs + index)
  stage.at(59_000, () =>
    stage.hex.addFault({
      operation: 'GetProjectRuns',
      kind: 'delay',
      afterMs: 4_000,
      times: 'always',
    }),
  )
  const outcome = await stage.live({ ...latest(), ...timeout(60_000) })
  expect(outcome).toMatchObject({ conclusion: 'timed_out' })
  expect(stage.nowMs()).toBeLessThanOrEqual(70_000)
})

test('cancelled while it waits, it reports that and cancels no run', async () => {
  const stage = lifeStage()
  stage.at(60_000, stage.abort.request)
  const outcome = await stage.live(latest())
  expect(outcome).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(outcome.tookMs).toBeLessThan(61_000)
})

function latest(choice: Partial<Extract<RunPlan['start'], { kind: 'latest' }>['choice']> = {}) {
  const start = {
    kind: 'latest',
    choice: { newerThanMs: 2 * hourMs, trigger: 'ALL', ...choice },
  } as const
  return { start }
}

function add(
  { hex }: LifeStage,
  trigger: 'API' | 'SCHEDULED' | 'APP_REFRESH',
  plan: HexPlan,
  startedAgoMs = 0,
) {
  return hex.addRun(projectId, { trigger, plan, startedAgoMs })
}

function listQueries({ hex }: LifeStage): ReadonlyArray<string> {
  return hex
    .requests()
    .filter(({ operation }) => operation === 'GetProjectRuns')
    .map(({ path }) => {
      const query = new URL(path, 'https://app.hex.tech').searchParams
      return `${query.get('runTriggerFilter')} ${query.get('offset')}`
    })
}
