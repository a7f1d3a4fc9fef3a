import type { Provenance } from './figures.ts'
import { markdownTable } from './table.ts'

/** What half and double of each constant change. */
export interface ConstantsResult extends Provenance {
  readonly asBuilt: Effect
  readonly rows: ReadonlyArray<{
    readonly file: string
    readonly name: string
    readonly half: Effect
    readonly double: Effect
  }>
}

/** What the same fleets and lone runs give. */
export interface Effect {
  readonly fleets: number
  /** Fleets that are later than the target allows. */
  readonly late: number
  /** p95 lateness, and 429s per job, divided by the poller's; the mean of all fleets. */
  readonly lateness: number
  readonly denied: number
  /** The lateness of lone runs of 3 s to 10 min in seconds, and their status requests. */
  readonly lone: { readonly mean: number; readonly p95: number; readonly polls: number }
}

/** One row for each constant: half / as built / double. */
export function constantsTable({ asBuilt, rows }: ConstantsResult): string {
  return markdownTable(
    [
      'constant',
      'late fleets',
      'p95 lateness',
      '429s',
      'lone run: mean lateness',
      'status requests',
    ],
    rows.map(({ file, name, half, double }) => {
      const cell = (of: (effect: Effect) => number) =>
        [half, asBuilt, double].map((effect) => of(effect)).join(' / ')
      return [
        `\`${name}\` (${file.replace(/^.*\//, '')})`,
        cell(({ late }) => late),
        cell(({ lateness }) => lateness),
        cell(({ denied }) => denied),
        cell(({ lone }) => lone.mean),
        cell(({ lone }) => lone.polls),
      ]
    }),
  )
}
