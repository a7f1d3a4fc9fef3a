import { describe, expect, test } from 'vitest'
import { type Answer, projectId, type Tell } from './contract.ts'
import type { ProjectSeed } from './projects.ts'

/** RunProject: what starts, what is refused, and in which words. */
export function startContract(tell: Tell): void {
  describe('RunProject', () => {
    test('starts a run without a body, and returns no status', () =>
      tell({ projects: [{ id: projectId, version: 7 }] }, async ({ start, world }) => {
        const { status, body } = await start()
        const [run] = world.runs()

        expect(status).toBe(201)
        expect(body).toEqual({
          projectId,
          projectVersion: 7,
          runId: run?.id,
          runUrl: expect.stringMatching(/^https?:\/\//),
          runStatusUrl: expect.stringMatching(`/api/v1/projects/${projectId}/runs/${run?.id}$`),
          traceId: expect.any(String),
        })
        expect(run).toMatchObject({ trigger: 'API', status: 'PENDING', createdByRequest: 1 })
      }))

    test('responds with 400 to an invalid project ID, and with 404 to an unknown one', () =>
      tell({}, async ({ call }) => {
        const malformed = await call('POST /v1/projects/030UbtEpvL5rit3JLHGzSS/runs')
        expect(malformed).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } })

        const unknown = await call('POST /v1/projects/019814d7-a5f1-7008-b413-872974a7a308/runs')
        expect(unknown).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
      }))

    test('accepts UUIDs of any version', () => {
      const id = 'D2C0A1B4-3E5F-4678-9ABC-0123456789AB'
      return tell({ projects: [{ id }] }, async ({ call }) => {
        expect(await call(`POST /v1/projects/${id}/runs`)).toMatchObject({ status: 201 })
      })
    })

    test('responds with 400 to a body that is not JSON or has another content type', () =>
      tell({}, async ({ start, call }) => {
        expect(await start('{"dryRun": tru')).toMatchObject({ status: 400 })

        const headers = { 'content-type': 'text/plain' }
        const path = `POST /v1/projects/${projectId}/runs`
        expect(await call(path, { body: '{}', headers })).toMatchObject({ status: 400 })
      }))

    test.each([
      { inputParams: null },
      { inputParams: [] },
      { updatePublishedResults: 'true' },
      { useCachedSqlResults: null },
      { dryRun: 1 },
      { viewId: 7 },
      { notifications: {} },
    ])('rejects %j: null and wrong types do not mean the default', (body) =>
      tell({}, async ({ start, world }) => {
        const issues = [{ message: expect.stringContaining(Object.keys(body)[0] ?? '') }]
        expect(await start(body)).toMatchObject({
          status: 422,
          body: { message: 'Validation Failed', code: 'UNPROCESSABLE_CONTENT', issues },
        })
        expect(world.runs()).toEqual([])
      }),
    )

    test('in 2025, rejects a body with a reason and a list of details', () =>
      tell({ generation: '2025' }, async ({ start }) => {
        expect(await start({ inputParams: null })).toMatchObject({
          status: 422,
          body: {
            reason: 'Validation Failed',
            details: [{ message: expect.stringContaining('inputParams') }],
            traceId: expect.any(String),
          },
        })
      }))

    test.each([
      { generation: '2025', status: 422 },
      { generation: '2026', status: 201 },
    ] as const)(
      'responds to an unknown key with $status in $generation',
      ({ generation, status }) =>
        tell({ generation }, async ({ start }) => {
          expect(await start({ parameters: { schema: 'pr_123' } })).toMatchObject({ status })
        }),
    )

    test('refuses inputs together with a saved view', () =>
      tell({ projects: [{ id: projectId, savedViews: ['emea'] }] }, async ({ start }) => {
        expect(await start({ inputParams: {}, viewId: 'emea' })).toMatchObject({ status: 422 })
        expect(await start({ viewId: 'apac' })).toMatchObject({ status: 422 })
        expect(await start({ viewId: 'emea' })).toMatchObject({ status: 201 })
      }))

    test('rejects updating published results with inputs, even an empty mapping', () =>
      tell({}, async ({ start }) => {
        for (const flag of ['updatePublishedResults', 'updateCache']) {
          expect(await start({ inputParams: { a: 1 }, [flag]: true })).toMatchObject({
            status: 422,
          })
          expect(await start({ inputParams: {}, [flag]: true })).toMatchObject({ status: 422 })
          expect(await start({ [flag]: true })).toMatchObject({ status: 201 })
        }
      }))

    test.each([
      { publishWithInputs: 'inputs-ignored', updatesPublishedResults: true },
      { publishWithInputs: 'flag-ignored', updatesPublishedResults: false },
    ] as const)('can also accept published results with inputs: $publishWithInputs', (played) =>
      tell({ publishWithInputs: played.publishWithInputs }, async ({ start, world }) => {
        const body = { inputParams: { a: 1 }, updatePublishedResults: true }
        expect(await start(body)).toMatchObject({ status: 201 })
        const { updatesPublishedResults } = played
        expect(world.runs()).toMatchObject([{ updatesPublishedResults }])
      }),
    )

    test.each([
      [{ lastPublishedAt: null }, 422],
      [{ archivedAt: '2025-01-01T00:00:00.000Z' }, 422],
      [{ trashedAt: '2025-01-01T00:00:00.000Z' }, 422],
      [{ type: 'COMPONENT' }, 422],
      [{ access: 'view' }, 201],
    ] as Array<[ProjectSeed, number]>)('a start of a project with %j gets %i', (seed, status) =>
      tell({ projects: [{ id: projectId, ...seed }] }, async ({ start }) => {
        expect(await start()).toMatchObject({ status })
      }),
    )

    test('updates published results only for editors, and only if the app shows them', async () => {
      await tell({ projects: [{ id: projectId, access: 'view' }] }, async ({ start }) => {
        expect(await start({ updatePublishedResults: true })).toMatchObject({ status: 403 })
      })
      const hidden = { id: projectId, showsPublishedResults: false }
      await tell({ projects: [hidden] }, async ({ start }) => {
        expect(await start({ updatePublishedResults: true })).toMatchObject({ status: 422 })
      })
    })

    const withInputs: ProjectSeed = {
      id: projectId,
      inputs: [
        { name: 'schema', dataType: 'STRING' },
        { name: 'rows', dataType: 'NUMBER', inputCellType: 'SLIDER' },
        { name: 'strict', dataType: 'BOOLEAN' },
        { name: 'day', dataType: 'DATE' },
        { name: 'regions', dataType: 'ARRAY' },
        { name: 'anything', dataType: 'ANY' },
      ],
    }
    const fitting = {
      schema: '007',
      rows: 7,
      strict: false,
      day: '2025-06-02',
      regions: ['emea'],
      anything: { deep: null },
    }
    const misfits = { schema: 7, rows: '7', strict: 'false', day: 'someday', regions: 'emea' }

    test('accepts inputs of the declared types', () =>
      tell({ projects: [withInputs] }, async ({ start }) => {
        expect(await start({ inputParams: fitting })).toMatchObject({ status: 201 })
      }))

    test('lists inputs of the wrong type: invalid[] in 2025, issues in 2026', async () => {
      await tell({ projects: [withInputs], generation: '2025' }, async ({ start }) => {
        const { status, body } = await start({ inputParams: misfits })
        expect(status).toBe(422)
        expect(body).toMatchObject({
          traceId: expect.any(String),
          invalid: Object.keys(misfits).map((paramName) => ({ paramName })),
          notFound: [],
        })
        const rows = { paramName: 'rows', paramValue: '"7"', dataType: 'NUMBER' }
        expect(body).toMatchObject({
          invalid: expect.arrayContaining([expect.objectContaining(rows)]),
        })
      })
      await tell({ projects: [withInputs] }, async ({ start }) => {
        const { status, body } = await start({ inputParams: { rows: '7' } })
        expect(status).toBe(422)
        expect(body).toMatchObject({ issues: [{ message: 'rows: expected NUMBER, got "7"' }] })
      })
    })

    test('ignores unknown inputs, or rejects and names them', async () => {
      const typo = { inputParams: { shcema: 'pr_123' } }
      await tell({ projects: [withInputs] }, async ({ start }) => {
        expect(await start(typo)).toMatchObject({ status: 201 })
      })
      const strict = { projects: [withInputs], unknownInputs: 'refused' } as const
      await tell({ ...strict, generation: '2025' }, async ({ start }) => {
        const body = { invalid: [], notFound: ['shcema'] }
        expect(await start(typo)).toMatchObject({ status: 422, body })
      })
      await tell(strict, async ({ start }) => {
        const issues = [{ message: expect.stringContaining('shcema') }]
        expect(await start(typo)).toMatchObject({ status: 422, body: { issues } })
      })
    })

    test('responds to a dry run with the ID of a run that does not exist', () =>
      tell({ projects: [{ id: projectId, plans: [{ pendingMs: 1 }, {}] }] }, async (hex) => {
        const { status, body } = await hex.start({ dryRun: true })
        const { runId } = body as { runId: string }

        expect(status).toBe(201)
        expect(hex.world.runs()).toEqual([])
        expect(await hex.status(runId)).toMatchObject({ status: 404 })
        // It did not use up the first run's plan either.
        expect(hex.world.projects()).toMatchObject([{ startedRuns: 0 }])
      }))

    test.each([
      { dryRunChecks: 'structure', status: 201 },
      { dryRunChecks: 'project', status: 422 },
    ] as const)('a dry run can check the $dryRunChecks', ({ dryRunChecks, status }) =>
      tell(
        { dryRunChecks, projects: [{ id: projectId, lastPublishedAt: null }] },
        async ({ start }) => {
          expect(await start({ dryRun: true })).toMatchObject({ status })
          expect(await start({ dryRun: true, viewId: 7 })).toMatchObject({ status: 422 })
        },
      ),
    )

    notificationContract(tell)
    kernelContract(tell)
  })
}

