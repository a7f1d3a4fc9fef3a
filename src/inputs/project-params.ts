import { named, type Parsed, problem, value } from './problems.ts'
import { type ProjectReference, parseProjectReference } from './project-reference.ts'
import type { Json } from './structured.ts'

type Params = Readonly<Record<string, Json>>

/** A path and its params, with the id of each project in the place of its address or its 22 characters. */
export interface ProjectParams {
  readonly path: string
  readonly params: Params
  /** Those that were named in `params`. */
  readonly projects: ReadonlyArray<ProjectReference>
}

/**
 * Reads the projects that a call of the API names as `project-id` of the other actions is read. A project is what
 * follows `projects/` or `createPresignedUrl/` in the path, and what is named `projectId`, as Hex's OpenAPI
 * document (mid-2026) names it. The error is about `params`; what the path itself says wrong is left to Hex.
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
