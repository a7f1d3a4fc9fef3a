/**
 * The beginning of a text, cut between code points: half a surrogate pair is no character at all.
 * @param max in UTF-16 units, the result's length at most.
 */
export function firstCharacters(text: string, max: number): string {
  return text.slice(0, isHighSurrogate(text.charCodeAt(max - 1)) ? max - 1 : max)
}

/** A text of at most so many UTF-16 units, with an ellipsis in place of what did not fit. */
export function shortened(text: string, max: number): string {
  return text.length > max ? `${firstCharacters(text, max - 1)}…` : text
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
