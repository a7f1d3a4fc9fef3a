import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nestingOf, pairsIn } from '../../src/inputs/json-text.ts'

test.each([
  ['1', 0, 0],
  ['"a: {[b"', 0, 0],
  ['"\\""', 0, 0],
  ['"\\\\"', 0, 0],
  ['{}', 1, 0],
  ['[[], [[]]]', 3, 0],
  ['{"a": 1}', 1, 1],
  ['{"a": {"b": [1, {"c": 2}]}, "d": "x:y"}', 4, 4],
  ['{"a\\"": 1, "b\\\\": "]", "{": 2}', 1, 3],
  ['{"a": 1, "a": 2}', 1, 2],
])('%s is %d deep and has %d pairs', (json, nesting, pairs) => {
  expect(nestingOf(json)).toBe(nesting)
  expect(pairsIn(json)).toBe(pairs)
})

test('whatever a JSON text holds, its pairs and levels are those of its value', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
      const value: unknown = JSON.parse(json)
      const text = JSON.stringify(value, undefined, indent)

      expect(pairsIn(text)).toBe(keysIn(value))
      expect(nestingOf(text)).toBe(levelsOf(value))
    }),
  )
})

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce<number>((sum, child) => sum + keysIn(child), own)
}

function levelsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(levelsOf))
}
