import { firstCharacters } from '../plain-text.ts'
import { hasRawLineBreak, shapeOf } from './json-text.ts'
import { named, type Parsed, problem, someOf, value } from './problems.ts'
import {
  maxDepth,
  noValue,
  repeatedName,
  type Tree,
  tooDeep,
  unwritten,
} from './structured-rules.ts'
import { complaintAboutNumber, isWrittenNumber, writtenNumber } from './written-number.ts'

/** A JSON value without null, which Hex refuses with a 422. */
export type Json =
  | string
  | number
  | boolean
  | ReadonlyArray<Json>
  | { readonly [key: string]: Json }

/** A JSON value with null, which removes a value in some requests (UpdateProject's `status`). */
export type JsonOrNull =
  | Json
  | null
  | ReadonlyArray<JsonOrNull>
  | { readonly [key: string]: JsonOrNull }

interface Rules {
  readonly nulls: boolean
  /** Are numbers at this depth kept as the text that was written? */
  readonly isText: (depth: number) => boolean
}

/** More than any input: GitHub's runner cannot start a process with an input of 128 KiB. */
const maxCharacters = 1_048_576

/**
 * Parses YAML or JSON and keeps types: `"007"` is a string, `1234567890` a number, `true` a boolean. Refuses values that
 * would reach Hex as something else than was written, all in one problem. The YAML parser is loaded only if the text is
 * not JSON. Problems never repeat strings, because they can be secret.
 */
export async function parseStructured(text: string): Promise<Parsed<Json>> {
  return (await parsedText(text, { nulls: false, isText: () => false })) as Parsed<Json>
}

/**
 * Parses YAML or JSON that can contain null (`null`, `~`). A missing value is still refused, because it is more often an
 * expression without a value than an intended null.
 */
export async function parseStructuredOrNull(text: string): Promise<Parsed<JsonOrNull>> {
  return (await parsedText(text, { nulls: true, isText: () => false })) as Parsed<JsonOrNull>
}

/**
 * Parses a list of mappings. Their own numbers are names, ids, and durations, so they are kept as text: `name: 3.10` is
 * "3.10". Deeper values are sent to Hex, and are parsed as by `parseStructured`.
 */
export async function parseEntries(text: string): Promise<Parsed<Json>> {
  return (await parsedText(text, { nulls: false, isText: (depth) => depth === 2 })) as Parsed<Json>
}

async function parsedText(text: string, rules: Rules): Promise<Parsed<unknown>> {
  if (text.length > maxCharacters) return problem(`It is larger than ${maxCharacters / 1024} KiB.`)
  const tree = await treeOf(text.replace(/^\uFEFF/, ''))
  if (!tree.ok) return tree
  const complaints = [...tree.value.complaints]
  const read = sentValue(tree.value.root, '', 0, rules, complaints)
  if (complaints.includes(tooDeep)) return problem(tooDeep)
  return complaints.length > 0 ? problem(someOf(complaints)) : value(read)
}

async function treeOf(text: string): Promise<Parsed<Tree>> {
  if (/^\s*[{[]/.test(text)) {
    const json = parsedJson(text)
    if (json !== undefined) return json
    if (hasRawLineBreak(text)) {
      return problem(
        'A string in this JSON contains a line break. Use toJSON(), or write \\n for the line break.',
      )
    }
  }
  const { parseYaml } = await import('./yaml.ts')
  // Untrimmed: spaces in front of the first line are part of YAML's indentation.
  return parseYaml(text)
}

/** The tree or the problem of a JSON text; undefined if it is not JSON, because YAML also has braces and brackets. */
function parsedJson(text: string): Parsed<Tree> | undefined {
  try {
    JSON.parse(text)
  } catch {
    // Not JSON.
    return undefined
  }
  const { depth, repeated } = shapeOf(text)
  if (depth > maxDepth) return problem(tooDeep)
  // `context.source` (ES2025) is the number as written.
  const root: unknown = JSON.parse(text, (_, it: unknown, context?: { source?: string }) =>
    typeof it === 'number' ? writtenNumber('json', context?.source ?? '', it) : it,
  )
  return value({ root, complaints: repeated.map(repeatedName) })
}

/** The value to send. Adds complaints about values that can't be sent as they were written. */
function sentValue(
  it: unknown,
  path: string,
  depth: number,
  rules: Rules,
  complaints: Array<string>,
): unknown {
  const complain = (end: string) => {
    complaints.push(`${path === '' ? 'It' : named(path)} ${end}`)
  }
  if (depth > maxDepth) {
    complaints.push(tooDeep)
    return undefined
  }
  if (it === unwritten || (it === null && !rules.nulls)) {
    complaints.push(noValue(path))
    return undefined
  }
  if (isWrittenNumber(it)) {
    if (rules.isText(depth)) return it.source
    const complaint = complaintAboutNumber(it)
    if (complaint !== undefined) complain(complaint)
    return it.parsed
  }
  if (typeof it !== 'object' || it === null) return it
  // Only the beginning is shown. Cut it here, so that a long name is not copied for each of its children.
  const place = (key: string) =>
    firstCharacters(`${path === '' ? '' : `${path}.`}${firstCharacters(key, 100)}`, 100)
  if (Array.isArray(it)) {
    return it.map((child, index) =>
      sentValue(child, place(String(index)), depth + 1, rules, complaints),
    )
  }
  return Object.fromEntries(
    Object.entries(it).map(([key, child]) => {
      if (hasInvisibleEdge(key)) {
        complaints.push(
          `The name ${named(place(key))} starts or ends with an invisible character, such as a no-break space. Retype it.`,
        )
      }
      return [key, sentValue(child, place(key), depth + 1, rules, complaints)]
    }),
  )
}

/** Does the key begin or end with an invisible character? A plain space in quotes can be intended. */
function hasInvisibleEdge(key: string): boolean {
  const invisible = /[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/
  return invisible.test(key.charAt(0)) || invisible.test(key.at(-1) ?? '')
}
