import type { Trigger } from '../cancel/choice.ts'
import type { RunSettings } from '../hex/client.ts'
import { runInputDefaults } from './contract.ts'
import { parseDuration } from './duration.ts'
import { readNotifications } from './notifications.ts'
import { areRead, type Parsed, type Problems } from './problems.ts'
import {
  type ProjectReference,
  parseProjectReference,
  parseRunReference,
} from './project-reference.ts'
import { parseBoolean, parseInteger } from './scalars.ts'
import type { Json } from './structured.ts'
import { parseWord } from './word.ts'

/** The inputs of one run, parsed and validated. */
export interface OneRun {
  /** Its name in `runs`; undefined for a single run. */
  readonly name?: string
  readonly project: ProjectReference
  readonly settings: RunSettings
  /** A run to follow instead of starting one. */
  readonly runId?: string
  /** Follow the newest run of the project instead of starting one: its max age, and what started it. */
  readonly latest?: { readonly newerThanMs: number; readonly trigger: Trigger }
  /** Start nothing if the published results are newer than this. */
  readonly skipIfNewerThanMs?: number
  readonly wait: boolean
  readonly timeoutMs: number
  readonly cancelOnTimeout: boolean
  readonly pollIntervalMs?: number
  readonly maxAttempts: number
  readonly cancelActive: boolean
}

/** The inputs about one run, in the order of `action.yml`, and whether each has an effect only on a run that is started. */
const configuresStart = {
  'project-id': false,
  'input-params': true,
  'view-id': true,
  'update-published-results': true,
  'use-cached-sql-results': true,
  notifications: true,
  'skip-if-newer-than': true,
  'dry-run': true,
  'run-id': false,
  'newer-than': false,
  'run-trigger': false,
  wait: false,
  timeout: false,
  'cancel-on-timeout': false,
  'poll-interval': false,
  'cancel-active': true,
  'max-attempts': true,
} as const

export type OneRunInput = keyof typeof configuresStart

export const oneRunInputs = Object.keys(configuresStart) as ReadonlyArray<OneRunInput>

/** The source of a run's inputs: the action's inputs, or an entry of `runs` with the action's inputs as defaults. */
export interface RunSource {
  /** The trimmed text; the input's default if it is not set. */
  readonly text: (name: OneRunInput) => string
  /** The value of YAML or JSON; undefined if it is not set. */
  readonly structured: (name: OneRunInput) => Promise<Parsed<Json> | undefined>
}

/** From the time of a few responses to the max duration of a job (5 days, self-hosted). */
const timeoutBounds = { minMs: 5_000, maxMs: 120 * 3_600_000 }
const pollBounds = { minMs: 1_000, maxMs: 10 * 60_000 }
const attemptsLimit = 10
const ageBounds = { minMs: 1_000, maxMs: 365 * 24 * 3_600_000 }
const triggers: ReadonlyArray<Trigger> = ['API', 'SCHEDULED', 'APP_REFRESH', 'ALL']

/** Reads the inputs of one run. Returns undefined and adds problems if an input is invalid. */
export async function readOneRun(
  source: RunSource,
  problems: Problems,
): Promise<OneRun | undefined> {
  const { text } = source
  const flag = (name: OneRunInput) => problems.take(name, parseBoolean(text(name)))
  const optional = <T>(name: OneRunInput, parse: (text: string) => Parsed<T>) =>
    text(name) === '' ? undefined : problems.take(name, parse(text(name)))

  const project = readProject(text('project-id'), problems)
  const isLatest = text('run-id').toLowerCase() === 'latest'
  const runId = isLatest ? undefined : optional('run-id', parseRunReference)
  const newerThanMs = optional('newer-than', (it) => parseDuration(it, ageBounds))
  const trigger = problems.take('run-trigger', parseWord(text('run-trigger'), triggers))
  const skipIfNewerThanMs = optional('skip-if-newer-than', (it) => parseDuration(it, ageBounds))
  const givenParams = await source.structured('input-params')
  const inputParams = readInputParams(givenParams, problems)
  const givenNotifications = await source.structured('notifications')
  const notifications = readNotificationList(givenNotifications, problems)
  const viewId = text('view-id')
  const updatePublishedResults = flag('update-published-results')
  const useCachedSqlResults = flag('use-cached-sql-results')
  const dryRun = flag('dry-run')
  const wait = flag('wait')
  const cancelOnTimeout = flag('cancel-on-timeout')
  const cancelActive = flag('cancel-active')
  const timeoutMs = problems.take('timeout', parseDuration(text('timeout'), timeoutBounds))
  const pollIntervalMs = optional('poll-interval', (it) => parseDuration(it, pollBounds))
  const maxAttempts = problems.take(
    'max-attempts',
    parseInteger(text('max-attempts'), 1, attemptsLimit),
  )

  // An invalid value still counts as set, so that one commit can fix both problems.
  const hasInputParams = givenParams !== undefined
  if (text('run-id') !== '') {
    // Mappings and lists in an entry of `runs` have no text to compare with a default.
    const hasNotifications = givenNotifications !== undefined
    checkFollowing(text, { hasInputParams, hasNotifications }, problems)
  } else {
    checkConflicts({ hasInputParams, viewId, updatePublishedResults }, problems)
    if (text('skip-if-newer-than') !== '' && updatePublishedResults === false) {
      problems.add(
        'skip-if-newer-than',
        "It requires 'update-published-results: true', because it checks the published results.",
      )
    }
  }
  checkLatest(text, isLatest, problems)
  if (isLatest && newerThanMs === undefined) return undefined
  const inputs = { project, wait, timeoutMs, cancelOnTimeout, cancelActive, maxAttempts }
  if (!areRead(inputs)) return undefined
  const settings = {
    ...(inputParams === undefined ? {} : { inputParams }),
    ...(viewId === '' ? {} : { viewId }),
    ...(updatePublishedResults ? { updatePublishedResults } : {}),
    ...(useCachedSqlResults === false ? { useCachedSqlResults } : {}),
    ...(notifications === undefined ? {} : { notifications }),
    ...(dryRun ? { dryRun } : {}),
  }
  return Object.freeze({
    ...inputs,
    // A field that `RunSettings` does not have would never reach Hex, so it is a compile error.
    settings: Object.freeze(
      settings satisfies Readonly<Record<Exclude<keyof typeof settings, keyof RunSettings>, never>>,
    ),
    ...(runId === undefined ? {} : { runId }),
    ...(isLatest && newerThanMs !== undefined && trigger !== undefined
      ? { latest: { newerThanMs, trigger } }
      : {}),
    ...(skipIfNewerThanMs === undefined ? {} : { skipIfNewerThanMs }),
    ...(pollIntervalMs === undefined ? {} : { pollIntervalMs }),
  })
}

