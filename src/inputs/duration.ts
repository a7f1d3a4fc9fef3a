import { type Parsed, problem, quoted, value } from './problems.ts'

const unitMs = { h: 3_600_000, m: 60_000, s: 1_000 } as const

/** A duration's bounds in milliseconds. */
export interface Bounds {
  readonly minMs: number
  readonly maxMs: number
}

/**
 * Parses a duration to milliseconds: `90s`, `30m`, `1h30m`, `1h 30m`. Refuses a number without a unit, because it could
 * mean minutes or seconds; the message shows how to write both.
 */
export function parseDuration(text: string, bounds: Bounds): Parsed<number> {
  const trimmed = text.trim().toLowerCase()
  if (/^\d{1,6}$/.test(trimmed)) {
    return problem(
      `${quoted(trimmed)} has no unit. Use ${quoted(`${trimmed}s`)} for seconds or ${quoted(`${trimmed}m`)} for minutes.`,
    )
  }
  const match = /^(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,6})s)?$/.exec(trimmed)
  if (match === null || trimmed === '') {
    return problem(
      `${quoted(text)} is not a duration. Use a value such as "90s", "30m" or "1h30m".`,
    )
  }
  const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0))
  const ms = (hours ?? 0) * unitMs.h + (minutes ?? 0) * unitMs.m + (seconds ?? 0) * unitMs.s
  if (ms < bounds.minMs || ms > bounds.maxMs) {
    return problem(
      `${quoted(text)} is out of range. Use a duration from ${inWords(bounds.minMs)} to ${inWords(bounds.maxMs)}.`,
    )
  }
  return value(ms)
}

function inWords(ms: number): string {
  if (ms % unitMs.h === 0) return `${ms / unitMs.h}h`
  if (ms % unitMs.m === 0) return `${ms / unitMs.m}m`
  return `${ms / unitMs.s}s`
}
