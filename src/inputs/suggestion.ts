import { firstCharacters } from '../plain-text.ts'
import { named } from './problems.ts'

/** The known word that a misspelled or shortened one probably means, or undefined. */
export function suggestionFor(word: string, known: ReadonlyArray<string>): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_\s]/g, '')
  const short = plain(firstCharacters(word, 60))
  const holding = known.filter((candidate) => short.length > 3 && plain(candidate).includes(short))
  if (holding.length === 1) return holding[0]
  const [closest] = known
    .map((candidate) => ({ candidate, distance: distanceBetween(short, plain(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  return closest?.candidate
}

/** The problem with an unknown key: a suggestion, or the list of known keys. */
export function unknownKey(key: string, known: ReadonlyArray<string>): string {
  const suggestion = suggestionFor(key, known)
  return suggestion === undefined
    ? `${named(key)} is not a known key. Known keys: ${known.join(', ')}.`
    : `${named(key)} is not a known key. Did you mean '${suggestion}'?`
}

/** Edit distance: letters to add, remove, replace, or swap with their neighbor. */
function distanceBetween(a: string, b: string): number {
  let last: ReadonlyArray<number> = Array.from({ length: b.length + 1 }, (_, index) => index)
  let beforeLast = last
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (beforeLast[j - 2] ?? 0) + 1 : changed
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
