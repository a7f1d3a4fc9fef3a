import { sleep } from '../clock.ts'
import type { HexError } from '../hex/errors.ts'
import { isOverLimit, isRateLimit, mayRetry } from '../hex/retry.ts'
import { hasTrigger, type Run, timeOf } from '../hex/wire.ts'
import { hexErrorOf, troubleOf, withRetries } from './calls.ts'
import { end } from './ends.ts'
import { isHidden, outagePatienceMs } from './follow.ts'
import { hasEnded, type Outcome, type Trouble } from './outcome.ts'
import {
  afterDeadlineMs,
  type Life,
  type NewestChoice,
  type RunPlan,
  type RunWorld,
} from './plan.ts'
import { isNewestFirst, type ListedPages, listPages, maxPageSize } from './recent-runs.ts'

/** The run, and all runs that were listed. */
export interface Newest {
  readonly run: Run
  readonly runs: ReadonlyArray<Run>
}

/** Max pages of a list that is not newest first. A project with more runs is rare, and each page costs a request. */
const maxPages = 10
/** A list of many pages is read less often: no more requests than a plain poller sends (Kestra's 5 s). */
const pageMs = 5_000
/** A list that takes longer is better retried. */
const listTimeoutMs = 30_000

/**
 * Finds the newest run of the project, whoever started it, that is new enough; waits for one until the deadline. An
 * active run of unknown age may be the newest, so it is waited for until it has a time, and nothing older is chosen.
 */
export async function findNewestRun(choice: NewestChoice, life: Life): Promise<Newest | Outcome> {
  const { plan, world } = life
  const { clock, abort } = world
  let isAnnounced = false
  let lastTrouble: Trouble | undefined
  for (;;) {
    const isFinal = clock.now() >= plan.deadlineAtMs
    const list = await listUntilClear(choice, plan, world, isFinal)
    if (abort.signal.aborted) return end(life, 'cancelled', 'aborted')
    let waitMs: number
    if ('error' in list) {
      const { failure } = list.error
      const trouble = troubleOf(list.error)
      // If a rate limit prevents the last request, the error that came before says more.
      if (clock.now() >= plan.deadlineAtMs)
        return end(life, 'timed_out', 'no_new_run', { trouble: lastTrouble ?? trouble })
      if (!list.isPassing)
        return end(life, 'failure', isHidden(failure) ? 'run_not_found' : 'lost_contact', {
          trouble,
        })
      lastTrouble = trouble
      // After a failure that waiting could cure, there is no time for another try but the last one.
      waitMs = plan.deadlineAtMs - clock.now()
    } else if (!list.isComplete) {
      return end(life, 'failure', 'newest_unknown', {
        detail: `The project has more than ${maxPages * maxPageSize} runs, and Hex does not list them newest first, so the newest run cannot be identified. Set 'run-id' to the run's ID instead.`,
      })
    } else {
      const { undated, newest } = newestOf(list.runs, choice.trigger)
      const isNewEnough = newest !== undefined && newest.atMs >= cutoffMs(choice, plan, world)
      if (undated === undefined && isNewEnough) return { run: newest.run, runs: list.runs }
      if (isFinal)
        return end(life, 'timed_out', 'no_new_run', { detail: whyNone(list.runs, undated) })
      if (!isAnnounced) {
        isAnnounced = true
        const waitedFor =
          undated === undefined ? 'a run that is recent enough' : `run ${undated.runId} to start`
        world.onEvent({ kind: 'note', text: `Waiting for ${waitedFor}.` })
      }
      const byAgeMs = Math.min(Math.max((clock.now() - plan.beganAtMs) / 20, 10_000), 30_000)
      waitMs = plan.pollIntervalMs ?? Math.max(list.pages * pageMs, byAgeMs)
    }
    await sleep(clock, Math.min(waitMs, plan.deadlineAtMs - clock.now()), abort.signal)
  }
}

/** The start of the time in which the run must have started, by Hex's clock where Hex reports it. */
function cutoffMs({ newerThanMs }: NewestChoice, plan: RunPlan, { hex, clock }: RunWorld): number {
  const nowMs = clock.now()
  // The earlier bound: a second too generous, never one too strict.
  const aheadMs = (hex.serverNow()?.earliestMs ?? nowMs) - nowMs
  return plan.beganAtMs + aheadMs - newerThanMs
}

function newestOf(runs: ReadonlyArray<Run>, trigger: NewestChoice['trigger']) {
  let newest: { readonly run: Run; readonly atMs: number } | undefined
  let undated: Run | undefined
  for (const run of runs) {
    if (!hasTrigger(run, trigger)) continue
    const atMs = timeOf(run)
    if (atMs === undefined) undated = hasEnded(run.status) ? undated : run
    else if (newest === undefined || atMs > newest.atMs) newest = { run, atMs }
  }
  return { newest, undated }
}

function whyNone(runs: ReadonlyArray<Run>, undated: Run | undefined): string {
  const waiting =
    undated &&
    `Run ${undated.runId} has not started, and its ID does not contain a timestamp, so its age is unknown.`
  const what = runs.length === 0 ? 'listed no runs' : 'did not report what triggered the runs'
  const isOlder = runs.every(({ runTrigger }) => runTrigger === undefined)
  const older = `Hex ${what}. Older versions of Hex list only runs that were started through the API, so the step cannot follow scheduled runs on these versions.`
  return [waiting, isOlder && older].filter(Boolean).join(' ')
}

/**
 * Reads pages until they certainly contain the newest run.
 * @returns the error if a page can't be read, and `isPassing` if only the deadline prevented another try.
 */
async function listUntilClear(
  { trigger }: NewestChoice,
  plan: RunPlan,
  world: RunWorld,
  isFinal: boolean,
): Promise<ListedPages | { readonly error: HexError; readonly isPassing: boolean }> {
  const { clock, abort, hex } = world
  const untilMs = Math.min(plan.deadlineAtMs, clock.now() + outagePatienceMs)
  const options = () => ({
    signal: abort.signal,
    // All pages of the last list share this time. The list is skipped while a 429 asks to wait.
    timeoutMs: Math.max(
      1,
      Math.min(listTimeoutMs, plan.deadlineAtMs + afterDeadlineMs.poll - clock.now()),
    ),
    urgent: isFinal,
    notAfterMs: isFinal ? clock.now() : plan.deadlineAtMs,
  })
  try {
    return await listPages(
      maxPages,
      (paging) =>
        withRetries(
          world,
          untilMs,
          () => hex.getProjectRuns(plan.projectId, { ...paging, trigger }, options()),
          { rateLimitUntilMs: plan.deadlineAtMs },
        ),
      isNewestFirst,
    )
  } catch (thrown) {
    const error = hexErrorOf(thrown)
    const { failure } = error
    const isShort = isRateLimit(failure) || untilMs === plan.deadlineAtMs
    const isPassing = isOverLimit(failure) || (isShort && mayRetry('GET', failure))
    return { error, isPassing }
  }
}
