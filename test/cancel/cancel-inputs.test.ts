import { expect, test } from 'vitest'
import { readCancelInputs } from '../../src/inputs/cancel-inputs.ts'
import { InputError } from '../../src/inputs/problems.ts'

const token = `hxtw_${'a'.repeat(96)}`
const projectId = '019814d7-a5f1-7008-b413-872974a7a308'
const runId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

test('reads one project with defaults for everything else', () => {
  expect(read({ 'project-id': projectId })).toStrictEqual({
    token,
    baseUrl: 'https://app.hex.tech',
    projectIds: [projectId],
    choice: { statuses: ['PENDING', 'RUNNING'], trigger: 'API' },
    dryRun: false,
    wait: true,
    timeoutMs: 300_000,
    summary: true,
  })
})

test('uses the defaults for blank inputs', () => {
  const names = ['run-id', 'statuses', 'trigger', 'older-than', 'dry-run', 'timeout', 'base-url']
  const blank = Object.fromEntries(names.map((name) => [name, ' \n ']))

  expect(read({ ...blank, 'project-id': projectId })).toStrictEqual(
    read({ 'project-id': projectId }),
  )
})

test('reads projects in any form, one per line, each once', () => {
  const lines = [
    projectId.toUpperCase(),
    '',
    '  ',
    '  030UbtEpvL5rit3JLHGzSS  ',
    'https://app.hex.tech/acme/app/Revenue-031RHLAHx3xkbAAJ7dwHE6/latest',
  ]
  expect(read({ 'project-id': lines.join('\r\n') }).projectIds).toEqual([
    projectId,
    '019a26ea-83df-7003-a89d-abc76d32842e',
  ])
})

test('the parsed inputs match the request and are frozen', () => {
  const inputs = read({
    token: ` ${token}\n`,
    'base-url': 'eu.hex.tech/api/v1',
    'project-id': projectId,
    statuses: ' running ',
    trigger: 'app_refresh',
    'older-than': '6h',
    'dry-run': 'True',
    wait: 'false',
    timeout: '90s',
    summary: 'false',
  })

  expect(inputs).toEqual({
    token,
    baseUrl: 'https://eu.hex.tech',
    projectIds: [projectId],
    choice: { statuses: ['RUNNING'], trigger: 'APP_REFRESH', olderThanMs: 21_600_000 },
    dryRun: true,
    wait: false,
    timeoutMs: 90_000,
    summary: false,
  })
  expect(Object.isFrozen(inputs)).toBe(true)
})

test('accepts a run by its ID or URL, with the defaults in either case', () => {
  const defaults = { statuses: 'pending, running', trigger: 'api' }

  for (const id of [runId, `https://app.hex.tech/acme/hex/${projectId}/run/${runId}`]) {
    expect(read({ 'project-id': projectId, 'run-id': id, ...defaults }).runId).toBe(runId)
  }
})

test.each([
  ['RUNNING', ['RUNNING']],
  ['running,pending', ['PENDING', 'RUNNING']],
  ['PENDING\nPENDING', ['PENDING']],
  [', PENDING ,\n', ['PENDING']],
])('reads the statuses %j', (statuses, expected) => {
  expect(read({ 'project-id': projectId, statuses }).choice.statuses).toEqual(expected)
})

test.each([
  [{ 'older-than': '1s' }, { choice: { olderThanMs: 1_000 } }],
  [{ 'older-than': '8760h' }, { choice: { olderThanMs: 31_536_000_000 } }],
  [{ timeout: '5s' }, { timeoutMs: 5_000 }],
  [{ timeout: '6h' }, { timeoutMs: 21_600_000 }],
])('%j is within its bounds', (inputs, expected) => {
  expect(read({ 'project-id': projectId, ...inputs })).toMatchObject(expected)
})

const oneRunAlone =
  "Cannot be combined with 'run-id', which specifies the run to cancel. Remove this input."

