import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sampleToken } from '../hex-simulator/auth.ts'
import { everythingPrinted, openHex, projectId, runCompanion } from './companion.ts'

const me = { path: '/v1/users/me' }
const groups = { method: 'POST', path: '/v1/groups', body: 'name: Analysts' }
const warehouseId = '0197c3a1-5d20-7b41-9e0f-0000000000dc'
const warehouse = { id: warehouseId, name: 'Warehouse', type: 'postgres', details: {} }

test('outputs the status, the response, and the trace ID', async () => {
  const hex = await openHex()
  const { main, conclusion } = await runCompanion('request', hex, {
    path: '/v1/projects/{projectId}',
    params: `projectId: ${projectId}\nincludeSharing: true`,
  })
  expect(conclusion).toBe('success')
  expect(main.outputs['status']).toBe('200')
  expect(main.outputs['trace-id']).toMatch(/^[0-9a-f]{32}$/)
  expect(JSON.parse(main.outputs['data'] ?? '')).toMatchObject({ id: projectId, sharing: {} })
  expect(hex.world.requests().map(({ path }) => path)).toEqual([
    `/api/v1/projects/${projectId}?includeSharing=true`,
  ])
  expect(main.log.at(-1)).toMatch(/^GET \/v1\/projects\/.*: 200, trace ID [0-9a-f]{32}$/)
})

test('sends a body with its types, including explicit nulls', async () => {
  const hex = await openHex({ projects: [{ id: projectId, status: 'Production' }] })
  const { main } = await runCompanion('request', hex, {
    method: 'patch',
    path: `/v1/projects/${projectId}`,
    body: 'status: null',
  })
  expect(main.outputs['status']).toBe('200')
  expect(hex.world.requests()[0]?.body).toBe('{"status":null}')
  expect(hex.world.projects()).toMatchObject([{ status: null }])
})

test('accepts a response without a body', async () => {
  const hex = await openHex()
  const run = hex.world.addRun(projectId)
  const { main, conclusion } = await runCompanion('request', hex, {
    method: 'DELETE',
    path: `/v1/projects/${projectId}/runs/${run.id}`,
  })
  expect(conclusion).toBe('success')
  expect(main.outputs).toMatchObject({ status: '204', data: '' })
})

test("sets all outputs and reports Hex's words if Hex refuses", async () => {
  const hex = await openHex({ undocumented: true })
  const { main, conclusion } = await runCompanion('request', hex, {
    method: 'POST',
    path: '/v1/groups',
    body: 'name: ""',
  })
  expect(conclusion).toBe('failure')
  expect(main.outputs).toMatchObject({ status: '400', data: '' })
  expect(main.annotations[0]?.message).toMatch(
    /^POST \/v1\/groups: 400\. Invalid input data\. body\/name: must NOT have fewer than 1 characters.*\(trace ID [0-9a-f]{32}\)$/,
  )
})

test("accepts a project's URL instead of its ID", async () => {
  const id = '019a26ea-83df-7003-a89d-abc76d32842e'
  const hex = await openHex({ projects: [{ id }] })
  const { main } = await runCompanion('request', hex, {
    path: '/v1/projects/{projectId}',
    params: 'projectId: https://app.hex.tech/acme/app/Orders-031RHLAHx3xkbAAJ7dwHE6/latest',
  })
  expect(main.outputs['status']).toBe('200')
  expect(hex.world.requests()).toMatchObject([{ path: `/api/v1/projects/${id}` }])
})

test('blames params for an invalid project and base-url for a project on another host', async () => {
  const hex = await openHex()
  const path = '/v1/projects/{projectId}/runs'
  const wrong = await runCompanion('request', hex, { path, params: 'projectId: Weekly revenue' })
  expect(wrong.main.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/params.*'projectId': "Weekly revenue" is not a project/),
  ])
  const elsewhere = await runCompanion('request', hex, {
    path,
    params: 'projectId: https://eu.hex.tech/acme/app/Orders-031RHLAHx3xkbAAJ7dwHE6/latest',
    'base-url': 'https://app.hex.tech',
  })
  expect(elsewhere.main.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/base-url.*eu\.hex\.tech/),
  ])
  expect(hex.world.requests()).toEqual([])
})

