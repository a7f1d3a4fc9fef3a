import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { version } from '../../src/version.ts'
import { copyOfWorkingTree, type WorkingCopy } from './working-copy.ts'

// A clean rebuild takes ten seconds of a processor, and the processors are shared with the other tests.
const rebuildTimeoutMs = 240_000
const tag = `v${version}`
let copy: WorkingCopy

beforeAll(() => {
  copy = copyOfWorkingTree()
}, rebuildTimeoutMs)
afterAll(() => copy.remove())

test(
  'a dry run plays a whole release, the movable tag last, and leaves the repository as it was',
  () => {
    const { status, stdout } = run('dry-run.ts')

    expect(status).toBe(0)
    const told = stdout.split('\n').filter((line) => /^\d\. /.test(line))
    expect(told.map((line) => line.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.'])
    expect(told[0]).toContain(`${tag} is tagged`)
    expect(told[2]).toContain('pkg:npm/undici@')
    expect(told[5]).toMatch(
      new RegExp(`Tags at the end: v${version.split('.')[0]} ${tag.replaceAll('.', '\\.')}`),
    )
    expect(copy.git('tag', '--list')).toBe('')
    expect(copy.git('status', '--porcelain', '--ignored', '--', ':!node_modules')).toBe('')
  },
  rebuildTimeoutMs,
)

test(
  'a dist that its sources do not build stops the release before a tag is moved',
  () => {
    appendFileSync(join(copy.folder, 'dist/run/index.js'), '// not from src/\n')
    copy.commit()

    const { status, stdout, stderr } = run('dry-run.ts')

    expect(status).not.toBe(0)
    expect(stderr).toContain('Different: run')
    expect(stdout).not.toContain('Tags at the end')
    copy.git('reset', '--quiet', '--hard', 'HEAD^')
  },
  rebuildTimeoutMs,
)

test('a commit that is not fit for a tag is told everything that is wrong with it', () => {
  copy.git('tag', 'v9.8.7')
  writeFileSync(join(copy.folder, 'package.json'), packageJson('9.8.6'))
  writeFileSync(join(copy.folder, 'left-over.txt'), '')
  copy.git('commit', '--quiet', '--all', '--message', 'Something else')

  const { status, stderr } = run('pack.ts', 'v9.8.7')

  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toEqual([
    'The tag is v9.8.7, and package.json says 9.8.6.',
    `src/version.ts says ${version}: run npm version.`,
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
    `"version": "${version}"`,
    `"version": "${newVersion}"`,
  )
}
