import type { Provenance } from './figures.ts'
import { markdownTable } from './table.ts'

/** Times of real processes. */
export interface ProcessResult extends Provenance {
  readonly rows: ReadonlyArray<Row>
}

/** What was measured, in milliseconds. */
export interface Row {
  readonly name: string
  /** The fastest: what is left when the machine has nothing else to do. */
  readonly minMs: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly samples: number
}

/** A row a kind of process. */
export function processTable(rows: ReadonlyArray<Row>): string {
  return markdownTable(
    ['', 'fastest', 'median', '95th percentile', 'samples'],
    rows.map(({ name, minMs, medianMs, p95Ms, samples }) => [
      name,
      `${minMs} ms`,
      `${medianMs} ms`,
      `${p95Ms} ms`,
      String(samples),
    ]),
  )
}
