import { expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { type BranchFiles, commitFiles, whyNotBranch } from '../../src/github/branch-files.ts'
import { clientOf, connected } from './real-time.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 22, 12)
const world = at(now)

function at(time: number) {
  return { clock: { ...systemClock, now: () => time }, random: () => 0.5 }
}

function files(name: string, changes: Partial<BranchFiles> = {}): BranchFiles {
  return {
    branch: 'hex-charts',
    folder: 'hex-charts',
    files: [{ path: `run/${name}.png`, bytes: Buffer.from(`picture ${name}`) }],
    message: `Charts ${name}`,
    keepDays: 30,
    ...changes,
  }
}

const { signal } = new AbortController()

test('a missing branch is created without a history', async () => {
  const { gitHub, repository } = await connected()

  const { sha, paths } = await commitFiles(repository, files('a'), world, signal)

  expect(gitHub.violations()).toEqual([])
  expect(paths).toEqual(['hex-charts/2026-11-22/run/a.png'])
  expect(gitHub.world.git.commit(sha)?.parents).toEqual([])
  expect(
    gitHub.world
      .filesOn('hex-charts')
      .get(paths[0] ?? '')
      ?.toString(),
  ).toBe('picture a')
})

test('writes several files in one commit on top of the last', async () => {
  const { gitHub, repository } = await connected()
  const first = await commitFiles(repository, files('a'), world, signal)
  const two = ['b', 'c'].map((name) => ({ path: `run/${name}.png`, bytes: Buffer.from(name) }))

  const second = await commitFiles(repository, files('', { files: two }), world, signal)

  expect(gitHub.world.git.commit(second.sha)?.parents).toEqual([first.sha])
  expect([...gitHub.world.filesOn('hex-charts').keys()]).toEqual(
    ['a', 'b', 'c'].map((name) => `hex-charts/2026-11-22/run/${name}.png`),
  )
})

test('expired days are removed, and other files are kept', async () => {
  const { gitHub, repository } = await connected()
  const { git, refs } = gitHub.world
  const note = git.addTree([
    { path: 'README.md', sha: git.addBlob(Buffer.from('mine')) },
    { path: '2020-01-01/old.txt', sha: git.addBlob(Buffer.from('mine too')) },
    { path: 'hex-charts/notes/keep.txt', sha: git.addBlob(Buffer.from('also mine')) },
  ])
  const begin = git.addCommit({ tree: note ?? '', parents: [], message: 'Mine' })
  refs.set('refs/heads/hex-charts', begin)
  await commitFiles(repository, files('old'), at(now - 31 * day), signal)
  await commitFiles(repository, files('young'), at(now - 30 * day), signal)

  await commitFiles(repository, files('new'), world, signal)

  expect([...gitHub.world.filesOn('hex-charts').keys()].sort()).toEqual([
    '2020-01-01/old.txt',
    'README.md',
    'hex-charts/2026-10-23/run/young.png',
    'hex-charts/2026-11-22/run/new.png',
    'hex-charts/notes/keep.txt',
  ])
})

test('a commit that loses a race is repeated on top of the other', async () => {
  const { gitHub, repository } = await connected()
  await commitFiles(repository, files('a'), world, signal)
  const other = await clientOf(gitHub)
  const racing = {
    ...repository,
    // Another commit arrives once between reading and updating the branch.
    async createCommit(...args: Parameters<typeof repository.createCommit>) {
      const sha = await repository.createCommit(...args)
      if (!gitHub.world.filesOn('hex-charts').has('hex-charts/2026-11-22/run/theirs.png'))
        await commitFiles(other, files('theirs'), world, signal)
      return sha
    },
  }

  await commitFiles(racing, files('ours'), world, signal)

  expect([...gitHub.world.filesOn('hex-charts').keys()]).toEqual(
    ['a', 'ours', 'theirs'].map((name) => `hex-charts/2026-11-22/run/${name}.png`),
  )
})

test('twelve jobs that create the same branch at once lose no file', async () => {
  const { gitHub } = await connected()
  const names = Array.from({ length: 12 }, (_, index) => `job-${index}`)

  const commits = await Promise.all(
    names.map(async (name) => {
      const random = { ...world, random: Math.random }
      return commitFiles(await clientOf(gitHub), files(name), random, signal)
    }),
  )

  expect(gitHub.world.filesOn('hex-charts').size).toBe(12)
  const tip = gitHub.world.refs.get('refs/heads/hex-charts') ?? ''
  expect(commits.every(({ sha }) => gitHub.world.git.isAncestor(sha, tip))).toBe(true)
})

test('a lost response to the branch update does not cause a second commit', async () => {
  const { gitHub, repository } = await connected()
  const { sha } = await commitFiles(repository, files('a'), world, signal)
  gitHub.addFault({ operation: 'git/update-ref', reset: true, takesEffect: true, times: 4 })

  const second = await commitFiles(repository, files('b'), world, signal)

  expect(gitHub.world.refs.get('refs/heads/hex-charts')).toBe(second.sha)
  expect(gitHub.world.git.commit(second.sha)?.parents).toEqual([sha])
})

test('a protected branch is not retried', async () => {
  const { gitHub, repository } = await connected()
  gitHub.addFault({
    operation: 'git/create-ref',
    status: 422,
    message: 'Repository rule violations found',
  })

  await expect(commitFiles(repository, files('a'), world, signal)).rejects.toThrow(
    /git\/refs: 422\. Repository rule violations found/,
  )
})

test('development branches are rejected', async () => {
  const { repository } = await connected({ defaultBranch: 'trunk' })

  expect(await whyNotBranch(repository, 'trunk', [])).toContain('development branch')
  expect(await whyNotBranch(repository, 'feature', ['feature'])).toContain("'feature'")
  expect(await whyNotBranch(repository, 'hex-charts', ['trunk'])).toBeUndefined()
})
