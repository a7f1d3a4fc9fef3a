import { expect, test } from 'vitest'
import type { OneRun } from '../../src/inputs/one-run.ts'
import { InputError, type Problem } from '../../src/inputs/problems.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'

const projectId = '019814d7-a5f1-7008-b413-872974a7a308'
const runId = '019a26ea-83df-7003-a89d-abc76d32842e'
/** What no input about reports means. */
const noReports = {
  prComment: false,
  reportKey: '',
  charts: [],
  chartsKeepDays: 90,
  gitHubToken: '',
  matrixLeg: '',
}
const least = { token: 'hxtw_1', 'project-id': projectId }

test('with a token and a project, everything else has its default', async () => {
  expect(await read(least)).toStrictEqual({
    token: 'hxtw_1',
    baseUrl: 'https://app.hex.tech',
    projectId,
    start: { kind: 'new', settings: {} },
    wait: true,
    timeoutMs: 3_600_000,
    cancelOnTimeout: true,
    maxAttempts: 1,
    cancelActive: false,
    maxParallel: 10,
    failFast: false,
    summary: true,
    reports: noReports,
  })
})

test('uses the defaults for blank inputs', async () => {
  const blank = ['base-url', 'timeout', 'wait', 'summary', 'max-attempts', 'dry-run', 'view-id']
  const inputs = Object.fromEntries(blank.map((name) => [name, ' \n ']))

  expect(await read({ ...inputs, ...least, 'input-params': '  ', notifications: '\n' })).toEqual(
    await read(least),
  )
})

test('ignores spaces around a value', async () => {
  const inputs = { ...least, wait: 'false', timeout: '10m', 'max-attempts': '3', 'run-id': runId }
  const spaced = Object.fromEntries(Object.entries(inputs).map(([name, it]) => [name, ` ${it}\n`]))

  await expect(read(spaced)).rejects.toThrow("'wait': With 'run-id'")
  const { 'run-id': _, ...started } = spaced
  expect(await read(started)).toMatchObject({ wait: false, timeoutMs: 600_000, maxAttempts: 3 })
})

test('accepts skip-if-newer-than for a run that updates the published results', async () => {
  const inputs = { 'update-published-results': 'true', 'skip-if-newer-than': '2h' }

  expect(await read({ ...least, ...inputs })).toMatchObject({ skipIfNewerThanMs: 7_200_000 })
  await expect(read({ ...least, ...inputs, 'update-published-results': 'maybe' })).rejects.toThrow(
    /^'update-published-results': "maybe" is not a boolean. Use true or false.$/,
  )
})

test('sends what the inputs request and nothing else', async () => {
  const inputs = await read({
    ...least,
    'base-url': 'eu.hex.tech/api/v1',
    'input-params': '  schema: pr_1\n  rows: 10',
    'use-cached-sql-results': 'False',
    notifications: '- type: ALL',
    'dry-run': 'true',
    wait: 'false',
    timeout: '90s',
    'cancel-on-timeout': 'false',
    'poll-interval': '10s',
    'max-attempts': '3',
    summary: 'false',
  })

  expect(inputs).toEqual({
    token: 'hxtw_1',
    baseUrl: 'https://eu.hex.tech',
    projectId,
    start: {
      kind: 'new',
      settings: {
        inputParams: { schema: 'pr_1', rows: 10 },
        useCachedSqlResults: false,
        notifications: [{ type: 'ALL', includeSuccessScreenshot: false }],
        dryRun: true,
      },
    },
    wait: false,
    timeoutMs: 90_000,
    cancelOnTimeout: false,
    pollIntervalMs: 10_000,
    maxAttempts: 3,
    cancelActive: false,
    maxParallel: 10,
    failFast: false,
    reports: noReports,
    summary: false,
  })
})

test.each([
  ['latest', '2h', {}, { newerThanMs: 7_200_000, trigger: 'ALL' }],
  ['LATEST', '90s', { 'run-trigger': 'scheduled' }, { newerThanMs: 90_000, trigger: 'SCHEDULED' }],
])('run-id: %s with %s means the newest run', async (word, age, more, latest) => {
  const inputs = await read({ ...least, 'run-id': word, 'newer-than': age, ...more })
  expect(inputs).toMatchObject({ start: { kind: 'latest', choice: latest } })
})

