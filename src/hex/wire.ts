import { asNumber, asRecord, asText, withoutUndefined } from '../json.ts'
import { shortened } from '../plain-text.ts'
import { UnreadableBody } from './errors.ts'

/** The response of RunProject: a run exists. Missing facts are undefined. */
export interface StartedRun {
  readonly runId: string
  readonly runUrl?: string
  readonly projectVersion?: string
  readonly traceId?: string
}

/** A run in the responses of GetRunStatus and GetProjectRuns. */
export interface Run extends StartedRun {
  /** Hex's word in upper case. Unknown ones are kept as they are. */
  readonly status: string
  readonly runTrigger?: string
  /** ISO 8601, as Hex wrote it. */
  readonly startTime?: string
  readonly endTime?: string
  /** Milliseconds (Hex's OpenAPI document of 2025). */
  readonly elapsedMs?: number
}

/** What started a run; `ALL` matches everything. */
export type Trigger = 'API' | 'SCHEDULED' | 'APP_REFRESH' | 'ALL'

/**
 * Older Hex has no trigger filter, reports no trigger, and lists API-triggered runs only, so a run without a trigger counts
 * as one of those.
 */
export function hasTrigger({ runTrigger = 'API' }: Run, trigger: Trigger): boolean {
  return trigger === 'ALL' || runTrigger === trigger
}

/** A run as far as it is known. It has no status before the first response that reports one. */
export type KnownRun = StartedRun & Partial<Run>

/** One page of GetProjectRuns. */
export interface RunPage {
  readonly runs: ReadonlyArray<Run>
  readonly hasNextPage: boolean
}

/** The facts of a project that reports and the checks before a start need. */
export interface Project {
  readonly id: string
  readonly title: string
  readonly type?: string
  /** ISO 8601; null if the project was never published; undefined if Hex did not report it. */
  readonly lastPublishedAt?: string | null
  readonly archived: boolean
  readonly trashed: boolean
  /** ISO 8601; undefined if they never were, or Hex did not report it. */
  readonly publishedResultsUpdatedAt?: string
  /** The `Date` of the same response, milliseconds since the epoch. */
  readonly readAtMs?: number
}

/** The user and workspace of the token. */
export interface Identity {
  /** Only personal tokens have a user. */
  readonly email?: string
  /** Hex's word, for instance EDITOR. */
  readonly role?: string
  readonly organisationId?: string
  /** Milliseconds since the epoch; null if the token never expires; undefined if Hex did not report it. */
  readonly tokenExpiresAtMs?: number | null
}

/** A picture of a chart cell. */
export interface ChartImage {
  readonly mimeType: string
  readonly base64: string
}

/** Longer titles are cut for log lines. Hex documents no limit. */
const maxTitle = 300
/** Browsers and GitHub truncate longer URLs. */
const maxLink = 2_000
/** Hex's words and numbers are far shorter. A longer value is ignored. */
const maxWord = 200

export function readStartedRun(body: unknown): StartedRun {
  const record = recordOf(body)
  return {
    runId: runIdIn(record),
    ...withoutUndefined({
      runUrl: linkIn(record['runUrl']),
      projectVersion: versionIn(record['projectVersion']),
      traceId: shortText(record['traceId']),
    }),
  }
}

/** Reads one run. `expectedRunId` guards against a response about another run, from a cache in between. */
export function readRun(body: unknown, expectedRunId?: string): Run {
  const record = recordOf(body)
  const run = readStartedRun(record)
  if (expectedRunId !== undefined && run.runId.toLowerCase() !== expectedRunId.toLowerCase()) {
    throw new UnreadableBody('The response is for a different run.')
  }
  const status = shortText(record['status'])?.trim()
  if (status === undefined || status === '')
    throw new UnreadableBody('The run in the response has no status.')
  return {
    ...run,
    status,
    ...withoutUndefined({
      runTrigger: shortText(record['runTrigger']),
      startTime: timeIn(record['startTime']),
      endTime: timeIn(record['endTime']),
      elapsedMs: asNumber(record['elapsedTime']),
    }),
  }
}

export function readRunPage(body: unknown): RunPage {
  const record = recordOf(body)
  const runs = record['runs']
  if (!Array.isArray(runs))
    throw new UnreadableBody('The response does not contain a list of runs.')
  const nextPage = record['nextPage']
  return {
    runs: runs.map((run: unknown) => readRun(run)),
    hasNextPage: typeof nextPage === 'string' && nextPage !== '',
  }
}

/** A web page with a status of success is not from Hex, so it does not confirm a cancellation. */
export function readNothing(body: unknown): void {
  if (body !== undefined) recordOf(body)
}

