import { createHmac, timingSafeEqual } from 'node:crypto'
import { sleep as clockSleep } from '../../clock.ts'
import { type CallTime, GitHubError } from '../../github/call.ts'
import { repositoryUrl } from '../../github/job.ts'
import type { CheckRunFields, Repository } from '../../github/repository.ts'
import { keepComment, type Ownership, type StickyComment } from '../../github/sticky-comment.ts'
import { withoutUndefined } from '../../json.ts'
import {
  type CheckReport,
  commentBody,
  endedCheck,
  readMark,
  startedCheck,
} from '../../report/check-and-comment.ts'
import type { Overview, ShownPicture } from '../../report/overview.ts'
import type { Outcome } from '../../run/outcome.ts'
import { checkStateName, type OpenCheck } from '../state.ts'
import { bestEffort, type ReportContext, reportKinds } from './context.ts'

type StartedRun = Parameters<typeof startedCheck>[0]

/** A step's check run, from the start of its first run on. */
export function openCheck(context: ReportContext, name: string) {
  let begun: ReturnType<typeof begin> | undefined
  return {
    /** Returns at once. The check run is created while the run is followed. */
    started(run: StartedRun) {
      begun ??= begin(context, name, run)
    },
    async ended(outcomes: ReadonlyArray<Outcome>, pictures: ReadonlyArray<ShownPicture>) {
      const before = await begun
      // Already reported: what prevented the check run at the start prevents it now.
      if (before === 'failed') return
      await bestEffort(context, reportKinds.check, async (time) => {
        const check = before ?? (await newCheck(context, name, time))
        const report = endedCheck(outcomes, pictures)
        const { conclusion, title } = report
        // From here on, the post step knows the verdict and sends it to GitHub if main can't.
        const ended: OpenCheck = { ...check, verdict: { conclusion, title } }
        keep(context, ended)
        await completeCheck(await context.repository(time), check, report)
        keep(context, { ...ended, isCompleted: true })
      })
    },
  }
}

/** Completes a check run, also if its id is not known. Creates it if it does not exist. */
async function completeCheck(
  repository: Repository,
  check: OpenCheck,
  report: CheckReport,
): Promise<void> {
  const fields = fieldsOf(check, report)
  if (check.id !== undefined) {
    await repository.updateCheckRun(check.id, fields)
    return
  }
  const { name, headSha, externalId } = check
  const found = await repository.findCheckRuns(headSha, name, externalId)
  if (found.length === 0) await repository.createCheckRun(headSha, fields)
  for (const { id } of found) await repository.updateCheckRun(id, fields)
}

/**
 * In the post step: completes the check run that main left open. In a job container, main can still run and complete it
 * itself, so its state is read first. A completed check run stays as it is, unless the post step has the last word.
 */
export async function finishCheck(
  repository: Repository,
  check: OpenCheck,
  report: CheckReport,
  hasLastWord: boolean,
): Promise<void> {
  const { name, headSha, externalId } = check
  const listed = await repository.findCheckRuns(headSha, name, externalId)
  const known = check.id === undefined ? [] : [{ id: check.id, isCompleted: false }]
  for (const { id, isCompleted } of listed.length > 0 ? listed : known)
    if (!isCompleted || hasLastWord) await repository.updateCheckRun(id, fieldsOf(check, report))
}

async function begin(
  context: ReportContext,
  name: string,
  run: StartedRun,
): Promise<OpenCheck | 'failed'> {
  const begun = await bestEffort(context, reportKinds.check, async (time) => {
    const runUrl = withoutUndefined({ runUrl: run.runUrl })
    const check: OpenCheck = { ...(await newCheck(context, name, time)), ...runUrl }
    keep(context, check)
    const repository = await context.repository(time)
    try {
      const fields = fieldsOf(check, startedCheck(run))
      const open = { ...check, id: await repository.createCheckRun(check.headSha, fields) }
      keep(context, open)
      return open
    } catch (error) {
      // After a lost response the id is unknown. `ended` searches for the check run.
      if (error instanceof GitHubError && error.mayHaveHappened) return check
      context.runner.saveState(checkStateName, '')
      throw error
    }
  })
  return begun ?? 'failed'
}

function keep({ runner }: ReportContext, check: OpenCheck) {
  runner.saveState(checkStateName, JSON.stringify(check))
}

async function newCheck(
  { subject, use }: ReportContext,
  name: string,
  time: CallTime,
): Promise<OpenCheck> {
  const { headSha } = await subject(time)
  return { name, headSha, externalId: use.mark }
}

function fieldsOf({ name, externalId }: OpenCheck, report: CheckReport): CheckRunFields {
  return { name, externalId, ...report }
}

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
        `No comment was posted on ${left.map((pullNumber) => `#${pullNumber}`).join(', ')}. A step can comment on at most ${maxPulls} pull requests.`,
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
