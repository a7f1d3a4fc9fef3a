import type { BehaviourOptions } from '../hex-simulator/behaviour.ts'
import type { Fault } from '../hex-simulator/faults.ts'
import type { RunPlan, RunTrigger } from '../hex-simulator/runs.ts'

/** One life to play: what the user asked for, how Hex behaves, what goes wrong, and who stops it. */
export interface Schedule {
  readonly inputs: ScheduleInputs
  readonly behaviour: BehaviourOptions
  /** One for each start that Hex takes; the last repeats. */
  readonly plans: ReadonlyArray<RunPlan>
  readonly faults: ReadonlyArray<Fault>
  /** Runs of others on the same project. Negative times are before our start. */
  readonly foreign: ReadonlyArray<ForeignPlan>
  readonly stop: StopPlan
  /** From 0 up to 1, used in turn for all jitter. */
  readonly chances: ReadonlyArray<number>
}

export interface ScheduleInputs {
  readonly wait: boolean
  readonly timeoutMs: number
  readonly cancelOnTimeout: boolean
  readonly maxAttempts: number
  readonly dryRun: boolean
  /** Follow the first foreign run instead of starting one. */
  readonly follow: boolean
}

export interface ForeignPlan {
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
}
