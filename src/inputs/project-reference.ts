import { quoted, refuse } from './problems.ts'
import type { Problems } from './reader.ts'
import { uuid } from './scalars.ts'

/** A project, and its host if the reference was a URL. */
export interface ProjectReference {
  /** A UUID in lower case. */
  readonly projectId: string
  readonly host?: string
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Parses any reference to a project: its id, the 22 characters at the end of an app's URL, or the URL of the notebook
 * (`…/hex/<id>/…`) or the app (`…/app/<title>-<22 characters>/latest`). The 22 characters are the UUID in base 62 (digits,
 * upper case, lower case; DataHub's hex_utils.py has examples), so no request to Hex is needed.
 */
export function parseProjectReference(text: string): ProjectReference {
  const trimmed = text.trim()
  if (URL.canParse(trimmed) && /^https?:/i.test(trimmed))
    return fromAddress(new URL(trimmed), trimmed)
  const projectId = fromWord(trimmed)
  return projectId === undefined
    ? refuse(
        `${quoted(text)} is not a project. Enter its ID (in Hex: project menu, "Copy project id"), or the URL of the project or app.`,
      )
    : { projectId }
}

/** GitHub passes the same empty text for an expression without a value and for an input that is not set. */
export const emptyExpressionHint =
  "If you use an expression, such as a 'vars' variable, check that its value is not empty."

/** Parses a reference to a run: its UUID, or a URL that ends with it (Hex's run log). */
export function parseRunReference(text: string): string {
  if (text.toLowerCase() === 'none') {
    refuse(
      "The expression for 'run-id' is empty. Check that the job that starts the run is listed in 'needs' and declares the output, and that the step that starts the run succeeded.",
    )
  }
  const last = URL.canParse(text) ? new URL(text).pathname.split('/').filter(Boolean).at(-1) : text
  return last !== undefined && uuid.test(last)
    ? last.toLowerCase()
    : refuse(
        `${quoted(text)} is not a run ID. Use the 'run-id' output of the step that started the run.`,
      )
}

/** The projects' ids, each once. Reports projects on another host, and too many of them. */
export function checkProjects(
  projects: ReadonlyArray<ProjectReference>,
  { baseUrl, max }: { readonly baseUrl: string | undefined; readonly max: number },
  problems: Problems,
): ReadonlyArray<string> {
  checkHosts(projects, baseUrl, problems)
  const ids = [...new Set(projects.map(({ projectId }) => projectId))]
  if (ids.length > max)
    problems.add('project-id', `Lists ${ids.length} projects. The limit is ${max}.`)
  return ids
}

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
      `The project's URL is on ${other}, but 'base-url' is set to ${host}. Set 'base-url' to "https://${other}".`,
    )
  }
}

function fromAddress(url: URL, text: string): ProjectReference {
  const parts = url.pathname.split('/').filter(Boolean)
  // A workspace can itself be named "hex" or "app", so look for one that an id follows.
  const projectId = parts
    .filter((_, index) => parts[index - 1] === 'hex' || parts[index - 1] === 'app')
    .map(fromWord)
    .find((id) => id !== undefined)
  return projectId === undefined
    ? refuse(
        `${quoted(text)} is not the URL of a project or app. Open the project or app in Hex, and copy the URL that contains "/hex/" or "/app/".`,
      )
    : { projectId, host: url.host }
}

/** A UUID, or the base 62 form at the end of `<title>-<22 characters>`. Titles can contain dashes. */
function fromWord(word: string): string | undefined {
  if (uuid.test(word)) return word.toLowerCase()
  const compact = /(?:^|-)([0-9A-Za-z]{22})$/.exec(word)?.[1]
  return compact === undefined ? undefined : fromBase62(compact)
}

function fromBase62(compact: string): string | undefined {
  let number = 0n
  for (const character of compact) number = number * 62n + BigInt(digits.indexOf(character))
  // 62^22 is a little more than 2^128, so some words of 22 characters are not UUIDs.
  if (number >= 2n ** 128n) return undefined
  const hex = number.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
