import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { runInputDefaults } from '../../src/inputs/contract.ts'
import { oneRunInputs } from '../../src/inputs/one-run.ts'
import { openInputs } from '../../src/inputs/reader.ts'
import { readRunList } from '../../src/inputs/run-inputs.ts'
import { root } from './working-copy.ts'

const schema = JSON.parse(readFileSync(join(root, 'schemas/runs.schema.json'), 'utf8'))
// Unions of types are what YAML's scalars are.
const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema,
)
const id = '019814d7-a5f1-7008-b413-872974a7a308'
const short = '030UbtEpvL5rit3JLHGzSS'
const newest = { 'run-id': 'latest', 'newer-than': '2h' }
const runId = '01a2014b-e046-7681-a40b-77d515587c11'

test('the schema has an entry for each input of a run, described as in action.yml', () => {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  const { name, ...properties } = schema.definitions.run.properties
  expect(name.description).toMatch(/\.$/)
  expect(Object.keys(properties)).toEqual([...oneRunInputs])
  for (const input of oneRunInputs) {
    const described: string = inputs[input].description
    expect(properties[input].description).toBe(
      described.replace(' Required unless `runs` is set.', ''),
    )
  }
})

test.each<[string, unknown]>([
  ['only a project', [{ 'project-id': id }]],
  ["the 22 characters of an app's ID", [{ 'project-id': short }]],
  ['a URL', [{ 'project-id': `https://app.hex.tech/acme/app/Revenue-${short}/latest` }]],
  ['names that look like numbers', [{ name: 2026, 'project-id': id }]],
  [
    'parameters of every type',
    [withRun({ 'input-params': { a: '007', b: 7, c: [true, { d: 1.5 }] } })],
  ],
  ['an empty mapping of parameters', [withRun({ 'input-params': {} })]],
  ['parameters as a YAML string', [withRun({ 'input-params': 'schema: pr_1' })]],
  ['a saved view', [withRun({ 'view-id': 'emea-only' })]],
  ['empty strings', [withRun({ 'run-id': '', 'poll-interval': '', 'view-id': '' })]],
  [
    'published results',
    [withRun({ 'update-published-results': true, 'use-cached-sql-results': 'False' })],
  ],
  ['durations', [withRun({ timeout: '1h 30m', 'poll-interval': '90S' })]],
  ['attempts', [withRun({ name: 'a', 'max-attempts': 3 }), withRun({ 'max-attempts': '3' })]],
  ['a run to follow', [withRun({ 'run-id': runId, timeout: '2h', 'dry-run': false, wait: true })]],
  [
    'the URL of a run to follow',
    [withRun({ 'run-id': `https://app.hex.tech/acme/runs/${runId}` })],
  ],
  [
    'the newest run',
    [withRun(newest), withRun({ ...newest, name: 'b', 'run-trigger': 'scheduled' })],
  ],
  [
    'skip-if-newer-than',
    [withRun({ 'update-published-results': true, 'skip-if-newer-than': '2h' })],
  ],
  [
    'a notification',
    [withRun({ notifications: [{ type: 'ALL', slackChannelIds: ['C024BE91L'] }] })],
  ],
])('the action and the schema accept %s', async (_, runs) => {
  expect(await problemsOf(runs)).toEqual([])
  expect(validate(runs), JSON.stringify(validate.errors)).toBe(true)
})

