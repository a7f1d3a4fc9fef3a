import type { Provenance } from './figures.ts'
import { markdownTable } from './table.ts'

/** What differs from the usual: 150 ms of latency, starts within 10 s, 30 requests a minute, a process for each job. */
export type World =
  | 'usual'
  | '50 ms'
  | '800 ms'
  | 'starts at once'
  | 'starts within 60 s'
  | '60 a minute'
  | 'limit halved in the third minute'
  | 'limit doubled in the third minute'
  | 'parallel steps'
  | 'one step'

export interface FleetResult extends Provenance {
  /** Each fleet is played so often that about so many jobs tell of it. */
  readonly jobsEach: number
  readonly rows: ReadonlyArray<FleetRow>
}

/** So many jobs on one token, and the plain poller in their place. */
export interface FleetRow {
  readonly jobs: number
  /** How long a run takes, a fifth more or less. */
  readonly seconds: number
  readonly history: boolean
  readonly headers: 'Retry-After' | 'remaining' | 'nothing'
  readonly window: 'first-request' | 'sliding'
  readonly world: World
  /** What the limit allows: active runs divided by requests a minute. */
  readonly boundSeconds: number
  readonly action: Figures
  readonly poller: Figures
  /** Where the reads before the starts alone fill a window: a poller that sends the same reads. */
  readonly readingPoller?: Figures
}

/** All times in seconds. */
export interface Figures {
  readonly startDelayP50: number
  readonly startDelayP95: number
  readonly latenessP50: number
  readonly latenessP95: number
  /** The largest lateness of a fleet over its smallest. */
  readonly largestOverSmallest: number
  readonly allDoneAfter: number
  readonly deniedPerJob: number
  /** Share of the requests after the first minute. */
  readonly deniedLaterShare: number
}

type Compared = Pick<FleetRow, 'action' | 'poller' | 'headers'>

/** How far a row is from the target: 1 is the target itself, more is worse. */
export function ratios({ action, poller, headers }: Compared) {
  return {
    'all done': action.allDoneAfter / (poller.allDoneAfter * 1.05),
    lateness: action.latenessP95 / (poller.latenessP95 + 2),
    'start delay': action.startDelayP95 / (poller.startDelayP95 + 2),
    '429s': action.deniedPerJob / Math.max(2, poller.deniedPerJob / 2),
    '429s after the first minute': headers === 'remaining' ? action.deniedLaterShare / 0.05 : 0,
  }
}

/** Names what of the target a row misses. */
export function missesOf(row: Compared): ReadonlyArray<string> {
  // Figures are rounded to a tenth of a second.
  return Object.entries(ratios(row)).flatMap(([name, ratio]) => (ratio > 1.002 ? [name] : []))
}

/** True where jobs are later than the target allows. */
export function costsTime(row: Compared): boolean {
  return missesOf(row).some((name) => !name.startsWith('429s'))
}

/**
 * The usual world's worst row of each size in all that costs time, that is all done, lateness and start delay; and of
 * the other worlds those that miss the target.
 */
export function worstRows({ rows }: Pick<FleetResult, 'rows'>): ReadonlyArray<FleetRow> {
  const worst = new Map<string, FleetRow>()
  for (const row of rows) {
    const key = `${row.world} ${row.jobs}`
    const known = worst.get(key)
    if (known === undefined || delayOf(row) > delayOf(known)) worst.set(key, row)
  }
  return [...worst.values()].filter((row) => row.world === 'usual' || costsTime(row))
}

/** The worst rows as a table, the action's figure before the poller's. */
export function fleetTable(result: Pick<FleetResult, 'rows'>): string {
  return markdownTable(
    [
      'jobs',
      'conditions',
      'p95 start delay',
      'p50 lateness',
      'p95 lateness',
      'all done after',
      '429s per job',
      'misses',
    ],
    worstRows(result).map((row) => {
      const pair = (name: keyof Figures, unit: string) =>
        `${row.action[name].toFixed(1)} / ${row.poller[name].toFixed(1)}${unit}`
      return [
        String(row.jobs),
        `${row.world === 'usual' ? '' : `${row.world}, `}${row.seconds} s, ${row.history ? 'history' : 'no history'}, ${row.headers === 'nothing' ? 'no headers' : row.headers}, ${row.window}`,
        pair('startDelayP95', ' s'),
        pair('latenessP50', ' s'),
        pair('latenessP95', ' s'),
        pair('allDoneAfter', ' s'),
        pair('deniedPerJob', ''),
        missesOf(row).join(', ') || '–',
      ]
    }),
  )
}

/** How many rows miss what, as a table. */
export function missTable({ rows }: Pick<FleetResult, 'rows'>): string {
  const names = Object.keys(ratios(rows[0] as FleetRow)) as Array<keyof ReturnType<typeof ratios>>
  return markdownTable(
    ['target', 'rows that miss it', 'rows', 'worst row'],
    names.map((name) => {
      const asked = rows.filter(
        (row) => name !== '429s after the first minute' || row.headers === 'remaining',
      )
      const worst = Math.max(...asked.map((row) => ratios(row)[name]))
      const missing = asked.filter((row) => missesOf(row).includes(name)).length
      return [name, String(missing), String(asked.length), `${worst.toFixed(2)} times the target`]
    }),
  )
}

function delayOf(row: FleetRow): number {
  const { 'all done': done, lateness, 'start delay': start } = ratios(row)
  return Math.max(done, lateness, start)
}
