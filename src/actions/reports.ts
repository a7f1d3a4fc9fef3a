import type { UsedRun } from '../github/job.ts'
import type { ReportInputs } from '../inputs/report-inputs.ts'
import type { Overview } from '../report/overview.ts'
import type { Charts, Reports } from './reports/contract.ts'
import { checkStateName, readOpenCheck } from './state.ts'
import type { Step } from './step.ts'

export const noCharts: Charts = { paths: [], shown: [] }

const noReports: Reports = {
  started: () => undefined,
  charts: async () => noCharts,
  ended: async () => undefined,
}

/**
 * Opens the reports that the inputs ask for. Most uses ask for none, and then no code for them is loaded.
 * @param runs help to distinguish this use of the action from others.
 */
export async function openReports(
  inputs: ReportInputs,
  runs: ReadonlyArray<UsedRun>,
  step: Step,
): Promise<Reports> {
  if (!inputs.prComment && inputs.checkName === undefined && inputs.charts.length === 0)
    return noReports
  const { openWantedReports } = await import('./reports/open.ts')
  return openWantedReports(inputs, runs, step)
}

/**
 * In the post step: completes the check run that a killed main step left open.
 * @param lastWord replaces what main reported in the comment and the check of this use; undefined when the post step
 *   had nothing to clean up.
 */
export async function finishReports(step: Step, lastWord?: Overview): Promise<void> {
  // Most jobs leave nothing open, and then no code for reports is loaded.
  const check = readOpenCheck(step.runner.state(checkStateName))
  const isOpen = check !== undefined && check.isCompleted !== true
  if (!isOpen && lastWord === undefined) return
  const { finishWantedReports } = await import('./reports/finish.ts')
  await finishWantedReports(step, lastWord)
}
