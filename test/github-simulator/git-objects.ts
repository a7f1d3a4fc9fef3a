import { createHash } from 'node:crypto'

/** An entry of a tree. */
export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly sha: string
}

/** A commit. */
export interface Commit {
  readonly tree: string
  readonly parents: ReadonlyArray<string>
  readonly message: string
}

/** An entry to put into a tree; a path may name folders, and `sha: null` takes the entry out. */
export interface TreeChange {
  readonly path: string
  readonly mode?: string
  readonly type?: string
  readonly sha?: string | null
}

/** The objects of a Git repository, named by their real SHA-1. */
export interface GitObjects {
  readonly addBlob: (bytes: Buffer) => string
  readonly addCommit: (commit: Commit) => string
  /** The new tree's name, or undefined when an entry or the base does not exist. */
  readonly addTree: (changes: ReadonlyArray<TreeChange>, base?: string) => string | undefined
  readonly blob: (sha: string) => Buffer | undefined
  readonly tree: (sha: string) => ReadonlyArray<TreeEntry> | undefined
  readonly commit: (sha: string) => Commit | undefined
  /** Is `ancestor` reached from `descendant` by its parents? */
  readonly isAncestor: (ancestor: string, descendant: string) => boolean
  /** The files of a tree by their whole paths. */
  readonly files: (tree: string) => ReadonlyMap<string, string>
}

export function createGitObjects(): GitObjects {
  const blobs = new Map<string, Buffer>()
  const trees = new Map<string, ReadonlyArray<TreeEntry>>()
  const commits = new Map<string, Commit>()

  const storeTree = (entries: ReadonlyArray<TreeEntry>): string => {
    const order = ({ path, type }: TreeEntry) => (type === 'tree' ? `${path}/` : path)
    const sorted = entries.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    const body = sorted.map(({ path, mode, sha }) =>
      Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`), Buffer.from(sha, 'hex')]),
    )
    const sha = nameOf('tree', Buffer.concat(body))
    trees.set(sha, sorted)
    return sha
  }

  const exists = (type: string | undefined, sha: string) =>
    (type === 'tree' ? trees : type === 'commit' ? commits : blobs).has(sha)

  const change = (
    entries: ReadonlyArray<TreeEntry>,
    { path, mode = '100644', type = 'blob', sha }: TreeChange,
  ): ReadonlyArray<TreeEntry> | undefined => {
    const [first = '', ...rest] = path.split('/')
    const others = entries.filter((entry) => entry.path !== first)
    if (rest.length > 0) {
      const folder = entries.find((entry) => entry.path === first && entry.type === 'tree')
      const inside = folder === undefined ? [] : (trees.get(folder.sha) ?? [])
      const changed = change(inside, {
        path: rest.join('/'),
        mode,
        type,
        ...(sha === undefined ? {} : { sha }),
      })
      if (changed === undefined) return undefined
      if (changed.length === 0) return others
      return [...others, { path: first, mode: '040000', type: 'tree', sha: storeTree(changed) }]
    }
    if (sha === null) return others
    if (sha === undefined || !exists(type, sha) || first === '') return undefined
    return [...others, { path: first, mode, type: type as TreeEntry['type'], sha }]
  }

  const files = (tree: string, prefix = ''): ReadonlyMap<string, string> =>
    new Map(
      (trees.get(tree) ?? []).flatMap(
        ({ path, type, sha }): Array<[string, string]> =>
          type === 'tree' ? [...files(sha, `${prefix}${path}/`)] : [[`${prefix}${path}`, sha]],
      ),
    )

  return {
    addBlob(bytes) {
      const sha = nameOf('blob', bytes)
      blobs.set(sha, bytes)
      return sha
    },
    addCommit(commit) {
      const lines = [
        `tree ${commit.tree}`,
        ...commit.parents.map((parent) => `parent ${parent}`),
        // Two commits of the same tree and parents differ on GitHub by their time; here by their number.
        `author Simulator <simulator@example.com> ${commits.size} +0000`,
        '',
        commit.message,
      ]
      const sha = nameOf('commit', Buffer.from(lines.join('\n')))
      commits.set(sha, commit)
      return sha
    },
    addTree(changes, base) {
      let entries: ReadonlyArray<TreeEntry> | undefined = base === undefined ? [] : trees.get(base)
      for (const each of changes) entries = entries && change(entries, each)
      return entries && storeTree(entries)
    },
    blob: (sha) => blobs.get(sha),
    tree: (sha) => trees.get(sha),
    commit: (sha) => commits.get(sha),
    isAncestor(ancestor, descendant) {
      const seen = new Set<string>()
      const open = [descendant]
      for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
        if (sha === ancestor) return true
        if (seen.has(sha)) continue
        seen.add(sha)
        open.push(...(commits.get(sha)?.parents ?? []))
      }
      return false
    },
    files: (tree) => files(tree),
  }
}

function nameOf(type: string, body: Buffer): string {
  return createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest('hex')
}
