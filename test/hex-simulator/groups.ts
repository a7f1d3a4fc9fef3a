import { cursorPage } from './cursor-page.ts'
import { failure } from './errors.ts'
import { readJsonBody } from './json-body.ts'
import { type Call, timestamp, type WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord, json, noContent } from './wire.ts'

/** A group. Names need not be unique. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly createdAtMs: number
  readonly userIds: ReadonlyArray<string>
}

/** `GET /v1/groups` */
export function listGroups(world: WorldState, call: Call): ApiResponse {
  const byName = call.query.get('sortBy') === 'NAME'
  const listed = [...world.groups.values()].toSorted((a, b) =>
    byName ? a.name.localeCompare(b.name) : a.createdAtMs - b.createdAtMs,
  )
  if (call.query.get('sortDirection') === 'DESC') listed.reverse()
  return cursorPage(call, listed, {
    idOf: ({ id }) => id,
    payloadOf: (group) => payloadOf(world, group),
  })
}

/** `GET /v1/groups/{groupId}` */
export function getGroup(world: WorldState, call: Call): ApiResponse {
  const group = findGroup(world, call)
  return isAnswer(group) ? group : json(200, payloadOf(world, group))
}

/** `POST /v1/groups`: up to 100 members at once, by their ids. */
export function createGroup(world: WorldState, call: Call): ApiResponse {
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const userIds = memberIds(world, call, body['members'])
  if (isAnswer(userIds)) return userIds
  const id = world.identifiers.uuid(call.atMs)
  const group = { id, name: String(body['name']), createdAtMs: call.atMs, userIds }
  world.groups.set(group.id, group)
  const members = { users: userIds.map((each) => ({ id: each })) }
  return json(201, { id: group.id, name: group.name, members })
}

/** `PATCH /v1/groups/{groupId}`: a name, and members to `add` and `remove`. */
export function editGroup(world: WorldState, call: Call): ApiResponse {
  const group = findGroup(world, call)
  if (isAnswer(group)) return group
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const members = isRecord(body['members']) ? body['members'] : {}
  const added = memberIds(world, call, members['add'])
  if (isAnswer(added)) return added
  const removed = memberIds(world, call, members['remove'])
  if (isAnswer(removed)) return removed
  const edited = {
    ...group,
    ...(typeof body['name'] === 'string' ? { name: body['name'] } : {}),
    userIds: [...new Set([...group.userIds, ...added])].filter((id) => !removed.includes(id)),
  }
  world.groups.set(group.id, edited)
  return json(200, payloadOf(world, edited))
}

/** `DELETE /v1/groups/{groupId}` */
export function deleteGroup(world: WorldState, call: Call): ApiResponse {
  const group = findGroup(world, call)
  if (isAnswer(group)) return group
  world.groups.delete(group.id)
  return noContent()
}

function findGroup(world: WorldState, call: Call): Group | ApiResponse {
  // The spec lists 400, 403 and 500 for these paths, and no 404.
  return (
    world.groups.get(call.parameters['groupId'] ?? '') ??
    failure(call.errors, 400, 'Group does not exist')
  )
}

/** The ids of a body's members; each must be somebody's. */
function memberIds(
  world: WorldState,
  call: Call,
  members: unknown,
): ReadonlyArray<string> | ApiResponse {
  const users: ReadonlyArray<unknown> =
    isRecord(members) && Array.isArray(members['users']) ? members['users'] : []
  const ids = users.filter(isRecord).map((user) => String(user['id']))
  return ids.every((id) => world.users.has(id))
    ? ids
    : failure(call.errors, 400, 'members.users names a user that does not exist')
}

function payloadOf(world: WorldState, { id, name, createdAtMs }: Group): unknown {
  return { id, name, createdAt: timestamp(world, createdAtMs) }
}
