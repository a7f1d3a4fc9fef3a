import type { Trigger } from '../hex/wire.ts'
import { quoted, refuse } from './problems.ts'

/** A UUID in any case. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Longer than any address: a DNS name has at most 253 characters. */
const maxAddress = 300

/**
 * Parses the token for the Authorization header. Its format is not checked beyond what a header can contain, because Hex
 * may change its prefixes (`hxtp_`, `hxtw_`).
 */
export function parseToken(token: string): string {
  if (token === '') {
    refuse(
      "The token is empty. Check that the input is named 'token', and that the secret exists and is available to this event. Workflows that are triggered by pull requests from forks or Dependabot do not have access to Actions secrets.",
    )
  }
  if (token.startsWith('${{'))
    refuse(
      'The token is an expression that GitHub did not evaluate. Store the token itself in the secret.',
    )
  if (/^bearer\s/i.test(token)) refuse('The token starts with "Bearer". Remove this prefix.')
  if (!/^[\x21-\x7e]+$/.test(token)) {
    refuse(
      'The token contains spaces, line breaks, or other characters that tokens cannot contain. Copy the token into the secret again.',
    )
  }
  return token
}

/**
 * Parses the scheme and host of a Hex instance, for example `https://eu.hex.tech`. Accepts it without `https://`, and
 * with the `/api` or `/api/v1` that other tools require. Plain http would expose the token.
 */
export function parseBaseUrl(text: string): string {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (text.length > maxAddress || /\s/.test(text) || !URL.canParse(withScheme)) {
    // Text with an @ can contain a password, so the message does not repeat it.
    const shown = text.includes('@') ? 'The value' : quoted(text)
    refuse(`${shown} is not a valid URL. Use a URL such as "https://app.hex.tech".`)
  }
  const url = new URL(withScheme)
  if (url.username !== '' || url.password !== '') {
    // The text contains a password, so the message does not repeat it.
    refuse(
      `The URL contains a username or password. Use "https://${url.host}" and set the token with 'token'.`,
    )
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    refuse(`With this URL, the token would be sent unencrypted. Use "https://${url.host}".`)
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    refuse(`Must start with https, for example "https://app.hex.tech".`)
  }
  if (!/^\/(api(\/v1)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    refuse(`The URL contains more than a scheme and host. Use "${url.origin}".`)
  }
  return url.origin
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

/** Parses true or false in any case, so that `'True'` never silently means false. */
export function parseBoolean(text: string): boolean {
  const word = text.toLowerCase()
  return word === 'true' || word === 'false'
    ? word === 'true'
    : refuse(`${quoted(text)} is not a boolean. Use true or false.`)
}

/** Parses a whole number from `low` to `high`. */
export function parseInteger(text: string, low: number, high: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return number >= low && number <= high
    ? number
    : refuse(`${quoted(text)} is not a valid number. Use a whole number from ${low} to ${high}.`)
}

/** Parses one of several words, in any case. */
export function parseWord<Word extends string>(text: string, words: ReadonlyArray<Word>): Word {
  const found = words.find((word) => word.toLowerCase() === text.toLowerCase())
  return found === undefined
    ? refuse(`${quoted(text)} is not a valid value. Use one of ${words.join(', ')}.`)
    : found
}

const triggers: ReadonlyArray<Trigger> = ['API', 'SCHEDULED', 'APP_REFRESH', 'ALL']

/** Parses what started a run. */
export function parseTrigger(text: string): Trigger {
  return parseWord(text, triggers)
}

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
export function parseDuration(text: string, bounds: Bounds): number {
  if (/^\d{1,6}$/.test(text)) {
    refuse(`"${text}" has no unit. Use "${text}s" for seconds or "${text}m" for minutes.`)
  }
  const match = /^(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,6})s)?$/i.exec(text)
  if (match === null || text === '') {
    refuse(`${quoted(text)} is not a duration. Use a value such as "90s", "30m", or "1h30m".`)
  }
  const [hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0))
  const ms = (hours ?? 0) * unitMs.h + (minutes ?? 0) * unitMs.m + (seconds ?? 0) * unitMs.s
  if (ms < bounds.minMs || ms > bounds.maxMs) {
    refuse(
      `${quoted(text)} is out of range. Use a duration from ${inWords(bounds.minMs)} to ${inWords(bounds.maxMs)}.`,
    )
  }
  return ms
}

/** Parses the age of a run, up to a year. */
export function parseAge(text: string): number {
  return parseDuration(text, { minMs: 1_000, maxMs: 365 * 24 * unitMs.h })
}

/** Parses the timeout of a companion action: from the time of a few responses to the max duration of a hosted job. */
export function parseCompanionTimeout(text: string): number {
  return parseDuration(text, { minMs: 5_000, maxMs: 6 * unitMs.h })
}

function inWords(ms: number): string {
  if (ms % unitMs.h === 0) return `${ms / unitMs.h}h`
  if (ms % unitMs.m === 0) return `${ms / unitMs.m}m`
  return `${ms / unitMs.s}s`
}

/** The items of a list with one item per line, trimmed, without blank lines. */
export function linesOf(text: string): ReadonlyArray<string> {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
