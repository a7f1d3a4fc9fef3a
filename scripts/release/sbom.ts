import type { BundledPackage } from './bundled-packages.ts'

/** The action that the list is of. */
export interface Subject {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/**
 * A software bill of materials in CycloneDX 1.6 (ecma-international.org, ECMA-424): each package of which code is in
 * `dist/`, with its version, licence and the hash of the tarball it came in. It has no time and no serial number, so
 * that the same release gives the same bytes.
 */
export function sbomOf(subject: Subject, packages: ReadonlyArray<BundledPackage>) {
  const subjectReference = `${subject.name}@${subject.version}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': subjectReference,
        name: subject.name,
        version: subject.version,
        licenses: [licenceChoice(subject.licence)],
      },
    },
    components: packages.map((bundled) => ({
      type: 'library',
      'bom-ref': packageUrl(bundled),
      name: bundled.name,
      version: bundled.version,
      purl: packageUrl(bundled),
      licenses: [licenceChoice(bundled.licence)],
      hashes: [hashOf(bundled.integrity)],
    })),
    dependencies: [
      { ref: subjectReference, dependsOn: packages.map(packageUrl) },
      ...packages.map((bundled) => ({ ref: packageUrl(bundled) })),
    ],
  }
}

/** A single licence by its id, a combination as an expression. */
function licenceChoice(licence: string) {
  return /[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }
}

/** package-url/purl-spec, type npm: the `@` of a scope is encoded, its slash is not. */
function packageUrl({ name, version }: BundledPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function hashOf(integrity: string) {
  const [, bits, base64 = ''] = /^sha(\d+)-(.+)$/.exec(integrity) ?? []
  if (bits === undefined) throw new Error(`${integrity} is no hash of the SHA family.`)
  return { alg: `SHA-${bits}`, content: Buffer.from(base64, 'base64').toString('hex') }
}
