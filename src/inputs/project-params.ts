import { named, type Parsed, problem, value } from './problems.ts'
import { type ProjectReference, parseProjectReference } from './project-reference.ts'
import type { Json } from './structured.ts'

type Params = Readonly<Record<string, Json>>

/** A path and its params, with every project reference replaced by the project's id. */
export interface ProjectParams {
  readonly path: string
  readonly params: Params
  /** The projects in `params`. */
  readonly projects: ReadonlyArray<ProjectReference>
}

/**
 * Reads project references in a request the way the other actions read `project-id`. A project follows `projects/` or
 * `createPresignedUrl/` in the path, or is named `projectId` (Hex's OpenAPI document, mid-2026). Problems are about
 * `params`; invalid ids in the path are left to Hex.
 */
export function readProjectParams(path: string, params: Params): Parsed<ProjectParams> {
  const [pathname = '', ...query] = path.split('?')
  const projects: Array<ProjectReference> = []
  const read: Record<string, Json> = { ...params }
  for (const name of projectNames(pathname, params)) {
    const text = params[name]
    if (typeof text !== 'string' || text === '') continue
    const parsed = parseProjectReference(text)
    if (!parsed.ok) return problem(`${named(name)}: ${parsed.problem}`)
    projects.push(parsed.value)
    read[name] = parsed.value.projectId
  }
  const segments = pathname.split('/').map((segment, index, all) => {
    const parsed = isBeforeProject(all[index - 1]) ? parseProjectReference(segment) : undefined
    return parsed?.ok === true ? parsed.value.projectId : segment
  })
  return value({ path: [segments.join('/'), ...query].join('?'), params: read, projects })
}

function projectNames(pathname: string, params: Params): ReadonlySet<string> {
  const afterProjects = pathname
    .split('/')
    .filter((_, index, all) => isBeforeProject(all[index - 1]))
    .flatMap((segment) => /^\{([^{}]+)\}$/.exec(segment)?.[1] ?? [])
  return new Set([...afterProjects, 'projectId'].filter((name) => Object.hasOwn(params, name)))
}

function isBeforeProject(segment: string | undefined): boolean {
  return segment === 'projects' || segment === 'createPresignedUrl'
}
