import { cursorPage } from './cursor-page.ts'
import { failure } from './errors.ts'
import type { Identifiers } from './identifiers.ts'
import type { Call, WorldState } from './state.ts'
import { type ApiResponse, json } from './wire.ts'

/** A person of the workspace, as a test or a workspace file writes it. */
export interface UserSeed {
  readonly id?: string
  readonly name?: string
  readonly email: string
  readonly role?: string
}

/** A person with the defaults filled in. */
export type User = Required<UserSeed>

/** Fills in a person's defaults: an editor, named after the address. */
export function userFrom(seed: UserSeed, identifiers: Identifiers, atMs: number): User {
  const name = seed.email.split('@')[0] ?? ''
  return { name, role: 'EDITOR', ...seed, id: seed.id ?? identifiers.uuid(atMs) }
}

/** `GET /v1/users/me`: with a workspace token only the organisation and the token come back. */
export function me(world: WorldState, call: Call): ApiResponse {
  const { token } = call
  const unitMs = world.behaviour.expiryUnit === 'seconds' ? 1_000 : 1
  const expiry = token.expiresAtMs === null ? null : Math.floor(token.expiresAtMs / unitMs)
  const organisation = { org: { id: organisationId }, token: { exp: expiry } }
  if (token.kind === 'workspace') return json(200, organisation)
  return json(200, {
    id: userId,
    name: token.userName,
    email: token.userEmail,
    role: 'EDITOR',
    lastLoginDate: null,
    ...organisation,
  })
}

/** `GET /v1/users`: `values`, not `users` as a sample of Hex's overview page has it. */
export function listUsers(world: WorldState, call: Call): ApiResponse {
  const ids = call.query.get('userIds')?.split(',')
  const group = call.query.get('groupId')
  const listed = [...world.users.values()].filter(
    ({ id }) =>
      (ids === undefined || ids.includes(id)) &&
      (group === null || world.groups.get(group)?.userIds.includes(id) === true),
  )
  const key = call.query.get('sortBy') === 'EMAIL' ? 'email' : 'name'
  const sorted = listed.toSorted((a, b) => a[key].localeCompare(b[key]))
  if (call.query.get('sortDirection') === 'DESC') sorted.reverse()
  return cursorPage(call, sorted, {
    idOf: ({ id }) => id,
    payloadOf,
  })
}

/** `POST /v1/users/{userId}/deactivate` */
export function deactivateUser(world: WorldState, call: Call): ApiResponse {
  const user = world.users.get(call.parameters['userId'] ?? '')
  if (user === undefined) return failure(call.errors, 400, 'User does not exist')
  world.users.delete(user.id)
  return json(200, { user: payloadOf(user) })
}

function payloadOf({ id, name, email, role }: User): unknown {
  return { id, name, email, role, lastLoginDate: null }
}

const organisationId = '0191d0c4-52a1-7000-8f2e-3a61b0c1d2e3'
const userId = '0191d0c9-0d7e-7000-a514-90bd1f6e2a47'
