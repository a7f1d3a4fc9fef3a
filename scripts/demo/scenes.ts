import type { RunPlan } from '../../test/hex-simulator/runs.ts'
import { sampleProjectIds, sampleWorkspace } from '../../test/hex-simulator/sample-workspace.ts'
import type { Workspace } from '../../test/hex-simulator/workspace-file.ts'
import type { World } from '../../test/hex-simulator/world.ts'
import type { CancelPlan, JobReport } from '../../test/runner-host/contract.ts'

/** One story: what is set up, what the workflow's step says, and what must be true when it is over. */
export interface DemoScene {
  readonly title: string
  /** What is about to be seen, a sentence or two. */
  readonly story: string
  /** The job's name; the summary's file is called after it. */
  readonly job: string
  readonly with: Readonly<Record<string, string | boolean>>
  readonly cancel?: CancelPlan
  /** Changes the simulated Hex just before the step. */
  readonly prepare?: (world: World) => void
  readonly claims: (end: SceneEnd) => ReadonlyArray<Claim>
}

/** What is there to look at when a step is over. */
export interface SceneEnd {
  readonly report: JobReport
  readonly world: World
  /** Runs of this scene's project that its step has made. */
  readonly newRuns: ReturnType<World['runs']>
}

/** A sentence about what happened, and whether it is true. */
export interface Claim {
  readonly sentence: string
  readonly holds: boolean
}

/** The sample workspace. By default its check still runs when the search for a lost start has made up its mind. */
export function demoWorkspace(
  checkPlan: RunPlan = { pendingMs: 800, runningMs: 15_500 },
): Workspace {
  const workspace = sampleWorkspace()
  return {
    ...workspace,
    projects: (workspace.projects ?? []).map((project) =>
      project.id === sampleProjectIds.pullRequestCheck
        ? { ...project, plans: [checkPlan] }
        : project,
    ),
  }
}

/** The three stories of the demo, in the order they are played. */
export const scenes: ReadonlyArray<DemoScene> = [
  {
    title: 'The nightly refresh',
    story: 'A scheduled job updates the published results of an app and waits for the run.',
    job: 'refresh-revenue',
    with: { 'project-id': sampleProjectIds.nightlyRevenue, 'update-published-results': true },
    claims: ({ report, newRuns }) => [
      claim('The job succeeded.', report.conclusion === 'success'),
      claim(
        'The status in Hex is COMPLETED.',
        newRuns.length === 1 && newRuns[0]?.status === 'COMPLETED',
      ),
      claim('The outputs contain the run ID.', report.main.outputs['run-id'] === newRuns[0]?.id),
    ],
  },
  {
    title: 'A user cancels the job while the run is active',
    story:
      'The runner sends SIGINT. The run in Hex must stop too, because it would keep its kernel.',
    job: 'refresh-revenue-cancelled',
    with: { 'project-id': sampleProjectIds.nightlyRevenue },
    cancel: {
      mode: 'user',
      // The start is answered within a second, and the run takes ten.
      when: 4_000,
    },
    claims: ({ report, newRuns, world }) => [
      claim('The job was cancelled.', report.conclusion === 'cancelled'),
      claim(
        'The run was cancelled once in Hex, and ended as KILLED.',
        newRuns.length === 1 &&
          newRuns[0]?.status === 'KILLED' &&
          newRuns.every((run) => run.cancelCount === 1),
      ),
      claim(
        `Kernels in use in Hex: ${held(world).length}. No run is left behind.`,
        held(world).length === 0,
      ),
    ],
  },
  {
    title: 'The response to the start is lost',
    story:
      'Hex starts the run, but the connection breaks before it responds. A second start would create a duplicate.',
    job: 'check-orders',
    with: {
      'project-id': sampleProjectIds.pullRequestCheck,
      'input-params': 'schema: pr_123\nsample_rows: 5000\n',
    },
    prepare: (world) =>
      world.addFault({ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }),
    claims: ({ report, newRuns, world }) => [
      claim(
        'One start was sent, and one run exists.',
        newRuns.length === 1 && startsOf(world, sampleProjectIds.pullRequestCheck) === 1,
      ),
      claim(
        'That run was found again and followed to its end.',
        report.main.outputs['run-id'] === newRuns[0]?.id && newRuns[0]?.status === 'COMPLETED',
      ),
      claim('The job succeeded.', report.conclusion === 'success'),
    ],
  },
]

/** A pull request that breaks the numbers: only for the README's picture. */
export const erroredScene: DemoScene = {
  title: 'A check fails on a pull request',
  story: 'A cell of the project raises an error, so the step must fail.',
  job: 'check-orders',
  with: {
    'project-id': sampleProjectIds.pullRequestCheck,
    'input-params': 'schema: pr_123\nsample_rows: 5000\n',
  },
  claims: ({ report, newRuns }) => [
    claim('The job failed.', report.conclusion === 'failure'),
    claim(
      'The status in Hex is ERRORED.',
      newRuns.length === 1 && newRuns[0]?.status === 'ERRORED',
    ),
  ],
}

function claim(sentence: string, holds: boolean): Claim {
  return { sentence, holds }
}

/** The runs that have not ended: each holds a kernel. */
function held(world: World): ReturnType<World['runs']> {
  return world.runs().filter((run) => run.endedAtMs === null)
}

function startsOf(world: World, projectId: string): number {
  return world
    .requests()
    .filter(({ operation, path }) => operation === 'RunProject' && path.includes(projectId)).length
}
