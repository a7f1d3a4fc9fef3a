/** The items of a list with one item per line, trimmed, without blank lines. */
export function linesOf(text: string): ReadonlyArray<string> {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
