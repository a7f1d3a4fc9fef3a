import { type Parsed, problem, value } from './problems.ts'

/** A value that JSON can carry, null left out: Hex answers 422 to null. */
export type Json =
  | string
  | number
  | boolean
  | ReadonlyArray<Json>
  | { readonly [key: string]: Json }

/** Larger inputs do not exist: GitHub's runner cannot start a process with one of 128 KiB. */
const maxCharacters = 1_048_576
const maxDepth = 40

/**
 * Reads YAML or JSON with the types kept: `"007"` is a text, `1234567890` a number, `true` a boolean. What
 * would arrive at Hex as something else than was written is refused. The YAML parser is loaded only when the
 * text is not JSON.
 */
export async function parseStructured(text: string): Promise<Parsed<Json>> {
  if (text.length > maxCharacters) return problem(`It is larger than ${maxCharacters / 1024} KiB.`)
  const parsed = await parsedText(text)
  if (!parsed.ok) return parsed
  const complaint = complaintAbout(parsed.value, '', 0)
  return complaint === undefined ? value(parsed.value as Json) : problem(complaint)
}

async function parsedText(text: string): Promise<Parsed<unknown>> {
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
  return parseYaml(text)
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

/** The first reason why a value cannot go to Hex as it was written, or undefined. */
function complaintAbout(it: unknown, path: string, depth: number): string | undefined {
  if (depth > maxDepth) return `It is nested more than ${maxDepth} levels deep${at(path)}.`
  if (it === null || it === undefined) {
    return `${path === '' ? 'It' : `'${path}'`} has no value: write one, "" for an empty text, or leave the line out.`
  }
  if (typeof it === 'string' || typeof it === 'boolean') return undefined
  if (typeof it === 'number')
    return Number.isFinite(it) ? undefined : `${it} is not a number that Hex can take${at(path)}.`
  if (Array.isArray(it)) return firstComplaint(it.entries(), path, depth)
  if (
    typeof it === 'object' &&
    (Object.getPrototypeOf(it) === Object.prototype || Object.getPrototypeOf(it) === null)
  ) {
    return firstComplaint(Object.entries(it), path, depth)
  }
  return `The value is of a kind that JSON does not have${at(path)}.`
}

function firstComplaint(
  entries: Iterable<readonly [string | number, unknown]>,
  path: string,
  depth: number,
): string | undefined {
  for (const [key, child] of entries) {
    const complaint = complaintAbout(child, path === '' ? String(key) : `${path}.${key}`, depth + 1)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function at(path: string): string {
  return path === '' ? '' : ` (at '${path}')`
}
