import { asNumber, asRecord, asText } from '../json.ts'
import type { Caller, CallTime } from './call.ts'
import { GitHubError } from './errors.ts'
import type { Reply } from './exchange.ts'

/** A comment of a pull request. */
export interface Comment {
  readonly id: number
  readonly body: string
  /** For example `github-actions[bot]`; undefined if the account was deleted. */
  readonly author?: string
  readonly authorId?: number
  readonly url?: string
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
  readonly status: 'in_progress' | 'completed'
  readonly conclusion?: CheckConclusion
  readonly detailsUrl?: string
  readonly title: string
  /** Markdown, at most 65,535 bytes (API reference). */
  readonly summary: string
}

/** The facts of a check run that are needed to complete it. */
export interface CheckRun {
  readonly id: number
  readonly isCompleted: boolean
}

export type CheckConclusion = 'success' | 'failure' | 'cancelled' | 'timed_out' | 'neutral'

/** An entry of a Git tree. */
export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
}

/** The endpoints of one repository that reports use. */
export interface Repository {
  defaultBranch(time: CallTime): Promise<string>
  /** The login of the token's user. */
  viewer(time: CallTime): Promise<string>
  getPull(number: number, time: CallTime): Promise<PullRequest>
  /** The pull requests, open ones first, from one branch of one owner. */
  pullsFrom(owner: string, branch: string, time: CallTime): Promise<ReadonlyArray<PullRequest>>
  listComments(
    pull: number,
    page: number,
    time: CallTime,
  ): Promise<{ readonly comments: ReadonlyArray<Comment>; readonly hasNext: boolean }>
  createComment(pull: number, body: string, time: CallTime): Promise<Comment>
  updateComment(id: number, body: string, time: CallTime): Promise<Comment>
  /** The check runs on a commit with this name and external id. */
  findCheckRuns(
    headSha: string,
    name: string,
    externalId: string,
    time: CallTime,
  ): Promise<ReadonlyArray<CheckRun>>
  createCheckRun(headSha: string, fields: CheckRunFields, time: CallTime): Promise<number>
  updateCheckRun(id: number, fields: CheckRunFields, time: CallTime): Promise<void>
  /** The commit of a branch; undefined if there is no such branch. */
  branchTip(branch: string, time: CallTime): Promise<string | undefined>
  createBranch(branch: string, sha: string, time: CallTime): Promise<void>
  /** Fast-forwards a branch. GitHub refuses anything else with a 422. */
  moveBranch(branch: string, sha: string, time: CallTime): Promise<void>
  treeOfCommit(sha: string, time: CallTime): Promise<string>
  getTree(sha: string, time: CallTime): Promise<ReadonlyArray<TreeEntry>>
  createBlob(bytes: Uint8Array, time: CallTime): Promise<string>
  createTree(
    entries: ReadonlyArray<TreeEntry>,
    base: string | undefined,
    time: CallTime,
  ): Promise<string>
  createCommit(
    message: string,
    tree: string,
    parent: string | undefined,
    time: CallTime,
  ): Promise<string>
}

/** Identifies a repository. */
export interface RepositoryAddress {
  readonly owner: string
  readonly repo: string
  /** The URL of the GraphQL endpoint. On GitHub Enterprise Server it does not follow from the REST API's. */
  readonly graphqlUrl: string
}

const root = '/repos/{owner}/{repo}'