export function readProject(body: unknown, dateMs?: number): Project {
  const record = recordOf(body)
  const id = asText(record['id'])
  const title = asText(record['title'])
  if (id === undefined || title === undefined)
    throw new UnreadableBody('The response does not contain a project.')
  const lastPublishedAt = record['lastPublishedAt']
  return {
    id,
    title: shortened(title, maxTitle),
    archived: asText(record['archivedAt']) !== undefined,
    trashed: asText(record['trashedAt']) !== undefined,
    ...withoutUndefined({
      type: shortText(record['type']),
      publishedResultsUpdatedAt: timeIn(
        asRecord(record['analytics'])?.['publishedResultsUpdatedAt'],
      ),
      readAtMs: dateMs,
      lastPublishedAt: lastPublishedAt === null ? null : asText(lastPublishedAt),
    }),
  }
}

export function readIdentity(body: unknown): Identity {
  const record = recordOf(body)
  const email = shortText(record['email'])
  const org = asRecord(record['org'])
  // Any other JSON object proves nothing about the token.
  if (email === undefined && org === undefined)
    throw new UnreadableBody('The response contains neither a user nor a workspace.')
  return withoutUndefined({
    email,
    role: shortText(record['role']),
    organisationId: shortText(org?.['id']),
    tokenExpiresAtMs: expiryIn(asRecord(record['token'])?.['exp']),
  })
}

/**
 * The unit of `exp` is not documented. Numbers above 1e12 are milliseconds, because seconds since the epoch reach that
 * only in the year 33658. Numbers beyond JavaScript's last date (8.64e15 ms) are ignored.
 */
function expiryIn(exp: unknown): number | null | undefined {
  if (exp === null) return null
  const number = asNumber(exp)
  if (number === undefined || number <= 0) return undefined
  const ms = number > 1e12 ? number : number * 1000
  return ms <= 8.64e15 ? ms : undefined
}

export function readChartImage(body: unknown): ChartImage {
  const record = recordOf(body)
  const base64 = asText(record['imageBase64'])
  const mimeType = shortText(record['mimeType'])
  if (
    base64 === undefined ||
    mimeType === undefined ||
    !/^image\/[\w.+-]+$/.test(mimeType) ||
    !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)
  ) {
    throw new UnreadableBody('The response does not contain an image.')
  }
  return { mimeType, base64 }
}

/**
 * The time in a run's id, milliseconds since the epoch: a UUID of version 7 begins with the time it was made
 * (RFC 9562 §5.7). Hex's newer ids are of that version. Undefined for all others.
 */
export function timeInId(id: string): number | undefined {
  const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i.exec(id)
  return match === null ? undefined : Number.parseInt(`${match[1]}${match[2]}`, 16)
}

/**
 * When a run started, or, before that, when its id was made, milliseconds since the epoch. A pending run with an older id has
 * neither.
 */
export function timeOf({ runId, startTime }: Run): number | undefined {
  return startTime === undefined ? timeInId(runId) : Date.parse(startTime)
}

function recordOf(body: unknown): Readonly<Record<string, unknown>> {
  const record = asRecord(body)
  if (record === undefined) throw new UnreadableBody('The response is not a JSON object.')
  return record
}

/** An id becomes part of paths, files, and Markdown, so any other characters are refused here. */
function runIdIn(record: Readonly<Record<string, unknown>>): string {
  const runId = asText(record['runId'])
  if (runId === undefined || !/^[0-9A-Za-z-]{1,64}$/.test(runId)) {
    throw new UnreadableBody('The response does not contain a run ID.')
  }
  return runId
}

/** Older Hex sends version numbers as integers, newer Hex as strings, including "draft". */
function versionIn(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : shortText(value)
}

/**
 * ISO 8601 with seconds and a zone. Hex's times are UTC; without a zone, a runner would read them as local times.
 * Date.parse alone also accepts prose that contains a year.
 */
function timeIn(value: unknown): string | undefined {
  const text = shortText(value)
  const zone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.exec(
    text ?? '',
  )
  if (text === undefined || zone === null || Number.isNaN(Date.parse(text))) return undefined
  return zone[1] === undefined ? `${text}Z` : text
}

function shortText(value: unknown): string | undefined {
  const text = asText(value)
  return text !== undefined && text.length <= maxWord ? text : undefined
}

/** Only web URLs can become links in a report. Anything else is left out. */
function linkIn(value: unknown): string | undefined {
  const text = asText(value)
  if (text === undefined || text.length > maxLink || !URL.canParse(text)) return undefined
  const { protocol, hostname, username, password, href } = new URL(text)
  const loopback = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')
  return (protocol === 'https:' || loopback) && username === '' && password === ''
    ? href
    : undefined
}
