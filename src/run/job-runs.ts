import { type Clock, sleep } from '../clock.ts'
import type { Run } from '../hex/wire.ts'

/**
 * What the runs of one job share, in one process (`runs`) or in several (parallel steps). A run in Hex contains nothing
 * of the request that started it. The run of a lost response can be identified only because the others are known.
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
  /** Records that this process started the run, or identified it as the one whose start got no response. */
  add(runId: string): void
  /** All runs that this job is known to have started. None of them is the run of another lost response. */
  ids(): ReadonlySet<string>
  /** Those of them whose process is still running. */
  followed(): ReadonlySet<string>
  /**
   * Waits until no other process is starting a run of the project, so that the runs of earlier starts are known.
   * @returns false if one still is after 10 s, at a time, or when a signal is aborted.
   */
  isQuiet(projectId: string, untilMs: number, signal: AbortSignal): Promise<boolean>
  /** Another process starts a run of this project at the same time, and its run is not known yet. */
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
  /** The rate limit did not allow the request. The list can be read later. */
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
   *   is or was killed: it is not waited for longer than 10 s, the deadline, or the abort.
   */
  claim(untilMs: number, signal: AbortSignal): Promise<'free' | 'waited' | 'disturbed'>
  /** The result of the start is known: its run, or none. */
  settle(): void
  /** The result stays unknown, and its run may still appear. The next turns are `disturbed`, as by a process that was killed. */
  lost(): void
}

/** The other processes of the job. */
export interface Neighbours {
  /**
   * Claims the project until `release` is called or the process ends; undefined if another one has it. `isLost` if one was
   * killed or gave up while it had the project, and the run of its start may still appear.
   */
  claim(projectId: string): { readonly release: () => void; readonly isLost: boolean } | undefined
  /** Has another process that still runs claimed the project, or does it start a run of it without that? */
  isClaimed(projectId: string): boolean
  /** Records that the result of a start of the project stays unknown. */
  lost(projectId: string): void
  /** Records that this process starts a run of the project although another one does. */
  disturb(projectId: string): void
  /** Records that the result of that start is known. */
  settle(projectId: string): void
  isDisturbed(projectId: string): boolean
  add(runId: string): void
  ids(): ReadonlyArray<string>
  /** Of processes that still run. */
  followed(): ReadonlyArray<string>
}

/** Hex usually responds to a start within a second. Other steps don't wait longer for one that hangs. */
const patienceMs = 10_000
/** Wait between two tries to claim the project, with jitter so that two processes don't keep colliding. */
const retryMs = { min: 100, jitter: 200 }

/** @param neighbours undefined without a shared folder. This process is then the only one. */
export function createJobRuns(
  clock: Clock,
  random: () => number,
  neighbours?: Neighbours,
): JobRuns {
  const patiently = createPatiently(clock, random)
  const own = new Set<string>()
  const polled: Array<string> = []
  const last = new Map<string, Promise<unknown>>()
  return {
    inTurn(projectId, work, { untilMs, signal }) {
      const begun = new AbortController()
      const late = sleep(clock, untilMs - clock.now(), signal, begun.signal)
      let isLate = false
      const begin = async () => {
        if (isLate || signal.aborted || clock.now() >= untilMs) return undefined
        begun.abort()
        const { turn, end } = openTurn(projectId, clock, patiently, neighbours)
        try {
          return await work(turn)
        } catch (error) {
          // An unexpected error can hide that a start was sent.
          turn.lost()
          throw error
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
    async isQuiet(projectId, untilMs, signal) {
      const isQuiet = () => (neighbours?.isClaimed(projectId) === true ? undefined : true)
      return (await patiently(isQuiet, untilMs, signal)) === true
    },
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

type Patiently = <T>(
  attempt: () => T | undefined,
  untilMs: number,
  signal: AbortSignal,
) => Promise<T | undefined>

/** Tries until there is a result; undefined after 10 s, at a time, or when a signal is aborted. */
function createPatiently(clock: Clock, random: () => number): Patiently {
  return async (attempt, untilMs, signal) => {
    const lastMs = Math.min(untilMs, clock.now() + patienceMs)
    for (;;) {
      const result = attempt()
      if (result !== undefined || clock.now() >= lastMs || signal.aborted) return result
      const waitMs = retryMs.min + random() * retryMs.jitter
      await sleep(clock, Math.min(waitMs, lastMs - clock.now()), signal)
    }
  }
}

function openTurn(
  projectId: string,
  clock: Clock,
  patiently: Patiently,
  neighbours: Neighbours | undefined,
): { readonly turn: Turn; readonly end: () => void } {
  let claimed: ReturnType<Neighbours['claim']>
  let isDisturbing = false
  const turn: Turn = {
    async claim(untilMs, signal) {
      if (neighbours === undefined) return 'free'
      // A second claim begins anew, because the first one gets old.
      claimed?.release()
      claimed = undefined
      let tries = 0
      const claim = () => {
        tries += 1
        return neighbours.claim(projectId)
      }
      claimed = await patiently(claim, untilMs, signal)
      if (claimed?.isLost === false) return tries === 1 ? 'free' : 'waited'
      // A turn whose time is over starts nothing.
      const goesOn = !signal.aborted && clock.now() < untilMs
      if (goesOn && !isDisturbing) {
        isDisturbing = true
        neighbours.disturb(projectId)
      }
      return 'disturbed'
    },
    settle() {
      if (isDisturbing) neighbours?.settle(projectId)
      isDisturbing = false
    },
    lost: () => neighbours?.lost(projectId),
  }
  return { turn, end: () => claimed?.release() }
}
