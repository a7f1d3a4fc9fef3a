import { expect, test } from 'vitest'
import { parseApiPath, pathText } from '../../src/inputs/api-path.ts'
import type { Json } from '../../src/json.ts'
import { outcomeOf } from '../inputs/outcome.ts'

type Params = Readonly<Record<string, Json>>

test.each<[string, Params, string]>([
  ['/v1/users/me', {}, '/v1/users/me'],
  ['/v1/projects/{projectId}', { projectId: 'a b/c?d#é' }, '/v1/projects/a%20b%2Fc%3Fd%23%C3%A9'],
  ['/v1/projects/{id}/runs/{id}', { id: 7 }, '/v1/projects/7/runs/7'],
  [
    '/v1/projects',
    { limit: 100, includeArchived: true },
    '/v1/projects?limit=100&includeArchived=true',
  ],
  ['/v1/projects?limit=5', { after: 'a=b&c' }, '/v1/projects?limit=5&after=a%3Db%26c'],
  [
    '/v1/projects',
    { statuses: ['In review', 'Done'] },
    '/v1/projects?statuses=In%20review&statuses=Done',
  ],
  ['/v1/users?name=who?', {}, '/v1/users?name=who%3F'],
  ['/v1/users?userIds={ids}', { ids: 'x,y' }, '/v1/users?userIds=x%2Cy'],
  ['/v1/users', { groupId: '' }, '/v1/users?groupId='],
])('%s with %j becomes %s', (path, params, expected) => {
  const parsed = outcomeOf(() => parseApiPath(path, params))
  expect(parsed.ok && pathText(parsed.value)).toBe(expected)
})

test("the next page's parameters replace the previous ones", () => {
  const parsed = outcomeOf(() => parseApiPath('/v1/users?limit=5&after=first', {}))
  expect(parsed.ok && pathText(parsed.value, { after: 'second' })).toBe(
    '/v1/users?limit=5&after=second',
  )
})

test('a path can repeat a parameter, and a list repeats its key', () => {
  const parsed = outcomeOf(() =>
    parseApiPath('/v1/users/{id}?groupId=a&groupId={group}&', {
      group: 'b c',
      id: true,
      sortBy: ['NAME', 'EMAIL'],
    }),
  )

  expect(parsed).toEqual({
    ok: true,
    value: {
      pathname: '/v1/users/true',
      query: [
        ['groupId', 'a'],
        ['groupId', 'b c'],
        ['sortBy', 'NAME'],
        ['sortBy', 'EMAIL'],
      ],
    },
  })
})

test('encodes names in the query like values', () => {
  const parsed = outcomeOf(() => parseApiPath('/v1/users', { 'a&b': 'c' }))

  expect(parsed.ok && pathText(parsed.value, { 'd=e': 'f g' })).toBe(
    '/v1/users?a%26b=c&d%3De=f%20g',
  )
})

const example = 'Missing. Enter a path, for example "/v1/users/me".'
const whole = `is a full URL. Enter only the path, such as "/v1/users/me", and set the host with 'base-url'.`
const notOurs = 'is not a Hex API path. Hex API paths start with "/v1/".'
const leaves = `points outside the Hex API. Paths cannot contain "..", ".", or empty segments, encoded or not.`
const unwritable = `contains spaces, control characters, or non-ASCII characters. Put the value in 'params' and use {name} in the path.`
const unknownCharacter = `contains a character that is not allowed in Hex API paths. Put the value in 'params' and use {name} in the path.`
const undecodable = `has invalid percent-encoding. Put the value in 'params' and use {name} in the path.`
const unfit = "'id' in 'params' fills a placeholder, so it must be non-empty text or a number."

