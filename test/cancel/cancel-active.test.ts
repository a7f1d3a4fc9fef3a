import { expect, test } from 'vitest'
import {
  ageMs,
  cancelActiveRuns,
  type RunChoice,
  whySpared,
} from '../../src/cancel/cancel-active.ts'
import type { CancelOutcome } from '../../src/cancel/outcome.ts'
import { projectId, type VirtualHex, virtualHex } from './virtual-hex.ts'

const never = { pendingMs: 0, end: 'never' } as const
const everyApiRun: RunChoice = { statuses: ['PENDING', 'RUNNING'], trigger: 'API' }

test("stays within Hex's rate limits, however many runs there are", async () => {
  const virtual = virtualHex()
  addRuns(virtual, 70)

  const outcome = await cancelAll(virtual)

  expect(countOf(outcome)).toEqual({ cancelled: 70 })
  expect(virtual.hex.requests().filter(({ sentStatus }) => sentStatus === 429)).toEqual([])
})

test('sends no cancel request before the last page is read', async () => {
  const virtual = virtualHex({ limits: 'off' })
  addRuns(virtual, 250)
  await cancelAll(virtual)
  const operations = virtual.hex.requests().map(({ operation }) => operation)
  const lists = operations.slice(0, operations.indexOf('CancelRun'))
  expect(lists).toEqual(Array(4).fill('GetProjectRuns'))
  expect(new Set(operations.slice(4, 254))).toEqual(new Set(['CancelRun']))
})

test('watches many runs with one list instead of one request each', async () => {
  const virtual = virtualHex({ limits: 'off', cancelTakesMs: 4_000 })
  addRuns(virtual, 40)
  const outcome = await cancelAll(virtual)
  expect(countOf(outcome)).toEqual({ cancelled: 40 })
  const reads = virtual.hex.requests().filter(({ operation }) => operation === 'GetRunStatus')
  expect(reads).toEqual([])
})

test('finds the end of runs that are not on the first page', async () => {
  const virtual = virtualHex({ limits: 'off', listingOrder: 'oldest-first' })
  for (let count = 0; count < 120; count += 1) {
    virtual.hex.addRun(projectId, { trigger: 'API', startedAgoMs: 3_600_000 + count })
  }
  addRuns(virtual, 3)
  expect(countOf(await cancelAll(virtual))).toEqual({ cancelled: 3 })
})

test.each([
  { trigger: 'API', cancelled: 2 },
  { trigger: 'SCHEDULED', cancelled: 0 },
] as const)(
  'on an older Hex, which lists only API runs, trigger $trigger cancels $cancelled',
  async ({ trigger, cancelled }) => {
    const virtual = virtualHex({ generation: '2025' })
    addRuns(virtual, 2)
    virtual.hex.addRun(projectId, { trigger: 'SCHEDULED', plan: never })
    const outcome = await cancelAll(virtual, { ...everyApiRun, trigger })
    expect(outcome.runs).toHaveLength(cancelled)
    expect(outcome.spared).toHaveLength(2 - cancelled)
    expect(virtual.hex.runs().at(-1)).toMatchObject({ status: 'RUNNING', cancelCount: 0 })
  },
)

test('does not cancel runs that start after the list', async () => {
  const virtual = virtualHex({ cancelTakesMs: 5_000 })
  addRuns(virtual, 1)
  virtual.timeline.after(1_000, () =>
    virtual.hex.addRun(projectId, { trigger: 'API', plan: never }),
  )
  await cancelAll(virtual)
  expect(virtual.hex.runs().map(({ status }) => status)).toEqual(['KILLED', 'RUNNING'])
})

test('distinguishes a run that completed while being cancelled from a cancelled one', async () => {
  const virtual = virtualHex({ cancelTakesMs: 5_000 })
  virtual.hex.addRun(projectId, { trigger: 'API', plan: { pendingMs: 0, runningMs: 2_000 } })
  addRuns(virtual, 1)
  const outcome = await cancelAll(virtual)
  expect(outcome.runs).toMatchObject([
    { result: 'cancelled', run: { status: 'KILLED' } },
    { result: 'ended', run: { status: 'COMPLETED' } },
  ])
})

test('waits out a rate limit as long as Hex requests', async () => {
  const virtual = virtualHex({ limits: 'off' })
  addRuns(virtual, 4)
  const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const
  const retryAfter = { seconds: 20 }
  virtual.hex.addFault({ operation: 'CancelRun', ...refusal, retryAfter, times: 2 })
  virtual.hex.addFault({ operation: 'GetProjectRuns', ...refusal, retryAfter, skip: 2 })
  expect(countOf(await cancelAll(virtual))).toEqual({ cancelled: 4 })
})

test('continues to watch after failed polls', async () => {
  const virtual = virtualHex({ cancelTakesMs: 3_000 })
  addRuns(virtual, 1)
  virtual.hex.addFault({ operation: 'GetRunStatus', kind: 'html', status: 502, times: 3 })
  expect(countOf(await cancelAll(virtual))).toEqual({ cancelled: 1 })
})

