import type { CheckRunFields } from '../github/repository.ts'
import { firstCharacters } from '../plain-text.ts'
import { type Conclusion, leadingOutcome, type Outcome } from '../run/outcome.ts'
import { blocks, fitted, openRunLink } from './markdown.ts'
import { type Overview, overviewOf } from './overview.ts'
import type { ShownPicture } from './pictures.ts'

/** The content of a check run. */
export type CheckReport = Omit<CheckRunFields, 'name' | 'externalId'>

/** A check run with its verdict. */
export type EndedCheck = CheckReport & Required<Pick<CheckReport, 'conclusion'>>

/** GitHub's limit is 65,535 bytes, not characters (github/rest-api-description, issue 5399). */
const maxBytes = 65_000
/** GitHub's reference names no limit. A title of this length still fits the page. */
const maxTitle = 250

/** The check run while a run is active. */
export function startedCheck(run: {
  readonly runId: string
  readonly runUrl?: string
}): CheckReport {
  return {
    detailsUrl: run.runUrl,
    title: 'The run is in progress in Hex',
    // GitHub ignores the details link of checks made with GITHUB_TOKEN, so the link is in the text as well.
    summary: openRunLink(run.runUrl) || `Run ${run.runId}`,
  }
}

/** The check run after all runs have ended. */
export function endedCheck(
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture>,
): EndedCheck {
  const runs = [leadingOutcome(outcomes), ...outcomes]
  const detailsUrl = runs.find((outcome) => outcome?.run?.runUrl !== undefined)?.run?.runUrl
  return overviewCheck(detailsUrl, overviewOf(outcomes, pictures))
}

/** The check run with this result. */
export function overviewCheck(
  detailsUrl: string | undefined,
  { conclusion, headline, body, pictures }: Overview,
): EndedCheck {
  return {
    conclusion: conclusionOnGitHub(conclusion),
    detailsUrl,
    title: firstCharacters(headline, maxTitle),
    summary: fitted(blocks(body, pictures), maxBytes),
  }
}

/**
 * The check run that main left open, because it could not reach GitHub at its end, or was killed before it had a verdict.
 */
export function abandonedCheck(
  detailsUrl: string | undefined,
  verdict: Pick<EndedCheck, 'conclusion' | 'title'> | undefined,
): EndedCheck {
  const words =
    verdict === undefined
      ? 'The step was killed while waiting for the run. The log of its post step shows what happened to the run.'
      : "The step's job summary has the details."
  return {
    conclusion: 'cancelled',
    title: 'The job was stopped before the result of the run was known',
    ...verdict,
    detailsUrl,
    summary: blocks(words, openRunLink(detailsUrl)),
  }
}

/** A detached run, a dry run, and a skipped run are neither a success nor a failure. */
function conclusionOnGitHub(conclusion: Conclusion): EndedCheck['conclusion'] {
  return conclusion === 'detached' || conclusion === 'dry_run' || conclusion === 'skipped'
    ? 'neutral'
    : conclusion
}
