import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The Markdown files that people read as the project's documents: those at the root, and all of `docs/`. */
export function markdownFiles(root: string): ReadonlyArray<string> {
  const docs = join(root, 'docs')
  const inDocs = existsSync(docs)
    ? readdirSync(docs, { recursive: true, encoding: 'utf8' }).map((name) => join(docs, name))
    : []
  const atRoot = readdirSync(root).map((name) => join(root, name))
  return [...atRoot, ...inDocs].filter((path) => path.endsWith('.md')).sort()
}
