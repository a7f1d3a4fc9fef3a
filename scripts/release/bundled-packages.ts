import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package of which code is in `dist/`. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** The SPDX expression of its own manifest. */
  readonly licence: string
  /** Where it lies, from the root, with slashes: `node_modules/undici`. */
  readonly folder: string
}

/** What `scripts/build.ts` leaves behind about the bundle; ncc writes it for webpack. */
export const statsFile = 'build/stats.json'

/**
 * The packages that the bundler put into `dist/`, by name: what it reports, not what `package.json` asks for, so
 * that nothing is forgotten and nothing is listed that was shaken off. Needs a build. Throws when a package is not
 * in the lockfile.
 */
export function bundledPackages(root: string): ReadonlyArray<BundledPackage> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile
  const stats = JSON.parse(readFileSync(join(root, statsFile), 'utf8')) as Stats
  const folders = new Set(
    bundledFiles(stats.modules).flatMap(({ path }) => packageFolderOf(path) ?? []),
  )
  return [...folders].sort().map((folder) => {
    const { version, license } = packages[folder] ?? {}
    if (version === undefined || license === undefined)
      throw new Error(`${folder} is bundled, and the lockfile does not say all of it.`)
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return { name, version, licence: license, folder }
  })
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { version?: string; license?: string }>>
}

/** As much of webpack's stats as is read here (webpack, StatsModule). */
export interface Stats {
  readonly modules: ReadonlyArray<Module>
}

interface Module {
  readonly id?: number
  /** The file. */
  readonly nameForCondition?: string | null
  /** The chunks that carry it. */
  readonly chunks?: ReadonlyArray<number>
  /** It was looked at, and is in no bundle. */
  readonly orphan?: boolean
  /** The modules that were joined into this one. */
  readonly modules?: ReadonlyArray<Module>
}

/** A file that is in the bundle, and the chunks that carry it. */
interface BundledFile {
  /** Absolute, with slashes. */
  readonly path: string
  readonly chunks: ReadonlyArray<number>
}

export function bundledFiles(
  modules: ReadonlyArray<Module>,
  chunksOfAll: ReadonlyArray<number> = [],
): ReadonlyArray<BundledFile> {
  return modules.flatMap((module) => {
    if (module.orphan === true) return []
    const path = (module.nameForCondition ?? '').replaceAll('\\', '/')
    // What is joined into another module is where that one is.
    const chunks = module.chunks?.length ? module.chunks : chunksOfAll
    return [
      ...(path === '' ? [] : [{ path, chunks }]),
      ...bundledFiles(module.modules ?? [], chunks),
    ]
  })
}

/** The folder of the package that a file is of, as the lockfile names it; undefined for a file of none. */
export function packageFolderOf(path: string): string | undefined {
  // The innermost package: one may carry others in a node_modules of its own.
  return /\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
}
