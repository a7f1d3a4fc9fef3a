import { asNumber, asRecord, asText } from '../json.ts'
import { type Caller, type CallTime, GitHubError, gitHubErrorOf, type Reply } from './call.ts'
import type { Job } from './job.ts'

/** A comment of a pull request. */
export interface Comment {
  readonly id: number
  readonly body: string
  /** For example `github-actions[bot]`; undefined if the account was deleted. */
  readonly author: string | undefined
  readonly authorId: number | undefined
  readonly url: string | undefined
}

/** The facts of a pull request that reports need. */
export interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  readonly headSha: string
}

/** The fields of a check run that the reports set. */
export interface CheckRunFields {
  readonly name: string
  readonly externalId: string
  /** Undefined while the check run is in progress. */
  readonly conclusion?: CheckConclusion
  readonly detailsUrl: string | undefined
  readonly title: string
  /** Markdown, at most 65,535 bytes (API reference). */
  readonly summary: string
}

export type CheckConclusion = 'success' | 'failure' | 'cancelled' | 'timed_out' | 'neutral'

/** The facts of a check run that are needed to complete it. */
export interface CheckRun {
  readonly id: number
  readonly isCompleted: boolean
}

/** An entry of a Git tree. */
export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
}

/** The endpoints of one repository that reports use, for the calls of one report. */
export type Repository = ReturnType<typeof openRepository>

type Parameters = Readonly<Record<string, unknown>>

/** Opens a repository for calls within this time. Every failure is a GitHubError. */
export function openRepository(
  call: Caller,
  { owner, repo, graphqlUrl }: Pick<Job, 'owner' | 'repo' | 'graphqlUrl'>,
  time: CallTime,
) {
  const root = '/repos/{owner}/{repo}'

  /** Reads, and POSTs of Git objects that are named by their content, can be repeated. Other POSTs can't. */
  const send = (route: string, parameters: Parameters, repeatable = !route.startsWith('POST')) =>
    call({ route, parameters: { owner, repo, ...parameters }, repeatable, time })

  /** Sends a request and parses the response. */
  const ask = async <T>(
    route: string,
    parameters: Parameters,
    parse: (data: unknown) => T | undefined,
    repeatable?: boolean,
  ): Promise<T> => known(route, await send(route, parameters, repeatable), parse)

  return {
    defaultBranch: () => ask(`GET ${root}`, {}, textAt('default_branch')),

    /** The login of the token's user. */
    async viewer(): Promise<string> {
      const route = `POST ${graphqlUrl}`
      const parameters = { query: '{ viewer { login } }' }
      const reply = await call({ route, parameters, repeatable: true, time })
      return known(route, reply, textAt('data', 'viewer', 'login'))
    },

    getPull: (number: number) =>
      ask(`GET ${root}/pulls/{pull_number}`, { pull_number: number }, readPull),

    /** The pull requests, open ones first, from one branch of one owner. */
    async pullsFrom(headOwner: string, branch: string): Promise<ReadonlyArray<PullRequest>> {
      const parameters = { head: `${headOwner}:${branch}`, state: 'all', per_page: 100 }
      const { data } = await send(`GET ${root}/pulls`, parameters)
      return listOf(data, readPull).sort((a, b) => Number(b.isOpen) - Number(a.isOpen))
    },

    async listComments(pull: number, page: number) {
      const route = `GET ${root}/issues/{issue_number}/comments`
      const { data, headers } = await send(route, { issue_number: pull, per_page: 100, page })
      return {
        comments: listOf(data, readComment),
        hasNext: /rel="next"/.test(headers['link'] ?? ''),
      }
    },

    createComment: (pull: number, body: string) =>
      ask(`POST ${root}/issues/{issue_number}/comments`, { issue_number: pull, body }, readComment),

    updateComment: (id: number, body: string) =>
      ask(`PATCH ${root}/issues/comments/{comment_id}`, { comment_id: id, body }, readComment),

    /** The check runs on a commit with this name and external id. */
    async findCheckRuns(
      headSha: string,
      name: string,
      externalId: string,
    ): Promise<ReadonlyArray<CheckRun>> {
      const parameters = { ref: headSha, check_name: name, filter: 'all', per_page: 100 }
      const { data } = await send(`GET ${root}/commits/{ref}/check-runs`, parameters)
      return listOf(asRecord(data)?.['check_runs'], (run) => {
        const record = asRecord(run)
        const id = asNumber(record?.['id'])
        return id === undefined || record?.['external_id'] !== externalId
          ? undefined
          : { id, isCompleted: record['status'] === 'completed' }
      })
    },

    /** Returns the new check run's id. */
    createCheckRun: (headSha: string, fields: CheckRunFields) =>
      ask(`POST ${root}/check-runs`, { head_sha: headSha, ...checkRunBody(fields) }, (data) =>
        asNumber(asRecord(data)?.['id']),
      ),

    async updateCheckRun(id: number, fields: CheckRunFields): Promise<void> {
      const route = `PATCH ${root}/check-runs/{check_run_id}`
      await send(route, { check_run_id: id, ...checkRunBody(fields) })
    },

    /** The commit of a branch; undefined if there is no such branch. */
    async branchTip(branch: string): Promise<string | undefined> {
      try {
        const parameters = { ref: `heads/${branch}` }
        return await ask(`GET ${root}/git/ref/{ref}`, parameters, textAt('object', 'sha'))
      } catch (error) {
        if (gitHubErrorOf(error).status === 404) return undefined
        throw error
      }
    },

    async createBranch(branch: string, sha: string): Promise<void> {
      await send(`POST ${root}/git/refs`, { ref: `refs/heads/${branch}`, sha })
    },

    /** Fast-forwards a branch. GitHub refuses anything else with a 422. */
    async moveBranch(branch: string, sha: string): Promise<void> {
      await send(`PATCH ${root}/git/refs/{ref}`, { ref: `heads/${branch}`, sha, force: false })
    },

    treeOfCommit: (sha: string) =>
      ask(`GET ${root}/git/commits/{commit_sha}`, { commit_sha: sha }, textAt('tree', 'sha')),

    async getTree(sha: string): Promise<ReadonlyArray<TreeEntry>> {
      const { data } = await send(`GET ${root}/git/trees/{tree_sha}`, { tree_sha: sha })
      return listOf(asRecord(data)?.['tree'], readTreeEntry)
    },

    createBlob(bytes: Uint8Array): Promise<string> {
      const parameters = { content: Buffer.from(bytes).toString('base64'), encoding: 'base64' }
      return ask(`POST ${root}/git/blobs`, parameters, textAt('sha'), true)
    },

    /** @param base the tree whose other entries the new one keeps; undefined for none. */
    createTree: (tree: ReadonlyArray<TreeEntry>, base: string | undefined) =>
      ask(`POST ${root}/git/trees`, { tree, base_tree: base }, textAt('sha'), true),

    createCommit(message: string, tree: string, parent: string | undefined): Promise<string> {
      const parameters = { message, tree, parents: parent === undefined ? [] : [parent] }
      return ask(`POST ${root}/git/commits`, parameters, textAt('sha'), true)
    },
  }
}

