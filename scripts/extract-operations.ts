/**
 * Writes what the simulators know of an OpenAPI document into their `operations.json`: path, parameters, bodies, and
 * the schemas that these refer to, without any of the prose.
 *
 * `node scripts/extract-operations.ts hex <openapi.json>`: all operations, with responses and rate limit groups. The
 * document is not part of the repository: pass a copy of https://static.hex.site/openapi.json.
 *
 * `node scripts/extract-operations.ts github <api.github.com.json>`: the requests that the reports make. The document
 * is in the npm package `@octokit/openapi` (MIT), which unpacks to 400 MB: `npm pack @octokit/openapi@23.0.2`, then
 * `tar -xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

type Node = Readonly<Record<string, unknown>>

/** The operations of GitHub to keep. */
const ofGitHub = new Set([
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/git/ref/{ref}',
  'POST /repos/{owner}/{repo}/git/refs',
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
  'POST /repos/{owner}/{repo}/git/commits',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'POST /repos/{owner}/{repo}/git/trees',
  'POST /repos/{owner}/{repo}/git/blobs',
])

const [of, source] = process.argv.slice(2)
if ((of !== 'hex' && of !== 'github') || source === undefined)
  throw new Error('Usage: node scripts/extract-operations.ts hex|github <document.json>')
const document = objectOf(JSON.parse(readFileSync(source, 'utf8')))
const referred = new Set<string>()

const operations = Object.entries(objectOf(document['paths']))
  .flatMap(([path, methods]) =>
    Object.entries(objectOf(methods)).flatMap(([name, operation]) => {
      const method = name.toUpperCase()
      const isWanted = of === 'hex' || ofGitHub.has(`${method} ${path}`)
      return isWanted ? [extract(method, path, objectOf(operation))] : []
    }),
  )
  .toSorted((a, b) => compare(String(a.id), String(b.id)))
const schemas = new Map<string, unknown>()
// A set grows while it is read: schemas refer to others.
for (const name of referred) {
  schemas.set(name, schemaOf(objectOf(objectOf(document['components'])['schemas'])[name]))
}
// One line for each operation and each schema: small, and a newer document gives a readable diff.
const $defs = [...schemas].toSorted(([a], [b]) => compare(a, b))
const text = `{
"operations": [
${operations.map((operation) => JSON.stringify(sorted(operation))).join(',\n')}
],
"$defs": {
${$defs.map(([name, schema]) => `"${name}": ${JSON.stringify(sorted(schema))}`).join(',\n')}
}
}
`
writeFileSync(resolve(import.meta.dirname, `../test/${of}-simulator/operations.json`), text)
console.log(`${operations.length} operations and ${$defs.length} schemas.`)

function extract(method: string, path: string, operation: Node) {
  const request = resolved(operation['requestBody'])
  const body = jsonSchemaOf(request)
  // Hex's description of an operation names its group as a list item in code.
  const [, group] = /^- `([\w-]+)`:/m.exec(String(operation['description'] ?? '')) ?? []
  return {
    id: operation['operationId'],
    method,
    path,
    parameters: listOf(operation['parameters']).map((parameter) => {
      const { name, in: place, required, schema } = resolved(parameter)
      return { name, in: place, required: required === true, schema: schemaOf(schema) }
    }),
    ...(body === undefined ? {} : { body, bodyRequired: request['required'] === true }),
    ...(of === 'github' || group === undefined ? {} : { group }),
    ...(of === 'github' ? {} : { responses: responsesOf(operation) }),
  }
}

function responsesOf(operation: Node) {
  const responses = Object.entries(objectOf(operation['responses']))
  return Object.fromEntries(
    responses.map(([status, response]) => [status, jsonSchemaOf(response) ?? null]),
  )
}

/** The schema of a request's or response's JSON; undefined where it has none. */
function jsonSchemaOf(message: unknown): unknown {
  const content = objectOf(resolved(message)['content'])
  const { schema } = objectOf(content['application/json'])
  return schema === undefined ? undefined : schemaOf(schema)
}

/**
 * A JSON Schema of the OpenAPI 3.0 one: without prose, and with what 3.0 writes in its own way (`nullable`, an
 * `exclusiveMinimum` that is true or false) as JSON Schema has it.
 */
function schemaOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(schemaOf)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, $ref, ...node } = objectOf(value)
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? ''
    referred.add(name)
    return { $ref: `#/$defs/${name}` }
  }
  const schema: Record<string, unknown> = Object.fromEntries(
    Object.entries(node)
      .filter(([key, entry]) => !isProse(key, entry))
      .map(([key, entry]) => [key, key === 'properties' ? propertiesOf(entry) : schemaOf(entry)]),
  )
  if (schema['exclusiveMinimum'] === true) {
    schema['exclusiveMinimum'] = schema['minimum']
    delete schema['minimum']
  }
  if (nullable !== true) return schema
  return typeof schema['type'] === 'string'
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] }
}

/** A property may be called `title` or `nullable`. */
function propertiesOf(entry: unknown) {
  const properties = Object.entries(objectOf(entry))
  return Object.fromEntries(properties.map(([name, schema]) => [name, schemaOf(schema)]))
}

function isProse(key: string, entry: unknown): boolean {
  if (key.startsWith('x-') || key === 'examples' || key === 'deprecated') return true
  return ['description', 'title', 'example'].includes(key) && typeof entry !== 'object'
}

/** What a reference leads to; anything else is itself. */
function resolved(value: unknown): Node {
  const node = objectOf(value)
  const { $ref } = node
  if (typeof $ref !== 'string') return node
  const names = $ref.slice(2).split('/')
  return resolved(names.reduce<unknown>((at, name) => objectOf(at)[name], document))
}

/** Keys in order, so that the same facts are the same text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => compare(a, b))
  return Object.fromEntries(
    entries.map(([key, entry]) => [
      key,
      key === 'required' && Array.isArray(entry) ? entry.toSorted() : sorted(entry),
    ]),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function objectOf(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function listOf(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value : []
}
