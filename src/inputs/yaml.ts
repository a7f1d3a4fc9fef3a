import { isScalar, parseDocument, type Scalar, visit, type visitorFn } from 'yaml'
import { type Parsed, problem, value } from './problems.ts'
import { inexact, isExact, noValue } from './structured.ts'

/**
 * YAML 1.2 with its core schema: `yes` and dates are texts. Aliases are limited, so that none is a bomb.
 * @param writtenNulls null may be written (`null`, `~`); a key with nothing behind it is refused then.
 */
export function parseYaml(text: string, writtenNulls = false): Parsed<unknown> {
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      prettyErrors: true,
      strict: true,
    })
    const error = document.errors[0]
    if (error !== undefined) return problem(`It is not YAML: ${firstLine(error.message)}.`)
    const complaint = changedNumber(document) ?? (writtenNulls ? missingValue(document) : undefined)
    if (complaint !== undefined) return problem(complaint)
    return value(document.toJS({ maxAliasCount: 50 }))
  } catch (error) {
    // What the library throws here is about the text: too many aliases, or nesting that is too deep for it.
    return problem(
      `It is not YAML that can be read: ${firstLine(error instanceof Error ? error.message : String(error))}.`,
    )
  }
}

/** A number that does not mean what it looks like: `007` is 7, and 20 digits are rounded. */
function changedNumber(document: ReturnType<typeof parseDocument>): string | undefined {
  let complaint: string | undefined
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'number' || node.source === undefined)
        return undefined
      const name = keyOf(path)
      if (!isExact(node.value, node.source)) complaint = inexact(name, node.source)
      if (/^[-+]?0\d/.test(node.source)) {
        complaint = `${name === '' ? 'The number' : `'${name}'`} is written ${node.source} and would be sent as ${node.value}: quote it ("${node.source}") to send it as text.`
      }
      return complaint === undefined ? undefined : visit.BREAK
    },
  })
  return complaint
}

/** A null that nobody wrote: `status:` with nothing behind it, for instance an expression that came to nothing. */
function missingValue(document: ReturnType<typeof parseDocument>): string | undefined {
  let complaint: string | undefined
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || node.value !== null || (node.source ?? '') !== '') return undefined
      complaint = noValue(keyOf(path))
      return visit.BREAK
    },
    Pair(_, pair) {
      // `{a}` and `? a` have not even an empty value.
      if (pair.value !== null) return undefined
      complaint = noValue(isScalar(pair.key) ? String(pair.key.value) : '')
      return visit.BREAK
    },
  })
  return complaint
}

/** The key that a value stands behind; '' in a list or alone. */
function keyOf(path: Parameters<visitorFn<Scalar>>[2]): string {
  const pair = path.at(-1)
  return pair !== undefined && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : ''
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[:.\s]+$/, '').slice(0, 200)
}
