import type { MaskPath } from '../inputs/mask-path.ts'
import { asRecord } from '../json.ts'

/** What stands in a hidden value's place, as in the runner's own log. */
const hidden = '***'
/** Fewer characters would hide half of everything that is printed; the value's own place is hidden all the same. */
const minCharacters = 4
/** Single lines of a longer text: braces and `"type":` are no secrets. */
const minInLine = 8

/**
 * Names that Hex's data connections have for secrets (`password`, `secretAccessKey`, `accessToken`, `privateKey`,
 * `passphrase`, `serviceAccountJsonConfig`; OpenAPI document, mid-2026), and their like. Ids are no secrets.
 */
const secretKey =
  /pass(word|phrase|wd)|secret|token|credential|(private|access|api)_?-?key|serviceaccountjson/i

/** The texts of a body that must not be shown: those at the paths, and those under keys that name secrets. */
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

/** Does the path lead anywhere? One that leads nowhere is probably misspelt. */
export function leadsSomewhere(value: unknown, path: MaskPath): boolean {
  return valuesAt(value, path).length > 0
}

/**
 * What the log has to be told to hide for these secrets. A text of several lines is hidden line by line, because
 * the runner would take each of its lines for a secret, down to a lone brace.
 */
export function logMasks(secrets: ReadonlyArray<string>): ReadonlyArray<string> {
  const masks = secrets.flatMap((secret) => {
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim())
    return lines.length === 1
      ? lines.filter((line) => line.length >= minCharacters)
      : lines.filter((line) => line.length >= minInLine)
  })
  return [...new Set(masks)]
}

/** A copy without what must not be shown: neither at the paths nor anywhere else where a secret is repeated. */
export function withoutSecrets(
  value: unknown,
  paths: ReadonlyArray<MaskPath>,
  secrets: ReadonlyArray<string>,
): unknown {
  return copy(value, paths, hiderOf(secrets))
}

/** A text without the secrets that it repeats. */
type Hide = (text: string) => string

/**
 * Hides thousands of secrets in thousands of texts: at each place only those are looked at that begin as it does, the
 * longest first, so that no part of one stays visible.
 */
function hiderOf(secrets: ReadonlyArray<string>): Hide {
  const byBeginning = Map.groupBy(
    [...new Set(secrets)]
      .filter((secret) => secret.length >= minCharacters)
      .sort((a, b) => b.length - a.length),
    (secret) => secret.slice(0, minCharacters),
  )
  return (text) => {
    let shown = ''
    let at = 0
    while (at < text.length) {
      const place = at
      const secret = byBeginning
        .get(text.slice(place, place + minCharacters))
        ?.find((each) => text.startsWith(each, place))
      shown += secret === undefined ? text[place] : hidden
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

/** Texts and numbers; `true` and `false` are not told to the log, which is full of them. */
function textsIn(value: unknown): ReadonlyArray<string> {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  return childrenOf(value).flatMap(([, child]) => textsIn(child))
}
