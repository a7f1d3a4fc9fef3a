import { askedOf, planOf } from '../../src/actions/plans.ts'
import { createCaller } from '../../src/hex/call.ts'
import { createHexClient } from '../../src/hex/client.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'
import { summaryOf } from '../../src/report/summary.ts'
import { createAbort } from '../../src/run/abort.ts'
import { createJournal } from '../../src/run/journal.ts'
import { liveRun } from '../../src/run/life.ts'
import { createTurns } from '../../src/run/turns.ts'
import { sampleToken } from '../../test/hex-simulator/auth.ts'
import type { Fault } from '../../test/hex-simulator/faults.ts'
import type { RunPlan } from '../../test/hex-simulator/runs.ts'
import { sampleProjectIds, sampleWorkspace } from '../../test/hex-simulator/sample-workspace.ts'
import { createWorld } from '../../test/hex-simulator/world.ts'
import { createTimeline, type Timeline } from '../../test/simulation/timeline.ts'
import { startProcess } from '../../test/simulation/virtual-process.ts'

/** A step whose job summary is worth a picture. */
export interface Story {
  /** Of the picture's file. */
  readonly name: string
  /** The job's name in the summary's head. */
  readonly job: string
  readonly with: Readonly<Record<string, string>>
  /** How the run goes. */
  readonly plan: RunPlan
  readonly faults?: ReadonlyArray<Fault>
  /** The job is cancelled so many milliseconds after it began. */
  readonly cancelAfterMs?: number
  /** Somebody else's API call starts a run of the project so many milliseconds after the step began. */
  readonly foreignRunAfterMs?: number
}

const nightly = { 'project-id': sampleProjectIds.nightlyRevenue }
const pullRequest = {
  'project-id': sampleProjectIds.pullRequestCheck,
  'input-params': '{"schema": "pr_123", "sample_rows": 5000}',
}

/** The stories of the pictures in the README and in `docs/`. */
export const stories: ReadonlyArray<Story> = [
  {
    name: 'completed',
    job: 'refresh-revenue',
    with: { ...nightly, 'update-published-results': 'true' },
    plan: { pendingMs: 4_000, runningMs: 192_000 },
  },
  {
    name: 'errored',
    job: 'check-orders',
    with: pullRequest,
    plan: { pendingMs: 3_000, runningMs: 47_000, end: 'ERRORED' },
  },
  {
    name: 'timed-out',
    job: 'refresh-revenue',
    with: { ...nightly, timeout: '30m' },
    plan: { pendingMs: 4_000, end: 'never', cancelTakesMs: 3_000 },
  },
  {
    name: 'cancelled',
    job: 'refresh-revenue',
    with: nightly,
    plan: { pendingMs: 4_000, runningMs: 192_000, cancelTakesMs: 800 },
    cancelAfterMs: 71_000,
  },
  {
    name: 'start-unknown',
    job: 'check-orders',
    with: pullRequest,
    plan: { pendingMs: 3_000, runningMs: 300_000 },
    faults: [{ operation: 'RunProject', kind: 'reset', effect: 'at-receipt' }],
    foreignRunAfterMs: 500,
  },
]

/** One night in November: the same pictures come out whenever they are made. */
const beganAtMs = Date.UTC(2025, 10, 21, 4, 0, 3)

/** Plays a story against a simulated Hex in virtual time. Returns the job summary's Markdown. */
export async function summaryOfStory(story: Story): Promise<string> {
  const timeline = createTimeline(beganAtMs)
  const inputs = await readRunInputs((name) => ({ ...story.with, token: sampleToken })[name] ?? '')
  const workspace = sampleWorkspace()
  const world = createWorld({
    ...workspace,
    projects: (workspace.projects ?? []).map((project) => ({ ...project, plans: [story.plan] })),
    // The usual figures of a project that takes minutes, where the demo's takes seconds.
    runs: (workspace.runs ?? []).map((run) => ({
      ...run,
      plan: { pendingMs: 4_000, runningMs: (run.plan?.runningMs ?? 0) * 24 },
    })),
    ...(story.faults === undefined ? {} : { faults: story.faults }),
    latencyMs: 120,
    now: timeline.now,
  })
  const [run] = inputs.runs
  if (run === undefined) throw new Error('The story asks for no run.')
  const { clock, http } = startProcess(timeline, world)
  const abort = createAbort(clock)
  if (story.cancelAfterMs !== undefined) clock.after(story.cancelAfterMs, abort.request)
  if (story.foreignRunAfterMs !== undefined) {
    clock.after(story.foreignRunAfterMs, () => {
      world.addRun(run.project.projectId, { trigger: 'API', plan: story.plan })
    })
  }
  const caller = createCaller({
    http,
    clock,
    limiter: createLimiter(),
    baseUrl: inputs.baseUrl,
    token: inputs.token,
    userAgent: 'pictures',
  })
  const outcome = await played(
    timeline,
    liveRun(planOf(run, beganAtMs), {
      hex: createHexClient(caller),
      clock,
      random: () => 0.5,
      abort,
      ownRuns: new Set(),
      turns: createTurns(),
      journal: createJournal(() => undefined),
      tell: () => undefined,
    }),
  )
  abort.close()
  return summaryOf(outcome, askedOf(run))
}

/** Lets time pass until the story is over. */
async function played<T>(timeline: Timeline, story: Promise<T>): Promise<T> {
  let over = false
  const done = () => {
    over = true
  }
  story.then(done, done)
  for (;;) {
    // Whatever the last moment set off has to come to rest before the next one.
    await new Promise((resolve) => setImmediate(resolve))
    if (over) return story
    if (!timeline.step()) throw new Error('The story waits, and nothing is going to happen.')
  }
}
