import type { OneRun } from '../inputs/one-run.ts'
import { withoutUndefined } from '../json.ts'
import type { ShownSettings } from '../report/summary.ts'
import type { RunPlan } from '../run/plan.ts'

/** The plan of a requested run. `beganAtMs` is when the step began, milliseconds since the epoch. */
export function planOf(
  { project, timeoutMs, ...fields }: OneRun,
  beganAtMs: number,
  isRerun: boolean,
): RunPlan {
  const { projectId } = project
  return { ...fields, projectId, isRerun, beganAtMs, deadlineAtMs: beganAtMs + timeoutMs }
}

/** The settings of a requested run that a summary can show. */
export function shownSettingsOf(run: OneRun | undefined): ShownSettings {
  const settings = run?.start.kind === 'new' ? run.start.settings : {}
  return {
    parameterNames: Object.keys(settings.inputParams ?? {}),
    updatesPublishedResults: settings.updatePublishedResults === true,
    usesSqlCache: settings.useCachedSqlResults !== false,
    ...withoutUndefined({ viewId: settings.viewId }),
  }
}