/** The repository's endpoints over a caller. Every failure is a GitHubError. */
export function openRepository(
  call: Caller,
  { owner, repo, graphqlUrl }: RepositoryAddress,
): Repository {
  /** Reads, and POSTs of Git objects that are named by their content, can be repeated. Other POSTs can't. */
  const ask = (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    time: CallTime,
    repeatable = !route.startsWith('POST'),
  ) => call({ route, parameters: { owner, repo, ...parameters }, repeatable, time })

  return {
    async defaultBranch(time) {
      const route = `GET ${root}`
      return textIn(route, await ask(route, {}, time), 'default_branch')
    },
    async viewer(time) {
      const route = `POST ${graphqlUrl}`
      const parameters = { query: '{ viewer { login } }' }
      const reply = await call({ route, parameters, repeatable: true, time })
      const viewer = asRecord(asRecord(asRecord(reply.data)?.['data'])?.['viewer'])
      const login = asText(viewer?.['login'])
      if (login === undefined) throw new GitHubError(route, reply)
      return login
    },
    async getPull(number, time) {
      const route = `GET ${root}/pulls/{pull_number}`
      const reply = await ask(route, { pull_number: number }, time)
      return known(route, reply, readPull(reply.data))
    },
    async pullsFrom(headOwner, branch, time) {
      const route = `GET ${root}/pulls`
      const parameters = { head: `${headOwner}:${branch}`, state: 'all', per_page: 100 }
      const { data } = await ask(route, parameters, time)
      const pulls = listOf(data).flatMap((pull) => readPull(pull) ?? [])
      return [...pulls.filter(({ isOpen }) => isOpen), ...pulls.filter(({ isOpen }) => !isOpen)]
    },
    async listComments(pull, page, time) {
      const route = `GET ${root}/issues/{issue_number}/comments`
      const parameters = { issue_number: pull, per_page: 100, page }
      const { data, headers } = await ask(route, parameters, time)
      return {
        comments: listOf(data).flatMap((comment) => readComment(comment) ?? []),
        hasNext: /rel="next"/.test(headers['link'] ?? ''),
      }
    },
    async createComment(pull, body, time) {
      const route = `POST ${root}/issues/{issue_number}/comments`
      const reply = await ask(route, { issue_number: pull, body }, time)
      return known(route, reply, readComment(reply.data))
    },
    async updateComment(id, body, time) {
      const route = `PATCH ${root}/issues/comments/{comment_id}`
      const reply = await ask(route, { comment_id: id, body }, time)
      return known(route, reply, readComment(reply.data))
    },
    async findCheckRuns(headSha, name, externalId, time) {
      const route = `GET ${root}/commits/{ref}/check-runs`
      const parameters = { ref: headSha, check_name: name, filter: 'all', per_page: 100 }
      const { data } = await ask(route, parameters, time)
      return listOf(asRecord(data)?.['check_runs']).flatMap((run) => {
        const record = asRecord(run)
        const id = asNumber(record?.['id'])
        return id === undefined || record?.['external_id'] !== externalId
          ? []
          : [{ id, isCompleted: record['status'] === 'completed' }]
      })
    },
    async createCheckRun(headSha, fields, time) {
      const route = `POST ${root}/check-runs`
      const reply = await ask(route, { head_sha: headSha, ...checkRunBody(fields) }, time)
      return known(route, reply, asNumber(asRecord(reply.data)?.['id']))
    },
    async updateCheckRun(id, fields, time) {
      await ask(
        `PATCH ${root}/check-runs/{check_run_id}`,
        { check_run_id: id, ...checkRunBody(fields) },
        time,
      )
    },
    async branchTip(branch, time) {
      const route = `GET ${root}/git/ref/{ref}`
      try {
        const reply = await ask(route, { ref: `heads/${branch}` }, time)
        return known(route, reply, asText(asRecord(asRecord(reply.data)?.['object'])?.['sha']))
      } catch (error) {
        if (error instanceof GitHubError && error.status === 404) return undefined
        throw error
      }
    },
    async createBranch(branch, sha, time) {
      await ask(`POST ${root}/git/refs`, { ref: `refs/heads/${branch}`, sha }, time)
    },
    async moveBranch(branch, sha, time) {
      const route = `PATCH ${root}/git/refs/{ref}`
      await ask(route, { ref: `heads/${branch}`, sha, force: false }, time)
    },
    async treeOfCommit(sha, time) {
      const route = `GET ${root}/git/commits/{commit_sha}`
      const reply = await ask(route, { commit_sha: sha }, time)
      return known(route, reply, asText(asRecord(asRecord(reply.data)?.['tree'])?.['sha']))
    },
    async getTree(sha, time) {
      const { data } = await ask(`GET ${root}/git/trees/{tree_sha}`, { tree_sha: sha }, time)
      return listOf(asRecord(data)?.['tree']).flatMap((entry) => readTreeEntry(entry) ?? [])
    },
    async createBlob(bytes, time) {
      const route = `POST ${root}/git/blobs`
      const content = Buffer.from(bytes).toString('base64')
      return textIn(route, await ask(route, { content, encoding: 'base64' }, time, true), 'sha')
    },
    async createTree(entries, base, time) {
      const route = `POST ${root}/git/trees`
      const parameters = { tree: entries, ...(base === undefined ? {} : { base_tree: base }) }
      return textIn(route, await ask(route, parameters, time, true), 'sha')
    },
    async createCommit(message, tree, parent, time) {
      const route = `POST ${root}/git/commits`
      const parameters = { message, tree, parents: parent === undefined ? [] : [parent] }
      return textIn(route, await ask(route, parameters, time, true), 'sha')
    },
  }
}

function checkRunBody(fields: CheckRunFields) {
  const { name, externalId, status, conclusion, detailsUrl, title, summary } = fields
  return {
    name,
    external_id: externalId,
    status,
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
    output: { title, summary },
  }
}

function readComment(value: unknown): Comment | undefined {
  const record = asRecord(value)
  const id = asNumber(record?.['id'])
  const user = asRecord(record?.['user'])
  const author = asText(user?.['login'])
  const authorId = asNumber(user?.['id'])
  const url = asText(record?.['html_url'])
  return id === undefined
    ? undefined
    : {
        id,
        body: asText(record?.['body']) ?? '',
        ...(author === undefined ? {} : { author }),
        ...(authorId === undefined ? {} : { authorId }),
        ...(url === undefined ? {} : { url }),
      }
}

function readPull(value: unknown): PullRequest | undefined {
  const record = asRecord(value)
  const number = asNumber(record?.['number'])
  const headSha = asText(asRecord(record?.['head'])?.['sha'])
  const isOpen = record?.['state'] === 'open'
  return number === undefined || headSha === undefined ? undefined : { number, isOpen, headSha }
}

function readTreeEntry(value: unknown): TreeEntry | undefined {
  const record = asRecord(value)
  const [path, mode] = [asText(record?.['path']), asText(record?.['mode'])]
  const [type, sha] = [asText(record?.['type']), asText(record?.['sha'])]
  return path === undefined || mode === undefined || type === undefined || sha === undefined
    ? undefined
    : { path, mode, type, sha }
}

function textIn(route: string, reply: Reply, name: string): string {
  return known(route, reply, asText(asRecord(reply.data)?.[name]))
}

/** A success without the expected fields is not from GitHub, but from something in between. */
function known<T>(route: string, reply: Reply, value: T | undefined): T {
  if (value === undefined) throw new GitHubError(route, { ...reply, data: undefined })
  return value
}

function listOf(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value : []
}
