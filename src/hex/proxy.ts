import type { Dispatcher as Connector } from 'undici'
import connect from 'undici/lib/api/api-connect.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'

/**
 * undici's agent for a proxy.
 * @param closing destroys every socket, the ones that are still being connected included.
 */
export function openProxy(
  url: string,
  limits: { readonly connectTimeout: number; readonly maxHeaderSize: number },
  closing: AbortSignal,
): Connector {
  // undici's index adds its API to all dispatchers, and the agent needs `connect` of it to open a tunnel.
  // Imported by its own path it lacks that, and no https address could be reached through a proxy.
  Object.assign(Dispatcher.prototype, { connect })
  return new ProxyAgent({
    uri: url,
    // As without a proxy (`transport.ts`): HTTP/1.1 alone.
    allowH2: false,
    ...limits,
    proxyTls: { signal: closing },
  })
}
