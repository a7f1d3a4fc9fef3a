import { describe, expect, test } from 'vitest'
import { projectId, type Tell } from './contract.ts'
import type { RunPlan } from './runs.ts'

/** The life of a run: its statuses, its times, its cancellation, its pictures. */
export function runContract(tell: Tell): void {
  const planned = (...plans: ReadonlyArray<RunPlan>) => ({ projects: [{ id: projectId, plans }] })

  describe('GetRunStatus', () => {
    test('reports a run from PENDING to RUNNING to COMPLETED, with its times', () =>
      tell(planned({ pendingMs: 1_000, runningMs: 4_000 }), async (hex) => {
        const runId = await hex.startedRunId()
        expect(await hex.status(runId)).toMatchObject({
          status: 200,
          body: { status: 'PENDING', startTime: null, endTime: null, elapsedTime: null },
        })

        hex.advance(2_500)
        const startTime = '2025-06-02T12:00:01.000Z'
        expect(await hex.status(runId)).toMatchObject({
          body: { status: 'RUNNING', startTime, endTime: null, elapsedTime: 1_500 },
        })

        hex.advance(60_000)
        const endTime = '2025-06-02T12:00:05.000Z'
        expect(await hex.status(runId)).toMatchObject({
          body: { status: 'COMPLETED', startTime, endTime, elapsedTime: 4_000 },
        })
      }))

    test.each(['ERRORED', 'KILLED'] as const)('ends a run as %s if its plan says so', (end) =>
      tell(planned({ end }), async ({ startedRunId, status, advance }) => {
        const runId = await startedRunId()
        advance(6_000)
        expect(await status(runId)).toMatchObject({ body: { status: end, elapsedTime: 5_000 } })
      }),
    )

    test('never starts a run that gets no kernel', () =>
      tell(planned({ end: 'UNABLE_TO_ALLOCATE_KERNEL' }), async (hex) => {
        const runId = await hex.startedRunId()
        hex.advance(1_000)
        expect(await hex.status(runId)).toMatchObject({
          body: { status: 'UNABLE_TO_ALLOCATE_KERNEL', startTime: null, elapsedTime: null },
        })
      }))

    test('can run forever', () =>
      tell(planned({ end: 'never' }), async ({ startedRunId, status, advance }) => {
        const runId = await startedRunId()
        advance(86_400_000)
        expect(await status(runId)).toMatchObject({ body: { status: 'RUNNING', endTime: null } })
      }))

    test('can go through undocumented statuses', () => {
      const stages = [
        { status: 'PENDING', forMs: 100 },
        { status: 'WARMING_UP', forMs: 100 },
        { status: 'RUNNING', forMs: 100 },
      ]
      return tell(planned({ stages }), async ({ startedRunId, status, advance }) => {
        const runId = await startedRunId()
        const seen: Array<unknown> = []
        for (let stage = 0; stage <= stages.length; stage += 1) {
          const { body } = await status(runId)
          seen.push((body as { status: unknown }).status)
          advance(100)
        }
        expect(seen).toEqual(['PENDING', 'WARMING_UP', 'RUNNING', 'COMPLETED'])
      })
    })

    test('uses the next plan for each run, and repeats the last one', () =>
      tell(planned({ end: 'ERRORED' }, {}), async ({ start, world, advance }) => {
        for (let started = 0; started < 3; started += 1) await start()
        advance(6_000)
        expect(world.runs().map((run) => run.status)).toEqual(['ERRORED', 'COMPLETED', 'COMPLETED'])
      }))

    test('returns the version as a string and the trigger since 2026', async () => {
      await tell({ generation: '2026' }, async ({ startedRunId, status }) => {
        const { body } = await status(await startedRunId())
        expect(body).toMatchObject({ projectVersion: '1', runTrigger: 'API' })
      })
      await tell({ generation: '2025' }, async ({ startedRunId, status }) => {
        const { body } = await status(await startedRunId())
        expect(body).toMatchObject({ projectVersion: 1 })
        expect(body).not.toHaveProperty('runTrigger')
      })
    })

    test('adds state events if expanded stats are requested', () =>
      tell({}, async ({ startedRunId, call, advance }) => {
        const path = `GET /v1/projects/${projectId}/runs/${await startedRunId()}`
        advance(6_000)
        expect((await call(path)).body).not.toHaveProperty('stateEvents')
        const expanded = await call(path, { headers: { 'enable-expanded-stats': 'true' } })
        expect(expanded.body).toMatchObject({
          stateEvents: [{ value: 'PENDING' }, { value: 'RUNNING' }, { value: 'COMPLETED' }],
        })
      }))

    test('uses its own clock in bodies and in the Date header', () =>
      tell({ clockSkewMinutes: -10 }, async ({ startedRunId, status, advance }) => {
        const runId = await startedRunId()
        advance(1_000)
        const { headers, body } = await status(runId)
        expect(headers.date).toBe('Mon, 02 Jun 2025 11:50:01 GMT')
        expect(body).toMatchObject({ startTime: '2025-06-02T11:50:01.000Z', elapsedTime: 0 })
      }))

    test('responds with 400 to an invalid run ID, and with 404 to a run of another project', () => {
      const otherId = '019a42d7-8c3b-7e15-b7d8-03f51ea964c0'
      return tell({ projects: [{ id: projectId }, { id: otherId }] }, async ({ status, world }) => {
        const elsewhere = world.addRun(otherId)
        expect(await status('latest')).toMatchObject({ status: 400 })
        expect(await status(elsewhere.id)).toMatchObject({ status: 404 })
      })
    })

    test('can respond with 404 to a new run at first', () =>
      tell({ readingLagMs: 1_000 }, async ({ startedRunId, status, advance }) => {
        const runId = await startedRunId()
        expect(await status(runId)).toMatchObject({ status: 404 })
        advance(1_000)
        expect(await status(runId)).toMatchObject({ status: 200 })
      }))
  })

  cancelContract(tell)
  projectContract(tell)
  chartContract(tell)
}

