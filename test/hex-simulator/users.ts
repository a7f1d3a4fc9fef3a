import type { Call, WorldState } from './state.ts'
import { type ApiResponse, json } from './wire.ts'

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

const organisationId = '0191d0c4-52a1-7000-8f2e-3a61b0c1d2e3'
const userId = '0191d0c9-0d7e-7000-a514-90bd1f6e2a47'
