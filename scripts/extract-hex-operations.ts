/**
 * Writes `test/hex-simulator/operations.json`: for every operation of Hex's OpenAPI document its path, parameters,
 * status codes, rate limit group and the shapes of its bodies (names, types, required, formats, enums), without any
 * of its prose. The document is not part of the repository: pass a copy of https://static.hex.site/openapi.json.
 *
 * `node scripts/extract-hex-operations.ts <openapi.json>`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  jsonSchemaOf,
  type Node,
  objectOf,
  operationOf,
  parametersOf,
  schemaOf,
} from './openapi/document.ts'

const source = process.argv[2]
if (source === undefined) {
  throw new Error('Usage: node scripts/extract-hex-operations.ts <openapi.json>')
}
const target = resolve(import.meta.dirname, '../test/hex-simulator/operations.json')

const document = objectOf(JSON.parse(readFileSync(source, 'utf8')))
const reached = new Set<string>()
const reference = (name: string) => {
  reached.add(name)
  return { $ref: `#/$defs/${name}` }
}

const operations = Object.entries(objectOf(document['paths']))
  .flatMap(([path, methods]) =>
    Object.keys(objectOf(methods)).map((method) => extractOperation(method, path)),
  )
  .toSorted((a, b) => compare(String(a.id), String(b.id)))
const schemas = reachedSchemas()
// A line for each operation and each schema: small, and a newer document shows in a readable difference.
const lines = [
  '{',
  '"operations": [',
  operations.map((operation) => JSON.stringify(sorted(operation))).join(',\n'),
  '],',
  '"$defs": {',
  schemas.map(([name, schema]) => `"${name}": ${JSON.stringify(sorted(schema))}`).join(',\n'),
  '}',
  '}',
]
writeFileSync(target, `${lines.join('\n')}\n`)
console.log(`${operations.length} operations and ${schemas.length} schemas in ${target}`)

function extractOperation(method: string, path: string) {
  const operation = operationOf(document, method, path)
  const request = objectOf(operation['requestBody'])
  const body = jsonSchemaOf(document, request, reference)
  const group = rateLimitGroup(operation)
  return {
    id: operation['operationId'],
    method: method.toUpperCase(),
    path,
    ...(group === undefined ? {} : { group }),
    parameters: parametersOf(document, operation, reference),
    ...(body === undefined ? {} : { body, bodyRequired: request['required'] === true }),
    responses: Object.fromEntries(
      Object.entries(objectOf(operation['responses'])).map(([status, response]) => [
        status,
        jsonSchemaOf(document, response, reference) ?? null,
      ]),
    ),
  }
}

/** The description of an operation names its group as a list item in code. */
function rateLimitGroup(operation: Node): string | undefined {
  return /^- `([\w-]+)`:/m.exec(String(operation['description'] ?? ''))?.[1]
}

/** The schemas that the operations refer to, and those that these refer to. */
function reachedSchemas(): ReadonlyArray<readonly [string, unknown]> {
  const named = objectOf(objectOf(document['components'])['schemas'])
  const found = new Map<string, unknown>()
  // A set grows while it is read.
  for (const name of reached) found.set(name, schemaOf(document, named[name], reference))
  return [...found].toSorted(([a], [b]) => compare(a, b))
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
