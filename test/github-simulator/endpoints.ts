import type { TreeChange } from './git-objects.ts'
import { asRecord, asText } from './json.ts'
import type { Matched, OperationId } from './schema.ts'
import type { CheckRun, Comment, Level, Permission, TokenSeed, World } from './world.ts'

/** What the simulator answers. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that was understood, and who makes it. */
export interface Call extends Matched {
  readonly body: Readonly<Record<string, unknown>>
  readonly token: TokenSeed
  /** Scheme and host of the simulator. */
  readonly host: string
  /** The request's own address, for the links of paging. */
  readonly url: URL
}

interface Endpoint {
  /** Any of these is enough (GitHub's documentation of each endpoint, "Fine-grained access tokens"). */
  readonly needs: ReadonlyArray<readonly [Permission, Level]>
  readonly answer: (world: World, call: Call) => Answer
}

export const endpoints: Readonly<Record<OperationId, Endpoint>> = {
  'repos/get': { needs: [], answer: getRepository },
  'pulls/list': { needs: [['pull-requests', 'read']], answer: listPulls },
  'pulls/get': { needs: [['pull-requests', 'read']], answer: getPull },
  'issues/list-comments': { needs: anyOf('read'), answer: listComments },
  'issues/create-comment': { needs: anyOf('write'), answer: createComment },
  'issues/update-comment': { needs: anyOf('write'), answer: updateComment },
  'checks/create': { needs: [['checks', 'write']], answer: createCheckRun },
  'checks/update': { needs: [['checks', 'write']], answer: updateCheckRun },
  'checks/list-for-ref': { needs: [['checks', 'read']], answer: listCheckRuns },
  'git/get-ref': { needs: [['contents', 'read']], answer: getRef },
  'git/create-ref': { needs: [['contents', 'write']], answer: createRef },
  'git/update-ref': { needs: [['contents', 'write']], answer: updateRef },
  'git/get-commit': { needs: [['contents', 'read']], answer: getCommit },
  'git/create-commit': { needs: [['contents', 'write']], answer: createCommit },
  'git/get-tree': { needs: [['contents', 'read']], answer: getTree },
  'git/create-tree': { needs: [['contents', 'write']], answer: createTree },
  'git/create-blob': { needs: [['contents', 'write']], answer: createBlob },
}

/** GitHub's words where it refuses. */
export function refusal(status: number, message: string): Answer {
  return {
    status,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  }
}

function anyOf(level: Level): ReadonlyArray<readonly [Permission, Level]> {
  return [
    ['issues', level],
    ['pull-requests', level],
  ]
}

function getRepository(world: World): Answer {
  const [owner = '', name] = world.repository.split('/')
  return ok({
    id: 1_296_269,
    name,
    full_name: world.repository,
    owner: { login: owner },
    default_branch: world.defaultBranch,
    private: true,
  })
}

function listPulls(world: World, { query, url }: Call): Answer {
  const state = query['state'] ?? 'open'
  const head = query['head']
  const pulls = world.pulls.filter(
    (pull) =>
      (state === 'all' || (pull.state ?? 'open') === state) &&
      (head === undefined || head === `${ownerOf(world, pull)}:${pull.headBranch ?? ''}`),
  )
  return page(
    pulls.map((pull) => pullOf(world, pull.number)),
    query,
    url,
  )
}

function getPull(world: World, { parameters }: Call): Answer {
  const pull = pullOf(world, Number(parameters['pull_number']))
  return pull === undefined ? refusal(404, 'Not Found') : ok(pull)
}

function pullOf(world: World, number: number) {
  const pull = world.pulls.find((each) => each.number === number)
  if (pull === undefined) return undefined
  const owner = ownerOf(world, pull)
  return {
    number,
    state: pull.state ?? 'open',
    head: { sha: pull.headSha, ref: pull.headBranch ?? '', user: { login: owner } },
    base: { ref: world.defaultBranch },
  }
}

function ownerOf(world: World, pull: { readonly headOwner?: string }): string {
  return pull.headOwner ?? world.repository.split('/')[0] ?? ''
}

function listComments(world: World, { parameters, query, url }: Call): Answer {
  const issue = Number(parameters['issue_number'])
  if (!world.pulls.some(({ number }) => number === issue)) return refusal(404, 'Not Found')
  const comments = world.comments.filter((comment) => comment.issue === issue)
  return page(comments.map(commentOf), query, url)
}

