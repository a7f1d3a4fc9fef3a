import { readJob } from '../../github/job.ts'
import { abandonedCheck } from '../../report/check.ts'
import { reportKinds } from '../../report/report-trouble.ts'
import { readEvent } from '../../runner/files.ts'
import { finishCheck } from './check.ts'
import { checkStateName, readOpenCheck } from './check-state.ts'
import { bestEffort, openScene, type ReportsWorld } from './scene.ts'

/** In the post step: completes the check run that a killed main step left open. Most jobs left none. */
export async function finishOpenCheck(world: ReportsWorld): Promise<void> {
  const { runner } = world
  const check = readOpenCheck(runner.state(checkStateName))
  if (check === undefined) return
  const use = { matrixLeg: '', projectIds: [] }
  const job = readJob(runner.env, await readEvent(runner.env), use)
  if (job === undefined) return
  const token = runner.input('github-token').trim()
  if (token.length >= 4) runner.mask(token)
  const scene = openScene(world, job, token)
  await bestEffort(scene, reportKinds.check, async (time) => {
    const report = abandonedCheck(check.runUrl, check.verdict)
    await finishCheck(await scene.repository(), check, report, time)
  })
}
