import { createHash } from 'node:crypto'
import { asRecord, asText } from '../json.ts'

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
