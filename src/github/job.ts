import { createHash } from 'node:crypto'
import { asNumber, asRecord, asText } from '../json.ts'
import type { PullRequest, Repository } from './repository.ts'

/** The current job, from GitHub's environment variables and event payload. */
export type Job = NonNullable<ReturnType<typeof readJob>>

/** Facts that distinguish uses of the action with the same workflow, job, and step. */
export interface UseFacts {
  /** The matrix leg as JSON. */
  readonly matrixLeg: string
  /** The `report-key` input; '' if not set. */
  readonly reportKey: string
  /** Two calls of a reusable workflow can differ in nothing else. */
  readonly runs: ReadonlyArray<UsedRun>
}

/** The facts of a requested run that distinguish uses. */
export interface UsedRun {
  readonly projectId: string
  readonly viewId?: string
  /** Only names: values can change from run to run, and can be secret. */
  readonly parameterNames: ReadonlyArray<string>
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the current job; undefined outside of GitHub Actions. */
export function readJob(env: Env, event: unknown) {
  const [owner = '', repo = '', ...rest] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  if (owner === '' || repo === '' || rest.length > 0) return undefined
  const branches = [
    asText(asRecord(asRecord(event)?.['repository'])?.['default_branch']),
    env['GITHUB_HEAD_REF'],
    env['GITHUB_BASE_REF'],
    (env['GITHUB_REF'] ?? '').startsWith('refs/heads/') ? env['GITHUB_REF_NAME'] : '',
  ]
  return {
    owner,
    repo,
    /** For example `https://github.com`; a GitHub Enterprise Server has its own. */
    serverUrl: (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, ''),
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    /** The commit that GitHub checked out: for a pull request the merge commit. */
    sha: env['GITHUB_SHA'] ?? '',
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    event: asRecord(event) ?? {},
    /** Branches that this job works on. Pictures are never committed to them. */
    branches: branches.flatMap((branch) => (branch ? [branch] : [])),
    runId: env['GITHUB_RUN_ID'] ?? '',
    runNumber: Number(env['GITHUB_RUN_NUMBER'] ?? 0) || 0,
    runAttempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) || 1,
  }
}

/** The repository's URL without a trailing slash. */
export function repositoryUrl({ serverUrl, owner, repo }: Job): string {
  return `${serverUrl}/${owner}/${repo}`
}

/** Does this job run for a pull request from a fork, with a read-only token? */
export function isForkPull({ eventName, event, owner, repo }: Job): boolean {
  if (eventName === 'pull_request_target' || eventName === 'workflow_run') return false
  const head = asRecord(asRecord(event['pull_request'])?.['head'])
  const from = asText(asRecord(head?.['repo'])?.['full_name'])
  return from !== undefined && from.toLowerCase() !== `${owner}/${repo}`.toLowerCase()
}

/**
 * The key of a use of the action. It is the same in the next run of the workflow, and different for every other use.
 *
 * GITHUB_ACTION is the step's id, the same in main and post. The workflow is identified by its file, because two workflows
 * can have the same title. Jobs of a matrix share all of these, so the key includes the matrix leg. 80 bits of the hash are
 * enough: keys are compared only within one pull request.
 */
export function useKeyOf(env: Env, { matrixLeg, reportKey, runs }: UseFacts): string {
  const workflow = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@')[0] || env['GITHUB_WORKFLOW'] || ''
  const facts = [
    workflow,
    env['GITHUB_JOB'],
    env['GITHUB_ACTION'],
    compact(matrixLeg),
    reportKey,
    ...runs.map(({ projectId, viewId, parameterNames }) => [
      projectId,
      viewId ?? '',
      ...parameterNames.toSorted(),
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 20)
}

function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json))
  } catch {
    // Not JSON, or nested so deeply that it can't be written again. It still distinguishes legs.
    return json
  }
}

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
