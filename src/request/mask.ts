import type { MaskPath } from '../inputs/request-inputs.ts'
import { asRecord } from '../json.ts'

/** Replaces a masked value, as in the runner's log. */
const hidden = '***'
/** Shorter values would mask half of the log. They are masked only in their own place. */
const minCharacters = 4
/** For single lines of a longer text, because braces and `"type":` are not secrets. */
const minInLine = 8

/**
 * Names that Hex's data connections have for secrets (`password`, `secretAccessKey`, `accessToken`, `privateKey`,
 * `passphrase`, `serviceAccountJsonConfig`; OpenAPI document, mid-2026), and similar names. Ids are not secrets.
 */
const secretKey =
  /pass(word|phrase|wd)|secret|token|credential|(private|access|api)_?-?key|serviceaccountjson/i

/** The texts in a body that must be masked: those at the paths, and those under keys that name secrets. */
export function secretsInBody(
  body: unknown,
  paths: ReadonlyArray<MaskPath>,
): ReadonlyArray<string> {
  return [...secretsAt(body, paths), ...underSecretKeys(body).flatMap(textsIn)]
}

/** The texts at the paths. */
export function secretsAt(value: unknown, paths: ReadonlyArray<MaskPath>): ReadonlyArray<string> {
  return paths.flatMap((path) => valuesAt(value, path)).flatMap(textsIn)
}

/** Does the path match any value? If not, it is probably misspelled. */
export function matchesAny(value: unknown, path: MaskPath): boolean {
  return valuesAt(value, path).length > 0
}

/**
 * The masks to register for these secrets. Text with several lines is masked line by line, because the runner would
 * otherwise treat every line as a secret, even a single brace.
 */
export function logMasks(secrets: ReadonlyArray<string>): ReadonlyArray<string> {
  const masks = secrets.flatMap((secret) => {
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim())
    const min = lines.length === 1 ? minCharacters : minInLine
    return lines.filter((line) => line.length >= min)
  })
  return [...new Set(masks)]
}

/** A copy with secrets masked, at the paths and wherever else they occur. */
export function withoutSecrets(
  value: unknown,
  paths: ReadonlyArray<MaskPath>,
  secrets: ReadonlyArray<string>,
): unknown {
  return copy(value, paths, hiderOf(secrets))
}

/** A text with secrets masked. */
type Hide = (text: string) => string

/**
 * Masks thousands of secrets in thousands of texts. At each position, only secrets with the same beginning are compared,
 * longest first, so that no part of a secret stays visible. One regular expression of all secrets would be too large for a
 * long secret, and its error would show all of them.
 */
function hiderOf(secrets: ReadonlyArray<string>): Hide {
  const words = secrets.filter((secret) => secret.length >= minCharacters)
  const beginningAt = (text: string, at: number) => text.slice(at, at + minCharacters)
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const byBeginning = Map.groupBy(longestFirst, (secret) => beginningAt(secret, 0))
  return (text) => {
    let shown = ''
    for (let at = 0; at < text.length; ) {
      const alike = byBeginning.get(beginningAt(text, at))
      const secret = alike?.find((each) => text.startsWith(each, at))
      shown += secret === undefined ? text[at] : hidden
      at += secret?.length ?? 1
    }
    return shown
  }
}

function copy(value: unknown, paths: ReadonlyArray<MaskPath>, hide: Hide): unknown {
  if (paths.some((path) => path.length === 0)) return value === null ? null : hidden
  const below = (key: string) =>
    paths.flatMap(([first, ...rest]) => (first === '*' || first === key ? [rest] : []))
  if (Array.isArray(value))
    return value.map((item, index) => copy(item, below(String(index)), hide))
  const record = asRecord(value)
  if (record !== undefined) {
    return Object.fromEntries(
      Object.entries(record).map(([key, item]) => [key, copy(item, below(key), hide)]),
    )
  }
  return typeof value === 'string' ? hide(value) : value
}

function valuesAt(value: unknown, path: MaskPath): ReadonlyArray<unknown> {
  const [key, ...rest] = path
  if (key === undefined) return [value]
  const children = childrenOf(value)
  const chosen = key === '*' ? children : children.filter(([name]) => name === key)
  return chosen.flatMap(([, child]) => valuesAt(child, rest))
}

function underSecretKeys(value: unknown): ReadonlyArray<unknown> {
  return childrenOf(value).flatMap(([key, child]) =>
    secretKey.test(key) && !/id$/i.test(key) ? [child] : underSecretKeys(child),
  )
}

function childrenOf(value: unknown): ReadonlyArray<readonly [string, unknown]> {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** Strings and numbers. `true` and `false` are not masked, because logs are full of them. */
function textsIn(value: unknown): ReadonlyArray<string> {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  return childrenOf(value).flatMap(([, child]) => textsIn(child))
}
