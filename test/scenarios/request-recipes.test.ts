import { expect, test } from 'vitest'
import { sampleToken } from '../hex-simulator/auth.ts'
import { openHex, projectId } from './companion.ts'
import { type JobRecord, recipe, runWorkflow } from './workflow.ts'

const document = 'docs/companions.md'
const dayMs = 86_400_000
const secrets = { HEX_API_TOKEN: sampleToken }

test.each([
  { expiryUnit: 'seconds', days: 3, says: '::warning title=Hex token::It expires in 3 days' },
  { expiryUnit: 'milliseconds', days: 3, says: '::warning title=Hex token::It expires in 3 days' },
  { expiryUnit: 'seconds', days: 60, says: 'The Hex token expires in 60 days.' },
] as const)(
  'verifies a token and warns before it expires ($days days, in $expiryUnit)',
  async ({ expiryUnit, days, says }) => {
    const expiresAtMs = Date.now() + days * dayMs + dayMs / 2
    const hex = await openHex({ expiryUnit, tokens: [{ value: sampleToken, expiresAtMs }] })

    const [job] = await runWorkflow(recipe(document, 'Hex token'), { hexUrl: hex.url, secrets })

    expect(job?.result).toBe('success')
    expect(job?.steps[1]?.printed).toContain(says)
  },
)

test('reports that a token does not expire', async () => {
  const hex = await openHex()
  const [job] = await runWorkflow(recipe(document, 'Hex token'), { hexUrl: hex.url, secrets })
  expect(job?.steps[1]?.printed).toContain('does not expire')
})

test('fails on a token that Hex rejects', async () => {
  const hex = await openHex({ wrongHost: true })
  const [job] = await runWorkflow(recipe(document, 'Hex token'), { hexUrl: hex.url, secrets })
  expect(job?.result).toBe('failure')
  expect(job?.steps[0]?.outputs).toEqual({ status: '401', data: '', 'trace-id': '' })
  expect(errorsOf(job)).toEqual([expect.stringMatching(/401\. Unauthorized.*'base-url'/)])
})

test('creates a group from a list of email addresses and finds its members on the last page', async () => {
  const others = Array.from({ length: 600 }, (_, index) => ({ email: `a${index}@example.com` }))
  const members = [{ email: 'Mei.Tanaka@example.com' }, { email: 'amara.okafor@example.com' }]
  const hex = await openHex({ users: [...others, ...members] })

  const [job] = await runWorkflow(recipe(document, 'Create a group'), { hexUrl: hex.url, secrets })

  expect(job?.result).toBe('success')
  const people = hex.world.users()
  const ids = ['amara.okafor@example.com', 'Mei.Tanaka@example.com'].map(
    (email) => people.find((user) => user.email === email)?.id,
  )
  expect(hex.world.groups()).toMatchObject([{ name: 'Analysts', userIds: ids }])
  expect(hex.world.requests().map(({ operation }) => operation)).toEqual([
    'ListUsers',
    'ListUsers',
    'CreateGroup',
  ])
})

test('creates no group if no user has the email address', async () => {
  const hex = await openHex({ users: [{ email: 'amara.okafor@example.com' }] })
  const [job] = await runWorkflow(recipe(document, 'Create a group'), { hexUrl: hex.url, secrets })
  expect(job?.result).toBe('failure')
  expect(job?.steps[1]?.printed).toContain('mei.tanaka@example.com')
  expect(hex.world.groups()).toEqual([])
})

test('creates a collection with sharing, then changes its access', async () => {
  const hex = await openHex()
  const group = await call(hex.url, 'POST', 'groups', { name: 'Finance' })

  const [job] = await runWorkflow(recipe(document, 'Create a collection'), {
    hexUrl: hex.url,
    secrets,
    vars: { FINANCE_GROUP_ID: group.id },
  })

  expect(job?.result).toBe('success')
  expect(hex.world.collections()).toMatchObject([
    { name: 'Finance', groups: new Map([[group.id, 'MANAGER']]), members: 'MEMBER' },
  ])
})

test("rotates a data connection's credentials without showing them", async () => {
  const id = '0197c3a1-5d20-7b41-9e0f-0000000000dc'
  const password = 'p@ss: "word" #1 {'
  const hex = await openHex({
    dataConnections: [
      { id, name: 'Warehouse', type: 'postgres', details: { username: 'old', password: 'old' } },
    ],
  })
  // The first answer is lost after it was done; twice is as good as once here.
  hex.world.addFault({ operation: 'EditDataConnection', kind: 'reset', effect: 'at-receipt' })

  const [job] = await runWorkflow(recipe(document, 'Rotate credentials'), {
    hexUrl: hex.url,
    secrets: { ...secrets, WAREHOUSE_USER: 'hex_reader', WAREHOUSE_PASSWORD: password },
    vars: { WAREHOUSE_ID: id },
  })

  expect(job?.result).toBe('success')
  expect(hex.world.dataConnections()).toMatchObject([
    { details: { username: 'hex_reader', password } },
  ])
  const report = job?.steps[0]?.report
  const shown = `${report?.main.log.join('\n')}${JSON.stringify(report?.main.outputs)}`
  expect(shown).not.toContain('hex_reader')
  expect(shown).not.toContain('p@ss')
  expect(shown).not.toContain('#1 {')
  expect(report?.main.outputs['status']).toBe('201')
})

