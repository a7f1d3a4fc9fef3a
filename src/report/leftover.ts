import type { Run } from '../hex/wire.ts'
import type { Entry } from '../run/journal.ts'
import type { Leftover } from '../run/leftovers.ts'
import { runLink, withLinks } from './markdown.ts'
import { addressOf } from './verdict.ts'

/** The post step's report on a run that a killed main step left active. */
export interface LeftoverReport {
  readonly line: string
  /** A warning if a run may still be active. */
  readonly level: 'warning' | 'notice'
  readonly markdown: string
}

/** Why main left a run, as far as the post step knows. */
export interface Leaving {
  /** Why the run is cancelled, in the log. */
  readonly why: string
  /** A sentence. */
  readonly sentence: string
}

/**
 * Main can't distinguish a cancelled job from a step that timed out. The post step can, by the job's status.
 * @param facts.jobStatus the current `${{ job.status }}`; '' if the host does not set it.
 * @param facts.wasStopped main noted a request to stop.
 * @param facts.hasEnded main reached its end, and only the run's end was not confirmed.
 */
export function whyLeft(facts: {
  readonly jobStatus: string
  readonly wasStopped: boolean
  readonly hasEnded: boolean
}): Leaving {
  if (facts.jobStatus === 'cancelled')
    return { why: 'the job was cancelled', sentence: 'The job was cancelled.' }
  if (facts.wasStopped) return { why: 'this step was stopped', sentence: 'This step was stopped.' }
  return facts.hasEnded
    ? {
        why: 'its end was not confirmed',
        sentence: 'The main step could not confirm the end of its run.',
      }
    : { why: 'the main step was killed', sentence: 'The main step was killed.' }
}

/** Reports what happened to a leftover. */
export function leftoverReport(
  leftover: Leftover,
  entry: Entry,
  { sentence }: Leaving,
): LeftoverReport {
  const { isOpen, words, runs } = resultOf(leftover, 'projectId' in entry ? entry.projectId : '')
  const text = `${sentence} ${words}`
  const full = /[.!?]\)?$|\(trace ID [^)]*\)$/.test(text) ? text : `${text}.`
  const items = runs.map((run) => `- ${runLink(run)}`)
  return {
    line: [full, ...runs.map(addressOf)].join(' '),
    level: isOpen ? 'warning' : 'notice',
    markdown: `${[`${isOpen ? '⚠️' : '🧹'} ${withLinks(full)}`, ...items].join('\n')}\n`,
  }
}

/** What is known about a leftover. */
interface LeftoverResult {
  /** May a run still be active? */
  readonly isOpen: boolean
  /** Sentences, the last one with or without a full stop. */
  readonly words: string
  readonly runs: ReadonlyArray<Run>
}

function resultOf(leftover: Leftover, project: string): LeftoverResult {
  const starting = `A run of project ${project} was being started.`
  switch (leftover.kind) {
    case 'ended':
      return {
        isOpen: false,
        words: `Its run had already ended as ${leftover.run.status}`,
        runs: [leftover.run],
      }
    case 'cancelled':
      return {
        isOpen: leftover.stop.kind !== 'ended',
        words: cancelWords(leftover),
        runs: [leftover.run],
      }
    case 'none-found':
      return {
        isOpen: false,
        words: `A run of project ${project} was about to be started. No new run was found, so there is nothing to cancel`,
        runs: [],
      }
    case 'several-found':
      return {
        isOpen: true,
        words: `${starting} It may be any of these, and none was cancelled. Stop yours in Hex`,
        runs: leftover.runs,
      }
    case 'unseen':
      return {
        isOpen: true,
        words:
          `${starting} Could not determine whether it exists. Check the project's runs in Hex. ${leftover.trouble?.text ?? ''}`.trim(),
        runs: [],
      }
  }
  return leftover satisfies never
}

function cancelWords({
  run,
  stop,
  adopted,
}: Extract<Leftover, { readonly kind: 'cancelled' }>): string {
  const which = adopted
    ? "The project's only new run since then is assumed to be its run. It"
    : 'Its run'
  switch (stop.kind) {
    case 'ended':
      return `${which} was cancelled and ended as ${run.status}`
    case 'accepted':
      return `${which} was cancelled, but its end is not confirmed`
    case 'failed':
      return `${which} could not be cancelled and may still be running. Stop it in Hex. ${stop.trouble.text}`
    case 'left':
      return `${which} was left alone`
  }
  return stop satisfies never
}
