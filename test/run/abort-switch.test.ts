import { expect, test } from 'vitest'
import { createAbort, createFailFast } from '../../src/run/abort.ts'
import { createTimeline } from '../simulation/timeline.ts'
import { beganAtMs } from './life-stage.ts'

/** A clock of one's own, and what it was asked to call. */
function stage() {
  const timeline = createTimeline(beganAtMs)
  return { timeline, clock: { now: timeline.now, after: timeline.after } }
}

test('a cancelled job has 4 s for a start, 6 s for a cancel, and 7 s for the report', () => {
  const { timeline, clock } = stage()
  const abort = createAbort(clock)
  expect(abort.endsAtMs('report')).toBe(Number.POSITIVE_INFINITY)
  expect(abort.cause()).toBeUndefined()
  timeline.advanceTo(beganAtMs + 1_000)

  abort.request()

  expect(abort.signal.aborted).toBe(true)
  expect(abort.cause()).toBe('job')
  expect(abort.endsAtMs('start')).toBe(beganAtMs + 5_000)
  expect(abort.endsAtMs('cancel')).toBe(beganAtMs + 7_000)
  expect(abort.endsAtMs('report')).toBe(beganAtMs + 8_000)
})

test('a second request adds no time', () => {
  const { timeline, clock } = stage()
  const abort = createAbort(clock)
  abort.request()
  timeline.advanceTo(beganAtMs + 3_000)
  abort.request()
  expect(abort.endsAtMs('cancel')).toBe(beganAtMs + 6_000)
})

test('the time expires to the millisecond, whether it was requested before the abort or after', () => {
  const { timeline, clock } = stage()
  const abort = createAbort(clock)
  const before = abort.timeOver('cancel')
  abort.request()
  timeline.advanceTo(beganAtMs + 2_000)
  const after = abort.timeOver('cancel')
  timeline.advanceTo(beganAtMs + 5_999)
  expect([before.aborted, after.aborted]).toEqual([false, false])
  timeline.advanceTo(beganAtMs + 6_000)
  expect([before.aborted, after.aborted]).toEqual([true, true])
})

test('a time that has already expired fires at once', () => {
  const { timeline, clock } = stage()
  const abort = createAbort(clock)
  abort.request()
  timeline.advanceTo(beganAtMs + 60_000)
  const late = abort.timeOver('cancel')
  timeline.advanceTo(timeline.now())
  expect(late.aborted).toBe(true)
})

test('without a request, no time expires and no timer is set', () => {
  const { timeline, clock } = stage()
  const signal = createAbort(clock).timeOver('start')
  expect(timeline.step()).toBe(false)
  expect(signal.aborted).toBe(false)
})

test('closing it leaves no timer that keeps the process alive', () => {
  const { timeline, clock } = stage()
  const abort = createAbort(clock)
  const signal = abort.timeOver('report')
  abort.request()
  abort.close()
  expect(timeline.step()).toBe(false)
  expect(signal.aborted).toBe(false)
})

test('an abort after it was closed starts no timer', () => {
  const { timeline, clock } = stage()
  const abort = createAbort(clock)
  abort.timeOver('report')
  abort.close()
  abort.request()
  expect(timeline.step()).toBe(false)
})

test("another run's failure leaves a minute for a start and a cancel, and all the time for the report", () => {
  const { timeline, clock } = stage()
  const failFast = createFailFast(clock, createAbort(clock))
  const [start, report] = [failFast.timeOver('start'), failFast.timeOver('report')]
  failFast.request()
  expect(failFast.cause()).toBe('fail-fast')
  expect(failFast.endsAtMs('start')).toBe(beganAtMs + 60_000)
  expect(failFast.endsAtMs('cancel')).toBe(beganAtMs + 60_000)
  expect(failFast.endsAtMs('report')).toBe(Number.POSITIVE_INFINITY)
  timeline.advanceTo(beganAtMs + 600_000)
  expect([start.aborted, report.aborted]).toEqual([true, false])
  // No clock runs for what never ends: a real one would ring at once.
  expect(timeline.step()).toBe(false)
})

test('a cancelled job also stops the runs of a step, in the shorter time', () => {
  const { timeline, clock } = stage()
  const job = createAbort(clock)
  const failFast = createFailFast(clock, job)
  failFast.request()
  const cancel = failFast.timeOver('cancel')
  timeline.advanceTo(beganAtMs + 10_000)

  job.request()

  // The neighbour failed first, and that stays the reason.
  expect(failFast.cause()).toBe('fail-fast')
  expect(failFast.endsAtMs('cancel')).toBe(beganAtMs + 16_000)
  timeline.advanceTo(beganAtMs + 15_999)
  expect(cancel.aborted).toBe(false)
  timeline.advanceTo(beganAtMs + 16_000)
  expect(cancel.aborted).toBe(true)
})

test('a job that was cancelled before also stops what begins later', () => {
  const { timeline, clock } = stage()
  const job = createAbort(clock)
  job.request()
  const failFast = createFailFast(clock, job)
  const cancel = failFast.timeOver('cancel')
  expect(failFast.signal.aborted).toBe(true)
  expect(failFast.cause()).toBe('job')
  timeline.advanceTo(beganAtMs + 6_000)
  expect(cancel.aborted).toBe(true)
})

test('a job that is cancelled later notifies the runs of a step', () => {
  const { clock } = stage()
  const job = createAbort(clock)
  const failFast = createFailFast(clock, job)
  job.request()
  expect(failFast.signal.aborted).toBe(true)
  expect(failFast.cause()).toBe('job')
  // A failure after that is none of fail-fast's business.
  failFast.request()
  expect(failFast.cause()).toBe('job')
})

test('ignores the job once it is closed', () => {
  const { timeline, clock } = stage()
  const job = createAbort(clock)
  const failFast = createFailFast(clock, job)
  failFast.timeOver('cancel')
  failFast.close()
  job.request()
  expect(failFast.signal.aborted).toBe(false)
  expect(timeline.step()).toBe(false)
})

test('if nobody reads the output, nobody kills the process: it searches for a lost start and cancels it', () => {
  const { clock } = stage()
  const abort = createAbort(clock)

  abort.request('unread')

  expect(abort.cause()).toBe('job')
  expect(abort.endsAtMs('start')).toBe(beganAtMs + 60_000)
  expect(abort.timeOver('search').aborted).toBe(false)
  expect(abort.endsAtMs('search')).toBeLessThan(abort.endsAtMs('cancel'))
})

test('a signal after that shortens the time, also for runs that stop together', () => {
  const { timeline, clock } = stage()
  const abort = createAbort(clock)
  const failFast = createFailFast(clock, abort)
  abort.request('unread')
  const signals = [abort.timeOver('cancel'), failFast.timeOver('cancel')]
  timeline.advanceTo(beganAtMs + 10_000)

  abort.request('signal')
  timeline.advanceTo(beganAtMs + 15_999)
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
  timeline.advanceTo(beganAtMs + 16_000)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  expect(abort.timeOver('search').aborted).toBe(true)
})
