import { gitHubErrorOf } from './call.ts'
import type { GitHubClient } from './connect.ts'

/** A comment of a pull request. */
export type Comment = Awaited<ReturnType<Repository['updateComment']>>

/** The facts of a pull request that reports need. */
export type PullRequest = ReturnType<typeof pullOf>

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

/** An entry of a Git tree. */
export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
}

/** The endpoints of one repository that reports use, for the calls of one report. */
export type Repository = ReturnType<typeof openRepository>

/** Opens a repository. Every failure is a GitHubError. */
export function openRepository(
  client: GitHubClient,
  { owner, repo }: { readonly owner: string; readonly repo: string },
) {
  const { repos, pulls, issues, checks, git } = client.rest
  const here = { owner, repo }
  return {
    async defaultBranch() {
      return (await repos.get(here)).data.default_branch
    },

    async getPull(number: number) {
      return pullOf((await pulls.get({ ...here, pull_number: number })).data)
    },

    /** The pull requests, open ones first, from one branch of one owner. */
    async pullsFrom(headOwner: string, branch: string) {
      const head = `${headOwner}:${branch}`
      const { data } = await pulls.list({ ...here, head, state: 'all', per_page: 100 })
      return data.map(pullOf).sort((a, b) => Number(b.isOpen) - Number(a.isOpen))
    },

    async listComments(pull: number) {
      const parameters = { ...here, issue_number: pull, per_page: 100 }
      return (await client.paginate(issues.listComments, parameters)).map(commentOf)
    },

    async createComment(pull: number, body: string) {
      return commentOf((await issues.createComment({ ...here, issue_number: pull, body })).data)
    },

    async updateComment(id: number, body: string) {
      return commentOf((await issues.updateComment({ ...here, comment_id: id, body })).data)
    },

    /** The check runs on a commit with this name and external id. */
    async findCheckRuns(headSha: string, name: string, externalId: string) {
      const parameters = { ref: headSha, check_name: name, filter: 'all', per_page: 100 } as const
      const { data } = await checks.listForRef({ ...here, ...parameters })
      return data.check_runs
        .filter(({ external_id }) => external_id === externalId)
        .map(({ id, status }) => ({ id, isCompleted: status === 'completed' }))
    },

    /** Returns the new check run's id. */
    async createCheckRun(headSha: string, fields: CheckRunFields) {
      return (await checks.create({ ...here, head_sha: headSha, ...checkRunBody(fields) })).data.id
    },

    async updateCheckRun(id: number, fields: CheckRunFields): Promise<void> {
      await checks.update({ ...here, check_run_id: id, ...checkRunBody(fields) })
    },

    /** The commit of a branch; undefined if there is no such branch. */
    async branchTip(branch: string): Promise<string | undefined> {
      try {
        return (await git.getRef({ ...here, ref: `heads/${branch}` })).data.object.sha
      } catch (error) {
        if (gitHubErrorOf(error).status === 404) return undefined
        throw error
      }
    },

    async createBranch(branch: string, sha: string): Promise<void> {
      await git.createRef({ ...here, ref: `refs/heads/${branch}`, sha })
    },

    /** Fast-forwards a branch. GitHub refuses anything else with a 422. */
    async moveBranch(branch: string, sha: string): Promise<void> {
      await git.updateRef({ ...here, ref: `heads/${branch}`, sha, force: false })
    },

    async treeOfCommit(sha: string) {
      return (await git.getCommit({ ...here, commit_sha: sha })).data.tree.sha
    },

    async getTree(sha: string): Promise<ReadonlyArray<TreeEntry>> {
      return (await git.getTree({ ...here, tree_sha: sha })).data.tree
    },

    async createBlob(bytes: Uint8Array) {
      const content = Buffer.from(bytes).toString('base64')
      return (await git.createBlob({ ...here, content, encoding: 'base64' })).data.sha
    },

    /** @param base the tree whose other entries the new one keeps; undefined for none. */
    async createTree(tree: ReadonlyArray<TreeEntry>, base: string | undefined): Promise<string> {
      // The client's method does not accept the entries of its own responses, because it types their modes differently.
      const route: string = 'POST /repos/{owner}/{repo}/git/trees'
      return (await client.request(route, { ...here, tree, base_tree: base })).data.sha
    },

    async createCommit(message: string, tree: string, parent: string | undefined) {
      const parents = parent === undefined ? [] : [parent]
      return (await git.createCommit({ ...here, message, tree, parents })).data.sha
    },
  }
}

function checkRunBody(fields: CheckRunFields) {
  const { name, externalId, conclusion, detailsUrl, title, summary } = fields
  return {
    name,
    external_id: externalId,
    ...(conclusion === undefined
      ? { status: 'in_progress' as const }
      : { status: 'completed' as const, conclusion }),
    ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
    output: { title, summary },
  }
}

function pullOf(pull: { number: number; state: string; head: { sha: string } }) {
  return { number: pull.number, isOpen: pull.state === 'open', headSha: pull.head.sha }
}

/** A deleted account has no user. */
function commentOf(comment: {
  id: number
  body?: string
  html_url: string
  user: { login: string; id: number } | null
}) {
  const { id, body = '', html_url, user } = comment
  return { id, body, author: user?.login, authorId: user?.id, url: html_url }
}
