import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

/** One import or re-export in a module of `src`. */
interface Import {
  readonly from: string
  /** The path of a module in `src`, or the name of a package. */
  readonly to: string
  readonly isType: boolean
}

const modules = globSync('src/**/*.ts').filter((path) => !path.endsWith('.d.ts'))
const parsed = modules.map((path) => ({
  path,
  result: parseSync(path, readFileSync(path, 'utf8')),
}))
const imports = parsed.flatMap(({ path, result: { module } }): ReadonlyArray<Import> => {
  const source = readFileSync(path, 'utf8')
  const resolved = (name: string) => (name.startsWith('.') ? join(dirname(path), name) : name)
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    to: resolved(moduleRequest.value),
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ to: resolved(moduleRequest.value), isType }],
    ),
  )
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    to: resolved(source.slice(start + 1, end - 1)),
    isType: false,
  }))
  return [...statics, ...exported, ...dynamic].map((each) => ({ from: path, ...each }))
})

/** The folder of a module; the empty string for a module at the top of `src`, and for a package. */
function folderOf(path: string): string {
  return /^src\/(\w+)\//.exec(path)?.[1] ?? ''
}

/** Which folder can import which; `type` allows types only. Documented in `docs/architecture.md`. */
const rules: Readonly<Record<string, Readonly<Record<string, 'value' | 'type'>>>> = {
  '': {},
  hex: {},
  run: { hex: 'value' },
  cancel: { run: 'value', hex: 'value' },
  verify: { run: 'value', hex: 'value' },
  inputs: { hex: 'type', run: 'type', cancel: 'type' },
  request: { run: 'value', hex: 'value', inputs: 'value' },
  report: {
    run: 'value',
    cancel: 'value',
    verify: 'value',
    inputs: 'value',
    hex: 'type',
    github: 'type',
  },
  github: { hex: 'value' },
  runner: { inputs: 'value' },
}

test('every folder of src has a rule, except actions, which can import everything', () => {
  const folders = new Set(modules.map(folderOf))
  expect([...folders].filter((folder) => folder !== 'actions').toSorted()).toEqual(
    Object.keys(rules).toSorted(),
  )
})

describe.each(Object.entries(rules))('src/%s', (folder, allowed) => {
  test('imports only what its rule allows', () => {
    const wrong = imports.filter(({ from, to, isType }) => {
      const target = folderOf(to)
      if (folderOf(from) !== folder || !to.startsWith('src/')) return false
      if (target === folder || target === '') return false
      return allowed[target] === undefined || (allowed[target] === 'type' && !isType)
    })
    expect(wrong).toEqual([])
  })

  test('needs everything that its rule allows', () => {
    const needed = imports
      .filter(({ from, to }) => folderOf(from) === folder && allowed[folderOf(to)] !== undefined)
      // A value comes later, so that it counts if both are imported.
      .toSorted((one, other) => Number(other.isType) - Number(one.isType))
      .map(({ to, isType }) => [folderOf(to), isType ? 'type' : 'value'])
    expect(Object.fromEntries(needed)).toEqual(allowed)
  })
})

test('no imports are circular, not even of types', () => {
  const circles: Array<string> = []
  const visited = new Set<string>()
  const visit = (path: string, way: ReadonlyArray<string>) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '))
    if (visited.has(path)) return
    visited.add(path)
    for (const { from, to } of imports) if (from === path) visit(to, [...way, path])
  }
  for (const path of modules) visit(path, [])
  expect(circles).toEqual([])
})

test.each([
  ['@actions/core', ['src/runner/runner.ts']],
  ['@actions/github', ['src/github/connect.ts']],
  ['undici', ['src/hex/proxy.ts', 'src/hex/transport.ts']],
  ['yaml', ['src/inputs/yaml.ts']],
])('%s is imported only in its own modules', (name, places) => {
  const users = imports.filter(({ to }) => to === name || to.startsWith(`${name}/`))
  expect([...new Set(users.map(({ from }) => from))].toSorted()).toEqual(places)
})

test('only runner and actions use process', () => {
  const users = parsed.filter(({ result: { program } }) => {
    let isUser = false
    new Visitor({
      Identifier({ name }) {
        isUser ||= name === 'process'
      },
    }).visit(program)
    return isUser
  })
  const folders = new Set(users.map(({ path }) => folderOf(path)))
  expect([...folders].toSorted()).toEqual(['actions', 'runner'])
})
