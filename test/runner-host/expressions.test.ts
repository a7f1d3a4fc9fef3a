import { expect, test } from 'vitest'
import { COMMON_FUNCTIONS, evaluateExpression } from './expressions.ts'

const scope = {
  functions: COMMON_FUNCTIONS,
  contexts: {
    steps: { list: { outputs: { data: '{"values": [{"id": "a"}, {"name": "b"}, {"id": "c"}]}' } } },
  },
}

test('reads JSON, and follows what it holds', () => {
  const expression = "fromJSON(steps.list.outputs.data).values[0].id == 'a'"
  expect(evaluateExpression(expression, scope)).toBe(true)
})

test('takes a property of every item with `.*`, leaving out items without it', () => {
  const expression = 'toJSON(fromJSON(steps.list.outputs.data).values.*.id)'
  expect(JSON.parse(String(evaluateExpression(expression, scope)))).toEqual(['a', 'c'])
})

test('takes the children of children with `.*.*`', () => {
  const expression = 'toJSON(fromJSON(steps.list.outputs.data).values.*.*)'
  expect(JSON.parse(String(evaluateExpression(expression, scope)))).toEqual(['a', 'b', 'c'])
})
