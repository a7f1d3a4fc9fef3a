/** How deep a JSON text is nested: 1 for a flat object, 0 for a single value. */
export function nestingOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (const character of outsideStrings(json)) {
    if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** How many name-value pairs are written in a JSON text; an object keeps fewer when a name is there twice. */
export function pairsIn(json: string): number {
  let pairs = 0
  for (const character of outsideStrings(json)) if (character === ':') pairs += 1
  return pairs
}

/** The characters of a JSON text, known to be valid, that are in none of its strings. */
function* outsideStrings(json: string): Iterable<string> {
  for (let index = 0; index < json.length; index += 1) {
    const character = json.charAt(index)
    if (character === '"') index = endOfString(json, index)
    else yield character
  }
}

/** Where the string that begins here has its closing quote. */
function endOfString(json: string, begin: number): number {
  let index = begin + 1
  while (index < json.length && json[index] !== '"') index += json[index] === '\\' ? 2 : 1
  return index
}