test.each<[string, Params, string]>([
  ['', {}, example],
  ['users/me', {}, `"users/me" ${notOurs}`],
  ['/v1', {}, `"/v1" ${notOurs}`],
  ['/v2/api/v1/users', {}, `"/v2/api/v1/users" ${notOurs}`],
  ['x/v1/users', {}, `"x/v1/users" ${notOurs}`],
  ['v1/users/me', {}, '"v1/users/me" must start with "/v1/". Use "/v1/users/me".'],
  ['api/v1/users/me', {}, '"api/v1/users/me" must start with "/v1/". Use "/v1/users/me".'],
  ['/api/v1/users/me', {}, '"/api/v1/users/me" must start with "/v1/". Use "/v1/users/me".'],
  ['https://app.hex.tech/api/v1/users/me', {}, `"https://app.hex.tech/api/v1/users/me" ${whole}`],
  ['HTTP:evil', {}, `"HTTP:evil" ${whole}`],
  ['//evil.example/v1/', {}, `"//evil.example/v1/" ${whole}`],
  ['/v1/', {}, `"/v1/" ${leaves}`],
  ['/v1/./users', {}, `"/v1/./users" ${leaves}`],
  ['/v1/users/', {}, `"/v1/users/" ${leaves}`],
  ['/v1/users/..', {}, `"/v1/users/.." ${leaves}`],
  ['/v1/users/%2E%2e/admin', {}, `"/v1/users/%2E%2e/admin" ${leaves}`],
  ['/v1/users/%252e%252e/admin', {}, `"/v1/users/%252e%252e/admin" ${leaves}`],
  ['/v1/users/..%2fadmin', {}, `"/v1/users/..%2fadmin" ${leaves}`],
  ['/v1/users/..%5cadmin', {}, `"/v1/users/..%5cadmin" ${leaves}`],
  ['/v1/users/..;x=1/admin', {}, `"/v1/users/..;x=1/admin" ${leaves}`],
  ['/v1/users/;x=1', {}, `"/v1/users/;x=1" ${leaves}`],
  ['/v1/users//me', {}, `"/v1/users//me" ${leaves}`],
  ['/v1/users/%zz', {}, `"/v1/users/%zz" ${undecodable}`],
  ['/v1/users/%25zz', {}, `"/v1/users/%25zz" ${undecodable}`],
  ['/v1/users/%0d%0ax', {}, '"/v1/users/%0d%0ax" contains control characters. Remove them.'],
  ['/v1/users/%E2%80%A8', {}, '"/v1/users/%E2%80%A8" contains control characters. Remove them.'],
  ['/v1/users/%25252525252e', {}, `"/v1/users/%25252525252e" ${leaves}`],
  // Nobody encodes a letter five times over.
  ['/v1/users/%2525252561', {}, `"/v1/users/%2525252561" ${leaves}`],
  ['/v1/users/me\r\nHost: evil', {}, `"/v1/users/me  Host: evil" ${unwritable}`],
  ['/v1/users/a b', {}, `"/v1/users/a b" ${unwritable}`],
  ['/v1/üsers', {}, `"/v1/üsers" ${unwritable}`],
  ['/v1/users\\me', {}, `"/v1/users\\me" ${unknownCharacter}`],
  ['/v1/users#me', {}, `"/v1/users#me" ${unknownCharacter}`],
  ['/v1/projects/{projectId}', {}, "'{projectId}' has no value. Add the value to 'params'."],
  ['/v1/{a}/{b}', { a: 'x' }, "'{b}' has no value. Add the value to 'params'."],
  ['/v1/{a}/{b}/{a}?c={c}', {}, "'{a}', '{b}', '{c}' have no value. Add the values to 'params'."],
  ['/v1/projects/{toString}', {}, "'{toString}' has no value. Add the value to 'params'."],
  [
    '/v1/{a}/{b}/{c}/{d}/{e}/{f}',
    {},
    "'{a}', '{b}', '{c}', '{d}', '{e}' have no value. Add the values to 'params'.",
  ],
  [`/v1/{${'x'.repeat(70)}}`, {}, `'{${'x'.repeat(58)}…' has no value. Add the value to 'params'.`],
  [
    '/v1/projects/{projectId',
    { projectId: 'x' },
    '"/v1/projects/{projectId" has an unmatched brace.',
  ],
  ['/v1/projects/id}', {}, '"/v1/projects/id}" has an unmatched brace.'],
  ['/v1/users?id={id', {}, '"/v1/users?id={id" has an unmatched brace.'],
  ['/v1/projects/{id}', { id: '' }, unfit],
  ['/v1/projects/{id}/{b}', { id: ['a'], b: '' }, unfit],
  ['/v1/users?id={id}', { id: {} }, unfit],
  ['/v1/users?id={id}', { id: { toString: 1 } }, unfit],
  [
    '/v1/users/{id}',
    { id: '\ud800' },
    "'id' in 'params' contains an invalid character. Remove it.",
  ],
  [
    '/v1/users',
    { ids: ['a', '\udfff'] },
    "'ids' in 'params' contains an invalid character. Remove it.",
  ],
  ['/v1/users', { '\ud800': 1 }, "'\ufffd' in 'params' contains an invalid character. Remove it."],
  ['/v1/projects/{id}', { id: '..' }, `"/v1/projects/.." ${leaves}`],
  ['/v1/projects/{id}', { id: '../users' }, `"/v1/projects/..%2Fusers" ${leaves}`],
  [
    '/v1/projects/{id}',
    { id: 'x\ny' },
    '"/v1/projects/x%0Ay" contains control characters. Remove them.',
  ],
  [
    '/v1/projects',
    { 'a\n::error::b': { most: 1 } },
    "'a ::error::b' in 'params' must be a single value or a list of values.",
  ],
  [
    '/v1/projects',
    { limit: { most: 1 } },
    "'limit' in 'params' must be a single value or a list of values.",
  ],
  [
    '/v1/projects',
    { limit: [1, [2]] },
    "'limit' in 'params' must be a single value or a list of values.",
  ],
])('rejects %j with %j: %s', (path, params, problem) => {
  expect(outcomeOf(() => parseApiPath(path, params))).toEqual({ ok: false, problem })
})

test.each([
  "/v1/users/a-b_c.d~e!$&'()*+,;=:@f",
  '/v1/users/a%2Fb',
  '/v1/users/%25252561',
  '/v1/users/...',
  '/v1/users/a;b',
  '/v1/users/.a',
])('accepts %s as a path', (path) => {
  expect(outcomeOf(() => parseApiPath(path, {}))).toEqual({
    ok: true,
    value: { pathname: path, query: [] },
  })
})