function cancelContract(tell: Tell): void {
  const planned = (plan: RunPlan) => ({ projects: [{ id: projectId, plans: [plan] }] })

  describe('CancelRun', () => {
    test('responds with an empty 204 and kills a pending run at once', () =>
      tell({}, async ({ startedRunId, cancel, status }) => {
        const runId = await startedRunId()
        const cancelled = await cancel(runId)
        expect(cancelled).toMatchObject({ status: 204, body: '' })
        expect(cancelled.headers).not.toHaveProperty('content-type')
        const endTime = '2025-06-02T12:00:00.000Z'
        expect(await status(runId)).toMatchObject({
          body: { status: 'KILLED', startTime: null, endTime },
        })
      }))

    test('can take a while to stop the kernel', () =>
      tell(planned({ end: 'never', cancelTakesMs: 3_000 }), async (hex) => {
        const runId = await hex.startedRunId()
        hex.advance(2_000)
        expect(await hex.cancel(runId)).toMatchObject({ status: 204 })
        hex.advance(2_999)
        expect(await hex.status(runId)).toMatchObject({ body: { status: 'RUNNING' } })
        expect(await hex.cancel(runId)).toMatchObject({ status: 204 })
        hex.advance(1)
        expect(await hex.status(runId)).toMatchObject({
          body: { status: 'KILLED', elapsedTime: 4_000 },
        })
        expect(hex.world.runs()).toMatchObject([{ cancelCount: 2 }])
      }))

    test('does not stop a run that completes first', () =>
      tell(planned({ cancelTakesMs: 3_000 }), async ({ startedRunId, cancel, status, advance }) => {
        const runId = await startedRunId()
        advance(5_000)
        expect(await cancel(runId)).toMatchObject({ status: 204 })
        advance(60_000)
        expect(await status(runId)).toMatchObject({ body: { status: 'COMPLETED' } })
      }))

    test('responds to an ended run with 422 in the older format, or with 204', async () => {
      await tell({}, async ({ startedRunId, cancel, advance }) => {
        const runId = await startedRunId()
        advance(6_000)
        const { status, headers, body } = await cancel(runId)
        expect(status).toBe(422)
        expect(body).toEqual({ reason: expect.any(String), traceId: headers['x-trace-id'] })
      })
      await tell(
        { finishedRunCancel: 'accepted' },
        async ({ startedRunId, cancel, advance, world }) => {
          const runId = await startedRunId()
          advance(6_000)
          expect(await cancel(runId)).toMatchObject({ status: 204 })
          expect(world.runs()).toMatchObject([{ status: 'COMPLETED', cancelledAtMs: null }])
        },
      )
    })

    test.each([
      { cancel: 'refused', status: 422 },
      { cancel: 'ignored', status: 204 },
    ] as const)('can leave a run running: $cancel', ({ cancel, status }) =>
      tell(planned({ cancel, end: 'never' }), async (hex) => {
        const runId = await hex.startedRunId()
        expect(await hex.cancel(runId)).toMatchObject({ status })
        hex.advance(60_000)
        expect(hex.world.runs()).toMatchObject([{ status: 'RUNNING', cancelCount: 1 }])
      }),
    )

    test('stops runs with any trigger, and responds with 404 to an unknown run', () =>
      tell({}, async ({ cancel, world }) => {
        const scheduled = world.addRun(projectId, { trigger: 'SCHEDULED' })
        expect(await cancel(scheduled.id)).toMatchObject({ status: 204 })
        expect(world.runs()).toMatchObject([{ status: 'KILLED' }])

        const unknown = await cancel('019814d7-a5f1-7008-b413-872974a7a308')
        expect(unknown).toMatchObject({ status: 404, body: { reason: expect.any(String) } })
      }))
  })
}

