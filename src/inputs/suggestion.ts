/** The known word that a misspelt one was probably meant to be, or undefined. */
export function suggestionFor(word: string, known: ReadonlyArray<string>): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_\s]/g, '')
  const short = plain(word.slice(0, 60))
  const ranked = known
    .map((candidate) => ({ candidate, distance: distanceBetween(short, plain(candidate)) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined
}

/** Says of an unknown key what it may have been meant to be, or which keys there are. */
export function unknownKey(key: string, known: ReadonlyArray<string>): string {
  const suggestion = suggestionFor(key, known)
  const shown = key.length > 60 ? `${key.slice(0, 59)}…` : key
  return suggestion === undefined
    ? `'${shown}' is not known here: there are ${known.join(', ')}.`
    : `'${shown}' is not known here: did you mean '${suggestion}'?`
}

/** Levenshtein's distance: letters to add, drop or change. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