function createComment(world: World, { parameters, body, token }: Call): Answer {
  const issue = Number(parameters['issue_number'])
  const pull = world.pulls.find(({ number }) => number === issue)
  if (pull === undefined) return refusal(404, 'Not Found')
  if (pull.refusal !== undefined) return refusal(403, pull.refusal)
  const text = asText(body['body']) ?? ''
  const complaint = bodyComplaint(text)
  if (complaint !== undefined) return complaint
  return { status: 201, body: commentOf(world.addComment(issue, token.login, text)) }
}

function updateComment(world: World, { parameters, body }: Call): Answer {
  const comment = world.comments.find(({ id }) => id === Number(parameters['comment_id']))
  if (comment === undefined) return refusal(404, 'Not Found')
  const text = asText(body['body']) ?? ''
  const complaint = bodyComplaint(text)
  if (complaint !== undefined) return complaint
  comment.body = text
  return ok(commentOf(comment))
}

/** GitHub counts characters: 65,536 are the most. */
function bodyComplaint(text: string): Answer | undefined {
  if (text.trim() === '') return refusal(422, "Validation Failed: body can't be blank")
  return [...text].length > 65_536
    ? refusal(422, 'Validation Failed: Body is too long (maximum is 65536 characters)')
    : undefined
}

function commentOf({ id, login, body, issue }: Comment) {
  const type = login.endsWith('[bot]') ? 'Bot' : 'User'
  // Any number, as long as each account has its own.
  const accountId = [...login].reduce((sum, it) => (sum * 31 + it.charCodeAt(0)) % 1_000_003, 7)
  return {
    id,
    body,
    user: { login, id: accountId, type },
    html_url: `https://github.com/octo-org/analytics/pull/${issue}#issuecomment-${id}`,
  }
}

function createCheckRun(world: World, { body, token }: Call): Answer {
  if (token.kind === 'user') return refusal(403, 'You must authenticate via a GitHub App.')
  const headSha = asText(body['head_sha']) ?? ''
  if (!world.commits.has(headSha)) return refusal(422, `No commit found for SHA: ${headSha}`)
  const run: CheckRun = {
    id: world.nextId(),
    name: asText(body['name']) ?? '',
    headSha,
    login: token.login,
    status: 'queued',
  }
  const complaint = changeCheckRun(run, body)
  if (complaint !== undefined) return complaint
  world.checkRuns.push(run)
  return { status: 201, body: checkRunOf(run) }
}

function updateCheckRun(world: World, { parameters, body, token }: Call): Answer {
  const run = world.checkRuns.find(({ id }) => id === Number(parameters['check_run_id']))
  if (run === undefined || run.login !== token.login) return refusal(404, 'Not Found')
  return changeCheckRun(run, body) ?? ok(checkRunOf(run))
}

function changeCheckRun(run: CheckRun, body: Call['body']): Answer | undefined {
  const output = asRecord(body['output'])
  const summary = asText(output?.['summary'])
  // The document counts characters; what GitHub counts are bytes (rest-api-description, issue 5399).
  if (summary !== undefined && Buffer.byteLength(summary) > 65_535) {
    return refusal(422, 'Invalid request. Only 65535 characters are allowed; summary is too long.')
  }
  if (typeof body['external_id'] === 'string') run.externalId = body['external_id']
  if (typeof body['details_url'] === 'string') run.detailsUrl = body['details_url']
  if (typeof body['status'] === 'string') run.status = body['status']
  if (typeof body['conclusion'] === 'string') {
    run.conclusion = body['conclusion']
    run.status = 'completed'
  }
  if (output !== undefined)
    run.output = { title: asText(output['title']) ?? '', summary: summary ?? '' }
  return undefined
}

function listCheckRuns(world: World, { parameters, query, url }: Call): Answer {
  const name = query['check_name']
  const runs = world.checkRuns.filter(
    (run) => run.headSha === parameters['ref'] && (name === undefined || run.name === name),
  )
  const listed = page(runs.map(checkRunOf), query, url)
  return { ...listed, body: { total_count: runs.length, check_runs: listed.body } }
}

function checkRunOf(run: CheckRun) {
  return {
    id: run.id,
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    details_url: run.detailsUrl ?? null,
    status: run.status,
    conclusion: run.conclusion ?? null,
    html_url: `https://github.com/octo-org/analytics/runs/${run.id}`,
  }
}

