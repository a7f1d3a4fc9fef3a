import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Answer, endpoints, refusal } from './endpoints.ts'
import { asRecord } from './json.ts'
import { matchOperation, type OperationId } from './schema.ts'
import {
  createWorld,
  type Fault,
  type RequestRecord,
  type World,
  type WorldOptions,
} from './world.ts'

/** GitHub on loopback. */
export interface GitHubSimulator {
  /** Such as `http://127.0.0.1:40123`: the API's address, and the server's. */
  readonly url: string
  readonly world: World
  /** The next such request is answered like this. */
  readonly addFault: (fault: Fault) => void
  /** What requests broke of GitHub's OpenAPI document; a story that is right leaves it empty. */
  readonly violations: () => ReadonlyArray<string>
  /** The operations received, in order. */
  readonly operations: () => ReadonlyArray<OperationId | null>
  /** Resolves when the first such request was received. */
  readonly whenReceived: (operation: OperationId) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts a simulator on 127.0.0.1 at any free port. */
export async function startGitHubSimulator(options: WorldOptions = {}): Promise<GitHubSimulator> {
  const world = createWorld(options)
  const sockets = new Set<Socket>()
  let waiting: Array<{ readonly operation: OperationId; readonly resolve: () => void }> = []
  const wasReceived = (operation: OperationId) =>
    world.requests.some((request) => request.operation === operation)

  const server = createServer((request, response) => {
    void serve(world, request, response, () => {
      const due = waiting.filter(({ operation }) => wasReceived(operation))
      waiting = waiting.filter((each) => !due.includes(each))
      for (const { resolve } of due) resolve()
    }).catch(() => request.socket.resetAndDestroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    world,
    addFault: (fault) => world.faults.push(fault),
    violations: () =>
      world.requests.flatMap(({ method, path, violations }) =>
        violations.map((violation) => `${method} ${path}: ${violation}`),
      ),
    operations: () => world.requests.map(({ operation }) => operation),
    whenReceived: (operation) =>
      new Promise((resolve) => {
        if (wasReceived(operation)) resolve()
        else waiting.push({ operation, resolve })
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  received: () => void,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const picture = request.method === 'GET' ? pictureAt(world, url) : undefined
  if (picture !== undefined) {
    response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    return
  }
  const body = await readBody(request)
  const record = recordOf(world, request, url, body)
  world.requests.push(record)
  received()

  const fault = takeFault(world, record)
  const isReplaced = fault?.status !== undefined || fault?.reset === true
  const real = isReplaced && fault?.takesEffect !== true ? undefined : answer(world, record, url)
  if ((fault?.delayMs ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, fault?.delayMs))
  if (fault?.reset === true) {
    request.socket.resetAndDestroy()
    return
  }
  const given: Answer =
    fault?.status === undefined
      ? (real ?? refusal(500, 'Nothing to answer'))
      : { ...refusal(fault.status, fault.message ?? 'Server Error'), ...headersOf(fault) }
  record.status = given.status
  response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers })
  response.end(JSON.stringify(given.body))
}

function headersOf({ headers }: Fault): Pick<Answer, 'headers'> {
  return headers === undefined ? {} : { headers }
}

function recordOf(world: World, request: IncomingMessage, url: URL, body: unknown): RequestRecord {
  const method = request.method ?? 'GET'
  const value = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const login = world.tokens.get(value)?.login
  const common = { method, path: url.pathname, body, login, status: 0 }
  const matched = matchOperation(method, url.pathname, url.searchParams, body)
  return {
    ...common,
    operation: matched?.operation ?? null,
    query: matched?.query ?? {},
    violations: matched?.violations ?? ['there is no such operation among the extracted ones'],
  }
}

/** The usual answer, after what comes before any endpoint: the token, the schema, the permission. */
function answer(world: World, record: RequestRecord, url: URL): Answer {
  const token = [...world.tokens.values()].find(({ login }) => login === record.login)
  if (token === undefined) return refusal(401, 'Bad credentials')
  if (record.violations.length > 0) {
    return refusal(422, `Not what GitHub documents: ${record.violations.join('; ')}`)
  }
  const matched = matchOperation(record.method, record.path, url.searchParams, record.body)
  if (matched === undefined) return refusal(404, 'Not Found')
  const endpoint = endpoints[matched.operation]
  const { owner, repo } = matched.parameters
  if (`${owner}/${repo}` !== world.repository) return refusal(404, 'Not Found')
  const isAllowed = endpoint.needs.some(([permission, level]) => {
    const given = token.permissions[permission]
    return given === 'write' || given === level
  })
  if (endpoint.needs.length > 0 && !isAllowed) {
    const accepted = endpoint.needs.map(([permission, level]) => `${permission}=${level}`)
    return {
      ...refusal(403, 'Resource not accessible by integration'),
      headers: { 'x-accepted-github-permissions': accepted.join('; ').replaceAll('-', '_') },
    }
  }
  return endpoint.answer(world, {
    ...matched,
    body: asRecord(record.body) ?? {},
    token,
    host: url.origin,
    url,
  })
}

/** `https://github.com/<owner>/<repo>/blob/<commit>/<path>?raw=true`, as a reader's browser asks for it. */
function pictureAt(world: World, url: URL): Buffer | undefined {
  const prefix = `/${world.repository}/blob/`
  if (!url.pathname.startsWith(prefix) || url.searchParams.get('raw') !== 'true') return undefined
  const [sha = '', ...path] = decodeURIComponent(url.pathname.slice(prefix.length)).split('/')
  const tree = world.git.commit(sha)?.tree
  const blob = tree === undefined ? undefined : world.git.files(tree).get(path.join('/'))
  return blob === undefined ? undefined : world.git.blob(blob)
}

function takeFault(world: World, { operation }: RequestRecord): Fault | undefined {
  const index = world.faults.findIndex(
    (fault) => fault.operation === undefined || fault.operation === operation,
  )
  const fault = world.faults[index]
  if (fault === undefined) return undefined
  const times = (fault.times ?? 1) - 1
  world.faults.splice(index, 1, ...(times > 0 ? [{ ...fault, times }] : []))
  return fault
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    // No endpoint takes anything but JSON, and the schema says so to whoever sent it.
    return text
  }
}
