import { randomBytes } from 'node:crypto'
import { readJob, type UsedRun, useKeyOf } from '../../github/job.ts'
import type { HexClient } from '../../hex/client.ts'
import type { KnownRun } from '../../hex/wire.ts'
import type { ReportInputs } from '../../inputs/report-inputs.ts'
import { overviewOf } from '../../report/overview.ts'
import type { ShownPicture } from '../../report/pictures.ts'
import type { Outcome } from '../../run/outcome.ts'
import { readEvent } from '../../runner/files.ts'
import { useStateName, writeUse } from '../state.ts'
import { maskToken, type Step } from '../step.ts'
import { saveCharts, showCharts } from './charts.ts'
import { openCheck } from './check.ts'
import { writeComment } from './comment.ts'
import { openContext } from './context.ts'

/** The reports on GitHub. None of them changes the verdict, and none throws. */
export type Reports = Awaited<ReturnType<typeof openWantedReports>>

/**
 * Opens the reports that the inputs ask for. GitHub's client is loaded when one of them first needs it.
 * @param runs help to distinguish this use of the action from others.
 */
export async function openWantedReports(
  inputs: ReportInputs,
  runs: ReadonlyArray<UsedRun>,
  step: Step,
) {
  const { runner } = step
  const { matrixLeg, reportKey, gitHubToken, checkName, prComment, chartsBranch } = inputs
  maskToken(runner, gitHubToken)
  const wantsGitHub = prComment || checkName !== undefined || chartsBranch !== undefined
  const job = wantsGitHub ? readJob(runner.env, await readEvent(runner.env)) : undefined
  if (wantsGitHub && job === undefined) {
    runner.annotate(
      'warning',
      'GitHub reports not posted',
      'GITHUB_REPOSITORY is not set. Run this action in a GitHub Actions workflow.',
    )
  }
  const use = {
    key: useKeyOf(runner.env, { matrixLeg, reportKey, runs }),
    mark: randomBytes(8).toString('hex'),
  }
  if (job !== undefined) runner.saveState(useStateName, writeUse(use))
  const context =
    job === undefined
      ? undefined
      : openContext(step, { job, use, gitHubToken, pullNumber: inputs.prNumber })
  const check =
    context === undefined || checkName === undefined ? undefined : openCheck(context, checkName)

  return {
    /** A run exists: creates the check run. Returns at once. */
    started: (run: Pick<KnownRun, 'runId' | 'runUrl'>) => check?.started(run),
    /** Gets pictures of charts while the connection to Hex is open, and commits them if `charts-branch` is set. */
    async charts(outcomes: ReadonlyArray<Outcome>, hex: HexClient) {
      const { pictures, paths } = await saveCharts(inputs, outcomes, hex, step)
      return {
        /** The files on the runner, for the `chart-paths` output. */
        paths,
        /** Those that reports can show. */
        shown: context === undefined ? [] : await showCharts(context, pictures, inputs),
      }
    },
    /** All runs have ended: completes the check run and writes the comment. */
    async ended(outcomes: ReadonlyArray<Outcome>, shown: ReadonlyArray<ShownPicture>) {
      await Promise.all([
        check?.ended(outcomes, shown),
        context !== undefined && prComment
          ? writeComment(context, overviewOf(outcomes, shown))
          : undefined,
      ])
    },
  }
}
