import type { Project } from '../hex/wire.ts'
import { type Typical, typicalOf } from './history.ts'
import type { Trouble } from './outcome.ts'
import { persist } from './persist.ts'
import type { RunPlan, RunWorld } from './plan.ts'
import { type Listing, listBeforeStart } from './recent-runs.ts'
import { hexErrorOf, troubleOf } from './trouble.ts'

/** What was learned before the start. */
export type Preflight =
  | {
      readonly kind: 'go'
      readonly project?: Project
      /** The project's recent runs; undefined when they could not be listed. */
      readonly listing?: Listing
      readonly typical?: Typical
    }
  | { readonly kind: 'not-runnable'; readonly project: Project; readonly detail: string }
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  | { readonly kind: 'stopped' }

/** Hex that cannot be read for so long is not a place to send a start to. */
const patienceMs = 60_000

/**
 * Reads the project and its recent runs before anything is started. A project that cannot run stops here,
 * with the reason in words; one that the token may start but not read is started all the same.
 */
export async function preflight(plan: RunPlan, world: RunWorld): Promise<Preflight> {
  // One after the other: where many jobs begin at once, the first answer tells whether there is room for the second.
  const project = await readProject(plan, world)
  if (world.abort.signal.aborted) return { kind: 'stopped' }
  if (project.kind === 'failed') return project
  if (project.project !== undefined) {
    world.tell({ kind: 'project', title: project.project.title })
    const detail = plan.start.kind === 'new' ? whyNotRunnable(project.project) : undefined
    if (detail !== undefined) return { kind: 'not-runnable', project: project.project, detail }
  }
  // Which runs `run-id: latest` chooses from is read over and over, and tells what is usual as well.
  const listing = plan.start.kind === 'latest' ? undefined : await listBeforeStart(plan, world)
  if (world.abort.signal.aborted) return { kind: 'stopped' }
  const typical = typicalOf(listing?.runs ?? [])
  if (typical !== undefined) {
    const { typicalMs, latestMs, fromRuns } = typical
    world.tell({ kind: 'typical', typicalMs, latestMs, fromRuns })
  }
  return {
    kind: 'go',
    ...(project.project === undefined ? {} : { project: project.project }),
    ...(listing === undefined ? {} : { listing }),
    ...(typical === undefined ? {} : { typical }),
  }
}

/** The reason in words why a start would be refused or run something else; undefined when it can run. */
export function whyNotRunnable(project: Project): string | undefined {
  if (project.trashed) return 'The project is in the trash: restore it in Hex.'
  if (project.archived) return 'The project is archived: unarchive it in Hex.'
  if (project.type === 'COMPONENT')
    return 'This is a component, and only projects run: give the id of a project.'
  if (project.lastPublishedAt === null) {
    return 'The project was never published, and Hex runs the latest published version: publish it in Hex.'
  }
  return undefined
}

type ProjectAnswer =
  | { readonly kind: 'read'; readonly project?: Project }
  | { readonly kind: 'failed'; readonly trouble: Trouble }

async function readProject(plan: RunPlan, world: RunWorld): Promise<ProjectAnswer> {
  const untilMs = Math.min(plan.deadlineAtMs, world.clock.now() + patienceMs)
  try {
    const call = () =>
      world.hex.getProject(plan.projectId, {
        signal: world.abort.signal,
        notAfterMs: plan.deadlineAtMs,
        // An earlier run of this step may have refreshed the results meanwhile.
        uncached: plan.skipIfNewerThanMs !== undefined,
      })
    // A rate limit is an answer: where many jobs start at once, it is waited for as long as the user waits.
    const project = await persist(world, untilMs, call, plan.deadlineAtMs)
    return { kind: 'read', project }
  } catch (error) {
    const { failure } = hexErrorOf(error)
    const mayGoOn =
      failure.kind === 'refused' &&
      failure.status >= 400 &&
      failure.status < 500 &&
      failure.status !== 401
    if (!mayGoOn || failure.status === 429) return { kind: 'failed', trouble: troubleOf(error) }
    // A token with only 'Run projects' may not read the project, and can run it: the start will tell.
    const text =
      'The project could not be read, so its title and state are not known; going on without.'
    world.tell({ kind: 'note', text, trouble: troubleOf(error) })
    return { kind: 'read' }
  }
}
