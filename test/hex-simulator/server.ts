import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { answerControl } from './control.ts'
import type { Operation } from './routes.ts'
import type { ApiRequest, ApiResponse, Delivery } from './wire.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

/** A world, and how it is served. */
export interface HexSimulatorOptions extends Omit<WorldOptions, 'now' | 'host'> {
  /** Default: the real clock. Delays of answers are real time in any case. */
  readonly now?: () => number
  /** Default 0: any free port. */
  readonly port?: number
}

/** The Hex API on loopback. */
export interface HexSimulator {
  /** Such as `http://127.0.0.1:40123`, to be used as Hex's host. */
  readonly url: string
  /** The world being served: after a reset through the control door, the new one. */
  readonly world: World
  /** Resolves when the nth such request (default: the first) has been received. */
  readonly whenReceived: (operation: Operation, nth?: number) => Promise<void>
  /** Resolves when the answer to the nth one has been sent, or its connection reset. */
  readonly whenAnswered: (operation: Operation, nth?: number) => Promise<void>
  /** Stops listening: new connections are refused until `acceptConnections`. */
  readonly refuseConnections: () => Promise<void>
  readonly acceptConnections: () => Promise<void>
  /** Ends at once, whatever is still open. */
  readonly close: () => Promise<void>
}

/** Starts a simulator on 127.0.0.1. The ids of every instance are different unless seeded. */
export async function startHexSimulator(options: HexSimulatorOptions = {}): Promise<HexSimulator> {
  const { now = Date.now, port = 0, ...rest } = options
  const seed = rest.seed ?? Math.floor(Math.random() * 2 ** 32)
  const received = createTally()
  const answered = createTally()
  const sockets = new Set<Socket>()

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void serve(request, response).catch(() => request.socket.resetAndDestroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await listen(server, port)
  const address = server.address() as AddressInfo
  const url = `http://127.0.0.1:${address.port}`
  const create = (changes: Partial<WorldOptions> = {}): World =>
    createWorld({ ...rest, seed, host: url, now, ...changes })
  let world = create()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const apiRequest = await readRequest(request)
    const reset = (changes: Partial<WorldOptions>): void => {
      world = create(changes)
    }
    const control = answerControl(world, apiRequest, reset)
    if (control !== null) return send(response, control)

    const delivery = world.receive(apiRequest)
    const operation = world.requests().at(-1)?.operation ?? null
    received.count(operation)
    play(delivery, request.socket, response, () => answered.count(operation))
  }

  return {
    url,
    get world() {
      return world
    },
    whenReceived: received.when,
    whenAnswered: answered.when,
    refuseConnections: () => stopListening(server, sockets),
    acceptConnections: () => listen(server, address.port),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Tally {
  readonly count: (operation: Operation | null) => void
  readonly when: (operation: Operation, nth?: number) => Promise<void>
}

/** Counts by operation, and tells those who wait for a count. */
function createTally(): Tally {
  const counts = new Map<Operation | null, number>()
  let waiting: ReadonlyArray<{ operation: Operation; nth: number; resolve: () => void }> = []
  const reached = (operation: Operation, nth: number): boolean =>
    (counts.get(operation) ?? 0) >= nth
  return {
    count: (operation) => {
      counts.set(operation, (counts.get(operation) ?? 0) + 1)
      const due = waiting.filter((each) => reached(each.operation, each.nth))
      waiting = waiting.filter((each) => !due.includes(each))
      for (const each of due) each.resolve()
    },
    when: (operation, nth = 1) =>
      new Promise((resolve) => {
        if (reached(operation, nth)) resolve()
        else waiting = [...waiting, { operation, nth, resolve }]
      }),
  }
}

/** Plays a delivery on its connection; `done` once there is nothing more to come. */
function play(
  delivery: Delivery,
  socket: Socket,
  response: ServerResponse,
  done: () => void,
): void {
  const act = (end: () => void): void => {
    if (response.closed) {
      done()
      return
    }
    response.once('close', done)
    end()
  }
  switch (delivery.kind) {
    case 'stall':
      break
    case 'refuse':
      // The connection was accepted long ago: dropping it unanswered is as near as a server gets.
      // A real refusal is `refuseConnections`.
      act(() => socket.resetAndDestroy())
      break
    case 'reset':
      later(delivery.afterMs, () => act(() => socket.resetAndDestroy()))
      break
    case 'answer':
      later(delivery.afterMs, () => act(() => send(response, delivery.respond())))
      break
    case 'cut':
      later(delivery.afterMs, () => act(() => cut(response, socket, delivery.respond())))
      break
    default:
      delivery satisfies never
  }
}

/** At once means in this very turn: no timer comes between a request and an immediate answer. */
function later(delayMs: number, act: () => void): void {
  if (delayMs <= 0) act()
  else setTimeout(act, delayMs).unref()
}

function send(response: ServerResponse, answer: ApiResponse): void {
  const length = { 'content-length': `${Buffer.byteLength(answer.body)}` }
  const headers = answer.status === 204 ? answer.headers : { ...answer.headers, ...length }
  response.writeHead(answer.status, headers)
  response.end(answer.body)
}

/** Announces the whole body, sends half of it, and goes away. */
function cut(response: ServerResponse, socket: Socket, answer: ApiResponse): void {
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': `${body.length + 1}` })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket.destroy())
}

async function readRequest(request: IncomingMessage): Promise<ApiRequest> {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  }
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

/** A connection of another test may hold a port that was given up for a moment: the port is waited for. */
async function listen(server: Server, port: number): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      return
    } catch (error) {
      if (tries === 50 || !(error instanceof Error && 'code' in error)) throw error
      if (error.code !== 'EADDRINUSE') throw error
      await pause(100)
    }
  }
}

async function stopListening(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  for (const socket of sockets) socket.destroy()
  await closed
}
