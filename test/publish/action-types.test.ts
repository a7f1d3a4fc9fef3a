import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { manifests, root } from '../workflows/workflow-files.ts'

const scalar = {
  type: 'object',
  required: ['type'],
  additionalProperties: false,
  properties: { type: { enum: ['string', 'boolean', 'integer', 'float'] } },
}
const oneOf = {
  type: 'object',
  required: ['type', 'allowed-values'],
  additionalProperties: false,
  properties: {
    type: { const: 'enum' },
    'allowed-values': { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
  },
}
const list = {
  type: 'object',
  required: ['type', 'separator', 'list-item'],
  additionalProperties: false,
  properties: {
    type: { const: 'list' },
    separator: { type: 'string', minLength: 1 },
    'list-item': { anyOf: [scalar, oneOf] },
  },
}
const names = { type: 'object', additionalProperties: { anyOf: [scalar, oneOf, list] } }
/** The part of github-actions-typing's format that we use, from its README ("Available types"). */
const isTyping = new Ajv().compile({
  type: 'object',
  required: ['inputs', 'outputs'],
  additionalProperties: false,
  properties: { inputs: names, outputs: names },
})

interface Typed {
  readonly type: string
  readonly 'allowed-values'?: ReadonlyArray<string>
  readonly separator?: string
  readonly 'list-item'?: Typed
}
type Facts = Readonly<Record<string, { readonly default?: string; readonly description: string }>>

describe.each(manifests)('the types of %s', (path) => {
  const action = yaml(path) as { inputs: Facts; outputs: Facts }
  const types = yaml(join(dirname(path), 'action-types.yml')) as Record<
    'inputs' | 'outputs',
    Record<string, Typed>
  >

  test('are in the format of github-actions-typing', () => {
    expect(isTyping(types), JSON.stringify(isTyping.errors)).toBe(true)
  })

  test('cover all inputs and outputs, in the same order', () => {
    expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs))
    expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs))
  })

  test.each(Object.entries(action.inputs).filter(([, input]) => input.default !== undefined))(
    'allow the default of %s',
    (name, input) => {
      expect(isOf(input.default ?? '', types.inputs[name])).toBe(true)
    },
  )

  const enums = Object.entries({ ...types.inputs, ...types.outputs }).flatMap(
    ([name, { type, 'allowed-values': words = [] }]) => (type === 'enum' ? [{ name, words }] : []),
  )

  test.each(enums)('allow exactly the values that the description of $name names', (typed) => {
    const { name, words } = typed
    const description = (action.inputs[name] ?? action.outputs[name])?.description ?? ''
    // A description may also name values of another input.
    const elsewhere = enums.flatMap((each) => (each === typed ? [] : each.words))
    const named = [...description.matchAll(/`(\w+)`/g)].map(([, word = '']) => word)
    expect(named.filter((word) => !elsewhere.includes(word)).toSorted()).toEqual(words.toSorted())
  })
})

/** Is a text of the type? */
function isOf(text: string, typed: Typed | undefined): boolean {
  switch (typed?.type) {
    case 'boolean':
      return /^(true|false)$/.test(text)
    case 'integer':
      return /^\d+$/.test(text)
    case 'enum':
      return typed['allowed-values']?.includes(text) === true
    case 'list':
      return text
        .split(typed.separator ?? '')
        .every((item) => isOf(item.trim(), typed['list-item']))
    default:
      return typed?.type === 'string'
  }
}

function yaml(path: string): unknown {
  return parse(readFileSync(join(root, path), 'utf8'))
}
