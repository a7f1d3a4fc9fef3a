import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyOfWorkingTree, type WorkingCopy } from './working-copy.ts'

// A clean rebuild takes twenty seconds of a processor, and the processors are shared with the other tests.
const rebuildTimeoutMs = 240_000
let copy: WorkingCopy

beforeAll(() => {
  copy = copyOfWorkingTree({ withPackages: true })
}, rebuildTimeoutMs)
afterAll(() => copy.remove(), rebuildTimeoutMs)

test(
  'npm version prepares a release, and its dry run moves the major tag last',
  () => {
    const changelog = join(copy.folder, 'CHANGELOG.md')
    const before = readFileSync(changelog, 'utf8')
    writeFileSync(changelog, before.replace('## [Unreleased]\n', '$&\n### Added\n\n- A test.\n'))
    const prepared = spawnSync('npm', ['version', '7.8.9', '--no-git-tag-version'], {
      cwd: copy.folder,
      encoding: 'utf8',
      // The script is TypeScript, and npm may come with an older Node.
      env: {
        ...process.env,
        PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      },
      shell: process.platform === 'win32',
    })
    expect(prepared.status, prepared.stderr).toBe(0)
    copy.commit()

    const { status, stdout, stderr } = run('dry-run.ts')

    expect(status, stderr).toBe(0)
    const told = stdout.split('\n').filter((line) => /^\d\. /.test(line))
    expect(told.map((line) => line.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.'])
    expect(told[0]).toContain('v7.8.9 is tagged')
    expect(told[2]).toContain('pkg:npm/undici@')
    expect(stdout).toContain('   | - A test.')
    expect(told[5]).toContain('Tags at the end: v7 v7.8.9')
    expect(copy.git('tag', '--list')).toBe('')
    expect(copy.git('status', '--porcelain', '--untracked-files=all')).toBe('')
  },
  rebuildTimeoutMs,
)

test('check-dist lists each file in dist/ that differs from the build', () => {
  const dist = join(copy.folder, 'dist')
  const built = join(copy.folder, 'built-before')
  cpSync(dist, built, { recursive: true })
  const check = () =>
    spawnSync(process.execPath, [join(copy.folder, 'scripts/check-dist.ts'), built], {
      encoding: 'utf8',
    })
  expect(check().status).toBe(0)

  appendFileSync(join(dist, 'run.js'), '// not from src/\n')
  writeFileSync(join(dist, 'left-over.index.js'), '')
  rmSync(join(dist, 'cancel.js'))
  const { status, stderr } = check()

  expect(status).toBe(1)
  const files = [...stderr.matchAll(/^([ADM])\t.*?([\w.-]+)$/gm)].map(([, kind, name]) => [
    kind,
    name,
  ])
  expect(files.toSorted()).toEqual([
    ['A', 'cancel.js'],
    ['D', 'left-over.index.js'],
    ['M', 'run.js'],
  ])
  rmSync(built, { recursive: true })
  copy.git('reset', '--quiet', '--hard')
  copy.git('clean', '--quiet', '--force', 'dist')
})

test('sources that do not build stop the release before a tag is moved', () => {
  // A type error: it shows in a second, where a bundle that differs takes the whole build to show.
  appendFileSync(join(copy.folder, 'src/version.ts'), "export const wrong: number = 'one'\n")
  copy.commit()

  const { status, stdout, stderr } = run('dry-run.ts')

  expect(status).not.toBe(0)
  expect(stderr).toContain('What is tagged is not what its sources build.')
  expect(stdout).not.toContain('Tags at the end')
  copy.git('reset', '--quiet', '--hard', 'HEAD^')
})

test('pack reports everything that is wrong with a tagged commit', () => {
  copy.git('tag', 'v9.8.7')
  writeFileSync(join(copy.folder, 'package.json'), packageJson('9.8.6'))
  writeFileSync(join(copy.folder, 'left-over.txt'), '')
  copy.git('commit', '--quiet', '--all', '--message', 'Something else')

  const { status, stderr } = run('pack.ts', 'v9.8.7')

  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toEqual([
    'The tag is v9.8.7, and package.json says 9.8.6.',
    'src/version.ts says 7.8.9: run npm version.',
    'CHANGELOG.md has no dated section for 9.8.6.',
    'The checkout is not that of v9.8.7.',
    'There are changes that the tag does not have:',
    '?? left-over.txt',
  ])
})

function run(script: string, ...args: ReadonlyArray<string>) {
  return spawnSync(process.execPath, [join(copy.folder, 'scripts/release', script), ...args], {
    cwd: copy.folder,
    encoding: 'utf8',
  })
}

function packageJson(newVersion: string): string {
  return readFileSync(join(copy.folder, 'package.json'), 'utf8').replace(
    '"version": "7.8.9"',
    `"version": "${newVersion}"`,
  )
}
