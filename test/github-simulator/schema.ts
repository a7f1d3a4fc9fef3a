import { Ajv, type ValidateFunction } from 'ajv'
import published from './operations.json' with { type: 'json' }

/** An operation of GitHub's REST API that the simulator answers, by GitHub's name for it. */
export type OperationId =
  | 'repos/get'
  | 'pulls/list'
  | 'pulls/get'
  | 'issues/list-comments'
  | 'issues/create-comment'
  | 'issues/update-comment'
  | 'checks/create'
  | 'checks/update'
  | 'checks/list-for-ref'
  | 'git/get-ref'
  | 'git/create-ref'
  | 'git/update-ref'
  | 'git/get-commit'
  | 'git/create-commit'
  | 'git/get-tree'
  | 'git/create-tree'
  | 'git/create-blob'

/** A request that is what GitHub's OpenAPI document says of its operation. */
export interface Matched {
  readonly operation: OperationId
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  /** What the request breaks of the document; empty when it keeps to it. */
  readonly violations: ReadonlyArray<string>
}

type Schema = Readonly<Record<string, unknown>>

interface Operation {
  readonly id: OperationId
  readonly method: string
  readonly pattern: RegExp
  readonly names: ReadonlyArray<string>
  readonly path: ValidateFunction
  readonly query: ValidateFunction
  readonly queryNames: ReadonlyArray<string>
  readonly body: ValidateFunction | undefined
  readonly bodySchema: Schema | undefined
}

const strings = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' })
const values = new Ajv({ strict: false, allErrors: true })
for (const ajv of [strings, values]) {
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/)
  // JavaScript's numbers end below 64 bits; GitHub's ids are far from that.
  ajv.addFormat('int64', true)
  ajv.addFormat('uri', { validate: (text: string) => URL.canParse(text) })
}

const operations: ReadonlyArray<Operation> = published.operations.map((operation) => {
  const parameters = operation.parameters as ReadonlyArray<Parameter>
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const body = 'body' in operation ? (operation.body as Schema) : undefined
  return {
    id: operation.id as OperationId,
    method: operation.method,
    pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
    names: [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
    path: strings.compile(objectSchema(inPath)),
    query: strings.compile(objectSchema(inQuery)),
    queryNames: inQuery.map((parameter) => parameter.name),
    body: body === undefined ? undefined : values.compile(body),
    bodySchema: body,
  }
})

/**
 * The operation that a request is for, with everything about the request that GitHub's document does not
 * allow. GitHub ignores parameters and fields it does not know; here they are violations, because a
 * misspelt one would silently do nothing. Undefined when there is no such operation.
 */
export function matchOperation(
  method: string,
  path: string,
  search: URLSearchParams,
  body: unknown,
): Matched | undefined {
  for (const operation of operations) {
    const match = operation.method === method ? operation.pattern.exec(path) : null
    if (match === null) continue
    const parameters = Object.fromEntries(
      operation.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    )
    const query: Record<string, unknown> = Object.fromEntries(search)
    const violations = [
      ...check(operation.path, { ...parameters }, 'path'),
      ...check(operation.query, query, 'query'),
      ...Object.keys(query)
        .filter((name) => !operation.queryNames.includes(name))
        .map((name) => `query: '${name}' is not documented`),
      ...bodyViolations(operation, body),
    ]
    return { operation: operation.id, parameters, query, violations }
  }
  return undefined
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Schema
}

function objectSchema(parameters: ReadonlyArray<Parameter>): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  }
}

function bodyViolations({ body, bodySchema }: Operation, value: unknown): ReadonlyArray<string> {
  if (body === undefined || bodySchema === undefined) {
    return value === undefined ? [] : ['body: there should be none']
  }
  return [...check(body, value, 'body'), ...unknownFields(bodySchema, value, 'body')]
}

function check(validate: ValidateFunction, value: unknown, where: string): ReadonlyArray<string> {
  if (validate(value)) return []
  return (validate.errors ?? []).map((error) => `${where}${error.instancePath}: ${error.message}`)
}

function unknownFields(schema: Schema, value: unknown, where: string): ReadonlyArray<string> {
  if (Array.isArray(value)) {
    const items = asSchema(schema['items'])
    return value.flatMap((entry: unknown, index) =>
      unknownFields(items, entry, `${where}/${index}`),
    )
  }
  const properties = asSchema(schema['properties'])
  if (typeof value !== 'object' || value === null || Object.keys(properties).length === 0) return []
  return Object.entries(value).flatMap(([name, entry]) =>
    Object.hasOwn(properties, name)
      ? unknownFields(asSchema(properties[name]), entry, `${where}/${name}`)
      : [`${where}: '${name}' is not documented`],
  )
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {}
}
