import type { ActiveStatus, RunChoice, Trigger } from '../cancel/choice.ts'
import { parseBaseUrl } from './base-url.ts'
import { parseDuration } from './duration.ts'
import { checkHosts } from './hosts.ts'
import { linesOf } from './lines.ts'
import {
  areRead,
  collectProblems,
  InputError,
  type Parsed,
  problem,
  quoted,
  value,
} from './problems.ts'
import {
  type ProjectReference,
  parseProjectReference,
  parseRunReference,
} from './project-reference.ts'
import { parseBoolean } from './scalars.ts'
import { parseToken } from './token.ts'
import { parseWord } from './word.ts'

/** The names and defaults of the cancel action's inputs. A test compares them with its `action.yml`. */
export const cancelInputDefaults = {
  token: '',
  'project-id': '',
  'run-id': '',
  statuses: 'PENDING, RUNNING',
  trigger: 'API',
  'older-than': '',
  'dry-run': 'false',
  wait: 'true',
  timeout: '5m',
  'base-url': 'https://app.hex.tech',
  summary: 'true',
} as const satisfies Readonly<Record<string, string>>

export type CancelInputName = keyof typeof cancelInputDefaults

/** The names of its outputs, in the order of `action.yml`. */
export const cancelOutputNames = ['cancelled-count', 'cancelled-run-ids', 'results'] as const

/** The cancel action's inputs, parsed and validated. */
export interface CancelInputs {
  readonly token: string
  /** Scheme and host. */
  readonly baseUrl: string
  /** UUIDs, each once, in the order they were given. */
  readonly projectIds: ReadonlyArray<string>
  /** The only run to cancel. If set, there is one project. */
  readonly runId?: string
  readonly choice: RunChoice
  readonly dryRun: boolean
  readonly wait: boolean
  readonly timeoutMs: number
  readonly summary: boolean
}

const ageBounds = { minMs: 1_000, maxMs: 365 * 24 * 3_600_000 }
const timeoutBounds = { minMs: 5_000, maxMs: 6 * 3_600_000 }
/** Each project costs at least two requests, and Hex allows 30 per minute (API reference up to 2025). */
const maxProjects = 100

const activeStatuses: ReadonlyArray<ActiveStatus> = ['PENDING', 'RUNNING']
const triggers: ReadonlyArray<Trigger> = ['API', 'SCHEDULED', 'APP_REFRESH', 'ALL']

/** Reads all inputs of the cancel action. Throws one InputError that contains every problem. */
export function readCancelInputs(inputText: (name: string) => string): CancelInputs {
  const problems = collectProblems()
  const text = (name: CancelInputName) => inputText(name).trim() || cancelInputDefaults[name]
  const flag = (name: CancelInputName) => problems.take(name, parseBoolean(text(name)))

  const token = problems.take('token', parseToken(inputText('token')))
  const baseUrl = problems.take('base-url', parseBaseUrl(text('base-url')))
  const projects = linesOf(text('project-id')).flatMap(
    (line) => problems.take('project-id', parseProjectReference(line)) ?? [],
  )
  const runId =
    text('run-id') === '' ? undefined : problems.take('run-id', parseRunReference(text('run-id')))
  const statuses = problems.take('statuses', parseStatuses(text('statuses')))
  const trigger = problems.take('trigger', parseWord(text('trigger'), triggers))
  const ageText = text('older-than')
  const olderThanMs =
    ageText === '' ? undefined : problems.take('older-than', parseDuration(ageText, ageBounds))
  const dryRun = flag('dry-run')
  const wait = flag('wait')
  const timeoutMs = problems.take('timeout', parseDuration(text('timeout'), timeoutBounds))
  const summary = flag('summary')

  const projectIds = idsOf(projects)
  checkHosts(projects, baseUrl, problems)
  checkProjectCount(text, projectIds, problems.add)
  if (text('run-id') !== '') checkOneRun(text, problems.add)

  const inputs = { token, baseUrl, projectIds, dryRun, wait, timeoutMs, summary }
  const choice = { statuses, trigger }
  if (problems.all.length > 0 || !areRead(inputs) || !areRead(choice)) {
    throw new InputError(problems.all)
  }
  return Object.freeze({
    ...inputs,
    choice: { ...choice, ...(olderThanMs === undefined ? {} : { olderThanMs }) },
    ...(runId === undefined ? {} : { runId }),
  })
}

function idsOf(projects: ReadonlyArray<ProjectReference>): ReadonlyArray<string> {
  return [...new Set(projects.map(({ projectId }) => projectId))]
}

/** Only active runs can be cancelled, and Hex has two statuses for them. */
function parseStatuses(text: string): Parsed<ReadonlyArray<ActiveStatus>> {
  const words = text.split(/[\s,]/).filter((word) => word !== '')
  const unknown = words.find((word) => !activeStatuses.some((each) => each === word.toUpperCase()))
  if (unknown !== undefined) {
    return problem(
      `${quoted(unknown)} is not a status that can be cancelled. Use PENDING, RUNNING or both.`,
    )
  }
  return value(
    activeStatuses.filter((status) => words.some((word) => word.toUpperCase() === status)),
  )
}

type Text = (name: CancelInputName) => string
type Add = (input: string, message: string) => void

function checkProjectCount(text: Text, projectIds: ReadonlyArray<string>, add: Add) {
  if (text('project-id') === '') {
    add('project-id', 'Missing. Enter a project ID, or several, one per line.')
  }
  if (projectIds.length > maxProjects) {
    add('project-id', `It lists ${projectIds.length} projects. The max is ${maxProjects}.`)
  }
  if (text('run-id') !== '' && projectIds.length > 1) {
    add('project-id', "With 'run-id', enter only the project of that run.")
  }
}

/** With `run-id`, inputs that choose among runs would be silently ignored. */
function checkOneRun(text: Text, add: Add) {
  for (const name of ['statuses', 'trigger', 'older-than'] as const) {
    if (text(name).toUpperCase() !== cancelInputDefaults[name]) {
      add(name, "It cannot be combined with 'run-id', which names the run to cancel. Remove it.")
    }
  }
}
