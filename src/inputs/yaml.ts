import {
  type ErrorCode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type visitorFn,
} from 'yaml'
import { named, type Parsed, problem, value } from './problems.ts'
import { inexact, isExact, noValue, tooDeep } from './structured-rules.ts'

/** The library looks for the anchor of each alias among all of them, which takes quadratic time. */
const mostAliases = 500
const tooManyAliases = 'It uses aliases (*name) too often: write the values out.'

/**
 * YAML 1.2 with its core schema: `yes` and dates are texts. Merge keys (`<<`) work, because a parameter of that
 * name exists nowhere and people do write them. Aliases are limited, so that none is a bomb.
 * @param writtenNulls null may be written (`null`, `~`); a key with nothing behind it is refused then.
 */
export function parseYaml(text: string, writtenNulls: boolean): Parsed<unknown> {
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, {
      version: '1.2',
      merge: true,
      // Otherwise `007: x` would be a parameter named 7.
      stringKeys: true,
      // The library compares each key with every other, and its pretty errors copy the text: both take
      // quadratic time. Keys are compared below.
      uniqueKeys: false,
      prettyErrors: false,
      // Otherwise `!!binary` and its like become values that JSON does not have.
      resolveKnownTags: false,
      lineCounter,
    })
    // Warnings are about tags that would be dropped: the value would arrive as something else.
    const error = document.errors[0] ?? document.warnings[0]
    if (error?.code === 'RESOURCE_EXHAUSTION') return problem(tooDeep)
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0])
      return problem(`It is not YAML, from line ${line}, column ${col}: ${meaningOf(error.code)}`)
    }
    const complaint =
      complaintAbout(document) ?? (writtenNulls ? missingValue(document) : undefined)
    if (complaint !== undefined) return problem(complaint)
    return value(document.toJS({ maxAliasCount: 50 }))
  } catch (error) {
    return problem(meaningOfThrown(error))
  }
}

/** What is thrown is about the text: nesting that is too deep for a recursion, aliases, or what is merged. */
function meaningOfThrown(error: unknown): string {
  if (error instanceof RangeError) return tooDeep
  const message = error instanceof Error ? error.message : ''
  if (message.startsWith('Excessive alias count')) return tooManyAliases
  return message.startsWith('Unresolved alias')
    ? 'It is not YAML: a value that begins with * needs quotes.'
    : 'It is not YAML: << takes the alias of a mapping (<<: *name), or a list of such.'
}

/**
 * Aliases by the thousand, a key that is there twice, or a number that does not mean what it looks like: `007` is
 * 7, 20 digits are rounded.
 */
function complaintAbout(document: ReturnType<typeof parseDocument>): string | undefined {
  let complaint: string | undefined
  let aliases = 0
  visit(document, {
    Alias() {
      aliases += 1
      if (aliases > mostAliases) complaint = tooManyAliases
      return complaint === undefined ? undefined : visit.BREAK
    },
    Map(_, { items }) {
      const keys = new Set<string>()
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : String(key)
        if (keys.has(name)) complaint = `${named(name)} is there twice: leave one of the two out.`
        keys.add(name)
      }
      return complaint === undefined ? undefined : visit.BREAK
    },
    Scalar(_, node, path) {
      if (typeof node.value !== 'number' || node.source === undefined) return undefined
      const name = keyOf(path)
      if (!isExact(node.value, node.source)) complaint = inexact(name)
      if (/^[-+]?0\d/.test(node.source)) {
        complaint = `${name === '' ? 'A number in it' : named(name)} has zeros in front, which a number does not keep: put it in quotes to send it as text.`
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
    Scalar(_, node, path) {
      if (node.value !== null || (node.source ?? '') !== '') return undefined
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
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : ''
}

/** What the library's code means for who wrote the text. Its own message may repeat values. */
function meaningOf(code: ErrorCode): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab stands in front of the text: indent with blanks.'
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'the indentation does not fit the lines above, or a value with ": " in it needs quotes.'
    case 'MISSING_CHAR':
      return 'a blank, comma, bracket or quote is missing here or before.'
    case 'MULTIPLE_DOCS':
      return 'a second document begins (---): write one.'
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
      return 'a value that begins with * or & needs quotes.'
    case 'BAD_SCALAR_START':
    case 'BAD_DIRECTIVE':
      return 'a value that begins with a special character needs quotes.'
    case 'BAD_DQ_ESCAPE':
      return 'an escape that YAML does not have: write \\\\ for a backslash in double quotes, or use single quotes.'
    case 'TAG_RESOLVE_FAILED':
      return 'a tag (!name) that has no meaning here: leave it out, or quote the value.'
    case 'NON_STRING_KEY':
      return 'a name has to be a text.'
    default:
      return 'put values with special characters in quotes.'
  }
}
