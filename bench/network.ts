import { connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { certificate } from '../test/hex/network.ts'

/** A server in front of another one on loopback. */
export interface Front {
  readonly port: number
  readonly close: () => void
}

/** Terminates TLS for the server on `port`, with a certificate for localhost. */
export function openTls(port: number): Promise<Front> {
  return listen(createTlsServer(certificate), 'secureConnection', (client) => {
    const server = join(client, port)
    client.pipe(server).pipe(client)
  })
}

/**
 * Adds a round trip's time between a client and the server on `port`: half of it to each chunk in each direction. The
 * kernel accepts a connection on loopback at once, so what a client sends during its first round trip counts as sent at
 * the end of that: a real handshake takes as long.
 */
export function openSlow(port: number, roundTripMs: number): Promise<Front> {
  return listen(createServer({ noDelay: true }), 'connection', (client) => {
    const establishedAtMs = performance.now() + roundTripMs
    const server = join(client, port)
    const delayMs = () => Math.max(0, establishedAtMs - performance.now()) + roundTripMs / 2
    client.on('data', (chunk) => setTimeout(() => server.write(chunk), delayMs()))
    server.on('data', (chunk) => setTimeout(() => client.write(chunk), roundTripMs / 2))
  })
}

/** Connects to the server for a client. Each ends with the other. */
function join(client: Socket, port: number): Socket {
  const server = connect({ port, host: '127.0.0.1', noDelay: true })
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
  return server
}

async function listen(
  server: Server,
  event: 'connection' | 'secureConnection',
  serve: (client: Socket) => void,
): Promise<Front> {
  const clients = new Set<Socket>()
  server.on('connection', (client: Socket) => clients.add(client))
  server.on(event, serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close() {
      server.close()
      for (const client of clients) client.destroy()
    },
  }
}
