import { Ajv, type ValidateFunction } from 'ajv'

type Schema = Readonly<Record<string, unknown>>

/** An operation as the extracts of the OpenAPI documents have it (`scripts/extract-operations.ts`). */
export interface PublishedOperation {
  readonly id: string
  readonly method: string
  /** With placeholders in braces. Hex's document has alternatives in two of them: `(projects|models)`. */
  readonly path: string
  readonly parameters: ReadonlyArray<{
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Schema
  }>
  readonly body?: Schema
  /** False: the body may be left out. Default true. */
  readonly bodyRequired?: boolean
  /** The schema of each documented status code's body; null: it has none. */
  readonly responses?: Readonly<Record<string, Schema | null>>
}

/** A request that a document has an operation for. */
export interface Matched<Id extends string> {
  readonly operation: Id
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  /** What the request breaks of the document; empty when it keeps to it. */
  readonly violations: ReadonlyArray<string>
}

/** An OpenAPI document, ready to be held against requests and responses. */
export interface Document<Id extends string> {
  /**
   * The operation of a request, with everything about the request that the document does not allow. Servers
   * ignore parameters and fields they do not know; here they are violations, because a misspelt one would
   * silently do nothing. Undefined when there is no such operation.
   */
  readonly match: (
    method: string,
    path: string,
    search: URLSearchParams,
    body: unknown,
  ) => Matched<Id> | undefined
  /** What is wrong with the parameters of an operation; unknown ones are not. */
  readonly parameterIssues: (
    id: Id,
    parameters: Readonly<Record<string, string>>,
    search: URLSearchParams,
  ) => ReadonlyArray<string>
  /** What is wrong with a body, and which of its fields are not documented. */
  readonly bodyIssues: (
    id: Id,
    body: unknown,
  ) => { readonly wrong: ReadonlyArray<string>; readonly unknown: ReadonlyArray<string> }
  /** What a response breaks; undefined when the document does not list the status code for the operation. */
  readonly responseViolations: (
    id: Id,
    status: number,
    body: unknown,
  ) => ReadonlyArray<string> | undefined
}

interface Operation<Id extends string> {
  readonly id: Id
  readonly method: string
  readonly pattern: RegExp
  readonly placeholders: ReadonlyArray<string>
  readonly queryNames: ReadonlyArray<string>
  readonly path: () => ValidateFunction
  readonly query: () => ValidateFunction
  readonly body: (() => ValidateFunction) | undefined
  readonly bodySchema: Schema | undefined
  readonly bodyRequired: boolean
  readonly responses: ReadonlyMap<string, (() => ValidateFunction) | null>
}

