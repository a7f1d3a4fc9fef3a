import { firstCharacters } from '../plain-text.ts'
import { type Conclusion, leadingOutcome, type Outcome } from '../run/outcome.ts'
import { fitted, link } from './markdown.ts'
import { overviewBody, overviewOf } from './overview.ts'
import { pictureSection, type ShownPicture } from './pictures.ts'

/** A check run's words and conclusion; undefined conclusion while it is in progress. */
export interface CheckReport {
  readonly conclusion?: 'success' | 'failure' | 'cancelled' | 'timed_out' | 'neutral'
  readonly detailsUrl?: string
  readonly title: string
  readonly summary: string
}

/** A check run with its verdict. */
export type EndedCheck = CheckReport & Required<Pick<CheckReport, 'conclusion'>>

/** GitHub's limit is in bytes, not characters (github/rest-api-description, issue 5399). */
const maxBytes = 65_000
const maxTitle = 250

/** The check run while a run is active. */
export function startedCheck(run: {
  readonly runId: string
  readonly runUrl?: string
}): CheckReport {
  const { runId, runUrl } = run
  return {
    ...(runUrl === undefined ? {} : { detailsUrl: runUrl }),
    title: 'The run is in progress in Hex',
    // GitHub ignores the details link of checks made with GITHUB_TOKEN, so the link is in the text as well.
    summary: runUrl === undefined ? `Run ${runId}` : `**${link('Open the run in Hex', runUrl)}**`,
  }
}

/** The check run after all runs have ended. */
export function endedCheck(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture>,
): EndedCheck {
  const { headline, conclusion } = overviewOf(outcomes)
  const detailsUrl =
    leadingOutcome(outcomes)?.run?.runUrl ??
    outcomes.find(({ run }) => run?.runUrl !== undefined)?.run?.runUrl
  const parts = [...overviewBody(outcomes), pictureSection(pictures)]
  return {
    conclusion: conclusionOnGitHub(conclusion),
    ...(detailsUrl === undefined ? {} : { detailsUrl }),
    title: firstCharacters(headline, maxTitle),
    summary: fitted(parts.filter((part) => part !== '').join('\n\n'), maxBytes),
  }
}

/**
 * The check run that main left open, because it could not reach GitHub at its end, or was killed before it had a verdict.
 */
export function abandonedCheck(
  detailsUrl: string | undefined,
  verdict: Pick<EndedCheck, 'conclusion' | 'title'> | undefined,
): EndedCheck {
  const open = detailsUrl === undefined ? [] : [`**${link('Open the run in Hex', detailsUrl)}**`]
  const words =
    verdict === undefined
      ? 'The step was killed while it waited for the run. The log of its cleanup reports what happened to the run.'
      : "The step's job summary has the details."
  return {
    conclusion: 'cancelled',
    title: 'The job was stopped before the end of the run was confirmed',
    ...verdict,
    ...(detailsUrl === undefined ? {} : { detailsUrl }),
    summary: [words, ...open].join('\n\n'),
  }
}

/** The check run with the last word of the post step: the run has ended, or may still be active. */
export function lastWordCheck(
  detailsUrl: string | undefined,
  { headline, markdown }: { readonly headline: string; readonly markdown: string },
): EndedCheck {
  return {
    conclusion: 'cancelled',
    title: firstCharacters(headline, maxTitle),
    ...(detailsUrl === undefined ? {} : { detailsUrl }),
    summary: fitted(markdown, maxBytes),
  }
}

/** A detached run and a dry run are neither a success nor a failure. */
function conclusionOnGitHub(conclusion: Conclusion): Exclude<CheckReport['conclusion'], undefined> {
  return conclusion === 'detached' || conclusion === 'dry_run' || conclusion === 'skipped'
    ? 'neutral'
    : conclusion
}
