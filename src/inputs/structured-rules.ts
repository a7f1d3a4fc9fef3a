import { named } from './problems.ts'

/** A parsed text. It keeps numbers and missing values as they were written. */
export interface Tree {
  readonly root: unknown
  /** Problems that the tree does not show. */
  readonly complaints: ReadonlyArray<string>
}

/** Max nesting depth of values, for both parsers. */
export const maxDepth = 40

/** The problem with deeper values, for both parsers. */
export const tooDeep = `It is nested more than ${maxDepth} levels deep. Reduce the nesting.`

/** Marks a missing value: `a:` without anything after it is not an explicit null. */
export const unwritten = Symbol('no value')

/** The problem with a missing value. */
export function noValue(path: string): string {
  return `${path === '' ? 'It' : named(path)} has no value. Set a value, use "" for empty text, or remove the line.`
}

export function repeatedName(name: string): string {
  return `${named(name)} is set twice. Remove one.`
}
