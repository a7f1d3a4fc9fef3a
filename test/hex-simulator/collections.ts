import { cursorPage } from './cursor-page.ts'
import { failure } from './errors.ts'
import { readJsonBody } from './json-body.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord, json } from './wire.ts'

/** A collection and who may see it. */
export interface Collection {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Access by the id of a user or group. */
  readonly users: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  /** What all members of the workspace may. */
  readonly members: string
}

/** `GET /v1/collections` */
export function listCollections(world: WorldState, call: Call): ApiResponse {
  return cursorPage(call, [...world.collections.values()], {
    idOf: ({ id }) => id,
    payloadOf,
  })
}

/** `GET /v1/collections/{collectionId}` */
export function getCollection(world: WorldState, call: Call): ApiResponse {
  const collection = findCollection(world, call)
  return isAnswer(collection) ? collection : json(200, payloadOf(collection))
}

/** `POST /v1/collections`: `sharing`, not `members` as a sample of Hex's overview page has it. */
export function createCollection(world: WorldState, call: Call): ApiResponse {
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  if (body['name'] === '') {
    return failure(call.errors, 400, 'name must have at least 1 character')
  }
  const id = world.identifiers.uuid(call.atMs)
  const empty: Collection = {
    id,
    name: '',
    description: '',
    users: new Map(),
    groups: new Map(),
    members: 'NONE',
  }
  return save(world, call, { before: empty, body, sharing: body['sharing'], status: 201 })
}

/** `PATCH /v1/collections/{collectionId}`: what is not named stays; sharing is added to with `upsert`. */
export function editCollection(world: WorldState, call: Call): ApiResponse {
  const collection = findCollection(world, call)
  if (isAnswer(collection)) return collection
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const sharing = isRecord(body['sharing']) ? body['sharing']['upsert'] : undefined
  return save(world, call, { before: collection, body, sharing, status: 200 })
}

function findCollection(world: WorldState, call: Call): Collection | ApiResponse {
  const { collectionId = '' } = call.parameters
  // The spec lists 400, 403 and 500 for these paths, and no 404.
  return (
    world.collections.get(collectionId) ?? failure(call.errors, 400, 'Collection does not exist')
  )
}

function save(
  world: WorldState,
  call: Call,
  change: {
    readonly before: Collection
    readonly body: Readonly<Record<string, unknown>>
    readonly sharing: unknown
    readonly status: number
  },
): ApiResponse {
  const { before, sharing, status } = change
  const { name, description } = change.body
  const shared = isRecord(sharing) ? sharing : {}
  const users = accessIn(shared['users'], world.users)
  const groups = accessIn(shared['groups'], world.groups)
  if (users === null || groups === null) {
    return failure(call.errors, 400, 'sharing names a user or group that does not exist')
  }
  const members = isRecord(shared['workspace']) ? shared['workspace']['members'] : undefined
  const levels = [...users, ...groups].map(([, level]) => level)
  if ([...levels, ...(members === undefined ? [] : [String(members)])].some(isUnknownLevel)) {
    return failure(call.errors, 400, 'access is not one of NONE, MEMBER, MANAGER')
  }
  const collection: Collection = {
    ...before,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof members === 'string' ? { members } : {}),
    users: withAccess(before.users, users),
    groups: withAccess(before.groups, groups),
  }
  world.collections.set(collection.id, collection)
  return json(status, payloadOf(collection))
}

/** The document has any text here; the words are those of Hex's overview page. */
function isUnknownLevel(level: string): boolean {
  return !['NONE', 'MEMBER', 'MANAGER'].includes(level)
}

/** Access after some changes; NONE takes it away. */
function withAccess(
  before: ReadonlyMap<string, string>,
  changes: ReadonlyArray<readonly [string, string]>,
): ReadonlyMap<string, string> {
  return new Map([...before, ...changes].filter(([id]) => new Map(changes).get(id) !== 'NONE'))
}

/** `[{id, access}]` as pairs; null when one of them is nobody's. */
function accessIn(
  entries: unknown,
  known: ReadonlyMap<string, unknown>,
): ReadonlyArray<readonly [string, string]> | null {
  if (!Array.isArray(entries)) return []
  const pairs = entries.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return []
    const { id, access } = entry
    const isKnown = typeof id === 'string' && known.has(id) && typeof access === 'string'
    return isKnown ? [[id, access] as const] : []
  })
  return pairs.length === entries.length ? pairs : null
}

function payloadOf({ id, name, description, users, groups, members }: Collection): unknown {
  const list = (access: ReadonlyMap<string, string>) =>
    [...access].map(([each, level]) => ({ id: each, access: level }))
  return {
    id,
    name,
    description,
    sharing: { users: list(users), groups: list(groups), workspace: { members } },
  }
}
