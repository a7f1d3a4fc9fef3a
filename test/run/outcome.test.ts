import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Conclusion,
  hasEnded,
  isGreen,
  isHandedOn,
  isKnownStatus,
  isSettled,
  type Outcome,
  progressOf,
  type Reason,
  type Stop,
} from '../../src/run/outcome.ts'

test.each([
  ['PENDING', 'going', true],
  ['RUNNING', 'going', true],
  ['COMPLETED', 'completed', true],
  ['ERRORED', 'errored', true],
  ['KILLED', 'killed', true],
  ['UNABLE_TO_ALLOCATE_KERNEL', 'no_kernel', true],
  ['PAUSED', 'going', false],
  ['completed', 'going', false],
  ['COMPLETED ', 'going', false],
  ['', 'going', false],
] as const)('%j is %s', (status, progress, isKnown) => {
  expect(progressOf(status)).toBe(progress)
  expect(hasEnded(status)).toBe(progress !== 'going')
  expect(isKnownStatus(status)).toBe(isKnown)
})

test('only COMPLETED is a success', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.mixedCase(fc.constant('completed'))), (status) => {
      expect(progressOf(status) === 'completed').toBe(status === 'COMPLETED')
    }),
  )
})

function outcomeOf(reason: Reason, stop?: Stop): Outcome {
  const facts = { projectId: 'p', attempt: 1, adopted: false, tookMs: 1 }
  return { ...facts, conclusion: 'failure', reason, ...(stop === undefined ? {} : { stop }) }
}

test.each<readonly [Conclusion, boolean]>([
  ['success', true],
  ['detached', true],
  ['dry_run', true],
  ['skipped', true],
  ['failure', false],
  ['cancelled', false],
  ['timed_out', false],
])('%s is green: %s', (conclusion, green) => {
  expect(isGreen(conclusion)).toBe(green)
})

test('no run remains active after an end, a confirmed cancellation, or a detached run', () => {
  expect(isSettled(outcomeOf('errored'))).toBe(true)
  expect(isSettled(outcomeOf('timed_out', { kind: 'ended' }))).toBe(true)
  expect(isSettled(outcomeOf('timed_out', { kind: 'left' }))).toBe(true)
})

test('a run may remain active after an unconfirmed cancellation or a lost start', () => {
  expect(isSettled(outcomeOf('timed_out', { kind: 'accepted' }))).toBe(false)
  const trouble = { text: 'No.' }
  expect(isSettled(outcomeOf('timed_out', { kind: 'failed', trouble }))).toBe(false)
  expect(isSettled(outcomeOf('start_unknown'))).toBe(false)
})

test('hands a run over to the post step if the job was cancelled before its end was confirmed', () => {
  const cancelled = (reason: Reason, stop: Stop) =>
    isHandedOn({ ...outcomeOf(reason, stop), conclusion: 'cancelled' })
  expect(cancelled('aborted', { kind: 'accepted' })).toBe(true)
  expect(cancelled('aborted', { kind: 'ended' })).toBe(false)
  expect(cancelled('fail_fast', { kind: 'accepted' })).toBe(false)
  expect(isHandedOn(outcomeOf('timed_out', { kind: 'accepted' }))).toBe(false)
})
