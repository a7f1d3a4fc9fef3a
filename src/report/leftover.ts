import type { KnownRun } from '../hex/wire.ts'
import type { Entry } from '../run/journal.ts'
import type { Leftover } from '../run/leftovers.ts'
import { runLink, withLinks } from './markdown.ts'
import { addressOf } from './verdict.ts'
import { capitalised } from './words.ts'

/**
 * Why main left a run, as far as the post step knows. Main can't distinguish a cancelled job from a step that timed out. The
 * post step can, by the job's status.
 * @param facts.jobStatus the current `${{ job.status }}`; '' if the host does not set it.
 * @param facts.wasStopped main noted a request to stop.
 * @param facts.hasEnded main reached its end, and only the run's end was not confirmed.
 */
export function whyLeft(facts: {
  readonly jobStatus: string
  readonly wasStopped: boolean
  readonly hasEnded: boolean
}): string {
  if (facts.jobStatus === 'cancelled') return 'the job was cancelled'
  if (facts.wasStopped) return 'this step was stopped'
  return facts.hasEnded
    ? 'the main step could not confirm that the run had stopped'
    : 'the main step was killed'
}

/** The post step's report on a run that a killed main step left active. */
export function leftoverReport(leftover: Leftover, entry: Entry, why: string) {
  const what = wordsOf(leftover, 'projectId' in entry ? entry.projectId : '')
  const words = `${capitalised(why)}. ${what}`
  const runs = runsOf(leftover)
  const items = runs.map((run) => `- ${runLink(run)}`)
  const isOpen = mayBeActive(leftover)
  return {
    line: [words, ...runs.map(addressOf)].join(' '),
    /** A warning if a run may still be active. */
    level: isOpen ? ('warning' as const) : ('notice' as const),
    markdown: `${[`${isOpen ? '⚠️' : '🧹'} ${withLinks(words)}`, ...items].join('\n')}\n`,
  }
}

function runsOf(leftover: Leftover): ReadonlyArray<KnownRun> {
  if ('runs' in leftover) return leftover.runs
  return 'run' in leftover ? [leftover.run] : []
}

/** May a run of the leftover still be active? */
function mayBeActive(leftover: Leftover): boolean {
  if (leftover.kind === 'unclear') return leftover.runs.length > 0
  return leftover.kind === 'cancelled' ? leftover.stop.kind !== 'ended' : leftover.kind === 'unseen'
}

/** What happened, in sentences. */
function wordsOf(leftover: Leftover, projectId: string): string {
  switch (leftover.kind) {
    case 'ended':
      return `Its run had already ended (${leftover.run.status}).`
    case 'cancelled':
      return cancelWords(leftover)
    case 'unclear':
      return leftover.runs.length === 0
        ? `A run of project ${projectId} was about to start. No new run was found, so no run needs to be cancelled.`
        : `A run of project ${projectId} was starting. It may be one of these runs, which were not cancelled. Check them in Hex, and stop the run if this step started it.`
    case 'unseen':
      return `A run of project ${projectId} was starting. It is not clear whether Hex created the run. Check the project's runs in Hex. ${leftover.trouble?.text ?? ''}`.trim()
  }
  return leftover satisfies never
}

function cancelWords(leftover: Extract<Leftover, { readonly kind: 'cancelled' }>): string {
  const { run, stop, adopted } = leftover
  const which = adopted
    ? "The project's only new run is assumed to be this step's run. It"
    : 'Its run'
  switch (stop.kind) {
    case 'ended':
      return `${which} was cancelled and ended with the status ${run.status}.`
    case 'accepted':
      return `${which} is being cancelled and may still be running. Check the run in Hex.`
    case 'failed':
      return `${which} could not be cancelled and may still be running. Stop the run in Hex. ${stop.trouble.text}`
  }
  return stop satisfies never
}
