import { expect, test } from 'vitest'
import { searchForRun } from '../../src/run/lookup.ts'
import { beganAtMs, endless, gaps, type LifeStage, lifeStage, projectId } from './life-stage.ts'

const foreign = { trigger: 'API', plan: endless } as const

/** A search on its own, for the run of a start that was sent at the begin and made after the list. */
function search(stage: LifeStage, { known = [], limitMs = 90_000 }: Partial<Search> = {}) {
  const intent = { projectId, atMs: beganAtMs, known }
  return stage.finish(searchForRun(intent, stage.runWorld, limitMs, stage.abort.signal))
}

interface Search {
  readonly known: ReadonlyArray<string>
  readonly limitMs: number
}

test('retries a failed list without counting it', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, skip: 1, times: 2 }],
  })
  stage.hex.addRun(projectId, foreign)

  expect(await search(stage)).toMatchObject({ kind: 'one' })
  // After the waits of a failure, but never sooner than the next look would have come.
  expect(gaps([0, ...stage.sentAtMs('GetProjectRuns')])).toEqual([
    1_000, 4_000, 4_000, 4_000, 5_000,
  ])
  expect(stage.told('searched')).toHaveLength(3)
})

test('the waits between failed lists grow up to half a minute', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' }],
  })
  const lookup = await search(stage, { limitMs: 150_000 })
  expect(lookup).toMatchObject({
    kind: 'unseen',
    trouble: { text: expect.stringContaining('502') },
  })
  expect(gaps([0, ...stage.sentAtMs('GetProjectRuns')])).toEqual([
    1_000, 1_000, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500, 22_500, 22_500, 22_500,
  ])
})

test('after a rate limit without a wait, lists again within half a minute', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({ faults: [{ operation: 'GetProjectRuns', ...refusal }] })
  stage.hex.addRun(projectId, foreign)
  expect(await search(stage)).toMatchObject({ kind: 'unclear' })
  expect(gaps([0, ...stage.sentAtMs('GetProjectRuns')]).slice(0, 2)).toEqual([1_000, 30_000])
})

test('a list has eight seconds', async () => {
  const stage = lifeStage({ faults: [{ operation: 'GetProjectRuns', kind: 'stall' }] })
  stage.hex.addRun(projectId, foreign)
  await search(stage)
  expect(stage.sentAtMs('GetProjectRuns').slice(0, 2)).toEqual([1_000, 10_000])
})

test('counts failures from the last successful list', async () => {
  const broken = { operation: 'GetProjectRuns', kind: 'html', status: 502 } as const
  const stage = lifeStage({
    faults: [
      { ...broken, times: 4 },
      { ...broken, skip: 5 },
    ],
  })
  await search(stage)
  expect(gaps([0, ...stage.sentAtMs('GetProjectRuns')]).slice(0, 7)).toEqual([
    1_000, 1_000, 1_500, 3_000, 6_000, 4_000, 4_000,
  ])
})

test('the limit ends the search with the results so far', async () => {
  const stage = lifeStage()
  stage.hex.addRun(projectId, foreign)
  expect(await search(stage, { limitMs: 4_000 })).toMatchObject({ kind: 'unclear' })

  const empty = lifeStage()
  expect(await search(empty, { limitMs: 12_000 })).toEqual({ kind: 'unseen' })
  expect(empty.sentAtMs('GetProjectRuns')).toHaveLength(3)
})

test('lists once more exactly at the limit', async () => {
  const stage = lifeStage()
  await search(stage, { limitMs: 1_000 })
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
})

test('does not adopt a run after a single list', async () => {
  const stage = lifeStage()
  const run = stage.hex.addRun(projectId, foreign)
  const lookup = await search(stage, { limitMs: 3_000 })
  expect(lookup).toMatchObject({ kind: 'unclear', runs: [{ runId: run.id }] })
})

test('does not adopt a run that is not certain to be new', async () => {
  const stage = lifeStage({ runIdVersion: 4 })
  stage.hex.addRun(projectId, foreign)
  const intent = { projectId, atMs: beganAtMs }
  const lookup = await stage.finish(
    searchForRun(intent, stage.runWorld, 90_000, stage.abort.signal),
  )
  expect(lookup).toMatchObject({ kind: 'unclear', runs: [{}] })
})

