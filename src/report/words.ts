/** A duration in words, for instance `4 s`, `3 min 12 s`, `1 h 5 min`, `3 days`. */
export function durationInWords(ms: number): string {
  if (ms < 500) return 'less than 1 s'
  const exact = Math.round(ms / 1000)
  // Seconds are rounded away from ten minutes on, and minutes from two days on: nobody needs them.
  const seconds = exact < 600 ? exact : Math.round(exact / 60) * 60
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return inTwoUnits(seconds, 60, 'min', 's')
  if (seconds < 172_800) return inTwoUnits(seconds / 60, 60, 'h', 'min')
  return inTwoUnits(Math.round(seconds / 3_600), 24, 'days', 'h')
}

/** A usual duration, as people estimate it: `2 s`, `1 min 20 s`, `1 h 5 min`. */
export function roughDuration(ms: number): string {
  const seconds = ms / 1000
  const stepSeconds = seconds < 60 ? 1 : seconds < 600 ? 10 : seconds < 3_600 ? 60 : 300
  return durationInWords(Math.round(seconds / stepSeconds) * stepSeconds * 1_000)
}

function inTwoUnits(count: number, size: number, large: string, small: string): string {
  const rest = count % size
  return rest === 0
    ? `${count / size} ${large}`
    : `${Math.floor(count / size)} ${large} ${rest} ${small}`
}

/** A time from Hex as `2026-03-01 12:00:05 UTC`; '' if it is missing or not a time. */
export function utcSecond(time: string | undefined): string {
  const ms = Date.parse(time ?? '')
  return Number.isNaN(ms) ? '' : `${utc(ms, 19)} UTC`
}

/** A time in milliseconds since the epoch as `2026-03-01 12:00 UTC`. */
export function utcMinute(ms: number): string {
  return `${utc(ms, 16)} UTC`
}

/** The day of a time in milliseconds since the epoch, in UTC, as `2026-03-01`. */
export function utcDay(ms: number): string {
  return utc(ms, 10)
}

function utc(ms: number, length: number): string {
  return new Date(ms).toISOString().slice(0, length).replace('T', ' ')
}

/** The end of a sentence about one run, as it is for several runs. */
export function plural(words: string): string {
  return words.replace(/^was /, 'were ').replace(/^is /, 'are ').replace(' its ', ' their ')
}

/** A sentence with a capital letter at its start. */
export function capitalised(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

/** A message on the workflow run's page and the pull request. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/** What a companion action shows at its end, and whether its step fails. */
export interface CompanionReport {
  readonly isFailed: boolean
  /** For the log. */
  readonly lines: ReadonlyArray<string>
  readonly annotations: ReadonlyArray<Annotation>
  /** The job summary in Markdown. */
  readonly summary: string
}

/** GitHub shows ten annotations of a level per step (actions/runner, ExecutionContext.cs). */
export const maxAnnotations = 10

/** An annotation whose message has these lines. */
export function annotation(
  level: Annotation['level'],
  title: string,
  ...lines: ReadonlyArray<string>
): Annotation {
  return { level, title, message: lines.join('\n') }
}

/** An annotation for each item, at most `max`. If there are more items, those that remain share the last annotation. */
export function annotationsWithin<Item>(
  max: number,
  items: ReadonlyArray<Item>,
  annotationOf: (item: Item) => Annotation,
  shared: (rest: ReadonlyArray<Item>) => Annotation,
): ReadonlyArray<Annotation> {
  const rest = items.length > max ? items.slice(max - 1) : []
  const single = items.slice(0, items.length - rest.length).map(annotationOf)
  return rest.length === 0 ? single : [...single, shared(rest)]
}
