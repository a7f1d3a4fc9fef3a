import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { ProjectSeed } from '../hex-simulator/projects.ts'
import type { Operation } from '../hex-simulator/routes.ts'
import { isTerminal, type RunPlan } from '../hex-simulator/runs.ts'
import { requestViolations } from '../hex-simulator/schema.ts'
import {
  type HexSimulator,
  type HexSimulatorOptions,
  startHexSimulator,
} from '../hex-simulator/server.ts'
import type { RequestRecord } from '../hex-simulator/state.ts'
import type { RunRecord } from '../hex-simulator/world.ts'
import type { CancelMode, HostEvent, StepRequest } from '../runner-host/contract.ts'
import { type PlayedStep, playSteps } from './play-step.ts'

/** The repository's root: the folder with the action that is being told about. */
export const actionDir = path.resolve(import.meta.dirname, '../..')

/** A run that is over before the first look at it. */
export const quick: RunPlan = { pendingMs: 100, runningMs: 300 }
/** A run that goes on until somebody stops it. */
export const endless: RunPlan = { pendingMs: 100, end: 'never' }

/**
 * Values of input parameters that may be seen in the body of RunProject and nowhere else. Every job has them
 * unless its story is about other inputs.
 */
const markedValues = ['marked-value-Zürich', '86753090042'] as const
const markedParams = `{"city": "${markedValues[0]}", "limit": ${markedValues[1]}}`

export interface StageOptions extends Omit<HexSimulatorOptions, 'projects' | 'runs' | 'tokens'> {
  /** One for each run that is started, in order; the last one repeats. Default `quick`. */
  readonly plans?: ReadonlyArray<RunPlan>
  readonly project?: Omit<ProjectSeed, 'id' | 'plans'>
  readonly scopes?: ReadonlyArray<'Read projects' | 'Run projects'>
}

/** A use of the action; what is not said is what most stories have. */
export interface Use extends Omit<StepRequest, 'actionDir' | 'machineEnv' | 'keep' | 'onEvent'> {
  readonly with?: Readonly<Record<string, unknown>>
}

/** A job that is over, with everything that its processes left behind. */
export interface Job extends PlayedStep {
  /** Every line of the log, main and post. */
  readonly log: ReadonlyArray<string>
  readonly events: ReadonlyArray<HostEvent>
  /** Planned cancels whose moment never came. */
  readonly missedCancels: ReadonlyArray<CancelMode>
  /** The text of a file that the environment of main names, such as GITHUB_OUTPUT. */
  readonly file: (variable: string) => string
}

/** A Hex with one project on it that others use as well, and the jobs that were run against it. */
export interface Stage {
  readonly hex: HexSimulator
  readonly token: string
  readonly projectId: string
  /** Runs the repository's action to the end of its job. */
  readonly play: (use?: Use) => Promise<Job>
  /** Runs several uses side by side in one job. */
  readonly playBeside: (uses: ReadonlyArray<Use>) => Promise<ReadonlyArray<Job>>
  readonly jobs: () => ReadonlyArray<Job>
  /** Runs that a request of ours created, in order. */
  readonly ourRuns: () => ReadonlyArray<RunRecord>
  readonly activeRunsOfOurs: () => ReadonlyArray<RunRecord>
  readonly foreignRuns: () => ReadonlyArray<RunRecord>
  /** Starts a run that is somebody else's, now. */
  readonly addForeignRun: (trigger: RunRecord['trigger']) => RunRecord
  readonly requestsOf: (operation: Operation) => ReadonlyArray<RequestRecord>
  /** How many requests of each kind Hex received. */
  readonly requestsByOperation: () => Readonly<Partial<Record<Operation, number>>>
  /** Throws if a request was none that Hex's OpenAPI document has. */
  readonly close: () => Promise<void>
}

/** Sets a stage. Foreign runs are going on in the project, of every kind, and one has ended before. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { plans = [quick], project = {}, scopes, ...world } = options
  const token = `hxtw_${randomBytes(48).toString('hex')}`
  const hex = await startHexSimulator({
    ...world,
    tokens: [{ value: token, ...(scopes === undefined ? {} : { scopes }) }],
    projects: [{ title: 'Weekly revenue', ...project, id: projectId, plans }],
    runs: [
      { projectId, trigger: 'API', startedAgoMs: 3_600_000, plan: { runningMs: 60_000 } },
      { projectId, trigger: 'SCHEDULED', startedAgoMs: 120_000, plan: endless },
      { projectId, trigger: 'APP_REFRESH', startedAgoMs: 60_000, plan: endless },
      { projectId, trigger: 'API', startedAgoMs: 30_000, plan: endless },
    ],
  })
  const jobs: Array<Job> = []
  const runs = (isOurs: boolean) =>
    hex.world.runs().filter((run) => (run.createdByRequest !== null) === isOurs)
  const requestsOf = (operation: Operation) =>
    hex.world.requests().filter((request) => request.operation === operation)

  const playBeside = async (uses: ReadonlyArray<Use>) => {
    const inputs = { token, 'base-url': hex.url, 'project-id': projectId }
    const played = await playJobs(uses, inputs)
    jobs.push(...played)
    return played
  }

  return {
    hex,
    token,
    projectId,
    play: async (use = {}) => {
      const [job] = await playBeside([use])
      if (job === undefined) throw new Error('The step has no job.')
      return job
    },
    playBeside,
    jobs: () => jobs,
    ourRuns: () => runs(true),
    activeRunsOfOurs: () => runs(true).filter((run) => !isTerminal(run.status)),
    foreignRuns: () => runs(false),
    addForeignRun: (trigger) => hex.world.addRun(projectId, { trigger, plan: endless }),
    requestsOf,
    requestsByOperation: () => {
      const counts: Partial<Record<Operation, number>> = {}
      for (const { operation } of hex.world.requests()) {
        if (operation !== null) counts[operation] = (counts[operation] ?? 0) + 1
      }
      return counts
    },
    close: async () => {
      await hex.close()
      const violations = requestViolations(hex.world.requests())
      if (violations.length > 0) throw new Error(violations.join('; '))
    },
  }
}

const projectId = '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68'

/** Resolves after so many milliseconds of real time. */
export function passed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

async function playJobs(
  uses: ReadonlyArray<Use>,
  inputs: Readonly<Record<string, string>>,
): Promise<ReadonlyArray<Job>> {
  const heard: ReadonlyArray<Array<HostEvent>> = uses.map(() => [])
  const steps = uses.map(
    (use, index): StepRequest => ({
      // As the runner names steps without an id.
      stepId: index === 0 ? '__run' : `__run_${index + 1}`,
      ...use,
      actionDir,
      // What a hosted machine has; the proxies of the machine that runs the tests are none of its business.
      machineEnv: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
      with: { ...inputs, 'poll-interval': '1s', 'input-params': markedParams, ...use.with },
      secrets: [inputs['token'] ?? ''],
      onEvent: (event) => heard[index]?.push(event),
    }),
  )
  const reports = await playSteps(steps, markedValues)
  return reports.map((report, index) => ({
    ...report,
    log: [...report.main.log, ...(report.post?.log ?? [])],
    events: heard[index] ?? [],
    missedCancels: [uses[index]?.cancel ?? []]
      .flat()
      .map(({ mode }) => mode)
      .filter((mode) => !heard[index]?.some((event) => isCancel(event, mode))),
    file: (variable) => report.written.get(report.main.environment[variable] ?? '') ?? '',
  }))
}

function isCancel(event: HostEvent, mode: CancelMode): boolean {
  return event.kind === 'cancel-requested' && event.mode === mode
}
