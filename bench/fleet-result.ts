import type { Provenance } from './figures.ts'
import { markdownTable } from './table.ts'

/** How a fleet's jobs wait: as the action does, or at a fixed interval that a 429 ends or does not end. */
export type Manner = 'action' | 'poller that fails on 429' | 'poller that retries 429'

export interface FleetResult extends Provenance {
  /** Runs take from so many minutes to so many, evenly. */
  readonly minutes: { readonly least: number; readonly most: number }
  readonly pastRuns: number
  /** Each fleet is played so often that about so many jobs tell of it. */
  readonly jobsEach: number
  readonly rows: ReadonlyArray<FleetRow>
}

/** So many jobs that start together on one token. */
export interface FleetRow {
  readonly jobs: number
  readonly kernels: number
  readonly manner: Manner
  readonly failedShare: number
  readonly deniedShare: number
  readonly p50LagSeconds: number
  readonly p95LagSeconds: number
  /** What the budget allows: active runs divided by requests per minute. */
  readonly boundSeconds: number
  /** From the first job's begin to the last one's end. */
  readonly minutes: number
}

/** A row a fleet and manner. */
export function fleetTable({ rows }: Pick<FleetResult, 'rows'>): string {
  return markdownTable(
    ['jobs', 'manner', 'failed', 'denied', 'p50 lag', 'p95 lag', 'bound', 'all done after'],
    rows.map((row) => [
      String(row.jobs),
      row.manner,
      percent(row.failedShare),
      percent(row.deniedShare),
      row.failedShare === 1 ? '–' : `${row.p50LagSeconds.toFixed(1)} s`,
      row.failedShare === 1 ? '–' : `${row.p95LagSeconds.toFixed(1)} s`,
      `${row.boundSeconds.toFixed(0)} s`,
      `${row.minutes.toFixed(0)} min`,
    ]),
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`
}
