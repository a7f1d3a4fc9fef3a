import type { Dispatcher as Connector } from 'undici'
import connect from 'undici/lib/api/api-connect.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'

/**
 * undici's agent for a proxy.
 * @param closing destroys every socket, including those that are still connecting.
 */
export function openProxy(
  url: string,
  limits: { readonly connectTimeout: number; readonly maxHeaderSize: number },
  closing: AbortSignal,
): Connector {
  // The agent needs `connect` to open a tunnel. undici's index adds it to all dispatchers; without the index, which
  // loads slowly, it is missing, and no https address could be reached through a proxy.
  Object.assign(Dispatcher.prototype, { connect })
  return new ProxyAgent({
    uri: url,
    // As without a proxy (`transport.ts`): HTTP/1.1 alone.
    allowH2: false,
    ...limits,
    proxyTls: { signal: closing },
  })
}
