import { type Parsed, problem, quoted, value } from './problems.ts'

/** A DNS name has at most 253 characters. */
const maxCharacters = 300

/**
 * Parses the scheme and host of a Hex instance, for example `https://eu.hex.tech`. Accepts it without `https://`, and
 * with the `/api` or `/api/v1` that other tools require. Plain http would expose the token.
 */
export function parseBaseUrl(text: string): Parsed<string> {
  const trimmed = text.trim()
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (trimmed.length > maxCharacters || /\s/.test(trimmed) || !URL.canParse(withScheme)) {
    // Text with an @ can contain a password, so the message does not repeat it.
    const shown = trimmed.includes('@') ? 'It' : quoted(text)
    return problem(
      `${shown} is not a valid address. Use an address such as "https://app.hex.tech".`,
    )
  }
  const url = new URL(withScheme)
  if (url.username !== '' || url.password !== '') {
    // The text contains a password, so the message does not repeat it.
    return problem(
      `The address contains a user name or password. Use "https://${url.host}" and set the token with 'token'.`,
    )
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return problem(`It would send the token unencrypted. Use "https://${url.host}".`)
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return problem(`It must start with https, for example "https://app.hex.tech".`)
  }
  if (!/^\/(api(\/v1)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    return problem(`It is more than a host. Use "${url.origin}".`)
  }
  return value(url.origin)
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
