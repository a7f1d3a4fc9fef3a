import { type Parsed, problem, quoted, value } from './problems.ts'

/** Keys from the outside in. `*` matches every item of a list and every value of a mapping. */
export type MaskPath = ReadonlyArray<string>

/** Parses a dotted path of values to mask, for example `values.*.email`. */
export function parseMaskPath(text: string): Parsed<MaskPath> {
  const keys = text.split('.')
  return keys.some((key) => key === '' || key !== key.trim())
    ? problem(
        `${quoted(text)} is not a path. Separate keys with dots, for example "values.*.email".`,
      )
    : value(keys)
}
