import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundledFiles, packageFolderOf } from '../../scripts/release/bundled-packages.ts'
import { sectionOf, withRelease } from '../../scripts/release/changelog.ts'
import { sbomOf } from '../../scripts/release/sbom.ts'
import { isVersionTag, movableTagFor } from '../../scripts/release/version-tags.ts'
import { root } from './working-copy.ts'

const changelog = `# Changelog

## [Unreleased]

### Fixed

- A thing.

## [1.0.0] - 2026-11-22

### Added

- All of it.

## [0.9.0]

- No date.
`

test('a release moves the unreleased changes under its version and date', () => {
  const released = withRelease(changelog, '1.0.1', '2026-12-01')

  expect(sectionOf(released, '1.0.1')).toEqual({
    date: '2026-12-01',
    text: '### Fixed\n\n- A thing.',
  })
  expect(sectionOf(released, '1.0.0')).toEqual(sectionOf(changelog, '1.0.0'))
  expect(released).toContain('## [Unreleased]\n\n## [1.0.1]')
})

test('rejects a version that exists and a release without changes', () => {
  expect(() => withRelease(changelog, '1.0.0', '2026-12-01')).toThrow('has 1.0.0 already')
  const once = withRelease(changelog, '1.0.1', '2026-12-01')
  expect(() => withRelease(once, '1.0.2', '2026-12-02')).toThrow('nothing under [Unreleased]')
})

test('a missing version, or one without a date, has no section', () => {
  expect(sectionOf(changelog, '0.9.0')).toBeUndefined()
  expect(sectionOf(changelog, '1.0')).toBeUndefined()
})

test.each([
  ['the first release', 'v1.0.0', ['v1.0.0'], 'v1'],
  ['a fix of the newest version', 'v1.2.4', ['v1.2.3', 'v1.2.4', 'v1'], 'v1'],
  ['a two-digit minor version', 'v1.10.0', ['v1.9.0', 'v1.10.0'], 'v1'],
  ['a fix of an old version', 'v1.1.9', ['v1.1.8', 'v1.2.0', 'v1.1.9'], undefined],
  ['a fix of the old major version', 'v1.9.1', ['v1.9.0', 'v2.0.0', 'v1.9.1'], 'v1'],
  ['a preview', 'v2.0.0-rc.1', ['v1.0.0', 'v2.0.0-rc.1'], undefined],
  ['a release after its preview', 'v2.0.0', ['v2.0.0-rc.1', 'v2.0.0'], 'v2'],
])('%s: %s among %j moves %s', (_, tag, all, expected) => {
  expect(movableTagFor(tag, all)).toBe(expected)
})

test('only tags of full versions are version tags', () => {
  expect(['v1.2.3', 'v1.2.3-rc.1', 'v1', 'v1.2', '1.2.3', 'main'].filter(isVersionTag)).toEqual([
    'v1.2.3',
    'v1.2.3-rc.1',
  ])
  expect(() => movableTagFor('v1', [])).toThrow('not the tag of a version')
})

test('leaves out orphan modules, and lists concatenated modules in the chunks of their parent', () => {
  const files = bundledFiles([
    { nameForCondition: '/repo/build/actions/run.js', chunks: [1] },
    { nameForCondition: '/repo/node_modules/tunnel/lib/tunnel.js', orphan: true },
    {
      nameForCondition: '/repo/build/runner/runner.js',
      chunks: [2, 3],
      modules: [{ nameForCondition: '/repo/build/node_modules/@actions/core/lib/core.js' }],
    },
    {
      nameForCondition: 'C:\\repo\\node_modules\\@a\\b\\node_modules\\@c\\d\\index.js',
      chunks: [3],
    },
    { nameForCondition: null },
  ])

  expect(files.map(({ path, chunks }) => [packageFolderOf(path), ...chunks])).toEqual([
    [undefined, 1],
    [undefined, 2, 3],
    ['node_modules/@actions/core', 2, 3],
    ['node_modules/@a/b/node_modules/@c/d', 3],
  ])
})

test('the SBOM lists exactly the bundled packages, with the hashes of their tarballs', () => {
  const bundled = bundledPackage('undici')
  const sbom = sbomOf(root, 'an-action', [bundled, bundledPackage('yaml')])

  expect(sbom.components.map(({ purl }) => purl)).toEqual([
    `pkg:npm/undici@${bundled.version}`,
    expect.stringMatching(/^pkg:npm\/yaml@/),
  ])
  expect(sbom.components[0]).toMatchObject({
    licenses: [{ license: { id: 'MIT' } }],
    hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
  })
  expect(sbom.dependencies[0]?.dependsOn).toEqual(
    sbom.components.map((each) => `${each.name}@${each.version}`),
  )
  expect(JSON.stringify(sbom)).not.toMatch(/serialNumber|timestamp/)
})

function bundledPackage(name: string) {
  const folder = `node_modules/${name}`
  const { version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  return { name, version: String(version), licence: 'MIT', folder }
}
