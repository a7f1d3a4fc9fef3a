import { type PublishedOperation, readDocument } from '../openapi.ts'
import published from './operations.json' with { type: 'json' }
import type { Operation } from './routes.ts'
import type { RequestRecord } from './state.ts'
import { type ApiResponse, isRecord } from './wire.ts'

type Schema = Readonly<Record<string, unknown>>

/** Every operation of Hex's OpenAPI document (mid-2026), with the rate limit group that it names. */
export const documented = published.operations as ReadonlyArray<
  PublishedOperation & { readonly id: Operation; readonly group?: string }
>
const $defs = published.$defs as Readonly<Record<string, Schema>>
const byId = new Map(documented.map((operation) => [operation.id, operation]))

/** Tells requests and responses from what Hex's document has. */
export const document = readDocument<Operation>(documented, $defs)

/** The operation as it is documented. */
export function operationNamed(id: Operation): (typeof documented)[number] {
  const operation = byId.get(id)
  if (operation === undefined) throw new Error(`Hex's document has no ${id}.`)
  return operation
}

/**
 * What requests break of Hex's document: a path that it does not have, a parameter or a body that is not as it
 * says. One line per violation.
 */
export function requestViolations(requests: ReadonlyArray<RequestRecord>): ReadonlyArray<string> {
  return requests.flatMap(({ method, path, body }) => {
    const url = new URL(path, 'http://hex.invalid')
    const bare = url.pathname.replace(/^\/api/, '')
    const matched = document.match(method, bare, url.searchParams, jsonOf(body))
    const violations = matched?.violations ?? ['there is no such operation']
    return violations.map((violation) => `${method} ${path}: ${violation}`)
  })
}

/** What a response breaks of the document; undefined for a status code that the document does not list. */
export function responseViolations(
  operation: Operation,
  { status, body }: Pick<ApiResponse, 'status' | 'body'>,
): ReadonlyArray<string> | undefined {
  return document.responseViolations(operation, status, jsonOf(body))
}

/** The names of an operation's parameters that are true or false. */
export function booleanParameters(id: Operation): ReadonlySet<string> {
  const booleans = operationNamed(id).parameters.filter(
    ({ schema }) => schema['type'] === 'boolean',
  )
  return new Set(booleans.map(({ name }) => name))
}

/** The body with "true" and "false" made booleans where the document wants one, as tsoa does by default. */
export function withBooleans(operation: Operation, body: Schema): Schema {
  const coerced = coerceBooleans(operationNamed(operation).body ?? {}, body)
  return isRecord(coerced) ? coerced : body
}

/** The smallest body that keeps to the document, for an operation that the simulator only plays the shape of. */
export function sampleBody(operation: Operation): { status: number; body: unknown } {
  const responses = Object.entries(operationNamed(operation).responses ?? {})
  const [status, schema] = responses.find(([code]) => code.startsWith('2')) ?? ['204', null]
  return { status: Number(status), body: schema === null ? undefined : sampleOf(schema) }
}

function coerceBooleans(schema: Schema, value: unknown): unknown {
  const { type, properties, items } = resolved(schema)
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  if (Array.isArray(value) && isRecord(items)) return value.map((it) => coerceBooleans(items, it))
  if (!isRecord(value) || !isRecord(properties)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => {
      const property = properties[name]
      return [name, isRecord(property) ? coerceBooleans(property, it) : it]
    }),
  )
}

function sampleOf(schema: Schema): unknown {
  const { type, format, properties, required, anyOf, oneOf, enum: words } = resolved(schema)
  const first = [anyOf, oneOf].flat().find(isRecord)
  if (first !== undefined) return sampleOf(first)
  if (Array.isArray(words)) return words[0]
  if (Array.isArray(type)) return null
  switch (type) {
    case 'object':
      return Object.fromEntries(
        (Array.isArray(required) ? required : []).map((name: string) => [
          name,
          sampleOf(isRecord(properties) ? (properties[name] as Schema) : {}),
        ]),
      )
    case 'array':
      return []
    case 'string':
      return format === 'uuid' ? '0191d0c9-0d7e-7000-a514-000000000000' : 'sample'
    case 'boolean':
      return false
    default:
      return 0
  }
}

function resolved(schema: Schema): Schema {
  const { $ref } = schema
  return typeof $ref === 'string' ? resolved($defs[$ref.split('/').at(-1) ?? ''] ?? {}) : schema
}

function jsonOf(body: string): unknown {
  if (body === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
