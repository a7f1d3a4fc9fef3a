import { cursorPage } from './cursor-page.ts'
import { failure } from './errors.ts'
import type { Identifiers } from './identifiers.ts'
import { readJsonBody } from './json-body.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord, json } from './wire.ts'

/** A data connection, as a test or a workspace file writes it. */
export interface DataConnectionSeed {
  readonly id?: string
  readonly name: string
  readonly type: string
  /** Secrets included, such as `{ hostname, username, password }`. */
  readonly details: Readonly<Record<string, unknown>>
}

/** A data connection with its id. */
export type DataConnection = Required<DataConnectionSeed>

/** Gives a data connection its id. */
export function dataConnectionFrom(
  seed: DataConnectionSeed,
  identifiers: Identifiers,
  atMs: number,
): DataConnection {
  return { ...seed, id: seed.id ?? identifiers.uuid(atMs) }
}

/** `GET /v1/data-connections`: `values`, not `dataConnections` as a sample of the overview page has it. */
export function listDataConnections(world: WorldState, call: Call): ApiResponse {
  // Ids tell the time they were made, so they are in the order of creation.
  const key = call.query.get('sortBy') === 'CREATED_AT' ? 'id' : 'name'
  const sorted = [...world.dataConnections.values()].toSorted((a, b) =>
    a[key].localeCompare(b[key]),
  )
  if (call.query.get('sortDirection') === 'DESC') sorted.reverse()
  return cursorPage(call, sorted, { idOf: ({ id }) => id, payloadOf })
}

/** `GET /v1/data-connections/{dataConnectionId}` */
export function getDataConnection(world: WorldState, call: Call): ApiResponse {
  const connection = findConnection(world, call)
  return isAnswer(connection) ? connection : json(200, payloadOf(connection))
}

/** `POST /v1/data-connections` */
export function createDataConnection(world: WorldState, call: Call): ApiResponse {
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const [name, type] = [String(body['name']), String(body['type'])]
  const details = detailsOf(call, type, body['connectionDetails'])
  if (isAnswer(details)) return details
  const seed = { name, type, details }
  const connection = dataConnectionFrom(seed, world.identifiers, call.atMs)
  world.dataConnections.set(connection.id, connection)
  return json(201, payloadOf(connection))
}

/** `PATCH /v1/data-connections/{dataConnectionId}`: answers 201, and never with a secret. */
export function editDataConnection(world: WorldState, call: Call): ApiResponse {
  const connection = findConnection(world, call)
  if (isAnswer(connection)) return connection
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const { name, connectionDetails } = body
  const details = detailsOf(call, connection.type, connectionDetails ?? { [connection.type]: {} })
  if (isAnswer(details)) return details
  const edited: DataConnection = {
    ...connection,
    ...(typeof name === 'string' ? { name } : {}),
    details: { ...connection.details, ...details },
  }
  world.dataConnections.set(edited.id, edited)
  return json(201, payloadOf(edited))
}

/** The details under the key of the connection's type. */
function detailsOf(
  call: Call,
  type: string,
  connectionDetails: unknown,
): Readonly<Record<string, unknown>> | ApiResponse {
  const details = isRecord(connectionDetails) ? connectionDetails[type] : undefined
  return isRecord(details)
    ? details
    : failure(call.errors, 422, `connectionDetails must have the key ${type}`)
}

function findConnection(world: WorldState, call: Call): DataConnection | ApiResponse {
  const { dataConnectionId = '' } = call.parameters
  return (
    world.dataConnections.get(dataConnectionId) ??
    failure(call.errors, 404, 'Data connection not found')
  )
}

/** The keys that the spec lets nobody read back. */
const secretKeys: ReadonlySet<string> = new Set([
  'password',
  'secretAccessKey',
  'serviceAccountJsonConfig',
  'accessToken',
  'privateKey',
  'passphrase',
  'sslRootCert',
])

function payloadOf({ id, name, type, details }: DataConnection): unknown {
  const readable = Object.entries(details).filter(([key]) => !secretKeys.has(key))
  return {
    id,
    name,
    type,
    connectionDetails: { [type]: Object.fromEntries(readable) },
    connectViaSsh: false,
    includeMagic: true,
    allowWritebackCells: false,
    schemaRefreshAccess: 'ADMINS',
    sharing: {},
  }
}
