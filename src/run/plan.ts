import type { Clock } from '../clock.ts'
import type { HexClient, RunSettings } from '../hex/client.ts'
import type { KnownRun, Project, Run, StartedRun, Trigger } from '../hex/wire.ts'
import type { Abort } from './abort.ts'
import type { Typical } from './history.ts'
import type { JobRuns } from './job-runs.ts'
import type { Journal } from './journal.ts'
import type { ClearedRun, Outcome, Trouble } from './outcome.ts'

/** What to do for one run, after all inputs were parsed and validated. */
export interface RunPlan {
  /** The run's name in `runs`; undefined for a single run. */
  readonly name?: string
  /** A UUID. */
  readonly projectId: string
  readonly start:
    | { readonly kind: 'new'; readonly settings: RunSettings }
    /** Follow a run that something else started. It is never cancelled. */
    | { readonly kind: 'existing'; readonly runId: string }
    /** Follow the newest run of the project, once there is one. */
    | { readonly kind: 'latest'; readonly choice: NewestChoice }
  readonly wait: boolean
  /** When this step began, milliseconds since the epoch. */
  readonly beganAtMs: number
  /** When the run must have ended, milliseconds since the epoch. */
  readonly deadlineAtMs: number
  readonly cancelOnTimeout: boolean
  /** A fixed polling interval; undefined adapts it to the run's age and recent durations. */
  readonly pollIntervalMs?: number
  /** First cancel the project's other active runs that were started over the API. */
  readonly cancelActive: boolean
  /** Start nothing while the published results are not older than this, milliseconds. */
  readonly skipIfNewerThanMs?: number
  /** "Re-run jobs" was used: GITHUB_RUN_ATTEMPT is above 1. */
  readonly isRerun: boolean
  /** New runs after ERRORED, the first one included. */
  readonly maxAttempts: number
}

/**
 * How long each part can take after `timeout`, in milliseconds. For main, the life of a run ends at most 75 s
 * after its deadline (`poll` and `cancel`, and one request that is on its way then), and at most 150 s if the response
 * to the start was still out at the deadline (`search`, 12 s for the last search, `poll` and `cancel`).
 */
export const afterDeadlineMs = {
  /** The response to a start that is on its way names the run, so it is waited for so long after the deadline. */
  start: 15_000,
  /** The last search for a run whose start got no response begins at most this long after the deadline. */
  search: 62_000,
  /** All status requests between the deadline, or the moment a later run is known, and the cancel request. */
  poll: 10_000,
  /** The cancel request, and the status requests that confirm it. */
  cancel: 60_000,
} as const

/** Which run `run-id: latest` means. */
export interface NewestChoice {
  /** How far back from this step's start the run may have started, milliseconds. */
  readonly newerThanMs: number
  readonly trigger: Trigger
}

/** Everything outside the code that a run's life needs. */
export interface RunWorld {
  readonly hex: HexClient
  readonly clock: Clock
  /** From 0 up to 1. */
  readonly random: () => number
  readonly abort: Abort
  readonly journal: Journal
  /** What the runs of this job share. */
  readonly jobRuns: JobRuns
  readonly onEvent: (event: RunEvent) => void
}

/** What happens in a run's life, in the order it happens, for the log and the live reports. */
export type RunEvent =
  | { readonly kind: 'project'; readonly title: string }
  /** Durations of recent runs of the project. */
  | ({ readonly kind: 'typical' } & Pick<Typical, 'typicalMs' | 'latestMs' | 'fromRuns'>)
  | {
      readonly kind: 'started'
      readonly run: StartedRun
      readonly attempt: number
      readonly adopted: boolean
    }
  | { readonly kind: 'following'; readonly run: KnownRun }
  /** A poll that got the run's status. */
  | { readonly kind: 'polled'; readonly run: Run }
  | { readonly kind: 'poll-failed'; readonly trouble: Trouble; readonly forMs: number }
  | {
      readonly kind: 'waiting'
      readonly why: WaitingFor
      readonly waitMs: number
      readonly trouble: Trouble
    }
  | { readonly kind: 'no-kernel'; readonly run: KnownRun; readonly waitMs: number }
  | {
      readonly kind: 'again'
      readonly run: KnownRun
      readonly attempt: number
      readonly maxAttempts: number
    }
  | { readonly kind: 'response-lost'; readonly trouble: Trouble }
  | { readonly kind: 'searched'; readonly candidates: number }
  | { readonly kind: 'note'; readonly text: string; readonly trouble?: Trouble }
  | {
      readonly kind: 'cancelling'
      readonly runId: string
      readonly why: 'abort' | 'fail-fast' | 'timeout' | 'lost-contact'
      /** The timeout that ended the wait, milliseconds. */
      readonly timeoutMs?: number
    }

/** What a retry waits for. */
export type WaitingFor = 'kernel' | 'rate-limit' | 'connection' | 'hex'

/** What calls to Hex need outside of a run's life. `RunWorld` has it all. */
export type CallWorld = Pick<RunWorld, 'hex' | 'clock' | 'random' | 'abort' | 'onEvent'>

/** The world of a run from its beginning on. */
export interface LifeWorld extends RunWorld {
  /** Cancels the project's other active runs (`cancel-active`). Passed in, because `src/cancel` imports this folder. */
  readonly cancelOtherRuns: (plan: RunPlan, world: RunWorld) => Promise<ReadonlyArray<ClearedRun>>
}

/** One run's life: its plan, its world, and what is known so far, part of it as its outcome will report it. */
export interface Life extends Pick<Outcome, 'run' | 'attempt' | 'adopted' | 'cleared'> {
  readonly plan: RunPlan
  readonly world: LifeWorld
  /** It can grow while the run is active, if the rate limit did not allow the reads before the start. */
  readonly learned: { project?: Project; typical?: Typical }
  /** Aborted when the life is over. Nothing that runs beside it continues. */
  readonly over: AbortSignal
  /** The runs of the attempts before the last one, in order. */
  readonly earlierRuns: ReadonlyArray<KnownRun>
}

/** A life that has a run. */
export type RunLife = Life & { readonly run: KnownRun }

/** A life at its beginning. */
export function newLife(plan: RunPlan, world: LifeWorld, over: AbortSignal): Life {
  return { plan, world, over, learned: {}, attempt: 0, adopted: false, earlierRuns: [] }
}
