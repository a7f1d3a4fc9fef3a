/** How deep a JSON text is nested: 1 for a flat object, 0 for a single value. */
export function nestingOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (const character of punctuationOf(json)) {
    if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** How many name-value pairs are written in a JSON text; an object keeps fewer when a name is there twice. */
export function pairsIn(json: string): number {
  let pairs = 0
  for (const character of punctuationOf(json)) if (character === ':') pairs += 1
  return pairs
}

/** The structure of a JSON text that is known to be valid: everything but its strings and plain values. */
function* punctuationOf(json: string): Iterable<string> {
  for (let index = 0; index < json.length; index += 1) {
    const character = json.charAt(index)
    if (character === '"') index = endOfString(json, index)
    else if ('{}[]:'.includes(character)) yield character
  }
}

/** Where the string that begins here has its closing quote. */
function endOfString(json: string, begin: number): number {
  let index = begin + 1
  while (index < json.length && json[index] !== '"') index += json[index] === '\\' ? 2 : 1
  return index
}
