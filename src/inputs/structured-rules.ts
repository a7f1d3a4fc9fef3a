import { named } from './problems.ts'

/** Deeper values are refused, by either parser. */
export const maxDepth = 40

/** Said of what is nested deeper, by either parser. */
export const tooDeep = `It is nested more than ${maxDepth} levels deep: no project takes such a value.`

/** Would this number, as it was written, arrive as another one? */
export function isExact(parsed: number, source: string): boolean {
  return !/^[-+]?(0[xo][\da-f]+|\d+)$/i.test(source) || Number.isSafeInteger(parsed)
}

export function inexact(key: string): string {
  return `${key === '' ? 'A number in it' : named(key)} has more digits than a number keeps: put it in quotes to send it as text.`
}

/** Says of a place in the input that nothing stands there. */
export function noValue(path: string): string {
  return `${path === '' ? 'It' : named(path)} has no value: write one, "" for an empty text, or leave the line out.`
}
