import { type Clock, sleep } from '../clock.ts'
import type { Run } from '../hex/wire.ts'

/**
 * What the runs that one job starts know of each other, whether they are in one process (`runs`) or in several (parallel
 * steps): Hex returns nothing of a start in a run, so a lost one can be told from the others only by what the others say.
 */
export interface JobRuns {
  /**
   * Does work that the runs of one project in this process do one after the other. Projects do not wait for each other.
   * @returns undefined if the work has not begun by a time, or when a signal is aborted. It is then never done.
   */
  inTurn<T>(
    projectId: string,
    work: (turn: Turn) => Promise<T>,
    limit: { readonly untilMs: number; readonly signal: AbortSignal },
  ): Promise<T | undefined>
  /** This run was started by this process, or found to be its lost one. */
  add(runId: string): void
  /** All runs that are known to be started by this job: none of them is the lost one of another. */
  ids(): ReadonlySet<string>
  /** Those of them that this process, or one that is still running, has started. */
  followed(): ReadonlySet<string>
  /** Another process has started a run of this project out of turn, and it is not known which. */
  isDisturbed(projectId: string): boolean
  /** The last list of each project's runs, shared by starts of this process at about the same time. */
  readonly listings: Map<string, SharedListing>
  /** Counts a run of the project as polled by this process. Returns what ends that. */
  beginPolling(projectId: string): () => void
  /** Number of projects whose runs this process polls now. They share its limit. */
  polledProjects(): number
}

/** The runs of a project at one moment. */
export interface Listing {
  /** Undefined when the list could not be read. */
  readonly runs?: ReadonlyArray<Run>
  /** The rate limit left no room for the request. The list can be read later. */
  readonly isThrottled?: boolean
  /** When the list was requested, by our clock. Later runs are not in it. */
  readonly atMs: number
}

/** A list that the runs of one project share while it is fresh. */
export interface SharedListing {
  readonly atMs: number
  readonly listing: Promise<Listing>
}

/** The turn of one run among those of its process. */
export interface Turn {
  /**
   * Waits for the other processes of the job, before the list of runs is read. They then wait until this turn ends.
   * @returns `free` when none was starting a run of the project, `waited` when one was, and `disturbed` when one still
   *   is: it is not waited for longer than 10 s, the deadline, or the abort.
   */
  claim(untilMs: number, signal: AbortSignal): Promise<'free' | 'waited' | 'disturbed'>
  /** It is known what came of the start: its run, or none. */
  settled(): void
}

/** The other processes of the job. */
export interface Neighbours {
  /** Takes the project for this process; undefined while another one has it. Ends with the process at the latest. */
  take(projectId: string): (() => void) | undefined
  /** Says that this process starts a run of the project while another one does. */
  disturb(projectId: string): void
  /** Says that it is known what came of that start. */
  settle(projectId: string): void
  isDisturbed(projectId: string): boolean
  add(runId: string): void
  ids(): ReadonlyArray<string>
  /** Of processes that still run. */
  followed(): ReadonlyArray<string>
}

/** A start is answered within a second where Hex is well; nobody waits longer for one that hangs. */
const patienceMs = 10_000
/** Between two tries to take the project: the shortest wait, and what chance adds so that no two keep colliding. */
const retryMs = { base: 100, spread: 200 }

/** @param neighbours undefined where there is no folder to meet them in: then this process is alone. */
export function createJobRuns(
  clock: Clock,
  random: () => number,
  neighbours?: Neighbours,
): JobRuns {
  const own = new Set<string>()
  const polled: Array<string> = []
  const last = new Map<string, Promise<unknown>>()
  return {
    inTurn(projectId, work, { untilMs, signal }) {
      const begun = new AbortController()
      const late = sleep(clock, untilMs - clock.now(), signal, begun.signal)
      let isLate = false
      const begin = async () => {
        if (isLate) return undefined
        begun.abort()
        const { turn, end } = openTurn(projectId, clock, random, neighbours)
        try {
          return await work(turn)
        } finally {
          end()
        }
      }
      const done = (last.get(projectId) ?? Promise.resolve()).then(begin, begin)
      last.set(projectId, done)
      return late.then(() => {
        isLate = !begun.signal.aborted
        return isLate ? undefined : done
      })
    },
    add(runId) {
      if (!own.has(runId)) neighbours?.add(runId)
      own.add(runId)
    },
    ids: () => new Set([...own, ...(neighbours?.ids() ?? [])]),
    followed: () => new Set([...own, ...(neighbours?.followed() ?? [])]),
    isDisturbed: (projectId) => neighbours?.isDisturbed(projectId) ?? false,
    listings: new Map(),
    beginPolling(projectId) {
      polled.push(projectId)
      return () => {
        polled.splice(polled.indexOf(projectId), 1)
      }
    },
    polledProjects: () => new Set(polled).size,
  }
}

function openTurn(
  projectId: string,
  clock: Clock,
  random: () => number,
  neighbours: Neighbours | undefined,
): { readonly turn: Turn; readonly end: () => void } {
  let release: (() => void) | undefined
  let isDisturbing = false
  const turn: Turn = {
    async claim(untilMs, signal) {
      if (neighbours === undefined || release !== undefined) return 'free'
      const lastMs = Math.min(untilMs, clock.now() + patienceMs)
      for (let tries = 1; ; tries += 1) {
        release = neighbours.take(projectId)
        if (release !== undefined) return tries === 1 ? 'free' : 'waited'
        if (clock.now() >= lastMs || signal.aborted) break
        const waitMs = retryMs.base + random() * retryMs.spread
        await sleep(clock, Math.min(waitMs, lastMs - clock.now()), signal)
      }
      if (!signal.aborted && !isDisturbing && lastMs < untilMs) {
        isDisturbing = true
        neighbours.disturb(projectId)
      }
      return 'disturbed'
    },
    settled() {
      if (isDisturbing) neighbours?.settle(projectId)
      isDisturbing = false
    },
  }
  return { turn, end: () => release?.() }
}
