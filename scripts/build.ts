/**
 * Builds `dist/` from `src/`: `tsc` emits JavaScript, ncc bundles each action's stages from it.
 * `node scripts/build.ts --out DIR` builds somewhere else, for the check that `dist/` is up to date.
 */
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { quickToLoad } from './bundle/quick-to-load.ts'
import { stagePackages } from './bundle/staged-packages.ts'
import { bundledPackages, statsFolder } from './release/bundled-packages.ts'
import { licencesText } from './release/licences.ts'

const root = resolve(import.meta.dirname, '..')
const staging = join(root, 'build')
const outIndex = process.argv.indexOf('--out')
const out = resolve(root, outIndex === -1 ? 'dist' : (process.argv[outIndex + 1] ?? 'dist'))

/** Each becomes a folder of `dist/`. */
const entries = ['run', 'run-post', 'cancel', 'request', 'verify']

rmSync(staging, { recursive: true, force: true })
run('tsc', [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')])
stagePackages({ root, staging })
rmSync(out, { recursive: true, force: true })
mkdirSync(join(root, statsFolder), { recursive: true })
// Side by side: each takes five seconds of a processor, and none needs another.
await Promise.all(entries.map(bundle))
// ncc's own list of licences leaves out a package that lies outside of the root's node_modules.
writeFileSync(join(out, 'licenses.txt'), licencesText(root, bundledPackages(root)))

async function bundle(entry: string): Promise<void> {
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
  await new Promise<void>((resolve) =>
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      if (error !== null) fail('ncc', stdout, stderr)
      resolve()
    }),
  )
  for (const name of readdirSync(join(out, entry)).filter((each) => each.endsWith('index.js'))) {
    const path = join(out, entry, name)
    writeFileSync(path, quickToLoad(readFileSync(path, 'utf8')))
  }
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
