import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from './working-copy.ts'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
const decisions = readFileSync(join(root, 'docs/decisions/0001-dependencies.md'), 'utf8')

test.each(names)('the decision on dependencies lists %s', (name) => {
  expect(decisions).toMatch(new RegExp(`^\\|[^|]*\`${name}\``, 'm'))
})

test('only packages that the decision calls runtime dependencies are installed with the action', () => {
  const [, runtime = ''] = /^## Runtime\n([\s\S]*?)^## /m.exec(decisions) ?? []
  const named = [...runtime.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted())
})

test('the decision on dependencies lists no unused package', () => {
  const rows = decisions.split('\n').filter((line) => line.startsWith('| `'))
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  )
  expect(names).toEqual(expect.arrayContaining(named))
})

test('Dependabot updates packages and actions weekly, at least 7 days after a release', () => {
  const { version, updates } = parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8'))
  expect(version).toBe(2)
  expect(updates.map((each: Record<string, unknown>) => each['package-ecosystem'])).toEqual([
    'npm',
    'github-actions',
  ])
  for (const { directory, schedule, cooldown } of updates) {
    expect(directory).toBe('/')
    expect(schedule.interval).toBe('weekly')
    expect(cooldown['default-days']).toBeGreaterThanOrEqual(7)
  }
})
