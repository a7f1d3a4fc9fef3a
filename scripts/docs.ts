/**
 * Writes the tables of inputs and outputs from `action.yml` into the Markdown files that ask for them, between
 * `<!-- inputs of action.yml -->` (or `outputs`, or another action's file) and `<!-- end -->`; and what the benchmarks
 * measured, from `bench/results` (`bench/report.ts`).
 * `node scripts/docs.ts --check` writes nothing and fails, naming the files, when a table is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMap, parseDocument } from 'yaml'
import { readBenchResults } from '../bench/read-results.ts'
import { withBench } from '../bench/report.ts'
import { markdownFiles } from './markdown-files.ts'

const root = resolve(import.meta.dirname, '..')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outdated = markdownFiles(root).filter((path) => {
    const text = readFileSync(path, 'utf8')
    const tables = withTables(text, (file) => readFileSync(join(root, file), 'utf8'))
    const current = withBench(tables, readBenchResults)
    if (current === text) return false
    if (!process.argv.includes('--check')) writeFileSync(path, current)
    return true
  })
  const names = outdated.map((path) => relative(root, path)).join(', ')
  if (!process.argv.includes('--check')) console.log(`Written: ${names || 'nothing had changed'}.`)
  else if (outdated.length > 0) {
    console.error(
      `Tables are not what action.yml and bench/results say: run "npm run docs". Out of date: ${names}`,
    )
    process.exitCode = 1
  } else console.log('The tables in the Markdown files are what action.yml and bench/results say.')
}

/**
 * The Markdown with every marked table written anew.
 * @param read gives the text of an action's file by the path in the marker.
 */
export function withTables(markdown: string, read: (file: string) => string): string {
  return markdown.replaceAll(
    /(<!-- (inputs|outputs) of (\S+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, ...[begin = '', kind = '', file = '', end = '']: ReadonlyArray<string>) =>
      `${begin}${kind === 'inputs' ? inputTable(read(file)) : outputTable(read(file))}\n${end}`,
  )
}

function inputTable(manifest: string): string {
  const rows = entriesOf(manifest, 'inputs').map(({ name, description, fallback }) => [
    `\`${name}\``,
    fallback === '' ? '' : `\`${fallback}\``,
    description,
  ])
  return table(['Input', 'Default', 'Meaning'], rows)
}

function outputTable(manifest: string): string {
  const rows = entriesOf(manifest, 'outputs').map(({ name, description }) => [
    `\`${name}\``,
    description,
  ])
  return table(['Output', 'Meaning'], rows)
}

interface Entry {
  readonly name: string
  readonly description: string
  /** The default, or ''. */
  readonly fallback: string
}

/** The inputs or outputs of an action's file. Throws for one that nobody has described. */
function entriesOf(manifest: string, kind: 'inputs' | 'outputs'): ReadonlyArray<Entry> {
  const document = parseDocument(manifest)
  const entries: unknown = document.get(kind)
  if (!isMap(entries)) return []
  return entries.items.map(({ key }) => {
    const name = String(key)
    const description: unknown = entries.getIn([name, 'description'])
    const fallback: unknown = entries.getIn([name, 'default'])
    if (typeof description !== 'string') throw new Error(`'${name}' has no description.`)
    return { name, description, fallback: typeof fallback === 'string' ? fallback : '' }
  })
}

function table(head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const line = (cells: ReadonlyArray<string>) =>
    `| ${cells.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => ':--')), ...rows.map(line)].join('\n')
}
