import { type NoResponse, notFoundCodes, unreachableCodes } from './http.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The proxy that an environment variable sets for an address. */
export interface NamedProxy {
  /** May contain a user name and password. Never show it. */
  readonly url: string
  /** Host and port, for error messages. */
  readonly host: string
  /** The variable's name, in the case that was set. */
  readonly variable: string
}

/** A variable sets an invalid proxy. The message does not repeat the value, because it may contain a password. */
export class UnusableProxy extends Error {
  readonly variable: string

  constructor(variable: string) {
    super('Must be a proxy URL, such as "http://proxy.example:3128".')
    this.name = 'UnusableProxy'
    this.variable = variable
  }
}

/**
 * The proxy for an origin, chosen as curl and `@actions/http-client` do: `https_proxy` for https, `http_proxy` for http,
 * lower case first, and none for hosts in `no_proxy`. A proxy without a scheme uses http. Throws UnusableProxy.
 */
export function proxyFor(origin: string, env: Env): NamedProxy | undefined {
  const target = new URL(origin)
  const named = set(env, target.protocol === 'https:' ? 'https_proxy' : 'http_proxy')
  if (named === undefined || isExcepted(target, set(env, 'no_proxy')?.value ?? '')) return undefined
  const { variable, value } = named
  const url = withScheme(value)
  if (!URL.canParse(url)) throw new UnusableProxy(variable)
  const { protocol, host, username, password } = new URL(url)
  const isKnown = ['http:', 'https:', 'socks5:', 'socks:'].includes(protocol)
  if (!isKnown || host === '' || !isDecodable(username + password)) {
    throw new UnusableProxy(variable)
  }
  return { url, host, variable }
}

/** A hint for a connection that failed without a proxy: `http_proxy` does not apply to https. */
export function unservedHint(origin: string, env: Env): string {
  const http = set(env, 'http_proxy')
  if (http === undefined || !origin.startsWith('https:') || set(env, 'https_proxy') !== undefined) {
    return ''
  }
  return `${http.variable} is set, but HTTPS requests use https_proxy. Set https_proxy as well.`
}

/**
 * Rewrites the environment for GitHub's client, which reads it directly, so that both use the same proxy and the same
 * exceptions. It does not support `*.name` in `no_proxy`. Throws UnusableProxy.
 */
export function settleProxy(origin: string, env: Record<string, string | undefined>): void {
  const proxy = proxyFor(origin, env)
  const noProxy = set(env, 'no_proxy')
  if (proxy !== undefined) env[proxy.variable] = proxy.url
  else if (noProxy !== undefined)
    env[noProxy.variable] = `${noProxy.value},${new URL(origin).hostname}`
}

/**
 * What happened and what to do if a request failed at the proxy, so Hex never received it; undefined if it may have failed
 * behind the proxy. The proxy looks up the host and connects to it, so every local failure to look up or connect is about
 * the proxy.
 */
export function proxyFailure(
  { host, variable }: NamedProxy,
  { code, sent, message }: Pick<NoResponse, 'code' | 'sent' | 'message'>,
) {
  // An established connection can break with the same codes, and then the request may have arrived. Only undici's message
  // for a 407 to a plain http request is always about the proxy, even after undici wrote the request.
  if (sent && !message.startsWith('Proxy Authentication Required')) return undefined
  const name = `The proxy ${host} from ${variable}`
  if (notFoundCodes.includes(code)) return `${name} was not found (${code}). Check its hostname.`
  if (unreachableCodes.includes(code)) {
    return `${name} cannot be reached (${code}). Check its host and port, and make sure that it is running.`
  }
  if (code === 'UND_ERR_PRX_TLS')
    return `${name} has a certificate for a different hostname. Check the proxy's hostname.`
  if (code === 'UND_ERR_PRX_CONN')
    return `${name} closed the connection before opening a tunnel. Contact its operator.`
  // undici reports a proxy's status only in this message, not in a code.
  const status = /\((\d{3})\)(?: !== 200|$)/.exec(message)?.[1]
  if (!/^Proxy (response|Authentication)/.test(message) || status === undefined) return undefined
  if (status === '407') {
    return `${name} requires a username and password (407). Store http://USER:PASSWORD@${host} as a secret, and set ${variable} to that secret.`
  }
  if (status === '403') {
    return `${name} does not allow connections to the Hex host (403). Ask its operator to allow the Hex host, or add that host to no_proxy.`
  }
  return `${name} did not open a connection (${status}). Contact its operator.`
}

function set(env: Env, name: string) {
  const variable = [name, name.toUpperCase()].find((each) => (env[each] ?? '').trim() !== '')
  return variable === undefined ? undefined : { variable, value: (env[variable] ?? '').trim() }
}

function withScheme(value: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`
}

/**
 * Is the target excluded by `no_proxy`? A name includes its subdomains, also written as `.name` or `*.name`. An entry with a
 * port applies to that port only.
 */
function isExcepted({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const targetPort = port || (protocol === 'https:' ? '443' : '80')
  const hosts = [hostname, hostname.replace(/[[\]]/g, ''), `${hostname}:${targetPort}`]
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const name = entry.replace(/^\*?\./, '').replace(/\.$/, '')
      return name === '*' || (name !== '' && hosts.some((host) => `.${host}`.endsWith(`.${name}`)))
    })
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    // A percent sign without an escape sequence. undici would throw.
    return false
  }
}
