import type { Run } from '../hex/wire.ts'
import { code, escapeMarkdown, link } from './markdown.ts'

/** A plain sentence as Markdown. URLs of these runs become links with the run's id as text. */
export function withLinks(sentence: string, runs: ReadonlyArray<Run>): string {
  const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]))
  return (
    sentence
      .replace(/\s+/g, ' ')
      // Every second part is an address; a comma or full stop behind it belongs to the sentence.
      .split(/(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
      .map((part) => {
        const runId = ids.get(part)
        return runId === undefined ? escapedInPlace(part) : link(code(runId), part)
      })
      .join('')
  )
}

/** The blanks at its ends stay, for what stands beside it. */
function escapedInPlace(text: string): string {
  return text.replace(/\S(?:.*\S)?/s, (words) => escapeMarkdown(words))
}
