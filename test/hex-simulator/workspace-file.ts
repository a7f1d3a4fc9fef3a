import type { TokenSeed } from './auth.ts'
import type { BehaviourOptions } from './behaviour.ts'
import type { Fault } from './faults.ts'
import type { ProjectSeed } from './projects.ts'
import { operations } from './routes.ts'
import type { RunPlan } from './runs.ts'
import { isRecord } from './wire.ts'
import type { ForeignRun, WorldOptions } from './world.ts'

/** A workspace as a file or the control door has it: every option but the clock. */
export type Workspace = Omit<WorldOptions, 'now'>

/**
 * Checks a workspace that comes from outside. Names are checked, so that a slip of the pen does
 * not pass for a default; the values are those of `WorldOptions`. Throws what is wrong.
 */
export function readWorkspace(value: unknown): Workspace {
  const workspace = known(value, 'workspace', workspaceKeys)
  for (const [key, read] of [
    ['projects', readProject],
    ['tokens', readToken],
    ['runs', readRun],
    ['users', (user: unknown) => known(user, 'user', userKeys)],
    ['dataConnections', (each: unknown) => known(each, 'data connection', dataConnectionKeys)],
    ['faults', readFault],
  ] as const) {
    const list = workspace[key]
    if (list === undefined) continue
    if (!Array.isArray(list)) throw new Error(`${key} must be a list.`)
    for (const each of list) read(each)
  }
  return workspace as Workspace
}

/** Checks a change of behaviour that comes from outside. */
export function readBehaviour(value: unknown): BehaviourOptions {
  return known(value, 'behaviour', behaviourKeys) as BehaviourOptions
}

/** Checks a project that comes from outside. */
export function readProject(value: unknown): ProjectSeed {
  const project = known(value, 'project', projectKeys)
  for (const plan of Array.isArray(project.plans) ? project.plans : []) readPlan(plan)
  return project as ProjectSeed
}

/** Checks a foreign run that comes from outside. */
export function readForeignRun(value: unknown): ForeignRun {
  const run = known(value, 'run', foreignRunKeys)
  if (run.plan !== undefined) readPlan(run.plan)
  return run as ForeignRun
}

/** Checks a fault that comes from outside. */
export function readFault(value: unknown): Fault {
  const fault = known(value, 'fault', faultKeys)
  const { kind, operation } = fault
  if (typeof kind !== 'string' || !faultKinds.includes(kind)) {
    throw new Error(`fault.kind must be one of ${faultKinds.join(', ')}.`)
  }
  if (operation !== '*' && !operations.some((each) => each === operation)) {
    throw new Error(`fault.operation must be * or one of ${operations.join(', ')}.`)
  }
  for (const name of needed[kind] ?? []) {
    if (fault[name] === undefined) throw new Error(`A fault of kind ${kind} needs ${name}.`)
  }
  return fault as unknown as Fault
}

function readRun(value: unknown): void {
  const { projectId, ...run } = known(value, 'run', ['projectId', ...foreignRunKeys])
  if (typeof projectId !== 'string') throw new Error('run.projectId must be a string.')
  readForeignRun(run)
}

function readToken(value: unknown): TokenSeed {
  const token = known(value, 'token', tokenKeys)
  if (typeof token.value !== 'string') throw new Error('token.value must be a string.')
  return token as unknown as TokenSeed
}

function readPlan(value: unknown): RunPlan {
  return known(value, 'plan', planKeys) as RunPlan
}

function known(
  value: unknown,
  what: string,
  keys: ReadonlyArray<string>,
): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error(`A ${what} must be a mapping.`)
  const unknown = Object.keys(value).filter((key) => !keys.includes(key))
  if (unknown.length > 0) throw new Error(`A ${what} has no ${unknown.join(', ')}.`)
  return value
}

const foreignRunKeys = ['trigger', 'plan', 'startedAgoMs', 'userId']
const planKeys = ['pendingMs', 'runningMs', 'end', 'stages', 'cancel', 'cancelTakesMs']
const tokenKeys = [
  'value',
  'scopes',
  'expiresAtMs',
  'userId',
  'userName',
  'userEmail',
  'slackNotificationsEnabled',
]
const userKeys = ['id', 'name', 'email', 'role']
const dataConnectionKeys = ['id', 'name', 'type', 'details']
const faultKinds = [
  'delay',
  'cut',
  'reset',
  'stall',
  'refuse',
  'failure',
  'status',
  'html',
  'garbage',
  'empty',
  'huge',
  'redirect',
]
const needed: Readonly<Record<string, ReadonlyArray<string>>> = {
  failure: ['status', 'words'],
  status: ['status'],
  huge: ['bytes'],
  redirect: ['location'],
}
const faultKeys = [
  'operation',
  'projectId',
  'skip',
  'times',
  'kind',
  'afterMs',
  'effect',
  'status',
  'words',
  'body',
  'headers',
  'retryAfter',
  'bytes',
  'location',
]
const projectKeys = [
  'id',
  'title',
  'description',
  'type',
  'version',
  'createdAt',
  'lastEditedAt',
  'lastPublishedAt',
  'archivedAt',
  'trashedAt',
  'publishedResultsUpdatedAt',
  'ownerEmail',
  'creatorEmail',
  'status',
  'categories',
  'collectionIds',
  'queriedTables',
  'schedules',
  'inputs',
  'savedViews',
  'cells',
  'showsPublishedResults',
  'access',
  'plans',
]
const behaviourKeys = [
  'generation',
  'host',
  'projectVersionAs',
  'runTriggerShown',
  'listedByDefault',
  'listingOrder',
  'listingLagMs',
  'readingLagMs',
  'unknownInputs',
  'unknownBodyKeys',
  'stringBooleans',
  'notFoundAs',
  'meAnswers',
  'publishWithInputs',
  'dryRunChecks',
  'finishedRunCancel',
  'cancelTakesMs',
  'runScopeReads',
  'kernelLimit',
  'uiKernels',
  'enterprisePlan',
  'exportsAllowed',
  'limits',
  'expiryUnit',
  'wrongHost',
  'clockSkewMinutes',
  'runIdVersion',
  'latencyMs',
]
const workspaceKeys = [
  'seed',
  'tokens',
  'projects',
  'runs',
  'users',
  'dataConnections',
  'faults',
  ...behaviourKeys,
]
