import { timeLimit } from '../../clock.ts'
import { type CallTime, GitHubError } from '../../github/call.ts'
import type { GitHubClient } from '../../github/connect.ts'
import { isForkPull, type Job } from '../../github/job.ts'
import { findSubject, type Subject } from '../../github/pull-request.ts'
import { openRepository } from '../../github/repository.ts'
import { messageOf } from '../../plain-text.ts'
import { type ReportKind, reportTrouble } from '../../report/report-trouble.ts'
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
