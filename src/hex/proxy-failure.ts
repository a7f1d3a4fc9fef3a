import type { NamedProxy } from './proxy-settings.ts'

const notFound = ['ENOTFOUND', 'EAI_AGAIN']
const unreachable = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** The code means that no connection could be made. */
export function isUnreachable(code: string): boolean {
  return notFound.includes(code) || unreachable.includes(code)
}

/** undici's message after a 407 to a plain http request. */
export function isProxyLogin(words: string): boolean {
  return words.startsWith('Proxy Authentication Required')
}

/**
 * What happened and what to do if a request failed at the proxy; undefined if it failed behind it. The proxy looks up the
 * host and connects to it, so every local failure to look up or connect is about the proxy.
 */
export function proxyFailure({ host, variable }: NamedProxy, code: string, words: string) {
  const name = `The proxy ${host} of ${variable}`
  if (notFound.includes(code)) return `${name} was not found (${code}). Check its host name.`
  if (unreachable.includes(code)) {
    return `${name} cannot be reached (${code}). Check its host and port, and that it is running.`
  }
  if (code === 'UND_ERR_PRX_TLS')
    return `${name} has a certificate for a different host name. Check its host name.`
  if (code === 'UND_ERR_PRX_CONN') return `${name} closed the connection before it opened a tunnel.`
  // undici reports a proxy's status only in this message, not in a code.
  const status = /\((\d{3})\)(?: !== 200|$)/.exec(words)?.[1]
  if (!/^Proxy (response|Authentication)/.test(words) || status === undefined) return undefined
  if (status === '407') {
    return `${name} requires a user name and password (407). Set ${variable} to http://USER:PASSWORD@${host}, from a secret.`
  }
  if (status === '403') {
    return `${name} does not allow this connection (403). Ask its operator to allow the host, or add the host to no_proxy.`
  }
  return `${name} did not open a connection (${status}). Ask its operator.`
}
