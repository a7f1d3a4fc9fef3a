import { describe, expect, test } from 'vitest'
import { sampleToken } from './auth.ts'
import { projectId, startOfContract, type Tell } from './contract.ts'

const personalToken = `hxtp_${'0badcafe'.repeat(12)}`

/** Who may do what, and what the others are told. */
export function accessContract(tell: Tell): void {
  describe('access', () => {
    test('responds with a plain Unauthorized to a missing or unknown token', () =>
      tell({}, async ({ call }) => {
        const unauthorized = { status: 401, body: 'Unauthorized' }

        expect(await call('GET /v1/users/me', { token: null })).toMatchObject(unauthorized)
        expect(await call('GET /v1/users/me', { token: personalToken })).toMatchObject(unauthorized)
        expect(await call('GET /v1/users/me')).toMatchObject({ status: 200 })
      }))

    test('accepts only the Bearer scheme', () =>
      tell({}, async ({ call }) => {
        const headers = { authorization: `Basic ${sampleToken}` }
        expect(await call('GET /v1/users/me', { token: null, headers })).toMatchObject({
          status: 401,
        })
      }))

    test('accepts a token until it expires', () =>
      tell(
        { tokens: [{ value: sampleToken, expiresAtMs: startOfContract + 1_000 }] },
        async ({ call, advance }) => {
          expect(await call('GET /v1/users/me')).toMatchObject({ status: 200 })
          advance(1_000)
          expect(await call('GET /v1/users/me')).toMatchObject({ status: 401 })
        },
      ))

    test('rejects a revoked token at once', () =>
      tell({}, async ({ call, world }) => {
        world.revokeToken(sampleToken)
        expect(await call('GET /v1/users/me')).toMatchObject({ status: 401 })
      }))

    test('rejects a valid token on the wrong host like an invalid one', () =>
      tell({ wrongHost: true }, async ({ list }) => {
        expect(await list()).toMatchObject({ status: 401, body: 'Unauthorized' })
      }))

    test('rejects a start or cancel with a read-only token (2026)', () =>
      tell(
        { tokens: [{ value: sampleToken, scopes: ['Read projects'] }] },
        async ({ start, list, cancel, world }) => {
          const foreign = world.addRun(projectId)

          expect(await list()).toMatchObject({ status: 200 })
          expect(await start()).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
          // CancelRun kept the older shape in every generation.
          expect(await cancel(foreign.id)).toMatchObject({
            status: 403,
            body: { reason: expect.any(String), traceId: expect.any(String) },
          })
          expect(world.runs()).toMatchObject([{ id: foreign.id, cancelledAtMs: null }])
        },
      ))

    test('a 403 has a reason and a trace ID (2025)', () =>
      tell(
        { generation: '2025', tokens: [{ value: sampleToken, scopes: ['Read projects'] }] },
        async ({ start }) => {
          const { status, headers, body } = await start()
          expect(status).toBe(403)
          expect(body).toEqual({ reason: expect.any(String), traceId: headers['x-trace-id'] })
        },
      ))

    test.each([
      { runScopeReads: true, status: 200 },
      { runScopeReads: false, status: 403 },
    ])('responds with $status to a read with a run-only token', ({ runScopeReads, status }) =>
      tell(
        { runScopeReads, tokens: [{ value: sampleToken, scopes: ['Run projects'] }] },
        async ({ start, list, call }) => {
          expect(await start()).toMatchObject({ status: 201 })
          expect(await list()).toMatchObject({ status })
          expect(await call(`GET /v1/projects/${projectId}`)).toMatchObject({ status })
        },
      ),
    )

    test('a personal token has a user, a workspace token only an organization', () =>
      tell({ tokens: [{ value: sampleToken }, { value: personalToken }] }, async ({ call }) => {
        const person = await call('GET /v1/users/me', { token: personalToken })
        expect(person.body).toMatchObject({ email: 'robin.vega@example.com', role: 'EDITOR' })

        const workspace = await call('GET /v1/users/me')
        expect(workspace.body).toEqual({ org: { id: expect.any(String) }, token: { exp: null } })
      }))

    test.each([
      { expiryUnit: 'seconds', exp: startOfContract / 1_000 + 60 },
      { expiryUnit: 'milliseconds', exp: startOfContract + 60_000 },
    ] as const)('returns the expiry in $expiryUnit', ({ expiryUnit, exp }) =>
      tell(
        { expiryUnit, tokens: [{ value: sampleToken, expiresAtMs: startOfContract + 60_000 }] },
        async ({ call }) => {
          expect(await call('GET /v1/users/me')).toMatchObject({ body: { token: { exp } } })
        },
      ),
    )

    test('a project that the user has no access to is not found', () =>
      tell({ projects: [{ id: projectId, access: 'none' }] }, async ({ call, start }) => {
        expect(await call(`GET /v1/projects/${projectId}`)).toMatchObject({ status: 404 })
        expect(await start()).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
        expect(await call('GET /v1/projects')).toMatchObject({ body: { values: [] } })
      }))

    test('never logs a token', () =>
      tell({}, async ({ call, world }) => {
        await call('GET /v1/users/me')
        await call('GET /v1/users/me', { token: personalToken })

        expect(world.requests().map((request) => request.headers.authorization)).toEqual([
          'Bearer <known token>',
          'Bearer <unknown token>',
        ])
        expect(JSON.stringify(world.requests())).not.toContain(sampleToken)
      }))
  })
}
