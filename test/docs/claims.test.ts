import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { markdownFiles } from '../../scripts/markdown-files.ts'
import { limitGroupOf } from '../../src/hex/client.ts'
import published from '../hex-simulator/operations.json' with { type: 'json' }
import { root } from './samples.ts'

const documents = markdownFiles(root).map((path) => ({
  name: relative(root, path),
  path,
  text: readFileSync(path, 'utf8'),
}))

/** All of `src/` as one text, for finding what it says. */
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n')

describe('messages that a document quotes', () => {
  const messages = documents.flatMap(({ name, text }) =>
    sections(text, 'messages').flatMap((section) =>
      [...section.matchAll(/^\| `(.+?)` \|/gm)].map(([, message = '']) => ({ name, message })),
    ),
  )

  test('are more than 50', () => expect(messages.length).toBeGreaterThan(50))

  test.each(messages)('$name: "$message" is in the source', ({ message }) => {
    const fixed = message.split('…').map((part) => part.trim())
    expect(Math.max(...fixed.map((part) => part.length))).toBeGreaterThan(11)
    expect(fixed.filter((part) => !source.includes(part))).toEqual([])
  })
})

test('docs/api-calls.md lists exactly the calls that the run and verify actions make', () => {
  const calls = Object.keys(limitGroupOf)
  const made = [...source.matchAll(/\bhex\s*\.\s*(\w+)\(/g)]
    .map(([, method = '']) => `${method.slice(0, 1).toUpperCase()}${method.slice(1)}`)
    .filter((call) => calls.includes(call))
  const page = documents.find(({ name }) => name === 'docs/api-calls.md')?.text ?? ''
  const listed = [...page.matchAll(/^\| (\w+) `(?:GET|POST|DELETE) \/v1\//gm)].map(
    ([, call]) => call,
  )

  expect(listed.toSorted()).toEqual([...new Set(made)].toSorted())
})

test('the recipe for curl names every field of RunProject', () => {
  const fields = Object.keys(published.$defs.RunProjectRequestBody.properties)
  const recipe = documents.find(({ name }) => name === 'docs/recipes/from-curl.md')?.text ?? ''

  expect(fields).toContain('inputParams')
  for (const field of fields) expect(recipe).toMatch(new RegExp(`^\\| \`${field}\\b`, 'm'))
})

test('the table of reasons lists the reasons in the code', () => {
  const outcome = readFileSync(join(root, 'src/run/outcome.ts'), 'utf8')
  const union = /type Reason =([\s\S]*?)\n\n/.exec(outcome)?.[1] ?? ''
  const [table = ''] = documents.flatMap(({ text }) => sections(text, 'reasons'))

  const documented = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, reason]) => reason)
  expect(documented.toSorted()).toEqual(
    [...union.matchAll(/^ {2}\| '(\w+)'$/gm)].map(([, reason]) => reason).toSorted(),
  )
  expect(documented).toContain('completed')
})

test('links lead to files and headings that exist', () => {
  const links = documents.flatMap(({ name, path, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
      .map(([, link, picture]) => link ?? picture ?? '')
      .filter((target) => !/^https?:/.test(target))
      .map((target) => ({ name, path, target })),
  )
  const broken = links.filter(({ path, target }) => {
    const [file = '', anchor] = target.split('#')
    const linked = file === '' ? path : resolve(dirname(path), file)
    if (!existsSync(linked)) return true
    return anchor !== undefined && !anchorsOf(readFileSync(linked, 'utf8')).includes(anchor)
  })

  expect(links.length).toBeGreaterThan(100)
  expect(broken.map(({ name, target }) => `${name}: ${target}`)).toEqual([])
})

test('every picture is used in a document', () => {
  const pictures = readdirSync(join(root, 'docs/pictures'))
  const isShown = (name: string) => documents.some(({ text }) => text.includes(`pictures/${name}`))
  expect(pictures.filter((name) => !isShown(name))).toEqual([])
})

test('every module that a comment names exists', () => {
  const folders = ['src', 'scripts', 'bench', 'test']
  const modules = folders.flatMap((folder) =>
    globSync('**/*.{ts,mjs}', { cwd: join(root, folder) }).map((name) => `/${folder}/${name}`),
  )
  const named = modules.flatMap((path) =>
    parseSync(path, readFileSync(join(root, path), 'utf8')).comments.flatMap(({ value }) =>
      [...value.matchAll(/`[./]*([\w./-]+\.(?:ts|mjs))`/g)].map(([, name = '']) => ({
        path,
        name,
      })),
    ),
  )

  expect(named.length).toBeGreaterThan(10)
  expect(
    named.filter(({ name }) => !modules.some((module) => module.endsWith(`/${name}`))),
  ).toEqual([])
})

/** What stands between `<!-- name -->` and `<!-- end name -->`. */
function sections(text: string, name: string): ReadonlyArray<string> {
  const marked = new RegExp(`<!-- ${name} -->([\\s\\S]*?)<!-- end ${name} -->`, 'g')
  return [...text.matchAll(marked)].map(([, section = '']) => section)
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(markdown: string): ReadonlyArray<string> {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
