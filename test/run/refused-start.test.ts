import { describe, expect, test } from 'vitest'
import type { Failure } from '../../src/hex/errors.ts'
import { verdictLine } from '../../src/report/verdict.ts'
import { waitingFor } from '../../src/run/calls.ts'
import { kernelWaitMs } from '../../src/run/start.ts'
import { endless, gaps, lifeStage, projectId, timeout } from './life-stage.ts'

const kernelsTaken = {
  operation: 'RunProject',
  kind: 'failure',
  status: 503,
  words: 'Maximum number of concurrent kernels reached',
} as const

test.each([400, 401, 403, 404, 408, 422])('a %d is final: no run exists', async (status) => {
  const refusal = { kind: 'failure', status, words: 'No, thank you' } as const
  const stage = lifeStage({ faults: [{ operation: 'RunProject', ...refusal }] })

  const outcome = await stage.live({ maxAttempts: 3 })

  expect(outcome).toMatchObject({
    conclusion: 'failure',
    reason: 'start_refused',
    attempt: 0,
    trouble: { text: expect.stringContaining('No, thank you') },
  })
  expect(outcome).not.toHaveProperty('run')
  expect(stage.sentAtMs('RunProject')).toHaveLength(1)
  expect(stage.entries.map(({ phase }) => phase)).toEqual(['intent', 'settled', 'settled'])
})

test('retries the start within half a minute while all kernels are in use', async () => {
  const stage = lifeStage({ faults: [{ ...kernelsTaken, times: 6 }] })

  expect(await stage.live()).toMatchObject({ conclusion: 'success', attempt: 1 })

  const waits = Array(6).fill(25_500)
  expect(gaps(stage.sentAtMs('RunProject'))).toEqual(waits)
  expect(stage.told('waiting')).toHaveLength(6)
  expect(stage.told('waiting')[0]).toMatchObject({
    why: 'kernel',
    waitMs: 25_500,
    trouble: { text: expect.stringContaining('Maximum number of concurrent kernels') },
  })
})

test('lists the runs again before each retry, so that a lost one can be identified', async () => {
  const stage = lifeStage({ faults: [{ ...kernelsTaken, times: 2 }] })
  stage.at(20_000, () => stage.hex.addRun(projectId, { trigger: 'API', plan: endless }))
  await stage.live()
  expect(stage.operations().slice(0, 7)).toEqual([
    'GetProject',
    'GetProjectRuns',
    'RunProject',
    'GetProjectRuns',
    'RunProject',
    'GetProjectRuns',
    'RunProject',
  ])
  const [other] = stage.hex.runs()
  expect(stage.entries.flatMap((entry) => (entry.phase === 'intent' ? [entry.known] : []))).toEqual(
    [[], [other?.id], [other?.id]],
  )
})

test('while reads are throttled, a repeated start does not list the runs again', async () => {
  const stage = lifeStage({
    faults: [
      { ...kernelsTaken, times: 3 },
      {
        operation: 'GetProjectRuns',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        skip: 1,
      },
    ],
  })

  expect(await stage.live()).toMatchObject({ conclusion: 'success', attempt: 1 })

  expect(stage.sentAtMs('RunProject')).toHaveLength(4)
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(2)
})

test('waits as long as Hex requests for a kernel, with jitter', async () => {
  const stage = lifeStage({ faults: [{ ...kernelsTaken, retryAfter: { seconds: 200 } }] })
  await stage.live()
  expect(stage.told('waiting')).toMatchObject([{ waitMs: 200_750 }])
})

test('waits out a rate limit between retries for a kernel', async () => {
  const stage = lifeStage({
    faults: [
      kernelsTaken,
      {
        operation: 'RunProject',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        retryAfter: { seconds: 20 },
        skip: 1,
      },
      { ...kernelsTaken, skip: 2 },
    ],
  })

  await stage.live()

  expect(stage.told('waiting').map((event) => event.kind === 'waiting' && event.why)).toEqual([
    'kernel',
    'rate-limit',
    'kernel',
  ])
  const [, , last] = stage.told('waiting')
  expect(last).toMatchObject({ waitMs: 25_500 })
})

