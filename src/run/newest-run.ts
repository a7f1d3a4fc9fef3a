import { sleep } from '../clock.ts'
import type { Failure } from '../hex/errors.ts'
import { isNoRoom, mayRepeat } from '../hex/retry.ts'
import { type Run, type RunPage, timeInId } from '../hex/wire.ts'
import { hasEnded, type Trouble } from './outcome.ts'
import { hexErrorOf, persist, troubleOf } from './persist.ts'
import {
  afterDeadlineMs,
  type Life,
  type NewestChoice,
  type RunPlan,
  type RunWorld,
} from './plan.ts'

/** The result of the search. `runs` are all runs that were listed. */
export type Newest =
  | { readonly kind: 'found'; readonly run: Run; readonly runs: ReadonlyArray<Run> }
  /** None appeared until the deadline. */
  | { readonly kind: 'none'; readonly detail: string; readonly trouble?: Trouble }
  /** The list is too long and in no order: which run is the newest cannot be known. */
  | { readonly kind: 'unclear'; readonly detail: string }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly failure: Failure }

/** Hex's largest page. */
const pageSize = 100
const maxPages = 10
/** As long as followed runs are waited for when Hex does not respond. */
const patienceMs = 10 * 60_000
/** A list that takes longer is better asked for again. */
const requestDeadlineMs = 30_000

/**
 * Finds the newest run of the project, whoever started it, that is new enough; waits for one until the deadline. An
 * active run of unknown age may be the newest, so it is waited for until it has a time, and nothing older is chosen.
 */
export async function findNewestRun(choice: NewestChoice, { plan, world }: Life): Promise<Newest> {
  const { clock, abort, hex } = world
  let isAnnounced = false
  let lastTrouble: Trouble | undefined
  for (;;) {
    const isFinal = clock.now() >= plan.deadlineAtMs
    const list = await listUntilClear(choice, plan, world, isFinal)
    if (abort.signal.aborted) return { kind: 'aborted' }
    if (list.kind === 'failed') {
      if (clock.now() >= plan.deadlineAtMs) {
        // If a rate limit prevents the last request, the error that came before says more.
        return { kind: 'none', detail: '', trouble: lastTrouble ?? list.trouble }
      }
      if (!list.isPassing) return list
      lastTrouble = list.trouble
      // There is no time for another try before the deadline. The next request is the last one.
      await sleep(clock, plan.deadlineAtMs - clock.now(), abort.signal)
      if (abort.signal.aborted) return { kind: 'aborted' }
      continue
    }
    if (list.kind === 'unclear') return list
    const { undated, newest } = newestOf(list.runs, choice.trigger)
    if (
      undated === undefined &&
      newest !== undefined &&
      newest.atMs >= cutoffMs(choice, plan, world)
    ) {
      return { kind: 'found', run: newest.run, runs: list.runs }
    }
    if (isFinal) return { kind: 'none', detail: whyNone(list.runs, undated) }
    if (!isAnnounced) {
      isAnnounced = true
      const waitedFor =
        undated === undefined ? 'a run that is new enough' : `the start of run ${undated.runId}`
      world.onEvent({ kind: 'note', text: `Waiting for ${waitedFor}.` })
    }
    const elapsedMs = clock.now() - plan.beganAtMs
    const waitMs =
      plan.pollIntervalMs ??
      Math.max(hex.pollPaceMs() * list.pages, Math.min(Math.max(elapsedMs / 20, 10_000), 30_000))
    await sleep(clock, Math.min(waitMs, plan.deadlineAtMs - clock.now()), abort.signal)
    if (abort.signal.aborted) return { kind: 'aborted' }
  }
}

/** The start of the time in which the run must have started, by Hex's clock where Hex reports it. */
function cutoffMs({ newerThanMs }: NewestChoice, plan: RunPlan, { hex, clock }: RunWorld): number {
  const nowMs = clock.now()
  // The earlier bound: a second too generous, never one too strict.
  const aheadMs = (hex.serverNow()?.earliestMs ?? nowMs) - nowMs
  return plan.beganAtMs + aheadMs - newerThanMs
}

/** When a run started, or, before that, when its id was made; undefined if neither is known. */
function timeOf(run: Run): number | undefined {
  const startMs = Date.parse(run.startTime ?? '')
  return Number.isNaN(startMs) ? timeInId(run.runId) : startMs
}

