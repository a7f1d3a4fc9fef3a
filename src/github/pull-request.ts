import type { CallTime } from './call.ts'
import { commitOfEvent, type Job, pullInEvent } from './job.ts'
import type { PullRequest, Repository } from './repository.ts'

/** What the reports are about. */
export interface Subject {
  /** Undefined where there is none. */
  readonly pullNumber?: number
  /** The commit a check run goes to: the head of the pull request, never the merge commit. */
  readonly headSha: string
}

/**
 * Finds the pull request and the commit. Asks GitHub only for what the event's payload leaves out.
 * @param given a number that the user gave; it counts before the event.
 */
export async function findSubject(
  job: Job,
  given: number | undefined,
  repository: Repository,
  time: CallTime,
): Promise<Subject> {
  const inEvent = pullInEvent(job)
  if (given !== undefined && !(inEvent.kind === 'pull' && inEvent.number === given)) {
    return subjectOf(await repository.getPull(given, time))
  }
  switch (inEvent.kind) {
    case 'pull':
      return inEvent.headSha === undefined
        ? subjectOf(await repository.getPull(inEvent.number, time))
        : { pullNumber: inEvent.number, headSha: inEvent.headSha }
    case 'branch': {
      // Two pull requests may come from one branch; the one at this commit is meant, and no other is.
      const pulls = await repository.pullsFrom(inEvent.owner, inEvent.branch, time)
      const pull = pulls.find(({ headSha }) => headSha === inEvent.headSha)
      return {
        headSha: inEvent.headSha,
        ...(pull === undefined ? {} : { pullNumber: pull.number }),
      }
    }
    case 'none':
      return { headSha: commitOfEvent(job) }
  }
  return inEvent satisfies never
}

function subjectOf({ number, headSha }: PullRequest): Subject {
  return { pullNumber: number, headSha }
}
