import type { NamedProxy } from './proxy-settings.ts'

const notFound = ['ENOTFOUND', 'EAI_AGAIN']
const unreachable = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** Codes of a connection that could not be made at all. */
export function isUnreachable(code: string): boolean {
  return notFound.includes(code) || unreachable.includes(code)
}

/** undici's words for a 407 to a request for plain http. */
export function isProxyLogin(words: string): boolean {
  return words.startsWith('Proxy Authentication Required')
}

/**
 * What happened and what to do, where a request failed at the proxy and not behind it; undefined where it did not. The
 * host behind a proxy is neither looked up nor connected to from here, so every such failure is the proxy's.
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
  // undici has no code for the status of a proxy, only these words.
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
