import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package of which code is in `dist/`. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** The SPDX expression of its own manifest. */
  readonly licence: string
  /** The hash of its tarball, as the lockfile has it: `sha512-…` in base 64. */
  readonly integrity: string
  /** Where it lies, from the root, with slashes: `node_modules/undici`. */
  readonly folder: string
}

/** What `scripts/build.ts` leaves behind for each bundle; ncc writes them for webpack. */
export const statsFolder = 'build/stats'

/**
 * The packages that the bundlers put into `dist/`, by name: what they report, not what `package.json` asks for, so
 * that nothing is forgotten and nothing is listed that was shaken off. Needs a build. Throws when a package is not
 * in the lockfile.
 */
export function bundledPackages(root: string): ReadonlyArray<BundledPackage> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile
  const folders = new Set(
    readdirSync(join(root, statsFolder)).flatMap((name) => {
      const stats = JSON.parse(readFileSync(join(root, statsFolder, name), 'utf8')) as Stats
      return packageFolders(stats.modules)
    }),
  )
  return [...folders].sort().map((folder) => {
    const { version, license, integrity } = packages[folder] ?? {}
    if (version === undefined || license === undefined || integrity === undefined) {
      throw new Error(`${folder} is bundled, and the lockfile does not say all of it.`)
    }
    return { name: nameOf(folder), version, licence: license, integrity, folder }
  })
}

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { version?: string; license?: string; integrity?: string }>
  >
}

/** As much of webpack's stats as is read here (webpack, StatsModule). */
interface Stats {
  readonly modules: ReadonlyArray<Module>
}

interface Module {
  /** The file. */
  readonly nameForCondition?: string | null
  /** It was looked at, and is in no bundle. */
  readonly orphan?: boolean
  /** The modules that were joined into this one. */
  readonly modules?: ReadonlyArray<Module>
}

/** The folders of the packages that the modules are of, as the lockfile names them. */
export function packageFolders(modules: ReadonlyArray<Module>): ReadonlyArray<string> {
  return modules.flatMap(({ nameForCondition, orphan, modules: joined = [] }) => {
    if (orphan === true) return []
    const path = (nameForCondition ?? '').replaceAll('\\', '/')
    // The innermost package: one may carry others in a node_modules of its own.
    const folder = /\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
    return [...(folder === undefined ? [] : [folder]), ...packageFolders(joined)]
  })
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
