import { parsedJson } from '../json.ts'
import { firstCharacters } from '../plain-text.ts'
import type { Json } from './json-value.ts'
import { named, refuse, someOf } from './problems.ts'
import {
  complaintAboutNumber,
  isWrittenNumber,
  maxDepth,
  noValue,
  tooDeep,
  unwritten,
} from './written.ts'
import { parseYaml, type Tree } from './yaml.ts'

/** What a text can contain. */
export interface Rules {
  /**
   * Allows null (`null`, `~`). A missing value is still refused, because it is more often an expression without a value
   * than an intended null.
   */
  readonly nulls?: boolean
  /** Keeps numbers at this depth as the text that was written. */
  readonly textDepth?: number
}

/** More than any input: on Linux, the runner cannot start a process with an input of 128 KiB. */
const maxCharacters = 1_048_576

/** An invisible character at an edge of a key. A plain space in quotes can be intended. */
const invisibleEdge =
  /^[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]|[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]$/

/**
 * Parses YAML or JSON and keeps types: `"007"` is a string, `1234567890` a number, `true` a boolean. Refuses values that
 * would reach Hex as something else than was written, all in one problem. Problems never repeat strings, because they can
 * be secret.
 */
export function parseStructured(text: string, rules: Rules = {}): Json {
  if (text.length > maxCharacters) refuse(`The value is larger than ${maxCharacters / 1024} KiB.`)
  // YAML has three line breaks, and the library knows two of them. Leading spaces are part of its indentation.
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const isWholeJson = parsedJson(lines) !== undefined
  if (!isWholeJson && hasRawLineBreak(lines))
    refuse(
      'A string in this JSON contains a line break. Use toJSON(), or write \\n for the line break.',
    )
  // JSON is YAML, except for the rule about numbers.
  return sentValue(parseYaml(lines, isWholeJson ? 'json' : 'plain'), rules) as Json
}

/**
 * Would the text be JSON without the line breaks in its strings? An expression between quotes produces such text,
 * and YAML would read each line break as a space.
 */
function hasRawLineBreak(text: string): boolean {
  const strings = /"(?:[^"\\]|\\.)*"?/gs
  if (!text.match(strings)?.some((string) => string.includes('\n'))) return false
  // Raw tabs are not valid JSON either. With a trailing comma the text is YAML, which would fold the string too.
  const oneLine = text.replace(strings, (string) => string.replace(/[\n\t]/g, '\\n'))
  return parsedJson(oneLine.replace(/,(\s*[}\]])/g, '$1')) !== undefined
}

/** The value to send, or the problems with values that can't be sent as they were written. */
function sentValue({ root, complaints: found }: Tree, rules: Rules): unknown {
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
        complaints.push(`${path === '' ? 'The value' : named(path)} ${complaint}`)
      return it.parsed
    }
    if (typeof it !== 'object' || it === null) return it
    // Only the beginning is shown. Cut it here, so that a long name is not copied for each of its children.
    const place = (key: string) =>
      firstCharacters(`${path === '' ? '' : `${path}.`}${firstCharacters(key, 100)}`, 100)
    if (Array.isArray(it))
      return it.map((child, index) => sent(child, place(String(index)), depth + 1))
    const entries = Object.entries(it).map(([key, child]) => {
      if (invisibleEdge.test(key)) {
        complaints.push(
          `The name ${named(place(key))} starts or ends with an invisible character, such as a no-break space. Retype the name.`,
        )
      }
      return [key, sent(child, place(key), depth + 1)] as const
    })
    return Object.fromEntries(entries)
  }
  const it = sent(root, '', 0)
  if (complaints.includes(tooDeep)) refuse(tooDeep)
  return complaints.length > 0 ? refuse(someOf(complaints)) : it
}
