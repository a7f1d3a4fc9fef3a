/**
 * Builds `dist/` from `src/`: `tsc` emits JavaScript, ncc bundles each action's stages from it.
 * `node scripts/build.ts --out DIR` builds somewhere else, for the check that `dist/` is up to date.
 */
import { execFile, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundledPackages, statsFolder } from './release/bundled-packages.ts'
import { licencesText } from './release/licences.ts'

const root = resolve(import.meta.dirname, '..')
const staging = join(root, 'build')
const outIndex = process.argv.indexOf('--out')
const out = resolve(root, outIndex === -1 ? 'dist' : (process.argv[outIndex + 1] ?? 'dist'))

/** Each becomes a folder of `dist/`. */
const entries = ['run', 'run-post', 'cancel', 'request']

rmSync(staging, { recursive: true, force: true })
run('tsc', [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')])
stageFreeOfSideEffects('@actions/core')
stageGitHubClient()
stageHttp2WhenNeeded()
rmSync(out, { recursive: true, force: true })
mkdirSync(join(root, statsFolder), { recursive: true })
// Side by side: each takes five seconds of a processor, and none needs another.
await Promise.all(entries.map(bundle))
// ncc's own list of licences leaves out a package that lies outside of the root's node_modules.
writeFileSync(join(out, 'licenses.txt'), licencesText(root, bundledPackages(root)))

function bundle(entry: string): Promise<void> {
  const args = [
    join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
    'build',
    join(staging, `actions/${entry}.js`),
    '-o',
    join(out, entry),
    '--quiet',
    '--no-cache',
    '--stats-out',
    join(root, statsFolder, `${entry}.json`),
  ]
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      if (error !== null) fail('ncc', stdout, stderr)
      resolve()
    }),
  )
}

/**
 * `@actions/core` does not say that importing it has no side effects, so a bundler must keep its HTTP client
 * and with it all of undici (480 kB, 95 ms at every start). Importing it has none; a copy that says so lies
 * next to the emitted code, where the bundler finds it first.
 */
function stageFreeOfSideEffects(name: string) {
  const target = stage(name)
  const manifest = join(target, 'package.json')
  const facts: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
  writeFileSync(
    manifest,
    JSON.stringify({ ...(typeof facts === 'object' ? facts : {}), sideEffects: false }),
  )
}

/**
 * `@actions/github` takes two functions out of the index of undici, which loads all of it: mocks, caches, web
 * sockets. A copy whose index has those two alone is 580 kB less in each bundle with the client.
 */
function stageGitHubClient() {
  stage('@actions/github')
  const index = [
    "exports.ProxyAgent = require('./lib/dispatcher/proxy-agent')",
    "exports.fetch = (input, init) => require('./lib/web/fetch').fetch(input, init)",
  ]
  writeFileSync(join(stage('undici'), 'index.js'), `${index.join('\n')}\n`)
}

/** Copies a package to where the bundler finds it first. */
function stage(name: string): string {
  const target = join(staging, 'node_modules', name)
  mkdirSync(target, { recursive: true })
  cpSync(join(root, 'node_modules', name), target, { recursive: true })
  return target
}

/**
 * undici loads Node's HTTP/2 with its first client, used or not: 15 ms at every start, and `src/hex` has it turned
 * off. In the staged copy, which `stageGitHubClient` made, it is loaded by the first who speaks it.
 */
function stageHttp2WhenNeeded() {
  const folder = join(staging, 'node_modules/undici/lib/dispatcher')
  cpSync(join(folder, 'client-h2.js'), join(folder, 'client-h2-loaded.js'))
  writeFileSync(
    join(folder, 'client-h2.js'),
    "module.exports = (...request) => require('./client-h2-loaded.js')(...request)\n",
  )
}

function run(name: string, args: ReadonlyArray<string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) fail(name, stdout, stderr)
}

function fail(name: string, stdout: string, stderr: string): never {
  process.stderr.write(`${name} failed:\n${stdout}${stderr}`)
  process.exit(1)
}
