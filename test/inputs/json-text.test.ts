import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasRawLineBreak, shapeOf } from '../../src/inputs/json-text.ts'

test.each<[string, number, ReadonlyArray<string>]>([
  ['1', 0, []],
  ['"a: {[b"', 0, []],
  ['"\\""', 0, []],
  ['"\\\\"', 0, []],
  ['{}', 1, []],
  ['[[], [[]]]', 3, []],
  ['{"a": {"b": [1, {"c": 2}]}, "d": "x:y", "c": "c"}', 4, []],
  ['{"a\\"": 1, "b\\\\": "]", "{": 2, "b": 3}', 1, []],
  ['{"a": 1, "\\u0061" : 2, "b": {"a": 3}, "a": 4}', 2, ['a']],
  ['[{"a": 1}, {"a": 1, "b": {"c": 1, "c": 1}, "b": 1}]', 3, ['c', 'b']],
])('%s is %d deep and repeats %j', (json, depth, repeated) => {
  expect(shapeOf(json)).toEqual({ depth, repeated })
})

test('whatever a JSON text holds, its levels are those of its value, and no name is repeated', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
      const value: unknown = JSON.parse(json)
      const text = JSON.stringify(value, undefined, indent)

      expect(shapeOf(text)).toEqual({ depth: levelsOf(value), repeated: [] })
    }),
  )
})

test.each([
  ['{"a": "b\nc"}', true],
  ['{"a": "b\r\nc", "d": 1}', true],
  ['{"a": "b\nc",}', true],
  ['["\n---\n"]', true],
  ['{"a\n": 1}', true],
  ['{"a":\n "b"}', false],
  ['{"a": "b\\nc"}', false],
  ['{"a": "b\tc"}', false],
  ["{a: 'b\nc'}", false],
  ['{"a": "b\nc}', false],
])('%j has a raw line break in a string: %s', (text, has) => {
  expect(hasRawLineBreak(text)).toBe(has)
})

function levelsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(levelsOf))
}
