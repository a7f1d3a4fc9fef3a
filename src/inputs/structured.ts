import { nestingOf, pairsIn } from './json-text.ts'
import { named, type Parsed, problem, value } from './problems.ts'
import { inexact, isExact, maxDepth, noValue, tooDeep } from './structured-rules.ts'

/** A value that JSON can carry, null left out: Hex answers 422 to null. */
export type Json =
  | string
  | number
  | boolean
  | ReadonlyArray<Json>
  | { readonly [key: string]: Json }

/** As `Json`, with null, which takes something away in some calls (UpdateProject's `status`). */
export type JsonOrNull =
  | Json
  | null
  | ReadonlyArray<JsonOrNull>
  | { readonly [key: string]: JsonOrNull }

/** Larger inputs do not exist: GitHub's runner cannot start a process with one of 128 KiB. */
const maxCharacters = 1_048_576
/**
 * Reads YAML or JSON with the types kept: `"007"` is a text, `1234567890` a number, `true` a boolean. What
 * would arrive at Hex as something else than was written is refused. The YAML parser is loaded only when the
 * text is not JSON. Values are never repeated in a problem: they may be secret.
 */
export async function parseStructured(text: string): Promise<Parsed<Json>> {
  const parsed = await parsedText(text, false)
  if (!parsed.ok) return parsed
  const complaint = complaintAbout(parsed.value, '', 0, false)
  return complaint === undefined ? value(parsed.value as Json) : problem(complaint)
}

/**
 * Reads YAML or JSON in which null may be written (`null`, `~`). A line whose value is missing is still refused:
 * it is more often an expression that came to nothing than a wish to take something away.
 */
export async function parseStructuredOrNull(text: string): Promise<Parsed<JsonOrNull>> {
  const parsed = await parsedText(text, true)
  if (!parsed.ok) return parsed
  const complaint = complaintAbout(parsed.value, '', 0, true)
  return complaint === undefined ? value(parsed.value as JsonOrNull) : problem(complaint)
}

async function parsedText(text: string, writtenNulls: boolean): Promise<Parsed<unknown>> {
  if (text.length > maxCharacters) return problem(`It is larger than ${maxCharacters / 1024} KiB.`)
  const json = /^\s*[{[]/.test(text) ? parsedJson(text) : undefined
  if (json !== undefined) return json
  const { parseYaml } = await import('./yaml.ts')
  // Blanks in front of the first line are part of YAML's indentation.
  return parseYaml(text, writtenNulls)
}

/** The value or the problem of a JSON text; undefined when it is none, or better read as YAML. */
function parsedJson(text: string): Parsed<unknown> | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    // Not JSON: YAML has braces and brackets too.
    return undefined
  }
  if (nestingOf(text) > maxDepth) return problem(tooDeep)
  // JSON.parse keeps the last of two equal names and says nothing: YAML's parser says which name it is.
  if (pairsIn(text) !== keysIn(parsed)) return undefined
  const rounded = roundedNumber(text)
  return rounded === undefined ? value(parsed) : problem(rounded)
}

function keysIn(it: unknown): number {
  if (typeof it !== 'object' || it === null) return 0
  const children = Object.values(it)
  const own = Array.isArray(it) ? 0 : children.length
  return children.reduce<number>((sum, child) => sum + keysIn(child), own)
}

/** JSON.parse rounds what does not fit a double; `context.source` (ES2025) shows what was written. */
function roundedNumber(text: string): string | undefined {
  let complaint: string | undefined
  JSON.parse(text, (key: string, parsed: unknown, context?: { source?: string }) => {
    if (typeof parsed === 'number' && !isExact(parsed, context?.source ?? ''))
      complaint ??= inexact(key)
    return parsed
  })
  return complaint
}

/** The first reason why a value cannot go to Hex as it was written, or undefined. */
function complaintAbout(
  it: unknown,
  path: string,
  depth: number,
  nulls: boolean,
): string | undefined {
  if (depth > maxDepth) return tooDeep
  if (it === null && nulls) return undefined
  if (it === null) return noValue(path)
  if (typeof it === 'number' && !Number.isFinite(it)) {
    return `${path === '' ? 'It' : named(path)} is infinite or not a number, and Hex takes neither.`
  }
  return typeof it === 'object' ? firstComplaint(Object.entries(it), path, depth, nulls) : undefined
}

function firstComplaint(
  entries: ReadonlyArray<readonly [string, unknown]>,
  path: string,
  depth: number,
  nulls: boolean,
): string | undefined {
  for (const [key, child] of entries) {
    const place = path === '' ? key : `${path}.${key}`
    const complaint = complaintAbout(child, place, depth + 1, nulls)
    if (complaint !== undefined) return complaint
  }
  return undefined
}
