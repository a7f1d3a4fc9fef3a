/**
 * Builds `dist/` from `src/`: `tsc` emits JavaScript, ncc bundles it once, with a chunk for whatever is imported when it
 * is needed, and each stage of `src/actions/stages.ts` gets a small entry file that loads its own chunk.
 * `node scripts/build.ts --out DIR` builds somewhere else, for the check that `dist/` is up to date.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundledPackages, statsFile } from './release/bundled-packages.ts'
import { licencesText } from './release/licences.ts'

const root = resolve(import.meta.dirname, '..')
const staging = join(root, 'build')
const outIndex = process.argv.indexOf('--out')
const out = resolve(root, outIndex === -1 ? 'dist' : (process.argv[outIndex + 1] ?? 'dist'))

rmSync(staging, { recursive: true, force: true })
run('tsc', [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')])
markCoreFreeOfSideEffects()
rmSync(out, { recursive: true, force: true })
const main = join(staging, 'actions/stages.js')
run('ncc', [
  join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
  ...['build', main, '-o', out, '--quiet', '--no-cache', '--stats-out', join(root, statsFile)],
])
const { stages } = (await import(pathToFileURL(main).href)) as { stages: Record<string, unknown> }
for (const stage of Object.keys(stages)) writeFileSync(join(out, `${stage}.js`), entryOf(stage))
// ncc's own list of licences leaves out a package that lies outside of the root's node_modules.
writeFileSync(join(out, 'licenses.txt'), licencesText(root, bundledPackages(root)))

function entryOf(stage: string): string {
  return `import { stages } from './index.js'\n\nawait stages['${stage}']()\n`
}

/**
 * Importing `@actions/core` has no side effects, but its manifest does not say so, and a bundler must then keep its
 * client for OIDC tokens, which nothing here uses, with all of an undici. The bundler finds this copy of the package
 * first: its code is the published code, and its manifest has the one line more.
 */
function markCoreFreeOfSideEffects() {
  const name = '@actions/core'
  const copy = join(staging, 'node_modules', name)
  mkdirSync(copy, { recursive: true })
  cpSync(join(root, 'node_modules', name), copy, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as object
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
}

function run(name: string, args: ReadonlyArray<string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  })
  if (status === 0) return
  process.stderr.write(`${name} failed:\n${stdout}${stderr}`)
  process.exit(1)
}
