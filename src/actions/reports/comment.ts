import { repositoryUrl } from '../../github/job.ts'
import { keepComment } from '../../github/sticky-comment.ts'
import { commentBody } from '../../report/comment.ts'
import { isMarked } from '../../report/comment-history.ts'
import type { ShownPicture } from '../../report/pictures.ts'
import { reportKinds } from '../../report/report-trouble.ts'
import type { Outcome } from '../../run/outcome.ts'
import { bestEffort, type Scene } from './scene.ts'

/** Keeps the step's comment on the pull request up to date; where there is no pull request, says so. */
export async function writeComment(
  scene: Scene,
  outcomes: ReadonlyArray<Outcome>,
  pictures: ReadonlyArray<ShownPicture>,
): Promise<void> {
  const { job, runner, clock } = scene
  await bestEffort(scene, reportKinds.comment, async (time) => {
    const { pullNumber, headSha } = await scene.subject(time)
    if (pullNumber === undefined) {
      runner.line(
        `No comment: this '${job.eventName}' event has no pull request. Name one as 'pr-number' to have it.`,
      )
      return
    }
    const { useKey } = job
    const facts = {
      useKey,
      outcomes,
      pictures,
      headSha,
      workflowRun: { id: job.runId, number: job.runNumber, attempt: job.runAttempt },
      atMs: clock.now(),
      repositoryUrl: repositoryUrl(job),
    }
    const sticky = {
      pullNumber,
      isMarked: (body: string) => isMarked(body, useKey),
      write: (previous: string | undefined) => commentBody(facts, previous),
    }
    const { url } = await keepComment(await scene.repository(), sticky, time)
    runner.line(`Comment: ${url ?? `on pull request ${pullNumber}`}`)
  })
}
