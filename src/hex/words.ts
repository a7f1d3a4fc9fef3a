import { asRecord, asText } from '../json.ts'
import { asSentence } from '../plain-text.ts'

/** What an answer that is no success says for itself. */
export interface Words {
  readonly words: string
  readonly traceId?: string
  /** True when the body has one of the shapes of Hex's own errors. */
  readonly hexOwn: boolean
}

const maxWords = 500
/** Of a list in a body, more is not read: the words are cut anyway. */
const maxItems = 20

/**
 * Finds the words in the body of a failed call. Hex's endpoints answer in five shapes (OpenAPI documents of
 * 2025 and 2026, and bodies quoted in public): `{reason, details}`, `{message, code, issues}`, the lists
 * `invalid` and `notFound` of RunProject, `details` as a list, and plain text; proxies add HTML and nothing.
 */
export function wordsOf(body: string): Words {
  const trimmed = body.trim()
  // A body of nothing but control characters says no more than none.
  if (cut(trimmed) === '') return { words: 'The response had no body.', hexOwn: false }
  const record = asRecord(parsed(trimmed))
  if (record === undefined) {
    const words = isPage(trimmed) ? pageWords(trimmed) : cut(trimmed)
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
    words: cut(sentences.length > 0 ? unique(sentences).join(' ') : trimmed),
    hexOwn: isHexOwn(record),
    ...(traceId === undefined ? {} : { traceId: cut(traceId) }),
  }
}

/**
 * Hex's older errors have a `reason`, its newer ones a `code` in capitals beside the `message`, and those about
 * parameters their lists. A `message` alone is what gateways write, too (AWS, Kong), and theirs do not say
 * whether Hex got the request.
 */
function isHexOwn(record: Readonly<Record<string, unknown>>): boolean {
  const code = asText(record['code'])
  return (
    asText(record['reason']) !== undefined ||
    (asText(record['message']) !== undefined && code !== undefined && /^[A-Z_]+$/.test(code)) ||
    inputComplaints(record).length > 0 ||
    isByField(record)
  )
}

/** tsoa's complaints, a mapping from field to `{message, value}`. Gateways nest a message of theirs under `error`. */
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

/** RunProject's own complaint about input parameters: which are unknown, which have the wrong type. */
function inputComplaints(record: Readonly<Record<string, unknown>>): ReadonlyArray<string> {
  const unknown = list(record['notFound']).flatMap((name) => asText(name) ?? [])
  const invalid = list(record['invalid']).flatMap((entry) => {
    const facts = asRecord(entry)
    const name = asText(facts?.['paramName'])
    if (facts === undefined || name === undefined) return []
    const wanted = asText(facts['dataType'])
    // The value is there as well, and stays out: it may be secret, and who wrote it knows it.
    const why = wanted === undefined ? '' : `. Expected type: ${wanted}`
    return [`Input '${name}' does not accept this value${why}.`]
  })
  return unknown.length === 0
    ? invalid
    : [
        `The project has no input named ${unknown.map((name) => `'${name}'`).join(', ')}.`,
        ...invalid,
      ]
}

/** A list of complaints, or a mapping from what they are about. */
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
    // JSON.parse reads any depth, JSON.stringify does not write it.
    return 'a deeply nested value'
  }
}

function isPage(text: string): boolean {
  return /^<[!?a-z]/i.test(text)
}

function pageWords(html: string): string {
  const title = /<title[^>]{0,200}>([^<]{1,200})<\/title>/i.exec(html.slice(0, 20_000))?.[1]?.trim()
  return title === undefined || title === ''
    ? 'The response was a web page.'
    : `The response was a web page: "${title}".`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is a fact about the body, and the caller reads it as text.
    return undefined
  }
}

function list(value: unknown): ReadonlyArray<unknown> {
  return Array.isArray(value) ? value.slice(0, maxItems) : []
}

function unique(texts: ReadonlyArray<string>): ReadonlyArray<string> {
  return [...new Set(texts)]
}

/** Words are for a log line: no control characters, and no more than fit on a screen. */
function cut(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return clean.length > maxWords ? `${clean.slice(0, maxWords - 1)}…` : clean
}
