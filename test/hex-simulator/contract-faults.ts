import { describe, expect, test } from 'vitest'
import { projectId, type Tell } from './contract.ts'

/** What goes wrong on the way, and what Hex has done by then. */
export function faultContract(tell: Tell): void {
  describe('faults', () => {
    test('can precede the effect: nothing starts, and the next start succeeds', () =>
      tell({ faults: [{ operation: 'RunProject', kind: 'status', status: 502 }] }, async (hex) => {
        expect(await hex.start()).toMatchObject({ status: 502 })
        expect(hex.world.runs()).toEqual([])
        expect(await hex.start()).toMatchObject({ status: 201 })
      }))

    test('can follow the effect: the run exists, and the response is lost', () =>
      tell(
        { faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }] },
        async ({ start, world }) => {
          expect(await start()).toMatchObject({ status: 0 })
          expect(world.runs()).toMatchObject([{ status: 'PENDING', createdByRequest: 1 }])
          expect(world.requests()).toMatchObject([{ hexStatus: 201, sentStatus: null }])
        },
      ))

    test('can delay the effect until after the connection is closed', () =>
      tell(
        {
          faults: [{ operation: 'RunProject', kind: 'reset', effect: { delayMs: 2_000 } }],
        },
        async ({ start, world, advance, list }) => {
          expect(await start()).toMatchObject({ status: 0 })
          advance(1_999)
          expect(world.runs()).toEqual([])
          const landsAtMs = world.nextEffectAtMs()
          advance(1)
          expect(await list()).toMatchObject({ body: { runs: [{ status: 'PENDING' }] } })
          advance(10_000)
          expect(await list()).toMatchObject({ body: { runs: [{ status: 'COMPLETED' }] } })
          expect(world.runs()).toMatchObject([{ createdAtMs: landsAtMs }])
          expect(world.nextEffectAtMs()).toBeNull()
        },
      ))

    test('can delay the response, with the effect at receipt or at the response', () =>
      tell(
        {
          faults: [
            { operation: 'RunProject', kind: 'delay', afterMs: 20 },
            { operation: 'RunProject', kind: 'delay', afterMs: 20, skip: 1, effect: 'at-answer' },
          ],
        },
        async ({ start, world }) => {
          expect(await start()).toMatchObject({ status: 201 })
          expect(await start()).toMatchObject({ status: 201 })
          const [first, second] = world.runs()
          expect((second?.createdAtMs ?? 0) - (first?.createdAtMs ?? 0)).toBe(20)
        },
      ))

    test('can lose a cancel request before or after its effect', () =>
      tell(
        {
          faults: [
            { operation: 'CancelRun', kind: 'reset' },
            { operation: 'CancelRun', kind: 'html', status: 504, skip: 1, effect: 'at-receipt' },
          ],
        },
        async ({ startedRunId, cancel, world }) => {
          const runId = await startedRunId()
          expect(await cancel(runId)).toMatchObject({ status: 0 })
          expect(world.runs()).toMatchObject([{ cancelCount: 0, status: 'PENDING' }])
          expect(await cancel(runId)).toMatchObject({ status: 504 })
          expect(world.runs()).toMatchObject([{ cancelCount: 1, status: 'KILLED' }])
        },
      ))

    test('can cut off a response in the middle of its body', () =>
      tell({ faults: [{ operation: 'RunProject', kind: 'cut' }] }, async ({ start, world }) => {
        expect(await start()).toMatchObject({ status: 0 })
        expect(world.runs()).toHaveLength(1)
      }))

    test('can refuse the connection: Hex never receives the request', () =>
      tell({ faults: [{ operation: 'RunProject', kind: 'refuse' }] }, async ({ start, world }) => {
        expect(await start()).toMatchObject({ status: 0 })
        expect(world.runs()).toEqual([])
        expect(world.requests()).toMatchObject([{ fault: 'refuse', hexStatus: null }])
      }))

    test('can send a web page, garbage, an empty body, or a huge body', () =>
      tell(
        {
          faults: [
            { operation: 'GetProjectRuns', kind: 'html' },
            { operation: 'GetProjectRuns', kind: 'garbage', skip: 1 },
            { operation: 'GetProjectRuns', kind: 'empty', skip: 2 },
            { operation: 'GetProjectRuns', kind: 'huge', bytes: 100_000, skip: 3 },
          ],
        },
        async ({ list }) => {
          const page = await list()
          expect(page).toMatchObject({
            status: 200,
            body: expect.stringMatching(/^<!doctype html>/),
          })
          expect(page.headers['content-type']).toMatch(/^text\/html/)

          const garbage = await list()
          expect(garbage).toMatchObject({ status: 200, body: expect.any(String) })
          expect(garbage.headers['content-type']).toMatch(/^application\/json/)

          expect(await list()).toMatchObject({ status: 200, body: '' })
          const { body } = await list()
          expect((body as { padding: string }).padding).toHaveLength(100_000)
          expect(await list()).toMatchObject({ status: 200, body: { runs: [] } })
        },
      ))

    test('can redirect the client to another host', () =>
      tell(
        { faults: [{ operation: 'Me', kind: 'redirect', location: 'https://login.example.com/' }] },
        async ({ call }) => {
          const { status, headers } = await call('GET /v1/users/me')
          expect([status, headers.location]).toEqual([302, 'https://login.example.com/'])
        },
      ))

    test("have Hex's error format for the endpoint and the generation", async () => {
      const faults = [
        { operation: '*', kind: 'failure', status: 503, words: 'Down', times: 'always' },
      ] as const
      await tell({ faults }, async ({ start, call }) => {
        expect((await start()).body).toEqual({ message: 'Down', code: 'SERVICE_UNAVAILABLE' })
        const older = { reason: 'Down', traceId: expect.any(String) }
        expect((await call('GET /v1/projects')).body).toEqual(older)
      })
      await tell({ faults, generation: '2025' }, async ({ start }) => {
        expect((await start()).body).toEqual({ reason: 'Down', traceId: expect.any(String) })
      })
    })

    test("can request a wait in seconds, or until a date by Hex's clock", () =>
      tell(
        {
          clockSkewMinutes: 5,
          faults: [
            { operation: 'Me', kind: 'status', status: 429, retryAfter: { seconds: 7 } },
            {
              operation: 'Me',
              kind: 'failure',
              status: 503,
              words: 'Later',
              retryAfter: { dateInSeconds: 90 },
              skip: 1,
            },
          ],
        },
        async ({ call }) => {
          expect((await call('GET /v1/users/me')).headers['retry-after']).toBe('7')
          const later = 'Mon, 02 Jun 2025 12:06:30 GMT'
          expect((await call('GET /v1/users/me')).headers['retry-after']).toBe(later)
        },
      ))

    test('respect skip and times, and the first added applies first', () =>
      tell({}, async ({ list, call, world }) => {
        world.addFault({
          operation: 'GetProjectRuns',
          kind: 'empty',
          status: 500,
          skip: 1,
          times: 2,
        })
        world.addFault({ operation: '*', kind: 'empty', status: 502, skip: 2, times: 3 })

        const seen: Array<number> = []
        for (const send of [list, list, list, list, () => call('GET /v1/users/me'), list]) {
          seen.push((await send()).status)
        }
        expect(seen).toEqual([200, 500, 500, 502, 502, 200])

        world.addFault({ operation: '*', kind: 'empty', status: 500, times: 'always' })
        expect(await list()).toMatchObject({ status: 500 })
        world.clearFaults()
        expect(await list()).toMatchObject({ status: 200 })
      }))

    test('can be limited to one project', () => {
      const otherId = '019a42d7-8c3b-7e15-b7d8-03f51ea964c0'
      const faults = [
        { operation: 'RunProject', projectId: otherId, kind: 'empty', status: 500 },
      ] as const
      return tell({ faults, projects: [{ id: projectId }, { id: otherId }] }, async (hex) => {
        expect(await hex.start()).toMatchObject({ status: 201 })
        expect(await hex.call(`POST /v1/projects/${otherId}/runs`)).toMatchObject({ status: 500 })
      })
    })

    test('do not count requests that never reached Hex against the limits', () =>
      tell({ limits: { usersPerMinute: 1 } }, async ({ call, world }) => {
        world.addFault({ operation: 'Me', kind: 'empty', status: 502 })
        expect(await call('GET /v1/users/me')).toMatchObject({ status: 502 })
        expect(await call('GET /v1/users/me')).toMatchObject({ status: 200 })
      }))
  })
}
