import { type Json, parsedJson } from '../json.ts'
import { firstCharacters } from '../plain-text.ts'
import { named, refuse, someOf } from './problems.ts'
import {
  isWrittenNumber,
  maxDepth,
  parseYaml,
  type Tree,
  tooDeep,
  unwritten,
  type WrittenNumber,
} from './yaml.ts'

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

/** Doubles keep every decimal of 15 significant digits (IEEE 754, DBL_DIG). */
const maxDigits = 15
/**
 * Readings of longer texts are left out of the error. A numeric secret may hide behind them, and the runner
 * masks only the text as it was written.
 */
const maxShown = 9

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
  return sentValue(parseYaml(lines), isWholeJson, rules) as Json
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
function sentValue({ root, complaints: found }: Tree, isJson: boolean, rules: Rules): unknown {
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
      const complaint = complaintAboutNumber(it, isJson)
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

/** The problem with a missing value. */
function noValue(path: string): string {
  return `${path === '' ? 'The input' : named(path)} has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`
}

/**
 * Why a number can't be sent, as the end of a sentence; undefined if Hex receives what was written.
 *
 * YAML reads many texts as numbers: commit ids (`6063e25`), versions (`3.10`), phone numbers (`+4912345`), `0x1F`. A
 * plain scalar counts as a number only in the usual notation: without a plus sign, leading zeros, or zeros at the end of a
 * decimal, and with a point or a sign in an exponent. JSON is mostly written by programs, so only lost digits and
 * exponents that look like a commit id are refused there.
 */
function complaintAboutNumber(
  { source, parsed }: WrittenNumber,
  isJson: boolean,
): string | undefined {
  const isUsual = isJson ? !/^-?\d+e\d/i.test(source) : isUsuallyWritten(source, parsed)
  if (isUsual && isKept(source, parsed)) return undefined
  if (/inf|nan/i.test(source))
    return 'is not a finite number. To send it as text, put it in quotes.'
  const isOtherBase = /[xo]/.test(source) && Number.isSafeInteger(parsed)
  const reading = JSON.stringify(parsed)
  // Suggest a number only if it is equal, and if this rule accepts it.
  if (!(isKept(source, parsed) || isOtherBase) || !isUsuallyWritten(reading, Number(reading))) {
    return 'has too many digits for a number. To send it as text, put it in quotes.'
  }
  return source.length > maxShown
    ? 'can be read as a number or as text. To send it as text, put it in quotes.'
    : `can be read as a number or as text. Write ${reading} for the number or "${source}" for the text.`
}

/** Excludes `-0`, which JSON sends as 0. */
function isUsuallyWritten(source: string, parsed: number): boolean {
  if (/^-?(0|[1-9]\d*)$/.test(source)) {
    return Number.isSafeInteger(parsed) && !Object.is(parsed, -0)
  }
  const isDecimal = /^-?(0|[1-9]\d*)\.\d*[1-9]$/.test(source)
  const isExponent = /^-?(0|[1-9]\d*)(\.\d+e[-+]?|e[-+])\d/i.test(source) && !Object.is(parsed, -0)
  const [mantissa = ''] = source.split(/e/i)
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '')
  return (isDecimal || isExponent) && digits.length <= maxDigits
}

/** Does JSON send the same number as written, digit for digit? */
function isKept(source: string, parsed: number): boolean {
  return decimalOf(source) === decimalOf(JSON.stringify(parsed))
}

/** The normal form of a decimal number without its sign: its significant digits, and the place of the first one. */
function decimalOf(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().replace(/^[-+]/, '').split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  const place = Number(exponent) - fraction.length + digits.length
  return end === 0 ? '0' : `${digits.slice(0, end)}e${place}`
}
