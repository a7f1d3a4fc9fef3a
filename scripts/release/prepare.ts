/**
 * What `npm version` runs between writing package.json and its commit: the version into `src/version.ts`, what was
 * unreleased into the changelog's new section, and `dist/` anew.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withRelease } from './changelog.ts'

const root = resolve(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string
}

edit('src/version.ts', (text) => text.replace(/(version = )'[^']+'/, `$1'${version}'`))
edit('CHANGELOG.md', (text) => withRelease(text, version, new Date().toISOString().slice(0, 10)))
execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'inherit' })
execFileSync('git', ['add', 'src/version.ts', 'CHANGELOG.md', 'dist'], { cwd: root })

function edit(path: string, change: (text: string) => string) {
  const file = join(root, path)
  writeFileSync(file, change(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')))
}