function checkRunBody(fields: CheckRunFields) {
  const { name, externalId, conclusion, detailsUrl, title, summary } = fields
  return {
    name,
    external_id: externalId,
    status: conclusion === undefined ? 'in_progress' : 'completed',
    conclusion,
    details_url: detailsUrl,
    output: { title, summary },
  }
}

function readComment(value: unknown): Comment | undefined {
  const record = asRecord(value)
  const id = asNumber(record?.['id'])
  if (id === undefined) return undefined
  return {
    id,
    body: textAt('body')(value) ?? '',
    author: textAt('user', 'login')(value),
    authorId: asNumber(asRecord(record?.['user'])?.['id']),
    url: textAt('html_url')(value),
  }
}

function readPull(value: unknown): PullRequest | undefined {
  const record = asRecord(value)
  const number = asNumber(record?.['number'])
  const headSha = textAt('head', 'sha')(value)
  const isOpen = record?.['state'] === 'open'
  return number === undefined || headSha === undefined ? undefined : { number, isOpen, headSha }
}

function readTreeEntry(value: unknown): TreeEntry | undefined {
  const [path, mode, type, sha] = ['path', 'mode', 'type', 'sha'].map((name) => textAt(name)(value))
  return path === undefined || mode === undefined || type === undefined || sha === undefined
    ? undefined
    : { path, mode, type, sha }
}

/** Reads the text at a path of fields. */
function textAt(...path: ReadonlyArray<string>): (data: unknown) => string | undefined {
  return (data) => asText(path.reduce<unknown>((value, name) => asRecord(value)?.[name], data))
}

/** A success without the expected fields is not from GitHub, but from something in between. */
function known<T>(route: string, reply: Reply, parse: (data: unknown) => T | undefined): T {
  const value = parse(reply.data)
  if (value === undefined) throw new GitHubError(route, { ...reply, data: undefined })
  return value
}

/** Entries that can't be parsed are left out. */
function listOf<T>(value: unknown, parse: (entry: unknown) => T | undefined): Array<T> {
  return Array.isArray(value) ? value.flatMap((entry: unknown) => parse(entry) ?? []) : []
}
