import { expect, test } from 'vitest'
import { readCancelInputs } from '../../src/inputs/cancel-inputs.ts'
import { InputError } from '../../src/inputs/problems.ts'

const token = `hxtw_${'a'.repeat(96)}`
const projectId = '019814d7-a5f1-7008-b413-872974a7a308'
const runId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

test('reads one project, with everything else as its default', () => {
  expect(read({ 'project-id': projectId })).toEqual({
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

test('reads projects in every form, a line each, and each once', () => {
  const lines = [
    projectId.toUpperCase(),
    '',
    '  030UbtEpvL5rit3JLHGzSS  ',
    'https://app.hex.tech/acme/app/Revenue-031RHLAHx3xkbAAJ7dwHE6/latest',
  ]
  expect(read({ 'project-id': lines.join('\r\n') }).projectIds).toEqual([
    projectId,
    '019a26ea-83df-7003-a89d-abc76d32842e',
  ])
})

test.each([
  ['RUNNING', ['RUNNING']],
  ['running,pending', ['PENDING', 'RUNNING']],
  ['PENDING\nPENDING', ['PENDING']],
])('reads the statuses %j', (statuses, expected) => {
  expect(read({ 'project-id': projectId, statuses }).choice.statuses).toEqual(expected)
})

test.each([
  [{ 'project-id': '' }, 'project-id', /missing/],
  [{ 'project-id': `${projectId}\nnonsense` }, 'project-id', /"nonsense" is not a project/],
  [{ 'project-id': `${projectId}\n${runId}`, 'run-id': runId }, 'project-id', /one project/],
  [
    { 'project-id': 'https://eu.hex.tech/a/hex/030UbtEpvL5rit3JLHGzSS' },
    'base-url',
    /eu\.hex\.tech/,
  ],
  [{ 'run-id': 'last' }, 'run-id', /not a run/],
  [{ 'run-id': runId, 'older-than': '1h' }, 'older-than', /leave it out/],
  [{ 'run-id': runId, trigger: 'ALL' }, 'trigger', /leave it out/],
  [{ 'run-id': runId, statuses: 'RUNNING' }, 'statuses', /leave it out/],
  [{ statuses: 'KILLED' }, 'statuses', /PENDING, RUNNING or both/],
  [{ trigger: 'MANUAL' }, 'trigger', /API, SCHEDULED, APP_REFRESH, ALL/],
  [{ 'older-than': '6' }, 'older-than', /no unit/],
  [{ wait: 'maybe' }, 'wait', /true nor false/],
] as const)('refuses %j at %s', (inputs, input, complaint) => {
  expect(problemsOf({ 'project-id': projectId, ...inputs })).toEqual([
    [input, expect.stringMatching(complaint)],
  ])
})

test('refuses more projects than Hex’s limits let it look at', () => {
  const ids = Array.from(
    { length: 101 },
    (_, index) => `019814d7-a5f1-7008-b413-${String(index).padStart(12, '0')}`,
  )
  expect(problemsOf({ 'project-id': ids.join('\n') })).toEqual([
    ['project-id', expect.stringContaining('at most 100')],
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
