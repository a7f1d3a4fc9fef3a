import { type Conclusion, isGreen, type Outcome } from '../run/outcome.ts'
import { verdictOf } from './verdict.ts'

/** What a step's runs came to, as one answer. Plain text, not yet escaped for where it goes. */
export interface Overview {
  /** The worst of all, because that is what the step ends with. */
  readonly conclusion: Conclusion
  /** What happened, one sentence without a full stop. */
  readonly headline: string
  /** What to know or do, a sentence or two each. */
  readonly advice: ReadonlyArray<string>
}

const worstFirst: ReadonlyArray<Conclusion> = [
  'failure',
  'timed_out',
  'cancelled',
  'detached',
  'dry_run',
  'success',
]
/** More is a list that nobody reads; the table has them all. */
const mostAdvised = 5

/** Sums up the runs of a step: one speaks for itself, several are counted and the bad ones named. */
export function overviewOf(outcomes: ReadonlyArray<Outcome>): Overview {
  const [only, ...others] = outcomes
  if (only !== undefined && others.length === 0) {
    const { headline, advice } = verdictOf(only)
    return {
      conclusion: only.conclusion,
      headline,
      advice: advice.filter((sentence) => sentence !== ''),
    }
  }
  const bad = outcomes.filter(({ conclusion }) => !isGreen(conclusion))
  const told = bad.slice(0, mostAdvised).map((outcome) => {
    const { headline, advice } = verdictOf(outcome)
    return [`${headline}.`, ...advice.filter((sentence) => sentence !== '')].join(' ')
  })
  const rest = bad.length - told.length
  return {
    conclusion: worstFirst.find((each) => has(outcomes, each)) ?? 'failure',
    headline: countedHeadline(outcomes),
    advice: [...told, ...(rest > 0 ? [`And ${rest} more: see the table.`] : [])],
  }
}

/** What a run is called beside others: its name in `runs`, else its project's title or id. */
export function nameOf({ name, projectTitle, projectId }: Outcome): string {
  return name ?? projectTitle ?? projectId
}

const words: Readonly<Record<Conclusion, string>> = {
  success: 'completed',
  failure: 'failed',
  timed_out: 'timed out',
  cancelled: 'cancelled',
  detached: 'started',
  dry_run: 'accepted (dry run)',
}

/** `3 of 5 runs completed, 1 failed, 1 cancelled`, or `All 5 runs completed`. */
function countedHeadline(outcomes: ReadonlyArray<Outcome>): string {
  const total = outcomes.length
  const counts = worstFirst
    .toReversed()
    .map((each) => ({ each, count: outcomes.filter((it) => it.conclusion === each).length }))
    .filter(({ count }) => count > 0)
  const [first, ...others] = counts
  if (first === undefined) return 'No runs'
  if (others.length === 0) return `All ${total} runs ${words[first.each]}`
  const rest = others.map(({ each, count }) => `${count} ${words[each]}`)
  return [`${first.count} of ${total} runs ${words[first.each]}`, ...rest].join(', ')
}

function has(outcomes: ReadonlyArray<Outcome>, conclusion: Conclusion): boolean {
  return outcomes.some((outcome) => outcome.conclusion === conclusion)
}
