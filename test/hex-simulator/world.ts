import { sampleToken, type TokenSeed, tokenFrom } from './auth.ts'
import { type BehaviourOptions, changeBehaviour, resolveBehaviour } from './behaviour.ts'
import type { Collection } from './collections.ts'
import {
  type DataConnection,
  type DataConnectionSeed,
  dataConnectionFrom,
} from './data-connections.ts'
import type { Fault } from './faults.ts'
import type { Group } from './groups.ts'
import { createIdentifiers } from './identifiers.ts'
import { type Project, type ProjectSeed, projectFrom } from './projects.ts'
import { type Effect, receive, settle } from './receive.ts'
import {
  forceStatus,
  type Life,
  lifeAt,
  type Run,
  type RunPlan,
  type RunTrigger,
  stagesOf,
} from './runs.ts'
import { type RequestRecord, runIdAt, type WorldState } from './state.ts'
import { type User, type UserSeed, userFrom } from './users.ts'
import type { ApiRequest, Delivery } from './wire.ts'

/** What a world begins with. */
export interface WorldOptions extends BehaviourOptions {
  /** Epoch milliseconds; never goes back. */
  readonly now: () => number
  /** Of the ids. Default 1. */
  readonly seed?: number
  /** Default: `sampleToken`, with all scopes. */
  readonly tokens?: ReadonlyArray<TokenSeed>
  readonly projects?: ReadonlyArray<ProjectSeed>
  /** Runs there are already, such as those of the last nights. */
  readonly runs?: ReadonlyArray<ForeignRun & { readonly projectId: string }>
  readonly users?: ReadonlyArray<UserSeed>
  readonly dataConnections?: ReadonlyArray<DataConnectionSeed>
  readonly faults?: ReadonlyArray<Fault>
}

/** A Hex in memory: pure, synchronous, and driven by the clock it was given. */
export interface World {
  /** Receives one request. Its effect, if it has one, follows the clock and not the client. */
  readonly receive: (request: ApiRequest) => Delivery
  readonly addFault: (fault: Fault) => void
  readonly clearFaults: () => void
  readonly addProject: (seed: ProjectSeed) => Project
  readonly addToken: (seed: TokenSeed) => void
  /** From now on the token is as good as none. */
  readonly revokeToken: (value: string) => void
  /** A run that is not ours: started by a schedule, a viewer or somebody else's API call. */
  readonly addRun: (projectId: string, run?: ForeignRun) => RunRecord
  /** Forces a status on a run that has not ended, from now on. */
  readonly forceStatus: (runId: string, status: string) => RunRecord
  /** Changes how Hex behaves, from the next request on. */
  readonly changeBehaviour: (changes: BehaviourOptions) => void
  /** Every request received, in order. */
  readonly requests: () => ReadonlyArray<RequestRecord>
  /** Every run there ever was, in order of creation, as it is now. */
  readonly runs: () => ReadonlyArray<RunRecord>
  readonly projects: () => ReadonlyArray<Project>
  readonly users: () => ReadonlyArray<User>
  readonly groups: () => ReadonlyArray<Group>
  readonly collections: () => ReadonlyArray<Collection>
  /** With their secrets, which no answer shows. */
  readonly dataConnections: () => ReadonlyArray<DataConnection>
  /** When the next late effect lands; null when none is on its way. */
  readonly nextEffectAtMs: () => number | null
}

/** A run to put into the world beside those that requests create. */
export interface ForeignRun {
  /** Default SCHEDULED. */
  readonly trigger?: RunTrigger
  readonly plan?: RunPlan
  /** Default 0: it starts now. */
  readonly startedAgoMs?: number
  /** Whose kernel it takes. Default: one that this world does not count. */
  readonly userId?: string
}

/** A run as a test looks at it. */
export interface RunRecord extends Life {
  readonly id: string
  readonly projectId: string
  readonly trigger: RunTrigger
  readonly createdAtMs: number
  readonly updatesPublishedResults: boolean
  /** The `sequence` of the request that created it; null for a foreign run. */
  readonly createdByRequest: number | null
  /** When a CancelRun was accepted for it. */
  readonly cancelledAtMs: number | null
  /** How many CancelRun requests it received, refused ones included. */
  readonly cancelCount: number
}

