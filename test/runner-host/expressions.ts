import { canonicalScalar } from './scalars.ts'

/** What an expression may name. Functions receive evaluated arguments. */
export interface ExpressionScope {
  readonly contexts: Readonly<Record<string, unknown>>
  readonly functions: Readonly<Record<string, (...values: ReadonlyArray<unknown>) => unknown>>
}

/** The expression does not parse, names something unknown, or is outside the part this host knows. */
class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
}

/** `toJSON` prints two spaces of indentation, as the runner does. */
export const COMMON_FUNCTIONS: ExpressionScope['functions'] = {
  tojson: (value) => JSON.stringify(value ?? null, null, 2),
  fromjson: (text) => JSON.parse(String(text)),
}

/**
 * Replaces every `${{ … }}` of a text.
 * @throws ExpressionError also when a result is a mapping or a list, where a string is expected.
 */
export function fillTemplate(text: string, scope: ExpressionScope): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, source: string) => {
    const result = canonicalScalar(evaluateExpression(source, scope))
    if (result === null) throw new ExpressionError(`Expected a string from '${source.trim()}'.`)
    return result
  })
}

/**
 * Evaluates the part of GitHub's expression language that input defaults and `post-if` use: literals,
 * contexts, `.*`, function calls, `!`, `==`, `!=`, `&&`, `||` and parentheses.
 * @throws ExpressionError
 */
export function evaluateExpression(source: string, scope: ExpressionScope): unknown {
  const reader = createReader(source)
  const value = readOr(reader, scope)
  if (reader.peek() !== null) throw reader.unexpected()
  return value
}

/** Truth as GitHub has it: false, 0, NaN, '' and null are false. */
export function isTrue(value: unknown): boolean {
  return Boolean(value)
}

interface Reader {
  readonly peek: () => string | null
  readonly take: (token: string) => boolean
  readonly next: () => string
  readonly unexpected: () => ExpressionError
}

function createReader(source: string): Reader {
  const tokens =
    source.match(/'(?:[^']|'')*'|-?\d[\d.]*|[A-Za-z_][\w-]*|\|\||&&|==|!=|[!().,[\]]|\S/g) ?? []
  let at = 0
  const unexpected = () =>
    new ExpressionError(`Unexpected '${tokens[at] ?? 'end'}' in expression '${source.trim()}'.`)
  return {
    peek: () => tokens[at] ?? null,
    take: (token) => {
      if (tokens[at] !== token) return false
      at += 1
      return true
    },
    next: () => {
      const token = tokens[at]
      if (token === undefined) throw unexpected()
      at += 1
      return token
    },
    unexpected,
  }
}

function readOr(reader: Reader, scope: ExpressionScope): unknown {
  let value = readAnd(reader, scope)
  while (reader.take('||')) {
    const right = readAnd(reader, scope)
    value = isTrue(value) ? value : right
  }
  return value
}

function readAnd(reader: Reader, scope: ExpressionScope): unknown {
  let value = readEquality(reader, scope)
  while (reader.take('&&')) {
    const right = readEquality(reader, scope)
    value = isTrue(value) ? right : value
  }
  return value
}

function readEquality(reader: Reader, scope: ExpressionScope): unknown {
  const left = readUnary(reader, scope)
  if (reader.take('==')) return isEqual(left, readUnary(reader, scope))
  if (reader.take('!=')) return !isEqual(left, readUnary(reader, scope))
  return left
}

function readUnary(reader: Reader, scope: ExpressionScope): unknown {
  if (reader.take('!')) return !isTrue(readUnary(reader, scope))
  if (reader.take('(')) {
    const value = readOr(reader, scope)
    if (!reader.take(')')) throw reader.unexpected()
    return value
  }
  return readValue(reader, scope)
}

function readValue(reader: Reader, scope: ExpressionScope): unknown {
  const token = reader.next()
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (/^-?\d/.test(token)) return Number(token)
  if (token === 'true' || token === 'false') return token === 'true'
  if (token === 'null') return null
  if (!/^[A-Za-z_]/.test(token)) throw new ExpressionError(`Unexpected symbol: '${token}'.`)
  if (reader.take('(')) return call(token, reader, scope)
  const name = Object.keys(scope.contexts).find((key) => key === token.toLowerCase())
  if (name === undefined) throw new ExpressionError(`Unrecognized named-value: '${token}'.`)
  return readProperties(scope.contexts[name], reader, scope)
}

function call(name: string, reader: Reader, scope: ExpressionScope): unknown {
  const called = scope.functions[name.toLowerCase()]
  if (called === undefined) throw new ExpressionError(`Unrecognized function: '${name}'.`)
  const values: Array<unknown> = []
  while (!reader.take(')')) {
    if (values.length > 0 && !reader.take(',')) throw reader.unexpected()
    values.push(readOr(reader, scope))
  }
  return readProperties(called(...values), reader, scope)
}

function readProperties(context: unknown, reader: Reader, scope: ExpressionScope): unknown {
  let value = context
  for (;;) {
    if (reader.take('.')) {
      value = reader.take('*') ? childrenOf(value) : propertiesOf(value, reader.next())
    } else if (reader.take('[')) {
      value = propertyOf(value, readOr(reader, scope))
      if (!reader.take(']')) throw reader.unexpected()
    } else {
      return value
    }
  }
}

/** The results of `.*`: a property behind one is taken of every child that has it. */
const filtered = new WeakSet<object>()

function isFiltered(value: unknown): value is ReadonlyArray<unknown> {
  return Array.isArray(value) && filtered.has(value)
}

function asFiltered(children: ReadonlyArray<unknown>): ReadonlyArray<unknown> {
  filtered.add(children)
  return children
}

function childrenOf(value: unknown): ReadonlyArray<unknown> {
  const parents = isFiltered(value) ? value : [value]
  return asFiltered(
    parents.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    ),
  )
}

function propertiesOf(value: unknown, key: string): unknown {
  if (!isFiltered(value)) return propertyOf(value, key)
  return asFiltered(value.map((each) => propertyOf(each, key)).filter((each) => each !== null))
}

/** A missing property is null, never an error. Names ignore case. */
function propertyOf(value: unknown, key: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null
  const wanted = String(key).toLowerCase()
  const found = Object.entries(value).find(([name]) => name.toLowerCase() === wanted)
  return found?.[1] ?? null
}

function isEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase() === right.toLowerCase()
  }
  if (typeof left === typeof right && left !== null && right !== null) return left === right
  return Number(left) === Number(right)
}
