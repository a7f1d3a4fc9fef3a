import { expect, test } from 'vitest'
import { makeRequest, type RequestPlan } from '../../src/request/request.ts'
import { type VirtualHex, virtualHex } from '../cancel/virtual-hex.ts'

const createGroup = {
  method: 'POST',
  path: { pathname: '/v1/groups', query: [] },
  body: { name: 'Analysts' },
} as const
const refusal = { kind: 'failure', status: 429, words: 'Too many requests' } as const

test('retries a POST after a rate limit when Hex allows it', async () => {
  const virtual = virtualHex()
  virtual.hex.addFault({ operation: 'CreateGroup', ...refusal, retryAfter: { seconds: 40 } })

  const outcome = await request(virtual, createGroup)

  expect(outcome).toMatchObject({ kind: 'answered', status: 201, body: { name: 'Analysts' } })
  expect(virtual.hex.groups()).toHaveLength(1)
  const [first, second] = virtual.hex.requests().map(({ receivedAtMs }) => receivedAtMs)
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(40_000)
})

test('a rate limit that outlasts the timeout ends the step and is quoted', async () => {
  const virtual = virtualHex()
  const retryAfter = { seconds: 3_600 }
  virtual.hex.addFault({ operation: 'CreateGroup', ...refusal, retryAfter, times: 'always' })
  const outcome = await request(virtual, createGroup)
  expect(outcome).toMatchObject({
    kind: 'failed',
    status: 429,
    unsure: false,
    text: expect.stringContaining('Too many requests'),
  })
  expect(virtual.hex.requests()).toHaveLength(1)
})

test('reads many pages at the pace that Hex allows', async () => {
  const users = Array.from({ length: 900 }, (_, index) => ({ email: `${index}@example.com` }))
  const virtual = virtualHex({ users })
  const path = { pathname: '/v1/users', query: [['limit', '10']] } as const

  const outcome = await request(virtual, { method: 'GET', path, paginate: true, maxPages: 100 })

  expect(outcome).toMatchObject({ kind: 'answered', pages: 90 })
  expect(virtual.hex.requests().filter(({ sentStatus }) => sentStatus === 429)).toEqual([])
})

test('sends nothing more if the job is cancelled during a rate limit', async () => {
  const virtual = virtualHex()
  virtual.hex.addFault({ operation: 'CreateGroup', ...refusal, retryAfter: { seconds: 40 } })
  virtual.timeline.after(10_000, virtual.abort.request)
  expect(await request(virtual, createGroup)).toMatchObject({ kind: 'aborted', unsure: false })
  expect(virtual.hex.groups()).toEqual([])
})

function request(
  { caller, world, timeline, finish }: VirtualHex,
  plan: Pick<RequestPlan, 'method' | 'path'> & Partial<RequestPlan>,
) {
  const defaults = { paginate: false, maxPages: 1, retry: 'safe', maxResponseBytes: 1e6 } as const
  const deadlineAtMs = timeline.now() + 600_000
  return finish(makeRequest({ ...defaults, deadlineAtMs, ...plan }, { ...world, caller }))
}
