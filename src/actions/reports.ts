import type { HexClient } from '../hex/client.ts'
import type { ReportInputs } from '../inputs/report-inputs.ts'
import type { ShownPicture } from '../report/pictures.ts'
import type { Outcome } from '../run/outcome.ts'
import { checkStateName } from './reports/check-state.ts'
import type { ReportsWorld } from './reports/scene.ts'

/** The reports beyond log, outputs and job summary. None of them changes the verdict, and none throws. */
export interface Reports {
  /** A run exists: the check run begins. Returns at once. */
  started(run: { readonly runId: string; readonly runUrl?: string }): void
  /** Takes the charts' pictures while Hex is still connected, and commits them where that was asked for. */
  charts(outcomes: ReadonlyArray<Outcome>, hex: HexClient): Promise<Charts>
  /** All runs have ended: completes the check run and writes the comment. */
  ended(outcomes: ReadonlyArray<Outcome>, charts: Charts): Promise<void>
}

/** What came of the charts. */
export interface Charts {
  /** The files on the runner, for the `chart-paths` output. */
  readonly paths: ReadonlyArray<string>
  /** Those that reports can show. */
  readonly shown: ReadonlyArray<ShownPicture>
}

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
