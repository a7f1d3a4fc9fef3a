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

test('follows the newest run, whoever started it, and never cancels it', async () => {
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

test('uses and reports recent durations as for a run of its own', async () => {
  const stage = lifeStage()
  for (const nightsAgo of [1, 2, 3]) add(stage, 'SCHEDULED', ended, nightsAgo * 24 * hourMs)
  add(stage, 'SCHEDULED', ended, 1_000)

  const outcome = await stage.live(latest())

  expect(outcome).toMatchObject({ conclusion: 'success', typicalMs: 60_000 })
  expect(stage.told('typical')).toMatchObject([{ typicalMs: 60_000, fromRuns: 3 }])
  expect(stage.sentAtMs('GetRunStatus').length).toBeLessThan(8)
})

test('accepts a run that has already ended', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', { ...ended, end: 'ERRORED' }, hourMs)
  expect(await stage.live(latest())).toMatchObject({ conclusion: 'failure', reason: 'errored' })
})

test('waits for a run that is recent enough and keeps it', async () => {
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

test('stops waiting and sending requests when the job is cancelled', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', ended, 3 * hourMs)
  stage.at(25_000, stage.abort.request)

  expect(await stage.live(latest())).toMatchObject({ conclusion: 'cancelled', reason: 'aborted' })
  expect(stage.nowMs()).toBe(25_000)
  // At the begin, and after 10 and 20 seconds.
  expect(gaps(stage.sentAtMs('GetProjectRuns'))).toEqual([10_000, 10_000])
})

test('waits out a rate limit, but fails on a token without access', async () => {
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

test('counts only runs with the requested trigger', async () => {
  const stage = lifeStage()
  const run = add(stage, 'SCHEDULED', ended, hourMs)
  add(stage, 'API', { ...ended, end: 'ERRORED' }, 60_000)
  expect(await stage.live(latest({ trigger: 'SCHEDULED' }))).toMatchObject({
    run: { runId: run.id },
  })
  expect(listQueries(stage)).toEqual(['SCHEDULED 0'])
})

test('times out without a matching run and touches nothing', async () => {
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
    'with API runs',
    3 * hourMs,
    /^Hex did not report what triggered the runs\. Older versions of Hex/,
  ],
  ['without runs', undefined, /^Hex listed no runs\. Older versions of Hex list only runs/],
])('on an older Hex %s, reports that scheduled runs may not be listed', async (_, agoMs, words) => {
  const stage = lifeStage({ generation: '2025' })
  if (agoMs !== undefined) add(stage, 'API', ended, agoMs)
  add(stage, 'SCHEDULED', ended, 60_000)
  expect(await stage.live({ ...latest(), ...timeout(60_000) })).toMatchObject({
    reason: 'no_new_run',
    detail: expect.stringMatching(words),
  })
})

test('a run without a trigger, from an older Hex, counts only as an API run', async () => {
  const stage = lifeStage({ generation: '2025' })
  const run = add(stage, 'API', ended, 60_000)
  expect(await stage.live(latest({ trigger: 'API' }))).toMatchObject({ run: { runId: run.id } })
  expect(
    await stage.live({ ...latest({ trigger: 'SCHEDULED' }), ...timeout(300_000) }),
  ).toMatchObject({
    reason: 'no_new_run',
  })
})

test('the age of a pending run is measured from its ID', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', ended, hourMs)
  const run = add(stage, 'SCHEDULED', { pendingMs: 300_000, runningMs: 60_000 }, 60_000)
  expect(await stage.live(latest())).toMatchObject({
    conclusion: 'success',
    run: { runId: run.id },
  })
  expect(polled(stage)[0]).toBe('PENDING')
})

test('waits for a pending run of unknown age to start', async () => {
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

test('a run that ended before it started does not block the others', async () => {
  const stage = lifeStage({ runIdVersion: 4 })
  const run = add(stage, 'SCHEDULED', ended, hourMs)
  const stuck = add(stage, 'API', { pendingMs: 10 * hourMs }, 60_000)
  stage.hex.forceStatus(stuck.id, 'KILLED')
  expect(await stage.live(latest())).toMatchObject({ run: { runId: run.id } })
})

test("measures the age by Hex's clock", async () => {
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

test('stops after a full page that is sorted newest first', async () => {
  const stage = lifeStage()
  for (let count = 130; count > 0; count -= 1) add(stage, 'API', ended, count * 300_000)
  expect(await stage.live(latest())).toMatchObject({ conclusion: 'success' })
  expect(listQueries(stage)).toEqual(['ALL 0'])
})

test('reads all pages if the oldest runs come first', async () => {
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

test('fails instead of following an older run if the list is too long and unsorted', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first', limits: 'off' })
  for (let count = 1_001; count > 0; count -= 1) add(stage, 'API', ended, count * 1_000)
  const outcome = await stage.live(latest())
  expect(outcome).toMatchObject({
    conclusion: 'failure',
    reason: 'newest_unknown',
    detail: expect.stringMatching(/^The project has more than 1000 runs, .* Set 'run-id' /),
  })
  expect(outcome).not.toHaveProperty('run')
  expect(listQueries(stage)).toHaveLength(10)
})

test.each([400, 403, 404, 422])('a %i for the list ends the search', async (status) => {
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
})

test('loses contact if the list cannot be read for ten minutes', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' }],
  })
  expect(await stage.live(latest())).toMatchObject({
    conclusion: 'failure',
    reason: 'lost_contact',
    trouble: { text: expect.stringContaining('502') },
  })
  expect(stage.nowMs()).toBeGreaterThan(9 * 60_000)
  expect(stage.nowMs()).toBeLessThanOrEqual(10 * 60_000)
})

test('during an outage, ends the wait at the timeout if that comes first', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' }],
  })
  expect(await stage.live({ ...latest(), ...timeout(120_000) })).toMatchObject({
    conclusion: 'timed_out',
    reason: 'no_new_run',
    trouble: { text: expect.stringContaining('502') },
  })
  expect(stage.sentAtMs('GetProjectRuns').at(-1)).toBe(120_000)
})

test('a refusal fails at once although the timeout is near', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'failure', status: 401, words: 'No' }],
  })
  expect(await stage.live({ ...latest(), ...timeout(120_000) })).toMatchObject({
    reason: 'lost_contact',
  })
  expect(stage.nowMs()).toBe(0)
})