test("corrects a path that exists only in Hex's samples", async () => {
  const hex = await openHex({ undocumented: true })
  const { main } = await runCompanion('request', hex, {
    method: 'PATCH',
    path: '/v1/collection/0197c3a1-5d20-7b41-9e0f-0000000000c0',
    body: 'name: Finance',
  })
  expect(main.annotations[0]?.message).toContain(
    'no path "/v1/collection". Did you mean "/v1/collections"?',
  )
})

test.each(['html', 'garbage', 'empty'] as const)(
  'does not treat 200 with %s as a success',
  async (kind) => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'CreateGroup', kind })
    const { main, conclusion } = await runCompanion('request', hex, groups)
    expect(conclusion).toBe('failure')
    expect(main.outputs).toEqual({ status: '200', data: '', 'trace-id': '' })
    expect(main.annotations[0]?.message).toContain('Hex may have processed the request anyway')
  },
)

test('does not follow a redirect to another host', async () => {
  const [hex, elsewhere] = [await openHex(), await openHex()]
  const location = `${elsewhere.url}/api/v1/users/me`
  hex.world.addFault({ operation: 'Me', kind: 'redirect', location })
  const { main } = await runCompanion('request', hex, me)
  expect(main.outputs['status']).toBe('302')
  expect(elsewhere.world.requests()).toEqual([])
})

describe('paths', () => {
  test.each([
    'https://evil.example/v1/users/me',
    '//evil.example/v1/users/me',
    '/v2/users/me',
    '/v1/../admin',
    '/v1/%2e%2e/admin',
    '/v1/%252e%252e/admin',
    '/v1/projects/{id}',
    '/v1/users\\..\\me',
    '/v1/users me',
  ])('refuses %s and sends nothing', async (path) => {
    const hex = await openHex()
    const { main, conclusion } = await runCompanion('request', hex, { path })
    expect(conclusion).toBe('failure')
    expect(main.annotations).toMatchObject([{ type: 'error', title: "Input 'path'" }])
    expect(main.outputs).toEqual({ status: '', data: '', 'trace-id': '' })
    expect(hex.world.requests()).toEqual([])
  })
})

describe('pages', () => {
  const users = Array.from({ length: 60 }, (_, index) => ({
    email: `${String(index).padStart(2, '0')}@example.com`,
  }))

  test('with a cursor are combined into one list', async () => {
    const hex = await openHex({ users })
    const { main } = await runCompanion('request', hex, { path: '/v1/users', paginate: true })
    const data = JSON.parse(main.outputs['data'] ?? '')
    expect(data.values.map((user: { email: string }) => user.email)).toEqual(
      users.map(({ email }) => email),
    )
    expect(data.pagination).toEqual({ after: null, before: null })
    expect(main.log.at(-1)).toContain('3 pages')
  })

  test('with a URL are followed by their offset on the same host', async () => {
    const [hex, elsewhere] = [await openHex(), await openHex()]
    const plan = { pendingMs: 600_000 }
    for (let count = 0; count < 60; count += 1) hex.world.addRun(projectId, { plan })
    hex.world.changeBehaviour({ host: elsewhere.url })
    const { main } = await runCompanion('request', hex, {
      path: `/v1/projects/${projectId}/runs?statusFilter=PENDING`,
      paginate: true,
    })
    const data = JSON.parse(main.outputs['data'] ?? '')
    expect(new Set(data.runs.map((run: { runId: string }) => run.runId)).size).toBe(60)
    expect(data).toMatchObject({ nextPage: null, previousPage: null })
    expect(hex.world.requests().map(({ path }) => path.split('?')[1])).toEqual([
      'statusFilter=PENDING',
      'statusFilter=PENDING&offset=25',
      'statusFilter=PENDING&offset=50',
    ])
    expect(elsewhere.world.requests()).toEqual([])
  })

  test('beyond the limit are an error, not a partial list', async () => {
    const hex = await openHex({ users })
    const { main, conclusion } = await runCompanion('request', hex, {
      path: '/v1/users',
      paginate: true,
      'max-pages': 2,
    })
    expect(conclusion).toBe('failure')
    expect(main.outputs).toMatchObject({ status: '200', data: '' })
    expect(main.annotations[0]?.message).toContain("the page limit of 2. Increase 'max-pages'")
  })

  test('that link to themselves are not followed forever', async () => {
    const hex = await openHex()
    const body = JSON.stringify({ values: [1], pagination: { after: 'same', before: null } })
    hex.world.addFault({
      operation: 'ListUsers',
      kind: 'status',
      status: 200,
      body,
      times: 'always',
    })
    const { main } = await runCompanion('request', hex, { path: '/v1/users', paginate: true })
    expect(main.annotations[0]?.message).toContain('page links to itself')
    expect(hex.world.requests()).toHaveLength(2)
  })
})

