import { type Parsed, problem, quoted, value } from './problems.ts'

/** Parses one of several words, in any case. */
export function parseWord<Word extends string>(
  text: string,
  words: ReadonlyArray<Word>,
): Parsed<Word> {
  const found = words.find((word) => word.toLowerCase() === text.toLowerCase())
  return found === undefined
    ? problem(`${quoted(text)} is not a valid value. Use one of ${words.join(', ')}.`)
    : value(found)
}
