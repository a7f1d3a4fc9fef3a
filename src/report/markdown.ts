/** Characters that mean something to Markdown somewhere in a line, a table cell or a link. */
const special = /[\\`*_{}[\]()#+\-.!|~$^:]/g
/** Breaks what GitHub would turn into a mention, a reference or a link of its own. Shows nothing. */
const zeroWidthSpace = '\u200b'

/** Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(special, '\\$&')
    .replaceAll('@', `@${zeroWidthSpace}`)
    .replaceAll('\\#', `\\#${zeroWidthSpace}`)
    .replace(/\\:(?=\/\/)/g, `\\:${zeroWidthSpace}`)
    .replace(/\b(www|gh)\\([.-])/gi, `$1${zeroWidthSpace}\\$2`)
}

/** Text as code. Inside a table the pipe is still a border and has to be escaped; other tools show the backslash. */
export function code(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`
}

/** A link whose text is ours or was escaped; the address must be a checked web address. */
export function link(text: string, address: string): string {
  const safe = address.replace(
    /[()<>|\s"'\\`*_[\]]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
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
  const note = '\n\n> [!NOTE]\n> The rest did not fit and was left out.\n'
  const room = maxBytes - Buffer.byteLength(note)
  const cut = Buffer.from(markdown).subarray(0, Math.max(0, room)).toString('utf8')
  const lineEnd = cut.lastIndexOf('\n')
  return `${lineEnd > 0 ? cut.slice(0, lineEnd) : ''}${note}`
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
