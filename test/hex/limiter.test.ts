import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLimiter } from '../../src/hex/limiter.ts'
import type { LimitGroup } from '../../src/hex/operations.ts'

const minuteMs = 60_000
const hourMs = 3_600_000

test('a request may leave at once while the minute has room, then waits for the oldest to fall out', () => {
  const limiter = createLimiter()
  for (let second = 0; second < 30; second += 1) {
    expect(limiter.waitMs('hex-api', false, second * 1_000)).toBe(0)
    limiter.sent('hex-api', second * 1_000)
  }

  expect(limiter.waitMs('hex-api', false, 30_000)).toBe(30_000)
  expect(limiter.waitMs('hex-api', false, 59_999)).toBe(1)
  expect(limiter.waitMs('hex-api', false, minuteMs)).toBe(0)
  expect(limiter.waitMs('general', false, 30_000)).toBe(0)
})

test('starts are limited by the hour as well', () => {
  const limiter = createLimiter()
  for (let start = 0; start < 60; start += 1) limiter.sent('hex-run-kernel', (start * minuteMs) / 2)

  expect(limiter.waitMs('hex-run-kernel', false, 30 * minuteMs)).toBe(30 * minuteMs)
  expect(limiter.waitMs('hex-run-kernel', false, hourMs)).toBe(0)
})

test('what is urgent does not queue behind our own budget', () => {
  const limiter = createLimiter()
  for (let sent = 0; sent < 30; sent += 1) limiter.sent('general', 0)

  expect(limiter.waitMs('general', false, 0)).toBe(minuteMs)
  expect(limiter.waitMs('general', true, 0)).toBe(0)
})

test('a group that the server closed stays closed until then, for urgent ones too', () => {
  const limiter = createLimiter()
  limiter.closed('hex-api', 10_000)
  limiter.closed('hex-api', 5_000)

  expect(limiter.waitMs('hex-api', false, 1_000)).toBe(9_000)
  expect(limiter.waitMs('hex-api', true, 1_000)).toBe(9_000)
  expect(limiter.waitMs('hex-api', true, 10_000)).toBe(0)
  expect(limiter.waitMs('general', false, 1_000)).toBe(0)
})

test('whoever waits as told never has more in any window than it holds, and is never kept waiting for nothing', () => {
  const windows: ReadonlyArray<[LimitGroup, number, number]> = [
    ['hex-api', minuteMs, 30],
    ['hex-run-kernel', minuteMs, 20],
    ['hex-run-kernel', hourMs, 60],
    ['hex-chart-image', minuteMs, 20],
    ['general', minuteMs, 30],
  ]
  const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 })), {
    maxLength: 150,
  })
  fc.assert(
    fc.property(fc.constantFrom(...windows), pauses, ([group, lengthMs, most], given) => {
      const limiter = createLimiter()
      const times: Array<number> = []
      let nowMs = 1_000_000
      for (const pause of given) {
        nowMs += pause
        const waitMs = limiter.waitMs(group, false, nowMs)
        if (times.length < 20) expect(waitMs).toBe(0)
        nowMs += waitMs
        expect(limiter.waitMs(group, false, nowMs)).toBe(0)
        limiter.sent(group, nowMs)
        times.push(nowMs)
      }
      for (const [index, time] of times.entries()) {
        const inWindow = times.slice(index).filter((later) => later < time + lengthMs)
        expect(inWindow.length).toBeLessThanOrEqual(most)
      }
    }),
  )
})
