/**
 * Fails, naming the files, when `dist/` is not what `src/` builds. `node scripts/check-dist.ts DIR` compares with what was
 * built into that folder before.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const [built] = process.argv.slice(2)
const fresh = built === undefined ? mkdtempSync(join(tmpdir(), 'hex-run-action-dist-')) : built
try {
  if (built === undefined) build(fresh)
  const committed = join(root, 'dist')
  const names = [...new Set([...filesIn(committed), ...filesIn(fresh)])].sort()
  const different = names.filter((name) => contentOf(committed, name) !== contentOf(fresh, name))
  if (different.length > 0) {
    console.error(
      `dist/ is not what src/ builds: run "npm run build" and commit. Different: ${different.join(', ')}`,
    )
    process.exitCode = 1
  } else console.log(`dist/ is what src/ builds (${names.length} files).`)
} finally {
  if (built === undefined) rmSync(fresh, { recursive: true, force: true })
}

function build(out: string) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.ts'), '--out', out], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
}

function filesIn(folder: string): ReadonlyArray<string> {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch {
    // No dist/ at all is a difference like any other.
    return []
  }
}

/** undefined when there is no such file. Line endings are git's business, not the bundler's. */
function contentOf(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