test('retries a connection that cannot be made, because nothing was sent', async () => {
  const stage = lifeStage({ faults: [{ operation: 'RunProject', kind: 'refuse', times: 3 }] })
  expect(await stage.live()).toMatchObject({ conclusion: 'success', adopted: false })
  expect(gaps(stage.sentAtMs('RunProject'))).toEqual([800, 1_500, 3_000])
  expect(stage.told('waiting')).toMatchObject(Array(3).fill({ why: 'connection' }))
  expect(stage.told('response-lost')).toEqual([])
})

test('the timeout ends the wait for a kernel, and the report says so', async () => {
  const stage = lifeStage({ faults: [{ ...kernelsTaken, times: 'always' }] })

  const outcome = await stage.live(timeout(60_000))

  expect(outcome).toMatchObject({
    conclusion: 'timed_out',
    reason: 'not_started_in_time',
    attempt: 0,
    trouble: { text: expect.stringContaining('Maximum number of concurrent kernels') },
  })
  expect(outcome).not.toHaveProperty('run')
  expect(outcome).not.toHaveProperty('stop')
  expect(stage.sentAtMs('RunProject')).toHaveLength(3)
  expect(stage.nowMs()).toBe(60_000)
})

test('does not wait for the rate limit past the timeout', async () => {
  const stage = lifeStage({ limits: 'off' })
  const { hex } = stage.runWorld
  const dry = () => hex.runProject(projectId, { dryRun: true })
  await stage.finish(Promise.all(Array.from({ length: 20 }, dry)))

  const outcome = await stage.live(timeout(30_000))

  expect(outcome).toMatchObject({
    conclusion: 'timed_out',
    reason: 'not_started_in_time',
    trouble: { text: expect.stringContaining('would delay the request') },
  })
  expect(stage.nowMs()).toBeLessThan(1_000)
})

test('sends no start if Hex takes longer than the timeout to list the runs', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'delay', afterMs: 9_000 }],
  })
  const outcome = await stage.live(timeout(6_000))
  expect(outcome).toMatchObject({ conclusion: 'timed_out', reason: 'not_started_in_time' })
  expect(outcome).not.toHaveProperty('trouble')
  expect(stage.operations()).not.toContain('RunProject')
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
})

test('repeats a slow list once', async () => {
  const slow = { operation: 'GetProjectRuns', kind: 'delay', afterMs: 3_100 } as const
  const stage = lifeStage({ faults: [{ ...slow, times: 'always' }] })
  await stage.live()
  expect(stage.operations().filter((each) => each === 'GetProjectRuns')).toHaveLength(2)

  const quick = lifeStage({ faults: [{ ...slow, afterMs: 2_990 }] })
  await quick.live()
  expect(quick.operations().filter((each) => each === 'GetProjectRuns')).toHaveLength(1)
})

test('saves for the post step that the list was old when the start was sent', async () => {
  const slow = { operation: 'GetProjectRuns', kind: 'delay', afterMs: 4_000 } as const
  const stage = lifeStage({ faults: [{ ...slow, times: 'always' }] })
  await stage.live()
  expect(stage.entries[0]).toMatchObject({ phase: 'intent', known: [], isKnownStale: true })

  const quick = lifeStage()
  await quick.live()
  expect(quick.entries[0]).not.toHaveProperty('isKnownStale')
})

test('starts without a list and saves that for the post step', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' }],
  })
  expect(await stage.live()).toMatchObject({ conclusion: 'success' })
  expect(stage.operations().slice(0, 3)).toEqual(['GetProject', 'GetProjectRuns', 'RunProject'])
  expect(stage.entries[0]).not.toHaveProperty('known')
})

test("keeps Hex's trace ID for support, if there is one", async () => {
  const refusal = { operation: 'RunProject', kind: 'failure', status: 403, words: 'No' } as const
  const older = await lifeStage({ generation: '2025', faults: [refusal] }).live()
  expect(older.trouble?.traceId).toMatch(/^\w+$/)
  const page = { operation: 'GetProject', kind: 'html', status: 401 } as const
  const newer = await lifeStage({ faults: [page] }).live()
  expect(newer.trouble).toBeDefined()
  expect(newer.trouble).not.toHaveProperty('traceId')
})

