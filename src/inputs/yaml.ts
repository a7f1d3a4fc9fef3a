import { isScalar, parseDocument, visit } from 'yaml'
import { type Parsed, problem, value } from './problems.ts'
import { inexact, isExact } from './structured.ts'

/** YAML 1.2 with its core schema: `yes` and dates are texts. Aliases are limited, so that none is a bomb. */
export function parseYaml(text: string): Parsed<unknown> {
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      prettyErrors: true,
      strict: true,
    })
    const error = document.errors[0]
    if (error !== undefined) return problem(`It is not YAML: ${firstLine(error.message)}.`)
    const complaint = changedNumber(document)
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
      const pair = path.at(-1)
      const name =
        pair !== undefined && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : ''
      if (!isExact(node.value, node.source)) complaint = inexact(name, node.source)
      if (/^[-+]?0\d/.test(node.source)) {
        complaint = `${name === '' ? 'The number' : `'${name}'`} is written ${node.source} and would be sent as ${node.value}: quote it ("${node.source}") to send it as text.`
      }
      return complaint === undefined ? undefined : visit.BREAK
    },
  })
  return complaint
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[:.\s]+$/, '').slice(0, 200)
}
