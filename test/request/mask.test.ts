import { expect, test } from 'vitest'
import {
  logMasks,
  matchesAny,
  secretsAt,
  secretsInBody,
  withoutSecrets,
} from '../../src/request/mask.ts'

const answer = {
  values: [
    { email: 'mei@example.com', roles: ['ADMIN'], pin: 12345, active: true, note: null },
    { email: 'jonas@example.com', roles: [] },
  ],
}

test('finds values at a path through lists and mappings', () => {
  expect(secretsAt(answer, [['values', '*', 'email']])).toEqual([
    'mei@example.com',
    'jonas@example.com',
  ])
  expect(secretsAt(answer, [['values', '0', 'pin']])).toEqual(['12345'])
  expect(secretsAt(answer, [['values', '0']])).toEqual(['mei@example.com', 'ADMIN', '12345'])
  expect(secretsAt(answer, [['elsewhere', '*']])).toEqual([])
})

test('reports a path that matches nothing', () => {
  expect(matchesAny(answer, ['values', '*', 'roles', '*'])).toBe(true)
  expect(matchesAny(answer, ['values', '*', 'mail'])).toBe(false)
})

test('masks the values at the path and their repetitions, and nothing else', () => {
  const hidden = withoutSecrets(
    { ...answer, message: 'Told mei@example.com.', count: 2 },
    [
      ['values', '*', 'email'],
      ['values', '*', 'active'],
      ['values', '*', 'note'],
    ],
    ['mei@example.com', 'jonas@example.com', 'ab'],
  )
  expect(hidden).toEqual({
    values: [
      { email: '***', roles: ['ADMIN'], pin: 12345, active: '***', note: null },
      { email: '***', roles: [] },
    ],
    message: 'Told ***.',
    count: 2,
  })
})

test.each([
  { postgres: { password: 'hidden' } },
  { athena: { secretAccessKey: 'hidden', accessKeyId: 'shown' } },
  { bigquery: { serviceAccountJsonConfig: 'hidden', projectId: 'shown' } },
  { databricks: { accessToken: 'hidden', jdbcUrl: 'shown' } },
  { snowflake: { privateKey: 'hidden', passphrase: 'hidden', role: null } },
  { custom: { API_KEY: 'hidden', credentials: { user: 'hidden', list: ['hidden'] } } },
])('masks values in a body whose keys are secret: %j', (connectionDetails) => {
  const body = { name: 'shown', connectionDetails }
  expect(new Set(secretsInBody(body, []))).toEqual(new Set(['hidden']))
})

test('masks further values of a body that a path selects', () => {
  const body = { connectionDetails: { databricks: { jdbcUrl: 'jdbc://user:pw@host' } } }
  const path = ['connectionDetails', 'databricks', 'jdbcUrl']
  expect(secretsInBody(body, [path])).toEqual(['jdbc://user:pw@host'])
})

test('masks a long secret line by line, except for lines that reveal nothing', () => {
  const key = '{\n  "type": "x",\n  "private_key": "MIIEvQIBADANBg"\n}\n'
  expect(logMasks([key, 'short', 'abc', 'short'])).toEqual([
    '"type": "x",',
    '"private_key": "MIIEvQIBADANBg"',
    'short',
  ])
})

test('masks the longer of two secrets that start the same', () => {
  const secrets = ['pass', 'password-1', 'word-1']
  expect(withoutSecrets({ a: 'my password-1, pass, sword-1, pas' }, [], secrets)).toEqual({
    a: 'my ***, ***, s***, pas',
  })
})

test('masks secrets that are together too long for a regular expression', () => {
  const secrets = [`${'a'.repeat(80_000)}.1`, `${'b'.repeat(80_000)}*2`]

  expect(
    withoutSecrets({ text: `0 ${secrets[1]} ${secrets[0]}${secrets[1]}` }, [], secrets),
  ).toEqual({ text: '0 *** ******' })
})
