import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from './working-copy.ts'

type Packages = Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>

const nested = 'node_modules/@actions/github/node_modules/undici'
const locked: Packages = {
  'node_modules/undici': { version: '8.1.0' },
  [nested]: { version: '6.2.0' },
  'node_modules/binding-win32': { version: '1.0.0', optional: true },
}
const { 'node_modules/binding-win32': _, ...installed } = locked

// The stand-in for npm is a shell script.
test.skipIf(process.platform === 'win32').each<[string, Packages | undefined, boolean]>([
  ['installs on a fresh clone', undefined, true],
  ['leaves current packages alone, without those for other systems', installed, false],
  ['installs another version', { ...installed, [nested]: { version: '6.3.0' } }, true],
  ['installs a missing package', { 'node_modules/undici': { version: '8.1.0' } }, true],
  ['removes a package', { ...installed, 'node_modules/old': { version: '1.0.0' } }, true],
  [
    'installs another version of an optional package',
    { ...locked, 'node_modules/binding-win32': { version: '0.9.0' } },
    true,
  ],
])('%s', (_, packages, isInstalled) => {
  const folder = mkdtempSync(join(tmpdir(), 'install-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  cpSync(join(root, 'scripts/install.mjs'), join(folder, 'scripts/install.mjs'))
  write('package-lock.json', JSON.stringify({ packages: { '': { name: 'a' }, ...locked } }))
  if (packages !== undefined) write('node_modules/.package-lock.json', JSON.stringify({ packages }))
  write('bin/npm', '#!/bin/sh\necho "npm $1"\n')
  chmodSync(join(folder, 'bin/npm'), 0o755)

  const { status, stdout } = spawnSync(process.execPath, [join(folder, 'scripts/install.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}` },
  })

  expect(status).toBe(0)
  expect(stdout.includes('npm ci\n')).toBe(isInstalled)
})
