import { type Clock, sleep } from '../clock.ts'
import { gitHubErrorOf } from './call.ts'
import type { Repository, TreeEntry } from './repository.ts'

/** Files to put on a branch. */
export interface BranchFiles {
  readonly branch: string
  /** Our folder on the branch. Nothing outside of it is changed. */
  readonly folder: string
  /** Paths below the day's folder. */
  readonly files: ReadonlyArray<{ readonly path: string; readonly bytes: Uint8Array }>
  readonly message: string
  /** Days to keep pictures on the branch. */
  readonly keepDays: number
}

const dayMs = 86_400_000
/** All jobs of a matrix can commit at the same moment, and one of them succeeds per round. */
const maxTries = 20

/**
 * Commits files to a branch without a checkout. Creates the branch without a history if it is missing. Updates are
 * fast-forward only, so no commit of another job is lost: whoever comes second commits again on top of the first.
 *
 * Files are in one folder per day. Folders of days older than `keepDays` are left out of the commit.
 * @param signal aborts when the time for the report is up.
 * @returns the new commit, and the paths of the files in it, in their order.
 */
export async function commitFiles(
  repository: Repository,
  request: BranchFiles,
  { clock, random }: { readonly clock: Clock; readonly random: () => number },
  signal: AbortSignal,
) {
  const { branch, folder, message } = request
  const day = new Date(clock.now()).toISOString().slice(0, 10)
  const paths = request.files.map(({ path }) => `${folder}/${day}/${path}`)
  const entries: Array<TreeEntry> = []
  for (const { path, bytes } of request.files) {
    entries.push({ path, mode: '100644', type: 'blob', sha: await repository.createBlob(bytes) })
  }
  for (let tries = 1; ; tries += 1) {
    const tip = await repository.branchTip(branch)
    const tree = await treeOn(repository, tip, { ...request, day, entries })
    const sha = await repository.createCommit(message, tree, tip)
    try {
      if (tip === undefined) await repository.createBranch(branch, sha)
      else await repository.moveBranch(branch, sha)
      return { sha, paths }
    } catch (error) {
      if (await isOnBranch(repository, branch, sha, error)) return { sha, paths }
      if (tries >= maxTries || signal.aborted) throw error
      // Random, so that jobs that collided don't collide again.
      await sleep(clock, random() * Math.min(2_000, 200 * tries), signal)
    }
  }
}

/**
 * Did the commit arrive despite the error? A branch that moved meanwhile, and a lost response to a commit that did not
 * arrive, are reasons to try again. Anything else is rethrown.
 */
async function isOnBranch(
  repository: Repository,
  branch: string,
  sha: string,
  error: unknown,
): Promise<boolean> {
  const failure = gitHubErrorOf(error)
  if (failure.status === 422 && /fast.forward|already exists|does not exist/i.test(failure.words))
    return false
  if (!failure.mayHaveHappened) throw failure
  return (await repository.branchTip(branch)) === sha
}

/** The files of today, already stored as blobs. */
type DayOfFiles = Pick<BranchFiles, 'folder' | 'keepDays'> & {
  readonly day: string
  /** Paths below the day's folder. */
  readonly entries: ReadonlyArray<TreeEntry>
}

/** Creates the branch's tree with the new files and without old days, from the innermost folder out. */
async function treeOn(
  repository: Repository,
  tip: string | undefined,
  { folder, keepDays, day, entries }: DayOfFiles,
): Promise<string> {
  const root = tip === undefined ? undefined : await repository.treeOfCommit(tip)
  const top = root === undefined ? [] : await repository.getTree(root)
  const own = top.find(({ path, type }) => path === folder && type === 'tree')
  const days = own === undefined ? [] : await repository.getTree(own.sha)
  const today = days.find(({ path }) => path === day)

  const newDay = await repository.createTree(entries, today?.sha)
  const kept = days.filter(({ path }) => path !== day && !isExpired(path, day, keepDays))
  const newOwn = await repository.createTree([...kept, folderEntry(day, newDay)], undefined)
  return repository.createTree([folderEntry(folder, newOwn)], root)
}

/** Folders whose name is not a date belong to someone else and are kept. */
function isExpired(folder: string, today: string, keepDays: number): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(folder)) return false
  return (Date.parse(today) - Date.parse(folder)) / dayMs > keepDays
}

function folderEntry(path: string, sha: string): TreeEntry {
  return { path, mode: '040000', type: 'tree', sha }
}

/** Why pictures can't be committed to a branch, in one sentence; undefined if they can. */
export async function whyNotBranch(
  repository: Repository,
  branch: string,
  branchesAtWork: ReadonlyArray<string>,
): Promise<string | undefined> {
  const atWork = branchesAtWork.includes(branch)
  if (!atWork && (await repository.defaultBranch()) !== branch) return undefined
  return `'${branch}' looks like a development branch. Set 'charts-branch' to a separate branch, for example "hex-charts".`
}
