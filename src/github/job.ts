import { createHash } from 'node:crypto'
import { asNumber, asRecord, asText } from '../hex/checks.ts'

/** The job we are in, as GitHub's environment and event payload tell it. */
export interface Job {
  readonly owner: string
  readonly repo: string
  /** Such as `https://github.com`; a GitHub Enterprise Server has its own. */
  readonly serverUrl: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** The commit that GitHub checked out: for a pull request the merge commit. */
  readonly sha: string
  readonly eventName: string
  readonly event: Readonly<Record<string, unknown>>
  /** Branches that are at work here: pictures do not belong on them. */
  readonly branches: ReadonlyArray<string>
  readonly runId: string
  readonly runNumber: number
  readonly runAttempt: number
  /** What tells this use of the action from every other one; the same again in the next run of the workflow. */
  readonly useKey: string
}

/** What distinguishes uses of the action that share workflow, job and step. */
export interface UseFacts {
  /** The matrix leg as JSON. */
  readonly matrixLeg: string
  /** The projects that are run: two calls of one reusable workflow differ in nothing else. */
  readonly projectIds: ReadonlyArray<string>
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads where we are; undefined outside of GitHub Actions. */
export function readJob(env: Env, event: unknown, use: UseFacts): Job | undefined {
  const [owner = '', repo = '', ...rest] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  if (owner === '' || repo === '' || rest.length > 0) return undefined
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com'
  const branches = [
    asText(asRecord(asRecord(event)?.['repository'])?.['default_branch']),
    env['GITHUB_HEAD_REF'],
    env['GITHUB_BASE_REF'],
    (env['GITHUB_REF'] ?? '').startsWith('refs/heads/') ? env['GITHUB_REF_NAME'] : '',
  ]
  return {
    owner,
    repo,
    serverUrl: (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, ''),
    apiUrl,
    graphqlUrl: env['GITHUB_GRAPHQL_URL'] || `${apiUrl}/graphql`,
    sha: env['GITHUB_SHA'] ?? '',
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    event: asRecord(event) ?? {},
    branches: branches.flatMap((branch) => (branch ? [branch] : [])),
    runId: env['GITHUB_RUN_ID'] ?? '',
    runNumber: Number(env['GITHUB_RUN_NUMBER'] ?? 0) || 0,
    runAttempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) || 1,
    useKey: useKeyOf(env, use),
  }
}

/** The repository's page, without a slash at its end. */
export function repositoryUrl({ serverUrl, owner, repo }: Job): string {
  return `${serverUrl}/${owner}/${repo}`
}

/** What the event says of a pull request. */
export type PullInEvent =
  /** The event is about this one; its head commit where the payload has it. */
  | { readonly kind: 'pull'; readonly number: number; readonly headSha?: string }
  /** A workflow ran for a branch, and the payload does not name the pull request (forks never are). */
  | {
      readonly kind: 'branch'
      readonly owner: string
      readonly branch: string
      readonly headSha: string
    }
  | { readonly kind: 'none' }

/** Finds the pull request in the payload: the field is where the webhook documentation of each event has it. */
export function pullInEvent({ eventName, event }: Job): PullInEvent {
  if (eventName === 'issue_comment') {
    const issue = asRecord(event['issue'])
    const number = asNumber(issue?.['number'])
    // Issues and pull requests share this event; only the latter have the field.
    const isPull = asRecord(issue?.['pull_request']) !== undefined
    return isPull && number !== undefined ? { kind: 'pull', number } : { kind: 'none' }
  }
  if (eventName === 'workflow_run') return pullInWorkflowRun(asRecord(event['workflow_run']) ?? {})
  const pull = asRecord(event['pull_request'])
  const number = asNumber(pull?.['number'])
  const headSha = asText(asRecord(pull?.['head'])?.['sha'])
  if (number === undefined) return { kind: 'none' }
  return { kind: 'pull', number, ...(headSha === undefined ? {} : { headSha }) }
}

/** The commit that a check run belongs to where no pull request says otherwise. */
export function commitOfEvent({ eventName, event, sha }: Job): string {
  if (eventName !== 'workflow_run') return sha
  return asText(asRecord(event['workflow_run'])?.['head_sha']) ?? sha
}

/** Does this job run for a pull request from another repository, with a token that only reads? */
export function isForkPull({ eventName, event, owner, repo }: Job): boolean {
  if (eventName === 'pull_request_target' || eventName === 'workflow_run') return false
  const head = asRecord(asRecord(event['pull_request'])?.['head'])
  const from = asText(asRecord(head?.['repo'])?.['full_name'])
  return from !== undefined && from.toLowerCase() !== `${owner}/${repo}`.toLowerCase()
}

function pullInWorkflowRun(run: Readonly<Record<string, unknown>>): PullInEvent {
  const headSha = asText(run['head_sha']) ?? ''
  const listed = Array.isArray(run['pull_requests']) ? asRecord(run['pull_requests'][0]) : undefined
  const number = asNumber(listed?.['number'])
  if (number !== undefined) return { kind: 'pull', number, headSha }
  const owner = asText(asRecord(asRecord(run['head_repository'])?.['owner'])?.['login'])
  const branch = asText(run['head_branch'])
  const isForPull = /^pull_request/.test(asText(run['event']) ?? '')
  return isForPull && owner !== undefined && branch !== undefined
    ? { kind: 'branch', owner, branch, headSha }
    : { kind: 'none' }
}

/**
 * GITHUB_ACTION is the step's id and the same in main and post; the workflow is named by its file, because two
 * may have one title. Matrix legs share all of it, hence the leg.
 */
function useKeyOf(env: Env, { matrixLeg, projectIds }: UseFacts): string {
  const workflow = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@')[0] || env['GITHUB_WORKFLOW'] || ''
  const facts = [
    workflow,
    env['GITHUB_JOB'],
    env['GITHUB_ACTION'],
    compact(matrixLeg),
    ...projectIds,
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 20)
}

function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json))
  } catch {
    // Whatever it is, it tells legs apart.
    return json
  }
}
