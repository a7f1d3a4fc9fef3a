import { describe, expect } from 'vitest'
import { sampleToken } from './auth.ts'
import { accessContract } from './contract-access.ts'
import { documentContract } from './contract-document.ts'
import { faultContract } from './contract-faults.ts'
import { limitContract } from './contract-limits.ts'
import { listingContract } from './contract-listing.ts'
import { runContract } from './contract-runs.ts'
import { startContract } from './contract-start.ts'
import { workspaceContract } from './contract-workspace.ts'
import { responseViolations } from './schema.ts'
import type { ApiRequest, ApiResponse } from './wire.ts'
import type { World, WorldOptions } from './world.ts'

/** A Hex to talk to: a world in memory, or one behind HTTP. */
export interface HexConnection {
  readonly world: World
  /** Sends a request; `null` when no answer came back. */
  readonly send: (request: ApiRequest) => Promise<ApiResponse | null>
  /** Moves the world's clock on. */
  readonly advance: (byMs: number) => void
  readonly close: () => Promise<void>
}

/** Makes a Hex. Its clock stands still at `startOfContract` until it is advanced. */
export type Connect = (options: ContractOptions) => Promise<HexConnection>

/** What a story sets up. */
export type ContractOptions = Omit<WorldOptions, 'now' | 'host'>

/** When every story begins: 2 June 2025, 12:00 UTC. */
export const startOfContract = Date.UTC(2025, 5, 2, 12)

/** The project that the stories run, unless they name another. */
export const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

/** What the simulator does. */
export function describeHexContract(connect: Connect): void {
  describe('Hex, in memory', () => {
    const tell = storyteller(connect)
    accessContract(tell)
    startContract(tell)
    runContract(tell)
    listingContract(tell)
    limitContract(tell)
    workspaceContract(tell)
    faultContract(tell)
    documentContract(tell)
  })
}

/** The part that a server in between could change: what is in headers and queries, and what is no response at all. */
export function describeHexOverHttp(connect: Connect): void {
  describe('Hex, over HTTP', () => {
    const tell = storyteller(connect)
    accessContract(tell)
    listingContract(tell)
    limitContract(tell)
    faultContract(tell)
  })
}

/** One story's Hex, in the words that stories use. */
export interface Story {
  readonly world: World
  readonly advance: (byMs: number) => void
  /** `GET /v1/users/me`, say. A body is sent as JSON. */
  readonly call: (line: string, options?: CallOptions) => Promise<Answer>
  /** RunProject on the story's project. */
  readonly start: (body?: unknown) => Promise<Answer>
  /** RunProject that must succeed: the id of the run. */
  readonly startedRunId: (body?: unknown) => Promise<string>
  readonly status: (runId: string) => Promise<Answer>
  readonly cancel: (runId: string) => Promise<Answer>
  /** GetProjectRuns, with a query such as `limit=2`. */
  readonly list: (query?: string) => Promise<Answer>
}

/** What differs from an ordinary call with the sample token. */
export interface CallOptions {
  readonly body?: unknown
  /** Null: no Authorization header. */
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer, with its body read as JSON where it is; status 0 is no answer at all. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Runs a story on a Hex of its own, with one published project unless the story says otherwise. */
export type Tell = (options: ContractOptions, story: (hex: Story) => Promise<void>) => Promise<void>

function storyteller(connect: Connect): Tell {
  return async (options, story) => {
    const connection = await connect({ projects: [{ id: projectId }], limits: 'off', ...options })
    try {
      await story(storyOn(connection, options))
    } finally {
      await connection.close()
    }
  }
}

function storyOn({ world, advance, send }: HexConnection, options: ContractOptions): Story {
  const call = async (line: string, callOptions: CallOptions = {}): Promise<Answer> => {
    const [method = '', path = ''] = line.split(' ')
    const { body, token = sampleToken, headers } = callOptions
    const response = await send({
      method,
      path: `/api${path}`,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    })
    if (response === null) return { status: 0, headers: {}, body: null }
    if (keepsToDocument(options)) expect(violationsOf(world, response)).toEqual([])
    return { status: response.status, headers: response.headers, body: bodyOf(response) }
  }
  const runs = `/v1/projects/${projectId}/runs`
  const start = (body?: unknown) => call(`POST ${runs}`, { body })
  return {
    world,
    advance,
    call,
    start,
    startedRunId: async (body) => {
      const { status, body: started } = await start(body)
      const runId = world.runs().at(-1)?.id
      if (status !== 201 || runId === undefined) {
        throw new Error(`The run did not start: ${status} ${JSON.stringify(started)}`)
      }
      return runId
    },
    status: (runId) => call(`GET ${runs}/${runId}`),
    cancel: (runId) => call(`DELETE ${runs}/${runId}`),
    list: (query = '') => call(`GET ${runs}${query === '' ? '' : `?${query}`}`),
  }
}

/** Whether a story plays today's Hex: neither an older one nor statuses that no document has. */
function keepsToDocument(options: ContractOptions): boolean {
  return (
    options.generation !== '2025' &&
    options.projectVersionAs !== 'integer' &&
    options.runTriggerShown !== false &&
    options.projects?.some(({ plans }) => plans?.some(({ stages }) => stages !== undefined)) !==
      true
  )
}

/** What the last response breaks of Hex's document, unless a fault took its place. */
function violationsOf(world: World, response: ApiResponse): ReadonlyArray<string> {
  const request = world.requests().at(-1)
  if (request === undefined || request.operation === null || request.fault !== null) return []
  // Hex's edge answers a bad token in plain text, whatever the document says.
  if (response.status === 401) return []
  return responseViolations(request.operation, response) ?? []
}

function bodyOf(response: ApiResponse): unknown {
  const isJson = response.headers['content-type']?.startsWith('application/json') === true
  if (!isJson) return response.body
  try {
    return JSON.parse(response.body)
  } catch {
    return response.body
  }
}
