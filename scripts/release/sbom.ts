import { execFileSync } from 'node:child_process'
import type { BundledPackage } from './bundled-packages.ts'

/**
 * The bill of materials that `npm sbom` writes of the lockfile (CycloneDX), reduced to the packages of which code is in
 * `dist/`. It has no time and no serial number, so that the same release gives the same bytes.
 */
export function sbomOf(root: string, name: string, packages: ReadonlyArray<BundledPackage>) {
  const command = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application']
  const text = execFileSync('npm', [...command, '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    shell: process.platform === 'win32',
  })
  const {
    serialNumber: _,
    metadata,
    components,
    dependencies,
    ...format
  } = JSON.parse(text) as Sbom
  const bundled = new Set(packages.map((each) => `${each.name}@${each.version}`))
  const ofAction = metadata.component['bom-ref']
  return {
    ...format,
    metadata: { component: { ...metadata.component, name } },
    components: components.filter((each) => bundled.has(`${each.name}@${each.version}`)),
    dependencies: dependencies
      .filter(({ ref }) => ref === ofAction || bundled.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((it) => bundled.has(it)) })),
  }
}

/** As much of the document as is changed here. */
interface Sbom {
  readonly serialNumber: string
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly components: ReadonlyArray<{ name: string; version: string; purl: string }>
  readonly dependencies: ReadonlyArray<{ ref: string; dependsOn: ReadonlyArray<string> }>
}
