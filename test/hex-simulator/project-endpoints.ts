import { cursorPage } from './cursor-page.ts'
import { failure, notFound } from './errors.ts'
import { readJsonBody } from './json-body.ts'
import { sharingPayload } from './project-sharing.ts'
import { type Project, projectFrom } from './projects.ts'
import { lifeAt } from './runs.ts'
import { type Call, isUuid, timestamp, type WorldState } from './state.ts'
import { type ApiResponse, isAnswer, json } from './wire.ts'

/** `GET /v1/projects/{projectId}` */
export function getProject(world: WorldState, call: Call): ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project
  const sharing = call.query.get('includeSharing') === 'true'
  return json(200, projectPayload(world, project, call.atMs, sharing))
}

/** `GET /v1/projects`: cursor paging, unlike the list of runs; the newest project first. */
export function listProjects(world: WorldState, call: Call): ApiResponse {
  const { query } = call
  const listed = sorted(
    [...world.projects.values()].filter((project) => isListed(project, query)),
    query.get('sortBy') ?? 'CREATED_AT',
    query.get('sortDirection') === 'ASC',
  )
  const sharing = query.get('includeSharing') === 'true'
  return cursorPage(call, listed, {
    idOf: ({ id }) => id,
    payloadOf: (project) => projectPayload(world, project, call.atMs, sharing),
  })
}

/** `POST /v1/projects`: a project that was never published. */
export function createProject(world: WorldState, call: Call): ApiResponse {
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const seed = {
    title: String(body['title']),
    description: typeof body['description'] === 'string' ? body['description'] : null,
    lastPublishedAt: null,
  }
  const project = projectFrom(seed, world.identifiers, call.atMs)
  world.projects.set(project.id, project)
  return json(201, projectPayload(world, project, call.atMs, false))
}

/** `PATCH /v1/projects/{projectId}`: sets the status, or takes it away with null. */
export function updateProject(world: WorldState, call: Call): ApiResponse {
  const project = accessibleProject(world, call)
  if (isAnswer(project)) return project
  const body = readJsonBody(world, call)
  if (isAnswer(body)) return body
  const { status } = body
  const updated = typeof status === 'string' || status === null ? { ...project, status } : project
  world.projects.set(project.id.toLowerCase(), updated)
  return json(200, projectPayload(world, updated, call.atMs, false))
}

/** The project that a path names, or the error Hex answers. One nobody may see does not exist. */
export function accessibleProject(world: WorldState, call: Call): Project | ApiResponse {
  const { projectId = '' } = call.parameters
  if (!isUuid(projectId)) {
    return failure(call.errors, 400, 'Invalid project ID', ['projectId must be a UUID'])
  }
  const project = world.projects.get(projectId.toLowerCase())
  if (project === undefined || project.access === 'none') {
    return notFound(call, world, 'Project not found')
  }
  return project
}

/** A project as every operation shows it. */
export function projectPayload(
  world: WorldState,
  project: Project,
  atMs: number,
  sharing: boolean,
): Record<string, unknown> {
  return {
    id: project.id,
    title: project.title,
    description: project.description,
    type: project.type,
    creator: { email: project.creatorEmail },
    owner: { email: project.ownerEmail },
    status: project.status === null ? null : { name: project.status },
    categories: project.categories.map((name) => ({ name, description: null })),
    reviews: { required: false },
    analytics: {
      appViews: { allTime: 0, lastSevenDays: 0, lastFourteenDays: 0, lastThirtyDays: 0 },
      lastViewedAt: null,
      publishedResultsUpdatedAt: publishedResultsUpdatedAt(world, project, atMs),
    },
    lastEditedAt: project.lastEditedAt,
    lastPublishedAt: project.lastPublishedAt,
    createdAt: project.createdAt,
    archivedAt: project.archivedAt,
    trashedAt: project.trashedAt,
    schedules: project.schedules.map((schedule) => ({ ...noCadence, ...schedule })),
    ...(sharing ? { sharing: sharingPayload(world, project) } : {}),
  }
}

/** The end of the last COMPLETED run that was to refresh the app, else what the seed says. */
function publishedResultsUpdatedAt(world: WorldState, project: Project, atMs: number) {
  let lastMs: number | null = null
  for (const run of world.runs.values()) {
    if (run.projectId !== project.id || !run.updatesPublishedResults) continue
    const { status, endedAtMs } = lifeAt(run, atMs)
    if (status === 'COMPLETED' && endedAtMs !== null) lastMs = Math.max(lastMs ?? 0, endedAtMs)
  }
  return timestamp(world, lastMs) ?? project.publishedResultsUpdatedAt
}

/** Every cadence has a key, null unless it is the schedule's. */
const noCadence = { hourly: null, daily: null, weekly: null, monthly: null, custom: null }

const sortKeys: Readonly<Record<string, (project: Project) => string>> = {
  CREATED_AT: (project) => project.createdAt,
  LAST_EDITED_AT: (project) => project.lastEditedAt,
  LAST_PUBLISHED_AT: (project) => project.lastPublishedAt ?? '',
}

function isListed(project: Project, query: URLSearchParams): boolean {
  const wants = (flag: string): boolean => query.get(flag) === 'true'
  if (project.access === 'none') return false
  if (project.archivedAt !== null && !wants('includeArchived')) return false
  if (project.trashedAt !== null && !wants('includeTrashed')) return false
  if (project.type === 'COMPONENT' && !wants('includeComponents')) return false

  const owner = query.get('ownerEmail')
  if (owner !== null && owner !== project.ownerEmail) return false
  const creator = query.get('creatorEmail')
  if (creator !== null && creator !== project.creatorEmail) return false
  const statuses = query.getAll('statuses')
  if (statuses.length > 0 && !statuses.includes(project.status ?? '')) return false
  const collection = query.get('collectionId')
  if (collection !== null && !project.sharing.collections.has(collection)) return false
  const categories = query.getAll('categories')
  return categories.length === 0 || categories.some((each) => project.categories.includes(each))
}

function sorted(
  projects: ReadonlyArray<Project>,
  sortBy: string,
  ascending: boolean,
): ReadonlyArray<Project> {
  const key = sortKeys[sortBy] ?? ((project: Project) => project.createdAt)
  const order = projects.toSorted((a, b) => key(a).localeCompare(key(b)))
  return ascending ? order : order.reverse()
}
