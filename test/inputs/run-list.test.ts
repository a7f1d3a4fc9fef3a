import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../src/inputs/problems.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'

const revenue = '019814d7-a5f1-7008-b413-872974a7a308'
const churn = '019a26ea-83df-7003-a89d-abc76d32842e'

test('each run inherits from the step what it does not set', async () => {
  const { runs, maxParallel } = await read({
    timeout: '30m',
    'use-cached-sql-results': 'false',
    'max-parallel': '3',
    runs: `
- name: revenue
  project-id: ${revenue}
  input-params: { region: EMEA, code: "007" }
  timeout: 90s
- project-id: ${churn}
  wait: false
  use-cached-sql-results: true
  max-attempts: 2
`,
  })

  expect(maxParallel).toBe(3)
  expect(runs).toMatchObject([
    {
      name: 'revenue',
      project: { projectId: revenue },
      start: {
        kind: 'new',
        settings: { inputParams: { region: 'EMEA', code: '007' }, useCachedSqlResults: false },
      },
      timeoutMs: 90_000,
      wait: true,
    },
    {
      name: churn,
      project: { projectId: churn },
      start: { kind: 'new', settings: {} },
      timeoutMs: 1_800_000,
      wait: false,
      maxAttempts: 2,
    },
  ])
})

test('reads a list in JSON like YAML, and parameters can be a YAML string', async () => {
  const { runs } = await read({
    runs: JSON.stringify([{ 'project-id': revenue, 'input-params': 'schema: pr_1', name: 'a' }]),
  })

  expect(runs[0]?.start).toEqual({ kind: 'new', settings: { inputParams: { schema: 'pr_1' } } })
})

test('an invalid input of the step is reported once, however many runs inherit it', async () => {
  const runs = [
    { name: 'a', 'project-id': revenue },
    { name: 'b', 'project-id': churn },
    { name: 'c', 'project-id': churn, timeout: '5m', wait: 'perhaps' },
  ]

  expect(
    await problemsOf({
      runs: JSON.stringify(runs),
      timeout: '30',
      wait: 'yes',
      notifications: '- type: NEVER',
    }),
  ).toEqual([
    "notifications: In notification 1, 'type' must be one of ALL, SUCCESS, FAILURE.",
    'wait: "yes" is not a boolean. Use true or false.',
    'timeout: "30" has no unit. Use "30s" for seconds or "30m" for minutes.',
    `runs: In 'c', 'wait': "perhaps" is not a boolean. Use true or false.`,
  ])
})

test('a conflict between the step and a run is a problem of that run', async () => {
  const runs = [
    { name: 'a', 'project-id': revenue },
    { name: 'b', 'project-id': churn, 'input-params': { region: 'EMEA' } },
  ]

  expect(
    await problemsOf({ runs: JSON.stringify(runs), 'update-published-results': 'true' }),
  ).toEqual([
    expect.stringMatching(
      /^runs: In 'b', 'update-published-results': Cannot be combined with 'input-params'/,
    ),
  ])
})

test('a name can look like a number, but cannot be a list', async () => {
  const { runs } = await read({ runs: `[{ name: 2026, project-id: ${revenue} }]` })
  expect(runs[0]?.name).toBe('2026')

  expect(await problemsOf({ runs: `[{ name: [a], project-id: ${revenue} }]` })).toEqual([
    `runs: In '${revenue}', 'name': Must be a single value.`,
  ])
})

test('rejects parameters and notifications for a run that exists already', async () => {
  const problems = await problemsOf({
    runs: `
- project-id: ${revenue}
  run-id: ${churn}
  input-params: { region: EMEA }
  notifications: [{ type: ALL }]
`,
  })

  const message =
    "Cannot be combined with 'run-id', which follows an existing run. Remove this input."
  expect(problems).toEqual([
    `runs: In '${revenue}', 'input-params': ${message}`,
    `runs: In '${revenue}', 'notifications': ${message}`,
  ])
})

