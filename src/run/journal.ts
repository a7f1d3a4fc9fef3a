import type { KnownRun } from '../hex/wire.ts'
import { asRecord, asText, parsedJson, withoutUndefined } from '../json.ts'

/**
 * Keeps what must survive the death of the main process, so that the post step can finish it. An entry is written before
 * a start is sent, after Hex responds, after Hex accepts a cancel request, and when nothing is left to do. The
 * last entry counts.
 */
export type Journal = (entry: Entry) => void

export type Entry =
  /** A start is about to be sent. */
  | ({ readonly phase: 'intent' } & Intent)
  /** Hex responded: this run is ours. */
  | ({ readonly phase: 'started' } & OwnRun)
  /** Hex accepted the cancel request for this run. Its end is not confirmed yet. */
  | ({ readonly phase: 'cancelling' } & OwnRun)
  /** No run of ours is active: this run has ended, or nothing was started. */
  | ({ readonly phase: 'settled' } & Partial<OwnRun>)
  /**
   * The run is meant to continue (`wait: false`, `cancel-on-timeout: false`). Nothing may cancel it or mistake it for
   * another run. Until Hex responds to the start, only the project is known.
   */
  | ({ readonly phase: 'detached' } & Partial<OwnRun> & Pick<OwnRun, 'projectId'>)

/** The facts that identify a run whose start got no response. */
export interface Intent {
  readonly projectId: string
  /** Hex's time just before the start, or a little earlier; undefined if Hex reported no time. */
  readonly atMs?: number
  /** Runs of the project that existed before; undefined if they could not be listed. */
  readonly known?: ReadonlyArray<string>
  /** The list was old when the start was sent, so others may have started runs that are not in it. */
  readonly isKnownStale?: boolean
  /** Another step of the job was starting a run of the project too: a single new run may be its. */
  readonly isDisturbed?: boolean
}

export interface OwnRun {
  readonly projectId: string
  readonly runId: string
  readonly runUrl?: string
}

/** The facts of a run that the journal keeps. */
export function ownRun(projectId: string, { runId, runUrl }: KnownRun): OwnRun {
  return { projectId, runId, ...withoutUndefined({ runUrl }) }
}

/** An entry that leaves something to finish. */
export type OpenEntry = Exclude<Entry, { readonly phase: 'settled' | 'detached' }>

/** Does this entry leave something to finish? */
export function isOpen(entry: Entry | undefined): entry is OpenEntry {
  return entry !== undefined && entry.phase !== 'settled' && entry.phase !== 'detached'
}

/** Parses the JSON of an entry; undefined for anything else. */
export function readEntry(text: string): Entry | undefined {
  const entry = parsedJson(text)
  return isEntry(entry) ? entry : undefined
}

function isEntry(value: unknown): value is Entry {
  const entry = asRecord(value)
  const has = (key: string) => asText(entry?.[key]) !== undefined
  const mayHave = (key: string) => entry?.[key] === undefined || has(key)
  switch (entry?.['phase']) {
    case 'settled':
      return mayHave('projectId') && mayHave('runId')
    case 'detached':
      return has('projectId') && mayHave('runId')
    case 'started':
    case 'cancelling':
      return has('projectId') && has('runId')
    case 'intent':
      return has('projectId')
    default:
      return false
  }
}
