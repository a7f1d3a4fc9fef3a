import { existsSync, readFileSync } from 'node:fs'
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
  expect(manifest.runs).toEqual({ using: 'node24', main: `../dist/${companion}.js` })
  expect(existsSync(resolve(root, companion, manifest.runs.main))).toBe(true)
})

function manifestOf(companion: string): Manifest {
  return parse(readFileSync(join(root, companion, 'action.yml'), 'utf8'))
}
