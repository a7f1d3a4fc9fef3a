import { expect, test } from 'vitest'
import type { InputError } from '../../src/inputs/problems.ts'
import { readVerifyInputs } from '../../src/inputs/verify-inputs.ts'

const churn = '019814d7-a5f1-7008-b413-872974a7a308'
const revenue = '019a26ea-83df-7003-a89d-abc76d32842e'

function read(inputs: Readonly<Record<string, string>>) {
  return readVerifyInputs((name) => ({ token: 'hxtw_1', ...inputs })[name] ?? '')
}

test('checks only the token if nothing else is set', () => {
  expect(read({})).toEqual({
    token: 'hxtw_1',
    baseUrl: 'https://app.hex.tech',
    projectIds: [],
    dryRun: true,
    expiresWithinDays: 7,
    failWhenExpiring: false,
    timeoutMs: 120_000,
    summary: true,
  })
})

test('reads every input', () => {
  expect(
    read({
      'project-id': `${churn}\n\n${revenue}\n${churn.toUpperCase()}`,
      'base-url': 'eu.hex.tech',
      'dry-run': 'false',
      'expires-within-days': '0',
      'fail-when-expiring': 'true',
      timeout: '30s',
      summary: 'false',
    }),
  ).toEqual({
    token: 'hxtw_1',
    baseUrl: 'https://eu.hex.tech',
    projectIds: [churn, revenue],
    dryRun: false,
    expiresWithinDays: 0,
    failWhenExpiring: true,
    timeoutMs: 30_000,
    summary: false,
  })
})

test('reports all problems at once', () => {
  const names = ['project-id', 'dry-run', 'expires-within-days', 'fail-when-expiring', 'timeout']
  const inputs = Object.fromEntries([...names, 'summary'].map((name) => [name, '366 x']))

  expect(problemsOf(inputs).map(({ input }) => input)).toEqual([...names, 'summary'])
})

test.each(['366', '-1'])('does not accept %s days until the expiry', (days) => {
  expect(problemsOf({ 'expires-within-days': days })).toEqual([
    {
      input: 'expires-within-days',
      message: `"${days}" is not a valid number. Use a whole number from 0 to 365.`,
    },
  ])
})

test('checks at most 50 projects, on the host of base-url', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, n) => `${churn.slice(0, -2)}${n + 10}`).join('\n')

  expect(read({ 'project-id': ids(50) }).projectIds).toHaveLength(50)
  expect(problemsOf({ 'project-id': ids(51) })).toEqual([
    { input: 'project-id', message: 'Lists 51 projects. The limit is 50.' },
  ])
  expect(problemsOf({ 'project-id': `https://eu.hex.tech/acme/hex/${churn}/draft` })).toEqual([
    {
      input: 'base-url',
      message: expect.stringContaining(`Set 'base-url' to "https://eu.hex.tech".`),
    },
  ])
})

function problemsOf(inputs: Readonly<Record<string, string>>) {
  try {
    read(inputs)
  } catch (error) {
    return (error as InputError).problems
  }
  throw new Error('The inputs were accepted.')
}
