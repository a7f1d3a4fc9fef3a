import { expect, test } from 'vitest'
import { ageMs, whySpared } from '../../src/cancel/choice.ts'

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
