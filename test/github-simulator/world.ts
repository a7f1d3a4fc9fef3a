import { createGitObjects, type GitObjects } from './git-objects.ts'
import type { OperationId } from './schema.ts'

/** What a token may do, as `permissions:` of a job has it. */
export type Permission = 'contents' | 'pull-requests' | 'issues' | 'checks'
export type Level = 'read' | 'write'

/** Who a token speaks for. */
export interface TokenSeed {
  readonly value: string
  /** Such as `github-actions[bot]`. */
  readonly login: string
  /** An app's installation (GITHUB_TOKEN is one) or a user's personal token; only apps make check runs. */
  readonly kind: 'app' | 'user'
  readonly permissions: Readonly<Partial<Record<Permission, Level>>>
}

export interface PullSeed {
  readonly number: number
  readonly headSha: string
  /** Owner and branch the pull request comes from. */
  readonly headOwner?: string
  readonly headBranch?: string
  readonly state?: 'open' | 'closed'
  /** Why nobody may comment on it, such as that it is locked. */
  readonly refusal?: string
}

export interface Comment {
  readonly id: number
  readonly issue: number
  readonly login: string
  body: string
}

export interface CheckRun {
  readonly id: number
  name: string
  readonly headSha: string
  readonly login: string
  externalId?: string
  detailsUrl?: string
  status: string
  conclusion?: string
  output?: { readonly title: string; readonly summary: string }
}

/** An answer in place of the usual one, or a delay before it. */
export interface Fault {
  /** Left out: any operation. */
  readonly operation?: OperationId
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
  /** Of the answer: what the request does is done when it arrives. */
  readonly delayMs?: number
  /** The connection is reset instead of answered. */
  readonly reset?: boolean
  /** The request has its effect all the same; only its answer is lost. Default false. */
  readonly takesEffect?: boolean
  /** How often; default once. */
  readonly times?: number
}

/** One request as it was received. */
export interface RequestRecord {
  readonly operation: OperationId | null
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly login: string | undefined
  readonly violations: ReadonlyArray<string>
  status: number
}

export interface WorldOptions {
  /** Default `octo-org/analytics`. */
  readonly repository?: string
  readonly defaultBranch?: string
  readonly tokens?: ReadonlyArray<TokenSeed>
  readonly pulls?: ReadonlyArray<PullSeed>
  /** Commits that exist besides the heads of the pull requests. */
  readonly commits?: ReadonlyArray<string>
  readonly faults?: ReadonlyArray<Fault>
}

/** A repository on GitHub, in memory. */
export interface World {
  readonly repository: string
  readonly defaultBranch: string
  readonly tokens: ReadonlyMap<string, TokenSeed>
  readonly pulls: ReadonlyArray<PullSeed>
  readonly commits: ReadonlySet<string>
  readonly comments: Array<Comment>
  readonly checkRuns: Array<CheckRun>
  readonly git: GitObjects
  /** Branch tips by their full names, such as `refs/heads/main`. */
  readonly refs: Map<string, string>
  readonly requests: Array<RequestRecord>
  readonly faults: Array<Fault>
  readonly nextId: () => number
  /** A comment of somebody, as it stands before the story begins. */
  readonly addComment: (issue: number, login: string, body: string) => Comment
  /** The files on a branch: their paths and bytes. */
  readonly filesOn: (branch: string) => ReadonlyMap<string, Buffer>
}

/** What `GITHUB_TOKEN` is when the job asks for everything the reports can use. */
export const sampleGitHubToken: TokenSeed = {
  value: 'ghs_simulatedTokenOfTheJob0123456789abcdef',
  login: 'github-actions[bot]',
  kind: 'app',
  permissions: { contents: 'write', 'pull-requests': 'write', checks: 'write' },
}

/** What `GITHUB_TOKEN` is for a pull request from a fork: it reads and writes nothing. */
export const forkGitHubToken: TokenSeed = {
  ...sampleGitHubToken,
  permissions: { contents: 'read', 'pull-requests': 'read', checks: 'read' },
}

export function createWorld(options: WorldOptions = {}): World {
  const git = createGitObjects()
  const refs = new Map<string, string>()
  const defaultBranch = options.defaultBranch ?? 'main'
  const readme = git.addTree([
    { path: 'README.md', sha: git.addBlob(Buffer.from('# analytics\n')) },
  ])
  const first = git.addCommit({ tree: readme ?? '', parents: [], message: 'Begin' })
  refs.set(`refs/heads/${defaultBranch}`, first)
  let lastId = 1_000
  const nextId = () => {
    lastId += 1
    return lastId
  }
  const comments: Array<Comment> = []
  const pulls = options.pulls ?? []
  return {
    repository: options.repository ?? 'octo-org/analytics',
    defaultBranch,
    tokens: new Map((options.tokens ?? [sampleGitHubToken]).map((token) => [token.value, token])),
    pulls,
    commits: new Set([first, ...pulls.map(({ headSha }) => headSha), ...(options.commits ?? [])]),
    comments,
    checkRuns: [],
    git,
    refs,
    requests: [],
    faults: [...(options.faults ?? [])],
    nextId,
    addComment(issue, login, body) {
      const comment: Comment = { id: nextId(), issue, login, body }
      comments.push(comment)
      return comment
    },
    filesOn(branch) {
      const tip = refs.get(`refs/heads/${branch}`)
      const tree = tip === undefined ? undefined : git.commit(tip)?.tree
      const files = tree === undefined ? new Map<string, string>() : git.files(tree)
      return new Map([...files].map(([path, sha]) => [path, git.blob(sha) ?? Buffer.alloc(0)]))
    },
  }
}
