import { cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files of a folder in another place: hard links, which cost no space, or copies where there are none. Links in it are
 * left out; in `node_modules` they only make commands. So are the caches of running tools (`.vitest-cache`, `.vite`), whose
 * files come and go meanwhile.
 */
export function linkTree(from: string, to: string) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.name.startsWith('.vite')) continue
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isFile()) linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string) {
  try {
    linkSync(source, target)
  } catch {
    // Another file system, or one without links.
    cpSync(source, target)
  }
}
