import { timeInId } from '../hex/run-id.ts'
import type { Run } from '../hex/wire.ts'

/** The statuses of runs that hold a kernel or wait for one (Hex's OpenAPI document, mid-2026). */
export type ActiveStatus = 'PENDING' | 'RUNNING'

/** What started a run, in Hex's words; `ALL` for anything. */
export type Trigger = 'API' | 'SCHEDULED' | 'APP_REFRESH' | 'ALL'

/** Which of a project's runs to cancel. */
export interface RunChoice {
  readonly statuses: ReadonlyArray<ActiveStatus>
  readonly trigger: Trigger
  /** Only runs that are older; undefined takes them at any age. */
  readonly olderThanMs?: number
  /** Never these. */
  readonly except?: ReadonlySet<string>
}

/** Why a run that is active is left alone. */
export type Spared = 'ours' | 'other-trigger' | 'too-young' | 'age-unknown'

/**
 * Why this run is not to be cancelled; undefined when it is. A run whose trigger Hex does not tell (older Hex,
 * which lists API runs only) counts as one of the API and of nothing else. In doubt a run is left alone: a wrong
 * cancel is worse than an orphan.
 */
export function whySpared(run: Run, choice: RunChoice, nowMs: number): Spared | undefined {
  if (choice.except?.has(run.runId)) return 'ours'
  if (choice.trigger !== 'ALL' && (run.runTrigger ?? 'API') !== choice.trigger)
    return 'other-trigger'
  if (choice.olderThanMs === undefined) return undefined
  const age = ageMs(run, nowMs)
  if (age === undefined) return 'age-unknown'
  return age >= choice.olderThanMs ? undefined : 'too-young'
}

/**
 * How old a run is, in milliseconds: since its start, or, where it has none yet, since its id was made. Hex's
 * newer ids tell that (UUID of version 7); a pending run with an older id has no age.
 */
export function ageMs(run: Run, nowMs: number): number | undefined {
  const sinceMs = run.startTime === undefined ? timeInId(run.runId) : Date.parse(run.startTime)
  return sinceMs === undefined ? undefined : Math.max(0, nowMs - sinceMs)
}
