import { cursorPage } from './cursor-page.ts'
import { failure } from './errors.ts'
import { readJsonBody } from './json-body.ts'
import { type Call, timestamp, type WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord, json } from './wire.ts'

/** A group. Names need not be unique. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly createdAtMs: number
  readonly userIds: ReadonlyArray<string>
}

/** `GET /v1/groups` */
export function listGroups(world: WorldState, call: Call): ApiResponse {
  return cursorPage(call, [...world.groups.values()], {
    most: 500,
    idOf: ({ id }) => id,
    payloadOf: ({ id, name, createdAtMs }) => ({
      id,
      name,
      createdAt: timestamp(world, createdAtMs),
    }),
  })
}

/** `POST /v1/groups`: up to 100 members at once, by their ids. */
export function createGroup(world: WorldState, call: Call): ApiResponse {
  const body = readJsonBody(call)
  if (isAnswer(body)) return body
  const { name } = body
  if (typeof name !== 'string' || name === '') {
    return failure(call.errors, 400, 'name must have at least 1 character')
  }
  const members = isRecord(body['members']) ? body['members']['users'] : undefined
  const users: ReadonlyArray<unknown> = Array.isArray(members) ? members : []
  if (users.length > 100) return failure(call.errors, 400, 'members.users takes at most 100')
  const userIds = users.flatMap((user) =>
    isRecord(user) && typeof user['id'] === 'string' ? [user['id']] : [],
  )
  if (userIds.length < users.length || userIds.some((id) => !world.users.has(id))) {
    return failure(call.errors, 400, 'members.users names a user that does not exist')
  }
  const group = { id: world.identifiers.uuid(call.atMs), name, createdAtMs: call.atMs, userIds }
  world.groups.set(group.id, group)
  return json(201, { id: group.id, name, members: { users: userIds.map((id) => ({ id })) } })
}
