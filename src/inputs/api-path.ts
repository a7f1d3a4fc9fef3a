import { named, type Parsed, problem, quoted, value } from './problems.ts'
import { type ProjectReference, parseProjectReference } from './project-reference.ts'
import type { Json, Mapping } from './structured.ts'

/** A path in Hex's API, encoded and validated. */
export interface ApiPath {
  /** Starts with `/v1/`; without the query. */
  readonly pathname: string
  /** Decoded names and values in their order. */
  readonly query: ReadonlyArray<readonly [name: string, value: string]>
}

/** A path and its params, with every project reference replaced by the project's id. */
export interface ProjectParams {
  readonly path: string
  readonly params: Mapping
  /** The projects in `params`. */
  readonly projects: ReadonlyArray<ProjectReference>
}

/**
 * Fills the placeholders of a path such as `/v1/projects/{projectId}/runs` from `params`, percent-encoded. Other params
 * become the query. Refuses everything that would leave the API: other hosts, paths outside `/v1/`, and `..` in any
 * encoding.
 */
export function parseApiPath(text: string, params: Mapping): Parsed<ApiPath> {
  const complaint = complaintAboutTemplate(text)
  if (complaint !== undefined) return problem(complaint)
  const question = text.indexOf('?')
  const template = question === -1 ? text : text.slice(0, question)
  const written = question === -1 ? '' : text.slice(question + 1)

  const used = new Set<string>()
  const missing = new Set<string>()
  let unfit: string | undefined
  const fill = (part: string) =>
    part.replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const scalar = Object.hasOwn(params, name) ? scalarText(params[name]) : undefined
      used.add(name)
      if (!Object.hasOwn(params, name)) missing.add(name)
      else if (scalar === undefined || scalar === '') unfit ??= name
      return encodeURIComponent(scalar ?? '')
    })
  const pathname = fill(template)
  const filledQuery = fill(written)
  if (missing.size > 0) {
    const names = [...missing].slice(0, 5).map((name) => named(`{${name}}`))
    return problem(`${names.join(', ')} has no value. Set it in 'params'.`)
  }
  if (unfit !== undefined) {
    return problem(
      `${named(unfit)} in 'params' cannot fill a placeholder. It must be non-empty text or a number.`,
    )
  }
  if (/[{}]/.test(pathname) || /[{}]/.test(filledQuery))
    return problem(`${quoted(text)} has an unmatched brace.`)
  const query = queryOf(filledQuery, params, used)
  if (!query.ok) return query
  const outside = complaintAboutPath(pathname)
  return outside === undefined ? value({ pathname, query: query.value }) : problem(outside)
}

/**
 * Reads project references in a request the way the other actions read `project-id`. A project follows `projects/` or
 * `createPresignedUrl/` in the path, or is named `projectId` (Hex's OpenAPI document, mid-2026). Problems are about
 * `params`; invalid ids in the path are left to Hex.
 */
export function readProjectParams(path: string, params: Mapping): Parsed<ProjectParams> {
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

/** The path and query as they are sent, with some parameters of the query replaced. */
export function pathText(
  { pathname, query }: ApiPath,
  replaced: Readonly<Record<string, string>> = {},
): string {
  const kept = query.filter(([name]) => !Object.hasOwn(replaced, name))
  const pairs = [...kept, ...Object.entries(replaced)].map(
    ([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`,
  )
  return pairs.length === 0 ? pathname : `${pathname}?${pairs.join('&')}`
}

function complaintAboutTemplate(text: string): string | undefined {
  if (text === '') return 'Missing. Enter a path, for example "/v1/users/me".'
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) {
    return `${quoted(text)} is a full URL. Enter only the path, such as "/v1/users/me", and set the host with 'base-url'.`
  }
  if (/^\/?(api\/)?v1\//.test(text) && !text.startsWith('/v1/')) {
    return `${quoted(text)} must start with "/v1/". Use ${quoted(text.replace(/^\/?(api\/)?/, '/'))}.`
  }
  if (!text.startsWith('/v1/'))
    return `${quoted(text)} is not a Hex API path. Hex API paths start with "/v1/".`
  if (!/^[\x21-\x7e]+$/.test(text)) {
    return `${quoted(text)} contains spaces, control characters, or non-ASCII characters. Put the value in 'params' and use {name} in the path.`
  }
  // Characters that RFC 3986 allows in a path and a query, and braces for placeholders.
  if (/[^\w\-.~!$&'()*+,;=:@%/?{}]/.test(text))
    return `${quoted(text)} contains a character that is not allowed in Hex API paths.`
  return undefined
}

/** The query in the path, then the params without a placeholder. */
function queryOf(
  written: string,
  params: Mapping,
  used: ReadonlySet<string>,
): Parsed<ReadonlyArray<readonly [string, string]>> {
  const pairs: Array<readonly [string, string]> = [...new URLSearchParams(written)]
  for (const [name, it] of Object.entries(params)) {
    if (used.has(name)) continue
    for (const each of Array.isArray(it) ? it : [it]) {
      const scalar = scalarText(each)
      if (scalar === undefined)
        return problem(`${named(name)} in 'params' must be a single value or a list of values.`)
      pairs.push([name, scalar])
    }
  }
  return value(pairs)
}

/** Servers and proxies decode a path once or more often, so it must stay inside the API after every decoding. */
function complaintAboutPath(pathname: string): string | undefined {
  const leaves = `${quoted(pathname)} leads outside the Hex API. Paths cannot contain "..", ".", or empty segments, encoded or not.`
  let reading = pathname
  for (let round = 0; round < 5; round += 1) {
    const parts = reading.slice('/v1/'.length).split(/[/\\]/)
    if (parts.some((part) => ['', '.', '..'].includes(part.replace(/;.*/s, '')))) return leaves
    let next: string
    try {
      next = decodeURIComponent(reading)
    } catch {
      return `${quoted(pathname)} has invalid percent-encoding. Put the value in 'params' and use {name} in the path.`
    }
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(next))
      return `${quoted(pathname)} contains control characters.`
    if (next === reading) return undefined
    reading = next
  }
  return leaves
}

function scalarText(it: Json | undefined): string | undefined {
  return typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean'
    ? String(it)
    : undefined
}

function projectNames(pathname: string, params: Mapping): ReadonlySet<string> {
  const afterProjects = pathname
    .split('/')
    .filter((_, index, all) => isBeforeProject(all[index - 1]))
    .flatMap((segment) => /^\{([^{}]+)\}$/.exec(segment)?.[1] ?? [])
  return new Set([...afterProjects, 'projectId'].filter((name) => Object.hasOwn(params, name)))
}

function isBeforeProject(segment: string | undefined): boolean {
  return segment === 'projects' || segment === 'createPresignedUrl'
}
