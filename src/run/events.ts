import type { Failure } from '../hex/errors.ts'
import type { KnownRun, Run, StartedRun } from '../hex/wire.ts'
import type { Trouble } from './outcome.ts'

/** What happens in a run's life, in the order it happens, for the log and the live reports. */
export type RunEvent =
  | { readonly kind: 'project'; readonly title: string }
  /** Durations of recent runs of the project, milliseconds. A run that takes longer than `latestMs` outlived them. */
  | {
      readonly kind: 'typical'
      readonly typicalMs: number
      readonly latestMs?: number
      readonly fromRuns: number
    }
  | {
      readonly kind: 'started'
      readonly run: StartedRun
      readonly attempt: number
      readonly adopted: boolean
    }
  | { readonly kind: 'following'; readonly run: KnownRun }
  /** A poll that got the run's status. */
  | { readonly kind: 'polled'; readonly run: Run }
  | { readonly kind: 'poll-failed'; readonly trouble: Trouble; readonly forMs: number }
  | {
      readonly kind: 'waiting'
      readonly why: WaitingFor
      readonly waitMs: number
      readonly trouble: Trouble
    }
  | { readonly kind: 'no-kernel'; readonly run: KnownRun; readonly waitMs: number }
  | {
      readonly kind: 'again'
      readonly run: KnownRun
      readonly attempt: number
      readonly maxAttempts: number
    }
  | { readonly kind: 'response-lost'; readonly trouble: Trouble }
  | { readonly kind: 'searched'; readonly candidates: number }
  | { readonly kind: 'note'; readonly text: string; readonly trouble?: Trouble }
  | {
      readonly kind: 'cancelling'
      readonly runId: string
      readonly why: 'abort' | 'fail-fast' | 'timeout' | 'lost-contact'
      /** The timeout that ended the wait, milliseconds. */
      readonly timeoutMs?: number
    }

/** What a retry waits for. */
export type WaitingFor = 'kernel' | 'rate-limit' | 'connection' | 'hex'

/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
export function waitingFor(failure: Failure, isStart = false): WaitingFor {
  if (failure.kind !== 'refused') return 'connection'
  if (failure.status === 429) return 'rate-limit'
  return isStart ? 'kernel' : 'hex'
}
