import { readJsonBody } from './json-body.ts'
import { accessibleProject, projectPayload } from './project-endpoints.ts'
import type { Project, Sharing } from './projects.ts'
import type { Call, Handler, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord, json } from './wire.ts'

/** `PATCH /v1/projects/{projectId}/sharing/users` */
export const shareWithUsers: Handler = (world, call) =>
  shareWith(world, call, 'users', 'user', 'userIds', world.users)

/** `PATCH /v1/projects/{projectId}/sharing/groups` */
export const shareWithGroups: Handler = (world, call) =>
  shareWith(world, call, 'groups', 'group', 'groupIds', world.groups)

/** `PATCH /v1/projects/{projectId}/sharing/collections` */
export const shareWithCollections: Handler = (world, call) =>
  shareWith(world, call, 'collections', 'collection', 'collectionIds', world.collections)

/** `PATCH /v1/projects/{projectId}/sharing/workspaceAndPublic`: what is not named stays. */
export function shareWithEveryone(world: WorldState, call: Call): ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const { workspace, publicWeb } = isRecord(body['sharing']) ? body['sharing'] : {}
  return saved(world, call, project, {
    ...(typeof workspace === 'string' ? { workspace } : {}),
    ...(typeof publicWeb === 'string' ? { publicWeb } : {}),
  })
}

/** What GetProject says of sharing, with names and addresses in the place of ids. */
export function sharingPayload(world: WorldState, { sharing }: Project): unknown {
  const { users, groups, collections, workspace, publicWeb } = sharing
  return {
    users: [...users].map(([id, access]) => ({
      user: { email: world.users.get(id)?.email ?? id },
      access,
    })),
    groups: [...groups].map(([id, access]) => ({
      group: { name: world.groups.get(id)?.name ?? id },
      access,
    })),
    collections: [...collections].map(([id, access]) => ({
      collection: { name: world.collections.get(id)?.name ?? id },
      access,
    })),
    workspace: { access: workspace },
    publicWeb: { access: publicWeb },
    support: { access: 'NONE' },
  }
}

/** Adds and changes access; NONE takes it away. What does not exist is told in `errors`, and the rest is done. */
function shareWith(
  world: WorldState,
  call: Call,
  list: 'users' | 'groups' | 'collections',
  item: string,
  idList: string,
  known: ReadonlyMap<string, unknown>,
): ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const upsert = isRecord(body['sharing']) ? body['sharing']['upsert'] : undefined
  const entries = isRecord(upsert) && Array.isArray(upsert[list]) ? upsert[list] : []
  const changes = entries.filter(isRecord).map((entry) => {
    const target = entry[item]
    return [isRecord(target) ? String(target['id']) : '', String(entry['access'])] as const
  })
  const unknown = changes.map(([id]) => id).filter((id) => !known.has(id))
  const access = new Map(project.sharing[list])
  for (const [id, level] of changes) {
    if (unknown.includes(id)) continue
    if (level === 'NONE') access.delete(id)
    else access.set(id, level)
  }
  const errors = [{ [idList]: unknown, reason: 'Not found' }]
  return saved(world, call, project, { [list]: access }, unknown.length > 0 ? { errors } : {})
}

function saved(
  world: WorldState,
  call: Call,
  project: Project,
  changes: Partial<Sharing>,
  more: Readonly<Record<string, unknown>> = {},
): ApiResponse {
  const updated = { ...project, sharing: { ...project.sharing, ...changes } }
  world.projects.set(project.id.toLowerCase(), updated)
  return json(200, { project: projectPayload(world, updated, call.atMs, true), ...more })
}
