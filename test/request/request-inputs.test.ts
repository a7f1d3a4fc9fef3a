import { expect, test } from 'vitest'
import { InputError } from '../../src/inputs/problems.ts'
import { readRequestInputs } from '../../src/inputs/request-inputs.ts'

const token = `hxtw_${'a'.repeat(96)}`

test('reads a minimal request with defaults for everything else', async () => {
  expect(await read({ path: '/v1/users/me' })).toStrictEqual({
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

test('the parsed inputs match the request and are frozen', async () => {
  const inputs = await read({
    token: ` ${token}\n`,
    'base-url': 'eu.hex.tech',
    path: '/v1/users',
    params: '  limit: 5\n  groupId: g',
    paginate: 'True',
    'max-pages': '1000',
    retry: 'never',
    'save-to': ' users.json ',
    timeout: '90s',
  })

  expect(inputs).toEqual({
    token,
    baseUrl: 'https://eu.hex.tech',
    method: 'GET',
    path: {
      pathname: '/v1/users',
      query: [
        ['limit', '5'],
        ['groupId', 'g'],
      ],
    },
    paginate: true,
    maxPages: 1_000,
    retry: 'never',
    saveTo: 'users.json',
    mask: [],
    timeoutMs: 90_000,
  })
  expect(Object.isFrozen(inputs)).toBe(true)
})

test.each(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])('accepts the method %s', async (method) => {
  expect(await read({ method, path: '/v1/users' })).toMatchObject({ method })
})

test.each([
  ['blank', ' \n '],
  ['empty', ''],
])('treats a body and params that are %s as not set', async (_, text) => {
  const inputs = await read({ method: 'POST', path: '/v1/groups', body: text, params: text })

  expect(inputs).not.toHaveProperty('body')
  expect(inputs.path.query).toEqual([])
})

const noValue =
  'has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.'
const noBody = 'Must be a mapping or a list. Enter one "name: value" pair per line, or JSON.'

test.each([
  ['status:', `'status' ${noValue}`],
  ['list:\n  -', `'list.0' ${noValue}`],
  ['{status}', `'status' ${noValue}`],
  ['? [a]', 'The value is not valid YAML (line 1, column 3). Keys must be text.'],
  ['hello', noBody],
  ['7', noBody],
  ['null', noBody],
  [
    'password: 007',
    '\'password\' can be read as a number or as text. Write 7 for the number or "007" for the text.',
  ],
  [
    'a: [',
    'The value is not valid YAML (line 1, column 5). Check the indentation, and put values that contain ": " in quotes.',
  ],
])('refuses the body %j', async (body, problem) => {
  expect(await problemsOf({ method: 'POST', path: '/v1/groups', body })).toEqual([
    ['body', problem],
  ])
})

const noMapping = 'Must be a mapping. Enter one "name: value" pair per line, or a JSON object.'

test.each([
  [
    { method: 'FETCH' },
    'method',
    '"FETCH" is not a valid value. Use one of GET, POST, PATCH, PUT, DELETE.',
  ],
  [{ path: '' }, 'path', 'Missing. Enter a path, for example "/v1/users/me".'],
  [{ params: 'limit' }, 'params', noMapping],
  [{ params: '[limit]' }, 'params', noMapping],
  [{ params: 'limit: null' }, 'params', `'limit' ${noValue}`],
  [
    { body: 'name: x' },
    'body',
    "A GET request cannot have a body. Set 'method' to a method that accepts a body, such as POST, or move the values to 'params'.",
  ],
  [
    { method: 'DELETE', body: 'name: x' },
    'body',
    "A DELETE request cannot have a body. Set 'method' to a method that accepts a body, such as POST, or move the values to 'params'.",
  ],
  [
    { method: 'POST', paginate: 'true' },
    'paginate',
    'Works only with GET requests. Remove this input.',
  ],
  [
    { paginate: 'true', params: 'before: x' },
    'paginate',
    "Only forward paging is supported. Remove 'before'.",
  ],
  [{ paginate: 'on' }, 'paginate', '"on" is not a boolean. Use true or false.'],
  [
    { 'max-pages': '0' },
    'max-pages',
    '"0" is not a valid number. Use a whole number from 1 to 1000.',
  ],
  [
    { 'max-pages': '1001' },
    'max-pages',
    '"1001" is not a valid number. Use a whole number from 1 to 1000.',
  ],
  [
    { retry: 'sometimes' },
    'retry',
    '"sometimes" is not a valid value. Use one of safe, always, never.',
  ],
  [
    { mask: 'a\nvalues..email' },
    'mask',
    '"values..email" is not a valid path. Separate keys with dots, for example "values.*.email".',
  ],
  [
    { mask: 'values. email' },
    'mask',
    '"values. email" is not a valid path. Separate keys with dots, for example "values.*.email".',
  ],
  [
    { mask: '.' },
    'mask',
    '"." is not a valid path. Separate keys with dots, for example "values.*.email".',
  ],
  [{ timeout: '10' }, 'timeout', '"10" has no unit. Use "10s" for seconds or "10m" for minutes.'],
  [{ timeout: '4s' }, 'timeout', '"4s" is out of range. Use a duration from 5s to 6h.'],
  [{ timeout: '7h' }, 'timeout', '"7h" is out of range. Use a duration from 5s to 6h.'],
  [
    { 'base-url': 'http://hex.example' },
    'base-url',
    'With this URL, the token would be sent unencrypted. Use "https://hex.example".',
  ],
  [{ token: '' }, 'token', expect.stringMatching(/^The token is empty\. Check that the input/)],
] as const)('rejects %j and names the input %s', async (inputs, input, problem) => {
  expect(await problemsOf({ path: '/v1/users', ...inputs })).toEqual([[input, problem]])
})

test('a paged list can have a parameter with a name like before', async () => {
  const inputs = await read({ path: '/v1/users', paginate: 'true', params: 'beforeDate: x' })

  expect(inputs.paginate).toBe(true)
})

test('reports no problem with the path while its params are invalid', async () => {
  expect(await problemsOf({ path: '/v1/projects/{id}', params: 'id: [' })).toEqual([
    ['params', expect.stringMatching(/^The value is not valid YAML/)],
  ])
})

test('reports an invalid project in the params together with a problem with the path', async () => {
  const inputs = { path: '/v1/projects/{projectId}/{other}', params: 'projectId: Weekly revenue' }

  expect(await problemsOf(inputs)).toEqual([
    ['params', expect.stringMatching(/^'projectId': "Weekly revenue" is not a project/)],
    ['path', "'{other}' has no value. Add the value to 'params'."],
  ])
})

test('checks nothing else if the path is invalid', async () => {
  expect((await problemsOf({ path: 'users', paginate: 'true' })).map(([input]) => input)).toEqual([
    'path',
  ])
})

test('checks nothing else if the method is invalid', async () => {
  const inputs = { path: '/v1/groups', method: 'FETCH', body: 'a: 1', paginate: 'true' }

  expect((await problemsOf(inputs)).map(([input]) => input)).toEqual(['method'])
})

test('reads words in either case and a mask of several lines', async () => {
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
