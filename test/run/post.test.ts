import { expect, test } from 'vitest'
import type { Entry } from '../../src/run/journal.ts'
import { finishAllLeftovers, shareMs } from '../../src/run/leftovers.ts'
import type { RunWorld } from '../../src/run/plan.ts'
import { beganAtMs, endless, lifeStage, projectId, runningOn } from './life-stage.ts'

const intent = { phase: 'intent', projectId, atMs: beganAtMs, known: [] } as const

async function finishOne(entry: Entry, world: RunWorld) {
  const [finished] = await finishAllLeftovers([entry], world)
  return finished?.leftover
}

test.each(['settled', 'detached'] as const)(
  '%s: does nothing and sends no request',
  async (phase) => {
    const stage = lifeStage()
    expect(await stage.finishLeftovers({ phase, projectId })).toBeUndefined()
    expect(stage.operations()).toEqual([])
  },
)

test('cancels an active run and confirms its end', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)

  const leftover = await stage.finishLeftovers({ phase: 'started', projectId, runId: run.id })

  expect(leftover).toMatchObject({
    kind: 'cancelled',
    adopted: false,
    stop: { kind: 'ended' },
    run: { runId: run.id, status: 'KILLED' },
  })
  expect(stage.operations()).toEqual(['CancelRun', 'GetRunStatus'])
  expect(stage.told('cancelling')).toMatchObject([{ runId: run.id, why: 'abort' }])
})

test('ends after its time even if a rate limit delayed its last request and the response is slow', async () => {
  const stage = lifeStage({
    faults: [
      {
        operation: 'GetRunStatus',
        kind: 'failure',
        status: 429,
        words: 'Too many requests',
        retryAfter: { seconds: 260 },
      },
      { operation: 'GetRunStatus', kind: 'delay', afterMs: 25_000, times: 'always' },
    ],
  })
  const entries = [0, 1].map(() => ({
    phase: 'cancelling' as const,
    projectId,
    runId: runningOn(stage, { ...endless, cancel: 'ignored' }).id,
  }))

  await stage.finish(finishAllLeftovers(entries, stage.runWorld))

  // The runner kills the post step after 285 s.
  expect(stage.nowMs()).toBe(270_000)
})

test('does not claim to have cancelled a run that ended by itself', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { pendingMs: 0, runningMs: 1_000 }, 5_000)
  const entry = {
    phase: 'started',
    projectId,
    runId: run.id,
    runUrl: 'https://app.hex.tech/r',
  } as const
  expect(await stage.finishLeftovers(entry)).toMatchObject({
    kind: 'ended',
    run: { runId: run.id, status: 'COMPLETED' },
  })
  expect(stage.operations()).toEqual(['CancelRun', 'GetRunStatus'])
})

test('keeps the URL that main saved if Hex cannot be read', async () => {
  const stage = lifeStage({
    faults: [{ operation: '*', kind: 'refuse', times: 'always' }],
  })
  const run = runningOn(stage, endless)
  const runUrl = 'https://app.hex.tech/hex/p/run/r'
  expect(
    await stage.finishLeftovers({ phase: 'started', projectId, runId: run.id, runUrl }),
  ).toMatchObject({
    kind: 'cancelled',
    stop: { kind: 'failed' },
    run: { runId: run.id, runUrl },
  })
})

test('waits nine seconds for a cancel request and sends it once', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'CancelRun', kind: 'delay', afterMs: 9_000, times: 'always' }],
  })
  const run = runningOn(stage, endless)
  const leftover = await stage.finishLeftovers({ phase: 'started', projectId, runId: run.id })
  expect(leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'ended' } })
  expect(stage.operations()).toEqual(['CancelRun', 'GetRunStatus'])
})

