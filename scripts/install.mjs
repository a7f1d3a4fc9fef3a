/**
 * Installs the project's packages when those that are installed are not those of the lockfile, so that `npm test` and
 * `npm run demo` are one command on a fresh clone. Plain JavaScript, because it runs before Node 24 is here.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

if (!isCurrent()) {
  console.log('Installing packages (npm ci)…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** npm writes down what it has installed. Times of files say nothing, because a copy or a checkout changes them. */
function isCurrent() {
  const { '': _, ...locked } = packagesIn('package-lock.json')
  const installed = packagesIn('node_modules/.package-lock.json')
  const isIn = ([path, { version }]) => installed[path]?.version === version
  return (
    Object.keys(installed).every((path) => path in locked) &&
    // Packages for other systems are optional and not installed.
    Object.entries(locked).every((each) => isIn(each) || (each[1].optional && !installed[each[0]]))
  )
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}
