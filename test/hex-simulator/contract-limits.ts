import { describe, expect, test } from 'vitest'
import { sampleToken } from './auth.ts'
import { projectId, type Story, type Tell } from './contract.ts'

/** How many requests Hex takes, and how it says that it takes no more. */
export function limitContract(tell: Tell): void {
  const statuses = async (times: number, send: () => ReturnType<Story['start']>) => {
    const seen: Array<number> = []
    for (let sent = 0; sent < times; sent += 1) seen.push((await send()).status)
    return seen
  }
  const times = (count: number, status: number) => Array.from({ length: count }, () => status)

  describe('limits', () => {
    test('allows 30 reads per minute, in a window that opens with the first', () =>
      tell({ limits: {} }, async ({ list, advance }) => {
        advance(30_000)
        expect(await statuses(1, list)).toEqual([200])
        advance(59_999)
        expect(await statuses(30, list)).toEqual([...times(29, 200), 429])
        // A window does not slide: all 30 are free again 60 s after its first request.
        advance(1)
        expect(await statuses(31, list)).toEqual([...times(30, 200), 429])
      }))

    test('also limits the reads per hour', () =>
      tell({ limits: { hexApiPerHour: 3 } }, async ({ list, advance }) => {
        expect(await statuses(4, list)).toEqual([200, 200, 200, 429])
        advance(3_599_999)
        expect(await statuses(1, list)).toEqual([429])
        advance(1)
        expect(await statuses(1, list)).toEqual([200])
      }))

    test('requests a wait until the last exceeded window ends', () =>
      tell({ limits: { hexApiPerMinute: 1, hexApiPerHour: 1 } }, async ({ list }) => {
        await list()
        expect((await list()).headers['retry-after']).toBe('3600')
      }))

    test('allows 20 starts per minute and 60 per hour, and starts nothing beyond', () =>
      tell({ limits: {}, kernelLimit: 1_000 }, async ({ start, advance, world }) => {
        for (let minute = 0; minute < 3; minute += 1) {
          expect(await statuses(21, start)).toEqual([...times(20, 201), 429])
          advance(60_000)
        }
        expect(await statuses(1, start)).toEqual([429])
        expect(world.runs()).toHaveLength(60)
        advance(3_600_000)
        expect(await statuses(1, start)).toEqual([201])
      }))

    test('allows 60 requests per minute in total', () =>
      tell({ limits: {} }, async ({ list, call }) => {
        await statuses(30, list)
        await statuses(30, () => call('GET /v1/users/me'))
        expect(await statuses(1, () => call('GET /v1/projects'))).toEqual([429])
      }))

    test('allows 20 chart images per minute', () =>
      tell({ limits: {} }, async ({ call, world }) => {
        const { id } = world.addRun(projectId)
        const image = () => call(`GET /v1/projects/${projectId}/runs/${id}/cells/x/image`)
        expect(await statuses(21, image)).toEqual([...times(20, 404), 429])
      }))

    test('counts each user separately', () => {
      const other = `hxtw_${'0d'.repeat(48)}`
      const tokens = [{ value: sampleToken }, { value: other }]
      return tell({ tokens, limits: { usersPerMinute: 1 } }, async ({ call }) => {
        const me = (token: string) => statuses(2, () => call('GET /v1/users/me', { token }))
        expect(await me(sampleToken)).toEqual([200, 429])
        expect(await me(other)).toEqual([200, 429])
      })
    })

    test.each([
      { retryAfter: 'seconds', header: '45' },
      { retryAfter: 'date', header: 'Mon, 02 Jun 2025 12:01:00 GMT' },
      { retryAfter: 'none', header: undefined },
    ] as const)('sets Retry-After: $retryAfter', ({ retryAfter, header }) =>
      tell({ limits: { hexApiPerMinute: 1, retryAfter } }, async ({ list, advance }) => {
        expect((await list()).headers['retry-after']).toBeUndefined()
        advance(15_000)
        const refused = await list()
        expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
        expect(refused.headers['retry-after']).toBe(header)
      }),
    )

    test.each([
      { rateHeaders: 'ratelimit', reset: '45' },
      { rateHeaders: 'x-ratelimit', reset: `${Date.UTC(2025, 5, 2, 12, 1) / 1_000}` },
    ] as const)('sends the remaining quota in $rateHeaders headers', ({ rateHeaders, reset }) =>
      tell({ limits: { hexApiPerMinute: 3, rateHeaders } }, async ({ list, advance }) => {
        await list()
        advance(15_000)
        expect((await list()).headers).toMatchObject({
          [`${rateHeaders}-limit`]: '3',
          [`${rateHeaders}-remaining`]: '1',
          [`${rateHeaders}-reset`]: reset,
        })
      }),
    )
  })
}
