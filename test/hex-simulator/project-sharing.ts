import { readJsonBody } from './json-body.ts'
import { accessibleProject, projectPayload } from './project-endpoints.ts'
import type { Project, Sharing } from './projects.ts'
import type { Call, Handler, WorldState } from './state.ts'
import { type ApiResponse, isAnswer, isRecord, json } from './wire.ts'

/** `PATCH /v1/projects/{projectId}/sharing/users` */
export const shareWithUsers: Handler = (world, call) =>
  shareWith(world, call, { list: 'users', item: 'user', idList: 'userIds' })

/** `PATCH /v1/projects/{projectId}/sharing/groups` */
export const shareWithGroups: Handler = (world, call) =>
  shareWith(world, call, { list: 'groups', item: 'group', idList: 'groupIds' })

/** `PATCH /v1/projects/{projectId}/sharing/collections` */
export const shareWithCollections: Handler = (world, call) =>
  shareWith(world, call, { list: 'collections', item: 'collection', idList: 'collectionIds' })

/** `PATCH /v1/projects/{projectId}/sharing/workspaceAndPublic`: what is not named stays. */
export function shareWithEveryone(world: WorldState, call: Call): ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const { workspace, publicWeb } = isRecord(body['sharing']) ? body['sharing'] : {}
  const changes = {
    ...(typeof workspace === 'string' ? { workspace } : {}),
    ...(typeof publicWeb === 'string' ? { publicWeb } : {}),
  }
  return json(200, saved(world, call, project, changes))
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
  names: {
    readonly list: 'users' | 'groups' | 'collections'
    readonly item: string
    readonly idList: string
  },
): ApiResponse {
  const { list, item, idList } = names
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
  const unknown = changes.map(([id]) => id).filter((id) => !world[list].has(id))
  const access = new Map(project.sharing[list])
  for (const [id, level] of changes) {
    if (unknown.includes(id)) continue
    if (level === 'NONE') access.delete(id)
    else access.set(id, level)
  }
  const errors = [{ [idList]: unknown, reason: 'Not found' }]
  const done = saved(world, call, project, { [list]: access })
  return json(200, unknown.length > 0 ? { ...done, errors } : done)
}

function saved(world: WorldState, call: Call, project: Project, changes: Partial<Sharing>) {
  const updated = { ...project, sharing: { ...project.sharing, ...changes } }
  world.projects.set(project.id.toLowerCase(), updated)
  return { project: projectPayload(world, updated, call.atMs, true) }
}
