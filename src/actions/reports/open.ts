import { readJob } from '../../github/job.ts'
import type { ReportInputs } from '../../inputs/report-inputs.ts'
import { readEvent } from '../../runner/files.ts'
import { saveCharts, showCharts } from './charts.ts'
import { openCheck } from './check.ts'
import { writeComment } from './comment.ts'
import type { Reports } from './contract.ts'
import { openScene, type ReportsWorld } from './scene.ts'

/**
 * Opens the reports that were asked for. Nothing of GitHub's client is loaded before one of them needs it.
 * @param projectIds of all runs; a part of what tells this use of the action from others.
 */
export async function openWantedReports(
  inputs: ReportInputs,
  projectIds: ReadonlyArray<string>,
  world: ReportsWorld,
): Promise<Reports> {
  const { runner } = world
  const { matrixLeg, gitHubToken, checkName, prComment, chartsBranch } = inputs
  if (gitHubToken.length >= 4) runner.mask(gitHubToken)
  const wantsGitHub = prComment || checkName !== undefined || chartsBranch !== undefined
  const use = { matrixLeg, projectIds }
  const job = wantsGitHub ? readJob(runner.env, await readEvent(runner.env), use) : undefined
  if (wantsGitHub && job === undefined) {
    runner.annotate(
      'warning',
      'Reports on GitHub not written',
      'GITHUB_REPOSITORY is not set: this does not run in GitHub Actions.',
    )
  }
  const scene = job === undefined ? undefined : openScene(world, job, gitHubToken, inputs.prNumber)
  const check =
    scene === undefined || checkName === undefined ? undefined : openCheck(scene, checkName)

  return {
    started: (run) => check?.started(run),
    async charts(outcomes, hex) {
      const { pictures, paths } = await saveCharts(inputs, outcomes, hex, world)
      return { paths, shown: scene === undefined ? [] : await showCharts(scene, pictures, inputs) }
    },
    async ended(outcomes, { shown }) {
      await Promise.all([
        check?.ended(outcomes, shown),
        scene !== undefined && prComment ? writeComment(scene, outcomes, shown) : undefined,
      ])
    },
  }
}
