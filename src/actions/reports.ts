import type { UsedRun } from '../github/job.ts'
import type { ReportInputs } from '../inputs/report-inputs.ts'
import type { Overview } from '../report/overview.ts'
import type { Reports } from './reports/open.ts'
import { checkStateName, readOpenCheck } from './state.ts'
import type { Step } from './step.ts'

/**
 * Opens the reports on GitHub that the inputs request; undefined if there are none. Most steps have none, and then no code
 * for them is loaded.
 * @param runs help to distinguish this use of the action from others.
 */
export async function openReports(
  inputs: ReportInputs,
  runs: ReadonlyArray<UsedRun>,
  step: Step,
): Promise<Reports | undefined> {
  if (!inputs.prComment && inputs.checkName === undefined && inputs.charts.length === 0)
    return undefined
  const { openWantedReports } = await import('./reports/open.ts')
  return openWantedReports(inputs, runs, step)
}

/**
 * In the post step: completes the check run that a killed main step left open.
 * @param lastWord replaces what main reported in the comment and the check run of this use; undefined if the post step had
 *   nothing to clean up.
 */
export async function finishReports(step: Step, lastWord?: Overview): Promise<void> {
  // Most jobs leave no check run open, and then no code for reports is loaded.
  const check = readOpenCheck(step.runner.state(checkStateName))
  const isOpen = check !== undefined && check.isCompleted !== true
  if (!isOpen && lastWord === undefined) return
  const { finishWantedReports } = await import('./reports/finish.ts')
  await finishWantedReports(step, lastWord)
}
