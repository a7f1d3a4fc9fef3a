import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../src/inputs/problems.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'

const revenue = '019814d7-a5f1-7008-b413-872974a7a308'
const churn = '019a26ea-83df-7003-a89d-abc76d32842e'

test('each run takes what it does not say from the step', async () => {
  const { runs, isList, maxParallel } = await read({
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

  expect({ isList, maxParallel }).toEqual({ isList: true, maxParallel: 3 })
  expect(runs).toMatchObject([
    {
      name: 'revenue',
      project: { projectId: revenue },
      settings: { inputParams: { region: 'EMEA', code: '007' }, useCachedSqlResults: false },
      timeoutMs: 90_000,
      wait: true,
    },
    {
      name: churn,
      project: { projectId: churn },
      settings: {},
      timeoutMs: 1_800_000,
      wait: false,
      maxAttempts: 2,
    },
  ])
})

test('a list in JSON is read as one in YAML, and parameters may be a text of YAML', async () => {
  const { runs } = await read({
    runs: JSON.stringify([{ 'project-id': revenue, 'input-params': 'schema: pr_1', name: 'a' }]),
  })

  expect(runs[0]?.settings).toEqual({ inputParams: { schema: 'pr_1' } })
})

test('an input of the step that cannot be used is one problem, however many runs take it', async () => {
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
    "notifications: In the first notification, 'type' wants one of ALL, SUCCESS, FAILURE.",
    'wait: "yes" is neither true nor false: write one of the two.',
    'timeout: "30" has no unit: write "30s" for seconds or "30m" for minutes.',
    `runs: In 'c', 'wait': "perhaps" is neither true nor false: write one of the two.`,
  ])
})

test('what the step says and a run contradicts is a problem of that run', async () => {
  const runs = [
    { name: 'a', 'project-id': revenue },
    { name: 'b', 'project-id': churn, 'input-params': { region: 'EMEA' } },
  ]

  expect(
    await problemsOf({ runs: JSON.stringify(runs), 'update-published-results': 'true' }),
  ).toEqual([
    expect.stringMatching(
      /^runs: In 'b', 'update-published-results': It cannot be combined with 'input-params'/,
    ),
  ])
})

test('a name may look like a number, and may not be a list', async () => {
  const { runs } = await read({ runs: `[{ name: 2026, project-id: ${revenue} }]` })
  expect(runs[0]?.name).toBe('2026')

  expect(await problemsOf({ runs: `[{ name: [a], project-id: ${revenue} }]` })).toEqual([
    `runs: In '${revenue}', 'name': It is not a single value.`,
  ])
})

test('parameters and notifications for a run that was started already are refused, not ignored', async () => {
  const problems = await problemsOf({
    runs: `
- project-id: ${revenue}
  run-id: ${churn}
  input-params: { region: EMEA }
  notifications: [{ type: ALL }]
`,
  })

  expect(problems).toHaveLength(2)
  expect(problems[0]).toContain("'input-params': It is about starting a run")
  expect(problems[1]).toContain("'notifications': It is about starting a run")
})

test('every problem names the run it is in, and all are told at once', async () => {
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
    expect.stringMatching(/^runs: In 'one', 'project-id': "nope" is not a project/),
    expect.stringMatching(/^runs: In 'one', 'timeout': "30" has no unit/),
    "runs: In 'two', 'input-param': 'input-param' is not known here: did you mean 'input-params'?",
    expect.stringMatching(/^runs: In 'two', 'view-id': It cannot be combined with 'input-params'/),
    expect.stringMatching(/^runs: The run at place 4 is not a mapping/),
    expect.stringMatching(/^runs: In 'three', 'wait': It is not a single value/),
    expect.stringMatching(/^runs: In 'three', 'wait':/),
  ])
})

test('two runs of one name could not be told apart', async () => {
  const entry = { name: 'a', 'project-id': revenue }

  expect(await problemsOf({ runs: JSON.stringify([entry, entry]) })).toEqual([
    "runs: Two runs are called 'a': give each its own 'name'.",
  ])
})

test('what speaks of one run has no place beside a list', async () => {
  const problems = await problemsOf({
    'project-id': revenue,
    'input-params': 'a: 1',
    runs: JSON.stringify([{ 'project-id': churn }]),
  })

  expect(problems).toEqual([
    "project-id: It speaks of one run, and there are several: write it inside 'runs'.",
    "input-params: It speaks of one run, and there are several: write it inside 'runs'.",
  ])
})

test.each(['[]', '{}', 'text', '- [1]', 'a: ['])('%j is no list of runs', async (runs) => {
  expect(await problemsOf({ runs })).not.toEqual([])
})

test('whatever stands in the list, it is read or refused in sentences', async () => {
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
