import { type Clock, sleep } from '../clock.ts'

/**
 * What the runs that one job starts know of each other, whether they are in one process (`runs`) or in several (parallel
 * steps): Hex returns nothing of a start in a run, so a lost one can be told from the others only by what the others say.
 */
export interface JobRuns {
  readonly turns: Turns
  /** This run was started by this process, or found to be its lost one. */
  add(runId: string): void
  /** All runs that are known to be started by this job: none of them is the lost one of another. */
  ids(): ReadonlySet<string>
  /** Those of them that this process, or one that still runs, has started. */
  followed(): ReadonlySet<string>
  /** Another process has started a run of this project out of turn, and it is not known which. */
  isDisturbed(projectId: string): boolean
}

/**
 * Lets starts of one project happen one after the other. Projects do not wait for each other.
 * @param patience work that has not begun when this resolves is never done; the result is then undefined.
 */
export type Turns = <T>(
  projectId: string,
  work: (turn: Turn) => Promise<T>,
  patience?: Promise<unknown>,
) => Promise<T | undefined>

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
  const last = new Map<string, Promise<unknown>>()
  return {
    turns(projectId, work, patience) {
      const before = last.get(projectId) ?? Promise.resolve()
      let begun = false
      let over = false
      const begin = async () => {
        if (over) return undefined
        begun = true
        const { turn, end } = openTurn(projectId, clock, random, neighbours)
        try {
          return await work(turn)
        } finally {
          end()
        }
      }
      const done = before.then(begin, begin)
      last.set(projectId, done)
      const end = patience?.then(() => {
        over = !begun
        return begun ? done : undefined
      })
      return end === undefined ? done : Promise.race([done, end])
    },
    add(runId) {
      if (!own.has(runId)) neighbours?.add(runId)
      own.add(runId)
    },
    ids: () => new Set([...own, ...(neighbours?.ids() ?? [])]),
    followed: () => new Set([...own, ...(neighbours?.followed() ?? [])]),
    isDisturbed: (projectId) => neighbours?.isDisturbed(projectId) ?? false,
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
