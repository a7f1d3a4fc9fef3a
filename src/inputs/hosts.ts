import type { Problems } from './problems.ts'
import type { ProjectReference } from './project-reference.ts'

/** Reports a project URL on another Hex host than `base-url`. The token is valid on one host only, and a 401 does not say why. */
export function checkHosts(
  projects: ReadonlyArray<ProjectReference>,
  baseUrl: string | undefined,
  problems: Problems,
) {
  if (baseUrl === undefined) return
  const isHexHost = (host: string) => host.endsWith('.hex.tech')
  const { host } = new URL(baseUrl)
  const other = projects
    .map((project) => project.host)
    .find((each) => each !== undefined && each !== host && isHexHost(each))
  if (other !== undefined && isHexHost(host)) {
    problems.add(
      'base-url',
      `The project's address is on ${other}, but 'base-url' is on ${host}. Use "https://${other}".`,
    )
  }
}
