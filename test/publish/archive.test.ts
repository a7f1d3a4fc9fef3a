import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { copyOfWorkingTree, type WorkingCopy } from './working-copy.ts'

const folder = mkdtempSync(join(tmpdir(), 'hex-run-action-archive-'))
let copy: WorkingCopy

beforeAll(() => {
  copy = copyOfWorkingTree()
}, 60_000)
afterAll(() => {
  copy.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** GitHub makes the archive of a tag with `git archive`, and a runner downloads it before every job. */
test('the archive for runners has every action and stage, in at most 1.2 MB', () => {
  const archive = join(folder, 'action.tar.gz')
  copy.git('archive', '--format', 'tar.gz', '--output', archive, 'HEAD')
  expect(statSync(archive).size).toBeLessThanOrEqual(1_200_000)

  execFileSync('tar', ['-xzf', archive, '-C', folder])
  const manifests = readdirSync(copy.folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^([\w-]+[\\/])?action\.yml$/.test(path),
  )
  expect(manifests.length).toBeGreaterThanOrEqual(3)
  for (const path of manifests) {
    const { runs } = parse(readFileSync(join(folder, path), 'utf8')) as {
      runs: { main: string; post?: string }
    }
    for (const stage of [runs.main, runs.post ?? runs.main])
      expect(existsSync(join(folder, dirname(path), stage)), stage).toBe(true)
  }
  expect(readdirSync(join(folder, 'dist')).sort()).toEqual(
    readdirSync(join(copy.folder, 'dist')).sort(),
  )
  expect(existsSync(join(folder, 'LICENSE'))).toBe(true)
  expect(existsSync(join(folder, 'test'))).toBe(false)
})
