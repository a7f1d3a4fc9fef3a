import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Failure } from '../../src/hex/errors.ts'
import { waitingFor } from '../../src/run/calls.ts'
import {
  type Conclusion,
  hasEnded,
  isGreen,
  isKnownStatus,
  isSettled,
  type Outcome,
  progressOf,
} from '../../src/run/outcome.ts'
import { whyNotRunnable } from '../../src/run/preflight.ts'
import { kernelWaitMs } from '../../src/run/start.ts'

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

test('only a requested result is green', () => {
  const conclusions: ReadonlyArray<Conclusion> = [
    'success',
    'failure',
    'cancelled',
    'timed_out',
    'detached',
    'dry_run',
  ]

  expect(conclusions.filter(isGreen)).toEqual(['success', 'detached', 'dry_run'])
})

test('an outcome is settled if no run can still be active', () => {
  const outcome: Outcome = {
    conclusion: 'failure',
    reason: 'timed_out',
    projectId: 'p',
    attempt: 1,
    adopted: false,
    tookMs: 1,
  }

  expect(isSettled(outcome)).toBe(true)
  expect(isSettled({ ...outcome, stop: { kind: 'ended' } })).toBe(true)
  expect(isSettled({ ...outcome, stop: { kind: 'left' } })).toBe(true)
  expect(isSettled({ ...outcome, stop: { kind: 'accepted' } })).toBe(false)
  expect(isSettled({ ...outcome, stop: { kind: 'failed', trouble: { text: 'x' } } })).toBe(false)
  expect(isSettled({ ...outcome, reason: 'start_unknown' })).toBe(false)
})

test.each<[Failure, boolean, string]>([
  [{ kind: 'no-response', code: 'X', sent: false }, true, 'connection'],
  [{ kind: 'unreadable', status: 200 }, false, 'connection'],
  [{ kind: 'refused', status: 429, hexOwn: true }, true, 'rate-limit'],
  [{ kind: 'refused', status: 503, hexOwn: true }, true, 'kernel'],
  [{ kind: 'refused', status: 503, hexOwn: true }, false, 'hex'],
  [{ kind: 'refused', status: 500, hexOwn: true }, false, 'hex'],
])('%j (a start: %s) waits for %s', (failure, isStart, what) => {
  expect(waitingFor(failure, isStart)).toBe(what)
})

test('retries within half a minute if no kernel is free, and later only if Hex requests it', () => {
  const refused = (askedWaitMs?: number): Failure => ({
    kind: 'refused',
    status: 503,
    hexOwn: true,
    ...(askedWaitMs === undefined ? {} : { askedWaitMs }),
  })

  expect(kernelWaitMs(undefined, 0)).toBe(30_000)
  expect(kernelWaitMs(refused(), 1)).toBe(21_000)
  expect(kernelWaitMs(refused(10_000), 0)).toBe(30_000)
  expect(kernelWaitMs(refused(120_000), 0)).toBe(120_000)
  expect(kernelWaitMs(refused(120_000), 1)).toBe(121_500)
})

test.each([
  [{ trashed: true }, /^The project is in the trash\. Restore it in Hex\.$/],
  [{ archived: true }, /^The project is archived\. Unarchive it in Hex\.$/],
  [{ type: 'COMPONENT' }, /^This is a component, and only projects can run/],
  [{ lastPublishedAt: null }, /^The project has never been published, .*Publish it in Hex\.$/],
])('%j says why a project cannot run', (facts, words) => {
  expect(
    whyNotRunnable({ id: 'p', title: 'x', archived: false, trashed: false, ...facts }),
  ).toMatch(words)
})

test.each([{}, { type: 'PROJECT' }, { lastPublishedAt: '2026-01-01T00:00:00Z' }])(
  '%j does not prevent a project from running',
  (facts) => {
    expect(
      whyNotRunnable({ id: 'p', title: 'x', archived: false, trashed: false, ...facts }),
    ).toBeUndefined()
  },
)
