import { describe, expect, test } from 'vitest'
import { sampleToken } from './auth.ts'
import { type Answer, projectId, type Tell } from './contract.ts'

const warehouse = {
  id: '0197c3a1-5d20-7b41-9e0f-0000000000dc',
  name: 'Warehouse',
  type: 'postgres',
  details: { hostname: 'db.example.com', port: 5432, username: 'hex', password: 'old-password' },
}

/** People, groups, collections, data connections, and what a project is made of. */
export function workspaceContract(tell: Tell): void {
  describe('ListUsers', () => {
    const users = ['mei@example.com', 'amara@example.com', 'jonas@example.com'].map((email) => ({
      email,
    }))

    test('pages `values` by cursor, sorted by name by default', () =>
      tell({ users }, async ({ call }) => {
        const first = await call('GET /v1/users?limit=2')
        expect(emails(first)).toEqual(['amara@example.com', 'jonas@example.com'])
        const { after } = (first.body as { pagination: { after: string } }).pagination
        const second = await call(`GET /v1/users?limit=2&after=${after}`)
        expect(emails(second)).toEqual(['mei@example.com'])
        expect(second.body).toMatchObject({ pagination: { after: null } })
        const reverse = await call('GET /v1/users?limit=500&sortBy=EMAIL&sortDirection=DESC')
        expect(emails(reverse)[0]).toBe('mei@example.com')
        expect(await call('GET /v1/users?limit=501')).toMatchObject({ status: 400 })
      }))

    test('filters users by ID and by group', () =>
      tell({ users }, async ({ call, world }) => {
        const [mei, amara] = world.users()
        expect(emails(await call(`GET /v1/users?userIds=${mei?.id},${amara?.id}`))).toHaveLength(2)
        const body = { name: 'Analysts', members: { users: [{ id: mei?.id }] } }
        const { body: group } = await call('POST /v1/groups', { body })
        const { id } = group as { id: string }
        expect(emails(await call(`GET /v1/users?groupId=${id}`))).toEqual(['mei@example.com'])
      }))
  })

  describe('groups', () => {
    test('are created with members, and can share a name', () =>
      tell({ users: [{ email: 'mei@example.com' }] }, async ({ call, world }) => {
        const [mei] = world.users()
        const body = { name: 'Analysts', members: { users: [{ id: mei?.id }] } }
        const created = await call('POST /v1/groups', { body })
        expect(created).toMatchObject({ status: 201, body: { id: expect.any(String), ...body } })
        expect(await call('POST /v1/groups', { body: { name: 'Analysts' } })).toMatchObject({
          status: 201,
        })
        expect((await call('GET /v1/groups')).body).toMatchObject({
          values: [{ name: 'Analysts' }, { name: 'Analysts' }],
        })
      }))

    test.each([
      ['no name', { members: { users: [] } }],
      ['an empty name', { name: '' }],
      ['an unknown member', { name: 'Analysts', members: { users: [{ id: 'nobody' }] } }],
      ['more than 100 members', { name: 'All', members: { users: Array(101).fill({ id: 'x' }) } }],
    ])('are rejected with %s, in the older error format', (_, body) =>
      tell({}, async ({ call, world }) => {
        expect(await call('POST /v1/groups', { body })).toMatchObject({
          status: 400,
          body: { reason: expect.any(String) },
        })
        expect(world.groups()).toEqual([])
      }),
    )
  })

  describe('collections', () => {
    test('are created with sharing, and an edit changes only what it names', () =>
      tell({ users: [{ email: 'mei@example.com' }] }, async ({ call, world }) => {
        const [mei] = world.users()
        const sharing = {
          users: [{ id: mei?.id, access: 'MEMBER' }],
          workspace: { members: 'MEMBER' },
        }
        const body = { name: 'Finance', description: 'Money', sharing }
        const created = await call('POST /v1/collections', { body })
        expect(created).toMatchObject({ status: 201, body })

        const { id } = created.body as { id: string }
        const upsert = { users: [{ id: mei?.id, access: 'MANAGER' }] }
        const edited = await call(`PATCH /v1/collections/${id}`, { body: { sharing: { upsert } } })
        expect(edited).toMatchObject({
          status: 200,
          body: {
            name: 'Finance',
            sharing: { users: upsert.users, workspace: { members: 'MEMBER' } },
          },
        })
        expect((await call(`GET /v1/collections/${id}`)).body).toEqual(edited.body)
        expect((await call('GET /v1/collections')).body).toMatchObject({ values: [edited.body] })
      }))

    test('have no singular path, and reject unknown users', () =>
      tell({}, async ({ call, world }) => {
        expect(await call('PATCH /v1/collection/x', { body: {} })).toMatchObject({ status: 404 })
        expect(await call('GET /v1/collections/nowhere')).toMatchObject({ status: 400 })
        const sharing = { users: [{ id: 'nobody', access: 'MEMBER' }] }
        const body = { name: 'Finance', sharing }
        expect(await call('POST /v1/collections', { body })).toMatchObject({ status: 400 })
        expect(world.collections()).toEqual([])
      }))

    test('filter the list of projects', () => {
      const projects = [
        { title: 'inside', collectionIds: ['finance'] },
        { title: 'outside', collectionIds: [] },
      ]
      return tell({ projects }, async ({ call }) => {
        expect((await call('GET /v1/projects?collectionId=finance')).body).toMatchObject({
          values: [{ title: 'inside' }],
        })
      })
    })
  })

  describe('data connections', () => {
    test('never show a secret, and an edit gets 201', () =>
      tell({ dataConnections: [warehouse] }, async ({ call, world }) => {
        const listed = await call('GET /v1/data-connections')
        expect(listed.body).toMatchObject({
          values: [
            { name: 'Warehouse', connectionDetails: { postgres: { username: 'hex', port: 5432 } } },
          ],
        })
        const body = { connectionDetails: { postgres: { password: 'new-password' } } }
        const edited = await call(`PATCH /v1/data-connections/${warehouse.id}`, { body })
        expect(edited.status).toBe(201)
        expect(await call(`GET /v1/data-connections/${warehouse.id}`)).toMatchObject({
          status: 200,
          body: edited.body as object,
        })
        expect(JSON.stringify([listed.body, edited.body])).not.toMatch(/password/)
        expect(world.dataConnections()).toMatchObject([
          { details: { ...warehouse.details, password: 'new-password' } },
        ])
      }))

    test('get 404 if they do not exist, and 422 for details of another type', () =>
      tell({ dataConnections: [warehouse] }, async ({ call }) => {
        const elsewhere = await call('GET /v1/data-connections/none')
        expect(elsewhere).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
        const body = { connectionDetails: { snowflake: { passphrase: 'x' } } }
        const edited = await call(`PATCH /v1/data-connections/${warehouse.id}`, { body })
        expect(edited).toMatchObject({ status: 422, body: { reason: expect.any(String) } })
      }))
  })

  describe('a project', () => {
    test('gets a status, keeps it if an update has none, and loses it with null', () =>
      tell({}, async ({ call }) => {
        const patch = (body: unknown) => call(`PATCH /v1/projects/${projectId}`, { body })
        expect((await patch({ status: 'Production' })).body).toMatchObject({
          status: { name: 'Production' },
        })
        expect((await patch({})).body).toMatchObject({ status: { name: 'Production' } })
        expect((await patch({ status: null })).body).toMatchObject({ status: null })
        expect(await patch({ status: 7 })).toMatchObject({ status: 400 })
      }))

    test('is exported as YAML if the organization allows it', () =>
      tell({}, async ({ call, world }) => {
        const body = { projectId, version: 'latest' }
        expect((await call('POST /v1/projects/export', { body })).body).toMatchObject({
          filename: 'Weekly revenue.hex.yaml',
          content: expect.stringContaining(projectId),
        })
        const version = 'newest'
        expect(
          await call('POST /v1/projects/export', { body: { projectId, version } }),
        ).toMatchObject({ status: 400 })
        world.changeBehaviour({ exportsAllowed: false })
        expect(await call('POST /v1/projects/export', { body })).toMatchObject({ status: 403 })
      }))

    test('lists its queried tables page by page, only on the Enterprise plan', () => {
      const queriedTables = ['orders', 'customers', 'refunds'].map((tableName) => ({
        dataConnectionId: warehouse.id,
        dataConnectionName: 'Warehouse',
        tableName,
      }))
      const unpublishedId = '019a42d7-8c3b-7e15-b7d8-03f51ea964c0'
      const projects = [
        { id: projectId, queriedTables },
        { id: unpublishedId, lastPublishedAt: null },
      ]
      return tell({ projects }, async ({ call, world }) => {
        const tables = `GET /v1/projects/${projectId}/queriedTables`
        expect((await call(`${tables}?limit=2`)).body).toMatchObject({
          values: queriedTables.slice(0, 2),
          pagination: { after: expect.any(String) },
        })
        expect(await call(`GET /v1/projects/${unpublishedId}/queriedTables`)).toMatchObject({
          status: 422,
        })
        world.changeBehaviour({ enterprisePlan: false })
        expect(await call(tables)).toMatchObject({
          status: 403,
          body: { reason: expect.any(String) },
        })
      })
    })
  })

  test.each([
    'GET /v1/users',
    'GET /v1/groups',
    'POST /v1/groups',
    'GET /v1/collections',
    'POST /v1/collections',
    'GET /v1/data-connections',
    `PATCH /v1/data-connections/${warehouse.id}`,
    `PATCH /v1/projects/${projectId}`,
    `GET /v1/projects/${projectId}/queriedTables`,
  ])('a run-only token cannot %s', (line) =>
    tell({ tokens: [{ value: sampleToken, scopes: ['Run projects'] }] }, async ({ call }) => {
      expect(await call(line, line.startsWith('GET') ? {} : { body: {} })).toMatchObject({
        status: 403,
      })
    }),
  )
}

function emails({ body }: Answer): ReadonlyArray<string> {
  return (body as { values: ReadonlyArray<{ email: string }> }).values.map((each) => each.email)
}
