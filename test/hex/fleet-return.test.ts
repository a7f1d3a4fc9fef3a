import { expect, test } from 'vitest'
import { createLimiter } from '../../src/hex/limiter.ts'

const minuteMs = 60_000

/** How long a process waits after so many answers and these refusals, when its chances come out highest. */
function latestReturnMs(
  answers: number,
  refusals: ReadonlyArray<{ readonly askedWaitMs?: number }>,
): number {
  const limiter = createLimiter(() => 1)
  let nowMs = 0
  const ask = () => {
    nowMs += limiter.waitMs('hex-api', false, nowMs)
    limiter.sent('hex-api', nowMs)
    return nowMs
  }
  for (let index = 0; index < answers; index += 1)
    limiter.answered('hex-api', { sentAtMs: ask(), refused: false }, nowMs)
  for (const refusal of refusals)
    limiter.answered('hex-api', { sentAtMs: ask(), refused: true, ...refusal }, nowMs)
  return limiter.waitMs('hex-api', false, nowMs)
}

test('who begins in a fleet comes back over as many windows as the fleet needs', () => {
  const early = latestReturnMs(0, [{ askedWaitMs: 55_000 }])
  const later = latestReturnMs(0, [{ askedWaitMs: 40_000 }])
  const soon = latestReturnMs(0, [{ askedWaitMs: 2_000 }])

  expect(early).toBe(55_000 + (20_000 / 5_000) * 2 * 55_000)
  expect(later).toBe(40_000 + (20_000 / 20_000) * 2 * 40_000)
  expect(soon).toBe(2_000 + 4_000)
})

test('each further refusal says that there are more, up to a quarter of an hour', () => {
  const once = { askedWaitMs: 30_000 }

  expect(latestReturnMs(0, [once])).toBe(30_000 + 60_000)
  expect(latestReturnMs(0, [once, once])).toBe(30_000 + 3 * 40_000)
  expect(latestReturnMs(0, Array(6).fill(once))).toBe(30_000 + 15 * minuteMs)
})

test('who has a run to look after is back within the gap that refusals teach', () => {
  expect(latestReturnMs(2, [{ askedWaitMs: 55_000 }])).toBeLessThanOrEqual(55_000 + 1.5 * minuteMs)
})

test('where Hex does not say how long, half of the window is taken for used', () => {
  expect(latestReturnMs(0, [{}])).toBe(minuteMs + 1.5 * minuteMs)
})

test('nobody makes room for others at the cost of his own time', () => {
  const limiter = createLimiter(() => 1)
  limiter.sent('hex-api', 0)
  limiter.answered('hex-api', { sentAtMs: 0, refused: true, askedWaitMs: 50_000 }, 0)

  expect(limiter.waitMs('hex-api', false, 0)).toBe(50_000 + 200_000)
  expect(limiter.waitMs('hex-api', false, 0, 10 * minuteMs)).toBe(50_000 + 200_000)
  // What Hex asked for is kept all the same.
  expect(limiter.waitMs('hex-api', false, 0, 2 * minuteMs)).toBe(50_000)
  expect(limiter.waitMs('hex-api', false, 50_000, 2 * minuteMs)).toBe(0)
})

test('nor do the limits themselves give way to it', () => {
  const limiter = createLimiter(() => 1)
  for (let sent = 0; sent < 30; sent += 1) limiter.sent('hex-api', 0)
  expect(limiter.waitMs('hex-api', false, 1_000, 2_000)).toBe(59_000)
})
