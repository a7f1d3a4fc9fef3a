import type { Clock } from '../clock.ts'
import type { HexClient, RunSettings } from '../hex/client.ts'
import type { Run } from '../hex/wire.ts'
import type { Abort } from './abort.ts'
import type { RunEvent } from './events.ts'
import type { JobRuns } from './job-runs.ts'
import type { Journal } from './journal.ts'
import type { ClearedRun } from './outcome.ts'

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
  readonly cancelActive?: boolean
  /** Start nothing while the published results are not older than this, milliseconds. */
  readonly skipIfNewerThanMs?: number
  /** "Re-run jobs" was used: GITHUB_RUN_ATTEMPT is above 1. */
  readonly isRerun?: boolean
  /** New runs after ERRORED, the first one included. */
  readonly maxAttempts: number
}

/** Which run `run-id: latest` means. */
export interface NewestChoice {
  /** How far back from this step's start the run may have started, milliseconds. */
  readonly newerThanMs: number
  readonly trigger: 'API' | 'SCHEDULED' | 'APP_REFRESH' | 'ALL'
}

/** The runs of a project at one moment. */
export interface Listing {
  /** Undefined when the list could not be read. */
  readonly runs?: ReadonlyArray<Run>
  /** The rate limit left no room for the request. The list can be read later. */
  readonly isThrottled?: boolean
  /** When the list was requested, by our clock. Later runs are not in it. */
  readonly atMs: number
}

/** A list that the runs of one project share while it is fresh. */
export interface SharedListing {
  readonly atMs: number
  readonly listing: Promise<Listing>
}

/** Everything outside the code that a run's life needs. */
export interface RunWorld {
  readonly hex: HexClient
  readonly clock: Clock
  /** From 0 up to 1. */
  readonly random: () => number
  readonly abort: Abort
  readonly journal: Journal
  /** The runs of this job, by which a lost one is told from the others. */
  readonly jobRuns: JobRuns
  /** How many runs of each project this process follows now. They share its quota. */
  readonly following?: Map<string, number>
  /** The last list of each project's runs, shared by starts at about the same time. */
  readonly listings?: Map<string, SharedListing>
  readonly onEvent: (event: RunEvent) => void
}

/** What calls to Hex need outside of a run's life. `RunWorld` has it all. */
export type CallWorld = Pick<RunWorld, 'hex' | 'clock' | 'random' | 'abort' | 'onEvent'>

/** The world of a run from its beginning on. */
export interface LifeWorld extends RunWorld {
  /** Cancels the project's other active runs (`cancel-active`); that is `src/cancel`'s, which stands on this folder. */
  readonly cancelOtherRuns: (plan: RunPlan, world: RunWorld) => Promise<ReadonlyArray<ClearedRun>>
}