test('lists all projects page by page and reads one', async () => {
  const others = Array.from({ length: 120 }, (_, index) => ({ title: `Project ${index}` }))
  const hex = await openHex({ projects: [{ id: projectId, title: 'Revenue' }, ...others] })

  const [job] = await runWorkflow(recipe(document, 'List projects'), {
    hexUrl: hex.url,
    secrets,
    files: ['hex/projects.json'],
  })

  expect(job?.result).toBe('success')
  expect(JSON.parse(job?.workspace['hex/projects.json'] ?? '').values).toHaveLength(121)
  expect(job?.steps[2]?.printed).toMatch(/^Revenue is owned by \S+@\S+ and was published 20/)
})

test('lists the runs of a project by status, from all pages', async () => {
  const runs = Array.from({ length: 130 }, (_, index) => ({
    projectId,
    trigger: 'SCHEDULED' as const,
    startedAgoMs: (index + 1) * 60_000,
    plan: { pendingMs: 10, runningMs: 20, end: index === 0 ? 'COMPLETED' : 'ERRORED' } as const,
  }))
  const hex = await openHex({ runs })
  const [job] = await runWorkflow(recipe(document, 'Failed runs'), { hexUrl: hex.url, secrets })
  expect(job?.result).toBe('success')
  expect(job?.steps[1]?.printed?.trim().split('\n')).toHaveLength(129)
})

test('rotates a BigQuery service account whose key is a JSON string', async () => {
  const id = '0197c3a1-5d20-7b41-9e0f-0000000000dc'
  const account = JSON.stringify({ type: 'service_account', private_key: '-----BEGIN\nabc\n' })
  const hex = await openHex({
    dataConnections: [{ id, name: 'BigQuery', type: 'bigquery', details: { projectId: 'acme' } }],
  })
  const [job] = await runWorkflow(recipe(document, 'Rotate a BigQuery service account'), {
    hexUrl: hex.url,
    secrets: { ...secrets, BIGQUERY_SERVICE_ACCOUNT: account },
    vars: { BIGQUERY_ID: id },
  })
  expect(job?.result).toBe('success')
  expect(hex.world.dataConnections()).toMatchObject([
    { details: { projectId: 'acme', serviceAccountJsonConfig: account } },
  ])
})

test('starts a run with booleans', async () => {
  const hex = await openHex()
  const [job] = await runWorkflow(recipe(document, 'Start without waiting'), {
    hexUrl: hex.url,
    secrets,
  })
  expect(job?.result).toBe('success')
  expect(hex.world.runs()).toMatchObject([{ updatesPublishedResults: true }])
})

test('turns the projects of a collection into a matrix and refreshes each', async () => {
  const ids = [1, 2, 3].map((each) => `0197c3a1-5d20-7b41-9e0f-00000000000${each}`)
  const plans = [{ pendingMs: 10, runningMs: 20 }]
  const hex = await openHex({
    projects: [
      ...ids.map((id) => ({ id, plans, collectionIds: ['finance'] })),
      { id: projectId, plans },
    ],
  })

  const jobs = await runWorkflow(recipe(document, 'Refresh a collection'), {
    hexUrl: hex.url,
    secrets,
    vars: { FINANCE_COLLECTION_ID: 'finance' },
  })

  expect(jobs.map(({ id, result }) => `${id} ${result}`)).toEqual([
    'list success',
    'refresh success',
    'refresh success',
    'refresh success',
  ])
  const runs = hex.world.runs()
  expect(runs.map((run) => run.projectId).toSorted()).toEqual(ids)
  expect(runs.every((run) => run.status === 'COMPLETED' && run.updatesPublishedResults)).toBe(true)
})

test('saves the list of tables that a project queries, with all pages in one file', async () => {
  const queriedTables = Array.from({ length: 230 }, (_, index) => ({
    dataConnectionId: '0197c3a1-5d20-7b41-9e0f-0000000000dc',
    dataConnectionName: 'Warehouse',
    tableName: `analytics.orders_${index}`,
  }))
  const hex = await openHex({ projects: [{ id: projectId, queriedTables }] })
  const files = ['hex/queried-tables.json']

  const [job] = await runWorkflow(recipe(document, 'Queried tables'), {
    hexUrl: hex.url,
    secrets,
    files,
  })

  expect(job?.result).toBe('success')
  expect(JSON.parse(job?.workspace['hex/queried-tables.json'] ?? '')).toMatchObject({
    values: queriedTables,
    pagination: { after: null, before: null },
  })
  expect(job?.steps[0]?.outputs).toMatchObject({ status: '200', data: '' })
})

test('explains that the plan does not include queried tables', async () => {
  const hex = await openHex({ enterprisePlan: false })
  const [job] = await runWorkflow(recipe(document, 'Queried tables'), { hexUrl: hex.url, secrets })
  expect(job?.result).toBe('failure')
  expect(job?.steps[0]?.outputs).toMatchObject({ status: '403', data: '' })
  expect(job?.steps[0]?.outputs['trace-id']).toMatch(/^[0-9a-f]{32}$/)
  expect(errorsOf(job)).toEqual([
    expect.stringMatching(/403\. Queried tables are not available.*Enterprise plan/),
  ])
})

function errorsOf(job: JobRecord | undefined): ReadonlyArray<string> {
  return (job?.steps ?? []).flatMap(({ report }) =>
    (report?.main.annotations ?? []).map(({ message }) => message),
  )
}

/** What an admin did in Hex before. */
async function call(url: string, method: string, path: string, body: unknown) {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${sampleToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { readonly id: string }
}
