import { type Conclusion, isGreen, type Outcome } from '../run/outcome.ts'
import { escapeMarkdown, link } from './markdown.ts'
import { overviewOf } from './overview.ts'

/** What stands below the headline: what to do where something is wrong, and the way to the run. */
export function leadOf(outcomes: ReadonlyArray<Outcome>): string {
  const { conclusion, advice } = overviewOf(outcomes)
  const runUrl = outcomes.length === 1 ? outcomes[0]?.run?.runUrl : undefined
  const open = runUrl === undefined ? [] : [`**${link('Open the run in Hex', runUrl)}**`]
  const sentences = advice.map(escapeMarkdown)
  if (isGreen(conclusion)) return [...open, ...sentences].join(' · ')
  return [...alert(conclusion, sentences), ...open].join('\n\n')
}

/** GitHub's alert box (GitHub Docs, "Basic writing and formatting syntax"). */
function alert(conclusion: Conclusion, sentences: ReadonlyArray<string>): ReadonlyArray<string> {
  if (sentences.length === 0) return []
  const kind = conclusion === 'cancelled' ? 'WARNING' : 'CAUTION'
  return [[`> [!${kind}]`, sentences.map((sentence) => `> ${sentence}`).join('\n>\n')].join('\n')]
}
