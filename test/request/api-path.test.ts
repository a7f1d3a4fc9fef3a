import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseApiPath, pathText } from '../../src/inputs/api-path.ts'
import type { Json } from '../../src/inputs/structured.ts'

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
  ['/v1/users?userIds={ids}', { ids: 'x,y' }, '/v1/users?userIds=x%2Cy'],
  ['/v1/users', { groupId: '' }, '/v1/users?groupId='],
])('%s with %j becomes %s', (path, params, expected) => {
  const parsed = parseApiPath(path, params)
  expect(parsed.ok && pathText(parsed.value)).toBe(expected)
})

test('parameters of a further page take the place of those before', () => {
  const parsed = parseApiPath('/v1/users?limit=5&after=first', {})
  expect(parsed.ok && pathText(parsed.value, { after: 'second' })).toBe(
    '/v1/users?limit=5&after=second',
  )
})

test.each<[string, Params, RegExp]>([
  ['', {}, /missing/],
  ['users/me', {}, /begins with "\/v1\/"/],
  ['v1/users/me', {}, /write "\/v1\/users\/me"/],
  ['/api/v1/users/me', {}, /write "\/v1\/users\/me"/],
  ['https://app.hex.tech/api/v1/users/me', {}, /whole address.*'base-url'/],
  ['HTTP:evil', {}, /whole address/],
  ['//evil.example/v1/', {}, /whole address/],
  ['/v1', {}, /begins with "\/v1\/"/],
  ['/v1/', {}, /leave Hex's API/],
  ['/v1/./users', {}, /leave/],
  ['/v1/users/..', {}, /leave/],
  ['/v1/users/%2E%2e/admin', {}, /leave/],
  ['/v1/users/%252e%252e/admin', {}, /leave/],
  ['/v1/users/..%2fadmin', {}, /leave/],
  ['/v1/users/..%5cadmin', {}, /leave/],
  ['/v1/users/..;x=1/admin', {}, /leave/],
  ['/v1/users//me', {}, /leave/],
  ['/v1/users/%zz', {}, /not encoded as a path/],
  ['/v1/users/%0d%0ax', {}, /control characters/],
  ['/v1/users/me\r\nHost: evil', {}, /control characters/],
  ['/v1/users\\me', {}, /no path of Hex's API/],
  ['/v1/users#me', {}, /no path of Hex's API/],
  ['/v1/üsers', {}, /beyond ASCII/],
  ['/v1/projects/{projectId}', {}, /\{projectId\} has no value: name it in 'params'/],
  ['/v1/{a}/{b}', { a: 'x' }, /\{b\} has no value/],
  ['/v1/projects/{toString}', {}, /\{toString\} has no value/],
  ['/v1/projects/{projectId', { projectId: 'x' }, /brace/],
  ['/v1/projects/{id}', { id: '' }, /'id' in 'params' cannot fill/],
  ['/v1/projects/{id}', { id: ['a'] }, /'id' in 'params' cannot fill/],
  ['/v1/projects/{id}', { id: '..' }, /leave/],
  ['/v1/projects/{id}', { id: '../users' }, /leave/],
  ['/v1/projects/{id}', { id: 'x\ny' }, /control characters/],
  ['/v1/projects', { limit: { most: 1 } }, /'limit' in 'params' is neither a value nor a list/],
])('%j with %j is refused: %s', (path, params, complaint) => {
  const parsed = parseApiPath(path, params)
  expect(!parsed.ok && parsed.problem).toMatch(complaint)
})

test('whatever is written, a path that is accepted stays in the API as every URL parser reads it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '/',
      '%2e',
      '%2E',
      '%25',
      '%2f',
      '\\',
      '%5c',
      ';',
      '?',
      '#',
      '@',
      '{id}',
    ),
    fc.string({ maxLength: 4 }),
  )
  const path = fc.array(piece, { maxLength: 8 }).map((pieces) => `/v1/${pieces.join('')}`)
  fc.assert(
    fc.property(path, fc.string({ maxLength: 12 }), (text, id) => {
      const parsed = parseApiPath(text, { id })
      if (!parsed.ok) return
      const sent = `/api${pathText(parsed.value)}`
      const read = new URL(sent, 'https://app.hex.tech')
      expect(read.host).toBe('app.hex.tech')
      expect(read.pathname).toBe(`/api${parsed.value.pathname}`)
      let decoded = read.pathname
      for (let round = 0; round < 6; round += 1) {
        expect(decoded.split(/[/\\]/)).not.toContain('..')
        expect(decoded.startsWith('/api/v1/')).toBe(true)
        decoded = decodeURIComponent(decoded)
      }
    }),
    { numRuns: 5_000 },
  )
})