describe('retries', () => {
  test('retries a read after faults', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'reset' })
    hex.world.addFault({ operation: 'Me', kind: 'html', status: 502, skip: 1 })
    const { main } = await runCompanion('request', hex, me)
    expect(main.outputs['status']).toBe('200')
    expect(hex.world.requests()).toHaveLength(3)
  })

  test.each([
    { kind: 'reset', effect: 'at-receipt' },
    { kind: 'html', status: 502 },
    { kind: 'failure', status: 503, words: 'Service is down' },
  ] as const)('does not retry a POST after $kind $status', async (fault) => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'CreateGroup', ...fault })
    const { main, conclusion } = await runCompanion('request', hex, groups)
    expect(conclusion).toBe('failure')
    expect(hex.world.requests()).toHaveLength(1)
    expect(main.annotations[0]?.message).toContain(
      'Hex may have processed the request anyway. Before you send the request again, check in Hex whether it was processed.',
    )
  })

  test('always: retries a PATCH after a lost response', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'UpdateProject', kind: 'reset', effect: 'at-receipt' })
    const { main } = await runCompanion('request', hex, {
      method: 'PATCH',
      path: `/v1/projects/${projectId}`,
      body: 'status: Approved',
      retry: 'always',
    })
    expect(main.outputs['status']).toBe('200')
    expect(hex.world.requests()).toHaveLength(2)
  })

  test('never: does not even retry a read', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'reset' })
    const { conclusion } = await runCompanion('request', hex, { ...me, retry: 'never' })
    expect(conclusion).toBe('failure')
    expect(hex.world.requests()).toHaveLength(1)
  })
})

describe('secrets', () => {
  test('does not print the body or values that Hex repeats', async () => {
    const hex = await openHex({ dataConnections: [warehouse] })
    hex.world.addFault({
      operation: 'EditDataConnection',
      kind: 'failure',
      status: 422,
      words: 'Cannot connect with password correct-horse',
    })
    const report = await runCompanion('request', hex, {
      method: 'PATCH',
      path: `/v1/data-connections/${warehouseId}`,
      body: 'connectionDetails: {postgres: {password: correct-horse, hostname: db.internal}}',
    })
    expect(hex.world.requests()[0]?.body).toContain('correct-horse')
    // The first lines are GitHub's own, with the block as the workflow has it.
    const ours = report.main.log.slice(report.main.log.indexOf('##[endgroup]') + 1).join('\n')
    expect(ours).not.toMatch(/correct-horse|db\.internal/)
    expect(ours).toContain('Cannot connect with password ***')
  })

  test('masked values are in no output or log, but complete in the file', async () => {
    const users = [{ email: 'mei.tanaka@example.com' }, { email: 'amara.okafor@example.com' }]
    const hex = await openHex({ users })
    const inputs = { path: '/v1/users', mask: 'values.*.email' }
    const shown = await runCompanion('request', hex, inputs)
    expect(everythingPrinted(shown)).not.toMatch(/tanaka@|okafor@/)
    expect(JSON.parse(shown.main.outputs['data'] ?? '')).toMatchObject({
      values: [{ email: '***' }, { email: '***' }],
    })
    expect(shown.masks).toContain('mei.tanaka@example.com')

    const workspace = temporaryFolder()
    const saved = await runCompanion(
      'request',
      hex,
      { ...inputs, 'save-to': 'out/users.json' },
      { workspace },
    )
    expect(everythingPrinted(saved)).not.toMatch(/tanaka@|okafor@/)
    const file = join(workspace, 'out/users.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      values: [{ email: 'amara.okafor@example.com' }, { email: 'mei.tanaka@example.com' }],
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('warns about a mask that matches nothing', async () => {
    const hex = await openHex()
    const { main, conclusion } = await runCompanion('request', hex, { ...me, mask: 'token.expiry' })
    expect(conclusion).toBe('success')
    expect(main.annotations).toMatchObject([
      { type: 'warning', message: expect.stringContaining('"token.expiry"') },
    ])
  })

  test('does not quote an unreadable body', async () => {
    const hex = await openHex()
    const { main } = await runCompanion('request', hex, {
      ...groups,
      body: 'password: 00712345\nname: "hunter2" hunter3',
    })
    expect(main.annotations).toMatchObject([{ title: "Input 'body'" }])
    expect(main.annotations[0]?.message).not.toMatch(/hunter|712345/)
  })

  test('the token appears nowhere', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'status', status: 500, body: `No ${sampleToken}` })
    const report = await runCompanion('request', hex, { ...me, retry: 'never' })
    expect(everythingPrinted(report)).not.toContain(sampleToken)
  })
})