test('does not repeat a cancel request that worked but got no response: it polls the run first', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'CancelRun', kind: 'stall', effect: 'at-receipt', times: 'always' }],
  })
  const run = runningOn(stage, endless)
  const leftover = await stage.finishLeftovers({ phase: 'started', projectId, runId: run.id })
  expect(leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'ended' } })
  expect(stage.operations()).toEqual(['CancelRun', 'GetRunStatus'])
  expect(stage.nowMs()).toBeLessThan(31_000)
})

test('cancels active runs before it polls those that are already being cancelled', async () => {
  const stage = lifeStage({ limits: 'off' })
  const entries = Array.from({ length: 20 }, (_, index) => ({
    phase: index < 10 ? ('cancelling' as const) : ('started' as const),
    projectId,
    runId: runningOn(stage, endless).id,
  }))
  await stage.finish(finishAllLeftovers(entries, stage.runWorld))
  expect(stage.operations().slice(0, 10)).toEqual(Array(10).fill('CancelRun'))
})

test('a post step that shares its time stays within it, whatever Hex does', async () => {
  for (const entry of [intent, { phase: 'started', projectId, runId: 'r-1' } as const]) {
    const stage = lifeStage({ faults: [{ operation: '*', kind: 'stall', times: 'always' }] })
    await stage.finish(finishAllLeftovers([entry], stage.runWorld, 27_000))
    expect(stage.nowMs()).toBeLessThanOrEqual(27_050)
  }
})

test('watches a run that does not stop for all the remaining time', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { ...endless, cancel: 'ignored' })
  expect(await stage.finishLeftovers({ phase: 'started', projectId, runId: run.id })).toMatchObject(
    { kind: 'cancelled', stop: { kind: 'accepted' } },
  )
  expect(stage.nowMs()).toBe(270_000)
})

test('cancels the only run that a lost start can have created', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, endless)

  expect(await stage.finishLeftovers(intent)).toMatchObject({
    kind: 'cancelled',
    adopted: true,
    stop: { kind: 'ended' },
    run: { runId: run.id, status: 'KILLED' },
  })
  expect(stage.told('cancelling')).toMatchObject([{ runId: run.id, why: 'abort' }])
  expect(stage.sentAtMs('CancelRun')).toEqual([15_010])
})

test('reports a run that has ended meanwhile and does not touch it', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { pendingMs: 0, runningMs: 2_000 })
  expect(await stage.finishLeftovers(intent)).toMatchObject({
    kind: 'ended',
    run: { runId: run.id, status: 'COMPLETED' },
  })
  expect(stage.operations()).not.toContain('CancelRun')
})

test('waits for a cancellation that Hex accepted from main and reports it', async () => {
  const stage = lifeStage()
  // Its end came about by the cancel, which this process did not send.
  const run = runningOn(stage, { pendingMs: 0, runningMs: 3_000, end: 'KILLED' })

  const leftover = await stage.finishLeftovers({ phase: 'cancelling', projectId, runId: run.id })

  expect(leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'ended' } })
  expect(stage.operations()).not.toContain('CancelRun')
  expect(stage.told('cancelling')).toEqual([])
  expect(stage.told('note')).toMatchObject([
    { text: 'Hex accepted the cancellation from the main step. Waiting for the run to end.' },
  ])
})

test.each([
  { what: 'whose ID is known', entry: { phase: 'detached', projectId, runId: 'r' } },
  { what: 'of another project', entry: { phase: 'detached', projectId: 'p' } },
] as const)('cancels a lost run even if there is a detached run $what', async ({ entry }) => {
  const stage = lifeStage()
  const { id } = runningOn(stage, endless)

  const [finished, ...others] = await stage.finish(
    finishAllLeftovers([entry, intent], stage.runWorld),
  )

  expect(others).toEqual([])
  expect(finished?.leftover).toMatchObject({
    kind: 'cancelled',
    adopted: true,
    run: { runId: id },
  })
})

test('does not touch a run that may be the lost run of another step that detaches', async () => {
  const stage = lifeStage()
  const { id } = runningOn(stage, endless)
  const entries = [{ phase: 'detached', projectId } as const, intent]

  const [finished] = await stage.finish(finishAllLeftovers(entries, stage.runWorld))

  expect(finished?.leftover).toMatchObject({ kind: 'unclear', runs: [{ runId: id }] })
  expect(stage.operations()).not.toContain('CancelRun')
})

