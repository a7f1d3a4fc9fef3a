import { named } from './problems.ts'

/** A parsed text. It keeps numbers and missing values as they were written. */
export interface Tree {
  readonly root: unknown
  /** Problems that the tree does not show. */
  readonly complaints: ReadonlyArray<string>
}

/** Deeper values are refused, by either parser. */
export const maxDepth = 40

/** Said of what is nested deeper, by either parser. */
export const tooDeep = `It is nested more than ${maxDepth} levels deep. Reduce the nesting.`

/** Stands where a value is missing altogether: `a:` with nothing behind it is no written null. */
export const unwritten = Symbol('no value')

/** Says of a place in the input that nothing stands there. */
export function noValue(path: string): string {
  return `${path === '' ? 'It' : named(path)} has no value. Set a value, use "" for empty text, or remove the line.`
}

export function repeatedName(name: string): string {
  return `${named(name)} is set twice. Remove one.`
}
