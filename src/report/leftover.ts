import type { KnownRun } from '../hex/wire.ts'
import type { Entry } from '../run/journal.ts'
import type { Leftover } from '../run/leftovers.ts'
import { withLinks } from './links.ts'
import { code, escapeMarkdown, link } from './markdown.ts'
import { runName } from './verdict.ts'

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
 * @param facts.jobStatus `${{ job.status }}` of the moment; '' where the host does not tell it.
 * @param facts.wasStopped main noted a request to stop.
 * @param facts.hasEnded main came to its end in order, and only the run's end was open.
 */
export function killedBy(facts: {
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

/** Puts into words what became of a leftover. */
export function leftoverReport(
  leftover: Leftover,
  entry: Entry,
  { sentence: killed }: Leaving,
): LeftoverReport {
  const project = 'projectId' in entry ? entry.projectId : ''
  switch (leftover.kind) {
    case 'ended':
      return reportOf(
        false,
        '🧹',
        `${killed} Its run had already ended as ${leftover.run.status}`,
        [leftover.run],
      )
    case 'cancelled':
      return cancelled(leftover, killed)
    case 'none-found':
      return reportOf(
        false,
        '🧹',
        `${killed} A run of project ${project} was about to be started. No new run was found, so there is nothing to cancel`,
        [],
      )
    case 'several-found':
      return reportOf(
        true,
        '⚠️',
        `${killed} A run of project ${project} was being started. It may be any of these, and none was cancelled. Stop yours in Hex`,
        leftover.runs,
      )
    case 'unseen':
      return reportOf(
        true,
        '⚠️',
        `${killed} A run of project ${project} was being started. Could not determine whether it exists. Check the project's runs in Hex. ${leftover.trouble?.text ?? ''}`.trim(),
        [],
      )
  }
  return leftover satisfies never
}

function cancelled(
  { run, stop, adopted }: Extract<Leftover, { readonly kind: 'cancelled' }>,
  killed: string,
): LeftoverReport {
  const which = adopted
    ? "The project's only new run since then is assumed to be its run. It"
    : 'Its run'
  switch (stop.kind) {
    case 'ended':
      return reportOf(false, '🧹', `${killed} ${which} was cancelled and ended as ${run.status}`, [
        run,
      ])
    case 'accepted':
      return reportOf(true, '⚠️', `${killed} ${which} was cancelled, but its end is not confirmed`, [
        run,
      ])
    case 'failed':
      return reportOf(
        true,
        '⚠️',
        `${killed} ${which} could not be cancelled and may still be running. Stop it in Hex. ${stop.trouble.text}`,
        [run],
      )
    case 'left':
      return reportOf(true, '⚠️', `${killed} ${which} was left alone`, [run])
  }
  return stop satisfies never
}

function reportOf(
  warning: boolean,
  icon: string,
  sentence: string,
  runs: ReadonlyArray<KnownRun>,
): LeftoverReport {
  const full = /[.!?]\)?$|\(trace ID [^)]*\)$/.test(sentence) ? sentence : `${sentence}.`
  const links = runs.map(
    (run) =>
      `- ${run.runUrl === undefined ? code(run.runId) : link(escapeMarkdown(run.runId), run.runUrl)}`,
  )
  return {
    line: [full, ...runs.map(runName)].join(' '),
    level: warning ? 'warning' : 'notice',
    markdown: `${[`${icon} ${withLinks(full)}`, ...links].join('\n')}\n`,
  }
}
