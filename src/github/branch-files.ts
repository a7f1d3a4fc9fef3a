import { type Clock, sleep } from '../clock.ts'
import type { CallTime } from './call.ts'
import { gitHubErrorOf } from './errors.ts'
import type { Repository, TreeEntry } from './repository.ts'

/** Files to put on a branch. */
export interface BranchFiles {
  readonly branch: string
  /** The folder that is ours on it; nothing outside is touched. */
  readonly folder: string
  /** Paths below the day's folder. */
  readonly files: ReadonlyArray<{ readonly path: string; readonly bytes: Uint8Array }>
  readonly message: string
  /** Whole days that pictures stay on the branch. */
  readonly keepDays: number
}

/** The commit that was made, and where the files are in it, in the order they were given. */
export interface CommittedFiles {
  readonly sha: string
  readonly paths: ReadonlyArray<string>
}

const dayMs = 86_400_000
/** Others commit to the branch as well: a whole matrix may, at the same moment. */
const maxTries = 20

/**
 * Puts files on a branch in one commit, without a checkout. The branch is made without a history when it is
 * missing. The branch is only ever moved forward, so that of commits made at the same time none is lost: the
 * one that comes second is made anew on top of the first.
 *
 * Files lie in a folder for each day, and folders of days older than `keepDays` are left out of the commit.
 */
export async function commitFiles(
  repository: Repository,
  request: BranchFiles,
  world: { readonly clock: Clock; readonly random: () => number },
  time: CallTime,
): Promise<CommittedFiles> {
  const day = new Date(world.clock.now()).toISOString().slice(0, 10)
  const entries: Array<TreeEntry> = []
  for (const { path, bytes } of request.files) {
    const sha = await repository.createBlob(bytes, time)
    entries.push({ path, mode: '100644', type: 'blob', sha })
  }
  for (let tries = 1; ; tries += 1) {
    const tip = await repository.branchTip(request.branch, time)
    const tree = await treeOn(repository, tip, request, day, entries, time)
    const sha = await repository.createCommit(request.message, tree, tip, time)
    try {
      if (tip === undefined) await repository.createBranch(request.branch, sha, time)
      else await repository.moveBranch(request.branch, sha, time)
      return { sha, paths: entries.map(({ path }) => `${request.folder}/${day}/${path}`) }
    } catch (error) {
      const wasFirst = await isOnBranch(repository, request.branch, sha, error, time)
      if (wasFirst)
        return { sha, paths: entries.map(({ path }) => `${request.folder}/${day}/${path}`) }
      if (tries >= maxTries || time.signal.aborted) throw error
      await sleep(world.clock, world.random() * Math.min(2_000, 200 * tries), time.signal)
    }
  }
}

/**
 * A branch that moved on meanwhile is a reason to try again; so is an answer that was lost, unless the commit
 * arrived all the same. Anything else is thrown on.
 */
async function isOnBranch(
  repository: Repository,
  branch: string,
  sha: string,
  error: unknown,
  time: CallTime,
): Promise<boolean> {
  const failure = gitHubErrorOf(error)
  if (failure.status === 422 && /fast.forward|already exists|does not exist/i.test(failure.words))
    return false
  if (!failure.mayHaveHappened) throw failure
  return (await repository.branchTip(branch, time)) === sha
}

/** The branch's tree with the new files in it and the old days left out, made from the innermost folder out. */
async function treeOn(
  repository: Repository,
  tip: string | undefined,
  { folder, keepDays }: BranchFiles,
  day: string,
  files: ReadonlyArray<TreeEntry>,
  time: CallTime,
): Promise<string> {
  const root = tip === undefined ? undefined : await repository.treeOfCommit(tip, time)
  const top = root === undefined ? [] : await repository.getTree(root, time)
  const own = top.find(({ path, type }) => path === folder && type === 'tree')
  const days = own === undefined ? [] : await repository.getTree(own.sha, time)
  const today = days.find(({ path }) => path === day)

  const newDay = await repository.createTree(files, today?.sha, time)
  const kept = days.filter(({ path }) => path !== day && !isOver(path, day, keepDays))
  const newOwn = await repository.createTree([...kept, folderEntry(day, newDay)], undefined, time)
  return repository.createTree([folderEntry(folder, newOwn)], root, time)
}

/** Folders that are no day were put there by somebody else. */
function isOver(folder: string, today: string, keepDays: number): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(folder)) return false
  return (Date.parse(today) - Date.parse(folder)) / dayMs > keepDays
}

function folderEntry(path: string, sha: string): TreeEntry {
  return { path, mode: '040000', type: 'tree', sha }
}

/** Why a branch cannot take pictures, in one sentence; undefined when it can. */
export async function whyNotBranch(
  repository: Repository,
  branch: string,
  branchesAtWork: ReadonlyArray<string>,
  time: CallTime,
): Promise<string | undefined> {
  const atWork = branchesAtWork.includes(branch)
  if (!atWork && (await repository.defaultBranch(time)) !== branch) return undefined
  return `'${branch}' looks like a development branch. Set 'charts-branch' to a separate branch, for example "hex-charts".`
}
