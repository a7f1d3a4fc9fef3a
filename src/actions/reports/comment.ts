import { createHmac, timingSafeEqual } from 'node:crypto'
import { sleep as clockSleep } from '../../clock.ts'
import { repositoryUrl } from '../../github/job.ts'
import { keepComment, type Ownership, type StickyComment } from '../../github/sticky-comment.ts'
import { commentBody, readMark } from '../../report/comment.ts'
import type { Overview } from '../../report/overview.ts'
import { reportKinds } from '../../report/report-trouble.ts'
import { bestEffort, type ReportContext } from './context.ts'

/**
 * Max pull requests of one commit that get a comment, because each takes several requests. The log lists the others.
 */
const maxPulls = 5

/** Keeps the comment of this use on the pull request up to date; logs that there is no pull request. */
export async function writeComment(context: ReportContext, overview: Overview): Promise<void> {
  const { job, runner } = context
  await bestEffort(context, reportKinds.comment, async (time) => {
    const { pullNumbers, headSha } = await context.subject(time)
    if (pullNumbers.length === 0) {
      runner.line(
        `No comment was posted, because the '${job.eventName}' event has no pull request. To comment on a pull request, set 'pr-number'.`,
      )
      return
    }
    const left = pullNumbers.slice(maxPulls)
    if (left.length > 0)
      runner.line(
        `No comment was posted on pull requests ${left.join(', ')}. A step can comment on at most ${maxPulls} pull requests.`,
      )
    // A failure on one pull request, for example a locked one, does not affect the others.
    await Promise.all(
      pullNumbers
        .slice(0, maxPulls)
        .map((pullNumber) => writeOn(context, pullNumber, headSha, overview)),
    )
  })
}

async function writeOn(
  context: ReportContext,
  pullNumber: number,
  headSha: string,
  overview: Overview,
) {
  const { runner, clock } = context
  await bestEffort(context, reportKinds.comment, async (time) => {
    const sticky = stickyComment(context, pullNumber, headSha, overview)
    const sleep = (ms: number) => clockSleep(clock, ms, time.signal)
    const kept = await keepComment(await context.repository(time), sticky, time.signal, sleep)
    runner.line(`Comment: ${kept.comment.url ?? `on pull request ${pullNumber}`}`)
    if (kept.isBesideOther) {
      runner.line(
        "Another step in this workflow run uses the same report key, so this step created a separate comment. Give each step a different 'report-key'.",
      )
    }
  })
}

function stickyComment(
  { job, use, clock, token }: ReportContext,
  pullNumber: number,
  headSha: string,
  overview: Overview,
): StickyComment {
  const facts = {
    useKey: use.key,
    useMark: use.mark,
    overview,
    headSha,
    workflowRun: { id: job.runId, number: job.runNumber, attempt: job.runAttempt },
    atMs: clock.now(),
    repositoryUrl: repositoryUrl(job),
  }
  // 40 hexadecimal digits are 160 bits, enough against forgery.
  const signatureFor = (authorId: number) =>
    createHmac('sha256', token)
      .update(JSON.stringify([`${job.owner}/${job.repo}`, pullNumber, use.key, authorId]))
      .digest('hex')
      .slice(0, 40)
  return {
    pullNumber,
    ownership(body): Ownership | undefined {
      const mark = readMark(body, use.key)
      if (mark === undefined) return undefined
      if (mark.results.some(({ useMark }) => useMark === use.mark)) return 'own'
      const latest = mark.results[0]?.workflowRun
      return latest?.id === job.runId && latest.attempt === job.runAttempt ? 'other' : 'free'
    },
    isSigned(body, authorId) {
      const signature = Buffer.from(readMark(body, use.key)?.signature ?? '')
      const expected = Buffer.from(signatureFor(authorId))
      return signature.length === expected.length && timingSafeEqual(signature, expected)
    },
    write: (previous, authorId) =>
      commentBody(facts, previous, authorId === undefined ? '' : signatureFor(authorId)),
  }
}
