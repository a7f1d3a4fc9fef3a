import { BlockList, isIP } from 'node:net'

type Env = Readonly<Record<string, string | undefined>>

/** The proxy that the environment names for an address. */
export interface NamedProxy {
  /** With user name and password, so it is never shown. */
  readonly url: string
  /** Host and port, for the reader of an error. */
  readonly host: string
  /** The variable that names it, in the case it was set in. */
  readonly variable: string
}

/** A variable names a proxy that cannot be used. Its value may hold a password and is not repeated. */
export class UnusableProxy extends Error {
  readonly variable: string

  constructor(variable: string) {
    super('It is not a proxy URL. Use a URL such as "http://proxy.example:3128".')
    this.name = 'UnusableProxy'
    this.variable = variable
  }
}

/**
 * The proxy for an origin, as curl and `@actions/http-client` choose it: `https_proxy` for https, `http_proxy` for
 * http, the lower case before the upper, none for hosts in `no_proxy`. A proxy without a scheme is an http one.
 * Throws UnusableProxy.
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

/** A hint for a connection that failed without a proxy: `http_proxy` alone does not serve https. */
export function unservedHint(origin: string, env: Env): string {
  const http = set(env, 'http_proxy')
  if (http === undefined || !origin.startsWith('https:') || set(env, 'https_proxy') !== undefined) {
    return ''
  }
  return `${http.variable} is set, but https needs https_proxy.`
}

/**
 * Makes what this action understands plain to GitHub's client, which reads the environment itself and knows neither
 * proxies without a scheme nor ranges in `no_proxy`. Throws UnusableProxy.
 */
export function settleProxy(
  origin: string,
  env: Record<string, string | undefined>,
): NamedProxy | undefined {
  const proxy = proxyFor(origin, env)
  if (proxy !== undefined) env[proxy.variable] = proxy.url
  else if (set(env, 'no_proxy') !== undefined) {
    const { variable, value } = set(env, 'no_proxy') ?? { variable: 'no_proxy', value: '' }
    const { hostname } = new URL(origin)
    if (isExcepted(new URL(origin), value)) env[variable] = `${value},${hostname}`
  }
  return proxy
}

function set(env: Env, name: string) {
  const variable = [name, name.toUpperCase()].find((each) => (env[each] ?? '').trim() !== '')
  return variable === undefined ? undefined : { variable, value: (env[variable] ?? '').trim() }
}

function withScheme(value: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`
}

/**
 * Is the target among the hosts of `no_proxy`? A name covers its subdomains (`*.name` only these), a port limits an
 * entry to it, and a range (`10.0.0.0/8`) covers addresses that are written as numbers.
 */
function isExcepted({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const targetPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry.includes('/')) return isInRange(host, entry)
      const [, name = '', entryPort] = /^\[(.+?)\](?::(\d+))?$/.exec(entry) ??
        /^([^:]*)(?::(\d+))?$/.exec(entry) ?? ['', entry]
      if (name === '' || (entryPort !== undefined && entryPort !== targetPort)) return false
      if (name === '*') return true
      const domain = name.replace(/^\*?\./, '').replace(/\.$/, '')
      return (host === domain && !name.startsWith('*')) || host.endsWith(`.${domain}`)
    })
}

function isInRange(host: string, range: string): boolean {
  const [address = '', prefix = ''] = range.replace(/[[\]]/g, '').split('/')
  const family = isIP(address)
  if (family === 0 || family !== isIP(host) || !/^\d{1,3}$/.test(prefix)) return false
  if (Number(prefix) > (family === 4 ? 32 : 128)) return false
  const type = family === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(address, Number(prefix), type)
  return list.check(host, type)
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    // A percent sign that begins no escape; undici would throw on it.
    return false
  }
}
