import { expect, test } from 'vitest'
import { InputError } from '../../src/inputs/problems.ts'
import { readRequestInputs } from '../../src/inputs/request-inputs.ts'

const token = `hxtw_${'a'.repeat(96)}`

test('reads the smallest call, with everything else as its default', async () => {
  expect(await read({ path: '/v1/users/me' })).toEqual({
    token,
    baseUrl: 'https://app.hex.tech',
    method: 'GET',
    path: { pathname: '/v1/users/me', query: [] },
    paginate: false,
    maxPages: 100,
    retry: 'safe',
    mask: [],
    timeoutMs: 600_000,
  })
})

test.each<[string, unknown]>([
  ['status: null', { status: null }],
  ['{"status": null}', { status: null }],
  ['- status: ~', [{ status: null }]],
  ['  version: "007"\n  count: 7\n  on: yes', { version: '007', count: 7, on: 'yes' }],
  ['{}', {}],
])('reads the body %j with its types', async (body, expected) => {
  expect(await read({ method: 'PATCH', path: '/v1/projects/x', body })).toMatchObject({
    body: expected,
  })
})

test.each([
  ['status:', /'status' has no value/],
  ['list:\n  -', /no value/],
  ['{status}', /'status' has no value/],
  ['hello', /neither a mapping nor a list/],
  ['null', /neither a mapping nor a list/],
  ['password: 007', /'password'/],
  ['a: [', /not YAML/],
])('refuses the body %j', async (body, complaint) => {
  expect(await problemsOf({ method: 'POST', path: '/v1/groups', body })).toEqual([
    ['body', expect.stringMatching(complaint)],
  ])
})

test.each([
  [{ method: 'FETCH' }, 'method', /GET, POST, PATCH, PUT, DELETE/],
  [{ path: '' }, 'path', /missing/],
  [{ params: 'limit' }, 'params', /not a mapping/],
  [{ params: 'limit: null' }, 'params', /no value/],
  [{ body: 'name: x' }, 'body', /A GET has none/],
  [{ method: 'DELETE', body: 'name: x' }, 'body', /A DELETE has none/],
  [{ method: 'POST', paginate: 'true' }, 'paginate', /Only lists have pages/],
  [{ paginate: 'true', params: 'before: x' }, 'paginate', /leave 'before' out/],
  [{ 'max-pages': '0' }, 'max-pages', /1 to 1000/],
  [{ retry: 'sometimes' }, 'retry', /safe, always, never/],
  [{ mask: 'values..email' }, 'mask', /not a path/],
  [{ timeout: '10' }, 'timeout', /no unit/],
  [{ 'base-url': 'http://hex.example' }, 'base-url', /unencrypted/],
  [{ token: '' }, 'token', /empty/],
] as const)('refuses %j at %s', async (inputs, input, complaint) => {
  expect(await problemsOf({ path: '/v1/users', ...inputs })).toEqual([
    [input, expect.stringMatching(complaint)],
  ])
})

test('reads words in either case, and a mask of several lines', async () => {
  const inputs = { method: 'post', retry: 'Always', mask: ' a.b \n\n*.c\r\n', path: '/v1/groups' }
  expect(await read(inputs)).toMatchObject({
    method: 'POST',
    retry: 'always',
    mask: [
      ['a', 'b'],
      ['*', 'c'],
    ],
  })
})

function read(inputs: Readonly<Record<string, string>>) {
  return readRequestInputs((name) => ({ token, ...inputs })[name] ?? '')
}

async function problemsOf(inputs: Readonly<Record<string, string>>) {
  const error: unknown = await read(inputs).catch((thrown: unknown) => thrown)
  if (!(error instanceof InputError)) throw new Error('The inputs were accepted.')
  return error.problems.map(({ input, message }) => [input, message])
}
