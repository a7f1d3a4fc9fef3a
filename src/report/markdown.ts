import type { KnownRun } from '../hex/wire.ts'
import { oneLine } from '../plain-text.ts'

/** An invisible character that keeps GitHub from making a mention, a reference, an emoji, or a link of a word. */
const zeroWidthSpace = '\u200b'

/** The text after a colon that makes it the start of an emoji (`:tada:`) or of a URL. */
const emojiOrUrl = /:(?=\/\/|(?=[\w+-]{1,62}:)[^a-z:]*[a-z]|[+-]1:|100:|1234:)/g

/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something in its position is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * GitHub finds mentions, references, and emoji in the finished HTML, where a backslash does not help.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .trim()
      .replace(/[\\`*[\]|~]/g, '\\$&')
      .replace(/&(?=#?\w{1,40};)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(emojiOrUrl, `:${zeroWidthSpace}`)
      .replace(/^:|(?<=:):/g, '\\:')
      .replace(/@(?=[\w-])|www(?=\.)|(?<![a-z0-9])gh(?=-\d)|#(?=\d)/gi, `$&${zeroWidthSpace}`)
      // A heading's mark is at the start, or alone.
      .replace(/(?<![^ ])#/g, '\\#')
      .replace(/^[>=+-]|(?<=^\d{1,9})[.)]|(?<=\])\(/g, '\\$&')
      .replace(/\$/g, '&#36;')
      // Between letters or digits, an underscore is part of the word.
      .replace(/(?<!_)(?:(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}_]))/gu, (run) =>
        run.replaceAll('_', '\\_'),
      )
  )
}

/** Text as code. Characters that would end the code or a table's cell need HTML, which all renderers read alike. */
export function code(text: string): string {
  const line = oneLine(text).trim()
  if (line === '') return ''
  return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``
}

/** A link whose text is Markdown. Without a valid web address, only the text. */
export function link(text: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return text
  const safe = new URL(address).href
    .replace(
      /[()<>|\s"'\\`*_$]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replaceAll('&', '&amp;')
  return `[${text}](${safe})`
}

/** A run's ID, linked to the run. */
export function runLink({ runId, runUrl }: KnownRun): string {
  return runUrl === undefined ? code(runId) : link(escapeMarkdown(runId), runUrl)
}

/** The link to a run that a report begins with; '' if the run has no URL. */
export function openRunLink(runUrl: string | undefined): string {
  return runUrl === undefined ? '' : `**${link('Open the run in Hex', runUrl)}**`
}

/** An image, described by text from outside. */
export function image(description: string, address: string): string {
  return `!${link(escapeMarkdown(description), address)}`
}

/**
 * A plain sentence as Markdown. URLs of these runs become links with the run's ID as text. Other plain URLs become code,
 * which can be copied as it is and which GitHub does not link, so a URL from outside is safe there too. Statuses become
 * code, as in the tables.
 */
export function withLinks(sentence: string, runs: ReadonlyArray<KnownRun> = []): string {
  const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]))
  return (
    sentence
      .replace(/\s+/g, ' ')
      // A comma or full stop after a URL belongs to the sentence.
      .split(/(?<=^|[ "'(])(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
      .map((part) => {
        const runId = ids.get(part)
        return runId === undefined ? withCode(part) : link(code(runId), part)
      })
      .join('')
  )
}

/**
 * A URL or a status. A URL has only characters that mean nothing in Markdown's code or in a table, and no punctuation at
 * the end.
 */
const codeWord =
  /(?<=^|[ "'(])(https?:\/\/[\w.:/@%?&=#~+-]*[\w/]|PENDING|RUNNING|COMPLETED|ERRORED|KILLED|UNABLE_TO_ALLOCATE_KERNEL)(?=[.,;:"')]*(?: |$))/

function withCode(text: string): string {
  // Every second part is a URL or a status. Spaces at the ends of the others separate them from it.
  return text
    .split(codeWord)
    .map((part, at) => (at % 2 === 1 ? code(part) : part.replace(/\S(?:.*\S)?/s, escapeMarkdown)))
    .join('')
}

/** A fact and its name. The value is Markdown; '' if it is not known. */
export type Fact = readonly [name: string, value: string]

/** The known facts in one row, with their names as the head; '' if none is known. */
export function factRow(facts: ReadonlyArray<Fact>): string {
  const known = facts.filter(([, value]) => value !== '')
  if (known.length === 0) return ''
  return table(
    known.map(([name]) => name),
    [known.map(([, value]) => value)],
  )
}

/** A table of Markdown cells. `right` names the columns of numbers. */
export function table(
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  right: ReadonlyArray<string> = [],
): string {
  const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Text that stays on one line in a narrow table. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

/** The heading of a report. `headline` is plain text. */
export function heading(icon: string, headline: string): string {
  return `### ${icon} ${escapeMarkdown(headline)}`
}

/** A box that GitHub colors by its kind. */
export function alert(kind: 'CAUTION' | 'WARNING' | 'NOTE', markdown: string): string {
  const lines = markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`))
  return [`> [!${kind}]`, ...lines].join('\n')
}

/** The note below a table that does not show all runs. */
export function hiddenRunsNote(count: number): string {
  return count <= 0
    ? ''
    : alert('NOTE', `Runs not shown: ${count}. See the ${code('results')} output.`)
}

/** A section that readers open with a click; '' if it is empty. */
export function folded(title: string, markdown: string): string {
  return markdown === '' ? '' : `<details><summary>${title}</summary>\n\n${markdown}\n\n</details>`
}

/** Markdown blocks one below the other; '' is left out. */
export function blocks(...parts: ReadonlyArray<string>): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

/** GitHub drops a step's summary above 1 MiB completely (actions/runner, FileCommandManager.cs). */
const maxSummaryBytes = 1_000_000

/** A job summary of these blocks, cut to the size that GitHub accepts. */
export function summaryPage(...parts: ReadonlyArray<string>): string {
  return fitted(`${blocks(...parts)}\n`, maxSummaryBytes)
}

/** Cuts Markdown to a number of UTF-8 bytes at the end of a line, with a note. */
export function fitted(markdown: string, maxBytes: number): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown
  const note = `\n\n${alert('NOTE', 'The rest did not fit and was omitted.')}\n`
  const bytes = Math.max(0, maxBytes - Buffer.byteLength(note))
  const cut = Buffer.from(markdown).subarray(0, bytes).toString('utf8')
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf('\n')))}${note}`
}
