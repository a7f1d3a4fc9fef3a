/**
 * `npm run release:dry`: plays the release of the last commit, with everything that happens on this side of GitHub:
 * clone, tag, clean rebuild, changelog, bill of materials, and the movable tag, pushed to a repository that is made
 * for it and thrown away. Nothing here is changed. What only GitHub can do is said and left out.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { linkTree } from './link-tree.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'hex-run-action-release-'))
const origin = join(folder, 'origin.git')
const clone = join(folder, 'clone')
try {
  if (git(root, 'status', '--porcelain') !== '') {
    say('There are changes that are not committed: what is played is the last commit.')
  }
  git(folder, 'clone', '--quiet', '--bare', root, origin)
  git(folder, 'clone', '--quiet', '--no-local', origin, clone)
  // What git checks out for a release are the bytes of the repository, on every system.
  git(clone, 'config', 'core.autocrlf', 'false')
  const { version } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as {
    version: string
  }
  const tag = `v${version}`
  if (git(clone, 'tag', '--list', tag) === '') {
    git(clone, '-c', 'user.name=dry run', '-c', 'user.email=dry-run@example.com', ...tagging(tag))
    git(clone, 'push', '--quiet', 'origin', tag)
  }
  git(clone, 'checkout', '--quiet', '--detach', tag)
  say(`1. ${tag} is tagged: ${git(clone, 'log', '-1', '--format=%h %s')}`)

  // What is installed here, in the place where npm would put it: the bundler numbers modules by their paths.
  linkTree(join(root, 'node_modules'), join(clone, 'node_modules'))
  run('scripts/release/pack.ts', tag)
  say('2. The clean rebuild is dist/, and the changelog has its section.')
  const sbom: unknown = JSON.parse(readFileSync(join(clone, 'build/release/sbom.cdx.json'), 'utf8'))
  const { components } = sbom as { components: ReadonlyArray<{ purl: string }> }
  say(`3. The bill of materials: ${components.map(({ purl }) => purl).join(', ')}`)
  say('4. GitHub would attest action.yml, cancel/, request/, verify/ and dist/ here,')
  say('5. and publish the immutable release, with these notes:')
  say(readFileSync(join(clone, 'build/release/notes.md'), 'utf8').replace(/^/gm, '   | '))
  run('scripts/release/move-tag.ts', tag)
  say(
    `6. Tags at the end: ${git(clone, 'ls-remote', '--tags', '--refs', 'origin').replace(/\S+\s+refs\/tags\/(\S+)\s*/g, '$1 ')}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

function tagging(tag: string) {
  return ['tag', '--annotate', tag, '--message', tag] as const
}

function run(script: string, tag: string) {
  execFileSync(process.execPath, [join(clone, script), tag], { cwd: clone, stdio: 'inherit' })
}

function git(cwd: string, ...args: ReadonlyArray<string>): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim()
}

function say(text: string) {
  console.log(text)
}
