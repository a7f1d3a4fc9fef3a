import { expect, test } from 'vitest'
import { parseBoolean, parseDuration, parseInteger } from '../../src/inputs/scalars.ts'
import { outcomeOf } from './outcome.ts'

const bounds = { minMs: 5_000, maxMs: 120 * 3_600_000 }

test.each([
  ['5s', 5_000],
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['1h30m', 5_400_000],
  ['1h 30m', 5_400_000],
  ['1h30m5s', 5_405_000],
  ['2h5s', 7_205_000],
  ['10M', 600_000],
  ['120h', 432_000_000],
])('%s is a duration', (text, ms) => {
  expect(outcomeOf(() => parseDuration(text, bounds))).toEqual({ ok: true, value: ms })
})

test('rejects a number without a unit and suggests both readings', () => {
  expect(problemOf(outcomeOf(() => parseDuration('90', bounds)))).toBe(
    '"90" has no unit. Use "90s" for seconds or "90m" for minutes.',
  )
})

test.each(['', '1.5', '1.5h', '-5m', '5 minutes', '1h90', '30m1h', 'h', '1d', '1h30m5s1', '0x5s'])(
  '%j is not a duration, and the message shows an example',
  (text) => {
    expect(problemOf(outcomeOf(() => parseDuration(text, bounds)))).toBe(
      `"${text}" is not a duration. Use a value such as "90s", "30m", or "1h30m".`,
    )
  },
)

test.each([
  ['4s', bounds, 'from 5s to 120h'],
  ['120h1s', bounds, 'from 5s to 120h'],
  ['0s', { minMs: 1_000, maxMs: 600_000 }, 'from 1s to 10m'],
  ['11m', { minMs: 90_000, maxMs: 600_000 }, 'from 90s to 10m'],
])('%s is out of range, and the message names the bounds', (text, limits, words) => {
  expect(problemOf(outcomeOf(() => parseDuration(text, limits)))).toBe(
    `"${text}" is out of range. Use a duration ${words}.`,
  )
})

test('accepts the bounds themselves', () => {
  expect(outcomeOf(() => parseDuration('10s', { minMs: 10_000, maxMs: 10_000 }))).toEqual({
    ok: true,
    value: 10_000,
  })
})

test.each([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
])('%j is a boolean', (text, value) => {
  expect(outcomeOf(() => parseBoolean(text))).toEqual({ ok: true, value })
})

test.each(['yes', 'no', '1', '0', 'on', '', 'truee'])('%j is not a boolean', (text) => {
  expect(problemOf(outcomeOf(() => parseBoolean(text)))).toBe(
    `"${text}" is not a boolean. Use true or false.`,
  )
})

test.each([
  ['1', 1],
  ['10', 10],
  ['007', 7],
])('%j is a whole number', (text, value) => {
  expect(outcomeOf(() => parseInteger(text, 1, 10))).toEqual({ ok: true, value })
})

test.each(['0', '11', '-1', '1.0', '1e1', '0x1', '', 'two', '9'.repeat(40)])(
  '%j is not a whole number from 1 to 10',
  (text) => {
    expect(problemOf(outcomeOf(() => parseInteger(text, 1, 10)))).toMatch(
      / is not a valid number. Use a whole number from 1 to 10\.$/,
    )
  },
)

function problemOf(outcome: ReturnType<typeof outcomeOf>): string {
  return outcome.ok ? `accepted as ${String(outcome.value)}` : outcome.problem
}
