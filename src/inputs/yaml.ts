import { type ErrorCode, isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import { InvalidValue, named, refuse } from './problems.ts'

/** The library searches all anchors for each alias, which takes quadratic time. */
const maxAliases = 500
const tooManyAliases = 'The value uses too many aliases (*name). Write out the values instead.'

/** Max nesting depth of values. Parameters and request bodies need a few levels. */
export const maxDepth = 40

/** The problem with deeper values. */
export const tooDeep = `The value is nested more than ${maxDepth} levels deep. Reduce the nesting.`

/** Marks a missing value: `a:` without anything after it is not an explicit null. */
export const unwritten = Symbol('no value')

/** A number as written in a text, before the decision whether to send it. */
export interface WrittenNumber {
  readonly [mark]: true
  /** The characters in the text. */
  readonly source: string
  /** The number that JavaScript reads from them. */
  readonly parsed: number
}

/** A symbol, so that no mapping in a text looks like a number. */
const mark = Symbol('written number')

export function isWrittenNumber(it: unknown): it is WrittenNumber {
  return typeof it === 'object' && it !== null && mark in it
}

/** A parsed text. It keeps numbers and missing values as they were written. */
export interface Tree {
  readonly root: unknown
  /** Problems that the tree does not show. */
  readonly complaints: ReadonlyArray<string>
}

/**
 * Parses YAML 1.2 with its core schema: `yes` and dates are strings. Supports merge keys (`<<`), because people use them
 * and no parameter has that name. Limits aliases, so that a small text can't expand to a huge value.
 */
export function parseYaml(text: string): Tree {
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, {
      version: '1.2',
      merge: true,
      // Otherwise `007: x` would be a parameter with the name 7.
      stringKeys: true,
      // The library compares each key with every other, and its pretty errors copy the text. Both take quadratic
      // time. `markWritten` compares the keys.
      uniqueKeys: false,
      prettyErrors: false,
      // Otherwise tags such as `!!binary` create values that JSON does not have.
      resolveKnownTags: false,
      lineCounter,
    })
    // Warnings are about tags that would be dropped, so Hex would receive another value.
    const error = document.errors[0] ?? document.warnings[0]
    if (error?.code === 'RESOURCE_EXHAUSTION') refuse(tooDeep)
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0])
      refuse(`The value is not valid YAML (line ${line}, column ${col}). ${meaningOf(error.code)}`)
    }
    const repeated = markWritten(document)
    return {
      root: document.toJS({ maxAliasCount: 50 }),
      complaints: repeated.map(
        (name) => `${named(name)} is set twice. Remove one of the two lines.`,
      ),
    }
  } catch (error) {
    refuse(meaningOfThrown(error))
  }
}

/** The problem behind an exception: nesting that is too deep, aliases, or merge keys. */
function meaningOfThrown(error: unknown): string {
  if (error instanceof InvalidValue) return error.message
  if (error instanceof RangeError) return tooDeep
  const message = error instanceof Error ? error.message : ''
  if (message.startsWith('Excessive alias count')) return tooManyAliases
  return message.startsWith('Unresolved alias')
    ? 'The value is not valid YAML. A value that starts with * needs quotes.'
    : 'The value is not valid YAML. << requires an alias to a mapping (<<: *name) or a list of aliases.'
}

/** Keeps numbers as written, and marks missing values. Returns the names that occur twice in a mapping. */
function markWritten(document: ReturnType<typeof parseDocument>): ReadonlyArray<string> {
  const repeated = new Set<string>()
  let aliases = 0
  visit(document, {
    Alias() {
      aliases += 1
      if (aliases > maxAliases) refuse(tooManyAliases)
    },
    Map(_, { items }) {
      const keys = new Set<string>()
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : String(key)
        if (keys.has(name)) repeated.add(name)
        keys.add(name)
      }
    },
    Pair(_, pair) {
      // `{a}` and `? a` have no value node at all.
      if (pair.value === null) pair.value = new Scalar(unwritten)
    },
    Scalar(_, node) {
      const { value, source = '' } = node
      if (typeof value === 'number')
        node.value = { [mark]: true, source, parsed: value } satisfies WrittenNumber
      else if (value === null && source === '') node.value = unwritten
    },
  })
  return [...repeated]
}

const indentation = 'Check the indentation, and put values that contain ": " in quotes.'
const startsWithMark = 'A value that starts with * or & needs quotes.'
const startsWithSpecial = 'A value that starts with a special character needs quotes.'

/** What to do about an error of the library. The library's own message can repeat values. */
const meanings: Readonly<Partial<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'YAML does not allow tabs for indentation. Use spaces.',
  BAD_INDENT: indentation,
  BLOCK_IN_FLOW: indentation,
  BLOCK_AS_IMPLICIT_KEY: indentation,
  MULTILINE_IMPLICIT_KEY: indentation,
  MISSING_CHAR: 'A space, comma, bracket, or quote is missing here or earlier.',
  MULTIPLE_DOCS: 'A second document starts here (---). Use only one document.',
  BAD_ALIAS: startsWithMark,
  ALIAS_PROPS: startsWithMark,
  BAD_SCALAR_START: startsWithSpecial,
  BAD_DIRECTIVE: startsWithSpecial,
  BAD_DQ_ESCAPE:
    'Invalid escape sequence. In double quotes, write \\\\ for a backslash, or use single quotes.',
  TAG_RESOLVE_FAILED: 'Tags (!name) are not supported. Remove the tag, or put the value in quotes.',
  NON_STRING_KEY: 'Keys must be text.',
}

function meaningOf(code: ErrorCode): string {
  return meanings[code] ?? 'Put values with special characters in quotes.'
}
