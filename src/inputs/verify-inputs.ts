import { parseBaseUrl } from './base-url.ts'
import { parseDuration } from './duration.ts'
import { checkHosts } from './hosts.ts'
import { linesOf } from './lines.ts'
import { areRead, collectProblems, InputError } from './problems.ts'
import { parseProjectReference } from './project-reference.ts'
import { parseBoolean, parseInteger } from './scalars.ts'
import { parseToken } from './token.ts'

/** The names of the verify action's inputs and their defaults, as its `action.yml` has them. */
export const verifyInputDefaults = {
  token: '',
  'project-id': '',
  'dry-run': 'true',
  'expires-within-days': '7',
  'fail-when-expiring': 'false',
  timeout: '2m',
  'base-url': 'https://app.hex.tech',
  summary: 'true',
} as const satisfies Readonly<Record<string, string>>

type VerifyInputName = keyof typeof verifyInputDefaults

/** The names of its outputs, in the order of `action.yml`. */
export const verifyOutputNames = [
  'valid',
  'email',
  'role',
  'expires-at',
  'days-left',
  'results',
] as const

/** The verify action's inputs, parsed and validated. */
export interface VerifyInputs {
  readonly token: string
  /** Scheme and host. */
  readonly baseUrl: string
  /** UUIDs, each once, in the order they were given; empty checks the token alone. */
  readonly projectIds: ReadonlyArray<string>
  readonly dryRun: boolean
  /** From 0 (never warn) to 365. */
  readonly expiresWithinDays: number
  readonly failWhenExpiring: boolean
  readonly timeoutMs: number
  readonly summary: boolean
}

const timeoutBounds = { minMs: 5_000, maxMs: 6 * 3_600_000 }
/** Each project costs two requests, one of them from the quota for starts (20 per minute, 60 per hour). */
const maxProjects = 50

/** Reads all inputs of the verify action. Throws one InputError that holds every problem. */
export function readVerifyInputs(inputText: (name: string) => string): VerifyInputs {
  const problems = collectProblems()
  const text = (name: VerifyInputName) => inputText(name).trim() || verifyInputDefaults[name]
  const flag = (name: VerifyInputName) => problems.take(name, parseBoolean(text(name)))

  const token = problems.take('token', parseToken(inputText('token')))
  const baseUrl = problems.take('base-url', parseBaseUrl(text('base-url')))
  const projects = linesOf(text('project-id')).flatMap(
    (line) => problems.take('project-id', parseProjectReference(line)) ?? [],
  )
  const dryRun = flag('dry-run')
  const expiresWithinDays = problems.take(
    'expires-within-days',
    parseInteger(text('expires-within-days'), 0, 365),
  )
  const failWhenExpiring = flag('fail-when-expiring')
  const timeoutMs = problems.take('timeout', parseDuration(text('timeout'), timeoutBounds))
  const summary = flag('summary')
  checkHosts(projects, baseUrl, problems)
  const projectIds = [...new Set(projects.map(({ projectId }) => projectId))]
  if (projectIds.length > maxProjects) {
    problems.add('project-id', `It lists ${projectIds.length} projects. The max is ${maxProjects}.`)
  }

  const inputs = {
    token,
    baseUrl,
    projectIds,
    dryRun,
    expiresWithinDays,
    failWhenExpiring,
    timeoutMs,
    summary,
  }
  if (problems.all.length > 0 || !areRead(inputs)) throw new InputError(problems.all)
  return Object.freeze(inputs)
}
