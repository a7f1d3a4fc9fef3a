import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { leftOutOn, onlyOn, slowTests } from './systems.ts'
import { workflowAt } from './workflows/workflow-files.ts'

const root = join(import.meta.dirname, '..')
const patterns = [...onlyOn.flatMap(({ files }) => files), ...slowTests]

test.each(patterns)('%s matches existing tests', (pattern) => {
  const files = globSync(pattern, { cwd: root }).filter((file) => file.endsWith('.test.ts'))
  expect(files).not.toEqual([])
})

test('Linux skips no tests, and each reason to skip is a sentence', () => {
  expect(leftOutOn('linux')).toEqual([])
  for (const { because } of onlyOn) expect(because).toMatch(/\.$/)
})

test.each(['ci', 'self-test'])('%s runs on every system', (name) => {
  const { jobs } = parse(workflowAt(`.github/workflows/${name}.yml`).text)
  const [job] = Object.values<{ strategy: { matrix: { os: ReadonlyArray<string> } } }>(jobs)
  expect(job?.strategy.matrix.os).toEqual(['ubuntu-latest', 'windows-latest', 'macos-latest'])
})
