import { randomBytes } from 'node:crypto'
import { readJob, type UsedRun, useKeyOf } from '../../github/job.ts'
import type { HexClient } from '../../hex/client.ts'
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
export interface Reports {
  /** A run exists: creates the check run. Returns at once. */
  started(run: { readonly runId: string; readonly runUrl?: string }): void
  /** Gets pictures of charts while the connection to Hex is open, and commits them if `charts-branch` is set. */
  charts(outcomes: ReadonlyArray<Outcome>, hex: HexClient): Promise<Charts>
  /** All runs have ended: completes the check run and writes the comment. */
  ended(outcomes: ReadonlyArray<Outcome>, charts: Charts): Promise<void>
}

/** The pictures of charts. */
export interface Charts {
  /** The files on the runner, for the `chart-paths` output. */
  readonly paths: ReadonlyArray<string>
  /** Those that reports can show. */
  readonly shown: ReadonlyArray<ShownPicture>
}

/**
 * Opens the reports that the inputs ask for. GitHub's client is loaded when one of them first needs it.
 * @param runs help to distinguish this use of the action from others.
 */
export async function openWantedReports(
  inputs: ReportInputs,
  runs: ReadonlyArray<UsedRun>,
  step: Step,
): Promise<Reports> {
  const { runner } = step
  const { matrixLeg, reportKey, gitHubToken, checkName, prComment, chartsBranch } = inputs
  maskToken(runner, gitHubToken)
  const wantsGitHub = prComment || checkName !== undefined || chartsBranch !== undefined
  const job = wantsGitHub ? readJob(runner.env, await readEvent(runner.env)) : undefined
  if (wantsGitHub && job === undefined) {
    runner.annotate(
      'warning',
      'GitHub reports not posted',
      'GITHUB_REPOSITORY is not set. Is this running in GitHub Actions?',
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
    started: (run) => check?.started(run),
    async charts(outcomes, hex) {
      const { pictures, paths } = await saveCharts(inputs, outcomes, hex, step)
      return {
        paths,
        shown: context === undefined ? [] : await showCharts(context, pictures, inputs),
      }
    },
    async ended(outcomes, { shown }) {
      await Promise.all([
        check?.ended(outcomes, shown),
        context !== undefined && prComment
          ? writeComment(context, overviewOf(outcomes, shown))
          : undefined,
      ])
    },
  }
}
