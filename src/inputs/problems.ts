import { shortened } from '../plain-text.ts'

/** A problem with one input, and what to write instead. */
export interface Problem {
  readonly input: string
  readonly message: string
}

/** What parsers throw for a value that cannot be used. The message says why, and what to write instead. */
export class InvalidValue extends Error {}

/** Throws an InvalidValue, also in place of a value. */
export function refuse(sentence: string): never {
  throw new InvalidValue(sentence)
}

/** The parsed value. If it is invalid, what the second function returns for the problem. */
export function parsedOr<T, Other>(
  parse: () => T,
  otherwise: (problem: string) => Other,
): T | Other {
  try {
    return parse()
  } catch (error) {
    if (error instanceof InvalidValue) return otherwise(error.message)
    throw error
  }
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