function projectContract(tell: Tell): void {
  describe('GetProject', () => {
    test('returns the documented metadata', () => {
      const project = {
        id: projectId,
        title: 'Weekly revenue',
        status: 'Production',
        categories: ['Finance'],
        schedules: [{ cadence: 'DAILY', enabled: true }],
      } as const
      return tell({ projects: [project] }, async ({ call }) => {
        const { body } = await call(`GET /v1/projects/${projectId}`)
        expect(body).toMatchObject({
          id: projectId,
          title: 'Weekly revenue',
          description: null,
          type: 'PROJECT',
          creator: { email: expect.any(String) },
          owner: { email: expect.any(String) },
          status: { name: 'Production' },
          categories: [{ name: 'Finance', description: null }],
          reviews: { required: false },
          analytics: { publishedResultsUpdatedAt: null, lastViewedAt: null },
          lastPublishedAt: expect.any(String),
          archivedAt: null,
          trashedAt: null,
          schedules: [{ cadence: 'DAILY', enabled: true }],
        })
        expect(body).not.toHaveProperty('sharing')
        const shared = await call(`GET /v1/projects/${projectId}?includeSharing=true`)
        expect(shared.body).toHaveProperty('sharing')
      })
    })

    test('sets publishedResultsUpdatedAt when a run that updates the app completes', () => {
      const plans = [{}, { end: 'ERRORED' }, {}] as const
      return tell({ projects: [{ id: projectId, plans }] }, async ({ start, call, advance }) => {
        const updatedAt = async (): Promise<unknown> => {
          const { body } = await call(`GET /v1/projects/${projectId}`)
          return (body as { analytics: Record<string, unknown> }).analytics
            .publishedResultsUpdatedAt
        }
        await start({ updatePublishedResults: false })
        await start({ updatePublishedResults: true })
        advance(60_000)
        expect(await updatedAt()).toBeNull()

        await start({ updatePublishedResults: true })
        advance(5_999)
        expect(await updatedAt()).toBeNull()
        advance(1)
        expect(await updatedAt()).toBe('2025-06-02T12:01:06.000Z')
      })
    })
  })
}

function chartContract(tell: Tell): void {
  describe('GetChartImageFromRun', () => {
    const cells = [
      { staticId: 'revenue', cellType: 'EXPLORE' },
      { staticId: 'forecast', cellType: 'CODE' },
    ]
    const charted = { projects: [{ id: projectId, cells }] }
    const image = (runId: string, cell: string, query = ''): string =>
      `GET /v1/projects/${projectId}/runs/${runId}/cells/${cell}/image${query}`

    test('draws a chart of a completed run as a PNG in the requested size', () =>
      tell(charted, async ({ startedRunId, call, advance }) => {
        const runId = await startedRunId()
        advance(6_000)
        const { status, body } = await call(image(runId, 'revenue', '?width=300&height=200'))
        expect(status).toBe(200)
        expect(body).toMatchObject({ projectId, runId, staticId: 'revenue', mimeType: 'image/png' })
        const png = Buffer.from((body as { imageBase64: string }).imageBase64, 'base64')
        expect(png.subarray(1, 4).toString()).toBe('PNG')
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 200])
      }))

    test('has no image of an active run, another type of cell, or a missing cell', () =>
      tell(charted, async ({ startedRunId, call, advance }) => {
        const runId = await startedRunId()
        expect(await call(image(runId, 'revenue'))).toMatchObject({ status: 422 })
        advance(6_000)
        expect(await call(image(runId, 'forecast'))).toMatchObject({ status: 422 })
        expect(await call(image(runId, 'margin'))).toMatchObject({ status: 404 })
      }))

    test.each(['?width=300', '?height=200', '?width=99&height=200', '?width=300&height=2001'])(
      'refuses the size %s',
      (query) =>
        tell(charted, async ({ startedRunId, call, advance }) => {
          const runId = await startedRunId()
          advance(6_000)
          expect(await call(image(runId, 'revenue', query))).toMatchObject({ status: 400 })
        }),
    )
  })
}
