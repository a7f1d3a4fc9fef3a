import { expect, test } from 'vitest'
import { sampleToken } from '../hex-simulator/auth.ts'
import type { HexSimulatorOptions } from '../hex-simulator/server.ts'
import type { JobReport } from '../runner-host/contract.ts'
import { everythingPrinted, openHex, projectId, runCompanion } from './companion.ts'

const otherId = '019a42d7-8c3b-7e15-b7d8-03f51ea964c0'
const personalToken = `hxtp_${'5ca1ab1e'.repeat(12)}`
const dayMs = 86_400_000
const personal = (expiresAtMs: number | null): HexSimulatorOptions => ({
  tokens: [{ value: personalToken, expiresAtMs }],
})

test('succeeds for a valid token and a ready project and starts nothing', async () => {
  const hex = await openHex(personal(Date.now() + 40.5 * dayMs))
  const job = await verify(hex, { token: personalToken, 'project-id': projectId })

  expect(job.conclusion).toBe('success')
  expect(job.main.outputs).toMatchObject({
    valid: 'true',
    email: 'robin.vega@example.com',
    role: 'EDITOR',
    'days-left': '40',
    'expires-at': expect.stringMatching(/^20\d\d-\d\d-\d\dT.*Z$/),
  })
  expect(resultsOf(job)).toEqual([
    {
      project_id: projectId,
      project_title: 'Weekly revenue',
      published_at: '2025-06-02T14:12:00.000Z',
      project_version: '1',
      archived: false,
      dry_run: 'accepted',
      result: 'ready',
      message: 'Last published on 2025-06-02. Hex accepted a dry run.',
      trace_id: null,
    },
  ])
  expect(requests(hex)).toEqual(['Me', 'GetProject', 'RunProject'])
  expect(JSON.parse(hex.world.requests().at(-1)?.body ?? '')).toEqual({ dryRun: true })
  expect(hex.world.runs()).toEqual([])
  const log = job.main.log.join('\n')
  expect(log).toContain(
    'It is a personal token that belongs to robin.vega@example.com (EDITOR).\nIt expires in 40 days, on',
  )
  expect(log).toContain('Weekly revenue: Last published on 2025-06-02. Hex accepted a dry run.')
  expect(log).toContain('The token is valid and the project is ready.')
  expect(job.main.summary).toContain('### ✅ The token is valid and the project is ready\n')
  expect(job.main.annotations).toEqual([])
  expect(everythingPrinted(job)).not.toContain(personalToken)
})

test('a workspace token has no user, and without projects only /users/me is requested', async () => {
  const hex = await openHex()
  const job = await verify(hex, {})
  expect(job.conclusion).toBe('success')
  expect(job.main.outputs).toMatchObject({ valid: 'true', email: '', role: '', 'days-left': '' })
  expect(requests(hex)).toEqual(['Me'])
  expect(job.main.log).toContain('It is a workspace token.')
  expect(job.main.log).toContain('It does not expire.')
})

test('fails on a rejected token and does not check its projects', async () => {
  const hex = await openHex()
  const job = await verify(hex, { token: `${sampleToken}0`, 'project-id': projectId })
  expect(job.conclusion).toBe('failure')
  expect(job.main.outputs['valid']).toBe('false')
  expect(resultsOf(job)).toMatchObject([{ result: 'not_checked', dry_run: 'skipped' }])
  expect(requests(hex)).toEqual(['Me'])
  expect(job.main.annotations).toMatchObject([
    { type: 'error', message: expect.stringMatching(/^Hex rejected the token\. GET .*401/) },
  ])
  expect(job.main.summary).toContain('### ❌ Hex rejected the token')
})

test.each([
  ['a sign-in page', { kind: 'html' }],
  ['a page with 403', { kind: 'html', status: 403 }],
  ['a page with 401', { kind: 'html', status: 401 }],
  ['JSON from another service', { kind: 'status', status: 200, body: '{"ok": true}' }],
  ['a redirect', { kind: 'redirect', location: 'https://login.example.com/' }],
] as const)('%s proves nothing about the token', async (_, fault) => {
  const hex = await openHex()
  hex.world.addFault({ operation: '*', times: 'always', ...fault })
  const job = await verify(hex, { 'project-id': projectId })
  expect(job.conclusion).toBe('failure')
  expect(job.main.outputs['valid']).toBe('')
  expect(job.main.annotations[0]?.message).toMatch(
    /^Could not determine whether the token is valid\. GET /,
  )
})

