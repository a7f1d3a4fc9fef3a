import { readJob } from '../../github/job.ts'
import { runInputDefaults } from '../../inputs/contract.ts'
import { openInputs } from '../../inputs/reader.ts'
import { parsePrNumber } from '../../inputs/report-inputs.ts'
import { parseBoolean } from '../../inputs/scalars.ts'
import { abandonedCheck, overviewCheck } from '../../report/check-and-comment.ts'
import type { Overview } from '../../report/overview.ts'
import { readEvent } from '../../runner/files.ts'
import { type OpenCheck, readUse, useStateName } from '../state.ts'
import { maskToken, type Step } from '../step.ts'
import { finishCheck, writeComment } from './check-and-comment.ts'
import { bestEffort, openContext, type ReportContext, reportKinds } from './context.ts'

/**
 * In the post step: completes the check run that a killed main step left open, and writes the post step's last word to
 * this use's own check run and comment. Most jobs leave nothing to do.
 */
export async function finishWantedReports(
  step: Step,
  check: OpenCheck | undefined,
  lastWord: Overview | undefined,
): Promise<void> {
  const { runner } = step
  const use = readUse(runner.state(useStateName))
  const job = readJob(runner.env, await readEvent(runner.env))
  if (job === undefined || use === undefined) return
  const { read, readOptional } = openInputs(runner.input, runInputDefaults)
  const gitHubToken = runner.input('github-token').trim()
  maskToken(runner, gitHubToken)
  const pullNumber = readOptional('pr-number', parsePrNumber)
  const context = openContext(step, { job, use, gitHubToken, pullNumber })
  await Promise.all([
    endCheck(context, check, lastWord),
    lastWord !== undefined && read('pr-comment', parseBoolean)
      ? writeComment(context, lastWord)
      : undefined,
  ])
}

async function endCheck(
  context: ReportContext,
  check: OpenCheck | undefined,
  lastWord: Overview | undefined,
): Promise<void> {
  // Never change a check run of another use, whatever the state says.
  if (check === undefined || check.externalId !== context.use.mark) return
  await bestEffort(context, reportKinds.check, async (time) => {
    const report =
      lastWord === undefined
        ? abandonedCheck(check.runUrl, check.verdict)
        : overviewCheck(check.runUrl, lastWord)
    await finishCheck(await context.repository(time), check, report, lastWord !== undefined)
  })
}
