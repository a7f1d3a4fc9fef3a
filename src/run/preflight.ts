import { sleep } from '../clock.ts'
import type { Project, Run } from '../hex/wire.ts'
import { type Typical, typicalOf } from './history.ts'
import type { Trouble } from './outcome.ts'
import { persist } from './persist.ts'
import type { Listing, RunPlan, RunWorld } from './plan.ts'
import { isThrottled, listBeforeStart, listRecentRuns } from './recent-runs.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** The result of the checks before a start. */
export type Preflight =
  | {
      readonly kind: 'go'
      readonly project?: Project
      readonly listing: Listing
      readonly typical?: Typical
      /** The limit left no room for a read: what the reports need of it is to be read after the start. */
      readonly isThrottled: boolean
    }
  | { readonly kind: 'not-runnable'; readonly project: Project; readonly detail: string }
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  | { readonly kind: 'stopped' }

/** Hex that cannot be read for so long is not a place to send a start to. */
const patienceMs = 60_000
/** Two windows of Hex's limits. A job that waited long for its start knows nothing of the limit of reads. */
const calmMs = 120_000
/** All jobs become calm at about the same time, and are spread over a window. */
const spreadMs = 60_000

/**
 * Reads the project and its recent runs before anything is started. A project that cannot run stops here,
 * with the reason in words; one that the token may start but not read is started all the same.
 */
export async function preflight(plan: RunPlan, world: RunWorld): Promise<Preflight> {
  const reading = readProject(plan, world)
  // `run-id: latest` lists the runs again and again, and derives the usual duration from that.
  const listed = plan.start.kind === 'latest' ? undefined : listBeforeStart(plan, world)
  // If the project cannot run, nothing waits for the list.
  listed?.catch(() => undefined)
  const project = await reading
  if (world.abort.signal.aborted) return { kind: 'stopped' }
  if (project.kind === 'failed') return project
  if (project.project !== undefined) {
    world.onEvent({ kind: 'project', title: project.project.title })
    const detail = plan.start.kind === 'new' ? whyNotRunnable(project.project) : undefined
    if (detail !== undefined) return { kind: 'not-runnable', project: project.project, detail }
  }
  const listing = (await listed) ?? { atMs: world.clock.now() }
  if (world.abort.signal.aborted) return { kind: 'stopped' }
  const typical = typicalIn(listing.runs ?? [], world)
  return {
    kind: 'go',
    isThrottled: project.isThrottled || listing.isThrottled === true,
    ...(project.project === undefined ? {} : { project: project.project }),
    listing,
    ...(typical === undefined ? {} : { typical }),
  }
}

/** What is known of the project; it grows when the limit of reads left no room before the start. */
export interface Learned {
  project?: Project
  typical?: Typical
}

/**
 * Reads beside the run what only the reports and the polling need, two minutes after the start at the earliest and once
 * no read was throttled for as long: before that it would take requests from jobs that wait for a status (100 jobs of
 * 30 s: p95 lateness 210 s with, 37 s without; `bench/fleet.ts`). A run that ends sooner is reported without a title.
 * @returns ends the reading; nothing of it outlives the run.
 */
export function learnBeside(plan: RunPlan, world: RunWorld, learned: Learned): () => void {
  const over = new AbortController()
  void readLate(plan, world, learned, over.signal)
  return () => over.abort()
}

async function readLate(
  plan: RunPlan,
  world: RunWorld,
  learned: Learned,
  signal: AbortSignal,
): Promise<void> {
  const options = { signal, notAfterMs: plan.deadlineAtMs }
  for (let calmInMs = calmMs; calmInMs > 0; calmInMs = world.hex.calmInMs()) {
    await sleep(world.clock, calmInMs + world.random() * spreadMs, signal)
    if (signal.aborted) return
  }
  try {
    if (learned.project === undefined) {
      learned.project = await world.hex.getProject(plan.projectId, options)
      world.onEvent({ kind: 'project', title: learned.project.title })
    }
    if (learned.typical === undefined) {
      const typical = typicalIn(await listRecentRuns(world.hex, plan.projectId, options), world)
      if (typical !== undefined) learned.typical = typical
    }
  } catch {
    // A report without a title is still a report, and nothing here may end the run's own life.
  }
}

function typicalIn(runs: ReadonlyArray<Run>, world: RunWorld): Typical | undefined {
  const typical = typicalOf(runs)
  if (typical !== undefined) {
    const { typicalMs, latestMs, fromRuns } = typical
    world.onEvent({ kind: 'typical', typicalMs, latestMs, fromRuns })
  }
  return typical
}

/** Why a start would be refused or would run something else, in one sentence; undefined if the project can run. */
export function whyNotRunnable(project: Project): string | undefined {
  if (project.trashed) return 'The project is in the trash. Restore it in Hex.'
  if (project.archived) return 'The project is archived. Unarchive it in Hex.'
  if (project.type === 'COMPONENT')
    return 'This is a component, and only projects can run. Enter the ID of a project.'
  if (project.lastPublishedAt === null) {
    return 'The project was never published, and Hex runs only published versions. Publish it in Hex.'
  }
  return undefined
}

type ProjectAnswer =
  | { readonly kind: 'read'; readonly project?: Project; readonly isThrottled: boolean }
  | { readonly kind: 'failed'; readonly trouble: Trouble }

async function readProject(plan: RunPlan, world: RunWorld): Promise<ProjectAnswer> {
  const untilMs = Math.min(plan.deadlineAtMs, world.clock.now() + patienceMs)
  // The project shows whether the published results are fresh.
  const isNeeded = plan.skipIfNewerThanMs !== undefined
  try {
    const call = () =>
      world.hex.getProject(plan.projectId, {
        signal: world.abort.signal,
        notAfterMs: isNeeded ? plan.deadlineAtMs : world.clock.now(),
        // An earlier run of this step may have refreshed the results meanwhile.
        uncached: isNeeded,
      })
    const project = await persist(world, untilMs, call, isNeeded ? plan.deadlineAtMs : 0)
    return { kind: 'read', project, isThrottled: false }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    // Starts are in another limit group: RunProject goes out with what is known.
    if (isThrottled(failure) && !isNeeded) return { kind: 'read', isThrottled: true }
    const mayGoOn =
      failure.kind === 'refused' &&
      failure.status >= 400 &&
      failure.status < 500 &&
      failure.status !== 401
    if (!mayGoOn || failure.status === 429) return { kind: 'failed', trouble: troubleOf(error) }
    // A token with only 'Run projects' may not read the project, and can run it: the start will tell.
    const text =
      'Could not read the project, so its title and state are unknown. Continuing without them.'
    world.onEvent({ kind: 'note', text, trouble: troubleOf(error) })
    return { kind: 'read', isThrottled: false }
  }
}
