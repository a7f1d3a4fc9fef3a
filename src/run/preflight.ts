import { sleep } from '../clock.ts'
import { isClientRefusal } from '../hex/retry.ts'
import type { Project, Run } from '../hex/wire.ts'
import { hexErrorOf, troubleOf, withRetries } from './calls.ts'
import { end } from './ends.ts'
import { typicalOf } from './history.ts'
import type { Listing } from './job-runs.ts'
import type { Freshness, Outcome } from './outcome.ts'
import type { Life } from './plan.ts'
import { isThrottled, listBeforeStart, listRecentRuns } from './recent-runs.ts'

/** The checks before a start found no obstacle. What they learned of the project is in the life. */
export interface Preflight {
  readonly listing: Listing
  /** The rate limit did not allow a read. What the reports need is read after the start. */
  readonly isThrottled: boolean
}

/** If Hex can't be read for this long, no start is sent. */
const patienceMs = 60_000
/** Two windows of Hex's limits (API overview). A job that waited long for its start knows nothing of the limit of reads. */
const calmMs = 120_000
/** All jobs become calm at about the same time, and are spread over a window. */
const spreadMs = 60_000

/**
 * Reads the project and its recent runs before anything is started. A project that cannot run stops here,
 * with the reason in words. A project that the token may run but not read is started.
 * @returns the life's outcome if it ends here.
 */
export async function preflight(life: Life): Promise<Preflight | Outcome> {
  const { plan, world } = life
  const reading = readProject(life)
  // `run-id: latest` lists the runs again and again, and derives the usual duration from that.
  const listed = plan.start.kind === 'latest' ? undefined : listBeforeStart(plan, world)
  // If the project cannot run, nothing waits for the list.
  listed?.catch(() => undefined)
  const read = await reading
  if (world.abort.signal.aborted) return end(life, 'cancelled', 'aborted')
  if ('conclusion' in read) return read
  if (read.project !== undefined) {
    learnProject(life, read.project)
    const detail = plan.start.kind === 'new' ? whyNotRunnable(read.project) : undefined
    if (detail !== undefined) return end(life, 'failure', 'not_runnable', { detail })
  }
  const listing = (await listed) ?? { atMs: world.clock.now() }
  if (world.abort.signal.aborted) return end(life, 'cancelled', 'aborted')
  learnTypical(life, listing.runs ?? [])
  return { isThrottled: read.isThrottled || listing.isThrottled === true, listing }
}

/** Derives the usual duration from the project's runs, if they show it, and reports it. */
export function learnTypical({ learned, world }: Life, runs: ReadonlyArray<Run>) {
  const typical = typicalOf(runs)
  if (typical === undefined) return
  learned.typical = typical
  const { typicalMs, latestMs, fromRuns } = typical
  world.onEvent({ kind: 'typical', typicalMs, latestMs, fromRuns })
}

function learnProject({ learned, world }: Life, project: Project) {
  learned.project = project
  world.onEvent({ kind: 'project', title: project.title })
}

/**
 * Reads what only the reports and the polling need, beside the run and at most until its end. It begins two minutes after
 * the start, and not before two minutes without a throttled read: earlier it would take requests from jobs that wait for
 * a status (100 jobs of 30 s: p95 lateness 210 s with, 37 s without; `bench/fleet.ts`). A run that ends sooner is
 * reported without a title.
 */
export async function learnBeside(life: Life): Promise<void> {
  const { plan, world, learned, over } = life
  const { hex, clock } = world
  const options = { signal: over, notAfterMs: plan.deadlineAtMs }
  for (let calmInMs = calmMs; calmInMs > 0; calmInMs = hex.calmInMs()) {
    await sleep(clock, calmInMs + world.random() * spreadMs, over)
    if (over.aborted) return
  }
  try {
    if (learned.project === undefined)
      learnProject(life, await hex.getProject(plan.projectId, options))
    if (learned.typical === undefined)
      learnTypical(life, await listRecentRuns(hex, plan.projectId, options))
  } catch {
    // A report without a title is still a report, and nothing here may end the run's own life.
  }
}

/** Why a start would be refused or would run something else, in one sentence; undefined if the project can run. */
export function whyNotRunnable(project: Project): string | undefined {
  if (project.trashed) return 'The project is in the trash. Restore it in Hex.'
  if (project.archived) return 'The project is archived. Unarchive it in Hex.'
  if (project.type === 'COMPONENT')
    return 'This is a component, and only projects can run. Enter the ID of a project.'
  if (project.lastPublishedAt === null) {
    return 'The project has never been published, and Hex runs only published versions. Publish it in Hex.'
  }
  return undefined
}

interface ProjectRead {
  readonly project?: Project
  readonly isThrottled: boolean
}

async function readProject(life: Life): Promise<ProjectRead | Outcome> {
  const { plan, world } = life
  const { clock, abort, hex } = world
  const untilMs = Math.min(plan.deadlineAtMs, clock.now() + patienceMs)
  // The project shows whether the published results are fresh.
  const isNeeded = plan.skipIfNewerThanMs !== undefined
  try {
    const call = () =>
      hex.getProject(plan.projectId, {
        signal: abort.signal,
        notAfterMs: isNeeded ? plan.deadlineAtMs : clock.now(),
        // An earlier run of this step may have refreshed the results meanwhile.
        uncached: isNeeded,
      })
    const rateLimitUntilMs = isNeeded ? plan.deadlineAtMs : 0
    const project = await withRetries(world, untilMs, call, { rateLimitUntilMs })
    return { project, isThrottled: false }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    const trouble = troubleOf(error)
    // Starts are in another limit group: RunProject goes out with what is known.
    if (isThrottled(failure) && !isNeeded) return { isThrottled: true }
    if (!isClientRefusal(failure, [401, 429])) {
      const reason = plan.start.kind === 'new' ? 'start_refused' : 'lost_contact'
      return end(life, 'failure', reason, { trouble })
    }
    // A token with only 'Run projects' may not read the project, and can still run it. The start shows whether it can.
    const text =
      'Could not read the project, so its title and state are unknown. Continuing without them.'
    world.onEvent({ kind: 'note', text, trouble })
    return { isThrottled: false }
  }
}

/** A time further in the future than this is invalid. Less is a difference between the clocks of Hex's hosts. */
const toleranceMs = 60_000

/**
 * The age of the published results when they are fresh enough to start nothing (`skip-if-newer-than`), else
 * undefined. In doubt the run is started, and the log says why. Both times are Hex's, from one response.
 */
export function freshnessOf({ plan, world, learned }: Life): Freshness | undefined {
  const { skipIfNewerThanMs, isRerun } = plan
  const { project } = learned
  if (skipIfNewerThanMs === undefined) return undefined
  const start = (why: string) => {
    world.onEvent({
      kind: 'note',
      text: `${why} Ignoring 'skip-if-newer-than' and starting a run.`,
    })
    return undefined
  }
  if (isRerun) {
    // A failed refresh may have changed the time, and whoever re-runs jobs wants a run.
    return start('This is a re-run.')
  }
  if (project === undefined) return start('The project could not be read.')
  const updatedAt = project.publishedResultsUpdatedAt
  if (updatedAt === undefined || project.readAtMs === undefined) {
    return start('Hex did not report when the published results were updated.')
  }
  const ageMs = project.readAtMs - Date.parse(updatedAt)
  if (ageMs < -toleranceMs) return start('Hex reported an update time in the future.')
  if (ageMs <= skipIfNewerThanMs) return { updatedAt, ageMs: Math.max(0, ageMs) }
  return undefined
}