test('touches none of several possible runs', async () => {
  const stage = lifeStage()
  const runs = [runningOn(stage, endless), runningOn(stage, endless)]
  const leftover = await stage.finishLeftovers(intent)
  expect(leftover).toMatchObject({ kind: 'unclear', runs: [{}, {}] })
  expect(leftover?.kind === 'unclear' && leftover.runs.map(({ runId }) => runId).sort()).toEqual(
    runs.map(({ id }) => id).sort(),
  )
  expect(stage.operations()).not.toContain('CancelRun')
})

test('excludes a run from before the start', async () => {
  const stage = lifeStage()
  runningOn(stage, endless, 60_000)
  expect(await stage.finishLeftovers(intent)).toEqual({ kind: 'unclear', runs: [] })
})

test('reports a list that cannot be read for two and a half minutes', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProjectRuns', kind: 'html', status: 502, times: 'always' }],
  })
  expect(await stage.finishLeftovers(intent)).toMatchObject({
    kind: 'unseen',
    trouble: { text: expect.stringContaining('502') },
  })
  expect(stage.nowMs()).toBeGreaterThan(136_000)
  expect(stage.nowMs()).toBeLessThanOrEqual(180_000)
})

test('finds a run that main left when it was cancelled during a search', async () => {
  const stage = lifeStage({
    plans: [endless],
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
  })
  stage.at(3_000, stage.abort.request)
  await stage.live()
  const entry = stage.entries.at(-1) ?? intent

  expect(await stage.finishLeftovers(entry)).toMatchObject({
    kind: 'cancelled',
    adopted: true,
    stop: { kind: 'ended' },
  })
  expect(stage.ours()).toMatchObject([{ status: 'KILLED', cancelCount: 1 }])
})

test('has six more seconds if it is itself cancelled', async () => {
  const stage = lifeStage()
  const run = runningOn(stage, { ...endless, cancelTakesMs: 20_000 })
  stage.at(1_000, stage.abort.request)
  const entry = { phase: 'started', projectId, runId: run.id } as const
  const leftover = await stage.finish(finishOne(entry, stage.runWorld))
  expect(leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'accepted' } })
  expect(stage.nowMs()).toBe(7_000)
})

test('does not wait for a rate limit if it is cancelled', async () => {
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const stage = lifeStage({
    faults: [{ operation: 'CancelRun', ...refusal, retryAfter: { seconds: 100 } }],
  })
  const run = runningOn(stage, endless)
  stage.at(1_000, stage.abort.request)
  const entry = { phase: 'started', projectId, runId: run.id } as const
  const leftover = await stage.finish(finishOne(entry, stage.runWorld))
  expect(leftover).toMatchObject({ kind: 'cancelled', stop: { kind: 'failed' } })
  expect(stage.nowMs()).toBe(7_000)
})

test('cancels each of many runs at once, without waiting for the polling budget', async () => {
  const stage = lifeStage({ limits: 'off' })
  const entries = Array.from({ length: 40 }, () => {
    const run = runningOn(stage, endless)
    return { phase: 'started', projectId, runId: run.id } as const
  })
  await stage.finish(finishAllLeftovers(entries, stage.runWorld))
  expect(stage.hex.runs().map(({ status }) => status)).toEqual(Array(40).fill('KILLED'))
  expect(stage.nowMs()).toBeLessThan(1_000)
  expect(stage.told('note')).toEqual([])
})

test('post steps share 270 seconds, and each has at least five', () => {
  expect(shareMs(0, 0)).toBe(270_000)
  expect(shareMs(-1_000, 0)).toBe(270_000)
  expect(shareMs(90_000, 2)).toBe(60_000)
  expect(shareMs(269_000, 0)).toBe(5_000)
})
