/** What a step is asked to do, what is seen while it runs, and what is left when it is over. */

/** The two stages of a local JavaScript action; `pre` does not run for `uses: ./`. */
export type StageName = 'main' | 'post'

/** The status of the job, as `job.status` has it. */
export type JobStatus = 'success' | 'failure' | 'cancelled'

/**
 * How the step is ended from outside.
 *
 * - `user`: cancel by hand, by concurrency or fail-fast. The step's `if` is evaluated again; when it
 *   is false node gets SIGINT, SIGTERM and SIGKILL, then post runs.
 * - `step-timeout`: the same signals, but the step fails and the job goes on; post has a fresh timer.
 * - `sigkill-now`: the process is gone without warning (out of memory); post runs.
 * - `runner-shutdown`: the signals, and no post.
 * - `worker-kill`: as `user`; when `budgetMs` has passed, whatever runs is killed and nothing follows.
 * - `force`: everything is killed at once and nothing follows.
 * - `worker-lost`: the worker dies: no signal, nobody reads what is written, nothing follows; main lives on.
 * - `cancel-during-post`: as `user`, counted from the start of post; `always()` keeps post untouched.
 * - `container`: a job container, where signals do not arrive; post runs beside main, then both go.
 * - `step-cancel`: `cancel: id`: as `background`, for this step alone: the job's status stays.
 * - `background`: SIGINT; after the first grace post starts whether or not main has gone.
 */
export type CancelMode =
  | 'user'
  | 'step-timeout'
  | 'sigkill-now'
  | 'runner-shutdown'
  | 'worker-kill'
  | 'force'
  | 'worker-lost'
  | 'cancel-during-post'
  | 'container'
  | 'background'
  | 'step-cancel'

/** One interruption: what happens, and when. */
export interface CancelPlan {
  readonly mode: CancelMode
  /**
   * Milliseconds after main was spawned (after post was, for `cancel-during-post`), a promise, or a
   * question asked of every event from that moment on.
   */
  readonly when: number | Promise<unknown> | ((event: HostEvent) => boolean)
  /** The stage that `when` counts from, for `worker-lost`. Default main. */
  readonly stage?: StageName
  /** Milliseconds from the cancel to the worker's end. JobDispatcher.cs: 5 min − 15 s = 285 000. */
  readonly budgetMs?: number
}

/** Waits of the runner, in milliseconds. Tests shorten them. */
export interface Graces {
  /** From SIGINT to SIGTERM (ProcessInvoker.cs: 7500). */
  readonly sigintMs: number
  /** From SIGTERM to SIGKILL (ProcessInvoker.cs: 2500). */
  readonly sigtermMs: number
  /** From the exit of node to giving up on pipes that a child still holds (ProcessInvoker.cs: 5000). */
  readonly pipesMs: number
}

/** The parts of the `github` context a test may set; the rest has believable defaults. */
export interface GitHubFacts {
  readonly repository: string
  readonly eventName: string
  /** Written to the file of GITHUB_EVENT_PATH. */
  readonly event: unknown
  readonly sha: string
  readonly ref: string
  readonly headRef: string
  readonly baseRef: string
  readonly actor: string
  readonly workflow: string
  readonly job: string
  readonly runId: string
  readonly runNumber: string
  readonly runAttempt: string
  readonly serverUrl: string
  readonly apiUrl: string
  readonly graphqlUrl: string
}

/** One step that uses a local JavaScript action. */
export interface StepRequest {
  /** The folder with action.yml. */
  readonly actionDir: string
  /** How the workflow names the action; shown in the log. Default `./`. */
  readonly uses?: string
  /**
   * The `with:` block: values as a YAML parser would give them, or the YAML text itself. Scalars are
   * printed as the runner prints them (`1.0` becomes `1`). Expressions must be evaluated already.
   */
  readonly with?: Readonly<Record<string, unknown>> | string
  /** `env:` of the job and the step. */
  readonly env?: Readonly<Record<string, string>>
  /** The environment of the machine; default a selection of this process's (see environment.ts). */
  readonly machineEnv?: Readonly<Record<string, string>>
  /** The step's `if`, evaluated again on cancel. Default `success()`. */
  readonly if?: (job: JobStatus) => boolean
  /** `timeout-minutes` in milliseconds; counted anew for post. */
  readonly stepTimeoutMs?: number
  readonly cancel?: CancelPlan | ReadonlyArray<CancelPlan>
  readonly graces?: Partial<Graces>
  readonly github?: Partial<GitHubFacts>
  /** The contexts that input defaults may use besides `github`, `job` and `runner`. */
  readonly matrix?: Readonly<Record<string, unknown>>
  readonly strategy?: Readonly<Record<string, unknown>>
  /** `github.token`, masked from the start. */
  readonly githubToken?: string
  /** Values that come from `secrets`, masked from the start. */
  readonly secrets?: ReadonlyArray<string>
  /** GITHUB_WORKSPACE and cwd. Default a fresh empty folder. */
  readonly workspace?: string
  /** GITHUB_ACTION. Default `__run`, what a first step without an id has. */
  readonly stepId?: string
  /** `ACTIONS_STEP_DEBUG`: RUNNER_DEBUG=1, `::debug::` shown, commands echoed. */
  readonly debug?: boolean
  readonly onEvent?: (event: HostEvent) => void
  /** The node binary. Default the one that runs this process. */
  readonly node?: string
  /** Leave the temporary folders in place; `report.files` says where they are. */
  readonly keep?: boolean
}

