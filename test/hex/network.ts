import { readFileSync } from 'node:fs'
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { HttpRequest } from '../../src/hex/http.ts'

/** A server on loopback, its port, and the way to end it with all that is connected. */
export interface Listening {
  readonly port: number
  readonly close: () => Promise<void>
}

/** A proxy that keeps what it was asked for: `CONNECT host:port` or `GET http://…`. */
export interface Proxy extends Listening {
  readonly asked: ReadonlyArray<string>
}

/** A certificate that nobody trusts (localhost, 127.0.0.1; valid for a hundred years; made for these tests). */
export const certificate = {
  key: readFileSync(join(import.meta.dirname, 'localhost-key.pem'), 'utf8'),
  cert: readFileSync(join(import.meta.dirname, 'localhost-certificate.pem'), 'utf8'),
}

export function listenHttp(listener: RequestListener): Promise<Listening> {
  return listening(createServer(listener))
}

export function listenHttps(listener: RequestListener): Promise<Listening> {
  return listening(createTlsServer(certificate, listener))
}

export function listenTcp(listener: (socket: Socket) => void): Promise<Listening> {
  return listening(createTcpServer(listener))
}

/** A proxy that tunnels and forwards to where it is asked, or refuses with a status. */
export async function listenProxy(refusal?: number): Promise<Proxy> {
  const asked: Array<string> = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const url = new URL(request.url ?? '')
    const upstream = connect(Number(url.port), url.hostname, () => {
      upstream.write(
        `${request.method} ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\nconnection: close\r\n\r\n`,
      )
      upstream.pipe(response.socket ?? upstream)
    })
  })
  server.on('connect', (request, socket: Socket) => {
    asked.push(`${request.method} ${request.url}`)
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`)
      return
    }
    const [host = '', port] = (request.url ?? '').split(':')
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    for (const end of [socket, upstream]) end.on('error', () => undefined)
  })
  return { ...(await listening(server)), asked }
}

/** A request with nothing special about it. */
export function plainRequest(more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    path: '/api/v1/users/me',
    headers: { accept: 'application/json' },
    signal: new AbortController().signal,
    maxResponseBytes: 1_000,
    ...more,
  }
}

function listening(server: Server | HttpServer): Promise<Listening> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            for (const socket of sockets) socket.destroy()
          }),
      })
    })
  })
}