/** Reads an extract of a document. Schemas are compiled when they are first needed. */
export function readDocument<Id extends string>(
  published: ReadonlyArray<PublishedOperation>,
  $defs: Readonly<Record<string, Schema>> = {},
): Document<Id> {
  const strings = createAjv({ coerceTypes: 'array' })
  const values = createAjv({})
  const compiled = (ajv: Ajv, schema: Schema) => {
    let validate: ValidateFunction | undefined
    return () => {
      validate ??= ajv.compile({ ...schema, $defs })
      return validate
    }
  }
  const operations = published.map((operation): Operation<Id> => {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
    const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query')
    const { body, bodyRequired = true, responses = {} } = operation
    return {
      id: operation.id as Id,
      method: operation.method,
      pattern: new RegExp(
        `^${operation.path.replaceAll('(', '(?:').replaceAll(/\{\w+\}/g, '([^/]+)')}$`,
      ),
      placeholders: [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
      queryNames: inQuery.map((parameter) => parameter.name),
      path: compiled(strings, objectSchema(inPath)),
      query: compiled(strings, objectSchema(inQuery)),
      body: body === undefined ? undefined : compiled(values, body),
      bodySchema: body,
      bodyRequired,
      responses: new Map(
        Object.entries(responses).map(([status, schema]) => [
          status,
          schema === null ? null : compiled(values, schema),
        ]),
      ),
    }
  })

  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  const parameterIssues = (
    operation: Operation<Id>,
    parameters: Readonly<Record<string, string>>,
    search: URLSearchParams,
  ) => [
    ...check(operation.path(), { ...parameters }, 'path'),
    ...check(operation.query(), queryOf(search), 'query'),
  ]
  const bodyIssues = ({ body, bodySchema, bodyRequired }: Operation<Id>, value: unknown) => {
    if (body === undefined || bodySchema === undefined) {
      return { wrong: value === undefined ? [] : ['body: there should be none'], unknown: [] }
    }
    if (value === undefined && !bodyRequired) return { wrong: [], unknown: [] }
    return {
      wrong: check(body(), value, 'body'),
      unknown: unknownFields(bodySchema, value, 'body', $defs),
    }
  }

  return {
    match: (method, path, search, body) => {
      // Of `/users/me` and `/users/{userId}` the one without a placeholder is meant.
      const operation = operations
        .filter((each) => each.method === method && each.pattern.test(path))
        .toSorted((a, b) => a.placeholders.length - b.placeholders.length)[0]
      if (operation === undefined) return undefined
      const match = operation.pattern.exec(path)
      const parameters = Object.fromEntries(
        operation.placeholders.map((name, index) => [
          name,
          decodeURIComponent(match?.[index + 1] ?? ''),
        ]),
      )
      const { wrong, unknown } = bodyIssues(operation, body)
      const violations = [
        ...parameterIssues(operation, parameters, search),
        ...[...new Set(search.keys())]
          .filter((name) => !operation.queryNames.includes(name))
          .map((name) => `query: '${name}' is not documented`),
        ...wrong,
        ...unknown,
      ]
      return { operation: operation.id, parameters, query: queryOf(search), violations }
    },
    parameterIssues: (id, parameters, search) => {
      const operation = byId.get(id)
      return operation === undefined ? [] : parameterIssues(operation, parameters, search)
    },
    bodyIssues: (id, body) => {
      const operation = byId.get(id)
      return operation === undefined ? { wrong: [], unknown: [] } : bodyIssues(operation, body)
    },
    responseViolations: (id, status, body) => {
      const validate = byId.get(id)?.responses.get(String(status))
      if (validate === undefined) return undefined
      if (validate === null) return body === undefined ? [] : ['body: there should be none']
      return check(validate(), body, 'body')
    },
  }
}

function createAjv(options: { readonly coerceTypes?: 'array' }): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, ...options })
  const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
  ajv.addFormat('date-time', timestamp)
  // Hex's name for the same.
  ajv.addFormat('timestamp', timestamp)
  ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  // JavaScript's numbers end below 64 bits; the ids of GitHub are far from that.
  for (const format of ['int32', 'int64', 'double']) ajv.addFormat(format, true)
  ajv.addFormat('uri', { validate: (text: string) => URL.canParse(text) })
  return ajv
}

function objectSchema(parameters: PublishedOperation['parameters']): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  }
}

/** A name that is repeated is a list. */
function queryOf(search: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const all = search.getAll(name)
      return [name, all.length === 1 ? all[0] : all]
    }),
  )
}

function check(validate: ValidateFunction, value: unknown, where: string): ReadonlyArray<string> {
  if (validate(value)) return []
  return (validate.errors ?? []).map((error) => `${where}${error.instancePath}: ${error.message}`)
}

function unknownFields(
  schema: Schema,
  value: unknown,
  where: string,
  $defs: Readonly<Record<string, Schema>>,
): ReadonlyArray<string> {
  const reference = schema['$ref']
  if (typeof reference === 'string') {
    return unknownFields($defs[reference.split('/').at(-1) ?? ''] ?? {}, value, where, $defs)
  }
  if (Array.isArray(value)) {
    const items = asSchema(schema['items'])
    return value.flatMap((entry: unknown, index) =>
      unknownFields(items, entry, `${where}/${index}`, $defs),
    )
  }
  const properties = asSchema(schema['properties'])
  if (typeof value !== 'object' || value === null || Object.keys(properties).length === 0) return []
  return Object.entries(value).flatMap(([name, entry]) =>
    Object.hasOwn(properties, name)
      ? unknownFields(asSchema(properties[name]), entry, `${where}/${name}`, $defs)
      : [`${where}: '${name}' is not documented in operations.json`],
  )
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {}
}
