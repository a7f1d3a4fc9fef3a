import { request as httpRequest } from 'node:http'
import { describe, expect, test } from 'vitest'
import { sampleToken } from './auth.ts'
import {
  type Connect,
  describeHexContract,
  describeHexOverHttp,
  projectId,
  startOfContract,
} from './contract.ts'
import { startHexSimulator } from './server.ts'
import type { ApiRequest, ApiResponse } from './wire.ts'
import { createWorld } from './world.ts'

const inMemory: Connect = async (options) => {
  let nowMs = startOfContract
  const world = createWorld({ ...options, now: () => nowMs })
  return {
    world,
    send: async (request) => {
      const delivery = world.receive(request)
      return delivery.kind === 'answer' ? delivery.respond() : null
    },
    advance: (byMs) => {
      nowMs += byMs
    },
    close: async () => {},
  }
}

const overHttp: Connect = async (options) => {
  let nowMs = startOfContract
  const simulator = await startHexSimulator({ ...options, now: () => nowMs })
  return {
    world: simulator.world,
    send: (request) => exchange(simulator.url, request),
    advance: (byMs) => {
      nowMs += byMs
    },
    close: simulator.close,
  }
}

describeHexContract(inMemory)
describeHexOverHttp(overHttp)

describe('a world', () => {
  test('depends only on its seed, clock, and requests', () => {
    const story = (seed: number): ReadonlyArray<ApiResponse> => {
      let nowMs = startOfContract
      const world = createWorld({ now: () => nowMs, seed, projects: [{ id: projectId }] })
      const headers = { authorization: `Bearer ${sampleToken}` }
      return ['POST', 'GET', 'GET'].flatMap((method) => {
        nowMs += 3_000
        const path = `/api/v1/projects/${projectId}/runs`
        const delivery = world.receive({ method, path, headers, body: '' })
        return delivery.kind === 'answer' ? [delivery.respond()] : []
      })
    }
    expect(story(7)).toEqual(story(7))
    expect(story(7)).not.toEqual(story(8))
  })

  test('can force the end of a run once', () => {
    let nowMs = startOfContract
    const plan = { end: 'never' } as const
    const world = createWorld({ now: () => nowMs, projects: [{ id: projectId }] })
    const { id } = world.addRun(projectId, { plan })
    nowMs += 2_000
    world.forceStatus(id, 'ERRORED')
    nowMs += 1_000
    expect(world.forceStatus(id, 'ERRORED')).toMatchObject({
      status: 'ERRORED',
      startedAtMs: startOfContract + 1_000,
      endedAtMs: startOfContract + 2_000,
    })
    expect(() => world.forceStatus('none', 'ERRORED')).toThrow(/none/)
  })

  test('applies delayed effects at the times they are due, even if read later', () => {
    let nowMs = startOfContract
    const world = createWorld({
      now: () => nowMs,
      projects: [{ id: projectId }],
      faults: [
        { operation: 'RunProject', kind: 'stall', effect: { delayMs: 2_000 } },
        { operation: 'RunProject', kind: 'stall', effect: { delayMs: 1_000 }, skip: 1 },
      ],
    })
    const headers = { authorization: `Bearer ${sampleToken}` }
    const path = `/api/v1/projects/${projectId}/runs`
    world.receive({ method: 'POST', path, headers, body: '' })
    world.receive({ method: 'POST', path, headers, body: '' })
    expect(world.nextEffectAtMs()).toBe(startOfContract + 1_000)
    nowMs += 60_000
    expect(world.runs()).toMatchObject([
      { createdByRequest: 2, createdAtMs: startOfContract + 1_000 },
      { createdByRequest: 1, createdAtMs: startOfContract + 2_000 },
    ])
  })

  test('can have runs with a past, whose kernels count only for their own user', () => {
    const world = createWorld({
      now: () => startOfContract,
      kernelLimit: 1,
      tokens: [{ value: sampleToken, userId: 'robin' }],
      projects: [{ id: projectId }],
    })
    const start = (): number | undefined => {
      const headers = { authorization: `Bearer ${sampleToken}` }
      const path = `/api/v1/projects/${projectId}/runs`
      const delivery = world.receive({ method: 'POST', path, headers, body: '' })
      return delivery.kind === 'answer' ? delivery.respond().status : undefined
    }
    const past = world.addRun(projectId, { startedAgoMs: 3_000 })
    expect(past).toMatchObject({ status: 'RUNNING', startedAtMs: startOfContract - 2_000 })
    world.addRun(projectId, { userId: 'somebody else' })
    world.addRun(projectId, { userId: 'robin', startedAgoMs: 60_000 })
    expect(start()).toBe(201)
    expect(start()).toBe(503)
  })
})

/** One request over a plain socket; null when the connection died before the answer was whole. */
function exchange(host: string, request: ApiRequest): Promise<ApiResponse | null> {
  const { method, path, headers, body } = request
  return new Promise((resolve) => {
    const sent = httpRequest(`${host}${path}`, { method, headers }, (response) => {
      const chunks: Array<Buffer> = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => resolve(null))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.on('error', () => resolve(null))
    sent.end(body)
  })
}
