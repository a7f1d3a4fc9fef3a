import { expect, test } from 'vitest'
import { suggestionFor, unknownKey } from '../../src/inputs/suggestion.ts'

const known = ['name', 'project-id', 'input-params', 'view-id', 'timeout', 'max-attempts', 'wait']

test.each([
  ['project_id', 'project-id'],
  ['projectId', 'project-id'],
  ['ProjectID', 'project-id'],
  ['project', 'project-id'],
  ['proejct-id', 'project-id'],
  ['params', 'input-params'],
  ['inputparam', 'input-params'],
  ['time-out', 'timeout'],
  ['timeuot', 'timeout'],
  ['tiemout', 'timeout'],
  ['nmae', 'name'],
  ['names', 'name'],
  ['attempts', 'max-attempts'],
  ['wiat', 'wait'],
  ['time', 'timeout'],
  ['max-atempt', 'max-attempts'],
])('%s was probably meant to be %s', (word, suggestion) => {
  expect(suggestionFor(word, known)).toBe(suggestion)
})

test.each([
  ...['', '-', 'id', 'schedule', 'emit', 'xxxx', '__proto__', 'x'.repeat(1_000_000)],
  // Short enough to be in many a word.
  ...['max', 'tim'],
  // Two letters away from a short one.
  ...['acme', 'enme', 'anem'],
])('suggests nothing for %.20s', (word) => {
  expect(suggestionFor(word, known)).toBeUndefined()
})

test('suggests the closest of several similar keys', () => {
  expect(suggestionFor('subjct', ['subset', 'subject'])).toBe('subject')
  expect(suggestionFor('subjct', ['subject', 'subset'])).toBe('subject')
})

test('shortens a long key', () => {
  expect(unknownKey('x'.repeat(70), ['name', 'wait'])).toBe(
    `'${'x'.repeat(59)}…' is not a known key. Known keys: name, wait.`,
  )
})

test('suggests nothing without known keys', () => {
  expect(suggestionFor('name', [])).toBeUndefined()
})
