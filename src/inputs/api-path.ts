import { isScalar, type Json, type Mapping } from '../json.ts'
import { named, parsedOr, quoted, refuse } from './problems.ts'
import { type ProjectReference, parseProjectReference } from './project-reference.ts'

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
export function parseApiPath(text: string, params: Mapping): ApiPath {
  checkTemplate(text)
  for (const [name, it] of Object.entries(params)) {
    // JSON can contain half of a surrogate pair ("\ud800"), which no URL can.
    if ([name, it].flat().some((each) => isScalar(each) && !String(each).isWellFormed()))
      refuse(`${named(name.toWellFormed())} in 'params' contains an invalid character. Remove it.`)
  }
  const used = new Set<string>()
  const missing = new Set<string>()
  let unfit: string | undefined
  const filled = text.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const it = Object.hasOwn(params, name) ? params[name] : undefined
    used.add(name)
    if (it === undefined) missing.add(name)
    else if (!isScalar(it) || it === '') unfit ??= name
    return isScalar(it) ? encodeURIComponent(it) : ''
  })
  if (missing.size > 0) {
    const names = [...missing].slice(0, 5).map((name) => named(`{${name}}`))
    refuse(
      `${names.join(', ')} ${missing.size > 1 ? 'have' : 'has'} no value. Add ${missing.size > 1 ? 'the values' : 'the value'} to 'params'.`,
    )
  }
  if (unfit !== undefined) {
    refuse(
      `${named(unfit)} in 'params' fills a placeholder, so it must be non-empty text or a number.`,
    )
  }
  if (/[{}]/.test(filled)) refuse(`${quoted(text)} has an unmatched brace.`)
  // Encoded values contain no question mark.
  const [pathname = '', ...written] = filled.split('?')
  const query = queryOf(written.join('?'), params, used)
  checkPath(pathname)
  return { pathname, query }
}

/**
 * Reads project references in a request the way the other actions read `project-id`. A project follows `projects/` or
 * `createPresignedUrl/` in the path, or is named `projectId` (Hex's OpenAPI document, mid-2026). Problems are about
 * `params`; invalid ids in the path are left to Hex.
 */
export function readProjectParams(path: string, params: Mapping): ProjectParams {
  const [pathname = '', ...query] = path.split('?')
  const projects: Array<ProjectReference> = []
  const read: Record<string, Json> = { ...params }
  const names = new Set(['projectId'])
  const segments = pathname.split('/').map((segment, index, all) => {
    if (!['projects', 'createPresignedUrl'].includes(all[index - 1] ?? '')) return segment
    const placeholder = /^\{(.+)\}$/.exec(segment)?.[1]
    if (placeholder !== undefined) names.add(placeholder)
    return parsedOr(
      () => parseProjectReference(segment).projectId,
      () => segment,
    )
  })
  for (const name of names) {
    const text = Object.hasOwn(params, name) ? params[name] : undefined
    if (typeof text !== 'string') continue
    const project = parsedOr(
      () => parseProjectReference(text),
      (problem) => refuse(`${named(name)}: ${problem}`),
    )
    projects.push(project)
    read[name] = project.projectId
  }
  return { path: [segments.join('/'), ...query].join('?'), params: read, projects }
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

function checkTemplate(text: string) {
  if (text === '') refuse('Missing. Enter a path, for example "/v1/users/me".')
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) {
    refuse(
      `${quoted(text)} is a full URL. Enter only the path, such as "/v1/users/me", and set the host with 'base-url'.`,
    )
  }
  if (!text.startsWith('/v1/')) {
    refuse(
      /^\/?(api\/)?v1\//.test(text)
        ? `${quoted(text)} must start with "/v1/". Use ${quoted(text.replace(/^\/?(api\/)?/, '/'))}.`
        : `${quoted(text)} is not a Hex API path. Hex API paths start with "/v1/".`,
    )
  }
  if (!/^[\x21-\x7e]+$/.test(text)) {
    refuse(
      `${quoted(text)} contains spaces, control characters, or non-ASCII characters. Put the value in 'params' and use {name} in the path.`,
    )
  }
  // Characters that RFC 3986 allows in a path and a query, and braces for placeholders.
  if (/[^\w\-.~!$&'()*+,;=:@%/?{}]/.test(text))
    refuse(
      `${quoted(text)} contains a character that is not allowed in Hex API paths. Put the value in 'params' and use {name} in the path.`,
    )
}

/** The query in the path, then the params without a placeholder. */
function queryOf(written: string, params: Mapping, used: ReadonlySet<string>): ApiPath['query'] {
  const others = Object.entries(params).filter(([name]) => !used.has(name))
  return [
    ...new URLSearchParams(written),
    ...others.flatMap(([name, it]) =>
      (Array.isArray(it) ? it : [it]).map((each: Json) =>
        isScalar(each)
          ? ([name, String(each)] as const)
          : refuse(`${named(name)} in 'params' must be a single value or a list of values.`),
      ),
    ),
  ]
}

/** Servers and proxies decode a path once or more often, so it must stay inside the API after every decoding. */
function checkPath(pathname: string) {
  let reading = pathname
  for (let round = 0; round < 5; round += 1) {
    const parts = reading.slice('/v1/'.length).split(/[/\\]/)
    if (parts.some((part) => ['', '.', '..'].includes(part.replace(/;.*/s, '')))) break
    let next: string
    try {
      next = decodeURIComponent(reading)
    } catch {
      refuse(
        `${quoted(pathname)} has invalid percent-encoding. Put the value in 'params' and use {name} in the path.`,
      )
    }
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(next))
      refuse(`${quoted(pathname)} contains control characters. Remove them.`)
    if (next === reading) return
    reading = next
  }
  refuse(
    `${quoted(pathname)} points outside the Hex API. Paths cannot contain "..", ".", or empty segments, encoded or not.`,
  )
}
