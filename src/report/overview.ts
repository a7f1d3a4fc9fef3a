import { type Conclusion, isGreen, type Outcome } from '../run/outcome.ts'
import { factRow, runFacts } from './facts.ts'
import { icons } from './icons.ts'
import { withLinks } from './links.ts'
import { escapeMarkdown, link } from './markdown.ts'
import { severalAdvice, severalHeadline, severalTable } from './several.ts'
import { verdictOf } from './verdict.ts'

/** The result of all runs of a step. */
export interface Overview {
  /** The worst conclusion, because it decides the step's result. */
  readonly conclusion: Conclusion
  /** What happened, one sentence without a full stop; plain text. */
  readonly headline: string
}

const worstFirst: ReadonlyArray<Conclusion> = [
  'failure',
  'timed_out',
  'cancelled',
  'detached',
  'dry_run',
  'skipped',
  'success',
]

/** Sums up the runs of a step: one speaks for itself, several are counted. */
export function overviewOf(outcomes: ReadonlyArray<Outcome>): Overview {
  const [first, ...others] = outcomes
  const conclusion = worstFirst.find((each) => outcomes.some((it) => it.conclusion === each))
  return {
    conclusion: conclusion ?? 'failure',
    headline:
      first === undefined || others.length > 0
        ? severalHeadline(outcomes)
        : verdictOf(first).headline,
  }
}

/** The overview as a heading. */
export function headingOf(outcomes: ReadonlyArray<Outcome>): string {
  const { conclusion, headline } = overviewOf(outcomes)
  return `### ${icons[conclusion]} ${escapeMarkdown(headline)}`
}

/** What stands below the heading in comments and checks: what to do, the way to the run, and a short table. */
export function overviewBody(outcomes: ReadonlyArray<Outcome>): ReadonlyArray<string> {
  const [first, ...others] = outcomes
  if (first === undefined) return []
  return others.length > 0
    ? [severalAdvice(outcomes), severalTable(outcomes)]
    : [leadOf(first), factRow(runFacts(first))]
}

/** What to do where something is wrong, and the way to the run. */
export function leadOf(outcome: Outcome): string {
  const { conclusion, reason, run } = outcome
  const sentences = verdictOf(outcome)
    .advice.filter((it) => it !== '')
    .map((sentence) => withLinks(sentence, outcome.candidates ?? []))
  // The address that a dry run is answered with leads nowhere.
  const runUrl = reason === 'dry_run' ? undefined : run?.runUrl
  const open = runUrl === undefined ? [] : [`**${link('Open the run in Hex', runUrl)}**`]
  if (isGreen(conclusion) || sentences.length === 0) return [...open, ...sentences].join(' · ')
  const kind = conclusion === 'cancelled' ? 'WARNING' : 'CAUTION'
  const alert = `> [!${kind}]\n${sentences.map((sentence) => `> ${sentence}`).join('\n>\n')}`
  return [alert, ...open].join('\n\n')
}
