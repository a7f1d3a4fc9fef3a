/** Breaks what GitHub would turn into a mention, a reference, an emoji or a link of its own. Shows nothing. */
const zeroWidthSpace = '\u200b'

/** All that can mean something to Markdown or GitHub somewhere, as runs where the run decides. */
const suspects =
  /_+|#+|www(?=\.)|(?<![A-Za-z0-9])gh(?=-\d)|@(?=[\w-])|&(?=#?\w{1,40};)|[\\`*[\]<|~$>=+:.()-]/gi

/** What after a colon makes it one of an emoji (`:tada:`) or of an address. */
const emojiOrAddress = /^(?:\/\/|[\w+-]*[a-z][\w+-]*:|[+-]1:|100:|1234:)/

/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something where it stands is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * Mentions, references and emoji are found by GitHub in the finished HTML, where a backslash is no help.
 */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text)
  return line.replace(suspects, (found: string, index: number) => escapedAt(line, found, index))
}

function escapedAt(line: string, found: string, index: number): string {
  const before = index === 0 ? '' : line.charAt(index - 1)
  const after = line.charAt(index + found.length)
  switch (found.charAt(0)) {
    case '_':
      // Between letters or digits it is one of them.
      return isWordy(before) && isWordy(after) ? found : '\\_'.repeat(found.length)
    case '#': {
      // A heading's mark stands at the start, or alone; with a number after it, it is an issue.
      const marks = before === '' || before === ' ' ? '\\#'.repeat(found.length) : found
      return /\d/.test(after) ? marks + zeroWidthSpace : marks
    }
    case '>':
    case '=':
    case '+':
    case '-':
      return index === 0 ? `\\${found}` : found
    case '.':
    case ')':
      return index < 10 && /^\d+$/.test(line.slice(0, index)) ? `\\${found}` : found
    case '(':
      return before === ']' ? `\\${found}` : found
    case ':': {
      const mark = index === 0 || before === ':' ? '\\:' : ':'
      return emojiOrAddress.test(line.slice(index + 1, index + 64)) ? mark + zeroWidthSpace : mark
    }
    case '<':
      return '&lt;'
    case '&':
      return '&amp;'
    case '$':
      return '&#36;'
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '|':
    case '~':
      return `\\${found}`
    default:
      // www, gh, @
      return found + zeroWidthSpace
  }
}

/** Text as code. What would end the code or a table's cell is written as HTML, which all readers take alike. */
export function code(text: string): string {
  const line = oneLine(text)
  if (line === '') return ''
  return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``
}

/** A link whose text is ours or was escaped; what is no web address stays text. */
export function link(text: string, address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return text
  const safe = new URL(address).href
    .replace(
      /[()<>|\s"'\\`*_$]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replaceAll('&', '&amp;')
  return `[${text}](${safe})`
}

/** A table of two columns without a head that says anything. */
export function factTable(rows: ReadonlyArray<readonly [name: string, value: string]>): string {
  const shown = rows.filter(([, value]) => value !== '')
  if (shown.length === 0) return ''
  return ['| | |', '|:--|:--|', ...shown.map(([name, value]) => `| ${name} | ${value} |`)].join(
    '\n',
  )
}

/** A table whose cells are Markdown already; `right` names the columns of numbers. */
export function table(
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  right: ReadonlyArray<string> = [],
): string {
  const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Text that stays on one line where a table is narrow. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

/** A picture, described by text from outside. */
export function image(description: string, address: string): string {
  return `!${link(escapeMarkdown(description), address)}`
}

/** GitHub drops a step's summary above 1 MiB whole (actions/runner, FileCommandManager.cs). */
export const maxSummaryBytes = 1_000_000

/** Cuts Markdown to a number of UTF-8 bytes at a line's end and says so; GitHub drops a longer summary whole. */
export function fitted(markdown: string, maxBytes: number): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown
  const note = '\n\n> [!NOTE]\n> The rest did not fit and was omitted.\n'
  const room = maxBytes - Buffer.byteLength(note)
  const cut = Buffer.from(markdown).subarray(0, Math.max(0, room)).toString('utf8')
  const lineEnd = cut.lastIndexOf('\n')
  return `${lineEnd > 0 ? cut.slice(0, lineEnd) : ''}${note}`
}

function isWordy(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

/** Without line breaks and control characters, and without those that turn the direction of the text around. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
    .trim()
}