test('does not confirm the end of runs that it cannot read', async () => {
  const virtual = virtualHex({ limits: 'off' })
  addRuns(virtual, 1)
  virtual.hex.addFault({
    operation: 'GetRunStatus',
    kind: 'failure',
    status: 403,
    words: 'Insufficient access',
    times: 'always',
  })
  const outcome = await cancelAll(virtual)
  expect(outcome.runs).toMatchObject([
    { result: 'unconfirmed', trouble: { text: expect.stringContaining('Insufficient access') } },
  ])
})

test('cancels only as many runs as the timeout allows', async () => {
  const virtual = virtualHex()
  addRuns(virtual, 45)
  const outcome = await cancelAll(virtual, everyApiRun, 20_000)
  // Thirty fit into a minute of Hex's limit.
  expect(countOf(outcome)).toEqual({ cancelled: 30, untried: 15 })
})

test('cancels nothing if the job is cancelled while listing runs', async () => {
  const virtual = virtualHex({ latencyMs: 500 })
  addRuns(virtual, 2)
  virtual.timeline.after(700, virtual.abort.request)
  const outcome = await cancelAll(virtual)
  expect(outcome.failures).toHaveLength(1)
  expect(virtual.hex.runs().map(({ cancelCount }) => cancelCount)).toEqual([0, 0])
})

function addRuns({ hex }: VirtualHex, count: number) {
  for (let index = 0; index < count; index += 1) {
    hex.addRun(projectId, { trigger: 'API', plan: never, startedAgoMs: index })
  }
}

function cancelAll(
  { world, timeline, finish }: VirtualHex,
  choice: RunChoice = everyApiRun,
  timeoutMs = 600_000,
): Promise<CancelOutcome> {
  const limits = { dryRun: false, wait: true, deadlineAtMs: timeline.now() + timeoutMs }
  return finish(cancelActiveRuns([projectId], choice, limits, world))
}

function countOf({ runs }: CancelOutcome): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { result } of runs) counts[result] = (counts[result] ?? 0) + 1
  return counts
}

const nowMs = Date.UTC(2026, 4, 5, 4, 30)
const hourMs = 3_600_000
const statuses = ['PENDING', 'RUNNING'] as const
/** Made an hour before now, as its first 48 bits say. */
const newId = uuidMadeAt(nowMs - hourMs)
const oldId = 'f47ac10b-58cc-4372-a567-0e02b2c3d479'

test.each([
  { asked: 'API', told: 'API', why: undefined },
  { asked: 'API', told: 'SCHEDULED', why: 'other-trigger' },
  { asked: 'API', told: undefined, why: undefined },
  { asked: 'SCHEDULED', told: undefined, why: 'other-trigger' },
  { asked: 'APP_REFRESH', told: 'APP_REFRESH', why: undefined },
  { asked: 'ALL', told: 'SOMETHING_NEW', why: undefined },
  { asked: 'API', told: 'SOMETHING_NEW', why: 'other-trigger' },
] as const)(
  'with trigger $asked, a run with trigger $told is spared: $why',
  ({ asked, told, why }) => {
    const run = {
      runId: oldId,
      status: 'RUNNING',
      ...(told === undefined ? {} : { runTrigger: told }),
    }
    expect(whySpared(run, { statuses, trigger: asked }, nowMs)).toBe(why)
  },
)

test.each([
  {
    what: 'a run that started two hours ago',
    startTime: nowMs - 2 * hourMs,
    runId: oldId,
    why: undefined,
  },
  {
    what: 'a run that started exactly an hour ago',
    startTime: nowMs - hourMs,
    runId: oldId,
    why: undefined,
  },
  { what: 'a run that just started', startTime: nowMs, runId: newId, why: 'too-young' },
  {
    what: 'a pending run with a time in its ID',
    startTime: undefined,
    runId: newId,
    why: undefined,
  },
  {
    what: 'a pending run without a time in its ID',
    startTime: undefined,
    runId: oldId,
    why: 'age-unknown',
  },
])('with older-than 1h, $what is spared: $why', ({ startTime, runId, why }) => {
  const run = {
    runId,
    status: 'PENDING',
    ...(startTime === undefined ? {} : { startTime: new Date(startTime).toISOString() }),
  }
  const choice = { statuses, trigger: 'ALL', olderThanMs: hourMs } as const
  expect(whySpared(run, choice, nowMs)).toBe(why)
})

test('a start time in the future is an age of zero', () => {
  const startTime = new Date(nowMs + 5_000).toISOString()
  expect(ageMs({ runId: oldId, status: 'RUNNING', startTime }, nowMs)).toBe(0)
})

function uuidMadeAt(ms: number): string {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7abc-8abc-0123456789ab`
}
