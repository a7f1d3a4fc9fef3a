import type { ProcessResult } from './process-result.ts'
import { markdownTable } from './table.ts'

/** The time that the slow network adds to a round trip. */
export const roundTripMs = 80

export interface StartResult extends ProcessResult {
  /** Processes that ran or waited for a core at the end, the average of a minute: above the number of cores, all figures are too high. */
  readonly loadAverage: number
  readonly action: StartCost
  /** A script that sends one POST with Node's `fetch`. */
  readonly fetch: StartCost
}

/** The time from process start to RunProject at Hex, from the first quartile of the samples. */
export interface StartCost {
  /** Over plain HTTP, as a multiple of `node -e 0`. */
  readonly plain: number
  /** Over TLS, as a multiple of `node -e 0`. */
  readonly tls: number
  /** What a round trip time of `roundTripMs` adds over TLS, in round trips. */
  readonly roundTrips: number
}

/** One row per network. */
export function startTable({ action, fetch }: StartResult): string {
  return markdownTable(
    ['Process start to RunProject at Hex', 'Action', 'One POST with `fetch`'],
    [
      ['Plain HTTP, as a multiple of `node -e 0`', String(action.plain), String(fetch.plain)],
      ['Over TLS, as a multiple of `node -e 0`', String(action.tls), String(fetch.tls)],
      [
        `Added over TLS by ${roundTripMs} ms per round trip, in round trips`,
        String(action.roundTrips),
        String(fetch.roundTrips),
      ],
    ],
  )
}
