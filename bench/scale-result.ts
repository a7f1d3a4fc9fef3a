import type { Provenance } from './figures.ts'
import { markdownTable } from './table.ts'

export interface ScaleResult extends Provenance {
  readonly maxParallel: number
  readonly rows: ReadonlyArray<ScaleRow>
}

/** One step with so many runs. */
export interface ScaleRow {
  readonly runs: number
  /** What is still held when all is over, the simulated Hex's own record of the run included. */
  readonly heapPerRunKilobytes: number
  /** Of our process, the simulated Hex included. */
  readonly processorPerRunMs: number
  readonly requestsPerRun: number
  readonly virtualHours: number
}

/** A row a size of the list. */
export function scaleTable({ rows }: Pick<ScaleResult, 'rows'>): string {
  return markdownTable(
    [
      'runs in one step',
      'memory per run',
      'processor time per run',
      'requests per run',
      'virtual time',
    ],
    rows.map((row) => [
      String(row.runs),
      `${row.heapPerRunKilobytes} kB`,
      `${row.processorPerRunMs} ms`,
      row.requestsPerRun.toFixed(1),
      `${row.virtualHours} h`,
    ]),
  )
}
