import { asNumber, asRecord, asText } from '../json.ts'
import type { Job } from './job.ts'
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
): Promise<Subject> {
  const inEvent = pullInEvent(job)
  if (
    given !== undefined &&
    !(inEvent.kind === 'pulls' && inEvent.numbers[0] === given && inEvent.numbers.length === 1)
  ) {
    return subjectOf(await repository.getPull(given))
  }
  switch (inEvent.kind) {
    case 'pulls':
      return inEvent.headSha === undefined
        ? subjectOf(await repository.getPull(inEvent.numbers[0]))
        : { pullNumbers: inEvent.numbers, headSha: inEvent.headSha }
    case 'branch': {
      // Several pull requests can have the same head branch. Only those at this commit count.
      const pulls = await repository.pullsFrom(inEvent.owner, inEvent.branch)
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

/** The pull request in an event. */
type PullInEvent =
  /** The pull requests of the event, usually one, and their head commit if the payload has it. */
  | {
      readonly kind: 'pulls'
      readonly numbers: readonly [number, ...Array<number>]
      readonly headSha?: string
    }
  /** A workflow ran for a branch, and the payload does not contain the pull request, as always for forks. */
  | {
      readonly kind: 'branch'
      readonly owner: string
      readonly branch: string
      readonly headSha: string
    }
  | { readonly kind: 'none' }

/** Finds the pull request in the payload. GitHub's webhook documentation lists the fields of each event. */
export function pullInEvent(job: Job): PullInEvent {
  const { eventName, event } = job
  if (eventName === 'issue_comment') {
    const issue = asRecord(event['issue'])
    const number = asNumber(issue?.['number'])
    // Issues and pull requests share this event. Only pull requests have the field.
    const isPull = asRecord(issue?.['pull_request']) !== undefined
    return isPull && number !== undefined ? { kind: 'pulls', numbers: [number] } : { kind: 'none' }
  }
  if (eventName === 'workflow_run')
    return pullInWorkflowRun(job, asRecord(event['workflow_run']) ?? {})
  const pull = asRecord(event['pull_request'])
  const number = asNumber(pull?.['number'])
  const headSha = asText(asRecord(pull?.['head'])?.['sha'])
  if (number === undefined) return { kind: 'none' }
  return { kind: 'pulls', numbers: [number], ...(headSha === undefined ? {} : { headSha }) }
}

/** The commit for a check run if there is no pull request. */
function commitOfEvent({ eventName, event, sha }: Job): string {
  if (eventName !== 'workflow_run') return sha
  return asText(asRecord(event['workflow_run'])?.['head_sha']) ?? sha
}

/**
 * GitHub lists every pull request whose head is the run's branch, including those within a fork, and with their current
 * head commit, not the run's.
 */
function pullInWorkflowRun(job: Job, run: Readonly<Record<string, unknown>>): PullInEvent {
  const headSha = asText(run['head_sha']) ?? ''
  const listed = Array.isArray(run['pull_requests']) ? run['pull_requests'].map(asRecord) : []
  const ranId = asNumber(asRecord(run['head_repository'])?.['id'])
  const [number, ...others] = listed.flatMap((pull) => {
    const isOurs = isThisRepository(job, asRecord(asRecord(pull?.['base'])?.['repo']))
    const head = asRecord(pull?.['head'])
    const isAtCommit = headSha !== '' && head?.['sha'] === headSha
    // A fork can have a branch of the same name at the same commit.
    const fromId = asNumber(asRecord(head?.['repo'])?.['id'])
    const isFromThere = fromId === undefined || ranId === undefined || fromId === ranId
    return isOurs && isAtCommit && isFromThere ? (asNumber(pull?.['number']) ?? []) : []
  })
  if (number !== undefined) return { kind: 'pulls', numbers: [number, ...others], headSha }
  const owner = asText(asRecord(asRecord(run['head_repository'])?.['owner'])?.['login'])
  const branch = asText(run['head_branch'])
  const isForPull = /^pull_request/.test(asText(run['event']) ?? '')
  return isForPull && owner !== undefined && branch !== undefined
    ? { kind: 'branch', owner, branch, headSha }
    : { kind: 'none' }
}

/** The payload's short form of a repository has its id and API URL, but not its full name. */
function isThisRepository(
  { owner, repo, apiUrl, event }: Job,
  repository: Readonly<Record<string, unknown>> | undefined,
): boolean {
  const id = asNumber(repository?.['id'])
  const ownId = asNumber(asRecord(event['repository'])?.['id'])
  if (id !== undefined && ownId !== undefined) return id === ownId
  const address = `${apiUrl}/repos/${owner}/${repo}`.toLowerCase()
  return asText(repository?.['url'])?.toLowerCase() === address
}
