import type { KnownRun, Run } from '../hex/wire.ts'

/** What a status means for a step that waits. */
export type Progress = 'going' | 'completed' | 'errored' | 'killed' | 'no_kernel'

/**
 * The statuses are those of Hex's OpenAPI document (2025 and 2026). Hex added UNABLE_TO_ALLOCATE_KERNEL later, so it may
 * add more. An unknown status, or none, is neither an end nor a success.
 */
export function progressOf(status: string | undefined): Progress {
  switch (status) {
    case 'COMPLETED':
      return 'completed'
    case 'ERRORED':
      return 'errored'
    case 'KILLED':
      return 'killed'
    case 'UNABLE_TO_ALLOCATE_KERNEL':
      return 'no_kernel'
    default:
      return 'going'
  }
}

export function hasEnded(status: string | undefined): boolean {
  return progressOf(status) !== 'going'
}

/** Is this one of the statuses that Hex documents? */
export function isKnownStatus(status: string): boolean {
  return status === 'PENDING' || status === 'RUNNING' || hasEnded(status)
}

/** How a use of the action ended. Only `success`, `detached`, `dry_run` and `skipped` are green. */
export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'timed_out'
  | 'detached'
  | 'dry_run'
  | 'skipped'

/** Why it ended, as a stable code for scripts (`reason` in the `results` output). */
export type Reason =
  /** The run COMPLETED. */
  | 'completed'
  /** The run ended as ERRORED. */
  | 'errored'
  /** Somebody or something else ended the run. */
  | 'killed'
  /** No kernel became free before the deadline. */
  | 'no_kernel'
  /** The run outlived `timeout`. */
  | 'timed_out'
  /** `timeout` passed before Hex accepted the start. */
  | 'not_started_in_time'
  /** The job was cancelled, or the step hit its `timeout-minutes`. */
  | 'aborted'
  /** Another run of the same step failed, and `fail-fast` was set. */
  | 'fail_fast'
  /** The project cannot run: unpublished, archived, in the trash, or a component. */
  | 'not_runnable'
  /** Hex refused the start, or could not be reached before one was sent. */
  | 'start_refused'
  /** The response to the start request was lost, and the run could not be identified. */
  | 'start_unknown'
  /** `run-id` names a run that the project does not have, or that the token has no access to. */
  | 'run_not_found'
  /** `run-id: latest`: no run that is new enough appeared before the deadline. */
  | 'no_new_run'
  /** `run-id: latest`: the list of runs does not show which one is the newest. */
  | 'newest_unknown'
  /** The run's status could not be read for too long. */
  | 'lost_contact'
  /** `wait: false`: the run continues without this step. */
  | 'detached'
  /** `dry-run: true`: Hex accepted the call and ran nothing. */
  | 'dry_run'
  /** `skip-if-newer-than`: the published results are fresh; nothing was started. */
  | 'fresh'
  /** An input is invalid; nothing was sent. */
  | 'invalid_input'
  /** An unexpected error in this action. */
  | 'internal_error'

/** A failed call for reports. */
export interface Trouble {
  /** Method, path, status, Hex's words, remedy and trace ID in one line. */
  readonly text: string
  readonly traceId?: string
}

/** The state of a run after a cancel request. */
export type Stop =
  /** Its end is confirmed. */
  | { readonly kind: 'ended' }
  /** Hex accepted the cancel request, but the end is not confirmed. */
  | { readonly kind: 'accepted' }
  /** Hex did not accept the cancel request. */
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  /** No cancel was sent: `cancel-on-timeout: false`, or a run that this step did not start. */
  | { readonly kind: 'left' }

/** How old a project's published results are, by Hex's clock. */
export interface Freshness {
  /** ISO 8601. */
  readonly updatedAt: string
  readonly ageMs: number
}

/** A run that `cancel-active` chose. */
export interface ClearedRun {
  /** As last seen. */
  readonly run: Run
  readonly result: ClearedResult
}

/** What became of it: KILLED, ended on its own, cancel accepted without a confirmed end, or not cancelled. */
export type ClearedResult = 'cancelled' | 'ended' | 'unconfirmed' | 'refused' | 'untried'

/** The facts about the end of one run's life. */
export interface Outcome {
  /** The run's name in `runs`; undefined for a single run. */
  readonly name?: string
  readonly conclusion: Conclusion
  readonly reason: Reason
  readonly projectId: string
  readonly projectTitle?: string
  /** The run as last seen; undefined when none is known. */
  readonly run?: KnownRun
  /** Number of starts that Hex accepted. */
  readonly attempt: number
  /** The run was found by a search after the response to its start was lost. */
  readonly adopted: boolean
  /** Milliseconds from this step's start to the end of this life. */
  readonly tookMs: number
  /** Usual duration of a run of this project, milliseconds; undefined if its recent runs don't show it. */
  readonly typicalMs?: number
  /** The failed call that decided, or the last one before the end. */
  readonly trouble?: Trouble
  /** A sentence for `not_runnable`, `no_new_run`, `newest_unknown`, `invalid_input` and `internal_error`. */
  readonly detail?: string
  /** For `fresh`: when the published results were updated, and how long ago that was. */
  readonly fresh?: Freshness
  /** The `timeout` of this run, milliseconds. */
  readonly timeoutMs?: number
  /** A followed run that had ended before this step began. */
  readonly endedBefore?: {
    /** `run-id` names the run, and the job runs again: an earlier attempt may have handed the id over. */
    readonly isFromRerun: boolean
  }
  /** The runs of the attempts before the last one, in order. */
  readonly earlierRuns?: ReadonlyArray<KnownRun>
  /** What `cancel-active` did with the project's other active runs, in order; undefined when it was not set. */
  readonly cleared?: ReadonlyArray<ClearedRun>
  /** Set when we stopped following a run that had not ended. */
  readonly stop?: Stop
  /** Runs that may be ours, if the search could not decide; undefined if the search was not finished. */
  readonly candidates?: ReadonlyArray<Run>
}

/** Is it certain that no run of ours is active, or that the user wants it to be? */
export function isSettled(outcome: Outcome): boolean {
  if (outcome.reason === 'start_unknown') return false
  return outcome.stop === undefined || outcome.stop.kind === 'ended' || outcome.stop.kind === 'left'
}

/**
 * The run that a step with several reports as its own (the plain outputs): the first that failed by itself, else the
 * first that did not succeed, else the first. A run that was cancelled because of another one explains nothing.
 */
export function leadingOutcome(outcomes: ReadonlyArray<Outcome>): Outcome | undefined {
  return (
    outcomes.find(hasFailedItself) ??
    outcomes.find(({ conclusion }) => !isGreen(conclusion)) ??
    outcomes[0]
  )
}

/** Did this run fail for a reason of its own? One that was cancelled did not. */
export function hasFailedItself({ conclusion }: Outcome): boolean {
  return conclusion === 'failure' || conclusion === 'timed_out'
}

/** Was this step stopped before it could confirm the end of its run? Then the post step confirms and reports it. */
export function isHandedOn(outcome: Outcome): boolean {
  return outcome.conclusion === 'cancelled' && outcome.reason !== 'fail_fast' && !isSettled(outcome)
}

const green: ReadonlySet<Conclusion> = new Set(['success', 'detached', 'dry_run', 'skipped'])

/** Does the step succeed? Only if the user got what they asked for. */
export function isGreen(conclusion: Conclusion): boolean {
  return green.has(conclusion)
}
