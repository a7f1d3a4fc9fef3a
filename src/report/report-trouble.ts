/** What a report needs and says when it cannot be delivered. */
export interface ReportKind {
  /** The annotation's title. */
  readonly title: string
  /** The permission as `permissions:` has it, such as `checks: write`. */
  readonly permission: string
}

export const reportKinds = {
  comment: { title: 'Pull request comment not written', permission: 'pull-requests: write' },
  check: { title: 'Check run not written', permission: 'checks: write' },
  branch: { title: 'Charts not committed', permission: 'contents: write' },
} as const satisfies Readonly<Record<string, ReportKind>>

/** A failed call as a report's trouble needs it. */
interface Failure {
  readonly message: string
  /** Undefined when no answer came. */
  readonly status?: number | undefined
}

/** GitHub says 404 in place of 403 where a token may not even know of a thing. */
const refusals = [401, 403, 404]

/** The warning of a report that could not be delivered: what was tried, what GitHub said, what to change. */
export function reportTrouble(
  { permission }: ReportKind,
  { message, status }: Failure,
  isFork: boolean,
): string {
  const verdict = "The run's result is not affected."
  if (status === undefined || !refusals.includes(status) || /rate limit/i.test(message)) {
    return `${message} ${verdict}`
  }
  const remedy = isFork
    ? `The token needs '${permission}', and pull requests from forks get a token that only reads: docs/reports.md shows how to report from a second workflow.`
    : `Give the job 'permissions: ${permission}'.`
  return `${message} ${remedy} ${verdict}`
}
