import type { OneRun } from '../inputs/one-run.ts'
import type { Asked } from '../report/summary.ts'
import type { RunPlan } from '../run/plan.ts'

/** The plan of a run that was asked for, in a step that began at this time (milliseconds since the epoch). */
export function planOf(run: OneRun, beganAtMs: number): RunPlan {
  const { name, runId, pollIntervalMs } = run
  return {
    projectId: run.project.projectId,
    start:
      runId === undefined ? { kind: 'new', settings: run.settings } : { kind: 'existing', runId },
    wait: run.wait,
    beganAtMs,
    deadlineAtMs: beganAtMs + run.timeoutMs,
    cancelOnTimeout: run.cancelOnTimeout,
    cancelActive: run.cancelActive,
    maxAttempts: run.maxAttempts,
    ...(name === undefined ? {} : { name }),
    ...(pollIntervalMs === undefined ? {} : { pollIntervalMs }),
  }
}

/** What of a run that was asked for a summary may show. */
export function askedOf(run: OneRun | undefined): Asked {
  const settings = run?.settings ?? {}
  return {
    parameterNames: Object.keys(settings.inputParams ?? {}),
    updatesPublishedResults: settings.updatePublishedResults === true,
    usesSqlCache: settings.useCachedSqlResults !== false,
    ...(settings.viewId === undefined ? {} : { viewId: settings.viewId }),
  }
}