test('every problem names its run, and all are reported at once', async () => {
  const problems = await problemsOf({
    runs: `
- name: one
  project-id: nope
  timeout: 30
- name: two
  project-id: ${churn}
  input-param: { a: 1 }
- name: two
  project-id: ${churn}
  view-id: v
  input-params: { a: 1 }
- just a text
- name: three
  project-id: ${churn}
  wait: [true]
`,
  })

  expect(problems).toEqual([
    `runs: In 'one', 'project-id': "nope" is not a project. Enter its ID (in Hex: project menu, "Copy project id"), or the URL of the project or app.`,
    `runs: In 'one', 'timeout': "30" has no unit. Use "30s" for seconds or "30m" for minutes.`,
    "runs: In 'two', 'input-param': 'input-param' is not a known key. Did you mean 'input-params'?",
    "runs: In 'two', 'view-id': Cannot be combined with 'input-params', because a saved view sets the input parameters. Remove 'view-id' or 'input-params'.",
    'runs: Run 4 must be a mapping. Enter "project-id: …" and the other inputs of the run.',
    "runs: In 'three', 'wait': Must be a single value.",
  ])
})

test('explains how to unset an inherited input that an entry cannot use', async () => {
  const problems = await problemsOf({
    'update-published-results': 'true',
    'skip-if-newer-than': '1h',
    wait: 'false',
    runs: `
- { name: own inputs, project-id: ${churn}, input-params: { a: 1 } }
- { name: existing, project-id: ${churn}, run-id: ${churn} }
- { name: draft, project-id: ${churn}, update-published-results: false }
- { name: unset, project-id: ${churn}, update-published-results: false, skip-if-newer-than: "" }
`,
  })

  const inherits =
    'This entry inherits the input from the step. To override it, set the input in the entry to'
  const existing = "Cannot be combined with 'run-id', which follows an existing run."
  expect(problems).toEqual([
    `runs: In 'own inputs', 'update-published-results': Cannot be combined with 'input-params', even if 'input-params' is an empty mapping, because published results use the default input parameters. ${inherits} false.`,
    `runs: In 'existing', 'update-published-results': ${existing} ${inherits} false.`,
    `runs: In 'existing', 'skip-if-newer-than': ${existing} ${inherits} "".`,
    `runs: In 'existing', 'wait': With 'run-id', the step always waits. ${inherits} true.`,
    `runs: In 'draft', 'skip-if-newer-than': Requires 'update-published-results: true', because the step checks when the published results were updated. ${inherits} "".`,
  ])
})

test('several runs cannot have the same name, which is reported once', async () => {
  const entry = { name: 'a', 'project-id': revenue }

  expect(await problemsOf({ runs: JSON.stringify([entry, entry, entry]) })).toEqual([
    "runs: Several runs are named 'a'. Give each run a different 'name'.",
  ])
})

test('inputs for a single run cannot be combined with a list', async () => {
  const problems = await problemsOf({
    'project-id': revenue,
    'input-params': 'a: 1',
    runs: JSON.stringify([{ 'project-id': churn }]),
  })

  expect(problems).toEqual([
    "project-id: Applies to a single run. Move this input to the entries in 'runs'.",
    "input-params: Applies to a single run. Move this input to the entries in 'runs'.",
  ])
})

const noList = 'runs: Must be a list of runs. Start each entry with "- project-id: …".'

test.each([
  ['[]', noList],
  ['{}', noList],
  ['text', noList],
  [
    '- [1]',
    'runs: Run 1 must be a mapping. Enter "project-id: …" and the other inputs of the run.',
  ],
  [
    'a: [',
    'runs: The value is not valid YAML (line 1, column 5). Check the indentation, and put values that contain ": " in quotes.',
  ],
])('%j is not a list of runs', async (runs, problem) => {
  expect(await problemsOf({ runs })).toEqual([problem])
})

test('rejects more than a thousand runs', async () => {
  const entries = (count: number) =>
    JSON.stringify(
      Array.from({ length: count }, (_, place) => ({ name: place, 'project-id': revenue })),
    )

  expect((await read({ runs: entries(1_000) })).runs).toHaveLength(1_000)
  expect(await problemsOf({ runs: entries(1_001) })).toEqual([
    'runs: Lists 1001 runs. The limit is 1000. Split the runs across several steps.',
  ])
})

