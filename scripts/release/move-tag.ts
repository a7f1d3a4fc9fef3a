/**
 * `node scripts/release/move-tag.ts TAG`: lets `v1` point to the release `TAG`, at `origin`. The last step of a
 * release: whoever uses `@v1` gets the new version from here on. Does nothing for a preview, or a fix of a version
 * that is not the newest.
 */
import { execFileSync } from 'node:child_process'
import { movableTagFor } from './version-tags.ts'

const tag = process.argv[2] ?? ''
const remoteTags = git('ls-remote', '--tags', '--refs', 'origin')
  .split('\n')
  .map((line) => line.split('refs/tags/')[1] ?? '')
if (!remoteTags.includes(tag)) throw new Error(`origin has no tag ${tag}.`)

const movable = movableTagFor(tag, remoteTags)
if (movable === undefined) console.log(`${tag} takes no other tag along.`)
else {
  // The commit, not the tag of the release: `v1` is a plain pointer, and nothing is signed twice.
  git(
    'push',
    '--quiet',
    '--force',
    'origin',
    `${git('rev-parse', `${tag}^{commit}`)}:refs/tags/${movable}`,
  )
  console.log(`${movable} is ${tag} now.`)
}

function git(...args: ReadonlyArray<string>): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}