const followsExisting =
  "Cannot be combined with 'run-id', which follows an existing run. Remove this input."
const onlyLatest = "Works only with 'run-id: latest'. Remove this input."

test.each<[Readonly<Record<string, string>>, input: string, message: string]>([
  [
    { 'run-id': 'latest' },
    'newer-than',
    'Required with \'run-id: latest\', so that the step does not follow an old run. Enter the maximum age of the run, for example "2h".',
  ],
  [
    { 'run-id': 'latest', 'newer-than': '2h', wait: 'false' },
    'wait',
    "With 'run-id', the step always waits. Remove this input.",
  ],
  [{ 'run-id': runId, 'newer-than': '2h' }, 'newer-than', onlyLatest],
  [{ 'run-trigger': 'API' }, 'run-trigger', onlyLatest],
  [
    { 'run-id': 'latest', 'newer-than': '2' },
    'newer-than',
    '"2" has no unit. Use "2s" for seconds or "2m" for minutes.',
  ],
  [
    { 'run-id': 'None' },
    'run-id',
    "The expression for 'run-id' is empty. Check that the job that starts the run is listed in 'needs' and declares the output, and that the step that starts the run succeeded.",
  ],
  [
    { 'skip-if-newer-than': '2h' },
    'skip-if-newer-than',
    "Requires 'update-published-results: true', because the step checks when the published results were updated.",
  ],
  [{ 'run-id': runId, 'skip-if-newer-than': '2h' }, 'skip-if-newer-than', followsExisting],
])('%j is rejected with a remedy', async (inputs, input, message) => {
  expect(await problemsOf({ ...least, ...inputs })).toEqual([{ input, message }])
})

test('a list can follow the newest runs with one max age for all', async () => {
  const texts: Readonly<Record<string, string>> = {
    token: 'hxtw_1',
    'newer-than': '1h',
    runs: `[{project-id: ${projectId}, name: a, run-id: latest}, {project-id: ${projectId}, name: b, run-id: latest, newer-than: 2h}]`,
  }
  const { runs } = await readRunInputs((name) => texts[name] ?? '')
  expect(runs.map(({ start }) => start.kind === 'latest' && start.choice.newerThanMs)).toEqual([
    3_600_000, 7_200_000,
  ])
})

test('the parsed inputs cannot be changed', async () => {
  const inputs = await readRunInputs((name) => new Map(Object.entries(least)).get(name) ?? '')

  const [run] = inputs.runs
  for (const it of [inputs, run, run?.start, run && settingsOf(run)]) {
    expect(Object.isFrozen(it)).toBe(true)
  }
})

test('a saved view and published results can be combined', async () => {
  const inputs = await read({ ...least, 'view-id': ' v1 ', 'update-published-results': 'true' })

  expect(settingsOf(inputs)).toEqual({ viewId: 'v1', updatePublishedResults: true })
})

