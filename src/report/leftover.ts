import type { Run } from '../hex/wire.ts'
import type { Entry } from '../run/journal.ts'
import type { Leftover } from '../run/leftovers.ts'
import { code, escapeMarkdown, link } from './markdown.ts'
import { runName } from './verdict.ts'

/** What the post step says of a run that a killed main step left behind. */
export interface LeftoverReport {
  readonly line: string
  /** Something may still go on: the line belongs where people look. */
  readonly warning: boolean
  readonly markdown: string
}

/** Puts into words what became of a leftover. */
export function leftoverReport(leftover: Leftover, entry: Entry): LeftoverReport {
  const project = 'projectId' in entry ? entry.projectId : ''
  const killed = 'The main step ended before it could finish.'
  switch (leftover.kind) {
    case 'ended':
      return told(false, '🧹', `${killed} Its run had already ended as ${leftover.run.status}`, [
        leftover.run,
      ])
    case 'cancelled':
      return cancelled(leftover, killed)
    case 'none-found':
      return told(
        false,
        '🧹',
        `${killed} It was about to start a run of project ${project}, and no new run was found: nothing is left to cancel`,
        [],
      )
    case 'several-found':
      return told(
        true,
        '⚠️',
        `${killed} It was starting a run of project ${project}, and any of these may be it; none was touched. Stop yours in Hex`,
        leftover.runs,
      )
    case 'unseen':
      return told(
        true,
        '⚠️',
        `${killed} It was starting a run of project ${project}, and Hex could not be asked whether it exists: look at the project's runs in Hex. ${leftover.trouble?.text ?? ''}`.trim(),
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
    ? "The project's only new run since then was taken for its run and"
    : 'Its run'
  switch (stop.kind) {
    case 'ended':
      return told(false, '🧹', `${killed} ${which} was cancelled and ended as ${run.status}`, [run])
    case 'accepted':
      return told(true, '⚠️', `${killed} ${which} was cancelled, but was not seen to end`, [run])
    case 'failed':
      return told(
        true,
        '⚠️',
        `${killed} ${which} could not be cancelled and may still be going: stop it in Hex. ${stop.trouble.text}`,
        [run],
      )
    case 'left':
      return told(true, '⚠️', `${killed} ${which} was left alone`, [run])
  }
  return stop satisfies never
}

function told(
  warning: boolean,
  icon: string,
  sentence: string,
  runs: ReadonlyArray<Run>,
): LeftoverReport {
  const full = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
  const links = runs.map(
    (run) =>
      `- ${run.runUrl === undefined ? code(run.runId) : link(escapeMarkdown(run.runId), run.runUrl)}`,
  )
  return {
    line: [full, ...runs.map(runName)].join(' '),
    warning,
    markdown: `${[`${icon} ${escapeMarkdown(full)}`, ...links].join('\n')}\n`,
  }
}
