import { durationMs } from '../run/history.ts'
import type { Outcome } from '../run/outcome.ts'
import { code, escapeMarkdown, link, table, unbroken } from './markdown.ts'
import { durationInWords, roughDuration } from './words.ts'

/** A fact and its name; the value is Markdown, '' when it is not known. */
export type Fact = readonly [name: string, value: string]

/** The most important facts. */
export function runFacts(outcome: Outcome): ReadonlyArray<Fact> {
  const { run, reason } = outcome
  // A dry run made no run: the status it would begin with says nothing.
  const status = reason === 'dry_run' ? '' : (run?.status ?? '')
  return [
    ['Status', status === '' ? '' : code(status)],
    ['Duration', durationCell(outcome)],
    ['Version', escapeMarkdown(run?.projectVersion ?? '')],
    ['Attempts', attemptsCell(outcome)],
  ]
}

/** Facts in one line; '' if none is known. */
export function factRow(facts: ReadonlyArray<Fact>): string {
  const known = facts.filter(([, value]) => value !== '')
  if (known.length === 0) return ''
  return table(
    known.map(([name]) => name),
    [known.map(([, value]) => value)],
  )
}

/** Each attempt as a link to its run; '' when there was one, or none. */
export function attemptsCell({ attempt, run, earlierRuns = [] }: Outcome): string {
  if (attempt < 2) return ''
  const last = earlierRuns.length < attempt && run !== undefined ? [run] : []
  const linked = [...earlierRuns, ...last].map(({ runUrl }, index) =>
    runUrl === undefined ? String(index + 1) : link(String(index + 1), runUrl),
  )
  return linked.length === attempt ? linked.join(', ') : String(attempt)
}

function durationCell({ run, typicalMs }: Outcome): string {
  const took = run === undefined ? undefined : durationMs(run)
  if (took === undefined) return ''
  const usual = typicalMs === undefined ? [] : [`usually ${roughDuration(typicalMs)}`]
  return [durationInWords(took), ...usual].map(unbroken).join('<br>')
}
