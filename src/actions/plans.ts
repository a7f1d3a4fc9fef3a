import type { OneRun } from '../inputs/one-run.ts'
import type { ShownSettings } from '../report/summary.ts'
import type { RunPlan } from '../run/plan.ts'

/** The plan of a requested run. `beganAtMs` is when the step began, milliseconds since the epoch. */
export function planOf(run: OneRun, beganAtMs: number, isRerun = false): RunPlan {
  const { project, settings, runId, latest, timeoutMs, ...others } = run
  return {
    // An input without a field in the plan would be parsed and then ignored. This line makes it a compile error.
    ...(others satisfies Readonly<Record<Exclude<keyof typeof others, keyof RunPlan>, never>>),
    projectId: project.projectId,
    start:
      latest !== undefined
        ? { kind: 'latest', choice: latest }
        : runId === undefined
          ? { kind: 'new', settings }
          : { kind: 'existing', runId },
    isRerun,
    beganAtMs,
    deadlineAtMs: beganAtMs + timeoutMs,
  }
}

/** The facts of a requested run that a summary can show. */
export function askedOf(run: OneRun | undefined): ShownSettings {
  const settings = run?.settings ?? {}
  return {
    parameterNames: Object.keys(settings.inputParams ?? {}),
    updatesPublishedResults: settings.updatePublishedResults === true,
    usesSqlCache: settings.useCachedSqlResults !== false,
    ...(settings.viewId === undefined ? {} : { viewId: settings.viewId }),
  }
}
