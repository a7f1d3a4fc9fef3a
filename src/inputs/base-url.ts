import { type Parsed, problem, quoted, value } from './problems.ts'

/**
 * The scheme and host of a Hex, for instance `https://eu.hex.tech`. People paste it with or without `https://`,
 * and with the `/api` or `/api/v1` that other tools want. Plain http would show the token to the network.
 */
export function parseBaseUrl(text: string): Parsed<string> {
  const trimmed = text.trim()
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (/\s/.test(trimmed) || !URL.canParse(withScheme)) {
    return problem(`${quoted(text)} is not an address: write for instance "https://app.hex.tech".`)
  }
  const url = new URL(withScheme)
  if (url.username !== '' || url.password !== '') {
    // The text is not quoted here: it holds a password.
    return problem(
      `The address holds a user name or password: write "https://${url.host}" and pass the token as 'token'.`,
    )
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return problem(`${quoted(text)} would send the token unencrypted: write "https://${url.host}".`)
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return problem(`${quoted(text)} is not a web address: write "https://${url.host}".`)
  }
  if (!/^\/(api(\/v1)?\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    return problem(`${quoted(text)} is more than the address of a Hex: write "${url.origin}".`)
  }
  return value(url.origin)
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