test.each([
  ['a missing scope', 403],
  ['a missing endpoint', 404],
])(
  '%s for /users/me does not make the token invalid, and the check continues',
  async (_, status) => {
    const hex = await openHex()
    hex.world.addFault({ operation: 'Me', kind: 'failure', status, words: 'No' })
    const job = await verify(hex, { 'project-id': projectId })
    expect(job.conclusion).toBe('success')
    expect(job.main.outputs).toMatchObject({ valid: 'true', email: '', 'days-left': '' })
    expect(resultsOf(job)).toMatchObject([{ result: 'ready' }])
    expect(job.main.log.join('\n')).toContain("The token's user and expiration date cannot be read")
  },
)

test('reports a 403 page for the user or the project as a page, not as a missing scope', async () => {
  const hex = await openHex()
  hex.world.addFault({ operation: 'Me', times: 'always', kind: 'html', status: 403 })
  const ready = await verify(hex, { 'project-id': projectId })
  expect(ready.conclusion).toBe('success')
  const log = ready.main.log.join('\n')
  expect(log).toContain("The token's user and expiration date could not be read.")
  expect(log).toContain('403. The response is a web page')

  const behind = await openHex()
  behind.world.addFault({ operation: 'GetProject', times: 'always', kind: 'html', status: 403 })
  const red = await verify(behind, { 'project-id': projectId, 'dry-run': false })
  expect(red.conclusion).toBe('failure')
  expect(resultsOf(red)).toMatchObject([
    {
      result: 'no_access',
      message: expect.stringMatching(/^The project could not be read, and .*not from Hex\./),
    },
  ])
  for (const job of [ready, red])
    expect(job.main.log.join('\n') + job.main.summary).not.toMatch(/scope|with this token/)
})

test('a missing endpoint proves nothing, so the projects decide about the token', async () => {
  const hex = await openHex()
  hex.world.addFault({ operation: 'Me', kind: 'html', status: 404 })
  const job = await verify(hex, { 'project-id': projectId })
  expect(job.conclusion).toBe('success')
  expect(job.main.outputs['valid']).toBe('true')
})

test.each(['seconds', 'milliseconds'] as const)(
  'warns about a token that expires soon, in %s, or fails on request',
  async (expiryUnit) => {
    const hex = await openHex({ ...personal(Date.now() + 2.5 * dayMs), expiryUnit })
    const warned = await verify(hex, { token: personalToken })
    expect(warned.conclusion).toBe('success')
    expect(warned.main.outputs).toMatchObject({ valid: 'true', 'days-left': '2' })
    expect(warned.main.annotations).toMatchObject([
      { type: 'warning', message: expect.stringMatching(/expires in 2 days\. Create a new token/) },
    ])
    const failed = await verify(hex, { token: personalToken, 'fail-when-expiring': true })
    expect(failed.conclusion).toBe('failure')
    expect(failed.main.outputs['valid']).toBe('true')
    const far = await verify(hex, { token: personalToken, 'expires-within-days': 2 })
    expect(far.main.annotations).toEqual([])
  },
)

test("counts the remaining days by Hex's clock", async () => {
  const hex = await openHex({
    ...personal(Date.now() + 2.5 * dayMs),
    clockSkewMinutes: 24 * 60,
  })
  const job = await verify(hex, { token: personalToken })
  expect(job.main.outputs['days-left']).toBe('1')
})

test.each([
  ['archived', { archivedAt: '2025-06-02T14:10:00.000Z' }, /^The project is archived/],
  ['unpublished', { lastPublishedAt: null }, /^The project has never been published/],
  ['trashed', { trashedAt: '2025-06-02T14:10:00.000Z' }, /^The project is in the trash/],
] as const)(
  'fails for a project that is %s, even if a dry run would be accepted',
  async (_, seed, words) => {
    const hex = await openHex({ projects: [{ id: projectId, ...seed }, { id: otherId }] })
    const job = await verify(hex, { 'project-id': `${projectId}\n${otherId}` })
    expect(job.conclusion).toBe('failure')
    expect(job.main.outputs['valid']).toBe('true')
    expect(resultsOf(job)).toMatchObject([
      { result: 'not_runnable', dry_run: 'skipped', message: expect.stringMatching(words) },
      { result: 'ready' },
    ])
    expect(job.main.summary).toContain('The token is valid, but 1 of 2 projects is not ready')
  },
)

