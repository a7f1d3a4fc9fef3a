import { asRecord, asText, parsedJson } from '../json.ts'
import { asSentence, shortened, withoutBreaks } from '../plain-text.ts'

/** The words in the body of a failed call. */
export interface Words {
  readonly words: string
  readonly traceId?: string
  /** True if the body has the format of Hex's own errors. */
  readonly hexOwn: boolean
}

/** Longer words fill the log. Hex's own errors are one or two sentences. */
const maxWords = 500
/** Items read from a list; the words are cut at `maxWords` anyway. */
const maxItems = 20

/**
 * Finds the words in the body of a failed call. Hex uses five formats (OpenAPI documents of 2025 and 2026, and publicly
 * quoted bodies): `{reason, details}`, `{message, code, issues}`, RunProject's lists `invalid` and `notFound`, `details`
 * as a list, and plain text. Proxies send HTML or an empty body.
 */
export function wordsOf(body: string): Words {
  const trimmed = body.trim()
  // A body of only control characters counts as empty.
  if (cut(trimmed) === '') return { words: 'The response has no body.', hexOwn: false }
  const record = asRecord(parsedJson(trimmed))
  if (record === undefined) {
    const words = /^<[!?a-z]/i.test(trimmed) ? pageWords(trimmed) : cut(trimmed)
    return { words, hexOwn: trimmed === 'Unauthorized' }
  }

  const sentences = [
    ...inputComplaints(record),
    ...(isByField(record) ? items(record) : []),
    ...sentence(record['message']),
    ...items(record['issues']),
    ...sentence(record['reason']),
    ...(typeof record['details'] === 'string'
      ? sentence(record['details'])
      : items(record['details'])),
  ].map(cut)
  const traceId = asText(record['traceId'])
  return {
    words: cut(sentences.length > 0 ? [...new Set(sentences)].join(' ') : trimmed),
    hexOwn: isHexOwn(record),
    ...(traceId === undefined ? {} : { traceId: cut(traceId) }),
  }
}

/**
 * Hex's older errors have a `reason`, its newer ones a `message` and a `code` in capitals, and errors about parameters
 * their lists. A `message` alone could come from a gateway (AWS, Kong), which does not show whether Hex got the request.
 */
function isHexOwn(record: Readonly<Record<string, unknown>>): boolean {
  const code = asText(record['code']) ?? ''
  return (
    asText(record['reason']) !== undefined ||
    (asText(record['message']) !== undefined && /^[A-Z_]+$/.test(code)) ||
    inputComplaints(record).length > 0 ||
    isByField(record)
  )
}

/** Errors of tsoa: a mapping from field to `{message, value}`. Gateways nest their message under `error` instead. */
function isByField(record: Readonly<Record<string, unknown>>): boolean {
  const fields = Object.entries(record)
  return (
    fields.length > 0 &&
    fields.every(([name, entry]) => {
      const complaint = asRecord(entry)
      return (
        !/^(errors?|fault|detail|message)$/i.test(name) &&
        asText(complaint?.['message']) !== undefined &&
        Object.keys(complaint ?? {}).every((key) => key === 'message' || key === 'value')
      )
    })
  )
}

/** RunProject's lists of input parameters that are unknown or have the wrong type. */
function inputComplaints(record: Readonly<Record<string, unknown>>): ReadonlyArray<string> {
  const unknown = list(record['notFound']).flatMap((name) => asText(name) ?? [])
  const invalid = list(record['invalid']).flatMap((entry) => {
    const facts = asRecord(entry)
    const name = asText(facts?.['paramName'])
    if (facts === undefined || name === undefined) return []
    const wanted = asText(facts['dataType'])
    // The response repeats the value, which may be secret. Leave it out.
    const why = wanted === undefined ? '' : `. Expected type: ${wanted}`
    return [`Input '${name}' does not accept this value${why}.`]
  })
  return unknown.length === 0
    ? invalid
    : [`The project has no input named ${anyOf(unknown.map((name) => `'${name}'`))}.`, ...invalid]
}

/** Joins names: `'a' or 'b'`, `'a', 'b', or 'c'`. */
function anyOf(names: ReadonlyArray<string>): string {
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names)
}

/** A list of errors, or a mapping from their subject. */
function items(value: unknown): ReadonlyArray<string> {
  const named = Object.entries(asRecord(value) ?? {}).slice(0, maxItems)
  return [
    ...list(value).flatMap((entry) => sentence(asRecord(entry)?.['message'] ?? entry)),
    ...named.flatMap(([name, entry]) =>
      sentence(asRecord(entry)?.['message'] ?? entry).map((text) => `${name}: ${text}`),
    ),
  ]
}

function sentence(value: unknown): ReadonlyArray<string> {
  const text = value === undefined || value === null ? '' : textOf(value).trim()
  return text === '' ? [] : [asSentence(text)]
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value)
  } catch {
    // JSON.parse reads any depth, but JSON.stringify overflows the stack.
    return 'a deeply nested value'
  }
}

function pageWords(html: string): string {
  const title = /<title[^>]{0,200}>([^<]{1,200})<\/title>/i.exec(html.slice(0, 20_000))?.[1]?.trim()
  return title === undefined || title === ''
    ? 'The response is a web page.'
    : `The response is a web page: "${title}".`
}

function list(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value.slice(0, maxItems) : []
}

/** Fits words into a log line: without control characters, at most `maxWords` characters. */
function cut(text: string): string {
  return shortened(withoutBreaks(text).trim(), maxWords)
}
