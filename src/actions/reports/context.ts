import { timeLimit } from '../../clock.ts'
import { type CallTime, GitHubError } from '../../github/call.ts'
import type { GitHubClient } from '../../github/connect.ts'
import { findSubject, isForkPull, type Job, type Subject } from '../../github/job.ts'
import { openRepository } from '../../github/repository.ts'
import { messageOf } from '../../plain-text.ts'
import type { Use } from '../state.ts'
import type { Step } from '../step.ts'

/** The context of reports on GitHub. */
export type ReportContext = ReturnType<typeof openContext>

/** Longer than a secondary rate limit of GitHub (a minute), but short enough not to delay the job. */
const reportMs = 75_000

/** Where to report. */
interface ReportTarget {
  readonly job: Job
  readonly use: Use
  readonly gitHubToken: string
  /** Undefined uses the event's. */
  readonly pullNumber: number | undefined
}

/** Creates the context. Loads and sends nothing yet. */
export function openContext(step: Step, { job, use, gitHubToken, pullNumber }: ReportTarget) {
  let connecting: Promise<(time: CallTime) => GitHubClient> | undefined
  let found: Promise<Subject> | undefined
  const open = async () => {
    if (gitHubToken === '')
      throw new Error(
        "'github-token' is empty. To use the job's token, remove the input. Otherwise, check that the secret exists and is available to this event.",
      )
    const { connectGitHub } = await import('../../github/connect.ts')
    return connectGitHub(gitHubToken, job.apiUrl, process.env, step.clock)
  }
  /** The repository, for the calls of one report. The first call loads GitHub's client. */
  const repository = async (time: CallTime) => {
    connecting ??= open()
    const connect = await connecting
    return openRepository(connect(time), job)
  }
  return {
    ...step,
    job,
    use,
    /** Causes that were reported: a problem with a token affects every report. */
    warned: new Set<string>(),
    repository,
    /** The pull request and the commit; found once. */
    async subject(time: CallTime) {
      const target = await repository(time)
      found ??= findSubject(job, pullNumber, target)
      return found
    },
  }
}

/** Makes a report within its time. A failure is one warning, and the result is then undefined. */
export async function bestEffort<T>(
  { runner, clock, abort, job, warned }: ReportContext,
  kind: ReportKind,
  report: (time: CallTime) => Promise<T>,
): Promise<T | undefined> {
  const untilMs = clock.now() + reportMs
  const { signal, forget } = timeLimit(clock, reportMs, abort.timeOver('report'))
  const time: CallTime = {
    signal,
    untilMs: () => Math.min(untilMs, abort.endsAtMs('report')),
  }
  try {
    return await report(time)
  } catch (error) {
    const failure = error instanceof GitHubError ? error : { message: messageOf(error) }
    const text = reportTrouble(kind, failure, isForkPull(job))
    const cause = error instanceof GitHubError && error.status === 401 ? 'token' : text
    if (warned.has(cause)) runner.line(`${kind.title}: ${text}`)
    else runner.annotate('warning', kind.title, text)
    warned.add(cause)
    return undefined
  } finally {
    forget()
  }
}

/** The title of a report's warning, and the permission that it needs, as `permissions:` has it. */
export const reportKinds = {
  comment: {
    title: 'Pull request comment not posted or updated',
    permission: 'pull-requests: write',
  },
  check: { title: 'Check run not created or updated', permission: 'checks: write' },
  branch: { title: 'Charts not committed', permission: 'contents: write' },
} as const

export type ReportKind = (typeof reportKinds)[keyof typeof reportKinds]

/** A failed request, or another error. */
type Failure = Pick<GitHubError, 'message'> &
  Partial<Pick<GitHubError, 'status' | 'acceptedPermissions'>>

/**
 * GitHub's words and what to do about them, if they don't say it themselves. The first match applies. Without a match, a
 * permission is missing: GitHub then responds only "Resource not accessible by integration" or "Not Found".
 */
const remedies: ReadonlyArray<readonly [words: RegExp, remedy: string]> = [
  [
    /bad credentials|requires authentication|: 401\. /i,
    "'github-token' is invalid or has expired. A GitHub App installation access token is valid for one hour. Create the token in the same job, or remove the input to use the job's token.",
  ],
  [
    /authenticate via a GitHub App/i,
    "Only GitHub Apps can create check runs. Remove 'github-token' to use the job's token, or use a GitHub App installation access token.",
  ],
  [
    /not accessible by personal access token/i,
    "Give the personal access token in 'github-token' the '{permission}' repository permission, or remove the input to use the job's token.",
  ],
  // Only after the status, because a repository can be named "archived".
  [/: \d{3}\. .*(?:rate limit|abuse detection|locked|archived|IP allow list|SAML|suspended)/i, ''],
  [/access blocked|forbids access via|is blocked|limited to (?:existing|prior|collab)/i, ''],
]

/** The warning for a report that could not be written: what was tried, GitHub's response, and what to change. */
export function reportTrouble(kind: ReportKind, failure: Failure, isFork: boolean): string {
  const parts = [
    failure.message,
    remedyOf(kind, failure, isFork),
    "The run's result is not affected.",
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function remedyOf({ permission }: ReportKind, failure: Failure, isFork: boolean): string {
  const { message, status, acceptedPermissions = '' } = failure
  if (status === undefined || ![401, 403, 404, 410].includes(status)) return ''
  const needed = neededPermission(permission, acceptedPermissions)
  const known = remedies.find(([words]) => words.test(message))
  if (known !== undefined) return known[1].replace('{permission}', needed)
  if (isFork) {
    return `The token needs '${needed}', but workflows that are triggered by pull requests from forks have a read-only token. To report from a second workflow, see docs/reports.md in the action's repository.`
  }
  // GitHub responds 404 instead of 403 if the token has no access to the repository (docs, "Troubleshooting the REST API").
  const or = status === 403 ? '' : 'The resource does not exist, or the token has no access to it. '
  return `${or}Add 'permissions: ${needed}' to the job.`
}

/**
 * The permission that GitHub accepts. A search before the report can need another one than the report itself.
 * Alternatives are separated by semicolons, such as `issues=write; pull_requests=write`.
 */
function neededPermission(usual: string, accepted: string): string {
  const alternatives = accepted
    .split(';')
    .map((each) => each.trim().replaceAll('_', '-').replaceAll('=', ': '))
    .filter((each) => /^[a-z-]+: (?:read|write)$/.test(each))
  return alternatives.includes(usual) ? usual : (alternatives[0] ?? usual)
}