/** An annotation as the checks page shows it, after masking and the runner's limits. */
export interface Annotation {
  readonly type: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  /** Everything given with the command: `title`, `file`, `line`, `col`… */
  readonly properties: Readonly<Record<string, string>>
}

/** What happens while the job runs. `time` is in milliseconds since the epoch. */
export type HostEvent = { readonly time: number } & (
  | { readonly kind: 'stage-started'; readonly stage: StageName; readonly pid: number }
  /** One line of the job's log, masked, with the runner's marks such as `##[group]`. */
  | { readonly kind: 'log'; readonly stage: StageName; readonly line: string }
  | { readonly kind: 'annotation'; readonly stage: StageName; readonly annotation: Annotation }
  | { readonly kind: 'cancel-requested'; readonly mode: CancelMode }
  | { readonly kind: 'signal'; readonly stage: StageName; readonly signal: NodeJS.Signals }
  | {
      readonly kind: 'stage-ended'
      readonly stage: StageName
      readonly exitCode: number | null
      readonly signal: NodeJS.Signals | null
    }
  | { readonly kind: 'orphan-killed'; readonly pid: number; readonly command: string }
)

/** A signal the host sent, `atMs` milliseconds after the stage's process was spawned. */
export interface SignalSent {
  readonly signal: NodeJS.Signals
  readonly time: number
  readonly atMs: number
}

/** What one stage did. Records keep the order in which names first appeared. */
export interface StageReport {
  readonly conclusion: JobStatus
  readonly pid: number | null
  /** 128 + number after a signal, as .NET has it; null when the process never started. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** The stored log: masked, commands taken out or shown as `##[…]`. */
  readonly log: ReadonlyArray<string>
  /** What the process wrote, unmasked. */
  readonly stdout: Buffer
  readonly stderr: Buffer
  readonly annotations: ReadonlyArray<Annotation>
  /** Annotations beyond ten of a type. */
  readonly annotationsDropped: number
  readonly groups: ReadonlyArray<{ readonly title: string; readonly lines: ReadonlyArray<string> }>
  readonly outputs: Readonly<Record<string, string>>
  /** The state after this stage, which post receives as STATE_*. */
  readonly state: Readonly<Record<string, string>>
  /** What the stage added for later steps: environment and PATH. */
  readonly env: Readonly<Record<string, string>>
  readonly path: ReadonlyArray<string>
  /** The job summary's Markdown, masked; empty when there is none. */
  readonly summary: string
  /** Errors of file commands; each fails the step, except a summary that is too large. */
  readonly fileCommandErrors: ReadonlyArray<string>
  /** The environment the process was given, unmasked. */
  readonly environment: Readonly<Record<string, string>>
  readonly signals: ReadonlyArray<SignalSent>
  readonly startedAt: number
  readonly endedAt: number
  readonly durationMs: number
}

/** What the whole job left. */
export interface JobReport {
  /** The conclusion of the step (its main stage). */
  readonly conclusion: JobStatus
  readonly jobStatus: JobStatus
  readonly main: StageReport
  /** Absent when the action has none, `post-if` was false, or the worker was gone. */
  readonly post?: StageReport
  /** Everything that is replaced by `***`. */
  readonly masks: ReadonlyArray<string>
  readonly orphansKilled: ReadonlyArray<{ readonly pid: number; readonly command: string }>
  /** Gone when the report arrives, unless `keep` was asked for (or the workspace was given). */
  readonly files: { readonly workspace: string; readonly temp: string }
}
