/**
 * Fails, naming the files, when `dist/` is not what `src/` builds. `node scripts/check-dist.ts DIR` compares with what was
 * built into that folder before.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const [built] = process.argv.slice(2)
const fresh = built ?? mkdtempSync(join(tmpdir(), 'hex-run-action-dist-'))
try {
  if (built === undefined) run(process.execPath, [join(root, 'scripts/build.ts'), '--out', fresh])
  const compare = ['diff', '--no-index', '--name-status', '--no-renames']
  const { stdout } = run('git', [...compare, 'dist', fresh], [0, 1])
  if (stdout === '') console.log('dist/ is what src/ builds.')
  else {
    console.error(
      `dist/ is not what src/ builds: run "npm run build" and commit. Different (D: only in dist/):\n${stdout}`,
    )
    process.exitCode = 1
  }
} finally {
  if (built === undefined) rmSync(fresh, { recursive: true, force: true })
}

function run(command: string, args: ReadonlyArray<string>, expected = [0]) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  if (!expected.includes(result.status ?? -1)) throw new Error(`${result.stderr}${result.stdout}`)
  return result
}
