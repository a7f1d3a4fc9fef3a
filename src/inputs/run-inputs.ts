import type { RunSettings } from '../hex/client.ts'
import { parseBaseUrl } from './base-url.ts'
import { type RunInputName, runInputDefaults } from './contract.ts'
import { parseDuration } from './duration.ts'
import { checkHosts } from './hosts.ts'
import { readNotifications } from './notifications.ts'
import { collectProblems, InputError, type Problems } from './problems.ts'
import {
  type ProjectReference,
  parseProjectReference,
  parseRunReference,
} from './project-reference.ts'
import { type ReportInputs, readReportInputs } from './report-inputs.ts'
import { parseBoolean, parseInteger } from './scalars.ts'
import { type Json, parseStructured } from './structured.ts'
import { parseToken } from './token.ts'

/** The run action's inputs, read and checked: after this, nothing is a maybe. */
export interface RunInputs {
  readonly token: string
  /** Scheme and host. */
  readonly baseUrl: string
  readonly projectId: string
  readonly settings: RunSettings
  /** A run to follow instead of starting one. */
  readonly runId?: string
  readonly wait: boolean
  readonly timeoutMs: number
  readonly cancelOnTimeout: boolean
  readonly pollIntervalMs?: number
  readonly maxAttempts: number
  readonly summary: boolean
  readonly reports: ReportInputs
}

/** The text of an input as the runner hands it over; '' when it was not given. */
export type InputText = (name: string) => string

/** Shorter is not even an answer from Hex; longer is longer than any job may take (5 days, self-hosted). */
const timeoutBounds = { leastMs: 5_000, mostMs: 120 * 3_600_000 }
const pollBounds = { leastMs: 1_000, mostMs: 10 * 60_000 }
const mostAttempts = 10

/** Reads all inputs of the run action. Throws one InputError with every problem in it. */
export async function readRunInputs(inputText: InputText): Promise<RunInputs> {
  const problems = collectProblems()
  const text = (name: RunInputName) => inputText(name).trim() || runInputDefaults[name]
  const flag = (name: RunInputName) => problems.take(name, parseBoolean(text(name)))

  const token = problems.take('token', parseToken(inputText('token')))
  const baseUrl = problems.take('base-url', parseBaseUrl(text('base-url')))
  const project = readProject(text('project-id'), problems)
  const runId =
    text('run-id') === '' ? undefined : problems.take('run-id', parseRunReference(text('run-id')))
  const inputParams = await readInputParams(inputText('input-params'), problems)
  const notifications = await readNotificationList(inputText('notifications'), problems)
  const viewId = text('view-id')
  const updatePublishedResults = flag('update-published-results')
  const useCachedSqlResults = flag('use-cached-sql-results')
  const dryRun = flag('dry-run')
  const wait = flag('wait')
  const cancelOnTimeout = flag('cancel-on-timeout')
  const summary = flag('summary')
  const timeoutMs = problems.take('timeout', parseDuration(text('timeout'), timeoutBounds))
  const pollText = text('poll-interval')
  const pollIntervalMs =
    pollText === ''
      ? undefined
      : problems.take('poll-interval', parseDuration(pollText, pollBounds))
  const maxAttempts = problems.take(
    'max-attempts',
    parseInteger(text('max-attempts'), 1, mostAttempts),
  )

  const reports = readReportInputs(text, problems)

  if (project !== undefined) checkHosts([project], baseUrl, problems)
  const hasInputParams = inputParams !== undefined
  if (text('run-id') !== '') checkFollowing(text, problems)
  else checkConflicts({ hasInputParams, viewId, updatePublishedResults }, problems)

  if (
    problems.all.length > 0 ||
    token === undefined ||
    baseUrl === undefined ||
    project === undefined ||
    wait === undefined ||
    cancelOnTimeout === undefined ||
    summary === undefined ||
    reports === undefined ||
    timeoutMs === undefined ||
    maxAttempts === undefined
  ) {
    throw new InputError(problems.all)
  }
  return Object.freeze({
    token,
    baseUrl,
    projectId: project.projectId,
    settings: Object.freeze({
      ...(inputParams === undefined ? {} : { inputParams }),
      ...(viewId === '' ? {} : { viewId }),
      ...(updatePublishedResults ? { updatePublishedResults } : {}),
      ...(useCachedSqlResults === false ? { useCachedSqlResults } : {}),
      ...(notifications === undefined ? {} : { notifications }),
      ...(dryRun ? { dryRun } : {}),
    }),
    wait,
    timeoutMs,
    cancelOnTimeout,
    maxAttempts,
    summary,
    reports,
    ...(runId === undefined ? {} : { runId }),
    ...(pollIntervalMs === undefined ? {} : { pollIntervalMs }),
  })
}

function readProject(text: string, problems: Problems): ProjectReference | undefined {
  if (text !== '') return problems.take('project-id', parseProjectReference(text))
  problems.add(
    'project-id',
    'It is missing: write the id of the project, or paste the address of the project or app.',
  )
  return undefined
}

/** The parameters as a mapping; undefined when none were given. */
async function readInputParams(
  text: string,
  problems: Problems,
): Promise<Readonly<Record<string, Json>> | undefined> {
  if (text.trim() === '') return undefined
  const parsed = problems.take('input-params', await parseStructured(text))
  if (parsed === undefined) return undefined
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    problems.add(
      'input-params',
      'It is not a mapping: write one "name: value" a line, or a JSON object.',
    )
    return undefined
  }
  return parsed as Readonly<Record<string, Json>>
}

async function readNotificationList(text: string, problems: Problems) {
  if (text.trim() === '') return undefined
  const parsed = problems.take('notifications', await parseStructured(text))
  return parsed === undefined
    ? undefined
    : problems.take('notifications', readNotifications(parsed))
}

interface Combination {
  readonly hasInputParams: boolean
  readonly viewId: string
  readonly updatePublishedResults: boolean | undefined
}

/** Hex refuses these with a 422 (OpenAPI document; an empty mapping beside published results as well). */
function checkConflicts(
  { hasInputParams, viewId, updatePublishedResults }: Combination,
  problems: Problems,
) {
  if (hasInputParams && viewId !== '') {
    problems.add(
      'view-id',
      "It cannot be combined with 'input-params', because a saved view brings its own: leave one of the two out.",
    )
  }
  if (hasInputParams && updatePublishedResults === true) {
    problems.add(
      'update-published-results',
      "It cannot be combined with 'input-params' (an empty mapping included), because published results are those of the default inputs: leave one of the two out.",
    )
  }
}

/** A run that exists already has its settings; inputs about a start would be silently ignored. */
function checkFollowing(text: (name: RunInputName) => string, problems: Problems) {
  const aboutStarts = [
    'input-params',
    'view-id',
    'notifications',
    'update-published-results',
    'use-cached-sql-results',
    'dry-run',
    'max-attempts',
  ] as const
  const wrong = new Set(problems.all.map(({ input }) => input))
  for (const name of aboutStarts) {
    if (text(name).toLowerCase() !== runInputDefaults[name] && !wrong.has(name)) {
      problems.add(
        name,
        "It is about starting a run, and 'run-id' follows one that was started already: leave it out.",
      )
    }
  }
  if (text('wait').toLowerCase() === 'false') {
    problems.add('wait', "'run-id' is there to wait for a run: leave 'wait' out.")
  }
}
