import { describe, expect, test } from 'vitest'
import { sampleToken } from './auth.ts'
import { startOfContract, type Tell } from './contract.ts'
import { operations } from './routes.ts'
import { documented } from './schema.ts'

/** The same as `contract.ts` has, which is not there yet when this file is read. */
const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

const ids = {
  projectId,
  cellId: '5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22',
  staticId: '5f2e9a60-13cb-4d17-8e2f-bb7c0d4a6e22',
  dataConnectionId: '0197c3a1-5d20-7b41-9e0f-0000000000dc',
  userId: '0197c3a1-5d20-7b41-9e0f-0000000000a1',
  semanticProjectId: '0197c3a1-5d20-7b41-9e0f-0000000000b1',
  orgGuideFileId: '0197c3a1-5d20-7b41-9e0f-0000000000b2',
  threadId: '0197c3a1-5d20-7b41-9e0f-0000000000b3',
  id: '0197c3a1-5d20-7b41-9e0f-0000000000b3',
}
const sqlCellId = '8a90c4d2-e561-4b3a-a7f8-119e3c5d7f33'

/** A project with cells, a connection and a person: something for every operation. */
const workspace = {
  users: [{ id: ids.userId, email: 'mei@example.com' }],
  dataConnections: [
    { id: ids.dataConnectionId, name: 'Warehouse', type: 'postgres', details: { port: 5432 } },
  ],
  projects: [
    {
      id: projectId,
      schedules: [{ cadence: 'CUSTOM', enabled: true }],
      cells: [
        { staticId: ids.staticId, cellType: 'CHART' },
        { staticId: sqlCellId, cellType: 'SQL', source: 'select 1' },
      ],
      plans: [{ pendingMs: 10, runningMs: 20 }],
    },
  ],
} as const

/** Bodies that Hex accepts, for the operations that must have one. */
const bodies: Readonly<Record<string, unknown>> = {
  CreatePresignedUrl: { expiresIn: 15_000 },
  CreateProject: { title: 'New' },
  UpdateProject: { status: 'Production' },
  ExportProject: { projectId, version: 'latest' },
  EditProjectSharingCollections: { sharing: { upsert: { collections: [] } } },
  EditProjectSharingGroups: { sharing: { upsert: { groups: [] } } },
  EditProjectSharingUsers: {
    sharing: { upsert: { users: [{ user: { id: ids.userId }, access: 'CAN_EDIT' }] } },
  },
  EditProjectSharingOrgAndPublic: { sharing: { workspace: 'CAN_VIEW' } },
  IngestSemanticProject: { dryRun: true },
  UpdateSemanticProject: { updates: [] },
  CreateGroup: { name: 'Analysts', members: { users: [{ id: ids.userId }] } },
  EditGroup: { name: 'Everybody', members: { remove: { users: [{ id: ids.userId }] } } },
  CreateCollection: { name: 'Finance' },
  EditCollection: { description: 'Money' },
  CreateDataConnection: {
    name: 'Lake',
    type: 'databricks',
    connectionDetails: { databricks: { accessToken: 'secret', jdbcUrl: 'jdbc:databricks://x' } },
  },
  EditDataConnection: { connectionDetails: { postgres: { password: 'new' } } },
  UpdateDataConnectionSchema: { updates: [{ type: 'TABLE', name: 'a.b', status: null }] },
  UpsertGuideDraft: { files: [{ filePath: 'guide.md', contents: '# Guide' }] },
  PublishGuideDrafts: { publishAllDraftGuides: true },
  CreateCell: { projectId, cellType: 'CODE', contents: { codeCell: { source: '1 + 1' } } },
  UpdateCell: { contents: {} },
  CreateThread: { prompt: 'How many orders?' },
  ContinueThread: { prompt: 'And yesterday?' },
}

