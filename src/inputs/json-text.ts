/** Facts about a JSON text that its parsed value does not show. */
export interface JsonShape {
  /** Nesting depth: 1 for a flat object, 0 for a single value. */
  readonly depth: number
  /** Names that occur twice in one object. JSON.parse silently keeps the last value. */
  readonly repeated: ReadonlyArray<string>
}

/** Reads the shape of a text that is valid JSON. */
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
      // The string before a colon is a name. Parse it, because a name can be written in several ways.
      const name: string = JSON.parse(lastString)
      const names = open.at(-1)
      if (names?.has(name)) repeated.add(name)
      names?.add(name)
    }
  }
  return { depth, repeated: [...repeated] }
}

/**
 * Would the text be JSON if the line breaks in its strings were escaped? An expression between quotes produces such text,
 * and YAML would read each line break as a space.
 */
export function hasRawLineBreak(text: string): boolean {
  let breaks = 0
  const escaped = text.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, (string) =>
    string.replace(/\r\n?|[\n\t]/g, (raw) => {
      // A raw tab is not valid JSON either, but YAML keeps it.
      if (raw === '\t') return '\\t'
      breaks += 1
      return '\\n'
    }),
  )
  if (breaks === 0) return false
  try {
    // With a trailing comma the text is YAML, which would fold the string too.
    JSON.parse(escaped.replace(/,(\s*[}\]])/g, '$1'))
    return true
  } catch {
    return false
  }
}

/** The index of the closing quote of the string at `begin`. */
function endOfString(json: string, begin: number): number {
  let index = begin + 1
  while (index < json.length && json[index] !== '"') index += json[index] === '\\' ? 2 : 1
  return index
}
