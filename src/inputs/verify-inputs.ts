import { checkProjects, parseProjectReference } from './project-reference.ts'
import { type InputText, openInputs, readAddress, validOrThrow } from './reader.ts'
import { parseBoolean, parseCompanionTimeout, parseInteger } from './scalars.ts'

/** The names and defaults of the verify action's inputs. A test compares them with its `action.yml`. */
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
export type VerifyInputs = ReturnType<typeof readVerifyInputs>

/** Each project costs two requests, one of them from the quota for starts (20 per minute, 60 per hour). */
const maxProjects = 50

/** Reads all inputs of the verify action. Throws one InputError that contains every problem. */
export function readVerifyInputs(inputText: InputText) {
  const reader = openInputs(inputText, verifyInputDefaults)
  const { read } = reader
  const address = readAddress(reader)
  const projects = reader.readLines('project-id', parseProjectReference)
  const others = {
    dryRun: read('dry-run', parseBoolean),
    // 0 never warns.
    expiresWithinDays: read('expires-within-days', (it) => parseInteger(it, 0, 365)),
    failWhenExpiring: read('fail-when-expiring', parseBoolean),
    timeoutMs: read('timeout', parseCompanionTimeout),
    summary: read('summary', parseBoolean),
  }
  // Without a project, only the token is checked.
  const projectIds = checkProjects(projects, { baseUrl: address.baseUrl, max: maxProjects }, reader)
  return Object.freeze(validOrThrow({ ...address, projectIds, ...others }, reader))
}
