import type { RunSettings } from '../hex/client.ts'
import { withoutUndefined } from '../json.ts'
import type { RunPlan } from '../run/plan.ts'
import { runInputDefaults } from './contract.ts'
import { readNotifications } from './notifications.ts'
import {
  emptyExpressionHint,
  type ProjectReference,
  parseProjectReference,
  parseRunReference,
} from './project-reference.ts'
import { areValid, asMapping, type InputReader } from './reader.ts'
import { parseAge, parseBoolean, parseDuration, parseInteger, parseTrigger } from './scalars.ts'

/** The inputs of one run, parsed and validated: the plan's fields, except those that depend on the step (`planOf`). */
export interface OneRun
  extends Omit<RunPlan, 'projectId' | 'beganAtMs' | 'deadlineAtMs' | 'isRerun'> {
  readonly project: ProjectReference
  readonly timeoutMs: number
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

/** Reads a run's inputs from the action's inputs, or from an entry of `runs` with the action's inputs as defaults. */
interface RunReader extends InputReader<OneRunInput> {
  /** How to unset an input where it is inherited from the step; undefined if it is not. */
  unsetInherited?(name: OneRunInput): string | undefined
}

/** From the time of a few responses to the max duration of a job (5 days, self-hosted). */
const timeoutBounds = { minMs: 5_000, maxMs: 120 * 3_600_000 }
/** The rate limiter delays polls that are faster than Hex allows. Slower polls would report the end of a run late. */
const pollBounds = { minMs: 1_000, maxMs: 10 * 60_000 }
/** An ERRORED run is rarely fixed by an attempt, and each takes a kernel. */
const attemptsLimit = 10

/** Reads the inputs of one run. Returns undefined and adds problems if an input is invalid. */
export async function readOneRun(reader: RunReader): Promise<OneRun | undefined> {
  const { text, read, readOptional, readStructured } = reader
  const project = readProject(reader)
  const isLatest = text('run-id').toLowerCase() === 'latest'
  const runId = isLatest ? undefined : readOptional('run-id', parseRunReference)
  const newerThanMs = readOptional('newer-than', parseAge)
  const trigger = read('run-trigger', parseTrigger)
  const skipIfNewerThanMs = readOptional('skip-if-newer-than', parseAge)
  const inputParams = await readStructured('input-params', asMapping)
  const notifications = await readStructured('notifications', readNotifications)
  const viewId = text('view-id')
  const updatePublishedResults = read('update-published-results', parseBoolean)
  const useCachedSqlResults = read('use-cached-sql-results', parseBoolean)
  const dryRun = read('dry-run', parseBoolean)
  const required = {
    project,
    wait: read('wait', parseBoolean),
    cancelOnTimeout: read('cancel-on-timeout', parseBoolean),
    cancelActive: read('cancel-active', parseBoolean),
    timeoutMs: read('timeout', (it) => parseDuration(it, timeoutBounds)),
  }
  const pollIntervalMs = readOptional('poll-interval', (it) => parseDuration(it, pollBounds))
  const maxAttempts = read('max-attempts', (it) => parseInteger(it, 1, attemptsLimit))

  // An invalid value still counts as set, so that one commit can fix both problems.
  if (text('run-id') === '') checkStart(reader, updatePublishedResults)
  else checkFollowing(reader)
  checkLatest(reader, isLatest)
  const valid = { ...required, maxAttempts }
  if (!areValid(valid)) return undefined
  const fields = { ...valid, ...withoutUndefined({ skipIfNewerThanMs, pollIntervalMs }) }
  // A field that the plan does not have would be parsed and then ignored, so it is a compile error.
  fields satisfies Readonly<Record<Exclude<keyof typeof fields, keyof OneRun>, never>>
  const runWith = (start: OneRun['start']): OneRun =>
    Object.freeze({ ...fields, start: Object.freeze(start) })
  if (isLatest) {
    const choice = { newerThanMs, trigger }
    return areValid(choice) ? runWith({ kind: 'latest', choice }) : undefined
  }
  if (runId !== undefined) return runWith({ kind: 'existing', runId })
  const settings = withoutUndefined({
    inputParams,
    viewId: viewId || undefined,
    updatePublishedResults: updatePublishedResults || undefined,
    // Hex's default is true.
    useCachedSqlResults: useCachedSqlResults === false ? false : undefined,
    notifications,
    dryRun: dryRun || undefined,
  })
  // A field that `RunSettings` does not have would never reach Hex, so it is a compile error.
  settings satisfies Readonly<Record<Exclude<keyof typeof settings, keyof RunSettings>, never>>
  return runWith({ kind: 'new', settings: Object.freeze(settings) })
}

function readProject({ text, read, add }: RunReader): ProjectReference | undefined {
  if (text('project-id') !== '') return read('project-id', parseProjectReference)
  add(
    'project-id',
    `Missing. Enter the project ID, or the URL of the project or app. ${emptyExpressionHint}`,
  )
  return undefined
}

/** Hex refuses these combinations with a 422 (OpenAPI document), even an empty mapping with published results. */
function checkStart(
  { isSet, add, unsetInherited }: RunReader,
  updatePublishedResults: boolean | undefined,
) {
  if (isSet('input-params') && isSet('view-id')) {
    add(
      'view-id',
      "Cannot be combined with 'input-params', because a saved view sets the input parameters. Remove 'view-id' or 'input-params'.",
    )
  }
  if (isSet('input-params') && updatePublishedResults === true) {
    add(
      'update-published-results',
      `Cannot be combined with 'input-params', even if 'input-params' is an empty mapping, because published results use the default input parameters. ${unsetInherited?.('update-published-results') ?? 'Remove one of the two inputs.'}`,
    )
  }
  if (isSet('skip-if-newer-than') && updatePublishedResults === false) {
    add(
      'skip-if-newer-than',
      `Requires 'update-published-results: true', because the step checks when the published results were updated. ${unsetInherited?.('skip-if-newer-than') ?? ''}`.trim(),
    )
  }
}

/** `newer-than` and `run-trigger` apply to `run-id: latest` only. */
function checkLatest({ text, add, unsetInherited }: RunReader, isLatest: boolean) {
  if (isLatest && text('newer-than') === '') {
    add(
      'newer-than',
      'Required with \'run-id: latest\', so that the step does not follow an old run. Enter the maximum age of the run, for example "2h".',
    )
  }
  if (isLatest) return
  for (const name of ['newer-than', 'run-trigger'] as const) {
    if (text(name).toUpperCase() !== runInputDefaults[name])
      add(
        name,
        `Works only with 'run-id: latest'. ${unsetInherited?.(name) ?? 'Remove this input.'}`,
      )
  }
}

/** For a run that already exists, inputs about a start would be silently ignored. */
function checkFollowing({ isSet, text, add, has, unsetInherited }: RunReader) {
  // A mapping or a list has no text to compare with the default, which is empty.
  const isChanged = (name: OneRunInput) =>
    runInputDefaults[name] === ''
      ? isSet(name)
      : text(name).toLowerCase() !== runInputDefaults[name]
  for (const name of oneRunInputs) {
    if (configuresStart[name] && !has(name) && isChanged(name))
      add(
        name,
        `Cannot be combined with 'run-id', which follows an existing run. ${unsetInherited?.(name) ?? 'Remove this input.'}`,
      )
  }
  if (text('wait').toLowerCase() === 'false')
    add(
      'wait',
      `With 'run-id', the step always waits. ${unsetInherited?.('wait') ?? 'Remove this input.'}`,
    )
}