test.each([
  ['its name', { name: ' revenue ', 'project-id': revenue }, 'revenue'],
  [
    'a hundred characters of its name',
    { name: 'x'.repeat(101), 'project-id': revenue },
    'x'.repeat(100),
  ],
  [
    'a hundred characters of the URL of its project',
    { 'project-id': `https://app.hex.tech/${'x'.repeat(90)}/hex/${revenue}` },
    `https://app.hex.tech/${'x'.repeat(79)}`,
  ],
  ['its project', { 'project-id': revenue }, revenue],
  ['its project if its name is blank', { name: ' ', 'project-id': revenue }, revenue],
])('a run is named after %s', async (_, entry, name) => {
  expect((await read({ runs: JSON.stringify([entry]) })).runs[0]?.name).toBe(name)
})

test('names a run without a name and project by its position', async () => {
  expect(await problemsOf({ runs: `[{ project-id: ${revenue} }, { wait: true }]` })).toEqual([
    "runs: In 'run 2', 'project-id': Missing. Enter the project ID, or the URL of the project or app. If you use an expression, such as a 'vars' variable, check that its value is not empty.",
  ])
})

test('a problem in one run does not hide problems in the next', async () => {
  const entries = [{ 'project-id': revenue, nmae: 'x' }, { 'project-id': churn }, 7]

  expect(await problemsOf({ runs: JSON.stringify(entries) })).toEqual([
    `runs: In '${revenue}', 'nmae': 'nmae' is not a known key. Did you mean 'name'?`,
    'runs: Run 3 must be a mapping. Enter "project-id: …" and the other inputs of the run.',
  ])
})

test('reads multiline and blank parameters as for a single run', async () => {
  const { runs } = await read({
    notifications: '  - type: ALL',
    runs: JSON.stringify([
      { name: 1, 'project-id': revenue, 'input-params': '  a: 1\n  b: 2' },
      { name: 2, 'project-id': revenue, 'input-params': ' \n', notifications: '' },
      { name: 3, 'project-id': revenue, 'input-params': { a: { b: 1 } }, notifications: [] },
    ]),
  })

  expect(runs.map(({ start }) => start.kind === 'new' && start.settings)).toEqual([
    {
      inputParams: { a: 1, b: 2 },
      notifications: [{ type: 'ALL', includeSuccessScreenshot: false }],
    },
    {},
    { inputParams: { a: { b: 1 } }, notifications: [] },
  ])
})

test('trims values and treats blank inputs as not set', async () => {
  const { runs } = await read({
    timeout: ' ',
    'view-id': ' \n',
    runs: JSON.stringify([{ 'project-id': revenue, 'view-id': ' v1 ' }]),
  })

  expect(runs[0]).toMatchObject({ start: { settings: { viewId: 'v1' } }, timeoutMs: 3_600_000 })
})

test('rejects shared inputs that belong to a single run', async () => {
  const inputs = { 'project-id': revenue, 'run-id': churn, 'input-params': 'a: 1', 'view-id': 'v' }
  const runs = JSON.stringify([{ 'project-id': churn }])

  expect(await problemsOf({ ...inputs, runs })).toEqual(
    Object.keys(inputs).map(
      (name) => `${name}: Applies to a single run. Move this input to the entries in 'runs'.`,
    ),
  )
})

test('any list is either parsed or rejected in sentences', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.json(), fc.dictionary(fc.string(), fc.jsonValue()))),
      async (list) => {
        const problems = await problemsOf({ runs: JSON.stringify(list) })
        for (const problem of problems) expect(problem).toMatch(/^[a-z-]+: \P{Cc}+$/u)
      },
    ),
    { numRuns: 200 },
  )
})

function read(inputs: Readonly<Record<string, string>>) {
  return readRunInputs((name) => (name === 'token' ? 'hxtw_1' : (inputs[name] ?? '')))
}

async function problemsOf(
  inputs: Readonly<Record<string, string>>,
): Promise<ReadonlyArray<string>> {
  try {
    await read(inputs)
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ input, message }) => `${input}: ${message}`)
    throw error
  }
  return []
}