test("fails if Hex refuses a dry run and quotes Hex's words", async () => {
  const hex = await openHex()
  const words = 'Cannot send Slack notifications'
  hex.world.addFault({ operation: 'RunProject', kind: 'failure', status: 422, words })
  const job = await verify(hex, { 'project-id': projectId })
  expect(job.conclusion).toBe('failure')
  expect(resultsOf(job)).toMatchObject([
    { result: 'refused', dry_run: 'refused', message: expect.stringContaining(words) },
  ])
})

test.each([429, 503])(
  'a dry run with status %i until the timeout is unknown, not refused',
  async (status) => {
    const hex = await openHex()
    hex.world.addFault({
      operation: 'RunProject',
      kind: 'failure',
      status,
      words: 'Busy',
      times: 'always',
    })
    const job = await verify(hex, { 'project-id': projectId, timeout: '5s' })
    expect(job.conclusion).toBe('success')
    expect(resultsOf(job)).toMatchObject([{ result: 'dry_run_unknown', dry_run: 'unknown' }])
    expect(job.main.annotations).toMatchObject([{ type: 'warning', title: 'Weekly revenue' }])
    expect(job.main.summary).toContain(
      'The token is valid, but the outcome of a dry run is unknown',
    )
  },
)

test('a project is ready if it cannot be read but its dry run is accepted', async () => {
  const hex = await openHex({
    tokens: [{ value: sampleToken, scopes: ['Run projects'] }],
    runScopeReads: false,
  })
  const job = await verify(hex, { 'project-id': projectId })
  expect(job.conclusion).toBe('success')
  expect(resultsOf(job)).toMatchObject([
    {
      result: 'ready',
      project_title: null,
      archived: null,
      message: 'Its title and state cannot be read with this token. Hex accepted a dry run.',
    },
  ])
  const dryless = await verify(hex, { 'project-id': projectId, 'dry-run': false })
  expect(dryless.conclusion).toBe('failure')
  expect(resultsOf(dryless)).toMatchObject([{ result: 'no_access', dry_run: 'skipped' }])
})

test('fails on a missing project and checks the others anyway', async () => {
  const hex = await openHex()
  const job = await verify(hex, { 'project-id': `${otherId}\n${projectId}` })
  expect(job.conclusion).toBe('failure')
  expect(job.main.outputs['valid']).toBe('true')
  expect(resultsOf(job)).toMatchObject([{ result: 'refused' }, { result: 'ready' }])
})

test('without a dry run, it is enough that the project can be read', async () => {
  const hex = await openHex()
  const job = await verify(hex, { 'project-id': projectId, 'dry-run': 'false' })
  expect(job.conclusion).toBe('success')
  expect(requests(hex)).toEqual(['Me', 'GetProject'])
})

test('reports all invalid inputs at once and sets the outputs', async () => {
  const hex = await openHex()
  const job = await verify(hex, {
    token: '',
    'project-id': 'x',
    'dry-run': 'maybe',
    'expires-within-days': '-1',
    'fail-when-expiring': 'no',
    timeout: '30',
    summary: 'off',
  })
  expect(job.conclusion).toBe('failure')
  expect(job.main.annotations.map(({ title }) => title)).toEqual(
    [
      'token',
      'project-id',
      'dry-run',
      'expires-within-days',
      'fail-when-expiring',
      'timeout',
      'summary',
    ].map((name) => `Input '${name}'`),
  )
  expect(job.main.outputs).toMatchObject({ valid: '', email: '', results: '[]' })
  expect(requests(hex)).toEqual([])
})

test('a cancelled job ends at once with the results so far', async () => {
  const hex = await openHex()
  hex.world.addFault({ operation: 'GetProject', kind: 'stall' })
  const job = await runCompanion(
    'verify',
    hex,
    { 'project-id': projectId },
    { cancel: { mode: 'user', when: hex.whenReceived('GetProject') } },
  )
  expect(job.main.outputs).toMatchObject({ valid: 'true' })
  expect(resultsOf(job)).toMatchObject([{ result: 'no_access' }])
  expect(job.main.annotations[0]).toMatchObject({
    type: 'warning',
    message: expect.stringMatching(/^The check was cancelled/),
  })
})

function verify(
  hex: Parameters<typeof runCompanion>[1],
  inputs: Readonly<Record<string, unknown>>,
): Promise<JobReport> {
  return runCompanion('verify', hex, inputs, { secrets: [sampleToken, personalToken] })
}

function resultsOf({ main }: JobReport): ReadonlyArray<Readonly<Record<string, unknown>>> {
  return JSON.parse(main.outputs['results'] ?? '')
}

function requests(hex: Awaited<ReturnType<typeof openHex>>) {
  return hex.world.requests().map(({ operation }) => operation)
}
