import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { expect, test } from 'vitest'
import { everythingPrinted, openHex, projectId, runCompanion, withoutProxies } from './companion.ts'
import { loopbackCertificate } from './loopback-certificate.ts'
import { endless, passed, resultOf, story } from './story.ts'

for (const name of ['http_proxy', 'HTTP_PROXY']) {
  story(`uses the proxy in ${name} for every request`, {}, async (stage) => {
    const proxy = await openProxy()
    const job = await stage.play({ env: { [name]: proxy.url } })
    await proxy.close()

    expect(job.conclusion).toBe('success')
    expect(new Set(proxy.hosts())).toEqual(new Set([new URL(stage.hex.url).host]))
  })
}

for (const name of ['no_proxy', 'NO_PROXY']) {
  story(`bypasses the proxy for a host in ${name}`, {}, async (stage) => {
    const proxy = await openProxy()
    const job = await stage.play({ env: { http_proxy: proxy.url, [name]: '127.0.0.1' } })
    await proxy.close()

    expect(job.conclusion).toBe('success')
    expect(proxy.hosts()).toEqual([])
  })
}

story('tunnels https through the proxy', {}, async (stage) => {
  const proxy = await openProxy()
  const secure = await openSecureFront(stage.hex.url)
  const job = await stage.play({
    with: { 'base-url': secure.url },
    env: { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: secure.certificateFile },
  })
  await secure.close()
  await proxy.close()

  expect(job.conclusion).toBe('success')
  expect(new Set(proxy.hosts())).toEqual(new Set([new URL(secure.url).host]))
})

story('uses HTTP/1.1 over https', {}, async (stage) => {
  const secure = await openSecureFront(stage.hex.url)
  const job = await stage.play({
    with: { 'base-url': secure.url },
    env: { NODE_EXTRA_CA_CERTS: secure.certificateFile },
  })
  await secure.close()

  expect(job.conclusion).toBe('success')
})

story('an untrusted certificate is reported with its remedy', {}, async (stage) => {
  const secure = await openSecureFront(stage.hex.url)
  const job = await stage.play({ with: { 'base-url': secure.url } })
  await secure.close()

  expect(job.conclusion).toBe('failure')
  expect(job.main.annotations[0]?.message).toContain('NODE_EXTRA_CA_CERTS')
  expect(stage.hex.world.requests()).toEqual([])
})

story('a cancelled job cancels the run through the proxy', { plans: [endless] }, async (stage) => {
  const proxy = await openProxy()
  const job = await stage.play({
    env: { http_proxy: proxy.url },
    cancel: { mode: 'user', when: stage.hex.whenAnswered('GetRunStatus') },
  })
  await proxy.close()

  expect(resultOf(job)).toMatchObject({ conclusion: 'cancelled', status: 'KILLED' })
})

story('names a proxy that is not running and starts nothing', {}, async (stage) => {
  const proxy = await openProxy()
  await proxy.close()
  const job = await stage.play({ env: { http_proxy: proxy.url }, with: { timeout: '5s' } })

  expect(job.conclusion).toBe('failure')
  expect(job.main.annotations[0]?.message).toContain(
    `The proxy ${new URL(proxy.url).host} from http_proxy cannot be reached (ECONNREFUSED).`,
  )
  expect(stage.hex.world.requests()).toEqual([])
})

story('treats a proxy without a scheme as an http proxy', {}, async (stage) => {
  const proxy = await openProxy()
  const job = await stage.play({ env: { http_proxy: new URL(proxy.url).host } })
  await proxy.close()

  expect(job.conclusion).toBe('success')
  expect(proxy.hosts()).not.toEqual([])
})

story('reports an invalid proxy in one sentence without its value', {}, async (stage) => {
  const job = await stage.play({ env: { http_proxy: 'http://user:hunter2@' } })

  expect(resultOf(job)).toMatchObject({ conclusion: 'failure', reason: 'invalid_input' })
  expect(job.main.annotations.map(({ message }) => message)).toEqual([
    `'http_proxy': Must be a proxy URL, such as "http://proxy.example:3128".`,
  ])
  expect(everythingPrinted(job)).not.toContain('hunter2')
})

