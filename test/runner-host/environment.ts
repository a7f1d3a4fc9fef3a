import { hostname } from 'node:os'
import path from 'node:path'
import type { GitHubFacts, StageName, StepRequest } from './contract.ts'
import type { FileCommandPaths } from './file-commands.ts'
import { inputVariable } from './inputs.ts'

/** The folders of a job, absolute. */
export interface JobFolders {
  readonly workspace: string
  readonly runnerWorkspace: string
  readonly temp: string
  readonly toolCache: string
  readonly eventFile: string
}

/** What earlier stages and commands left for the next process. */
export interface CarriedOver {
  readonly env: Readonly<Record<string, string>>
  /** Folders put in front of PATH; the last one added comes first. */
  readonly path: ReadonlyArray<string>
  readonly state: Readonly<Record<string, string>>
}

const GITHUB_DEFAULTS: GitHubFacts = {
  repository: 'octo-org/analytics',
  eventName: 'push',
  event: {},
  sha: 'ffac537e6cbbf934b08745a378932722df287a53',
  ref: 'refs/heads/main',
  headRef: '',
  baseRef: '',
  actor: 'octocat',
  workflow: 'Refresh',
  job: 'refresh',
  runId: '1658821493',
  runNumber: '17',
  runAttempt: '1',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  graphqlUrl: 'https://api.github.com/graphql',
}

/** Passed on from this process: what a machine has and an action needs, and nothing of a test runner. */
const INHERITED =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|(?:http|https|no|all)_proxy|SSL_CERT_\w+|NODE_(?!ENV$|V8_COVERAGE$|CHANNEL|UNIQUE_ID$|ICU_DATA$)\w+)$/i

/** The variables of this process that stand for the machine's own. */
function machineEnvironment(): Readonly<Record<string, string>> {
  const machine: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (INHERITED.test(name) && value !== undefined) machine[name] = value
  }
  return machine
}

/** The `github` context as expressions see it; strings only, but for `event`. */
export function githubContext(
  request: StepRequest,
  folders: JobFolders,
): Readonly<Record<string, unknown>> {
  const facts = { ...GITHUB_DEFAULTS, ...request.github }
  const [owner = ''] = facts.repository.split('/')
  const workflowRef = `${facts.repository}/.github/workflows/refresh.yml@${facts.ref}`
  return {
    action: request.stepId ?? '__run',
    actor: facts.actor,
    actor_id: '583231',
    api_url: facts.apiUrl,
    base_ref: facts.baseRef,
    event: facts.event,
    event_name: facts.eventName,
    event_path: folders.eventFile,
    graphql_url: facts.graphqlUrl,
    head_ref: facts.headRef,
    job: facts.job,
    ref: facts.ref,
    ref_name: facts.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_protected: 'false',
    ref_type: facts.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: facts.repository,
    repository_id: '1296269',
    repository_owner: owner,
    repository_owner_id: '9919',
    retention_days: '90',
    run_attempt: facts.runAttempt,
    run_id: facts.runId,
    run_number: facts.runNumber,
    server_url: facts.serverUrl,
    sha: facts.sha,
    token: request.githubToken ?? '',
    triggering_actor: facts.actor,
    workflow: facts.workflow,
    workflow_ref: workflowRef,
    workflow_sha: facts.sha,
    workspace: folders.workspace,
  }
}

/** The `runner` context. */
export function runnerContext(request: StepRequest, folders: JobFolders) {
  return {
    os: process.platform === 'darwin' ? 'macOS' : 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    name: hostname(),
    environment: 'self-hosted',
    temp: folders.temp,
    tool_cache: folders.toolCache,
    workspace: folders.runnerWorkspace,
    ...(request.debug === true ? { debug: '1' } : {}),
  }
}

/**
 * The environment of one process, in the runner's order: machine, `env:`, what earlier steps set,
 * state (post only has some), inputs, PATH, contexts, the service's variables. Of `github` only the
 * names of GitHubContext.cs are passed, so there is no GITHUB_TOKEN.
 */
export function processEnvironment(
  request: StepRequest,
  folders: JobFolders,
  stage: {
    readonly files: FileCommandPaths
    readonly inputs: ReadonlyMap<string, string>
    readonly carriedOver: CarriedOver
    readonly identity: Readonly<Record<string, string>>
  },
): Readonly<Record<string, string>> {
  const { files, inputs, carriedOver, identity } = stage
  const machine = request.machineEnv ?? machineEnvironment()
  const env: Record<string, string> = { ...machine, ...carriedOver.env, ...request.env }
  for (const [name, value] of Object.entries(carriedOver.state)) env[`STATE_${name}`] = value
  for (const [name, value] of inputs) env[inputVariable(name)] = value
  if (carriedOver.path.length > 0) {
    env.PATH = [...carriedOver.path.toReversed(), env.PATH ?? ''].join(path.delimiter)
  }
  for (const [name, value] of Object.entries({ ...githubContext(request, folders), ...files })) {
    if (name !== 'token' && name !== 'event') env[`GITHUB_${name.toUpperCase()}`] = String(value)
  }
  for (const [name, value] of Object.entries(runnerContext(request, folders))) {
    env[`RUNNER_${name.toUpperCase()}`] = value
  }
  return {
    ...env,
    ...serviceVariables(),
    ...identity,
    GITHUB_ACTIONS: 'true',
    CI: env.CI ?? 'true',
  }
}

/** The heading of a stage in the log (Handler.cs). */
export function headingOf(
  stage: StageName,
  request: StepRequest,
  inputs: ReadonlyMap<string, string>,
  carriedOver: CarriedOver,
): string {
  if (stage === 'post') return 'Post job cleanup.'
  const lines = [`##[group]${displayName(request)}`]
  if (inputs.size > 0) lines.push('with:')
  for (const [name, value] of inputs) if (value !== '') lines.push(`  ${name}: ${value}`)
  const env = Object.entries({ ...carriedOver.env, ...request.env })
  if (env.length > 0) lines.push('env:')
  for (const [name, value] of env) lines.push(`  ${name}: ${value}`)
  return [...lines, '##[endgroup]'].join('\n')
}

/** The name of the step when the workflow gives none. */
export function displayName(request: StepRequest): string {
  return `Run ${request.uses ?? './'}`
}

/** NodeScriptActionHandler.cs gives actions the runtime service; here nothing listens. */
function serviceVariables(): Readonly<Record<string, string>> {
  return {
    ACTIONS_RUNTIME_URL: 'http://127.0.0.1:9/',
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
    ACTIONS_CACHE_URL: 'http://127.0.0.1:9/',
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_ORCHESTRATION_ID: '6d7f1d2c-2f5e-4b0a-9b3e-0c9f3f1f7c11.refresh.__default',
  }
}

/** The service's own token, a secret of the job. */
export const RUNTIME_TOKEN = 'runner-host-runtime-token'
