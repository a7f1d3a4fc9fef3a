import { resultWords } from '../cancel/outcome.ts'
import type { Outcome } from '../run/outcome.ts'
import { code, escapeMarkdown, link } from './markdown.ts'

/** More than anybody reads; the `results` output has more. */
const maxShown = 20

/** The runs that `cancel-active` chose, with what became of each, as a Markdown list; '' when there are none. */
export function clearedList(outcomes: ReadonlyArray<Outcome>): string {
  const runs = outcomes.flatMap(({ cleared = [] }) => cleared)
  if (runs.length === 0) return ''
  const lines = runs.slice(0, maxShown).map(({ run, result }) => {
    const name = run.runUrl === undefined ? code(run.runId) : link(code(run.runId), run.runUrl)
    const trigger = run.runTrigger === undefined ? [] : [`trigger ${code(run.runTrigger)}`]
    const start = run.startTime === undefined ? [] : [`started at ${escapeMarkdown(run.startTime)}`]
    const origin = [...trigger, ...start].join(', ')
    return `- ${name}${origin === '' ? '' : ` (${origin})`} ${resultWords[result]}`
  })
  const rest = runs.length - lines.length
  return [
    `Active runs before the start (${code('cancel-active')}):`,
    '',
    ...lines,
    ...(rest > 0 ? [`- and ${rest} more, see the ${code('results')} output`] : []),
  ].join('\n')
}
