import { asNumber, asRecord, asText } from '../json.ts'
import { UnreadableBody } from './errors.ts'

/** A run as GetRunStatus and GetProjectRuns tell it. What a run may not have is undefined. */
export interface Run {
  readonly runId: string
  /** Hex's word, upper case; one we do not know is kept as it is. */
  readonly status: string
  readonly runUrl?: string
  readonly projectVersion?: string
  readonly runTrigger?: string
  readonly traceId?: string
  /** ISO 8601, as Hex wrote it. */
  readonly startTime?: string
  readonly endTime?: string
  /** Milliseconds (Hex's OpenAPI document of 2025 says so in words). */
  readonly elapsedMs?: number
}

/** RunProject's answer: a run exists. It carries no status; the first one is PENDING. */
export interface StartedRun {
  readonly runId: string
  readonly runUrl?: string
  readonly projectVersion?: string
  readonly traceId?: string
}

/** One page of GetProjectRuns. */
export interface RunPage {
  readonly runs: ReadonlyArray<Run>
  readonly hasNextPage: boolean
}

/** What of a project the reports and the checks before a start need. */
export interface Project {
  readonly id: string
  readonly title: string
  readonly type?: string
  /** ISO 8601; null says that the project was never published; undefined that Hex did not say. */
  readonly lastPublishedAt?: string | null
  readonly archived: boolean
  readonly trashed: boolean
  /** ISO 8601; undefined when they never were, or Hex does not say. */
  readonly publishedResultsUpdatedAt?: string
  /** When Hex answered, by the `Date` of the same response, milliseconds since the epoch. */
  readonly readAtMs?: number
}

/** Who the token speaks for. */
export interface Identity {
  /** Only personal tokens have a user. */
  readonly email?: string
  /** Hex's word, for instance EDITOR. */
  readonly role?: string
  readonly organisationId?: string
  /** Milliseconds since the epoch; null when the token never expires; undefined when Hex does not say. */
  readonly tokenExpiresAtMs?: number | null
}

/** A picture of a chart cell. */
export interface ChartImage {
  readonly mimeType: string
  readonly base64: string
}

/** The longest title that is shown whole; Hex documents no limit, and a log line has one. */
const maxTitle = 300
/** Browsers and GitHub cut longer addresses. */
const maxLink = 2_000
/** Words and numbers of Hex are far shorter; longer is none of them. */
const maxWord = 200

export function readStartedRun(body: unknown): StartedRun {
  const record = recordOf(body)
  return {
    runId: runIdIn(record),
    ...known('runUrl', linkIn(record['runUrl'])),
    ...known('projectVersion', versionIn(record['projectVersion'])),
    ...known('traceId', shortText(record['traceId'])),
  }
}

/** Reads one run. `expectedRunId` guards against an answer about another run (a cache in between). */
export function readRun(body: unknown, expectedRunId?: string): Run {
  const record = recordOf(body)
  const runId = runIdIn(record)
  if (expectedRunId !== undefined && runId.toLowerCase() !== expectedRunId.toLowerCase()) {
    throw new UnreadableBody('The response is about a different run.')
  }
  const status = shortText(record['status'])?.trim()
  if (status === undefined || status === '')
    throw new UnreadableBody('The run in the response has no status.')
  return {
    runId,
    status,
    ...known('runUrl', linkIn(record['runUrl'])),
    ...known('projectVersion', versionIn(record['projectVersion'])),
    ...known('runTrigger', shortText(record['runTrigger'])),
    ...known('traceId', shortText(record['traceId'])),
    ...known('startTime', timeIn(record['startTime'])),
    ...known('endTime', timeIn(record['endTime'])),
    ...known('elapsedMs', asNumber(record['elapsedTime'])),
  }
}

export function readRunPage(body: unknown): RunPage {
  const record = recordOf(body)
  const runs = record['runs']
  if (!Array.isArray(runs)) throw new UnreadableBody('The response has no list of runs.')
  const nextPage = record['nextPage']
  return {
    runs: runs.map((run: unknown) => readRun(run)),
    hasNextPage: typeof nextPage === 'string' && nextPage !== '',
  }
}

export function readProject(body: unknown, dateMs?: number): Project {
  const record = recordOf(body)
  const id = asText(record['id'])
  const title = asText(record['title'])
  if (id === undefined || title === undefined)
    throw new UnreadableBody('The response is not a project.')
  const lastPublishedAt = record['lastPublishedAt']
  return {
    id,
    title: title.length > maxTitle ? `${title.slice(0, maxTitle - 1)}…` : title,
    archived: asText(record['archivedAt']) !== undefined,
    trashed: asText(record['trashedAt']) !== undefined,
    ...known('type', shortText(record['type'])),
    ...known(
      'publishedResultsUpdatedAt',
      timeIn(asRecord(record['analytics'])?.['publishedResultsUpdatedAt']),
    ),
    ...known('readAtMs', dateMs),
    ...known('lastPublishedAt', lastPublishedAt === null ? null : asText(lastPublishedAt)),
  }
}

export function readIdentity(body: unknown): Identity {
  const record = recordOf(body)
  const email = shortText(record['email'])
  const org = asRecord(record['org'])
  // A JSON object of somebody else proves nothing about the token.
  if (email === undefined && org === undefined)
    throw new UnreadableBody('The response has neither a user nor a workspace.')
  return {
    ...known('email', email),
    ...known('role', shortText(record['role'])),
    ...known('organisationId', shortText(org?.['id'])),
    ...known('tokenExpiresAtMs', expiryIn(asRecord(record['token'])?.['exp'])),
  }
}

/**
 * The unit of `exp` is not documented; seconds since the epoch pass 1e12 only in the year 33658. A number that is no
 * time (JavaScript's dates end at 8.64e15 ms) is not known.
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
    throw new UnreadableBody('The response has no image.')
  }
  return { mimeType, base64 }
}

function recordOf(body: unknown): Readonly<Record<string, unknown>> {
  const record = asRecord(body)
  if (record === undefined) throw new UnreadableBody('The response is not a JSON object.')
  return record
}

/** An id ends up in paths, files and Markdown: one of any other make is refused here. */
function runIdIn(record: Readonly<Record<string, unknown>>): string {
  const runId = asText(record['runId'])
  if (runId === undefined || !/^[0-9A-Za-z-]{1,64}$/.test(runId)) {
    throw new UnreadableBody('The response has no run ID.')
  }
  return runId
}

/** Version numbers come as integers from older Hex and as texts ("draft" included) from newer. */
function versionIn(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : shortText(value)
}

/**
 * ISO 8601 to the second at least, with its zone: Hex's times are UTC, and without a zone a runner would take them for
 * local ones. Date.parse alone also takes prose, as long as a year is in it.
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

/** Only a web address may become a link in a report; anything else Hex sends is left out. */
function linkIn(value: unknown): string | undefined {
  const text = asText(value)
  if (text === undefined || text.length > maxLink || !URL.canParse(text)) return undefined
  const { protocol, hostname, username, password, href } = new URL(text)
  const loopback = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')
  return (protocol === 'https:' || loopback) && username === '' && password === ''
    ? href
    : undefined
}

/** An absent fact is an absent key, never a key with undefined in it. */
function known<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}
