import { askedOf, planOf } from '../../src/actions/plans.ts'
import { clearWay } from '../../src/cancel/clear-way.ts'
import { createCaller } from '../../src/hex/call.ts'
import { createHexClient } from '../../src/hex/client.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { readRunInputs } from '../../src/inputs/run-inputs.ts'
import type { Asked } from '../../src/report/summary.ts'
import { createWaits } from '../../src/report/waits.ts'
import { createAbort } from '../../src/run/abort.ts'
import { type TakenPicture, takePictures } from '../../src/run/chart-pictures.ts'
import { createJournal } from '../../src/run/journal.ts'
import type { Outcome } from '../../src/run/outcome.ts'
import { liveRuns } from '../../src/run/several.ts'
import { createTurns } from '../../src/run/turns.ts'
import { sampleToken } from '../../test/hex-simulator/auth.ts'
import type { Fault } from '../../test/hex-simulator/faults.ts'
import type { RunPlan } from '../../test/hex-simulator/runs.ts'
import { sampleWorkspace } from '../../test/hex-simulator/sample-workspace.ts'
import { createWorld } from '../../test/hex-simulator/world.ts'
import { createTimeline, type Timeline } from '../../test/simulation/timeline.ts'
import { startProcess } from '../../test/simulation/virtual-process.ts'

/** A step that leaves something worth a picture. */
export interface Story {
  /** Of the picture's file. */
  readonly name: string
  /** The job's name, in the summary's head. */
  readonly job: string
  readonly with: Readonly<Record<string, string>>
  /** How the runs go, one after the other in the order they start; the last one repeats. */
  readonly plans: ReadonlyArray<RunPlan>
  readonly faults?: ReadonlyArray<Fault>
  /** The job is cancelled so many milliseconds after it began. */
  readonly cancelAfterMs?: number
  /** Somebody else's API call starts a run of the project so many milliseconds after the step began. */
  readonly foreignRunAfterMs?: number
  /** A picture as wide as a phone is taken as well. */
  readonly isNarrowToo?: boolean
  /** The pull request's comment is shown, and not the summary; this story went before, and is folded away in it. */
  readonly commentAfter?: Story
}

/** What a story came to, with everything its summary can show. */
export interface Played {
  readonly outcomes: ReadonlyArray<Outcome>
  readonly asked: Asked
  readonly waited: string
  readonly pictures: ReadonlyArray<TakenPicture>
}

/** One night in November: the same pictures come out whenever they are made. */
export const beganAtMs = Date.UTC(2025, 10, 21, 4, 0, 3)

/** Plays a story against a simulated Hex in virtual time. */
export async function playStory(story: Story): Promise<Played> {
  const timeline = createTimeline(beganAtMs)
  const inputs = await readRunInputs((name) => ({ ...story.with, token: sampleToken })[name] ?? '')
  const world = createWorld({ ...workspaceOf(story), latencyMs: 120, now: timeline.now })
  const { clock, http } = startProcess(timeline, world)
  const abort = createAbort(clock)
  if (story.cancelAfterMs !== undefined) clock.after(story.cancelAfterMs, abort.request)
  const [first] = inputs.runs
  if (first === undefined) throw new Error('The story asks for no run.')
  if (story.foreignRunAfterMs !== undefined) {
    clock.after(story.foreignRunAfterMs, () => {
      const [plan] = story.plans
      const run = { trigger: 'API', ...(plan === undefined ? {} : { plan }) } as const
      world.addRun(first.project.projectId, run)
    })
  }
  const { baseUrl, token } = inputs
  const limiter = createLimiter()
  const caller = createCaller({ http, clock, limiter, baseUrl, token, userAgent: 'pictures' })
  const hex = createHexClient(caller)
  const waits = createWaits()
  const shared = { hex, clock, random: () => 0.5, abort, ownRuns: new Set<string>() }
  const lives = liveRuns(
    inputs.runs.map((run) => planOf(run, beganAtMs)),
    { ...shared, turns: createTurns(), clearWay },
    () => ({
      journal: createJournal(() => undefined),
      tell: (event) => waits.note(event, clock.now()),
    }),
    inputs,
  )
  const outcomes = await played(timeline, lives)
  const endedAtMs = clock.now()
  const { pictures } = await played(
    timeline,
    takePictures(
      inputs.reports.charts,
      outcomes,
      inputs.reports.chartSize ?? {},
      { ...shared, tell: () => undefined },
      { signal: abort.signal, untilMs: () => endedAtMs + 60_000 },
    ),
  )
  abort.close()
  return { outcomes, asked: askedOf(first), waited: waits.until(endedAtMs), pictures }
}

function workspaceOf({ plans, faults }: Story) {
  const workspace = sampleWorkspace()
  return {
    ...workspace,
    projects: (workspace.projects ?? []).map((project) => ({ ...project, plans })),
    // The usual figures of a project that takes minutes, where the demo's takes seconds.
    runs: (workspace.runs ?? []).map((run) => ({
      ...run,
      plan: { pendingMs: 4_000, runningMs: (run.plan?.runningMs ?? 0) * 24 },
    })),
    ...(faults === undefined ? {} : { faults }),
  }
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
