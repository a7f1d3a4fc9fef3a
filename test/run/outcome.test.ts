import { expect, test } from 'vitest'
import {
  type Conclusion,
  isGreen,
  isSettled,
  type Outcome,
  type Reason,
  type Stop,
} from '../../src/run/outcome.ts'

function outcomeOf(reason: Reason, stop?: Stop): Outcome {
  const facts = { projectId: 'p', attempt: 1, adopted: false, tookMs: 1 }
  return { ...facts, conclusion: 'failure', reason, ...(stop === undefined ? {} : { stop }) }
}

test.each<readonly [Conclusion, boolean]>([
  ['success', true],
  ['detached', true],
  ['dry_run', true],
  ['failure', false],
  ['cancelled', false],
  ['timed_out', false],
])('%s is green: %s', (conclusion, green) => {
  expect(isGreen(conclusion)).toBe(green)
})

test('nothing of ours goes on after an end, after a stop that was seen, and after one that was not wanted', () => {
  expect(isSettled(outcomeOf('errored'))).toBe(true)
  expect(isSettled(outcomeOf('timed_out', { kind: 'ended' }))).toBe(true)
  expect(isSettled(outcomeOf('timed_out', { kind: 'left' }))).toBe(true)
})

test('something may go on after a stop that was not seen, and after a start that was lost', () => {
  expect(isSettled(outcomeOf('timed_out', { kind: 'accepted' }))).toBe(false)
  const trouble = { text: 'No.' }
  expect(isSettled(outcomeOf('timed_out', { kind: 'failed', trouble }))).toBe(false)
  expect(isSettled(outcomeOf('start_unknown'))).toBe(false)
})