describe('a start that something in front of Hex refuses', () => {
  const blocked = { operation: 'RunProject', kind: 'html', status: 403 } as const

  test('links new runs after one list and touches none', async () => {
    const stage = lifeStage({ faults: [blocked] })
    stage.at(500, () => stage.hex.addRun(projectId, { trigger: 'API', plan: endless }))

    const outcome = await stage.live()

    const [other] = stage.hex.runs()
    expect(outcome).toMatchObject({
      conclusion: 'failure',
      reason: 'start_refused',
      trouble: { text: expect.stringContaining('This response is not from Hex') },
      candidates: [{ runId: other?.id }],
    })
    expect(other).toMatchObject({ status: 'RUNNING', cancelCount: 0 })
    expect(stage.operations()).toEqual([
      'GetProject',
      'GetProjectRuns',
      'RunProject',
      'GetProjectRuns',
    ])
    // The post step has nothing to look for either.
    expect(stage.entries.at(-1)).toMatchObject({ phase: 'settled' })
    expect(verdictLine(outcome)).toContain('These runs were not cancelled: ')
  })

  test('links nothing if there is no new run, or if the list cannot be read', async () => {
    const quiet = lifeStage({ faults: [blocked] })
    expect(await quiet.live()).not.toHaveProperty('candidates')

    const blind = lifeStage({
      faults: [blocked, { operation: 'GetProjectRuns', kind: 'html', status: 502, skip: 1 }],
    })
    const outcome = await blind.live()
    expect(outcome).toMatchObject({ reason: 'start_refused' })
    expect(outcome).not.toHaveProperty('candidates')
  })

  test('does not link runs that this step started', async () => {
    const stage = lifeStage({ plans: [endless], faults: [blocked] })
    stage.at(500, () => {
      const { id } = stage.hex.addRun(projectId, { trigger: 'API', plan: endless })
      stage.runWorld.jobRuns.add(id)
    })
    expect(await stage.live()).not.toHaveProperty('candidates')
  })

  test('lists nothing after an abort', async () => {
    const stage = lifeStage({ faults: [blocked] })
    stage.at(500, () => stage.hex.addRun(projectId, { trigger: 'API', plan: endless }))
    stage.at(700, stage.abort.request)
    expect(await stage.live()).not.toHaveProperty('candidates')
    expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
  })

  test("trusts Hex's own gateway like Hex", async () => {
    const stage = lifeStage({
      faults: [{ operation: 'RunProject', kind: 'status', status: 401, body: 'Unauthorized' }],
    })
    const outcome = await stage.live()
    expect(outcome.trouble?.text).toContain('Hex rejected the token')
    expect(stage.operations().at(-1)).toBe('RunProject')
  })
})

test.each<[Failure, boolean, string]>([
  [{ kind: 'no-response', code: 'X', sent: false }, true, 'connection'],
  [{ kind: 'unreadable', status: 200 }, false, 'connection'],
  [{ kind: 'refused', status: 429, hexOwn: true }, true, 'rate-limit'],
  [{ kind: 'refused', status: 503, hexOwn: true }, true, 'kernel'],
  [{ kind: 'refused', status: 503, hexOwn: true }, false, 'hex'],
  [{ kind: 'refused', status: 500, hexOwn: true }, false, 'hex'],
])('%j (a start: %s) waits for %s', (failure, isStart, what) => {
  expect(waitingFor(failure, isStart)).toBe(what)
})

test('retries within half a minute if no kernel is free, and later only if Hex requests it', () => {
  const refused = (askedWaitMs?: number): Failure => ({
    kind: 'refused',
    status: 503,
    hexOwn: true,
    ...(askedWaitMs === undefined ? {} : { askedWaitMs }),
  })

  expect(kernelWaitMs(undefined, 0)).toBe(30_000)
  expect(kernelWaitMs(refused(), 1)).toBe(21_000)
  expect(kernelWaitMs(refused(10_000), 0)).toBe(30_000)
  expect(kernelWaitMs(refused(120_000), 0)).toBe(120_000)
  expect(kernelWaitMs(refused(120_000), 1)).toBe(121_500)
})
