import { parsedOr } from '../../src/inputs/problems.ts'

type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal
interface Refusal {
  readonly ok: false
  readonly problem: string
}

/** What a parser returns, or the problem that it throws. */
export function outcomeOf<T>(parse: () => T): Outcome<T> {
  return parsedOr<Outcome<T>, Refusal>(
    () => ({ ok: true, value: parse() }),
    (problem) => ({ ok: false, problem }),
  )
}