test('excludes other runs that this process started', async () => {
  const stage = lifeStage()
  const run = stage.hex.addRun(projectId, foreign)
  stage.runWorld.jobRuns.add(run.id)
  expect(await search(stage)).toEqual({ kind: 'unclear', runs: [] })
})

test('remembers a run that has disappeared from the list', async () => {
  const stage = lifeStage()
  stage.hex.addRun(projectId, foreign)
  stage.at(8_000, () => stage.hex.addRun(projectId, foreign))
  const lookup = await search(stage)
  expect(lookup).toMatchObject({ kind: 'unclear', runs: [{}, {}] })
})

test('the polling budget does not delay the search', async () => {
  const stage = lifeStage({ limits: 'off' })
  const { hex } = stage.runWorld
  await stage.finish(Promise.all(Array.from({ length: 30 }, () => hex.getProject(projectId))))
  await search(stage)
  expect(gaps([0, ...stage.sentAtMs('GetProjectRuns')]).slice(0, 2)).toEqual([1_000, 4_000])
})

test('does not wait for a rate limit that ends after the search', async () => {
  const stage = lifeStage({
    faults: [
      {
        operation: 'GetProjectRuns',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        retryAfter: { seconds: 300 },
      },
    ],
  })
  expect(await search(stage)).toMatchObject({ kind: 'unseen', trouble: expect.anything() })
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
  expect(stage.nowMs()).toBeLessThan(125_000)
})

test('lists as soon as a rate limit ends before the limit', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', ...refusal, retryAfter: { seconds: 40 } }],
  })
  await search(stage)
  expect(stage.sentAtMs('GetProjectRuns').slice(0, 2)).toEqual([1_000, 41_000])
})

test('an unexpected error is thrown and not mistaken for an error from Hex', async () => {
  const stage = lifeStage()
  const broken = () => Promise.reject(new TypeError('Ours'))
  const world = { ...stage.runWorld, hex: { ...stage.runWorld.hex, getProjectRuns: broken } }
  await expect(
    stage.finish(searchForRun({ projectId }, world, 90_000, stage.abort.signal)),
  ).rejects.toThrow('Ours')
})

test('does not adopt the first of two runs if the second appears late', async () => {
  const stage = lifeStage()
  stage.hex.addRun(projectId, foreign)
  stage.at(14_500, () => stage.hex.addRun(projectId, foreign))
  expect(await search(stage)).toMatchObject({ kind: 'unclear', runs: [{}, {}] })
  expect(stage.nowMs()).toBeLessThan(15_100)
})

test('does not adopt a run that only one list showed, however late', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'stall', times: 2 }],
  })
  stage.hex.addRun(projectId, foreign)
  expect(await search(stage, { limitMs: 20_000 })).toMatchObject({ kind: 'unclear', runs: [{}] })
  expect(stage.told('searched')).toHaveLength(1)
})

test('a list of several pages has twelve seconds', async () => {
  const stage = lifeStage({
    listingOrder: 'oldest-first',
    faults: [{ operation: 'GetProjectRuns', kind: 'delay', afterMs: 7_000, times: 'always' }],
  })
  for (let count = 150; count > 0; count -= 1)
    stage.hex.addRun(projectId, { trigger: 'API', plan: {}, startedAgoMs: count * 60_000 })
  await search(stage, { limitMs: 1_000 })
  expect(stage.nowMs()).toBe(13_000)
})

test('an abort ends a list on its way', async () => {
  const stage = lifeStage({ faults: [{ operation: 'GetProjectRuns', kind: 'stall' }] })
  stage.at(2_000, stage.abort.request)
  expect(await search(stage)).toMatchObject({ kind: 'unseen' })
  expect(stage.nowMs()).toBe(2_000)
})

test('names the reason if a project has too many active runs to list', async () => {
  const stage = lifeStage({ listingOrder: 'oldest-first', limits: 'off' })
  for (let count = 301; count > 0; count -= 1)
    stage.hex.addRun(projectId, { trigger: 'API', plan: endless, startedAgoMs: count * 60_000 })
  expect(await search(stage, { limitMs: 1_000 })).toEqual({
    kind: 'unseen',
    trouble: {
      text: `GET /v1/projects/${projectId}/runs: The project has more than 300 runs with the status RUNNING.`,
    },
  })
})
