import { shortened } from '../plain-text.ts'

/** A problem with one input, and what to write instead. */
export interface Problem {
  readonly input: string
  readonly message: string
}

/** A value, or a sentence that says why there is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string }

export function value<T>(it: T): Parsed<T> {
  return { ok: true, value: it }
}

export function problem(sentence: string): Parsed<never> {
  return { ok: false, problem: sentence }
}

/** Parses the value of a parsed text further. */
export function chained<T, Next>(parsed: Parsed<T>, next: (it: T) => Parsed<Next>): Parsed<Next> {
  return parsed.ok ? next(parsed.value) : parsed
}

/** Invalid inputs. Nothing was sent. */
export class InputError extends Error {
  readonly problems: ReadonlyArray<Problem>

  constructor(problems: ReadonlyArray<Problem>) {
    super(problems.map(({ input, message }) => `'${input}': ${message}`).join('\n'))
    this.name = 'InputError'
    this.problems = problems
  }
}

/** The first five complaints and the number of the others: a value can have thousands of problems. */
export function someOf(complaints: ReadonlyArray<string>): string {
  const rest = complaints.length - 5
  return [...complaints.slice(0, 5), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ')
}

/** Quotes the user's text for a log line: shortened, and without control characters. */
export function quoted(text: string): string {
  return `"${short(text)}"`
}

/** A key or a path of keys, quoted for a problem. */
export function named(key: string): string {
  return `'${short(key)}'`
}

/** Enough to recognize a value in a log line. */
const maxQuoted = 60

function short(text: string): string {
  return shortened(text, maxQuoted).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
}
