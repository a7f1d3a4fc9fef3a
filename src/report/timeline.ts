import { shortened } from '../plain-text.ts'
import type { Conclusion, Outcome } from '../run/outcome.ts'

/** Beyond this the bars are too thin to tell apart; Mermaid's own limit is 50,000 characters. */
const maxBars = 60
const maxLabel = 40

/**
 * When the runs went on, as a Mermaid chart that GitHub draws; '' when fewer than two tell their times. It stands
 * behind a table that says the same, because mails and the mobile app do not draw it.
 */
export function timelineOf(outcomes: ReadonlyArray<Outcome>): string {
  const bars = outcomes.flatMap(({ run, name, projectId, conclusion }, index) => {
    const startMs = Date.parse(run?.startTime ?? '')
    const endMs = Date.parse(run?.endTime ?? '')
    if (!(endMs >= startMs)) return []
    return [
      `  ${label(name ?? projectId)} :${mark(conclusion)}r${index}, ${startMs}, ${Math.max(endMs, startMs + 1_000)}`,
    ]
  })
  if (bars.length < 2) return ''
  const hidden = bars.length - maxBars
  return [
    '<details><summary>Timeline</summary>',
    '',
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    ...bars.slice(0, maxBars),
    '```',
    ...(hidden > 0 ? ['', `${hidden} more runs are not drawn.`] : []),
    '',
    '</details>',
  ].join('\n')
}

/** Mermaid has no way to quote a task's name: what means something to it, or to Markdown, is left out. */
function label(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} ._()/-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const text = shortened(plain, maxLabel)
  // A word of the diagram's language at the start of a line would be taken for one.
  return `Run ${text}`.trim()
}

function mark(conclusion: Conclusion): string {
  switch (conclusion) {
    case 'success':
      return 'done, '
    case 'failure':
    case 'timed_out':
      return 'crit, '
    case 'cancelled':
      return 'active, '
    case 'detached':
    case 'dry_run':
    case 'skipped':
      return ''
  }
  return conclusion satisfies never
}
