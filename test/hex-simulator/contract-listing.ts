import { describe, expect, test } from 'vitest'
import { type Answer, projectId, type Tell } from './contract.ts'

/** The two lists: runs by offset, projects by cursor. */
export function listingContract(tell: Tell): void {
  describe('GetProjectRuns', () => {
    test.each([
      { listingOrder: 'newest-first', order: [2, 1, 0] },
      { listingOrder: 'oldest-first', order: [0, 1, 2] },
    ] as const)('lists runs $listingOrder', ({ listingOrder, order }) =>
      tell({ listingOrder }, async ({ startedRunId, list, advance }) => {
        const started: Array<string> = []
        for (const pauseMs of [0, 10, 10]) {
          advance(pauseMs)
          started.push(await startedRunId())
        }
        expect(runIds(await list())).toEqual(order.map((index) => started[index]))
      }),
    )

    test('lists 25 runs by default, and links the pages', () =>
      tell({ kernelLimit: 100 }, async ({ start, list, call }) => {
        for (let started = 0; started < 30; started += 1) await start()

        const first = await list()
        expect(runIds(first)).toHaveLength(25)
        expect(first.body).toMatchObject({ previousPage: null, traceId: expect.any(String) })

        const second = await call(`GET ${pathOf(first, 'nextPage')}`)
        expect(runIds(second)).toHaveLength(5)
        expect(second.body).toMatchObject({ nextPage: null })
        expect(new Set([...runIds(first), ...runIds(second)]).size).toBe(30)

        const back = await call(`GET ${pathOf(second, 'previousPage')}`)
        expect(runIds(back)).toEqual(runIds(first))
        expect(runIds(await list('limit=100'))).toHaveLength(30)
        // A last page that is full is still the last.
        expect((await list('limit=15&offset=15')).body).toMatchObject({ nextPage: null })
        expect(runIds(await list('limit=10&offset=28'))).toHaveLength(2)
      }))

    test('keeps the filters in the page links', () =>
      tell({}, async ({ start, list, call }) => {
        for (let started = 0; started < 3; started += 1) await start()
        const first = await list('limit=2&statusFilter=PENDING&runTriggerFilter=API')
        const next = pathOf(first, 'nextPage')
        expect(next).toContain('statusFilter=PENDING')
        expect(next).toContain('runTriggerFilter=API')
        expect(runIds(await call(`GET ${next}`))).toHaveLength(1)
      }))

    test.each([
      'limit=0',
      'limit=101',
      'limit=ten',
      'offset=-1',
      'statusFilter=FAILED',
      'statusFilter=PENDING&statusFilter=RUNNING',
      'runTriggerFilter=MANUAL',
    ])('refuses %s', (query) =>
      tell({}, async ({ list }) => {
        expect(await list(query)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } })
      }),
    )

    test('filters by one current status', () =>
      tell({}, async ({ startedRunId, list, cancel, advance }) => {
        const first = await startedRunId()
        advance(3_000)
        const second = await startedRunId()
        expect(runIds(await list('statusFilter=RUNNING'))).toEqual([first])
        expect(runIds(await list('statusFilter=PENDING'))).toEqual([second])

        await cancel(second)
        expect(runIds(await list('statusFilter=PENDING'))).toEqual([])
        expect(runIds(await list('statusFilter=KILLED'))).toEqual([second])
      }))

    test('filters by trigger, and lists all triggers by default', () =>
      tell({}, async ({ startedRunId, list, world }) => {
        const ours = await startedRunId()
        const scheduled = world.addRun(projectId, { trigger: 'SCHEDULED', startedAgoMs: 10 }).id
        const refresh = world.addRun(projectId, { trigger: 'APP_REFRESH', startedAgoMs: 20 }).id

        expect(runIds(await list())).toEqual([ours, scheduled, refresh])
        expect(runIds(await list('runTriggerFilter=ALL'))).toEqual([ours, scheduled, refresh])
        expect(runIds(await list('runTriggerFilter=API'))).toEqual([ours])
        expect(runIds(await list('runTriggerFilter=SCHEDULED'))).toEqual([scheduled])
      }))

    test('lists only API runs in 2025, and ignores a trigger filter', () =>
      tell({ generation: '2025' }, async ({ startedRunId, list, world }) => {
        const ours = await startedRunId()
        world.addRun(projectId, { trigger: 'SCHEDULED' })
        expect(runIds(await list())).toEqual([ours])
        expect(runIds(await list('runTriggerFilter=SCHEDULED'))).toEqual([ours])
      }))

    test('can list a new run late', () =>
      tell({ listingLagMs: 2_000 }, async ({ startedRunId, list, status, advance }) => {
        const runId = await startedRunId()
        expect(runIds(await list())).toEqual([])
        expect(await status(runId)).toMatchObject({ status: 200 })
        advance(2_000)
        expect(runIds(await list())).toEqual([runId])
      }))

    test('lists only the runs of the project', () => {
      const otherId = '019a42d7-8c3b-7e15-b7d8-03f51ea964c0'
      return tell({ projects: [{ id: projectId }, { id: otherId }] }, async ({ list, world }) => {
        world.addRun(otherId)
        expect(runIds(await list())).toEqual([])
      })
    })
  })

  describe('ListProjects', () => {
    const ids = [1, 2, 3, 4, 5].map((each) => `0197c3a1-5d20-7b41-9e0f-00000000000${each}`)
    const projects = ids.map((id, index) => ({
      id,
      title: `Project ${index}`,
      createdAt: `2025-01-0${index + 1}T00:00:00.000Z`,
      ownerEmail: index === 0 ? 'amara@example.com' : 'jonas@example.com',
    }))
    const titles = ({ body }: Answer): ReadonlyArray<string> =>
      (body as { values: ReadonlyArray<{ title: string }> }).values.map((each) => each.title)

    test('pages by cursor from the newest, forward and backward', () =>
      tell({ projects }, async ({ call }) => {
        const cursors = ({ body }: Answer) =>
          (body as { pagination: { after: string | null; before: string | null } }).pagination

        const first = await call('GET /v1/projects?limit=2')
        expect(titles(first)).toEqual(['Project 4', 'Project 3'])
        expect(cursors(first).before).toBeNull()
        const second = await call(`GET /v1/projects?limit=2&after=${cursors(first).after}`)
        expect(titles(second)).toEqual(['Project 2', 'Project 1'])
        const third = await call(`GET /v1/projects?limit=2&after=${cursors(second).after}`)
        expect(titles(third)).toEqual(['Project 0'])
        expect(cursors(third).after).toBeNull()
        const back = await call(`GET /v1/projects?limit=2&before=${cursors(third).before}`)
        expect(titles(back)).toEqual(['Project 2', 'Project 1'])
      }))

    test('rejects invalid parameters in the older error format', () =>
      tell({ projects }, async ({ call }) => {
        for (const query of [
          'limit=0',
          'limit=101',
          'sortBy=TITLE',
          'sortDirection=UP',
          'includeArchived=yes',
          'after=nonsense',
        ]) {
          const answer = await call(`GET /v1/projects?${query}`)
          expect(answer).toMatchObject({ status: 400, body: { reason: expect.any(String) } })
        }
      }))

    test('sorts and filters', () =>
      tell({ projects }, async ({ call }) => {
        const newest = await call('GET /v1/projects?limit=1&sortBy=CREATED_AT&sortDirection=DESC')
        expect(titles(newest)).toEqual(['Project 4'])
        const owned = await call('GET /v1/projects?ownerEmail=amara@example.com')
        expect(titles(owned)).toEqual(['Project 0'])
      }))

    test('lists components and archived or trashed projects only on request', () => {
      const moment = '2025-01-01T00:00:00.000Z'
      const hidden = [
        { title: 'component', type: 'COMPONENT' },
        { title: 'archived', archivedAt: moment },
        { title: 'trashed', trashedAt: moment },
      ] as const
      return tell({ projects: hidden }, async ({ call }) => {
        expect(titles(await call('GET /v1/projects'))).toEqual([])
        const all = 'includeComponents=true&includeArchived=true&includeTrashed=true'
        expect(titles(await call(`GET /v1/projects?${all}`))).toHaveLength(3)
        // As DataHub writes it.
        const python = all.replaceAll('true', 'True')
        expect(titles(await call(`GET /v1/projects?${python}`))).toHaveLength(3)
      })
    })
  })
}

function runIds({ body }: Answer): ReadonlyArray<string> {
  return (body as { runs: ReadonlyArray<{ runId: string }> }).runs.map((run) => run.runId)
}

/** The path below `/api` of one of the links in a list of runs. */
function pathOf({ body }: Answer, link: 'nextPage' | 'previousPage'): string {
  const url = new URL((body as Record<string, string>)[link] ?? '')
  return `${url.pathname.replace(/^\/api/, '')}${url.search}`
}
