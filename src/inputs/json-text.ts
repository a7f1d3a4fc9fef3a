/** How a JSON text is built, as far as its value does not show it. */
export interface JsonShape {
  /** How deep it is nested: 1 for a flat object, 0 for a single value. */
  readonly depth: number
  /** Names that are written twice in one object; JSON.parse keeps the last value and says nothing. */
  readonly repeated: ReadonlyArray<string>
}

/** Reads the shape of a text that is known to be JSON. */
export function shapeOf(json: string): JsonShape {
  const open: Array<Set<string>> = []
  const repeated = new Set<string>()
  let depth = 0
  let lastString = ''
  for (let index = 0; index < json.length; index += 1) {
    const character = json.charAt(index)
    if (character === '"') {
      const end = endOfString(json, index)
      lastString = json.slice(index, end + 1)
      index = end
    } else if (character === '{' || character === '[') {
      open.push(new Set())
      depth = Math.max(depth, open.length)
    } else if (character === '}' || character === ']') open.pop()
    else if (character === ':') {
      // Nothing but a name stands before a colon; two ways to write it are still one name.
      const name: string = JSON.parse(lastString)
      const names = open.at(-1)
      if (names?.has(name)) repeated.add(name)
      names?.add(name)
    }
  }
  return { depth, repeated: [...repeated] }
}

/**
 * Would it be JSON if the line breaks inside its strings were escaped? An expression put between quotes leaves
 * such a text, and YAML reads each of these breaks as a blank.
 */
export function hasRawLineBreak(text: string): boolean {
  let breaks = 0
  const escaped = text.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, (string) =>
    string.replace(/\r\n?|[\n\t]/g, (raw) => {
      // A raw tab is no JSON either, but YAML keeps it.
      if (raw === '\t') return '\\t'
      breaks += 1
      return '\\n'
    }),
  )
  if (breaks === 0) return false
  try {
    // A comma too many at the end makes YAML of it, and folds the string all the same.
    JSON.parse(escaped.replace(/,(\s*[}\]])/g, '$1'))
    return true
  } catch {
    return false
  }
}

/** Where the string that begins here has its closing quote. */
function endOfString(json: string, begin: number): number {
  let index = begin + 1
  while (index < json.length && json[index] !== '"') index += json[index] === '\\' ? 2 : 1
  return index
}
