import type { Dispatcher as Connector } from 'undici'
import connect from 'undici/lib/api/api-connect.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'

/**
 * undici's agent for the proxies that the environment names; it knows `no_proxy` as well.
 * @param closing destroys every socket, the ones that are still being connected included.
 */
export function openProxy(
  env: Readonly<Record<string, string | undefined>>,
  limits: { readonly connectTimeout: number; readonly maxHeaderSize: number },
  closing: AbortSignal,
): Connector {
  // undici's index adds its API to all dispatchers, and the agent needs `connect` of it to open a tunnel.
  // Imported by its own path it lacks that, and no https address could be reached through a proxy.
  Object.assign(Dispatcher.prototype, { connect })
  const option = (key: string, name: string) => {
    const value = env[name] || env[name.toUpperCase()]
    return value === undefined || value === '' ? {} : { [key]: value }
  }
  return new EnvHttpProxyAgent({
    ...option('httpProxy', 'http_proxy'),
    ...option('httpsProxy', 'https_proxy'),
    ...option('noProxy', 'no_proxy'),
    // As without a proxy (`transport.ts`): HTTP/1.1 alone.
    allowH2: false,
    ...limits,
    connect: { signal: closing },
    proxyTls: { signal: closing },
  })
}
