import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { licencesText } from '../../scripts/release/licences.ts'
import { root } from './working-copy.ts'

const licences = readFileSync(join(root, 'dist/licenses.txt'), 'utf8')

/** The packages that `src/` imports values of: their code is in `dist/`, whatever the bundler reports. */
const imported = [
  ...new Set(
    readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .flatMap((name) => [...importsOf(readFileSync(join(root, 'src', name), 'utf8'))]),
  ),
].sort()

test('finds the packages that the sources import', () => {
  expect(imported).toEqual(expect.arrayContaining(['@actions/core', 'undici', 'yaml']))
})

test.each(imported)('dist/licenses.txt has the version and license of %s', (name) => {
  const folder = join(root, 'node_modules', name)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each)) ?? ''

  expect(licences).toContain(`${name} ${version} (`)
  expect(licences).toContain(
    readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  )
})

test('rejects a bundled package without a license file', () => {
  const facts = { version: '1.0.0', licence: 'MIT' }
  const bundled = { ...facts, name: 'src', folder: 'src' }
  expect(() => licencesText(root, [bundled])).toThrow('src is bundled and carries no licence file.')
})

function* importsOf(source: string): Iterable<string> {
  for (const [, clause = '', atStart, later] of source.matchAll(
    /^(?:import|export) (?!type )([^'"]*?)from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm,
  )) {
    const specifier = atStart ?? later ?? ''
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]
    if (name === undefined || builtinModules.includes(name) || specifier.startsWith('node:'))
      continue
    // `import { type A } from` brings no code.
    if (/^\{(?:\s*type \w+,?)*\s*\}\s*$/.test(clause)) continue
    yield name
  }
}
