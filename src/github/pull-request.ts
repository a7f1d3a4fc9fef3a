import type { CallTime } from './call.ts'
import { commitOfEvent, type Job, pullInEvent } from './job.ts'
import type { PullRequest, Repository } from './repository.ts'

/** The subject of the reports. */
export interface Subject {
  /** Usually one. Several if a commit is the head of several pull requests; empty if there is none. */
  readonly pullNumbers: ReadonlyArray<number>
  /** The commit for a check run: the head of the pull request, never the merge commit. */
  readonly headSha: string
}

/**
 * Finds the pull request and the commit. Requests only what the event's payload leaves out.
 * @param given the `pr-number` input, which overrides the event.
 */
export async function findSubject(
  job: Job,
  given: number | undefined,
  repository: Repository,
  time: CallTime,
): Promise<Subject> {
  const inEvent = pullInEvent(job)
  if (
    given !== undefined &&
    !(inEvent.kind === 'pulls' && inEvent.numbers[0] === given && inEvent.numbers.length === 1)
  ) {
    return subjectOf(await repository.getPull(given, time))
  }
  switch (inEvent.kind) {
    case 'pulls':
      return inEvent.headSha === undefined
        ? subjectOf(await repository.getPull(inEvent.numbers[0], time))
        : { pullNumbers: inEvent.numbers, headSha: inEvent.headSha }
    case 'branch': {
      // Several pull requests can have the same head branch. Only those at this commit count.
      const pulls = await repository.pullsFrom(inEvent.owner, inEvent.branch, time)
      const meant = pulls.filter(({ headSha }) => headSha === inEvent.headSha)
      const open = meant.filter(({ isOpen }) => isOpen)
      const pullNumbers = (open.length > 0 ? open : meant.slice(0, 1)).map(({ number }) => number)
      return { headSha: inEvent.headSha, pullNumbers }
    }
    case 'none':
      return { headSha: commitOfEvent(job), pullNumbers: [] }
  }
  return inEvent satisfies never
}

function subjectOf({ number, headSha }: PullRequest): Subject {
  return { pullNumbers: [number], headSha }
}
