import type { ReportInputs } from '../inputs/report-inputs.ts'
import { checkStateName } from './reports/check-state.ts'
import type { Charts, Reports } from './reports/contract.ts'
import type { ReportsWorld } from './reports/scene.ts'

export const noCharts: Charts = { paths: [], shown: [] }

const noReports: Reports = {
  started: () => undefined,
  charts: async () => noCharts,
  ended: async () => undefined,
}

/**
 * Opens the reports that were asked for; most uses ask for none, and then nothing of them is loaded.
 * @param projectIds of all runs; a part of what tells this use of the action from others.
 */
export async function openReports(
  inputs: ReportInputs,
  projectIds: ReadonlyArray<string>,
  world: ReportsWorld,
): Promise<Reports> {
  if (!inputs.prComment && inputs.checkName === undefined && inputs.charts.length === 0)
    return noReports
  const { openWantedReports } = await import('./reports/open.ts')
  return openWantedReports(inputs, projectIds, world)
}

/** In the post step: completes the check run that a killed main step left open. */
export async function finishReports(world: ReportsWorld): Promise<void> {
  if (world.runner.state(checkStateName) === '') return
  const { finishOpenCheck } = await import('./reports/finish.ts')
  await finishOpenCheck(world)
}