function readProject(text: string, problems: Problems): ProjectReference | undefined {
  if (text !== '') return problems.take('project-id', parseProjectReference(text))
  problems.add('project-id', 'Missing. Enter the project ID, or the address of the project or app.')
  return undefined
}

/** The parameters as a mapping; undefined if not set. */
function readInputParams(
  given: Parsed<Json> | undefined,
  problems: Problems,
): Readonly<Record<string, Json>> | undefined {
  const parsed = given === undefined ? undefined : problems.take('input-params', given)
  if (parsed === undefined) return undefined
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    problems.add(
      'input-params',
      'It is not a mapping. Write one "name: value" per line, or a JSON object.',
    )
    return undefined
  }
  return parsed as Readonly<Record<string, Json>>
}

function readNotificationList(given: Parsed<Json> | undefined, problems: Problems) {
  const parsed = given === undefined ? undefined : problems.take('notifications', given)
  return parsed === undefined
    ? undefined
    : problems.take('notifications', readNotifications(parsed))
}

interface Combination {
  readonly hasInputParams: boolean
  readonly viewId: string
  readonly updatePublishedResults: boolean | undefined
}

/** Hex refuses these combinations with a 422 (OpenAPI document), even an empty mapping with published results. */
function checkConflicts(
  { hasInputParams, viewId, updatePublishedResults }: Combination,
  problems: Problems,
) {
  if (hasInputParams && viewId !== '') {
    problems.add(
      'view-id',
      "It cannot be combined with 'input-params', because a saved view sets its own inputs. Remove one of them.",
    )
  }
  if (hasInputParams && updatePublishedResults === true) {
    problems.add(
      'update-published-results',
      "It cannot be combined with 'input-params', even an empty mapping, because published results use the default inputs. Remove one of them.",
    )
  }
}

/** `newer-than` and `run-trigger` apply to `run-id: latest` only. */
function checkLatest(text: RunSource['text'], isLatest: boolean, problems: Problems) {
  if (isLatest) {
    if (text('newer-than') === '') {
      problems.add(
        'newer-than',
        'It is required with \'run-id: latest\', so that the step does not follow an old run. Enter the max age of the run, for example "2h".',
      )
    }
    return
  }
  for (const name of ['newer-than', 'run-trigger'] as const) {
    if (text(name).toUpperCase() !== runInputDefaults[name]) {
      problems.add(name, "It is only for 'run-id: latest'. Remove it.")
    }
  }
}

/** For a run that already exists, inputs about a start would be silently ignored. */
function checkFollowing(
  text: RunSource['text'],
  { hasInputParams, hasNotifications }: Readonly<Record<string, boolean>>,
  problems: Problems,
) {
  const wrong = new Set(problems.all.map(({ input }) => input))
  for (const name of oneRunInputs.filter((input) => configuresStart[input])) {
    const isGiven =
      (name === 'input-params' && hasInputParams === true) ||
      (name === 'notifications' && hasNotifications === true) ||
      text(name).toLowerCase() !== runInputDefaults[name]
    if (isGiven && !wrong.has(name)) {
      problems.add(
        name,
        "It configures a new run, but 'run-id' follows an existing run. Remove it.",
      )
    }
  }
  if (text('wait').toLowerCase() === 'false') {
    problems.add('wait', "With 'run-id', the step always waits. Remove 'wait'.")
  }
}
