import type { KnownRun, Run } from '../hex/wire.ts'
import type { Trouble } from '../run/outcome.ts'

/** A run with the project that it belongs to. */
export interface ChosenRun {
  readonly projectId: string
  readonly run: Run
}

/** The result for one run. */
export type Result =
  /** Hex accepted the cancel request, and the run is KILLED. */
  | 'cancelled'
  /** Hex accepted the cancel request, and the step did not wait for the end (`wait: false`). */
  | 'requested'
  /** The run ended by itself, before or despite the cancel request. */
  | 'ended'
  /** The run would be cancelled (`dry-run: true`). */
  | 'listed'
  /** Hex accepted the cancel request, but the end is not confirmed. */
  | 'unconfirmed'
  /** The cancel failed, and the run may still be active. */
  | 'refused'
  /** No cancel was sent, because the step timed out or the job was cancelled. */
  | 'untried'

/** The results as the end of a sentence that begins with the run. */
export const resultWords: Readonly<Record<Result, string>> = {
  cancelled: 'was cancelled',
  requested: 'is being cancelled',
  ended: 'had already ended',
  listed: 'would be cancelled',
  unconfirmed: 'is being cancelled and may still be running',
  refused: 'could not be cancelled and may still be running',
  untried: 'was not cancelled in time',
}

/** What is known about a run's origin and what became of it, as the end of a sentence that begins with the run. */
export function originAndResult({ run, result }: Pick<RunResult, 'run' | 'result'>): string {
  const { runTrigger, startTime } = run
  const origin = [
    ...(runTrigger === undefined ? [] : [`trigger ${runTrigger}`]),
    ...(startTime === undefined ? [] : [`started at ${startTime}`]),
  ].join(', ')
  return `${origin && `(${origin}) `}${resultWords[result]}`
}

/** A run in words, for the log and for annotations. */
export function runResultLine({ run, result }: Pick<RunResult, 'run' | 'result'>): string {
  const status = result === 'ended' ? ` (${run.status})` : ''
  const address = run.runUrl === undefined ? '' : ` ${run.runUrl}`
  return `Run ${run.runId} ${originAndResult({ run, result })}${status}.${address}`
}

/** A run that was to be cancelled, for a `results` output. */
export function cancelledRun(run: KnownRun | undefined) {
  return {
    run_id: run?.runId ?? null,
    run_url: run?.runUrl ?? null,
    status: run?.status || null,
    trigger: run?.runTrigger ?? null,
    start_time: run?.startTime ?? null,
  }
}

/** One run, as last seen, and its result. */
export interface RunResult extends ChosenRun {
  readonly result: Result
  /** The failed call behind `refused` and `unconfirmed`. */
  readonly trouble?: Trouble
}

/** A project whose runs could not be listed. */
export interface ProjectFailure {
  readonly projectId: string
  readonly trouble: Trouble
}

/** Why an active run is not cancelled. */
export type Spared = 'ours' | 'other-trigger' | 'too-young' | 'age-unknown'

/** An active run that was not cancelled, and why. */
export interface SparedRun extends ChosenRun {
  readonly why: Spared
}

/** The result of the whole step. */
export interface CancelOutcome {
  readonly runs: ReadonlyArray<RunResult>
  readonly failures: ReadonlyArray<ProjectFailure>
  readonly spared: ReadonlyArray<SparedRun>
}
