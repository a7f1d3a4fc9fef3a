import { expect, test } from 'vitest'
import { InputError, named, quoted, refuse } from '../../src/inputs/problems.ts'
import { collectProblems } from '../../src/inputs/reader.ts'

test.each([
  ['a word', 'nope', 'nope'],
  ['sixty characters', 'x'.repeat(60), 'x'.repeat(60)],
  ['more than sixty characters', 'x'.repeat(61), `${'x'.repeat(59)}…`],
  ['a megabyte', 'x'.repeat(1_000_000), `${'x'.repeat(59)}…`],
  ['line breaks', 'a\r\nb\u2028c\u2029d\u0085e', 'a  b c d e'],
  ['an escape sequence', '\u001b[2Kx', ' [2Kx'],
])('quotes %s from a user in one short line', (_, text, shown) => {
  expect(quoted(text)).toBe(`"${shown}"`)
  expect(named(text)).toBe(`'${shown}'`)
})

test('passes on an unexpected error', () => {
  const broken = () => {
    throw new TypeError('a bug')
  }

  expect(() => collectProblems().take('wait', broken)).toThrow(new TypeError('a bug'))
})

test('collects problems and returns valid values', () => {
  const problems = collectProblems()

  expect(problems.take('timeout', () => 90)).toBe(90)
  expect(problems.take('wait', () => refuse('No.'))).toBeUndefined()
  problems.add('runs', 'Neither.')

  expect(problems.all).toEqual([
    { input: 'wait', message: 'No.' },
    { input: 'runs', message: 'Neither.' },
  ])
  expect(new InputError(problems.all)).toMatchObject({
    name: 'InputError',
    message: "'wait': No.\n'runs': Neither.",
    problems: problems.all,
  })
})
