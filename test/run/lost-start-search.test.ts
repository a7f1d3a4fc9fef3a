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

test('a look that fails is made again, and does not count', async () => {
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

test('the waits between looks that fail grow, up to half a minute', async () => {
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

test('after a rate limit that names no time the next look comes within half a minute', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({ faults: [{ operation: 'GetProjectRuns', ...refusal }] })
  stage.hex.addRun(projectId, foreign)
  expect(await search(stage)).toMatchObject({ kind: 'unclear' })
  expect(gaps([0, ...stage.sentAtMs('GetProjectRuns')]).slice(0, 2)).toEqual([1_000, 30_000])
})

test('a look has eight seconds', async () => {
  const stage = lifeStage({ faults: [{ operation: 'GetProjectRuns', kind: 'stall' }] })
  stage.hex.addRun(projectId, foreign)
  await search(stage)
  expect(stage.sentAtMs('GetProjectRuns').slice(0, 2)).toEqual([1_000, 10_000])
})

test('failures count from the last good look on', async () => {
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

test('the limit ends a search with what it has', async () => {
  const stage = lifeStage()
  stage.hex.addRun(projectId, foreign)
  expect(await search(stage, { limitMs: 4_000 })).toMatchObject({ kind: 'unclear' })

  const empty = lifeStage()
  expect(await search(empty, { limitMs: 12_000 })).toEqual({ kind: 'unseen' })
  expect(empty.sentAtMs('GetProjectRuns')).toHaveLength(3)
})

test('a look at the very limit is still made', async () => {
  const stage = lifeStage()
  await search(stage, { limitMs: 1_000 })
  expect(stage.sentAtMs('GetProjectRuns')).toHaveLength(1)
})

test('one look alone proves nothing', async () => {
  const stage = lifeStage()
  const run = stage.hex.addRun(projectId, foreign)
  const lookup = await search(stage, { limitMs: 3_000 })
  expect(lookup).toMatchObject({ kind: 'unclear', runs: [{ runId: run.id }] })
})

test('a run that is not certain to be new is not taken for ours', async () => {
  const stage = lifeStage({ runIdVersion: 4 })
  stage.hex.addRun(projectId, foreign)
  const intent = { projectId, atMs: beganAtMs }
  const lookup = await stage.finish(
    searchForRun(intent, stage.runWorld, 90_000, stage.abort.signal),
  )
  expect(lookup).toMatchObject({ kind: 'unclear', runs: [{}] })
})

test('runs that this process started otherwise are none of the candidates', async () => {
  const stage = lifeStage()
  const run = stage.hex.addRun(projectId, foreign)
  stage.runWorld.jobRuns.add(run.id)
  expect(await search(stage)).toEqual({ kind: 'unclear', runs: [] })
})

test('a run that is gone from the list was seen all the same', async () => {
  const stage = lifeStage()
  stage.hex.addRun(projectId, foreign)
  stage.at(8_000, () => stage.hex.addRun(projectId, foreign))
  const lookup = await search(stage)
  expect(lookup).toMatchObject({ kind: 'unclear', runs: [{}, {}] })
})

test('the budget for polls does not keep a search waiting', async () => {
  const stage = lifeStage({ limits: 'off' })
  const { hex } = stage.runWorld
  await stage.finish(Promise.all(Array.from({ length: 30 }, () => hex.getProject(projectId))))
  await search(stage)
  expect(gaps([0, ...stage.sentAtMs('GetProjectRuns')]).slice(0, 2)).toEqual([1_000, 4_000])
})

test('Hex that closed the door until after the limit is not waited for', async () => {
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

test('where it opens before the limit, the look is made as soon as it does', async () => {
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