/** All of Hex's OpenAPI document, and what it leaves open. The answers of every story are held against it. */
export function documentContract(tell: Tell): void {
  describe("Hex's OpenAPI document", () => {
    test('has exactly the operations of the simulator', () => {
      expect(documented.map(({ id }) => id).toSorted()).toEqual([...operations].toSorted())
    })

    test.each(documented.map(({ id }) => id))('documents the success response of %s', (id) =>
      tell(workspace, async ({ call, startedRunId, advance }) => {
        const runId = await startedRunId()
        advance(1_000)
        const made = async (path: string, body: unknown) =>
          ((await call(`POST ${path}`, { body })).body as { id: string }).id
        const groupId = await made('/v1/groups', bodies['CreateGroup'])
        const collectionId = await made('/v1/collections', bodies['CreateCollection'])
        const cellId = id === 'GetCellOutput' ? sqlCellId : ids.cellId
        const values: Record<string, string> = { ...ids, cellId, runId, groupId, collectionId }
        const operation = documented.find((each) => each.id === id)
        // A run that has ended is not cancelled.
        if (id === 'CancelRun') values['runId'] = await startedRunId()
        const path = (operation?.path ?? '')
          .replace('(projects|models)', 'models')
          .replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name)
        const query = id === 'ListCells' ? `?projectId=${projectId}` : ''
        const body = bodies[id]

        const answer = await call(`${operation?.method} ${path}${query}`, { body })

        expect(Object.keys(operation?.responses ?? {})).toContain(String(answer.status))
        expect(answer.status).toBeLessThan(300)
      }),
    )

    test.each([
      ['PATCH', `/v1/projects/${projectId}/sharing/users`, { sharing: { upsert: {} } }],
      [
        'PATCH',
        `/v1/projects/${projectId}/sharing/workspaceAndPublic`,
        { sharing: { workspace: 'CAN_EXPLORE' } },
      ],
      ['POST', '/v1/threads', { prompt: '' }],
      ['PUT', '/v1/guides/draft', { files: { 'guide.md': '# Guide' } }],
      ['POST', '/v1/groups', { name: '' }],
    ])('rejects an undocumented body: %s %s', (method, path, body) =>
      tell({}, async ({ call }) => {
        expect(await call(`${method} ${path}`, { body })).toMatchObject({ status: 400 })
      }),
    )

    test.each([
      ['ignored', 201],
      ['refused', 400],
    ] as const)('the unknown key `members` of CreateCollection is %s', (unknownBodyKeys, status) =>
      tell({ unknownBodyKeys }, async ({ call }) => {
        const body = { name: 'Finance', members: { users: [] } }
        expect(await call('POST /v1/collections', { body })).toMatchObject({ status })
      }),
    )

    test.each([
      ['coerced', 201],
      ['refused', 422],
    ] as const)('booleans that are sent as strings are %s', (stringBooleans, status) =>
      tell({ stringBooleans }, async ({ start, world }) => {
        const body = { updatePublishedResults: 'true', useCachedSqlResults: 'false' }
        expect(await start(body)).toMatchObject({ status })
        const runs = status === 201 ? [{ updatesPublishedResults: true }] : []
        expect(world.runs()).toMatchObject(runs)
      }),
    )

    test.each([400, 403, 404, 422] as const)(
      'responds with %i for a missing project or run',
      (notFoundAs) =>
        tell({ notFoundAs }, async ({ call, status, cancel }) => {
          const elsewhere = '019a42d7-8c3b-7e15-b7d8-03f51ea964c0'
          const runs = `/v1/projects/${elsewhere}/runs`
          const answers = [
            await call(`POST ${runs}`),
            await call(`GET ${runs}`),
            await status(elsewhere),
            await cancel(elsewhere),
          ]
          expect(answers.map((answer) => answer.status)).toEqual(Array(4).fill(notFoundAs))
          // The operations on projects list a 404.
          expect(await call(`GET /v1/projects/${elsewhere}`)).toMatchObject({ status: 404 })
        }),
    )

    test('has a singular form of the run paths for older clients', () =>
      tell({}, async ({ call, world }) => {
        const project = `/v1/project/${projectId}`
        const started = await call(`POST ${project}/run`)
        expect(started).toMatchObject({ status: 201 })
        const { runId } = started.body as { runId: string }
        expect((await call(`GET ${project}/run/${runId}`)).body).toMatchObject({ runId })
        expect((await call(`GET ${project}/runs`)).body).toMatchObject({ runs: [{ runId }] })
        expect(await call(`DELETE ${project}/run/${runId}`)).toMatchObject({ status: 204 })
        expect(world.requests().map(({ operation }) => operation)).toEqual([
          'RunProject',
          'GetRunStatus',
          'GetProjectRuns',
          'CancelRun',
        ])
      }))

    test.each([
      ['any-token', 200],
      ['with-scope', 403],
      ['not-found', 404],
    ] as const)('Me with a run-only token (%s) gets %i', (meAnswers, status) =>
      tell(
        { meAnswers, tokens: [{ value: sampleToken, scopes: ['Run projects'] }] },
        async ({ call }) => {
          expect(await call('GET /v1/users/me')).toMatchObject({ status })
        },
      ),
    )
  })

  describe('sharing of a project', () => {
    test('is granted, changed, and revoked with NONE, and lists users by email', () =>
      tell(workspace, async ({ call }) => {
        const path = `/v1/projects/${projectId}/sharing/users`
        const share = (access: string, id: string = ids.userId) =>
          call(`PATCH ${path}`, {
            body: { sharing: { upsert: { users: [{ user: { id }, access }] } } },
          })
        const users = async () => {
          const { body } = await call(`GET /v1/projects/${projectId}?includeSharing=true`)
          return (body as { sharing: { users: unknown } }).sharing.users
        }
        await share('APP_ONLY')
        await share('CAN_EDIT')
        expect(await users()).toEqual([{ user: { email: 'mei@example.com' }, access: 'CAN_EDIT' }])
        expect(await share('OWNER')).toMatchObject({ status: 400 })
        await share('NONE')
        expect(await users()).toEqual([])
        expect((await share('CAN_VIEW', 'nobody')).body).toMatchObject({
          errors: [{ userIds: ['nobody'] }],
        })
      }))

    test('with a collection adds the project to it', () =>
      tell(workspace, async ({ call }) => {
        const { body } = await call('POST /v1/collections', { body: { name: 'Finance' } })
        const { id } = body as { id: string }
        const share = (access: string) =>
          call(`PATCH /v1/projects/${projectId}/sharing/collections`, {
            body: { sharing: { upsert: { collections: [{ collection: { id }, access }] } } },
          })
        const listed = async () =>
          (await call(`GET /v1/projects?collectionId=${id}`)).body as { values: Array<unknown> }
        await share('CAN_VIEW')
        expect((await listed()).values).toHaveLength(1)
        await share('NONE')
        expect((await listed()).values).toHaveLength(0)
      }))
  })

  describe('sharing of a collection', () => {
    test('accepts only its own access levels, and revokes access with NONE', () =>
      tell(workspace, async ({ call }) => {
        const sharing = { users: [{ id: ids.userId, access: 'MEMBER' }] }
        const { body } = await call('POST /v1/collections', { body: { name: 'Finance', sharing } })
        const { id } = body as { id: string }
        const edit = (access: string) =>
          call(`PATCH /v1/collections/${id}`, {
            body: { sharing: { upsert: { users: [{ id: ids.userId, access }] } } },
          })
        expect(await edit('CAN_VIEW')).toMatchObject({ status: 400 })
        expect((await edit('NONE')).body).toMatchObject({ sharing: { users: [] } })
      }))
  })

  describe('cells', () => {
    test('are created, changed, listed, and deleted', () =>
      tell(workspace, async ({ call }) => {
        const created = await call('POST /v1/cells', { body: bodies['CreateCell'] })
        const { id } = created.body as { id: string }
        const body = { contents: { codeCell: { source: '2 + 2' } } }
        expect((await call(`PATCH /v1/cells/${id}`, { body })).body).toMatchObject(body)
        const { body: page } = await call(`GET /v1/cells?projectId=${projectId}`)
        expect((page as { values: Array<{ id: string }> }).values.map((cell) => cell.id)).toEqual([
          ids.cellId,
          sqlCellId,
          id,
        ])
        expect((await call(`DELETE /v1/cells/${id}`)).body).toEqual({ cellId: id })
        expect(await call(`GET /v1/cells/${id}`)).toMatchObject({ status: 404 })
      }))
  })

  describe('groups', () => {
    test('are renamed, get and lose members, and are deleted', () =>
      tell(workspace, async ({ call, world }) => {
        const { body } = await call('POST /v1/groups', { body: { name: 'Analysts' } })
        const path = `/v1/groups/${(body as { id: string }).id}`
        const add = { users: [{ id: ids.userId }] }
        await call(`PATCH ${path}`, { body: { name: 'Everybody', members: { add } } })
        expect(world.groups()).toMatchObject([{ name: 'Everybody', userIds: [ids.userId] }])
        expect((await call(`GET ${path}`)).body).toMatchObject({
          name: 'Everybody',
          createdAt: new Date(startOfContract).toISOString(),
        })
        await call(`PATCH ${path}`, { body: { members: { remove: add } } })
        expect(world.groups()).toMatchObject([{ userIds: [] }])
        expect(await call(`DELETE ${path}`)).toMatchObject({ status: 204 })
        expect(await call(`GET ${path}`)).toMatchObject({ status: 400 })
      }))
  })
}
