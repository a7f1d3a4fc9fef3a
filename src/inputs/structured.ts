import { firstCharacters } from '../plain-text.ts'
import { hasRawLineBreak, shapeOf } from './json-text.ts'
import { named, type Parsed, problem, someOf, value } from './problems.ts'
import {
  complaintAboutNumber,
  isWrittenNumber,
  maxDepth,
  noValue,
  repeatedName,
  type Tree,
  tooDeep,
  unwritten,
  writtenNumber,
} from './written.ts'

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

export type Mapping = Readonly<Record<string, Json>>

interface Rules {
  readonly nulls?: boolean
  /** Numbers at this depth are kept as the text that was written. */
  readonly textDepth?: number
}

/** More than any input: GitHub's runner cannot start a process with an input of 128 KiB. */
const maxCharacters = 1_048_576

/**
 * Parses YAML or JSON and keeps types: `"007"` is a string, `1234567890` a number, `true` a boolean. Refuses values that
 * would reach Hex as something else than was written, all in one problem. The YAML parser is loaded only if the text is
 * not JSON. Problems never repeat strings, because they can be secret.
 */
export async function parseStructured(text: string): Promise<Parsed<Json>> {
  return (await parsedText(text, {})) as Parsed<Json>
}

/**
 * Parses YAML or JSON that can contain null (`null`, `~`). A missing value is still refused, because it is more often an
 * expression without a value than an intended null.
 */
export async function parseStructuredOrNull(text: string): Promise<Parsed<JsonOrNull>> {
  return (await parsedText(text, { nulls: true })) as Parsed<JsonOrNull>
}

/**
 * Parses a list of mappings. Their own numbers are names, ids, and durations, so they are kept as text: `name: 3.10` is
 * "3.10". Deeper values are sent to Hex, and are parsed as by `parseStructured`.
 */
export async function parseEntries(text: string): Promise<Parsed<Json>> {
  return (await parsedText(text, { textDepth: 2 })) as Parsed<Json>
}

/** Returns the value if it is a mapping. */
export function asMapping(it: Json): Parsed<Mapping> {
  return typeof it === 'object' && !Array.isArray(it)
    ? value(it as Mapping)
    : problem('It is not a mapping. Write one "name: value" per line, or a JSON object.')
}

async function parsedText(text: string, rules: Rules): Promise<Parsed<unknown>> {
  if (text.length > maxCharacters) return problem(`It is larger than ${maxCharacters / 1024} KiB.`)
  const tree = await treeOf(text.replace(/^\uFEFF/, ''))
  return tree.ok ? sentValue(tree.value, rules) : tree
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

/** The value to send, or the problems with values that can't be sent as they were written. */
function sentValue({ root, complaints: found }: Tree, rules: Rules): Parsed<unknown> {
  const complaints = [...found]
  const sent = (it: unknown, path: string, depth: number): unknown => {
    if (depth > maxDepth) {
      complaints.push(tooDeep)
      return undefined
    }
    if (it === unwritten || (it === null && rules.nulls !== true)) {
      complaints.push(noValue(path))
      return undefined
    }
    if (isWrittenNumber(it)) {
      if (depth === rules.textDepth) return it.source
      const complaint = complaintAboutNumber(it)
      if (complaint !== undefined)
        complaints.push(`${path === '' ? 'It' : named(path)} ${complaint}`)
      return it.parsed
    }
    if (typeof it !== 'object' || it === null) return it
    // Only the beginning is shown. Cut it here, so that a long name is not copied for each of its children.
    const place = (key: string) =>
      firstCharacters(`${path === '' ? '' : `${path}.`}${firstCharacters(key, 100)}`, 100)
    if (Array.isArray(it))
      return it.map((child, index) => sent(child, place(String(index)), depth + 1))
    const entries = Object.entries(it).map(([key, child]) => {
      if (hasInvisibleEdge(key)) {
        complaints.push(
          `The name ${named(place(key))} starts or ends with an invisible character, such as a no-break space. Retype it.`,
        )
      }
      return [key, sent(child, place(key), depth + 1)] as const
    })
    return Object.fromEntries(entries)
  }
  const it = sent(root, '', 0)
  if (complaints.includes(tooDeep)) return problem(tooDeep)
  return complaints.length > 0 ? problem(someOf(complaints)) : value(it)
}

/** Does the key begin or end with an invisible character? A plain space in quotes can be intended. */
function hasInvisibleEdge(key: string): boolean {
  const invisible = /[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/
  return invisible.test(key.charAt(0)) || invisible.test(key.at(-1) ?? '')
}
