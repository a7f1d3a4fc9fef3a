import { durationMs } from '../run/history.ts'
import type { Outcome } from '../run/outcome.ts'
import { icons } from './icons.ts'
import { code, escapeMarkdown, link, table } from './markdown.ts'
import { nameOf } from './overview.ts'
import { durationInWords } from './words.ts'

/** A row for each run: what became of it, its name with the link, Hex's word, how long it took. */
export function runTable(outcomes: ReadonlyArray<Outcome>): string {
  const rows = outcomes.map((outcome) => {
    const { run, conclusion, reason } = outcome
    const took = run === undefined ? undefined : durationMs(run)
    const name = escapeMarkdown(nameOf(outcome))
    return [
      icons[conclusion],
      run?.runUrl === undefined ? name : link(name, run.runUrl),
      // A run that never was has no status; the reason is the next best single word.
      code(run?.status ?? reason.replaceAll('_', ' ')),
      took === undefined ? '' : durationInWords(took),
      escapeMarkdown(run?.projectVersion ?? ''),
    ]
  })
  return table(['', 'Run', 'Status', 'Took', 'Version'], rows, ['Took', 'Version'])
}
