import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { cancelInputDefaults, cancelOutputNames } from '../../src/inputs/cancel-inputs.ts'
import { requestInputDefaults, requestOutputNames } from '../../src/inputs/request-inputs.ts'
import { verifyInputDefaults, verifyOutputNames } from '../../src/inputs/verify-inputs.ts'
import { root } from './companion.ts'

interface Manifest {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string }>
  >
  readonly outputs: Readonly<Record<string, unknown>>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

test.each([
  { companion: 'cancel', defaults: cancelInputDefaults, outputs: cancelOutputNames },
  { companion: 'request', defaults: requestInputDefaults, outputs: requestOutputNames },
  { companion: 'verify', defaults: verifyInputDefaults, outputs: verifyOutputNames },
])('$companion/action.yml and the code agree', ({ companion, defaults, outputs }) => {
  const manifest = manifestOf(companion)
  const declared = Object.entries(manifest.inputs).map(([name, input]) => [
    name,
    input.default ?? '',
  ])
  expect(Object.fromEntries(declared)).toEqual(defaults)
  expect(Object.keys(manifest.outputs)).toEqual(outputs)
  expect(manifest.runs).toEqual({ using: 'node24', main: `../dist/${companion}/index.js` })
  expect(existsSync(resolve(root, companion, manifest.runs.main))).toBe(true)
})

/** What each start loads: the module list that the bundler writes into the file, not what it loads later. */
test.each([
  {
    bundle: 'cancel',
    has: /cancel\/watch/,
    hasNot: /src\/request|build\/request|run\/life|inputs\/yaml|report\/verdict/,
  },
  {
    bundle: 'request',
    has: /request\/request/,
    hasNot: /build\/cancel|run\/life|hex\/client|hex\/wire|report\/verdict|report\/markdown/,
  },
  {
    bundle: 'verify',
    has: /verify\/verify/,
    hasNot: /build\/(cancel|request)|run\/life|inputs\/yaml|report\/verdict/,
  },
])('starting $bundle loads nothing that only the others need', ({ bundle, has, hasNot }) => {
  const modules = modulesOf(bundle)
  expect(modules.length).toBeGreaterThan(20)
  expect(modules.filter((name) => has.test(name))).not.toEqual([])
  expect(modules.filter((name) => hasNot.test(name))).toEqual([])
})

test('the run action loads nothing of the request companion', () => {
  expect(modulesOf('run').filter((name) => /build\/request/.test(name))).toEqual([])
})

test('every bundle stays reviewable', () => {
  for (const bundle of ['cancel', 'request', 'verify']) {
    const folder = join(root, 'dist', bundle)
    const bytes = readdirSync(folder).reduce(
      (sum, name) => sum + readFileSync(join(folder, name)).length,
      0,
    )
    expect(bytes).toBeLessThan(1_500_000)
  }
})

function manifestOf(companion: string): Manifest {
  return parse(readFileSync(join(root, companion, 'action.yml'), 'utf8'))
}

function modulesOf(bundle: string): ReadonlyArray<string> {
  const text = readFileSync(join(root, 'dist', bundle, 'index.js'), 'utf8')
  return [...text.matchAll(/^;\/\/ CONCATENATED MODULE: (\S+)/gm)].map(([, name = '']) => name)
}
