import { type Parsed, problem, quoted, value } from './problems.ts'

/** Parses true or false in any case, so that `'True'` never silently means false. */
export function parseBoolean(text: string): Parsed<boolean> {
  switch (text.trim().toLowerCase()) {
    case 'true':
      return value(true)
    case 'false':
      return value(false)
    default:
      return problem(`${quoted(text)} is not a boolean. Use true or false.`)
  }
}

/** Parses a whole number from `low` to `high`. */
export function parseInteger(text: string, low: number, high: number): Parsed<number> {
  const trimmed = text.trim()
  const number = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN
  return number >= low && number <= high
    ? value(number)
    : problem(`${quoted(text)} must be a whole number from ${low} to ${high}.`)
}