function notificationContract(tell: Tell): void {
  test('echoes notifications, one entry per recipient, with formats as a list', () =>
    tell({}, async ({ start, status, world }) => {
      const notification = {
        type: 'FAILURE',
        includeSuccessScreenshot: true,
        screenshotFormat: 'pdf',
        slackChannelIds: ['C024BE91L'],
        userIds: ['u-1'],
        groupIds: ['g-1'],
        subject: 'Revenue',
      }
      const answer = await start({ notifications: [notification] })
      const shared = { type: 'FAILURE', screenshotFormat: ['pdf'], subject: 'Revenue' }
      const notifications = [
        { ...shared, recipientType: 'SLACK_CHANNEL', recipient: { id: 'C024BE91L' } },
        { ...shared, recipientType: 'USER', recipient: { id: 'u-1' } },
        { ...shared, recipientType: 'GROUP', recipient: { id: 'g-1' } },
      ]

      expect(answer).toMatchObject({ status: 201, body: { notifications } })
      const [run] = world.runs()
      expect(await status(run?.id ?? '')).toMatchObject({ body: { notifications } })
    }))

  test.each([
    { includeSuccessScreenshot: false },
    { type: 'NEVER', includeSuccessScreenshot: false },
    { type: 'ALL' },
    { type: 'ALL', includeSuccessScreenshot: 'true' },
    { type: 'ALL', includeSuccessScreenshot: true, screenshotFormat: 'gif' },
    { type: 'ALL', includeSuccessScreenshot: true, slackChannelIds: 'C024BE91L' },
    { type: 'ALL', includeSuccessScreenshot: true, subject: 7 },
    'everyone',
  ])('refuses the notification %j', (notification) =>
    tell({}, async ({ start }) => {
      const issues = [{ message: expect.stringMatching(/^body\/notifications\/0/) }]
      const answer = await start({ notifications: [notification] })
      expect(answer).toMatchObject({ status: 422, body: { issues } })
    }),
  )

  test('starts nothing with a Slack notification that the user has not enabled', () => {
    const value = `hxtp_${'ab'.repeat(48)}`
    const tokens = [{ value, slackNotificationsEnabled: false }]
    return tell({ tokens }, async ({ call, world }) => {
      const notification = { type: 'ALL', includeSuccessScreenshot: false, slackChannelIds: ['C1'] }
      const body = { notifications: [notification] }
      const answer = await call(`POST /v1/projects/${projectId}/runs`, { token: value, body })
      expect(answer).toMatchObject({
        status: 422,
        body: { message: expect.stringMatching(/Slack/) },
      })
      expect(world.runs()).toEqual([])
    })
  })
}

