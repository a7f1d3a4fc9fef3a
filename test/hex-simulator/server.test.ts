import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { crc32, inflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sampleToken } from './auth.ts'
import { drawChart } from './picture.ts'
import { sampleProjectIds, sampleWorkspace } from './sample-workspace.ts'
import { type HexSimulator, startHexSimulator } from './server.ts'
import { createWorld } from './world.ts'

const projectId = sampleProjectIds.nightlyRevenue
const runsPath = `/api/v1/projects/${projectId}/runs`

describe('over a real socket', () => {
  let simulator: HexSimulator
  beforeEach(async () => {
    simulator = await startHexSimulator(sampleWorkspace())
  })
  afterEach(() => simulator.close())

  test('a reset before the effect reaches the client and starts nothing', async () => {
    simulator.world.addFault({ operation: 'RunProject', kind: 'reset' })
    await expect(send('POST', runsPath)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(ourRuns()).toEqual([])
  })

  test('a reset after the effect leaves a run that the client does not know of', async () => {
    simulator.world.addFault({ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' })
    await expect(send('POST', runsPath)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(ourRuns()).toMatchObject([{ status: 'PENDING' }])
  })

  test('a stalled request is received and never gets a response', async () => {
    simulator.world.addFault({ operation: 'RunProject', kind: 'stall', effect: 'at-receipt' })
    const abort = new AbortController()
    const sent = send('POST', runsPath, { signal: abort.signal })
    await simulator.whenReceived('RunProject')
    expect(ourRuns()).toHaveLength(1)
    abort.abort()
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
    expect(simulator.world.requests()).toMatchObject([{ sentStatus: null }])
  })

  test('an effect happens even if the client has disconnected', async () => {
    simulator.world.addFault({
      operation: 'RunProject',
      kind: 'delay',
      afterMs: 100,
      effect: 'at-answer',
    })
    const abort = new AbortController()
    const sent = send('POST', runsPath, { signal: abort.signal })
    await simulator.whenReceived('RunProject')
    abort.abort()
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
    await simulator.whenAnswered('RunProject')
    // A timer can fire a millisecond before the effect is due by the clock.
    await vi.waitFor(() => expect(ourRuns()).toHaveLength(1))
  })

  test('a response that is cut off resets the connection', async () => {
    simulator.world.addFault({ operation: 'GetProject', kind: 'cut' })
    await expect(send('GET', `/api/v1/projects/${projectId}`)).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
  })

  test('a huge body arrives completely', async () => {
    simulator.world.addFault({ operation: 'GetProject', kind: 'huge', bytes: 5_000_000 })
    const { body } = await send('GET', `/api/v1/projects/${projectId}`)
    expect(body.length).toBeGreaterThan(5_000_000)
    expect(JSON.parse(body).padding).toHaveLength(5_000_000)
  })

  test('requests share a connection that is kept alive', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const first = await send('GET', runsPath, { agent })
    const second = await send('GET', runsPath, { agent })
    expect(first.headers.connection).toBe('keep-alive')
    expect(second.localPort).toBe(first.localPort)
    agent.destroy()
  })

  test('connections can be refused for a while', async () => {
    await simulator.refuseConnections()
    await expect(send('GET', runsPath)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await simulator.acceptConnections()
    expect(await send('GET', runsPath)).toMatchObject({ status: 200 })
  })

  test('reports when the nth request was received and when its response was sent', async () => {
    const order: Array<string> = []
    simulator.world.addFault({ operation: 'GetProjectRuns', kind: 'delay', afterMs: 50, skip: 1 })
    const watched = [
      simulator.whenReceived('GetProjectRuns', 2).then(() => order.push('received')),
      simulator.whenAnswered('GetProjectRuns', 2).then(() => order.push('answered')),
    ]
    await send('GET', runsPath)
    expect(order).toEqual([])
    await Promise.all([send('GET', runsPath), ...watched])
    expect(order).toEqual(['received', 'answered'])
    // What has already happened is told at once.
    await simulator.whenReceived('GetProjectRuns', 2)
  })

  test('closes while requests are still open', async () => {
    simulator.world.addFault({ operation: 'GetProjectRuns', kind: 'stall' })
    const open = send('GET', runsPath)
    const failed = expect(open).rejects.toMatchObject({ code: 'ECONNRESET' })
    await simulator.whenReceived('GetProjectRuns')
    await simulator.close()
    await failed
  })

  test('uses its own host in URLs, and its own run IDs', async () => {
    await send('POST', runsPath)
    const other = await startHexSimulator(sampleWorkspace())
    await fetch(`${other.url}${runsPath}`, { method: 'POST', headers: bearer })
    const [ours] = ourRuns()
    expect(other.world.runs().map((run) => run.id)).not.toContain(ours?.id)
    await other.close()

    const { body } = await send('GET', `${runsPath}/${ours?.id}`)
    expect(JSON.parse(body).runUrl).toContain(simulator.url)
  })

  describe('the control door', () => {
    test('shows requests and runs, but not its own requests', async () => {
      await send('POST', runsPath)
      const requests = await control('GET', 'requests')
      expect(requests).toMatchObject([{ operation: 'RunProject', hexStatus: 201 }])
      expect(await control('GET', 'runs')).toContainEqual(
        expect.objectContaining({ status: 'PENDING', createdByRequest: 1 }),
      )
      expect(await control('GET', 'state')).toMatchObject({ requestCount: 1, nextEffectAtMs: null })
    })

    test('adds and removes faults', async () => {
      await control('POST', 'faults', { operation: '*', kind: 'html', times: 'always' })
      expect((await send('GET', runsPath)).body).toMatch(/^<!doctype html>/)
      await control('DELETE', 'faults')
      expect((await send('GET', runsPath)).body).toMatch(/^\{"runs":/)
    })

    test('adds projects and foreign runs, and ends runs', async () => {
      const project = await control('POST', 'projects', { title: 'Ad hoc' })
      const id = String(project.id)
      const run = await control('POST', `projects/${id}/runs`, { trigger: 'APP_REFRESH' })
      expect(run).toMatchObject({ projectId: id, trigger: 'APP_REFRESH', createdByRequest: null })
      const ended = await control('PATCH', `runs/${run.id}`, { status: 'ERRORED' })
      expect(ended).toMatchObject({ status: 'ERRORED', endedAtMs: expect.any(Number) })
    })

    test('changes the behavior of Hex, and resets the world', async () => {
      await control('PATCH', 'behaviour', { wrongHost: true })
      expect(await send('GET', runsPath)).toMatchObject({ status: 401 })
      await control('POST', 'reset')
      expect(await send('GET', runsPath)).toMatchObject({ status: 200 })
      expect(simulator.world.requests()).toHaveLength(1)

      await control('POST', 'reset', { projects: [{ title: 'Only this' }], runs: [] })
      expect(simulator.world.projects().map((project) => project.title)).toEqual(['Only this'])
    })

    test.each([
      ['POST', 'faults', { operation: 'RunProjects', kind: 'html' }, /operation/],
      ['POST', 'faults', { operation: '*', kind: 'hang' }, /kind/],
      ['POST', 'faults', { operation: '*', kind: 'huge' }, /bytes/],
      ['POST', 'projects', { name: 'Ad hoc' }, /name/],
      ['POST', 'reset', { projects: [{ plans: [{ runingMs: 1 }] }] }, /runingMs/],
      ['PATCH', 'behaviour', { projects: [] }, /projects/],
      ['PATCH', 'runs/none', { status: 'ERRORED' }, /none/],
      ['GET', 'nothing', undefined, /nothing/],
    ])('%s %s names the problem with %j', async (method, path, body, words) => {
      expect(await control(method, path, body)).toEqual({ message: expect.stringMatching(words) })
    })
  })

  const bearer = { authorization: `Bearer ${sampleToken}` }

  function ourRuns() {
    return simulator.world.runs().filter((run) => run.createdByRequest !== null)
  }

  async function control(method: string, path: string, body?: unknown) {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(`${simulator.url}/__control/${path}`, init)
    return (await response.json()) as Record<string, unknown>
  }

  function send(
    method: string,
    path: string,
    options: { agent?: Agent; signal?: AbortSignal } = {},
  ) {
    return new Promise<Received>((resolve, reject) => {
      const sent = httpRequest(`${simulator.url}${path}`, { method, headers: bearer, ...options })
      sent.on('error', reject)
      sent.on('response', (response) => receiveAll(response).then(resolve, reject))
      sent.end()
    })
  }
})

test('the command line serves the sample workspace until SIGTERM', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const [url, token] = String((await lines.next()).value).split(' ')
  expect((await lines.next()).value).toContain('Nightly revenue dashboard')

  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${url}/api/v1/projects`, { headers })
  // The archived project and the component are not listed unless asked for.
  expect(await answer.json()).toMatchObject({ values: { length: 3 } })

  child.kill('SIGTERM')
  // Windows has no signals: there, the process is ended.
  expect(await exited).toEqual(process.platform === 'win32' ? [null, 'SIGTERM'] : [0, null])
})

test('the sample workspace has a project of every kind', () => {
  const world = createWorld({ ...sampleWorkspace(), now: () => Date.UTC(2025, 10, 20) })
  const answers = Object.entries(sampleProjectIds).map(([name, id]) => {
    const headers = { authorization: `Bearer ${sampleToken}` }
    const path = `/api/v1/projects/${id}/runs`
    const delivery = world.receive({ method: 'POST', path, headers, body: '' })
    return [name, delivery.kind === 'answer' ? delivery.respond().status : delivery.kind]
  })
  expect(Object.fromEntries(answers)).toEqual({
    nightlyRevenue: 201,
    pullRequestCheck: 201,
    churnDraft: 422,
    archivedBoardDeck: 422,
    fiscalCalendar: 422,
  })
  const history = world.runs().filter((run) => run.createdByRequest === null)
  expect(history.map((run) => `${run.trigger} ${run.status}`)).toEqual(
    Array(5).fill('API COMPLETED'),
  )
})

test('a chart is a valid PNG', () => {
  const png = drawChart('revenue', 120, 100)
  const types: Array<string> = []
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    types.push(png.toString('latin1', at + 4, at + 8))
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    if (types.at(-1) === 'IDAT') {
      // One byte a pixel, and one in front of every row.
      expect(inflateSync(png.subarray(at + 8, end))).toHaveLength(121 * 100)
    }
    at = end + 4
  }
  expect(types).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  expect(drawChart('revenue', 120, 100)).toEqual(png)
  expect(drawChart('churn', 120, 100)).not.toEqual(png)
})

interface Received {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly localPort: number | undefined
}

async function receiveAll(response: IncomingMessage): Promise<Received> {
  const { localPort } = response.socket
  const chunks: Array<Buffer> = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  return { status: response.statusCode ?? 0, headers: response.headers, body, localPort }
}