test('reports all problems at once, in the order of the inputs, each with its name', async () => {
  const problems = await problemsOf({
    'project-id': 'Daily revenue',
    'input-params': 'a: [',
    notifications: 'ALL',
    'update-published-results': 'maybe',
    'use-cached-sql-results': '1',
    'dry-run': 'no',
    wait: 'yes',
    timeout: '30',
    'cancel-on-timeout': '0',
    'poll-interval': '0.5s',
    'max-attempts': 'many',
    'base-url': 'http://app.hex.tech',
    'run-id': '17',
    summary: 'off',
  })

  expect(problems.map(({ input }) => input).toSorted()).toEqual([
    'base-url',
    'cancel-on-timeout',
    'dry-run',
    'input-params',
    'max-attempts',
    'notifications',
    'poll-interval',
    'project-id',
    'run-id',
    'summary',
    'timeout',
    'token',
    'update-published-results',
    'use-cached-sql-results',
    'wait',
  ])
  for (const { message } of problems) expect(message).toMatch(/^["'A-Z].*[.?]$/)
})

test('an input error has one line per problem', async () => {
  await expect(read({ token: '', 'project-id': '' })).rejects.toThrow(
    "'token': The token is empty. Check that the input is named 'token', and that the secret exists and is available to this event. Workflows that are triggered by pull requests from forks or Dependabot do not have access to Actions secrets.\n'project-id': Missing. Enter the project ID, or the URL of the project or app.",
  )
})

const noToken =
  "The token is empty. Check that the input is named 'token', and that the secret exists and is available to this event. Workflows that are triggered by pull requests from forks or Dependabot do not have access to Actions secrets."
const unevaluated =
  'The token is an expression that GitHub did not evaluate. Store the token itself in the secret.'
const bearer = 'The token starts with "Bearer". Remove this prefix.'
const noTokenHas =
  'The token contains spaces, line breaks, or other characters that tokens cannot contain. Copy the token into the secret again.'

test.each([
  ['', noToken],
  ['   ', noToken],
  ['${{ secrets.HEX_API_TOKEN }}', unevaluated],
  ['Bearer hxtw_1', bearer],
  ['bearer\thxtw_1', bearer],
  ['hxtw_1 hxtw_2', noTokenHas],
  ['the bearer hxtw_1', noTokenHas],
  ['hxtw_1\nx: y', noTokenHas],
  ['hxtw_é', noTokenHas],
  ['éhxtw_', noTokenHas],
  ['hxtw_\x7f', noTokenHas],
])('rejects the token %j without repeating it', async (token, message) => {
  expect(await problemsOf({ ...least, token })).toEqual([{ input: 'token', message }])
})

test.each(['hxtw_1', 'bearerhxtw_1', '!~', 'x${{'])('accepts the token %j', async (token) => {
  expect((await read({ ...least, token })).token).toBe(token)
})

test('removes a line break that was pasted with a token', async () => {
  expect((await read({ ...least, token: ' hxtw_1\n' })).token).toBe('hxtw_1')
})

test('reports inputs that exclude each other even if one of them is invalid', async () => {
  const problems = await problemsOf({
    ...least,
    'input-params': '{ region: EMEA',
    'view-id': 'v1',
    'update-published-results': 'true',
  })

  expect(problems.map(({ input }) => input)).toEqual([
    'input-params',
    'view-id',
    'update-published-results',
  ])
})

test.each(['a: 1', '{}'])(
  'parameters (%s) exclude a saved view and published results',
  async (params) => {
    const problems = await problemsOf({
      ...least,
      'input-params': params,
      'view-id': 'v1',
      'update-published-results': 'true',
    })

    expect(problems).toEqual([
      {
        input: 'view-id',
        message:
          "Cannot be combined with 'input-params', because a saved view sets the input parameters. Remove 'view-id' or 'input-params'.",
      },
      {
        input: 'update-published-results',
        message:
          "Cannot be combined with 'input-params', even if 'input-params' is an empty mapping, because published results use the default input parameters. Remove one of the two inputs.",
      },
    ])
  },
)

test.each(['- a', 'text', '3', 'true'])('parameters must be a mapping, not %s', async (text) => {
  expect(await problemsOf({ ...least, 'input-params': text })).toEqual([
    {
      input: 'input-params',
      message: 'Must be a mapping. Enter one "name: value" pair per line, or a JSON object.',
    },
  ])
})

test.each([
  [{ timeout: '5s' }, { timeoutMs: 5_000 }],
  [{ timeout: '120h' }, { timeoutMs: 432_000_000 }],
  [{ 'poll-interval': '1s' }, { pollIntervalMs: 1_000 }],
  [{ 'poll-interval': '10m' }, { pollIntervalMs: 600_000 }],
  [{ 'max-attempts': '10' }, { maxAttempts: 10 }],
  [{ 'max-parallel': '1' }, { maxParallel: 1 }],
  [{ 'max-parallel': '25' }, { maxParallel: 25 }],
  [{ 'fail-fast': 'true' }, { failFast: true }],
  [{ 'cancel-active': 'true' }, { cancelActive: true }],
])('accepts %j', async (inputs, taken) => {
  expect(await read({ ...least, ...inputs })).toMatchObject(taken)
})

test.each([
  [{ timeout: '4s' }, '"4s" is out of range. Use a duration from 5s to 120h.'],
  [{ timeout: '121h' }, '"121h" is out of range. Use a duration from 5s to 120h.'],
  [{ 'poll-interval': '0s' }, '"0s" is out of range. Use a duration from 1s to 10m.'],
  [{ 'poll-interval': '11m' }, '"11m" is out of range. Use a duration from 1s to 10m.'],
  [{ 'max-attempts': '0' }, '"0" is not a valid number. Use a whole number from 1 to 10.'],
  [{ 'max-attempts': '11' }, '"11" is not a valid number. Use a whole number from 1 to 10.'],
  [{ 'max-parallel': '0' }, '"0" is not a valid number. Use a whole number from 1 to 25.'],
  [{ 'max-parallel': '26' }, '"26" is not a valid number. Use a whole number from 1 to 25.'],
  [{ 'fail-fast': 'on' }, '"on" is not a boolean. Use true or false.'],
  [{ 'cancel-active': 'on' }, '"on" is not a boolean. Use true or false.'],
  [{ 'pr-comment': 'on' }, '"on" is not a boolean. Use true or false.'],
])('rejects %j with a remedy', async (inputs, message) => {
  const [input] = Object.keys(inputs)

  expect(await problemsOf({ ...least, ...inputs })).toEqual([{ input, message }])
})

test('reports a project on a host other than base-url', async () => {
  const address = `https://eu.hex.tech/acme/hex/${projectId}/draft/logic`

  expect(await problemsOf({ ...least, 'project-id': address })).toEqual([
    {
      input: 'base-url',
      message: `The project's URL is on eu.hex.tech, but 'base-url' is set to app.hex.tech. Set 'base-url' to "https://eu.hex.tech".`,
    },
  ])
  expect((await read({ ...least, 'project-id': address, 'base-url': 'eu.hex.tech' })).baseUrl).toBe(
    'https://eu.hex.tech',
  )
})

test.each([
  [`https://hex.acme.com/acme/hex/${projectId}`, 'https://app.hex.tech'],
  [`https://app.hex.tech/acme/hex/${projectId}`, 'http://127.0.0.1:4000'],
  [`https://app.nothex.tech/acme/hex/${projectId}`, 'https://app.hex.tech'],
])('accepts the project URL %s with base-url %s', async (address, baseUrl) => {
  expect((await read({ ...least, 'project-id': address, 'base-url': baseUrl })).projectId).toBe(
    projectId,
  )
})

test('follows a run with only its ID', async () => {
  const inputs = await read({ ...least, 'run-id': runId, timeout: '2h', 'poll-interval': '5s' })

  expect(inputs).toMatchObject({
    start: { kind: 'existing', runId },
    projectId,
    wait: true,
    timeoutMs: 7_200_000,
  })
})

test('rejects start inputs together with a run to follow', async () => {
  const aboutStarts = {
    'input-params': 'a: 1',
    'view-id': '',
    notifications: '- type: ALL',
    'update-published-results': 'TRUE',
    'use-cached-sql-results': 'false',
    'dry-run': 'true',
    'max-attempts': '2',
  }
  const problems = await problemsOf({ ...least, ...aboutStarts, 'run-id': runId, wait: 'False' })

  const message =
    "Cannot be combined with 'run-id', which follows an existing run. Remove this input."
  expect(problems).toEqual([
    { input: 'input-params', message },
    { input: 'update-published-results', message },
    { input: 'use-cached-sql-results', message },
    { input: 'notifications', message },
    { input: 'dry-run', message },
    { input: 'max-attempts', message },
    { input: 'wait', message: "With 'run-id', the step always waits. Remove this input." },
  ])
})

test('accepts explicit defaults together with a run to follow', async () => {
  const written = {
    'update-published-results': 'False',
    'use-cached-sql-results': 'TRUE',
    'dry-run': 'false',
    'max-attempts': '1',
    wait: 'True',
  }

  const { start } = await read({ ...least, ...written, 'run-id': runId })
  expect(start).toEqual({ kind: 'existing', runId })
})

/** The settings of a run that is started. */
function settingsOf({ start }: Pick<OneRun, 'start'>) {
  return start.kind === 'new' ? start.settings : undefined
}

/** The inputs of the step and those of its one run, side by side. */
async function read(inputs: Readonly<Record<string, string>>) {
  const { runs, ...step } = await readRunInputs((name) => inputs[name] ?? '')
  const [run, ...others] = runs
  if (run === undefined || others.length > 0)
    throw new Error('The inputs do not describe exactly one run.')
  const { project, ...rest } = run
  return { ...step, ...rest, projectId: project.projectId }
}

async function problemsOf(
  inputs: Readonly<Record<string, string>>,
): Promise<ReadonlyArray<Problem>> {
  try {
    await read(inputs)
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}
