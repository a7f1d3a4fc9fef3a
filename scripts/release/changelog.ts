/** What a changelog says of one version. */
export interface Section {
  /** As it was written: `2026-11-22`. */
  readonly date: string
  /** Markdown, without the heading. */
  readonly text: string
}

/** The section of a version in the form of Keep a Changelog; undefined when there is none. */
export function sectionOf(changelog: string, version: string): Section | undefined {
  const section = changelog.split(/^(?=## )/m).find((each) => each.startsWith(`## [${version}]`))
  const [heading = '', ...lines] = (section ?? '').split('\n')
  const date = /^## \[[^\]]+\] - (\d{4}-\d\d-\d\d)$/.exec(heading)?.[1]
  return date === undefined ? undefined : { date, text: lines.join('\n').trim() }
}

/**
 * The changelog with what was unreleased under the heading of a version. Throws when nothing is unreleased, or the
 * version is there already.
 */
export function withRelease(changelog: string, version: string, date: string): string {
  const unreleased = '## [Unreleased]\n'
  const start = changelog.indexOf(unreleased)
  const text = changelog
    .slice(start + unreleased.length)
    .split(/^## /m)[0]
    ?.trim()
  if (start === -1 || text === undefined || text === '') {
    throw new Error('CHANGELOG.md has nothing under [Unreleased]: say what changes for users.')
  }
  if (changelog.includes(`\n## [${version}]`)) {
    throw new Error(`CHANGELOG.md has ${version} already.`)
  }
  return changelog.replace(unreleased, `${unreleased}\n## [${version}] - ${date}\n`)
}
