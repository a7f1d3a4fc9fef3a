import type { ActiveStatus, RunChoice } from '../cancel/cancel-active.ts'
import { withoutUndefined } from '../json.ts'
import { quoted, refuse } from './problems.ts'
import {
  checkProjects,
  emptyExpressionHint,
  parseProjectReference,
  parseRunReference,
} from './project-reference.ts'
import {
  type InputReader,
  type InputText,
  openInputs,
  readAddress,
  validOrThrow,
} from './reader.ts'
import { parseAge, parseBoolean, parseCompanionTimeout, parseTrigger } from './scalars.ts'

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
export type CancelInputs = ReturnType<typeof readCancelInputs>

/** Each project costs at least two requests, and Hex allows 30 per minute (API reference up to 2025). */
const maxProjects = 100

const activeStatuses: ReadonlyArray<ActiveStatus> = ['PENDING', 'RUNNING']

/** Reads all inputs of the cancel action. Throws one InputError that contains every problem. */
export function readCancelInputs(inputText: InputText) {
  const reader = openInputs(inputText, cancelInputDefaults)
  const { read, readOptional } = reader
  const address = readAddress(reader)
  const projects = reader.readLines('project-id', parseProjectReference)
  const runId = readOptional('run-id', parseRunReference)
  const statuses = read('statuses', parseStatuses)
  const trigger = read('trigger', parseTrigger)
  const olderThanMs = readOptional('older-than', parseAge)
  const others = {
    dryRun: read('dry-run', parseBoolean),
    wait: read('wait', parseBoolean),
    timeoutMs: read('timeout', parseCompanionTimeout),
    summary: read('summary', parseBoolean),
  }
  const projectIds = checkProjects(projects, { baseUrl: address.baseUrl, max: maxProjects }, reader)
  checkTarget(projectIds, reader)
  const choice = validOrThrow({ statuses, trigger }, reader)
  return Object.freeze({
    ...validOrThrow({ ...address, projectIds, ...others }, reader),
    choice: { ...choice, ...withoutUndefined({ olderThanMs }) } satisfies RunChoice,
    ...withoutUndefined({ runId }),
  })
}

/** Only active runs can be cancelled, and Hex has two statuses for them. */
function parseStatuses(text: string): ReadonlyArray<ActiveStatus> {
  const words = text.split(/[\s,]/).filter((word) => word !== '')
  const unknown = words.find((word) => !activeStatuses.some((each) => each === word.toUpperCase()))
  if (unknown !== undefined) {
    refuse(
      `Runs with the status ${quoted(unknown)} cannot be cancelled. Use PENDING, RUNNING, or both.`,
    )
  }
  return activeStatuses.filter((status) => words.some((word) => word.toUpperCase() === status))
}

/** With `run-id`, there is one project, and inputs that choose among runs would be silently ignored. */
function checkTarget(
  projectIds: ReadonlyArray<string>,
  { text, add }: InputReader<CancelInputName>,
) {
  if (text('project-id') === '')
    add(
      'project-id',
      `Missing. Enter one or more project IDs, one per line. ${emptyExpressionHint}`,
    )
  if (text('run-id') === '') return
  if (projectIds.length > 1)
    add('project-id', "With 'run-id', enter only the project that the run belongs to.")
  for (const name of ['statuses', 'trigger', 'older-than'] as const) {
    if (text(name).toUpperCase() !== cancelInputDefaults[name])
      add(
        name,
        "Cannot be combined with 'run-id', which specifies the run to cancel. Remove this input.",
      )
  }
}
