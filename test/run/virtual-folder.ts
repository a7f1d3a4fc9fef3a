import type { JobFolder } from '../../src/runner/job-folder.ts'

/** A job's folder in memory, in which everything is signed. */
export function virtualFolder(): JobFolder {
  const files = new Map<string, ReadonlyArray<string>>()
  const linesOf = (name: string) => files.get(name) ?? []
  return {
    create(name) {
      if (files.has(name)) return undefined
      files.set(name, [])
      return {
        add: (line) => void files.set(name, [...linesOf(name), line]),
        close: () => undefined,
      }
    },
    replace: (name, line) => void files.set(name, [line]),
    read: (name) => linesOf(name),
    names: (ending) => [...files.keys()].filter((name) => name.endsWith(ending)),
    remove: (name) => void files.delete(name),
  }
}
