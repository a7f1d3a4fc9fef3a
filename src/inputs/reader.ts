import { InputError, type Parsed, type Problem } from './problems.ts'
import { linesOf, parseBaseUrl, parseToken } from './scalars.ts'

/** The text of an input from the runner; '' if it is not set. */
export type InputText = (name: string) => string

/** Collects the problems of all inputs, so that one commit can fix them all. */
export interface Problems {
  readonly all: ReadonlyArray<Problem>
  /** Adds a problem. */
  add(input: string, message: string): void
  /** Returns the value, or adds the problem and returns undefined. */
  take<T>(input: string, result: Parsed<T>): T | undefined
}

/** Reads inputs by name. */
export interface InputReader<Name extends string> extends Problems {
  /** The trimmed text; the input's default if it is not set. */
  text(name: Name): string
  /** The parsed text; undefined if it is invalid, which adds a problem. */
  read<T>(name: Name, parse: (text: string) => Parsed<T>): T | undefined
  /** The same for an input without a default; undefined also if it is not set. */
  readOptional<T>(name: Name, parse: (text: string) => Parsed<T>): T | undefined
  /** The parsed items of a list with one item per line, without invalid ones. Each of those adds a problem. */
  readLines<T>(name: Name, parse: (line: string) => Parsed<T>): ReadonlyArray<T>
}

export function collectProblems(): Problems {
  const all: Array<Problem> = []
  return {
    all,
    add: (input, message) => void all.push({ input, message }),
    take(input, result) {
      if (result.ok) return result.value
      all.push({ input, message: result.problem })
      return undefined
    },
  }
}

/** @param text the trimmed text of an input, or its default. */
export function inputReader<Name extends string>(
  text: (name: Name) => string,
  problems: Problems = collectProblems(),
): InputReader<Name> {
  const read: InputReader<Name>['read'] = (name, parse) => problems.take(name, parse(text(name)))
  return {
    ...problems,
    text,
    read,
    readOptional: (name, parse) => (text(name) === '' ? undefined : read(name, parse)),
    readLines: (name, parse) => {
      const items = linesOf(text(name)).map((line) => problems.take(name, parse(line)))
      return items.filter((item) => item !== undefined)
    },
  }
}

/** Reads the inputs of an action. An empty input, for example from an expression without a value, means its default. */
export function openInputs<Name extends string>(
  inputText: InputText,
  defaults: Readonly<Record<Name, string>>,
): InputReader<Name> {
  return inputReader((name) => inputText(name).trim() || defaults[name])
}

/** Reads the inputs that every action has: scheme and host of Hex, and the token for it. */
export function readAddress({ read }: InputReader<'token' | 'base-url'>) {
  return { token: read('token', parseToken), baseUrl: read('base-url', parseBaseUrl) }
}

type Valid<T> = { readonly [Name in keyof T]: Exclude<T[Name], undefined> }

/** True if none of the values is undefined, so all inputs are valid. */
export function areValid<T extends object>(values: T): values is T & Valid<T> {
  return Object.values(values).every((it) => it !== undefined)
}

/** Returns the values if all inputs are valid. Throws one InputError that contains every problem. */
export function validOrThrow<T extends object>(values: T, { all }: Problems): Valid<T> {
  if (all.length > 0 || !areValid(values)) throw new InputError(all)
  return values
}
