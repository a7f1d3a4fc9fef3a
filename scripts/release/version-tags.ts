/** Is this the tag of a version: `v1.2.3`, or `v1.2.3-rc.1` for a preview? */
export function isVersionTag(tag: string): boolean {
  return versionTag.test(tag)
}

/**
 * The movable tag that a release takes along, `v1` for `v1.2.3`. Undefined for a preview, and for a fix of an old
 * version when a newer one of the same major version is out.
 */
export function movableTagFor(tag: string, allTags: ReadonlyArray<string>): string | undefined {
  const [, major, preview] = versionTag.exec(tag) ?? []
  if (major === undefined) throw new Error(`${tag} is not the tag of a version.`)
  if (preview !== undefined) return undefined
  const isNewest = allTags
    .map((each) => versionTag.exec(each))
    .filter((other) => other?.[1] === major && other[2] === undefined)
    .every((other) => inOrder(other?.[0] ?? '', tag) <= 0)
  return isNewest ? `v${major}` : undefined
}

const versionTag = /^v(\d+)\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/
const inOrder = new Intl.Collator('en', { numeric: true }).compare
