import type { Trigger } from '../../src/hex/wire.ts'
import type { RunInputName } from '../../src/inputs/contract.ts'
import type { Together } from '../../src/run/several.ts'
import type { BehaviourOptions } from '../hex-simulator/behaviour.ts'
import type { Fault } from '../hex-simulator/faults.ts'
import type { RunPlan, RunTrigger } from '../hex-simulator/runs.ts'

/** One step to play: what the user asked for, how Hex behaves, what goes wrong, and who stops it. */
export interface Schedule {
  /** One in most steps; several live together. */
  readonly runs: ReadonlyArray<ScheduleRun>
  readonly together: Together
  readonly behaviour: BehaviourOptions
  /** One for each start of a project that Hex takes; the last repeats. */
  readonly plans: ReadonlyArray<RunPlan>
  /** Age of the published results at the beginning; undefined if they were never updated. */
  readonly resultsAgeMs: number | undefined
  readonly faults: ReadonlyArray<Fault>
  /** What the first requests of a process meet on their way, one each; later ones meet nothing. */
  readonly network: ReadonlyArray<Passage>
  /** Runs of others. Negative times are before our start. */
  readonly foreign: ReadonlyArray<ForeignPlan>
  readonly stop: StopPlan
  /** A parallel step of the same job with the same token; undefined in most jobs. */
  readonly beside: StepBeside | undefined
  /** From 0 up to 1, used in turn for all jitter. */
  readonly chances: ReadonlyArray<number>
}

export interface StepBeside extends Pick<Schedule, 'runs' | 'together' | 'stop'> {
  /** From the beginning of the first step to that of this one. */
  readonly afterMs: number
}

/** The way of one request and its response. */
export interface Passage {
  /** Added to the response, so that requests sent together are answered in any order. */
  readonly lateMs: number
  /** Hex or a proxy closed the kept connection, so the request fails before it is sent. */
  readonly isClosed: boolean
}

/** The projects of every schedule. */
export const projectIds = [
  '0197c3a1-5d20-7b41-9e0f-4a7c21d35b68',
  '0197c3a1-5d20-7b41-9e0f-4a7c21d35b69',
] as const

export type ProjectId = (typeof projectIds)[number]

/** What the user asked of one run. */
export interface ScheduleRun {
  readonly projectId: ProjectId
  readonly wait: boolean
  readonly timeoutMs: number
  readonly cancelOnTimeout: boolean
  readonly cancelActive: boolean
  readonly maxAttempts: number
  /** undefined lets the run's age decide. */
  readonly pollIntervalMs: number | undefined
  readonly dryRun: boolean
  /** Follow the first foreign run, or the newest run, instead of starting one. */
  readonly follow: 'first' | 'newest' | undefined
  readonly newerThanMs: number
  readonly newestTrigger: Trigger
  readonly skipIfNewerThanMs: number | undefined
}

/**
 * What varies each input of the action in the replays, or why nothing does. A new input without an entry here is a
 * compile error, and one that every replay gives the same value fails a test.
 */
export const inputsOfReplays = {
  token: { why: 'A wrong token ends a run like any other refusal (the faults).' },
  'project-id': { by: 'projectId' },
  'input-params': { why: 'The parameters tell whose start a request is.' },
  'view-id': { why: 'Only Hex reads it.' },
  'update-published-results': { why: 'Hex refuses it together with parameters.' },
  'use-cached-sql-results': { why: 'Only Hex reads it.' },
  notifications: { why: 'Only Hex reads it.' },
  'skip-if-newer-than': { by: 'skipIfNewerThanMs' },
  'dry-run': { by: 'dryRun' },
  'run-id': { by: 'follow' },
  'newer-than': { by: 'newerThanMs' },
  'run-trigger': { by: 'newestTrigger' },
  wait: { by: 'wait' },
  timeout: { by: 'timeoutMs' },
  'cancel-on-timeout': { by: 'cancelOnTimeout' },
  'poll-interval': { by: 'pollIntervalMs' },
  'cancel-active': { by: 'cancelActive' },
  'max-attempts': { by: 'maxAttempts' },
  runs: { by: 'runs' },
  'max-parallel': { by: 'maxParallel' },
  'fail-fast': { by: 'failFast' },
  'base-url': { why: 'The HTTP layer is replaced.' },
  summary: { why: 'A replay ends before the reports.' },
  'pr-comment': { why: 'A replay ends before the reports.' },
  'pr-number': { why: 'A replay ends before the reports.' },
  'check-name': { why: 'A replay ends before the reports.' },
  'report-key': { why: 'A replay ends before the reports.' },
  charts: { why: 'A replay ends before the reports.' },
  'charts-size': { why: 'A replay ends before the reports.' },
  'charts-titles': { why: 'A replay ends before the reports.' },
  'charts-branch': { why: 'A replay ends before the reports.' },
  'charts-keep-days': { why: 'A replay ends before the reports.' },
  'github-token': { why: 'A replay ends before the reports.' },
  'matrix-leg': { why: 'A replay ends before the reports.' },
  'job-status': { why: 'It only words the report of the post step.' },
} as const satisfies Readonly<
  Record<
    RunInputName,
    { readonly by: keyof ScheduleRun | keyof Together | 'runs' } | { readonly why: string }
  >
>

export interface ForeignPlan {
  readonly projectId: ProjectId
  readonly atMs: number
  readonly trigger: RunTrigger
  readonly plan: RunPlan
}

/**
 * How the job is stopped, if it is: `none` lets it end; `signal` is SIGINT, with SIGKILL ten seconds later, then
 * post; `kill` is SIGKILL at once, then post; `shutdown` is the signals and no post; `container` starts post while
 * main goes on, unaware.
 */
export interface StopPlan {
  readonly kind: 'none' | 'signal' | 'kill' | 'shutdown' | 'container'
  /** After so many steps of the main process, so that every await is met. */
  readonly afterSteps: number
  /** And so many milliseconds later, which may be between two steps. */
  readonly afterMs: number
  /** From main's end to the post step: other steps may run in between. */
  readonly postDelayMs: number
  /** So long after its begin post gets a signal too, as at the end of its own time; undefined in most jobs. */
  readonly postSignalAfterMs: number | undefined
}
