import { isMapping, isScalar, type Json, type Mapping } from '../json.ts'
import { InputError, type Problem, parsedOr, refuse } from './problems.ts'
import { linesOf, parseBaseUrl, parseToken } from './scalars.ts'
import type { Rules } from './structured.ts'

/** The text of an input from the runner; '' if it is not set. */
export type InputText = (name: string) => string

/** Collects the problems of all inputs, so that one commit can fix them all. */
export interface Problems {
  readonly all: ReadonlyArray<Problem>
  /** Does the input have a problem? */
  has(input: string): boolean
  /** Adds a problem. */
  add(input: string, message: string): void
  /** Returns the value. If it is invalid, adds the problem and returns undefined. */
  take<T>(input: string, parse: () => T): T | undefined
}

/** Reads inputs by name. */
export interface InputReader<Name extends string> extends Problems {
  /** Does the input have a value, even an invalid one? */
  isSet(name: Name): boolean
  /** The trimmed text; the input's default if it is not set. */
  text(name: Name): string
  /** The parsed text; undefined if it is invalid, which adds a problem. */
  read<T>(name: Name, parse: (text: string) => T): T | undefined
  /** The same for an input without a default; undefined also if it is not set. */
  readOptional<T>(name: Name, parse: (text: string) => T): T | undefined
  /** The same for an input in YAML or JSON. */
  readStructured<T>(name: Name, parse: (it: Json) => T, rules?: Rules): Promise<T | undefined>
  /** The parsed items of a list with one item per line, without invalid ones. Each of those adds a problem. */
  readLines<T>(name: Name, parse: (line: string) => T): ReadonlyArray<T>
}

export function collectProblems(): Problems {
  const all: Array<Problem> = []
  const inputs = new Set<string>()
  const add = (input: string, message: string): undefined => {
    all.push({ input, message })
    inputs.add(input)
  }
  return {
    all,
    has: (input) => inputs.has(input),
    add,
    take: (input, parse) => parsedOr(parse, (message) => add(input, message)),
  }
}

/** Reads the inputs of an action. An empty input, for example from an expression without a value, means its default. */
export function openInputs<Name extends string>(
  inputText: InputText,
  defaults: Readonly<Record<Name, string>>,
): InputReader<Name> {
  return inputReader((name) => setText(inputText, name), defaults)
}

/** The untrimmed text of an input, because leading spaces are part of YAML's indentation; undefined if it is not set. */
export function setText(inputText: InputText, name: string): string | undefined {
  const text = inputText(name)
  return text.trim() === '' ? undefined : text
}

/** @param written what is written for an input: its text, or in an entry of `runs` any value. */
export function inputReader<Name extends string>(
  written: (name: Name) => Json | undefined,
  defaults: Readonly<Record<Name, string>>,
  problems: Problems = collectProblems(),
): InputReader<Name> {
  const { add, take } = problems
  const isSet = (name: Name) => {
    const it = written(name)
    return typeof it === 'string' ? it.trim() !== '' : it !== undefined
  }
  const text = (name: Name) => {
    const it = written(name)
    if (isScalar(it)) return String(it).trim()
    if (it !== undefined) add(name, notSingle)
    return defaults[name]
  }
  const read: InputReader<Name>['read'] = (name, parse) => take(name, () => parse(text(name)))
  return {
    ...problems,
    isSet,
    text,
    read,
    readOptional: (name, parse) => (text(name) === '' ? undefined : read(name, parse)),
    async readStructured(name, parse, rules) {
      const it = isSet(name) ? written(name) : undefined
      if (it === undefined) return undefined
      if (typeof it !== 'string') return take(name, () => parse(it))
      // Loaded only where it is needed, because the YAML parser takes long to load (docs/decisions/0001-dependencies.md).
      const { parseStructured } = await import('./structured.ts')
      return take(name, () => parse(parseStructured(it, rules)))
    },
    readLines: (name, parse) =>
      linesOf(text(name))
        .map((line) => take(name, () => parse(line)))
        .filter((item) => item !== undefined),
  }
}

/** The problem with a list or a mapping where a single value is expected. */
export const notSingle = 'Must be a single value.'

/** Returns the value if it is a mapping. */
export function asMapping(it: Json): Mapping {
  return isMapping(it)
    ? it
    : refuse('Must be a mapping. Enter one "name: value" pair per line, or a JSON object.')
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
