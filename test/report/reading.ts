import { Marked, type Token, type Tokens } from 'marked'

const marked = new Marked({ gfm: true })
const zeroWidthSpace = /\u200b/g

/** The blocks of a Markdown text, without the blank lines between them. */
export function blocksOf(markdown: string): ReadonlyArray<Token> {
  return marked.lexer(markdown).filter(({ type }) => type !== 'space')
}

/** All kinds of tokens in a Markdown text. */
export function kindsOf(markdown: string): ReadonlySet<string> {
  return new Set(everyToken(markdown).map(({ type }) => type))
}

/** The targets of the links in a Markdown text. */
export function linksOf(markdown: string): ReadonlyArray<string> {
  return everyToken(markdown).flatMap((token) =>
    token.type === 'link' ? [String(token.href)] : [],
  )
}

/** The HTML tags in a Markdown text. */
export function tagsOf(markdown: string): ReadonlyArray<string> {
  return everyToken(markdown).flatMap((token) => (token.type === 'html' ? [token.raw.trim()] : []))
}

/** What a reader sees of a Markdown text. */
export function visibleText(markdown: string): string {
  return textOf(String(marked.parse(markdown)))
}

/**
 * The facts in the tables of a summary, as a name and the visible value: the columns of a table with a head,
 * the rows of one with an empty head.
 */
export function factsOf(markdown: string): ReadonlyArray<ReadonlyArray<string>> {
  return blocksOf(markdown).flatMap((block) => {
    if (block.type !== 'table') return []
    const { header, rows } = block as Tokens.Table
    if (header.every(({ text }) => text === '')) return visibleCells(block)
    const cells = rows.map((row) => row.map(visibleCell))
    return header.map((cell, at) => [visibleCell(cell), ...cells.map((row) => row[at] ?? '')])
  })
}

/** The visible text of a table's cells, without an empty head. */
export function visibleCells(table: Token | undefined): ReadonlyArray<ReadonlyArray<string>> {
  if (table?.type !== 'table') return []
  const { header, rows } = table as Tokens.Table
  if (header.some(({ text }) => text !== '')) throw new Error('The table has a header.')
  return rows.map((cells) => cells.map(visibleCell))
}

function visibleCell({ tokens }: Tokens.TableCell): string {
  return textOf(marked.parser([{ type: 'paragraph', raw: '', text: '', tokens }]))
}

/** How a text looks to a reader without Markdown. */
export function asSeen(text: string): string {
  return collapsed(
    text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(zeroWidthSpace, ''),
  )
}

/**
 * What GitHub finds in the finished HTML, without Markdown's escapes: mentions, issues, emoji, and the
 * URLs and e-mail addresses that it links automatically.
 */
export function selfMadeLinks(markdown: string): ReadonlyArray<string> {
  const html = String(marked.parse(markdown)).replace(/<code>[\s\S]*?<\/code>/g, '')
  // GitHub processes each text between two tags separately.
  const text = decoded(html.replace(/<a [^>]*>[\s\S]*?<\/a>/g, '\0').replace(/<[^>]*>/g, '\0'))
  const patterns = [
    /(?<![\w@])@[a-z0-9][\w-]*/gi,
    /#\d+/g,
    /\bgh-\d+/gi,
    /:(?:[\w+-]*[a-z][\w+-]*|[+-]1|100|1234):/g,
    /\b(?:https?|ftp):\/\/\S/gi,
    /(?<![a-z0-9])www\.\S/gi,
    /[\w.+-]+@[\w-]+\.\w/g,
  ]
  return patterns.flatMap((pattern) => text.match(pattern) ?? [])
}

function everyToken(markdown: string): ReadonlyArray<Token> {
  const tokens: Array<Token> = []
  marked.walkTokens(marked.lexer(markdown), (token) => {
    tokens.push(token)
  })
  return tokens
}

function textOf(html: string): string {
  return collapsed(decoded(html.replace(/<[^>]*>/g, '')).replace(zeroWidthSpace, ''))
}

/** The last one first: `&amp;lt;` shows `&lt;`. */
function decoded(html: string): string {
  return html
    .replaceAll('&#36;', '$')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** A browser shows any number of spaces as one. */
function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
