/** The lines of a list with one item a line; blank ones do not count. */
export function linesOf(text: string): ReadonlyArray<string> {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
