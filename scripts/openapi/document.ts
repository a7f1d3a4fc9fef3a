/** A mapping of an OpenAPI document. */
export type Node = Readonly<Record<string, unknown>>

/** A parameter of an operation, without its prose. */
export interface Parameter {
  readonly name: unknown
  readonly in: unknown
  readonly required: boolean
  readonly schema: unknown
}

/** How references to named schemas are written: in place, or as what this function makes of the name. */
export type ReferenceOf = ((name: string) => unknown) | 'in place'

/** The operation of that method and path. */
export function operationOf(document: Node, method: string, path: string): Node {
  return objectOf(objectOf(objectOf(document['paths'])[path])[method])
}

/** The parameters of an operation. */
export function parametersOf(
  document: Node,
  operation: Node,
  reference: ReferenceOf,
): ReadonlyArray<Parameter> {
  return listOf(operation['parameters']).map((parameter) => {
    const { name, in: place, required, schema } = resolved(document, parameter)
    return {
      name,
      in: place,
      required: required === true,
      schema: schemaOf(document, schema, reference),
    }
  })
}

/** The schema of a request's or response's JSON; undefined where it has none. */
export function jsonSchemaOf(document: Node, message: unknown, reference: ReferenceOf): unknown {
  const schema = objectOf(objectOf(objectOf(message)['content'])['application/json'])['schema']
  return schema === undefined ? undefined : schemaOf(document, schema, reference)
}

/**
 * A JSON Schema of the OpenAPI 3.0 one: prose is left out, and what 3.0 writes in its own way (`nullable`, an
 * `exclusiveMinimum` that is true or false) is written as JSON Schema has it.
 */
export function schemaOf(document: Node, value: unknown, reference: ReferenceOf): unknown {
  if (Array.isArray(value)) return value.map((entry) => schemaOf(document, entry, reference))
  if (typeof value !== 'object' || value === null) return value
  const name = referencedName(value)
  if (name !== undefined && reference !== 'in place') return reference(name)
  const node = resolved(document, value)
  const kept = Object.entries(node).filter(
    ([key, entry]) => !isProse(key, entry) && key !== 'nullable',
  )
  const schema: Record<string, unknown> = Object.fromEntries(
    kept.map(([key, entry]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(objectOf(entry)).map(([property, it]) => [
              property,
              schemaOf(document, it, reference),
            ]),
          )
        : schemaOf(document, entry, reference),
    ]),
  )
  if (schema['exclusiveMinimum'] === true) {
    schema['exclusiveMinimum'] = schema['minimum']
    delete schema['minimum']
  }
  if (node['nullable'] !== true) return schema
  return typeof schema['type'] === 'string'
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: [schema, { type: 'null' }] }
}

// What a reference leads to; anything else is itself.
function resolved(document: Node, value: unknown): Node {
  const node = objectOf(value)
  const reference = node['$ref']
  if (typeof reference !== 'string') return node
  const found = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => objectOf(at)[name], document)
  return resolved(document, found)
}

/** A mapping as it is; an empty one for anything else. */
export function objectOf(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {}
}

function listOf(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value : []
}

function referencedName(value: object): string | undefined {
  const reference = objectOf(value)['$ref']
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined
}

function isProse(key: string, entry: unknown): boolean {
  if (key.startsWith('x-') || key === 'examples' || key === 'deprecated') return true
  return ['description', 'title', 'example'].includes(key) && typeof entry !== 'object'
}