/** Creates a world. It costs a few maps: make one for each test or schedule. */
export function createWorld(options: WorldOptions): World {
  const {
    now,
    seed = 1,
    tokens = [{ value: sampleToken }],
    projects = [],
    runs = [],
    users = [],
    dataConnections = [],
    faults = [],
    ...rest
  } = options
  const state: WorldState = {
    behaviour: resolveBehaviour(rest),
    identifiers: createIdentifiers(seed),
    tokens: new Map(tokens.map((token) => [token.value, tokenFrom(token)])),
    projects: new Map(),
    runs: new Map(),
    users: new Map(),
    groups: new Map(),
    collections: new Map(),
    dataConnections: new Map(),
    windows: new Map(),
    faults: faults.map((fault) => ({ fault, seen: 0 })),
    requests: [],
  }
  const effects: Array<Effect> = []

  const addProject = (project: ProjectSeed): Project => {
    const added = projectFrom(project, state.identifiers, now())
    state.projects.set(added.id.toLowerCase(), added)
    return added
  }
  for (const project of projects) addProject(project)
  for (const seeded of users) {
    const user = userFrom(seeded, state.identifiers, now())
    state.users.set(user.id, user)
  }
  for (const seeded of dataConnections) {
    const connection = dataConnectionFrom(seeded, state.identifiers, now())
    state.dataConnections.set(connection.id, connection)
  }
  for (const run of runs) addForeignRun(state, run.projectId, run, now())

  const runNamed = (runId: string): Run => {
    const run = state.runs.get(runId)
    if (run === undefined) throw new Error(`There is no run ${runId} in this world.`)
    return run
  }

  return {
    receive: (request) => receive(state, effects, request, now()),
    addFault: (fault) => {
      state.faults.push({ fault, seen: 0 })
    },
    clearFaults: () => {
      state.faults.length = 0
    },
    addProject,
    addToken: (token) => {
      state.tokens.set(token.value, tokenFrom(token))
    },
    revokeToken: (value) => {
      state.tokens.delete(value)
    },
    addRun: (projectId, run = {}) => {
      settle(effects, now())
      return recordOf(addForeignRun(state, projectId, run, now()), now())
    },
    forceStatus: (runId, status) => {
      settle(effects, now())
      const run = runNamed(runId)
      forceStatus(run, status, now())
      return recordOf(run, now())
    },
    changeBehaviour: (changes) => {
      settle(effects, now())
      state.behaviour = changeBehaviour(state.behaviour, changes)
    },
    requests: () => state.requests,
    runs: () => {
      settle(effects, now())
      return [...state.runs.values()].map((run) => recordOf(run, now()))
    },
    projects: () => [...state.projects.values()],
    users: () => [...state.users.values()],
    groups: () => [...state.groups.values()],
    collections: () => [...state.collections.values()],
    dataConnections: () => [...state.dataConnections.values()],
    nextEffectAtMs: () => {
      settle(effects, now())
      return effects[0]?.atMs ?? null
    },
  }
}

function addForeignRun(
  state: WorldState,
  projectId: string,
  foreign: ForeignRun,
  nowMs: number,
): Run {
  const project = state.projects.get(projectId.toLowerCase())
  if (project === undefined) throw new Error(`There is no project ${projectId} in this world.`)
  const plan = foreign.plan ?? {}
  const createdAtMs = nowMs - (foreign.startedAgoMs ?? 0)
  const run: Run = {
    id: runIdAt(state, createdAtMs),
    projectId: project.id,
    trigger: foreign.trigger ?? 'SCHEDULED',
    plan,
    stages: stagesOf(plan),
    createdAtMs,
    projectVersion: project.version,
    updatesPublishedResults: foreign.trigger !== 'API',
    notifications: [],
    traceId: state.identifiers.traceId(),
    userId: foreign.userId ?? null,
    createdByRequest: null,
    cancelledAtMs: null,
    killedAtMs: null,
    cancelCount: 0,
    forced: null,
  }
  state.runs.set(run.id, run)
  return run
}

function recordOf(run: Run, atMs: number): RunRecord {
  const { id, projectId, trigger, createdAtMs, updatesPublishedResults } = run
  const { createdByRequest, cancelledAtMs, cancelCount } = run
  return {
    id,
    projectId,
    trigger,
    createdAtMs,
    updatesPublishedResults,
    createdByRequest,
    cancelledAtMs,
    cancelCount,
    ...lifeAt(run, atMs),
  }
}
