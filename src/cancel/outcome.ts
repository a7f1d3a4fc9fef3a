import type { Run } from '../hex/wire.ts'
import type { Trouble } from '../run/outcome.ts'
import type { Spared } from './choice.ts'

/** A run with the project that it belongs to. */
export interface ChosenRun {
  readonly projectId: string
  readonly run: Run
}

/** What became of one run. */
export type Result =
  /** Hex took the cancel, and the run was seen to be KILLED. */
  | 'cancelled'
  /** Hex took the cancel, and nobody waited for it (`wait: false`). */
  | 'requested'
  /** It ended by itself, before the cancel or in spite of it. */
  | 'ended'
  /** It would be cancelled (`dry-run: true`). */
  | 'listed'
  /** Hex took the cancel, but the run was not seen to end. */
  | 'unconfirmed'
  /** It could not be cancelled and may still be going. */
  | 'refused'
  /** Its turn did not come: the time was up, or the job was cancelled. */
  | 'untried'

/** What became of a run, as the end of a sentence that begins with the run. */
export const resultWords: Readonly<Record<Result, string>> = {
  cancelled: 'was cancelled',
  requested: 'is being cancelled',
  ended: 'had already ended',
  listed: 'would be cancelled',
  unconfirmed: 'was cancelled, but its end is not confirmed',
  refused: 'could not be cancelled and may still be running',
  untried: 'was not reached in time',
}

/** One run, as last seen, and what became of it. */
export interface RunResult {
  readonly projectId: string
  readonly run: Run
  readonly result: Result
  /** The failed call behind `refused` and `unconfirmed`. */
  readonly trouble?: Trouble
}

/** A project whose runs could not be listed; the others went on. */
export interface ProjectFailure {
  readonly projectId: string
  readonly trouble: Trouble
}

/** An active run that was left alone, and why. */
export interface SparedRun {
  readonly projectId: string
  readonly run: Run
  readonly why: Spared
}

/** What became of all of them. */
export interface CancelOutcome {
  readonly runs: ReadonlyArray<RunResult>
  readonly failures: ReadonlyArray<ProjectFailure>
  readonly spared: ReadonlyArray<SparedRun>
}