for (const [companion, inputs] of [
  ['cancel', { 'project-id': projectId }],
  ['request', { path: '/v1/users/me' }],
] as const) {
  test(`reports an invalid proxy in one sentence in ${companion}, too`, async () => {
    const hex = await openHex()
    const { machineEnv } = withoutProxies()
    const job = await runCompanion(companion, hex, inputs, {
      machineEnv: { ...machineEnv, HTTP_PROXY: 'hunter2 x' },
    })

    expect(job.conclusion).toBe('failure')
    expect(job.main.annotations.map(({ message }) => message)).toEqual([
      `'HTTP_PROXY': Must be a proxy URL, such as "http://proxy.example:3128".`,
    ])
    expect(everythingPrinted(job)).not.toContain('hunter2')
  })
}

story(
  'ignores NODE_TLS_REJECT_UNAUTHORIZED=0 with one warning and sends no token',
  {},
  async (stage) => {
    const secure = await openSecureFront(stage.hex.url)
    const job = await stage.play({
      with: { 'base-url': secure.url },
      env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    })
    await secure.close()

    expect(job.conclusion).toBe('failure')
    const warnings = job.main.annotations.filter(({ type }) => type === 'warning')
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    ])
    expect(stage.hex.world.requests()).toEqual([])
  },
)

story(
  'continues after an outage of Hex while the run is active',
  { plans: [{ pendingMs: 100, runningMs: 4_000 }] },
  async (stage) => {
    const playing = stage.play()
    await stage.hex.whenAnswered('GetRunStatus')
    await stage.hex.refuseConnections()
    await passed(2_500)
    await stage.hex.acceptConnections()
    const job = await playing

    expect(job.log).toContainEqual(expect.stringContaining('Hex is responding again.'))
    expect(job.conclusion).toBe('success')
    expect(stage.requestsOf('RunProject')).toHaveLength(1)
  },
)

story('waits until Hex can be reached, then starts the run', {}, async (stage) => {
  await stage.hex.refuseConnections()
  const playing = stage.play()
  await passed(1_500)
  await stage.hex.acceptConnections()

  expect((await playing).conclusion).toBe('success')
  expect(stage.ourRuns()).toHaveLength(1)
})

story('fails at the timeout if Hex can never be reached', {}, async (stage) => {
  await stage.hex.refuseConnections()
  const job = await stage.play({ with: { timeout: '5s' } })

  expect(job.conclusion).toBe('failure')
  expect(job.main.annotations[0]?.message).toContain('This runner cannot reach')
})

/** TLS in front of the simulator, on a host that would rather speak HTTP/2, as most do. */
async function openSecureFront(target: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'secure-front-'))
  const certificateFile = path.join(folder, 'certificate.pem')
  writeFileSync(certificateFile, loopbackCertificate.cert)
  const sockets = new Set<Socket>()
  const server = createTlsServer(
    { ...loopbackCertificate, ALPNProtocols: ['h2', 'http/1.1'] },
    (socket) => {
      const upstream = connect(Number(new URL(target).port), '127.0.0.1')
      upstream.pipe(socket).pipe(upstream)
      for (const each of [socket, upstream]) {
        sockets.add(each)
        each.on('error', () => {})
        each.on('close', () => {
          socket.destroy()
          upstream.destroy()
        })
      }
    },
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `https://localhost:${port}`,
    certificateFile,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}

/** A forward proxy on loopback that notes whom it was asked for. */
async function openProxy() {
  const hosts: Array<string> = []
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => {
    const target = new URL(incoming.url ?? '')
    hosts.push(target.host)
    const { method, headers } = incoming
    const forwarded = httpRequest(
      target,
      { method: method ?? 'GET', headers },
      (answer: IncomingMessage) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    forwarded.on('error', () => response.destroy())
    incoming.pipe(forwarded)
  })
  server.on('connect', (incoming, socket: Socket, head) => {
    const target = incoming.url ?? ''
    hosts.push(target)
    const [host = '', port = ''] = target.split(':')
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(socket).pipe(upstream)
    })
    for (const each of [socket, upstream]) {
      sockets.add(each)
      each.on('error', () => socket.destroy())
    }
  })
  server.on('connection', (socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    hosts: (): ReadonlyArray<string> => hosts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