function kernelContract(tell: Tell): void {
  const words: ReadonlyArray<{ generation: '2025' | '2026'; body: Answer['body'] }> = [
    { generation: '2025', body: { reason: expect.any(String), traceId: expect.any(String) } },
    {
      generation: '2026',
      body: { message: expect.any(String), code: 'SERVICE_UNAVAILABLE' },
    },
  ]
  test.each(words)('rejects a 26th kernel with a 503 in the format of $generation', (expected) =>
    tell({ generation: expected.generation }, async ({ start, world }) => {
      for (let started = 0; started < 25; started += 1) {
        expect(await start()).toMatchObject({ status: 201 })
      }
      const refused = await start()
      expect(refused.status).toBe(503)
      expect(refused.body).toEqual(expected.body)
      expect(world.runs()).toHaveLength(25)
    }),
  )

  test('counts kernels used in the UI, and frees one when a run ends or is killed', () => {
    const plans = [{ end: 'never' }, { pendingMs: 1_000, runningMs: 1_000 }] as const
    const options = { uiKernels: 23, cancelTakesMs: 500, projects: [{ id: projectId, plans }] }
    return tell(options, async ({ startedRunId, start, cancel, advance }) => {
      const endless = await startedRunId()
      await startedRunId()
      expect(await start()).toMatchObject({ status: 503 })

      advance(2_000)
      expect(await start()).toMatchObject({ status: 201 })
      expect(await start()).toMatchObject({ status: 503 })

      await cancel(endless)
      expect(await start()).toMatchObject({ status: 503 })
      advance(500)
      expect(await start()).toMatchObject({ status: 201 })
    })
  })
}