describe('large responses', () => {
  test('are not set as an output, and the error says what to do', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'huge', bytes: 600_000 })
    const { main, conclusion } = await runCompanion('request', hex, me)
    expect(conclusion).toBe('failure')
    expect(main.outputs).toMatchObject({ status: '200', data: '' })
    expect(main.annotations[0]?.message).toMatch(/The request succeeded.*'save-to'/)
  })

  test('can be saved to a file', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'huge', bytes: 6_000_000 })
    const workspace = temporaryFolder()
    const inputs = { ...me, 'save-to': 'me.json' }
    const { conclusion } = await runCompanion('request', hex, inputs, { workspace })
    expect(conclusion).toBe('success')
    expect(statSync(join(workspace, 'me.json')).size).toBeGreaterThan(6_000_000)
  })

  test('that exceed the limit of a file are cut off early, with the same advice', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'huge', bytes: 5_000_000 })
    const { main } = await runCompanion('request', hex, me)
    expect(main.annotations[0]?.message).toMatch(/larger than 4000000 bytes.*'save-to'/)
  })
})

describe('save-to', () => {
  test.each(['../outside.json', '/etc/hex.json', 'out/', 'link/me.json'])(
    'refuses %s before anything is sent',
    async (path) => {
      const hex = await openHex()
      const workspace = temporaryFolder()
      symlinkSync(tmpdir(), join(workspace, 'link'))
      const inputs = { ...me, 'save-to': path }
      const { main, conclusion } = await runCompanion('request', hex, inputs, { workspace })
      expect(conclusion).toBe('failure')
      expect(main.annotations).toMatchObject([{ title: "Input 'save-to'" }])
      expect(hex.world.requests()).toEqual([])
    },
  )
})

describe('an aborted job', () => {
  test('stops a read at once and sets the outputs', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'stall' })
    const { main, conclusion } = await runCompanion('request', hex, me, {
      cancel: { mode: 'user', when: hex.whenReceived('Me') },
    })
    expect(conclusion).toBe('cancelled')
    expect(main.signal).toBeNull()
    expect(main.outputs).toEqual({ status: '', data: '', 'trace-id': '' })
    expect(main.annotations[0]).toMatchObject({
      type: 'warning',
      message: expect.stringContaining('This step was stopped.'),
    })
  })

  test('waits for the response to a POST in flight', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'CreateGroup', kind: 'delay', afterMs: 800 })
    const { main } = await runCompanion('request', hex, groups, {
      cancel: { mode: 'user', when: hex.whenReceived('CreateGroup') },
    })
    expect(main.outputs['status']).toBe('201')
  })

  test('reports that a POST without a response may have been processed', async () => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'CreateGroup', kind: 'stall', effect: 'at-receipt' })
    const { main } = await runCompanion('request', hex, groups, {
      cancel: { mode: 'user', when: hex.whenReceived('CreateGroup') },
      graces: { sigintMs: 7_500, sigtermMs: 2_500 },
    })
    expect(main.signal).toBeNull()
    expect(main.annotations[0]?.message).toMatch(/This step was stopped\..*processed the request/)
  })
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'request-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
