import type { KnownRun } from '../hex/wire.ts'
import { code, escapeMarkdown, link } from './markdown.ts'

/**
 * A plain sentence as Markdown. URLs of these runs become links with the run's ID as text. Other plain URLs become code,
 * which can be copied as it is and which GitHub does not link, so a URL from outside is safe there too.
 */
export function withLinks(sentence: string, runs: ReadonlyArray<KnownRun> = []): string {
  const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]))
  return (
    sentence
      .replace(/\s+/g, ' ')
      // A comma or full stop behind an address belongs to the sentence.
      .split(/(?<=^|[ "'(])(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
      .map((part) => {
        const runId = ids.get(part)
        return runId === undefined ? withCode(part) : link(code(runId), part)
      })
      .join('')
  )
}

/** Only characters that mean nothing in Markdown's code or in a table; not the punctuation behind it. */
const plainUrl = /(?<=^|[ "'(])(https?:\/\/[\w.:/@%?&=#~+-]*[\w/])(?=[.,;:"')]*(?: |$))/

function withCode(text: string): string {
  // Every second part is a URL.
  const parts = text.split(plainUrl)
  return parts.map((part, at) => (at % 2 === 1 ? code(part) : escapedInPlace(part))).join('')
}

/** The blanks at its ends stay, for what stands beside it. */
function escapedInPlace(text: string): string {
  return text.replace(/\S(?:.*\S)?/s, (words) => escapeMarkdown(words))
}