function newestOf(runs: ReadonlyArray<Run>, trigger: NewestChoice['trigger']) {
  let newest: { readonly run: Run; readonly atMs: number } | undefined
  let undated: Run | undefined
  for (const run of runs) {
    // Older Hex does not report the trigger, and lists runs of the API only.
    if (trigger !== 'ALL' && (run.runTrigger ?? 'API') !== trigger) continue
    const atMs = timeOf(run)
    if (atMs === undefined) undated = hasEnded(run.status) ? undated : run
    else if (newest === undefined || atMs > newest.atMs) newest = { run, atMs }
  }
  return { newest, undated }
}

function whyNone(runs: ReadonlyArray<Run>, undated: Run | undefined): string {
  const sentences = [
    ...(undated === undefined
      ? []
      : [`Run ${undated.runId} has not started, and its ID does not contain a time.`]),
    ...(runs.every(({ runTrigger }) => runTrigger === undefined)
      ? [
          `Hex ${runs.length === 0 ? 'listed no runs' : 'did not report what started its runs'}. Older versions of Hex list only runs that were started over the API, so scheduled runs cannot be followed there.`,
        ]
      : []),
  ]
  return sentences.join(' ')
}

type List =
  | { readonly kind: 'listed'; readonly runs: ReadonlyArray<Run>; readonly pages: number }
  | Extract<Newest, { readonly kind: 'unclear' }>
  | (Extract<Newest, { readonly kind: 'failed' }> & {
      /** Only the deadline kept it from being tried again. */
      readonly isPassing: boolean
    })

/** Reads pages until they certainly contain the newest run. */
async function listUntilClear(
  { trigger }: NewestChoice,
  plan: RunPlan,
  world: RunWorld,
  isFinal: boolean,
): Promise<List> {
  const { clock, abort } = world
  const untilMs = Math.min(plan.deadlineAtMs, clock.now() + patienceMs)
  const timing = () => ({
    // The last list has so long in all, however many pages it takes, and is skipped while reads are closed.
    deadlineMs: Math.max(
      1,
      Math.min(requestDeadlineMs, plan.deadlineAtMs + afterDeadlineMs.look - clock.now()),
    ),
    ...(isFinal ? { urgent: true, notAfterMs: clock.now() } : { notAfterMs: plan.deadlineAtMs }),
  })
  const found = new Map<string, Run>()
  for (let pages = 1; pages <= maxPages; pages += 1) {
    const filter = { limit: pageSize, offset: (pages - 1) * pageSize, trigger } as const
    let page: RunPage
    try {
      page = await persist(
        world,
        untilMs,
        () =>
          world.hex.getProjectRuns(plan.projectId, filter, { signal: abort.signal, ...timing() }),
        plan.deadlineAtMs,
      )
    } catch (error) {
      const { failure } = hexErrorOf(error)
      const isRateLimit = failure.kind === 'refused' && failure.status === 429
      const isShort = isRateLimit || untilMs === plan.deadlineAtMs
      const isPassing = isNoRoom(failure) || (isShort && mayRepeat('GET', failure))
      return { kind: 'failed', trouble: troubleOf(error), failure, isPassing }
    }
    for (const run of page.runs) found.set(run.runId, run)
    const runs = [...found.values()]
    const isEnough = !page.hasNextPage || (pages === 1 && isNewestFirst(page.runs))
    if (isEnough) return { kind: 'listed', runs, pages }
  }
  return {
    kind: 'unclear',
    detail: `The project has more than ${maxPages * pageSize} runs, and Hex does not list them newest first, so the newest cannot be identified. Pass the run's ID instead.`,
  }
}

/**
 * No source states the order of GetProjectRuns. A page is newest first when its times never rise, be it those of the
 * ids or those of the starts, which differ where runs were queued.
 */
function isNewestFirst(runs: ReadonlyArray<Run>): boolean {
  const ids = runs.flatMap(({ runId }) => timeInId(runId) ?? [])
  const starts = runs.flatMap(({ startTime }) =>
    startTime === undefined ? [] : Date.parse(startTime),
  )
  return [ids, starts].some(
    (times) =>
      // A few known times among many unknown ones prove nothing.
      times.length * 2 > runs.length &&
      times.every((time, at) => time <= (times[at - 1] ?? time)) &&
      (times[0] ?? 0) > (times.at(-1) ?? 0),
  )
}