test.each<[string, unknown]>([
  ['an empty list', []],
  ['a mapping instead of a list', { 'project-id': id }],
  ['a string as a run', [id]],
  ['a run without a project', [{ name: 'Revenue' }]],
  ['an invalid project', [{ 'project-id': 'revenue' }]],
  ['a misspelled key', [withRun({ 'input-parameters': {} })]],
  ['an input of the step', [withRun({ 'max-parallel': 3 })]],
  ['a list as a name', [withRun({ name: ['Revenue'] })]],
  ['a list of parameters', [withRun({ 'input-params': ['a'] })]],
  ['a parameter that is null', [withRun({ 'input-params': { a: [null] } })]],
  ['parameters with a saved view', [withRun({ 'input-params': {}, 'view-id': 'emea-only' })]],
  [
    'parameters with published results',
    [withRun({ 'input-params': 'a: 1', 'update-published-results': 'TRUE' })],
  ],
  ['an invalid boolean', [withRun({ wait: 'yes' })]],
  ['a number as a boolean', [withRun({ wait: 1 })]],
  ['a duration without a unit', [withRun({ timeout: 30 })]],
  ['a duration in words', [withRun({ timeout: '30 minutes' })]],
  ['too many attempts', [withRun({ 'max-attempts': 11 })]],
  ['half an attempt', [withRun({ 'max-attempts': 1.5 })]],
  ['run-id: none', [withRun({ 'run-id': 'none' })]],
  ['newer-than without run-id: latest', [withRun({ 'run-id': runId, 'newer-than': '2h' })]],
  ['run-trigger without run-id: latest', [withRun({ 'run-trigger': 'API' })]],
  ['an unknown trigger', [withRun({ ...newest, 'run-trigger': 'CRON' })]],
  [
    'skip-if-newer-than without published results',
    [withRun({ 'update-published-results': false, 'skip-if-newer-than': '2h' })],
  ],
  ['parameters for a run to follow', [withRun({ 'run-id': runId, 'input-params': { a: 1 } })]],
  [
    'notifications for a run to follow',
    [withRun({ 'run-id': runId, notifications: [{ type: 'ALL' }] })],
  ],
  ['attempts for a run to follow', [withRun({ 'run-id': runId, 'max-attempts': 2 })]],
  ['a run to follow with wait: false', [withRun({ 'run-id': runId, wait: false })]],
  ['a notification without a type', [withRun({ notifications: [{ subject: 'Hello' }] })]],
  [
    'a notification with an unknown key',
    [withRun({ notifications: [{ type: 'ALL', email: 'a' }] })],
  ],
])('the action and the schema reject %s', async (_, runs) => {
  expect(await problemsOf(runs)).not.toEqual([])
  expect(validate(runs)).toBe(false)
})

test.each<[string, unknown]>([
  ['two runs with the same name', [withRun({ name: 'a' }), withRun({ name: 'a' })]],
  ['a duration out of bounds', [withRun({ timeout: '121h' })]],
  ['run-id: latest without newer-than', [withRun({ 'run-id': 'latest' })]],
  ['skip-if-newer-than alone', [withRun({ 'skip-if-newer-than': '2h' })]],
  ['22 characters that are not a project ID', [{ 'project-id': 'z'.repeat(22) }]],
  ['invalid YAML', [withRun({ 'input-params': '{' })]],
])('only the action rejects %s', async (_, runs) => {
  expect(await problemsOf(runs)).not.toEqual([])
  expect(validate(runs)).toBe(true)
})

/** What a schema cannot know: the text of YAML, bounds of durations, and what the entry inherits from the step. */
const onlyTheAction = [
  /Must be a (mapping|list)\. /,
  /is out of range/,
  /Required with 'run-id: latest'/,
  /Requires 'update-published-results: true'/,
]

test('the action and the schema accept the same entries, for every run-id', async () => {
  const runIds = fc.constantFrom<unknown>(undefined, '', ' ', runId, 'latest', 'Latest', 'none')
  const scalars = ['', ' ', 'x', 'true', 'FALSE', true, false, 0, 1, '1', 11, '90s', '1h', 'a: 1']
  const scalar = fc.constantFrom<unknown>(...scalars, 'all', 'API', 'scheduled')
  const other = fc.constantFrom<unknown>({ a: 1 }, {}, [], [{ type: 'ALL' }], runId, { a: null })
  const facts = fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('name', ...oneRunInputs.slice(1)),
      fc.oneof({ weight: 3, arbitrary: scalar }, other),
    ),
    { maxLength: 4, selector: ([name]) => name },
  )
  const counts = { both: 0, neither: 0, ofFollowed: 0 }
  await fc.assert(
    fc.asyncProperty(runIds, facts, async (followed, others) => {
      const given = followed === undefined ? {} : { 'run-id': followed }
      const run = withRun({ ...given, ...Object.fromEntries(others) })
      const problems = await problemsOf([run])
      const isValid = validate([run])
      if (problems.length === 0) expect(isValid, JSON.stringify(validate.errors)).toBe(true)
      if (isValid)
        expect(problems.filter((it) => !onlyTheAction.some((each) => each.test(it)))).toEqual([])
      if (isValid && problems.length === 0) {
        counts.both += 1
        if (followed === runId || followed === 'latest') counts.ofFollowed += 1
      } else if (!isValid && problems.length > 0) counts.neither += 1
    }),
    { numRuns: 4_000 },
  )
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(50)
})

function withRun(facts: Readonly<Record<string, unknown>>) {
  return { 'project-id': id, ...facts }
}

/** What the action itself says, to a step that writes nothing but `runs`. */
async function problemsOf(runs: unknown): Promise<ReadonlyArray<string>> {
  const text = (name: string) => (name === 'runs' ? JSON.stringify(runs) : '')
  const reader = openInputs(text, runInputDefaults)
  await readRunList(text, reader)
  return reader.all.map(({ message }) => message)
}
