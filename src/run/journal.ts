import type { Run, StartedRun } from '../hex/wire.ts'

/**
 * What must survive the death of the main process, for the post step to finish: written before a start is
 * sent, when Hex answered, when it took a cancel, and when nothing is left to do. The last entry counts.
 */
export interface Journal {
  /** A start is about to be sent. */
  intent(intent: Intent): void
  /** Hex answered: this run is ours. */
  started(run: OwnRun): void
  /** Hex took the cancel of this run, which has not been seen to end yet. */
  cancelling(run: OwnRun): void
  /** Nothing of ours goes on: this run has ended, or nothing was started. */
  settled(run?: OwnRun): void
  /**
   * `wait: false`: the run is to go on, and nothing may cancel it, nor take it for another's. Before Hex has answered
   * the start, only its project is known.
   */
  detached(run: Partial<OwnRun> & Pick<OwnRun, 'projectId'>): void
}

/** Enough to recognise a run whose start was never answered. */
export interface Intent {
  readonly projectId: string
  /** Hex's time just before the start, or a little earlier; undefined when Hex told no time. */
  readonly atMs?: number
  /** The same by the runner's clock: with any later `Date` of Hex it tells the time above. */
  readonly runnerAtMs?: number
  /** Runs of the project that existed before; undefined when they could not be listed. */
  readonly known?: ReadonlyArray<string>
  /** That list was old when the start was sent: others may have started runs since that are not in it. */
  readonly isKnownStale?: boolean
  /** Another step of the job was starting a run of the project too: a single new run may be its. */
  readonly isDisturbed?: boolean
}

export interface OwnRun {
  readonly projectId: string
  readonly runId: string
  readonly runUrl?: string
}

/** Of a run, what the journal keeps. */
export function ownRun(projectId: string, { runId, runUrl }: StartedRun | Run): OwnRun {
  return { projectId, runId, ...(runUrl === undefined ? {} : { runUrl }) }
}

/** The journal's last entry. */
export type Entry =
  | ({ readonly phase: 'intent' } & Intent)
  | ({ readonly phase: 'started' } & OwnRun)
  | ({ readonly phase: 'cancelling' } & OwnRun)
  | ({ readonly phase: 'settled' } & Partial<OwnRun>)
  | ({ readonly phase: 'detached' } & Partial<OwnRun>)

/** A journal that hands each entry on, to be kept where the post step can read it. */
export function createJournal(keep: (entry: Entry) => void): Journal {
  return {
    intent: (intent) => keep({ phase: 'intent', ...intent }),
    started: (run) => keep({ phase: 'started', ...run }),
    cancelling: (run) => keep({ phase: 'cancelling', ...run }),
    settled: (run) => keep({ phase: 'settled', ...run }),
    detached: (run) => keep({ phase: 'detached', ...run }),
  }
}

/** Reads an entry back; undefined for anything that `createJournal` did not write. */
export function readEntry(text: string): Entry | undefined {
  try {
    const entry: unknown = JSON.parse(text)
    return isEntry(entry) ? entry : undefined
  } catch {
    // State that is cut off or foreign is no entry; the caller says so.
    return undefined
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('phase' in value)) return false
  const has = (key: string) => key in value && typeof value[key as keyof typeof value] === 'string'
  switch (value.phase) {
    case 'settled':
    case 'detached':
      return ['projectId', 'runId'].every((key) => !(key in value) || has(key))
    case 'started':
    case 'cancelling':
      return has('projectId') && has('runId')
    case 'intent':
      return has('projectId')
    default:
      return false
  }
}
