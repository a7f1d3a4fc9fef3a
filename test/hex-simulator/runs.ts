/** How a run will go: written before it starts, played by the clock. */
export interface RunPlan {
  /** Time in PENDING. Default 1,000. */
  readonly pendingMs?: number
  /** Time in RUNNING. Default 5,000; none at all when no kernel can be had. */
  readonly runningMs?: number
  /** Default COMPLETED; `never` keeps it in its last stage for ever. */
  readonly end?: EndStatus | 'never'
  /** Replaces PENDING and RUNNING, for statuses nobody documented: `WARMING_UP`, say. */
  readonly stages?: ReadonlyArray<Stage>
  /**
   * What CancelRun does: stop it (default), answer 422, or answer 204 and stop nothing.
   */
  readonly cancel?: 'accepted' | 'refused' | 'ignored'
  /** From an accepted CancelRun to KILLED. Default: the world's `cancelTakesMs`. */
  readonly cancelTakesMs?: number
}

/** The terminal statuses that the OpenAPI spec lists. */
export type EndStatus = 'COMPLETED' | 'ERRORED' | 'KILLED' | 'UNABLE_TO_ALLOCATE_KERNEL'

/** One status held for a while. */
export interface Stage {
  readonly status: string
  readonly forMs: number
}

/** What started a run, in the words of the spec. */
export type RunTrigger = 'API' | 'SCHEDULED' | 'APP_REFRESH'

/** A run as the world keeps it. Its status is not kept: the clock decides it. */
export interface Run {
  readonly id: string
  readonly projectId: string
  readonly trigger: RunTrigger
  readonly plan: RunPlan
  readonly stages: ReadonlyArray<Stage>
  readonly createdAtMs: number
  /** `draft` for a notebook run. */
  readonly projectVersion: number | 'draft'
  readonly updatesPublishedResults: boolean
  readonly notifications: ReadonlyArray<unknown>
  readonly traceId: string
  /** Whose kernel it holds; null when nobody's that the world counts. */
  readonly userId: string | null
  /** The `sequence` of the request that created it; null for a foreign run. */
  readonly createdByRequest: number | null
  cancelledAtMs: number | null
  killedAtMs: number | null
  cancelCount: number
  /** What a test made of it, against its plan. */
  forced: { readonly atMs: number; readonly life: Life } | null
}

/** Where a run is at one moment. */
export interface Life {
  readonly status: string
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
}

/** Where the run is at `atMs`: its plan, then what was forced on it, then its cancellation. */
export function lifeAt(run: Run, atMs: number): Life {
  const { killedAtMs } = run
  if (killedAtMs === null || atMs < killedAtMs) return lifeUncancelled(run, atMs)

  // A run that ended while its kernel was being stopped keeps the end it reached.
  const whenKilled = lifeUncancelled(run, killedAtMs)
  if (isTerminal(whenKilled.status)) return whenKilled
  return { status: 'KILLED', startedAtMs: whenKilled.startedAtMs, endedAtMs: killedAtMs }
}

/** True once nothing will change any more. */
export function isTerminal(status: string): status is EndStatus {
  return endStatuses.has(status)
}

/** True for a run that still holds its kernel. */
export function isActive(run: Run, atMs: number): boolean {
  return !isTerminal(lifeAt(run, atMs).status)
}

/** Gives the run another status from `atMs` on, unless it has ended: an end is never undone. */
export function forceStatus(run: Run, status: string, atMs: number): void {
  const before = lifeAt(run, atMs)
  if (isTerminal(before.status)) return
  const startedAtMs = before.startedAtMs ?? (status === 'RUNNING' ? atMs : null)
  run.forced = { atMs, life: { status, startedAtMs, endedAtMs: isTerminal(status) ? atMs : null } }
}

/** The plan's stages, with the defaults filled in. */
export function stagesOf(plan: RunPlan): ReadonlyArray<Stage> {
  const stages = plan.stages ?? defaultStages(plan)
  const last = stages.at(-1)
  if (plan.end !== 'never' || last === undefined) return stages
  return [...stages.slice(0, -1), { status: last.status, forMs: Number.POSITIVE_INFINITY }]
}

const endStatuses: ReadonlySet<string> = new Set<EndStatus>([
  'COMPLETED',
  'ERRORED',
  'KILLED',
  'UNABLE_TO_ALLOCATE_KERNEL',
])

function defaultStages(plan: RunPlan): ReadonlyArray<Stage> {
  const pending = { status: 'PENDING', forMs: plan.pendingMs ?? 1_000 }
  // Without a kernel the run never gets as far as RUNNING.
  if (plan.end === 'UNABLE_TO_ALLOCATE_KERNEL' && plan.runningMs === undefined) return [pending]
  return [pending, { status: 'RUNNING', forMs: plan.runningMs ?? 5_000 }]
}

function lifeUncancelled(run: Run, atMs: number): Life {
  const { forced } = run
  return forced === null || atMs < forced.atMs ? lifeAsPlanned(run, atMs) : forced.life
}

function lifeAsPlanned(run: Run, atMs: number): Life {
  let stageBeganAtMs = run.createdAtMs
  let startedAtMs: number | null = null
  for (const stage of run.stages) {
    if (stage.status === 'RUNNING' && startedAtMs === null) startedAtMs = stageBeganAtMs
    const stageEndsAtMs = stageBeganAtMs + stage.forMs
    if (atMs < stageEndsAtMs) return { status: stage.status, startedAtMs, endedAtMs: null }
    stageBeganAtMs = stageEndsAtMs
  }
  const end = run.plan.end ?? 'COMPLETED'
  // Only a plan without any stage can get here with `never`.
  const status = end === 'never' ? 'PENDING' : end
  return { status, startedAtMs, endedAtMs: end === 'never' ? null : stageBeganAtMs }
}
