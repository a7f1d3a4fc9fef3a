import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { runInputDefaults, runOutputNames } from '../src/inputs/contract.ts'
import { readRunInputs } from '../src/inputs/run-inputs.ts'
import { version } from '../src/version.ts'

const root = join(import.meta.dirname, '..')
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))

test('action.yml and the code have the same inputs, in the same order, with the same defaults', () => {
  const defaults = Object.entries<{ default?: unknown }>(action.inputs).map(([name, input]) => [
    name,
    input.default ?? '',
  ])

  expect(defaults).toEqual(Object.entries(runInputDefaults))
})

test('reads every input, for a single run and for a list', async () => {
  const asked = new Set<string>()
  for (const given of [{}, { runs: '- project-id: 0197c3a1-5d20-7b41-9e0f-4a7c21d35b68' }]) {
    const texts: Readonly<Record<string, string>> = given
    const read = readRunInputs((name) => {
      asked.add(name)
      return texts[name] ?? ''
    })
    await expect(read).rejects.toThrow("'token'")
  }

  expect(Object.keys(runInputDefaults).filter((name) => !asked.has(name))).toEqual([
    // The post step's alone.
    'job-status',
  ])
})

test('action.yml and the code have the same outputs, in the same order', () => {
  expect(Object.keys(action.outputs)).toEqual([...runOutputNames])
})

test('every input and output has a description, and no input is required', () => {
  for (const it of [
    ...Object.values<Record<string, unknown>>(action.inputs),
    ...Object.values<Record<string, unknown>>(action.outputs),
  ]) {
    expect(it['description']).toMatch(/\.$/)
    expect(it).not.toHaveProperty('required')
  }
})

test('the action runs on node24, its files exist, and its post step always runs', () => {
  expect(action.runs).toEqual({
    using: 'node24',
    main: 'dist/run.js',
    post: 'dist/run-post.js',
  })
  for (const file of [action.runs.main, action.runs.post])
    expect(existsSync(join(root, file))).toBe(true)
})

test('action.yml has what GitHub Marketplace requires', () => {
  expect(action).toMatchObject({
    name: expect.any(String),
    description: expect.any(String),
    author: expect.any(String),
    branding: { icon: expect.any(String), color: expect.any(String) },
  })
})

test('package.json and src/version.ts have the same version', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

  expect(manifest.version).toBe(version)
})
