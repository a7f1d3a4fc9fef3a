import { expect, test } from 'vitest'
import { endFinished } from '../../src/run/ends.ts'
import { newLife } from '../../src/run/plan.ts'
import type { EndStatus } from '../hex-simulator/runs.ts'
import {
  beganAtMs,
  endless,
  lifeStage,
  planWith,
  polled,
  projectId,
  timeout,
} from './life-stage.ts'

test('a run that completes: every request, event, journal entry, and the outcome', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 4_000, runningMs: 8_000 }] })

  const outcome = await stage.live({ name: 'Revenue' })

  expect(stage.operations()).toEqual([
    'GetProject',
    'GetProjectRuns',
    'RunProject',
    'GetRunStatus',
    'GetRunStatus',
    'GetRunStatus',
  ])
  expect(stage.events.map(({ kind }) => kind)).toEqual([
    'project',
    'started',
    'polled',
    'polled',
    'polled',
  ])
  const [run] = stage.ours()
  expect(stage.entries).toEqual([
    { phase: 'intent', projectId, atMs: expect.any(Number), known: [] },
    { phase: 'started', projectId, runId: run?.id, runUrl: outcome.run?.runUrl },
    expect.objectContaining({ phase: 'settled', projectId, runId: run?.id }),
  ])
  expect(outcome).toEqual({
    name: 'Revenue',
    conclusion: 'success',
    reason: 'completed',
    projectId,
    projectTitle: 'Nightly revenue',
    attempt: 1,
    adopted: false,
    tookMs: stage.timeline.now() - beganAtMs,
    timeoutMs: 3_600_000,
    run: expect.objectContaining({ runId: run?.id, status: 'COMPLETED', elapsedMs: 8_000 }),
  })
})

test('reports the facts from the start response at once and keeps them with those from polls', async () => {
  const stage = lifeStage()
  const { run } = await stage.live()

  expect(stage.told('started')).toMatchObject([
    { attempt: 1, adopted: false, run: { runId: run?.runId, runUrl: run?.runUrl } },
  ])
  expect(stage.told('polled')).toMatchObject([{ run: { runUrl: run?.runUrl } }, {}])
  expect(run?.runUrl).toContain(`/run/${run?.runId}`)
})

test('leaves out unknown facts', async () => {
  const stage = lifeStage({
    faults: [{ operation: 'GetProject', kind: 'failure', status: 403, words: 'No' }],
  })
  expect(Object.keys(await stage.live())).toEqual([
    'conclusion',
    'reason',
    'projectId',
    'attempt',
    'adopted',
    'tookMs',
    'timeoutMs',
    'run',
  ])
})

test('never mistakes an active run for one that has ended', () => {
  const { runWorld: world } = lifeStage()
  const run = { runId: 'r', status: 'RUNNING' }
  const life = newLife(planWith(), world, new AbortController().signal)
  expect(() => endFinished({ ...life, run })).toThrow('has not ended (RUNNING)')
})

test('sends the settings to Hex unchanged', async () => {
  const stage = lifeStage()
  await stage.live({ start: { kind: 'new', settings: { useCachedSqlResults: false } } })
  const bodies = stage.hex.requests().filter(({ operation }) => operation === 'RunProject')
  expect(bodies.map(({ body }) => JSON.parse(body))).toEqual([{ useCachedSqlResults: false }])
})

test.each<{ readonly status: EndStatus; readonly reason: string }>([
  { status: 'ERRORED', reason: 'errored' },
  { status: 'KILLED', reason: 'killed' },
])('a run that ends as $status fails, is settled, and nothing is started after it', async (it) => {
  const stage = lifeStage({ plans: [{ runningMs: 3_000, end: it.status }] })

  expect(await stage.live({ maxAttempts: 1 })).toMatchObject({
    conclusion: 'failure',
    reason: it.reason,
    run: { status: it.status },
  })
  expect(stage.ours()).toHaveLength(1)
  expect(stage.entries.at(-1)).toMatchObject({ phase: 'settled' })
})

test('an unknown status is neither an end nor a success', async () => {
  const stages = [
    { status: 'WARMING_UP', forMs: 7_000 },
    { status: 'PUBLISHING', forMs: 7_000 },
  ]
  const stage = lifeStage({ plans: [{ stages, end: 'never' }] })

  const outcome = await stage.live(timeout(30_000))

  expect(outcome).toMatchObject({ conclusion: 'timed_out', stop: { kind: 'ended' } })
  expect(polled(stage)).toEqual(['WARMING_UP', ...Array(4).fill('PUBLISHING')])
})

test('starts a run and detaches with wait false', async () => {
  const stage = lifeStage({ plans: [endless] })

  const outcome = await stage.live({ wait: false })

  expect(outcome).toMatchObject({ conclusion: 'detached', reason: 'detached', attempt: 1 })
  expect(outcome.run).toMatchObject({ status: 'PENDING', runId: stage.ours()[0]?.id })
  expect(stage.told('started')).toHaveLength(1)
  expect(stage.operations()).not.toContain('GetRunStatus')
  // The post step has nothing to finish, and knows the run, so that it takes it for no other.
  expect(stage.entries).toMatchObject([
    { phase: 'detached', projectId },
    { phase: 'detached', runId: stage.ours()[0]?.id },
  ])
})

test('a dry run validates the request, starts nothing, and reports no run', async () => {
  const stage = lifeStage()

  const outcome = await stage.live({ start: { kind: 'new', settings: { dryRun: true } } })

  expect(outcome).toMatchObject({
    conclusion: 'dry_run',
    reason: 'dry_run',
    attempt: 1,
    adopted: false,
  })
  expect(outcome).not.toHaveProperty('run')
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns', 'RunProject'])
  expect(stage.hex.runs()).toEqual([])
  expect(stage.told('started')).toEqual([])
  expect(stage.entries).toEqual([{ phase: 'settled' }])
})

test('a dry run needs no list of runs, even if Hex lists them slowly', async () => {
  const stage = lifeStage({ latencyMs: 4_000 })
  await stage.live({ start: { kind: 'new', settings: { dryRun: true } }, cancelActive: true })
  expect(stage.operations()).toEqual(['GetProject', 'GetProjectRuns', 'RunProject'])
})

test('a dry run without a response is refused, not unknown, because it started nothing', async () => {
  const stage = lifeStage({ faults: [{ operation: 'RunProject', kind: 'reset' }] })

  const outcome = await stage.live({ start: { kind: 'new', settings: { dryRun: true } } })

  expect(outcome).toMatchObject({ conclusion: 'failure', reason: 'start_refused' })
  expect(stage.told('response-lost')).toEqual([])
  expect(stage.entries).toEqual([{ phase: 'settled' }])
})

test('durations are measured from the start of the step in the plan', async () => {
  const stage = lifeStage({ plans: [{ pendingMs: 0, runningMs: 1_000 }] })
  const outcome = await stage.live(planWith({ beganAtMs: beganAtMs - 20_000 }))
  expect(outcome.tookMs).toBeGreaterThan(25_000)
})