function getRef(world: World, { parameters }: Call): Answer {
  const ref = `refs/${parameters['ref']}`
  const sha = world.refs.get(ref)
  return sha === undefined ? refusal(404, 'Not Found') : ok(refOf(ref, sha))
}

function createRef(world: World, { body }: Call): Answer {
  const [ref, sha] = [asText(body['ref']) ?? '', asText(body['sha']) ?? '']
  if (!/^refs\/[^/]+\/.+/.test(ref)) return refusal(422, 'Reference name is not valid')
  if (world.git.commit(sha) === undefined) return refusal(422, 'Object does not exist')
  if (world.refs.has(ref)) return refusal(422, 'Reference already exists')
  world.refs.set(ref, sha)
  return { status: 201, body: refOf(ref, sha) }
}

function updateRef(world: World, { parameters, body }: Call): Answer {
  const ref = `refs/${parameters['ref']}`
  const sha = asText(body['sha']) ?? ''
  const before = world.refs.get(ref)
  if (before === undefined) return refusal(422, 'Reference does not exist')
  if (world.git.commit(sha) === undefined) return refusal(422, 'Object does not exist')
  if (body['force'] !== true && !world.git.isAncestor(before, sha)) {
    return refusal(422, 'Update is not a fast forward')
  }
  world.refs.set(ref, sha)
  return ok(refOf(ref, sha))
}

function refOf(ref: string, sha: string) {
  return { ref, object: { type: 'commit', sha } }
}

function getCommit(world: World, { parameters }: Call): Answer {
  const sha = parameters['commit_sha'] ?? ''
  const commit = world.git.commit(sha)
  return commit === undefined ? refusal(404, 'Not Found') : ok(commitOf(world, sha))
}

function createCommit(world: World, { body }: Call): Answer {
  const tree = asText(body['tree']) ?? ''
  const parents = Array.isArray(body['parents']) ? body['parents'].map(String) : []
  if (world.git.tree(tree) === undefined) return refusal(422, 'Tree SHA does not exist')
  if (parents.some((parent) => world.git.commit(parent) === undefined)) {
    return refusal(422, 'Parent SHA does not exist or is not a commit object')
  }
  const sha = world.git.addCommit({ tree, parents, message: asText(body['message']) ?? '' })
  return { status: 201, body: commitOf(world, sha) }
}

function commitOf(world: World, sha: string) {
  const commit = world.git.commit(sha)
  return {
    sha,
    message: commit?.message,
    tree: { sha: commit?.tree },
    parents: commit?.parents.map((parent) => ({ sha: parent })),
  }
}

function getTree(world: World, { parameters }: Call): Answer {
  const sha = parameters['tree_sha'] ?? ''
  const tree = world.git.tree(sha)
  return tree === undefined ? refusal(404, 'Not Found') : ok({ sha, tree, truncated: false })
}

function createTree(world: World, { body }: Call): Answer {
  const changes = (Array.isArray(body['tree']) ? body['tree'] : []) as ReadonlyArray<TreeChange>
  const sha = world.git.addTree(changes, asText(body['base_tree']))
  if (sha === undefined) return refusal(422, 'tree.sha is not a valid blob, tree or commit')
  return { status: 201, body: { sha, tree: world.git.tree(sha), truncated: false } }
}

function createBlob(world: World, { body }: Call): Answer {
  const encoding = body['encoding'] === 'base64' ? 'base64' : 'utf8'
  const sha = world.git.addBlob(Buffer.from(asText(body['content']) ?? '', encoding))
  return { status: 201, body: { sha, url: `https://api.github.com/git/blobs/${sha}` } }
}

/** GitHub's pages: 30 entries unless `per_page` says otherwise, 100 at most, the next one in `link`. */
function page(entries: ReadonlyArray<unknown>, query: Call['query'], url: URL): Answer {
  const size = Math.min(100, Number(query['per_page'] ?? 30))
  const number = Number(query['page'] ?? 1)
  const shown = entries.slice((number - 1) * size, number * size)
  if (number * size >= entries.length) return ok(shown)
  const next = new URL(url)
  next.searchParams.set('page', String(number + 1))
  return { ...ok(shown), headers: { link: `<${next.href}>; rel="next"` } }
}

function ok(body: unknown): Answer {
  return { status: 200, body }
}
