import { named } from './problems.ts'

/** Max nesting depth of values. Parameters and request bodies need a few levels. */
export const maxDepth = 40

/** The problem with deeper values. */
export const tooDeep = `The value is nested more than ${maxDepth} levels deep. Reduce the nesting.`

/** Marks a missing value: `a:` without anything after it is not an explicit null. */
export const unwritten = Symbol('no value')

/** The problem with a missing value. */
export function noValue(path: string): string {
  return `${path === '' ? 'The input' : named(path)} has no value. Set a value, use "" for empty text, or remove the line.`
}

/** Where a number is written: as a plain scalar of YAML, or in a text that is JSON as a whole. */
export type Notation = 'plain' | 'json'

/** A number as written in a text, before the decision whether to send it. */
export interface WrittenNumber {
  readonly [mark]: Notation
  /** The characters in the text. */
  readonly source: string
  /** The number that JavaScript reads from them. */
  readonly parsed: number
}

/** A symbol, so that no mapping in a text looks like a number. */
const mark = Symbol('written number')

/** Doubles keep every decimal of 15 significant digits (IEEE 754, DBL_DIG). */
const maxDigits = 15
/**
 * Readings of longer texts are left out of the error. A numeric secret may hide behind them, and the runner
 * masks only the text as it was written.
 */
const maxShown = 9

export function writtenNumber(from: Notation, source: string, parsed: number): WrittenNumber {
  return { [mark]: from, source, parsed }
}

export function isWrittenNumber(it: unknown): it is WrittenNumber {
  return typeof it === 'object' && it !== null && mark in it
}

/**
 * Why a number can't be sent, as the end of a sentence; undefined if Hex receives what was written.
 *
 * YAML reads many texts as numbers: commit ids (`6063e25`), versions (`3.10`), phone numbers (`+4912345`), `0x1F`. A
 * plain scalar counts as a number only in the usual notation: without a plus sign, leading zeros, or zeros at the end of a
 * decimal, and with a point or a sign in an exponent. JSON is mostly written by programs, so only lost digits and
 * exponents that look like a commit id are refused there.
 */
export function complaintAboutNumber({
  [mark]: from,
  source,
  parsed,
}: WrittenNumber): string | undefined {
  const isUsual = from === 'json' ? !/^-?\d+e\d/i.test(source) : isUsuallyWritten(source, parsed)
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
