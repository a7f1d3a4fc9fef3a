import type { Token } from './auth.ts'
import type { Behaviour } from './behaviour.ts'
import type { Collection } from './collections.ts'
import type { DataConnection } from './data-connections.ts'
import type { ErrorContext } from './errors.ts'
import type { ActiveFault } from './faults.ts'
import type { Group } from './groups.ts'
import type { Identifiers } from './identifiers.ts'
import type { LimitWindows } from './limits.ts'
import type { Project } from './projects.ts'
import type { Operation } from './routes.ts'
import type { Run } from './runs.ts'
import type { User } from './users.ts'
import type { ApiRequest, ApiResponse } from './wire.ts'

/** Everything one world knows. Handlers read and change it; nothing else holds state. */
export interface WorldState {
  behaviour: Behaviour
  readonly identifiers: Identifiers
  readonly tokens: Map<string, Token>
  readonly projects: Map<string, Project>
  readonly runs: Map<string, Run>
  readonly users: Map<string, User>
  readonly groups: Map<string, Group>
  readonly collections: Map<string, Collection>
  readonly dataConnections: Map<string, DataConnection>
  readonly windows: LimitWindows
  readonly faults: Array<ActiveFault>
  readonly requests: Array<RequestRecord>
}

/** One request as the log keeps it. */
export interface RequestRecord {
  /** 1 for the first request the world received. */
  readonly sequence: number
  readonly operation: Operation | null
  readonly method: string
  readonly path: string
  readonly receivedAtMs: number
  /** With the token's value replaced by whether the world knew it. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The kind of the fault it met. */
  readonly fault: string | null
  /** What Hex itself answered, whether or not it arrived; null if the request never got there. */
  hexStatus: number | null
  /** What the client was sent, which a fault may have put in that answer's place. */
  sentStatus: number | null
}

/** A request on its way through a handler: known, permitted and within its limits. */
export interface Call {
  readonly request: ApiRequest
  readonly operation: Operation
  readonly sequence: number
  /** Placeholders of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly token: Token
  /** When Hex does what the request asks: not the time of receipt if the path was slow. */
  readonly atMs: number
  readonly errors: ErrorContext
}

/** Does what a request asks and answers it. */
export type Handler = (world: WorldState, call: Call) => ApiResponse

/** The id of a run that is made at `atMs`, by Hex's own clock. */
export function runIdAt(world: WorldState, atMs: number): string {
  const { clockSkewMinutes, runIdVersion } = world.behaviour
  return world.identifiers.uuid(atMs + clockSkewMinutes * 60_000, runIdVersion)
}

/** A time as Hex writes it, by Hex's own clock. */
export function timestamp(world: WorldState, atMs: number | null): string | null {
  if (atMs === null) return null
  return new Date(atMs + world.behaviour.clockSkewMinutes * 60_000).toISOString()
}

/** The spec's pattern for project and run ids: a UUID of any version. */
export function isUuid(id: string): boolean {
  return uuid.test(id)
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
