import { type Parsed, problem, value } from './problems.ts'

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
const maxDepth = 40

/**
 * Reads YAML or JSON with the types kept: `"007"` is a text, `1234567890` a number, `true` a boolean. What
 * would arrive at Hex as something else than was written is refused. The YAML parser is loaded only when the
 * text is not JSON.
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
  const trimmed = text.trim()
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    try {
      return value(JSON.parse(trimmed, exactNumbers))
    } catch (error) {
      if (error instanceof RangeError) return problem(error.message)
      // Not JSON: YAML has braces and brackets too.
    }
  }
  const { parseYaml } = await import('./yaml.ts')
  return parseYaml(text, writtenNulls)
}

/** JSON.parse rounds what does not fit a double; `context.source` (ES2025) shows what was written. */
function exactNumbers(
  this: unknown,
  key: string,
  parsed: unknown,
  context?: { source?: string },
): unknown {
  if (typeof parsed === 'number' && !isExact(parsed, context?.source ?? '')) {
    throw new RangeError(inexact(key, context?.source ?? String(parsed)))
  }
  return parsed
}

/** Would this number, as it was written, arrive as another one? */
export function isExact(parsed: number, source: string): boolean {
  return !/^[-+]?\d+$/.test(source) || Number.isSafeInteger(parsed)
}

export function inexact(key: string, source: string): string {
  return `${key === '' ? 'The number' : `'${key}'`} (${source}) has more digits than a number keeps: quote it to send it as text.`
}

/** Says of a place in the input that nothing stands there. */
export function noValue(path: string): string {
  return `${path === '' ? 'It' : `'${path}'`} has no value: write one, "" for an empty text, or leave the line out.`
}

/** The first reason why a value cannot go to Hex as it was written, or undefined. */
function complaintAbout(
  it: unknown,
  path: string,
  depth: number,
  nulls: boolean,
): string | undefined {
  if (depth > maxDepth) return `It is nested more than ${maxDepth} levels deep${at(path)}.`
  if (it === null && nulls) return undefined
  if (it === null || it === undefined) return noValue(path)
  if (typeof it === 'string' || typeof it === 'boolean') return undefined
  if (typeof it === 'number')
    return Number.isFinite(it) ? undefined : `${it} is not a number that Hex can take${at(path)}.`
  if (Array.isArray(it)) return firstComplaint(it.entries(), path, depth, nulls)
  if (
    typeof it === 'object' &&
    (Object.getPrototypeOf(it) === Object.prototype || Object.getPrototypeOf(it) === null)
  ) {
    return firstComplaint(Object.entries(it), path, depth, nulls)
  }
  return `The value is of a kind that JSON does not have${at(path)}.`
}

function firstComplaint(
  entries: Iterable<readonly [string | number, unknown]>,
  path: string,
  depth: number,
  nulls: boolean,
): string | undefined {
  for (const [key, child] of entries) {
    const complaint = complaintAbout(
      child,
      path === '' ? String(key) : `${path}.${key}`,
      depth + 1,
      nulls,
    )
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function at(path: string): string {
  return path === '' ? '' : ` (at '${path}')`
}