test.each([
  [
    { 'project-id': '' },
    'project-id',
    "Missing. Enter one or more project IDs, one per line. If you use an expression, such as a 'vars' variable, check that its value is not empty.",
  ],
  [
    { 'project-id': `${projectId}\nnonsense` },
    'project-id',
    '"nonsense" is not a project. Enter its ID (in Hex: project menu, "Copy project id"), or the URL of the project or app.',
  ],
  [
    { 'project-id': `${projectId}\n${runId}`, 'run-id': runId },
    'project-id',
    "With 'run-id', enter only the project that the run belongs to.",
  ],
  [
    { 'project-id': 'https://eu.hex.tech/a/hex/030UbtEpvL5rit3JLHGzSS' },
    'base-url',
    "The project's URL is on eu.hex.tech, but 'base-url' is set to app.hex.tech. Set 'base-url' to \"https://eu.hex.tech\".",
  ],
  [
    { 'run-id': 'last' },
    'run-id',
    `"last" is not a run ID. Use the 'run-id' output of the step that started the run.`,
  ],
  [{ 'run-id': runId, 'older-than': '1h' }, 'older-than', oneRunAlone],
  [{ 'run-id': runId, trigger: 'ALL' }, 'trigger', oneRunAlone],
  [{ 'run-id': runId, statuses: 'RUNNING' }, 'statuses', oneRunAlone],
  [
    { statuses: 'RUNNING KILLED' },
    'statuses',
    'Runs with the status "KILLED" cannot be cancelled. Use PENDING, RUNNING, or both.',
  ],
  [
    { trigger: 'MANUAL' },
    'trigger',
    '"MANUAL" is not a valid value. Use one of API, SCHEDULED, APP_REFRESH, ALL.',
  ],
  [
    { 'older-than': '6' },
    'older-than',
    '"6" has no unit. Use "6s" for seconds or "6m" for minutes.',
  ],
  [{ 'older-than': '0s' }, 'older-than', '"0s" is out of range. Use a duration from 1s to 8760h.'],
  [
    { 'older-than': '8761h' },
    'older-than',
    '"8761h" is out of range. Use a duration from 1s to 8760h.',
  ],
  [{ timeout: '4s' }, 'timeout', '"4s" is out of range. Use a duration from 5s to 6h.'],
  [{ timeout: '7h' }, 'timeout', '"7h" is out of range. Use a duration from 5s to 6h.'],
  [{ wait: 'maybe' }, 'wait', '"maybe" is not a boolean. Use true or false.'],
  [{ 'dry-run': '1' }, 'dry-run', '"1" is not a boolean. Use true or false.'],
  [{ summary: 'off' }, 'summary', '"off" is not a boolean. Use true or false.'],
  [
    { 'base-url': 'ftp://x' },
    'base-url',
    'Must start with https, for example "https://app.hex.tech".',
  ],
  [{ token: 'a b' }, 'token', expect.stringMatching(/^The token contains spaces/)],
] as const)('rejects %j and names the input %s', (inputs, input, problem) => {
  expect(problemsOf({ 'project-id': projectId, ...inputs })).toEqual([[input, problem]])
})

test("rejects more projects than Hex's limits allow", () => {
  const ids = Array.from(
    { length: 101 },
    (_, index) => `019814d7-a5f1-7008-b413-${String(index).padStart(12, '0')}`,
  )

  expect(read({ 'project-id': ids.slice(1).join('\n') }).projectIds).toHaveLength(100)
  expect(problemsOf({ 'project-id': ids.join('\n') })).toEqual([
    ['project-id', 'Lists 101 projects. The limit is 100.'],
  ])
})

function read(inputs: Readonly<Record<string, string>>) {
  return readCancelInputs((name) => ({ token, ...inputs })[name] ?? '')
}

function problemsOf(inputs: Readonly<Record<string, string>>) {
  try {
    read(inputs)
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ input, message }) => [input, message])
    throw error
  }
  throw new Error('The inputs were accepted.')
}
