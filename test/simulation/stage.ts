import { cancelOtherRuns } from '../../src/cancel/cancel-other-runs.ts'
import { createCaller } from '../../src/hex/call.ts'
import { createHexClient } from '../../src/hex/client.ts'
import { createLimiter } from '../../src/hex/limiter.ts'
import { type AbortSwitch, createAbort } from '../../src/run/abort.ts'
import { createJobRuns, type Neighbours } from '../../src/run/job-runs.ts'
import { type Entry, readEntry } from '../../src/run/journal.ts'
import type { LifeWorld, RunEvent } from '../../src/run/plan.ts'
import type { PerRun } from '../../src/run/several.ts'
import { openNeighbours } from '../../src/runner/neighbours.ts'
import { sampleToken } from '../hex-simulator/auth.ts'
import type { World } from '../hex-simulator/world.ts'
import { virtualFolder } from '../run/virtual-folder.ts'
import type { Schedule } from './schedule.ts'
import type { Timeline } from './timeline.ts'
import { startProcess, type VirtualProcess } from './virtual-process.ts'

/** An entry of a journal, and when it was written. */
export type Kept = Entry & { readonly keptAtMs: number }
/** What a step told, and when. */
export type Told = RunEvent & { readonly atMs: number }

/** One process of the step, with what all its runs share. */
export interface Actor {
  readonly process: VirtualProcess
  readonly abort: AbortSwitch
  readonly shared: Omit<LifeWorld, 'journal' | 'onEvent'>
}

/** The processes of one job that know of each other, and the folder that they share. */
export interface VirtualJob {
  /** The others, as this one sees them. */
  readonly neighbours: (process: VirtualProcess) => Neighbours | undefined
}

export function createJob(): VirtualJob {
  const folder = virtualFolder()
  const processes = new Map<string, VirtualProcess>()
  return {
    neighbours(process) {
      const mark = `${processes.size}`
      processes.set(mark, process)
      return openNeighbours(
        folder,
        mark,
        process.clock,
        (other) => processes.get(other)?.isAlive() === true,
      )
    },
  }
}

/** The machine both stages run on: what they tell and what they keep is written down with its time. */
export function createStage(
  schedule: Schedule,
  timeline: Timeline,
  world: World,
  { random, job }: { readonly random: () => number; readonly job: VirtualJob | undefined },
) {
  const entries: ReadonlyArray<Array<Kept>> = schedule.runs.map(() => [])
  const events: ReadonlyArray<Array<Told>> = schedule.runs.map(() => [])
  const postEvents: Array<Told> = []
  let abortedAtMs: number | undefined
  let isStopWanted = false
  const start = (): Actor => {
    const process = startProcess(timeline, world, schedule.network)
    const abort = createAbort(process.clock)
    const caller = createCaller({
      http: process.http,
      clock: process.clock,
      limiter: createLimiter(random),
      baseUrl: 'https://app.hex.tech',
      token: sampleToken,
      userAgent: 'simulation',
    })
    const shared = {
      hex: createHexClient(caller),
      clock: process.clock,
      random,
      abort,
      jobRuns: createJobRuns(process.clock, random, job?.neighbours(process)),
      cancelOtherRuns,
    }
    return { process, abort, shared }
  }
  const abortMain = (main: Actor) => {
    abortedAtMs ??= timeline.now()
    main.abort.request()
  }
  /** The journal and the ear of the run at this place, as main has them. */
  const ownWorld = (main: Actor, place: number): PerRun => ({
    journal: (entry) => {
      // Through text and back, as the runner's state file does it.
      const kept = readEntry(JSON.stringify(entry))
      if (kept === undefined) throw new Error('A saved journal entry cannot be read.')
      entries[place]?.push({ ...kept, keptAtMs: timeline.now() })
      // Main looks whether post wants it to stop whenever it has noted something (handover.ts).
      if (isStopWanted) abortMain(main)
    },
    onEvent: (event) => events[place]?.push({ ...event, atMs: timeline.now() }),
  })
  return {
    entries,
    events,
    postEvents,
    start,
    abortMain,
    ownWorld,
    abortedAtMs: () => abortedAtMs,
    wantStop: () => {
      isStopWanted = true
    },
    last: () => entries.flatMap((kept) => kept.at(-1) ?? []),
    tellPost: (event: RunEvent) => postEvents.push({ ...event, atMs: timeline.now() }),
  }
}

export type Stage = ReturnType<typeof createStage>