test('a rate limit for more than ten minutes is not an outage', async () => {
  const stage = lifeStage({
    faults: [
      {
        operation: 'GetProjectRuns',
        kind: 'failure',
        status: 429,
        words: 'Slow down',
        retryAfter: { seconds: 3_000 },
      },
    ],
  })
  expect(await stage.live({ ...latest(), ...timeout(20 * 60_000) })).toMatchObject({
    conclusion: 'timed_out',
    trouble: { text: expect.stringContaining('429') },
  })
  expect(stage.nowMs()).toBe(20 * 60_000)
})

test('lists of several pages are read less often', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first', limits: 'off' })
  for (let index = 0; index < 450; index += 1) add(stage, 'API', ended, 9 * hourMs + index * 1_000)
  await stage.live({ ...latest(), ...timeout(60_000) })
  const firstPages = stage.sentAtMs('GetProjectRuns').filter((_, index) => index % 5 === 0)
  expect(gaps(firstPages)).toEqual([25_000, 25_000, 10_000])
})

test('reports that a pending run of unknown age did not start in time', async () => {
  const stage = lifeStage({ runIdVersion: 4, generation: '2025' })
  const run = add(stage, 'API', { pendingMs: 600_000 })
  expect(await stage.live({ ...latest(), ...timeout(60_000) })).toMatchObject({
    reason: 'no_new_run',
    detail: expect.stringMatching(
      new RegExp(
        `^Run ${run.id} has not started, .*so its age is unknown. Hex did not report what triggered`,
      ),
    ),
  })
})

test('lists nothing if earlier entries used the whole timeout', async () => {
  const stage = lifeStage()
  expect(await stage.live({ ...latest(), ...timeout(0) })).toMatchObject({
    conclusion: 'timed_out',
    reason: 'no_new_run',
    detail: expect.stringMatching(/^Earlier entries in 'runs' used up the timeout/),
  })
  expect(stage.operations()).toEqual([])
})

test('in a re-run job, does not blame an earlier attempt for an ended run that is the newest', async () => {
  const stage = lifeStage()
  add(stage, 'SCHEDULED', ended, 600_000)
  const outcome = await stage.live({ ...latest(), isRerun: true })
  expect(outcome.endedBefore).toEqual({ isFromRerun: false })
})

test('retries a list that fails temporarily', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 3 }],
  })
  add(stage, 'SCHEDULED', ended, 60_000)
  expect(await stage.live(latest())).toMatchObject({ conclusion: 'success' })
})

test('a rate limit past the deadline ends the wait and is the reported reason', async () => {
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

test('polls once more after an outage shortly before the deadline', async () => {
  const stage = lifeStage()
  stage.at(100_000, () => add(stage, 'SCHEDULED', ended))
  stage.hex.addFault({ operation: 'GetProjectRuns', kind: 'html', status: 502, skip: 8, times: 3 })
  const outcome = await stage.live({ ...latest(), ...timeout(120_000) })
  expect(outcome).toMatchObject({ run: { runTrigger: 'SCHEDULED' } })
})

test('all pages of the last list share ten seconds', async () => {
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

test('reports a cancellation during the wait and cancels no run', async () => {
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
