import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BundledPackage } from './bundled-packages.ts'

/**
 * The licences of what `dist/` bundles, one after the other, as most of them demand of who passes code on. Throws
 * when a package carries none.
 */
export function licencesText(root: string, packages: ReadonlyArray<BundledPackage>): string {
  return packages
    .map((bundled) => {
      const { name, version, licence } = bundled
      return `${name} ${version} (${licence})\n\n${textOf(root, bundled)}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function textOf(root: string, { name, folder }: BundledPackage): string {
  const files = readdirSync(join(root, folder))
    .filter((file) => /^(licen[cs]e|notice|copying)(\.|-|$)/i.test(file))
    .sort()
  if (files.length === 0) throw new Error(`${name} is bundled and carries no licence file.`)
  return files
    .map((file) =>
      readFileSync(join(root, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .join('\n\n')
}
