/**
 * `node scripts/release/pack.ts TAG`: is this commit fit to be released under the tag? Then writes what goes with it
 * to `build/release`: `notes.md` and `sbom.cdx.json`. Run on a clean checkout of the tag; says all that is wrong.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { version as codeVersion } from '../../src/version.ts'
import { bundledPackages } from './bundled-packages.ts'
import { sectionOf } from './changelog.ts'
import { sbomOf } from './sbom.ts'
import { isVersionTag } from './version-tags.ts'

const root = resolve(import.meta.dirname, '../..')
const tag = process.argv[2] ?? ''
const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string }
const section = sectionOf(read('CHANGELOG.md'), version)

const changes = git('status', '--porcelain', '--untracked-files=all')
const problems = [
  isVersionTag(tag) ? '' : `"${tag}" is not the tag of a version: write v1.2.3.`,
  tag === `v${version}` ? '' : `The tag is ${tag}, and package.json says ${version}.`,
  codeVersion === version ? '' : `src/version.ts says ${codeVersion}: run npm version.`,
  section === undefined ? `CHANGELOG.md has no dated section for ${version}.` : '',
  section?.text === '' ? `CHANGELOG.md says nothing of ${version}.` : '',
  git('tag', '--points-at', 'HEAD').split('\n').includes(tag)
    ? ''
    : `The checkout is not that of ${tag}.`,
  // The check below rebuilds dist/ and compares; anything else that differs would be released unseen.
  changes === '' ? '' : `There are changes that the tag does not have:\n${changes}`,
].filter((problem) => problem !== '')
if (problems.length > 0) fail(problems.join('\n'))

const check = spawnSync(process.execPath, [join(root, 'scripts/check-dist.ts')], {
  stdio: 'inherit',
})
if (check.status !== 0) fail('What is tagged is not what its sources build.')

const packages = bundledPackages(root)
const out = join(root, 'build/release')
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'notes.md'), `${section?.text}\n`)
writeFileSync(
  join(out, 'sbom.cdx.json'),
  `${JSON.stringify(sbomOf(root, name, packages), null, 2)}\n`,
)
console.log(
  `${tag} is fit for release; it bundles ${packages.map((each) => each.name).join(', ')}.`,
)

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
}

function git(...args: ReadonlyArray<string>): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
