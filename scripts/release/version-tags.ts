/** A version without what comes before (`v`) or instead (a branch). */
interface Version {
  readonly numbers: readonly [number, number, number]
  readonly isPreview: boolean
}

/** Is this the tag of a version: `v1.2.3`, `v1.2.3-rc.1`? */
export function isVersionTag(tag: string): boolean {
  return versionOf(tag) !== undefined
}

/** Is this the tag of a version that nobody gets who asks for `v1`? */
export function isPreviewTag(tag: string): boolean {
  return versionOf(tag)?.isPreview === true
}

/**
 * The movable tag that a release takes along, `v1` for `v1.2.3`. Undefined for a preview, and for a fix of an old
 * version when a newer one of the same major version is out.
 */
export function movableTagFor(tag: string, allTags: ReadonlyArray<string>): string | undefined {
  const version = versionOf(tag)
  if (version === undefined) throw new Error(`${tag} is not the tag of a version.`)
  if (version.isPreview) return undefined
  const [major] = version.numbers
  const isNewest = allTags
    .map(versionOf)
    .filter((other) => other !== undefined && !other.isPreview && other.numbers[0] === major)
    .every((other) => other === undefined || compare(other, version) <= 0)
  return isNewest ? `v${major}` : undefined
}

function versionOf(tag: string): Version | undefined {
  const [, major, minor, patch, preview] =
    /^v(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?$/.exec(tag) ?? []
  return patch === undefined
    ? undefined
    : { numbers: [Number(major), Number(minor), Number(patch)], isPreview: preview !== undefined }
}

function compare(one: Version, other: Version): number {
  const difference = one.numbers.map((number, index) => number - (other.numbers[index] ?? 0))
  return difference.find((each) => each !== 0) ?? 0
}
