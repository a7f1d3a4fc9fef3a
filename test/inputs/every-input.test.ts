import { describe, expect, test } from 'vitest'
import { type OneRunInput, oneRunInputs } from '../../src/inputs/one-run.ts'
import { InputError } from '../../src/inputs/problems.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'
import { document } from '../hex-simulator/schema.ts'

type Mapping = Readonly<Record<string, unknown>>

/** A value of an input, other than its default, and what must come of it. */
interface Sample {
  readonly text: string
  /** What the input needs beside it. */
  readonly beside?: Readonly<Record<string, string>>
  /** The fields in the body of RunProject, for an input that only Hex reads. */
  readonly sent?: Mapping
  /** The fields of the parsed run, for an input that the action reads. */
  readonly kept?: Mapping
  /** Is the value valid for a run to follow? Where it would have no effect, it is not. */
  readonly follows: boolean
  /** Is the value the default of the entries of `runs`? Otherwise, it is invalid beside them. */
  readonly inherited: boolean
}

const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'
const runId = '01a2014b-e046-7681-a40b-77d515587c11'
const latest = { 'run-id': 'latest', 'newer-than': '2h' }

// A new input without an entry is a compile error.
const samples: Readonly<Record<OneRunInput, Sample>> = {
  'project-id': {
    text: projectId,
    kept: { project: { projectId } },
    follows: true,
    inherited: false,
  },
  'input-params': {
    text: 'a: 1',
    sent: { inputParams: { a: 1 } },
    follows: false,
    inherited: false,
  },
  'view-id': { text: 'emea', sent: { viewId: 'emea' }, follows: false, inherited: false },
  'update-published-results': {
    text: 'true',
    sent: { updatePublishedResults: true },
    follows: false,
    inherited: true,
  },
  'use-cached-sql-results': {
    text: 'false',
    sent: { useCachedSqlResults: false },
    follows: false,
    inherited: true,
  },
  notifications: {
    text: '- type: ALL',
    sent: { notifications: [{ type: 'ALL', includeSuccessScreenshot: false }] },
    follows: false,
    inherited: true,
  },
  'skip-if-newer-than': {
    text: '2h',
    beside: { 'update-published-results': 'true' },
    kept: { skipIfNewerThanMs: 7_200_000 },
    follows: false,
    inherited: true,
  },
  'dry-run': { text: 'true', sent: { dryRun: true }, follows: false, inherited: true },
  'run-id': {
    text: runId,
    kept: { start: { kind: 'existing', runId } },
    follows: true,
    inherited: false,
  },
  'newer-than': {
    text: '2h',
    beside: { 'run-id': 'latest' },
    kept: { start: { choice: { newerThanMs: 7_200_000 } } },
    follows: false,
    inherited: true,
  },
  'run-trigger': {
    text: 'API',
    beside: latest,
    kept: { start: { choice: { trigger: 'API' } } },
    follows: false,
    inherited: true,
  },
  wait: { text: 'false', kept: { wait: false }, follows: false, inherited: true },
  timeout: { text: '90s', kept: { timeoutMs: 90_000 }, follows: true, inherited: true },
  'cancel-on-timeout': {
    text: 'false',
    kept: { cancelOnTimeout: false },
    follows: true,
    inherited: true,
  },
  'poll-interval': {
    text: '10s',
    kept: { pollIntervalMs: 10_000 },
    follows: true,
    inherited: true,
  },
  'cancel-active': { text: 'true', kept: { cancelActive: true }, follows: false, inherited: true },
  'max-attempts': { text: '3', kept: { maxAttempts: 3 }, follows: false, inherited: true },
}

describe.each(oneRunInputs)('%s', (name) => {
  const { text, beside, sent, kept, follows, inherited } = samples[name]
  const alone: Readonly<Record<string, string>> = {
    'project-id': projectId,
    ...beside,
    [name]: text,
  }

  test(`reaches ${sent === undefined ? 'the run' : 'Hex as a documented field'}`, async () => {
    const start = sent && { kind: 'new', settings: sent }

    expect(await runsOf(alone)).toMatchObject([kept ?? { start }])
    expect(document.bodyIssues('RunProject', sent ?? {})).toEqual({ wrong: [], unknown: [] })
  })

  test(`${inherited ? 'applies to' : 'is rejected beside'} the entries of runs`, async () => {
    const { 'project-id': own = '', 'run-id': followed = '', ...step } = alone
    const entry = { name: 'a', 'project-id': own, 'run-id': followed }

    if (inherited)
      expect(await runsOf({ ...step, ...listOf(entry) })).toEqual(
        await runsOf(listOf({ ...entry, ...step })),
      )
    else expect(await problemsOf({ [name]: text, ...listOf(entry) })).toContain(name)
  })

  test(`is ${follows ? 'accepted' : 'rejected'} for a run to follow`, async () => {
    const problems = await problemsOf({ 'project-id': projectId, 'run-id': runId, [name]: text })

    expect(problems.includes(name)).toBe(!follows)
  })
})

function listOf(entry: Mapping) {
  return { runs: JSON.stringify([entry]) }
}

async function runsOf(inputs: Readonly<Record<string, string>>) {
  const all: Readonly<Record<string, string>> = { token: 'hxtw_1', ...inputs }
  return (await readRunInputs((name) => all[name] ?? '')).runs
}

/** The inputs that are invalid. */
async function problemsOf(inputs: Readonly<Record<string, string>>) {
  try {
    await runsOf(inputs)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ input }) => input)
    throw error
  }
}
