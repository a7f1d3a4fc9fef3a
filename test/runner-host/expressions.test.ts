import { expect, test } from 'vitest'
import { COMMON_FUNCTIONS, evaluateExpression } from './expressions.ts'

const scope = {
  functions: COMMON_FUNCTIONS,
  contexts: {
    steps: { list: { outputs: { data: '{"values": [{"id": "a"}, {"name": "b"}, {"id": "c"}]}' } } },
  },
}

test('reads a property of parsed JSON', () => {
  const expression = "fromJSON(steps.list.outputs.data).values[0].id == 'a'"
  expect(evaluateExpression(expression, scope)).toBe(true)
})

test('`.*` reads a property of every item that has it', () => {
  const expression = 'toJSON(fromJSON(steps.list.outputs.data).values.*.id)'
  expect(JSON.parse(String(evaluateExpression(expression, scope)))).toEqual(['a', 'c'])
})

test('`.*.*` reads the children of children', () => {
  const expression = 'toJSON(fromJSON(steps.list.outputs.data).values.*.*)'
  expect(JSON.parse(String(evaluateExpression(expression, scope)))).toEqual(['a', 'b', 'c'])
})
