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
  const { numbers, headSha, branch } = pullsInEvent(job)
  const [first, ...others] = numbers
  const isInEvent = first === given && others.length === 0
  if (given !== undefined && !isInEvent) return subjectOf(await repository.getPull(given))
  if (first !== undefined && headSha === undefined)
    return subjectOf(await repository.getPull(first))
  if (branch === undefined) return { pullNumbers: numbers, headSha: headSha ?? job.sha }
  // Several pull requests can have the same head branch. Only those at this commit count.
  const pulls = await repository.pullsFrom(branch.owner, branch.name)
  const atCommit = pulls.filter((pull) => pull.headSha === headSha)
  const open = atCommit.filter(({ isOpen }) => isOpen)
  const chosen = open.length > 0 ? open : atCommit.slice(0, 1)
  return { pullNumbers: chosen.map(({ number }) => number), headSha: headSha ?? '' }
}

function subjectOf({ number, headSha }: PullRequest): Subject {
  return { pullNumbers: [number], headSha }
}

/** What an event's payload says about pull requests. */
export interface PullsInEvent {
  readonly numbers: ReadonlyArray<number>
  /** The commit that the workflow ran for; undefined if the payload leaves it out. */
  readonly headSha?: string | undefined
  /** Where to search: a workflow ran for a pull request that the payload does not contain, as always for forks. */
  readonly branch?: { readonly owner: string; readonly name: string }
}

/** Finds the pull requests in the payload. GitHub's webhook documentation lists the fields of each event. */
export function pullsInEvent(job: Job): PullsInEvent {
  const { eventName, event } = job
  if (eventName === 'workflow_run')
    return pullsInWorkflowRun(job, asRecord(event['workflow_run']) ?? {})
  if (eventName === 'issue_comment') {
    const issue = asRecord(event['issue'])
    // Issues and pull requests share this event. Only pull requests have the field.
    const isPull = asRecord(issue?.['pull_request']) !== undefined
    return { numbers: isPull ? numberIn(issue) : [] }
  }
  const pull = asRecord(event['pull_request'])
  return { numbers: numberIn(pull), headSha: asText(asRecord(pull?.['head'])?.['sha']) }
}

function numberIn(pull: Readonly<Record<string, unknown>> | undefined): ReadonlyArray<number> {
  const number = asNumber(pull?.['number'])
  return number === undefined ? [] : [number]
}

/**
 * GitHub lists every pull request whose head is the run's branch, including those within a fork, and with their current
 * head commit, not the run's.
 */
function pullsInWorkflowRun(job: Job, run: Readonly<Record<string, unknown>>): PullsInEvent {
  const headSha = asText(run['head_sha'])
  const listed = Array.isArray(run['pull_requests']) ? run['pull_requests'].map(asRecord) : []
  const repository = asRecord(run['head_repository'])
  const numbers = listed.flatMap((pull) => {
    const isOurs = isThisRepository(job, asRecord(asRecord(pull?.['base'])?.['repo']))
    const head = asRecord(pull?.['head'])
    const isAtCommit = headSha !== undefined && head?.['sha'] === headSha
    // A fork can have a branch of the same name at the same commit.
    const ids = [asRecord(head?.['repo'])?.['id'], repository?.['id']].map(asNumber)
    const isFromThere = ids.includes(undefined) || ids[0] === ids[1]
    return isOurs && isAtCommit && isFromThere ? numberIn(pull) : []
  })
  if (numbers.length > 0) return { numbers, headSha }
  const owner = asText(asRecord(repository?.['owner'])?.['login'])
  const name = asText(run['head_branch'])
  const isForPull = /^pull_request/.test(asText(run['event']) ?? '')
  return isForPull && owner !== undefined && name !== undefined
    ? { numbers, headSha, branch: { owner, name } }
    : { numbers, headSha }
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
