import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { stepsOf, workflowAt } from './workflow-files.ts'

const branch = 'dependabot/npm_and_yarn/yaml-3.0.0'
const script = stepsOf(workflowAt('.github/workflows/commit-dist.yml')).find(
  ({ name }) => name === 'Commit only dist/',
)?.run

describe('the privileged workflow', () => {
  test('commits a rebuilt bundle to the branch, including new and deleted files', () => {
    const bump = openBump()
    const patch = bump.patchOf(() => {
      bump.write('dist/index.js', 'new\n')
      bump.write('dist/7.index.js', 'chunk\n')
      rmSync(join(bump.clone, 'dist/old.index.js'))
    })

    expect(bump.apply(patch)).toBe(0)

    expect(bump.pushed()).toEqual(['A dist/7.index.js', 'D dist/old.index.js', 'M dist/index.js'])
  })

  test('commits nothing outside of dist/', () => {
    const bump = openBump()
    const patch = bump.patchOf(() => {
      bump.write('dist/index.js', 'new\n')
      bump.write('.github/workflows/ci.yml', 'on: push\n')
      bump.write('src/run.ts', 'bad\n')
    })

    expect(bump.apply(patch)).toBe(0)

    expect(bump.pushed()).toEqual(['M dist/index.js'])
  })

  test('rejects a link in dist/', () => {
    const bump = openBump()
    const patch = bump.patchOf(() => symlinkSync('../src/run.ts', join(bump.clone, 'dist/link.js')))

    expect(bump.apply(patch)).not.toBe(0)

    expect(bump.pushed()).toEqual([])
  })

  test('rejects a path that leaves dist/', () => {
    const bump = openBump()
    const patch = bump
      .patchOf(() => bump.write('dist/7.index.js', 'bad\n'))
      .replaceAll('dist/7.index.js', 'dist/../src/run2.ts')

    expect(bump.apply(patch)).not.toBe(0)

    expect(bump.pushed()).toEqual([])
  })

  test('does not change a branch that has moved', () => {
    const bump = openBump()
    const patch = bump.patchOf(() => bump.write('dist/index.js', 'new\n'))
    bump.moveBranch()

    expect(bump.apply(patch)).not.toBe(0)

    expect(bump.pushed()).toEqual(['M src/run.ts'])
  })
})

/** A branch of Dependabot's at an origin, and the job's checkout of its commit, with a `gh` that needs no sign-in. */
function openBump() {
  const folder = mkdtempSync(join(tmpdir(), 'commit-dist-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [origin, clone, tools] = ['origin.git', 'clone', 'tools'].map((name) => join(folder, name))
  if (origin === undefined || clone === undefined || tools === undefined) throw new Error()
  const git = (...args: ReadonlyArray<string>) =>
    execFileSync('git', args, { cwd: clone, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const write = (path: string, text: string) => {
    mkdirSync(join(clone, path, '..'), { recursive: true })
    writeFileSync(join(clone, path), text)
  }
  execFileSync('git', ['init', '--quiet', '--bare', origin])
  execFileSync('git', ['clone', '--quiet', origin, clone], { stdio: 'ignore' })
  git('config', 'user.name', 'dependabot[bot]')
  git('config', 'user.email', 'support@example.com')
  write('dist/index.js', 'old\n')
  write('dist/old.index.js', 'old\n')
  write('src/run.ts', 'source\n')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Bump yaml to 3.0.0')
  git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
  const built = git('rev-parse', 'HEAD').trim()
  git('checkout', '--quiet', '--detach')

  mkdirSync(tools)
  writeFileSync(join(tools, 'gh'), '#!/bin/sh\n')
  chmodSync(join(tools, 'gh'), 0o755)
  return {
    clone,
    write,
    /** As rebuild-dist.yml makes it, but of all files: what a bump's code could have written instead. */
    patchOf: (change: () => void) => {
      change()
      git('add', '--all')
      const patch = git('diff', '--cached', '--binary', '--full-index', '--no-renames')
      git('reset', '--quiet', '--hard')
      return patch
    },
    moveBranch: () => {
      write('src/run.ts', 'newer\n')
      git('commit', '--quiet', '--all', '--message', 'Somebody was faster')
      git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
      git('checkout', '--quiet', built)
    },
    apply: (patch: string) => {
      mkdirSync(join(folder, 'rebuilt'))
      writeFileSync(join(folder, 'rebuilt/dist.patch'), patch)
      return spawnSync('bash', ['-e', '-c', script ?? 'exit 99'], {
        cwd: clone,
        env: {
          ...process.env,
          PATH: [tools, process.env['PATH']].join(delimiter),
          RUNNER_TEMP: folder,
          BRANCH: branch,
        },
      }).status
    },
    /** What the branch has at the origin that the built commit has not. */
    pushed: () =>
      execFileSync('git', ['diff', '--name-status', built, branch], {
        cwd: origin,
        encoding: 'utf8',
      })
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.replace('\t', ' '))
        .sort(),
  }
}
