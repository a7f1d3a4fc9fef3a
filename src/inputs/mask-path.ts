import { type Parsed, problem, quoted, value } from './problems.ts'

/** Keys from the outside in; `*` stands for every item of a list and every value of a mapping. */
export type MaskPath = ReadonlyArray<string>

/** A dotted path of values that must not be shown, for instance `values.*.email`. */
export function parseMaskPath(text: string): Parsed<MaskPath> {
  const keys = text.split('.')
  return keys.some((key) => key === '' || key !== key.trim())
    ? problem(
        `${quoted(text)} is not a path. Separate keys with dots, for example "values.*.email".`,
      )
    : value(keys)
}
